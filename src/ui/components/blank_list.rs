use super::blank_line::{BlankLine, EXACT, FILL_SAME, INEXACT};
use super::blank_tools::BlankTools;
use super::metric_table::TableProps;
use super::spacer::windowed;
use crate::ui::hooks::{use_fields, use_window};
use crate::ui::page::use_page;
use crate::ui::state::{Action, Selection, Shared};
use crate::ui::work::Work;
use crate::ui::{browser, copy};
use crate::view::{BlankState, Mark, blank_order, blank_row};
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
            if let Some(action) = pressed(&event) {
                page.dispatch(action);
            }
        })
    };
    let line = |at: usize| {
        let index = order[at];
        let Some(row) = blank_row(&desk, index) else { return html! {} };
        let (sheet, selected) = (page.sheet.clone(), selected == Some(at));
        html! { <BlankLine key={index} {index} {row} {selected} {sheet} /> }
    };
    let progress = desk.progress();
    let finished = filter.state == BlankState::Open && progress.filled == progress.total;
    html! {
        <form ref={area} class="tab-body">
            <BlankTools desk={desk.clone()} shown={order.len()} />
            if order.is_empty() {
                if finished || progress.total == 0 { <p class="empty empty-done">{ copy::all_filled(progress) }</p> }
                else { <p class="empty">{ copy::NO_BLANKS_MATCH }</p> }
            } else {
                <div ref={rows.node.clone()} class="list" onscroll={rows.onscroll.clone()} tabindex="0" role="region" aria-label={copy::TAB_BLANKS}>
                    <ol class={classes!("cards", rows.window.is_windowed().then_some("windowed"))} {onclick}>
                        { windowed("li", &rows.window, ROW, line) }
                    </ol>
                </div>
            }
        </form>
    }
}

/// What a press in the list asks for. In a field it asks for nothing but to type.
fn pressed(event: &MouseEvent) -> Option<Action> {
    let target: Element = event.target()?.dyn_into().ok()?;
    if target.matches("input").ok()? {
        return None;
    }
    let index = browser::index_clicked(event, "data-blank")?;
    Some(match target.get_attribute("data-do").as_deref() {
        Some(FILL_SAME) => Action::Work(Work::FillGroup(index)),
        Some(word @ (EXACT | INEXACT)) => Action::Work(Work::Exact(index, word == EXACT)),
        _ => Action::Show(Mark::Blank(index)),
    })
}

/// The line that shows what is selected: the blank itself, or that of the metric.
fn selected_row(desk: &Shared, order: &[u32], selection: Selection) -> Option<usize> {
    order.iter().position(|&index| {
        desk.place(Mark::Blank(index)).is_some_and(|span| {
            span == selection.span || (!span.is_empty() && selection.span.contains(span))
        })
    })
}
