use super::blank_line::BlankLine;
use super::blank_tools::BlankTools;
use super::metric_table::TableProps;
use super::spacer::Spacer;
use crate::ui::hooks::{use_fields, use_window};
use crate::ui::page::use_page;
use crate::ui::state::{Action, Selection, Shared};
use crate::ui::{browser, copy};
use crate::view::{BlankState, Mark, blank_order};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// The height of a row of a windowed list, in pixels, as in `www/styles/50-panel.css`.
const ROW: i32 = 112;

/// The checklist of blanks.
#[component]
pub(super) fn BlankList(props: &TableProps) -> Html {
    let page = use_page();
    let area = use_node_ref();
    use_fields(&area);
    let desk = props.desk.clone();
    let filter = page.state.blanks;
    let deps = (desk.clone(), filter, page.state.filling);
    let order = use_memo(deps, |(desk, filter, filling)| blank_order(desk, *filter, *filling));
    let selection = page.state.selection;
    let selected = selection.and_then(|selection| selected_row(&desk, &order, selection));
    let rows = use_window(order.len(), ROW, selection, selected);
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let own = |target: &Element| target.matches("input, .card-actions *").unwrap_or(false);
            if target.as_ref().is_some_and(own) {
                return;
            }
            if let Some(index) = browser::index_clicked(&event, "data-blank") {
                page.dispatch(Action::Show(Mark::Blank(index)));
            }
        })
    };
    let windowed = rows.window.before + rows.window.after > 0;
    let progress = desk.progress();
    let finished = filter.state == BlankState::Open && progress.filled == progress.total;
    html! {
        <div ref={area} class="tab-body">
            <BlankTools desk={desk.clone()} shown={order.len()} />
            if order.is_empty() {
                if finished || progress.total == 0 { <p class="empty empty-done">{ copy::all_filled(progress) }</p> }
                else { <p class="empty">{ copy::NO_BLANKS_MATCH }</p> }
            } else {
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
        </div>
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
