use super::blank_line::BlankLine;
use super::metric_table::TableProps;
use super::spacer::Spacer;
use crate::ui::hooks::use_window;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::{browser, copy};
use crate::view::{BlankFilter, Mark, blank_order};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, HtmlInputElement};
use yew::prelude::*;

/// The height of a row of a windowed list, in pixels, as in `www/styles/50-panel.css`.
const ROW: usize = 64;

/// The checklist of blanks.
#[component]
pub(super) fn BlankList(props: &TableProps) -> Html {
    let page = use_page();
    let desk = props.desk.clone();
    let filter = page.state.blanks;
    let order = use_memo((desk.clone(), filter), |(desk, filter)| blank_order(desk, *filter));
    let rows = use_window(order.len(), ROW);
    let selected = page.state.selection.and_then(|selection| {
        order.iter().position(|&i| {
            desk.place(Mark::Blank(i)).is_some_and(|span| {
                span == selection.span || (!span.is_empty() && selection.span.contains(span))
            })
        })
    });
    {
        let (list, drawn) = (rows.node.clone(), rows.window.rows.clone());
        use_effect_with((page.state.selection, selected), move |(_, selected)| {
            if let (Some(list), Some(at)) = (list.cast::<Element>(), selected) {
                if !drawn.contains(at) {
                    list.set_scroll_top((at.saturating_sub(3) * ROW) as i32);
                } else if let Ok(Some(row)) = list.query_selector("[aria-current]") {
                    browser::scroll_near(&row);
                }
            }
        });
    }
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let row = target.and_then(|t| t.closest("li[data-blank]").ok().flatten());
            let index = row.and_then(|row| row.get_attribute("data-blank")?.parse().ok());
            if let Some(index) = index {
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
                        if windowed { <Spacer tag="li" height={rows.window.before * ROW} /> }
                        { for rows.window.rows.clone().map(|at| html! {
                            <BlankLine key={order[at]} desk={desk.clone()} index={order[at]} {at} selected={selected == Some(at)} />
                        }) }
                        if windowed { <Spacer tag="li" height={rows.window.after * ROW} /> }
                    </ol>
                </div>
            }
        </>
    }
}
