use super::blank_line::BlankLine;
use super::metric_table::TableProps;
use super::spacer::Spacer;
use crate::ui::hooks::use_window;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Selection, Shared};
use crate::ui::{browser, copy};
use crate::view::{BlankFilter, Mark, blank_order};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

/// The height of a row of a windowed list, in pixels, as in `www/styles/50-panel.css`.
const ROW: i32 = 64;

/// The checklist of blanks.
#[component]
pub(super) fn BlankList(props: &TableProps) -> Html {
    let page = use_page();
    let desk = props.desk.clone();
    let filter = page.state.blanks;
    let order = use_memo((desk.clone(), filter), |(desk, filter)| blank_order(desk, *filter));
    let selection = page.state.selection;
    let selected = selection.and_then(|selection| selected_row(&desk, &order, selection));
    let rows = use_window(order.len(), ROW, selection, selected);
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(index) = browser::index_clicked(&event, "data-blank") {
                page.dispatch(Action::Show(Mark::Blank(index)));
            }
        })
    };
    let onmasks = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let all = field.is_some_and(|field| field.checked());
            page.dispatch(Action::Blanks(if all { BlankFilter::All } else { BlankFilter::Open }));
        })
    };
    let masks = desk.analysis().placeholders.len() - desk.counters().blanks;
    let windowed = rows.window.before + rows.window.after > 0;
    html! {
        <>
            if masks > 0 {
                <label class="tools check"><input type="checkbox" checked={filter == BlankFilter::All} onchange={onmasks} />{ copy::SHOW_MASKS }</label>
            }
            <p class="shown" role="status">{ copy::shown(order.len(), order.len()) }</p>
            if order.is_empty() { <p class="empty empty-done">{ copy::NO_BLANKS }</p> }
            else {
                <div ref={rows.node.clone()} class="list" onscroll={rows.onscroll.clone()} tabindex="0" role="region" aria-label={copy::TAB_BLANKS}>
                    <ol class={classes!("cards", windowed.then_some("windowed"))} {onclick}>
                        if windowed { <Spacer tag="li" rows={rows.window.before} height={ROW} /> }
                        { for rows.window.rows.clone().map(|at| html! {
                            <BlankLine key={order[at]} desk={desk.clone()} index={order[at]} {at} selected={selected == Some(at)} />
                        }) }
                        if windowed { <Spacer tag="li" rows={rows.window.after} height={ROW} /> }
                    </ol>
                </div>
            }
        </>
    }
}

/// The line that shows what is selected: the blank itself, or that of the metric.
fn selected_row(desk: &Shared, order: &[u32], selection: Selection) -> Option<usize> {
    order.iter().position(|&index| {
        desk.place(Mark::Blank(index)).is_some_and(|span| {
            span == selection.span || (!span.is_empty() && selection.span.contains(span))
        })
    })
}
