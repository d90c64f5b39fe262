use super::metric_head::MetricHead;
use super::metric_line::MetricLine;
use super::metric_tools::MetricTools;
use super::spacer::Spacer;
use crate::ui::hooks::use_window;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Selection, Shared};
use crate::ui::{browser, copy};
use crate::view::{Mark, metric_order};
use yew::prelude::*;

/// The height of a row of a windowed table, in pixels, as in `www/styles/50-panel.css`.
const ROW: i32 = 40;

/// Names beyond this many are sorted by code point: asking the browser for the pinyin order of
/// each pair would take seconds.
const PINYIN: usize = 5_000;

#[derive(PartialEq, Properties)]
pub(super) struct TableProps {
    /// The report.
    pub(super) desk: Shared,
}

/// The table of metrics.
#[component]
pub(super) fn MetricTable(props: &TableProps) -> Html {
    let page = use_page();
    let desk = props.desk.clone();
    let deps = (desk.clone(), page.state.metrics.clone(), page.state.sort);
    let order = use_memo(deps, |(desk, filter, sort)| {
        if desk.counters().metrics > PINYIN {
            metric_order(desk, filter, *sort, &str::cmp)
        } else {
            metric_order(desk, filter, *sort, &browser::pinyin_order())
        }
    });
    let selection = page.state.selection;
    let selected = selection.and_then(|selection| selected_row(&desk, &order, selection));
    let rows = use_window(order.len(), ROW, selection, selected);
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(index) = browser::index_clicked(&event, "data-metric") {
                page.dispatch(Action::Show(Mark::Metric(index)));
            }
        })
    };
    let windowed = rows.window.before + rows.window.after > 0;
    html! {
        <>
            <MetricTools desk={desk.clone()} order={order.clone()} />
            <div ref={rows.node.clone()} class="list" onscroll={rows.onscroll.clone()} hidden={order.is_empty()} tabindex="0" role="region" aria-label={copy::TAB_METRICS}>
                <table class={classes!("metrics", windowed.then_some("windowed"))} aria-rowcount={(order.len() + 1).to_string()}>
                    <caption class="visually-hidden">{ copy::metrics_caption(order.len()) }</caption>
                    <MetricHead sort={page.state.sort} />
                    <tbody {onclick}>
                        if windowed { <Spacer tag="tr" rows={rows.window.before} height={ROW} /> }
                        { for rows.window.rows.clone().map(|at| html! {
                            <MetricLine key={order[at]} desk={desk.clone()} index={order[at]} {at} selected={selected == Some(at)} />
                        }) }
                        if windowed { <Spacer tag="tr" rows={rows.window.after} height={ROW} /> }
                    </tbody>
                </table>
            </div>
        </>
    }
}

/// The row that shows what is selected: the metric itself, or the one its blank belongs to.
fn selected_row(desk: &Shared, order: &[u32], selection: Selection) -> Option<usize> {
    order.iter().position(|&index| {
        desk.place(Mark::Metric(index)).is_some_and(|span| span.contains(selection.span))
    })
}
