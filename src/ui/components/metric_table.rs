use super::metric_group::MetricGroup;
use super::metric_head::MetricHead;
use super::metric_line::metric_line;
use super::metric_picture::MetricPicture;
use super::metric_tools::MetricTools;
use super::spacer::windowed;
use crate::ui::hooks::use_window;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Selection, Shared};
use crate::ui::{browser, copy};
use crate::view::{Column, Columns, Grouping, Line, Mark, groups, lines, metric_order};
use std::rc::Rc;
use yew::prelude::*;

/// The height of a row of a windowed table, in pixels, as in `www/styles/56-table.css`.
const ROW: i32 = 40;

/// Names beyond this many are sorted by code point: asking the browser for the pinyin order of
/// each pair would take seconds.
const PINYIN: usize = 5_000;

#[derive(PartialEq, Properties)]
pub(super) struct TableProps {
    /// The report.
    pub(super) desk: Shared,
}

/// The table of metrics, with what is above it.
#[component]
pub(super) fn MetricTable(props: &TableProps) -> Html {
    let page = use_page();
    let (desk, options) = (props.desk.clone(), &page.state.table);
    let deps = (desk.clone(), options.filter.clone(), options.sort);
    let order = use_memo(deps, |(desk, filter, sort)| {
        // The browser takes its time to make an order by pinyin: only for whoever wants one.
        let by_name = sort.is_some_and(|sort| sort.column == Column::Name);
        if by_name && desk.counters().metrics <= PINYIN {
            metric_order(desk, filter, *sort, &browser::pinyin_order())
        } else {
            metric_order(desk, filter, *sort, &str::cmp)
        }
    });
    let groups =
        use_memo((desk.clone(), order.clone(), options.grouping), |(desk, order, grouping)| {
            groups(desk, order, *grouping)
        });
    let deps = (groups.clone(), order.clone(), options.folded.clone());
    let lines = use_memo(deps, |(groups, order, folded)| lines(groups, order, folded));
    // What is copied stands in the order of the table, whether its group is folded up or not.
    let listed = use_memo((groups.clone(), order.clone()), |(groups, order)| {
        let grouped = groups.iter().flat_map(|group| group.metrics.iter().copied());
        if groups.is_empty() { (**order).clone() } else { grouped.collect() }
    });
    let selection = page.state.selection;
    let selected = selection.and_then(|selection| selected_row(&desk, &lines, selection));
    let rows = use_window(lines.len(), ROW, selection, selected);
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(index) = browser::index_clicked(&event, "data-metric") {
                page.dispatch(Action::Show(Mark::Metric(index)));
            }
        })
    };
    let columns = options.columns;
    let line = |at: usize| match lines[at] {
        Line::Metric(index) => metric_line(&desk, index, at, selected == Some(at), columns),
        Line::Head(head) => html! {
            <MetricGroup key={-1 - i64::from(head)} groups={groups.clone()} {head} {at} columns={columns.shown().count()}
                folded={options.folded.contains(&groups[head as usize].key)} />
        },
    };
    html! {
        <>
            <MetricTools desk={desk.clone()} order={listed} />
            if options.pictured { <MetricPicture desk={desk.clone()} order={order.clone()} /> }
            <div ref={rows.node.clone()} class="list" onscroll={rows.onscroll.clone()} hidden={order.is_empty()} tabindex="0" role="region" aria-label={copy::TAB_METRICS}>
                <table class={table_class(rows.window.is_windowed(), options.grouping, columns)} aria-rowcount={(lines.len() + 1).to_string()}>
                    <caption class="visually-hidden">{ copy::metrics_caption(order.len()) }</caption>
                    <MetricHead {columns} sort={options.sort} />
                    <tbody {onclick}>
                        { windowed("tr", &rows.window, ROW, line) }
                    </tbody>
                </table>
            </div>
        </>
    }
}

/// What the table looks like: `wide` with more columns than the panel has room for, which then
/// scroll sideways.
fn table_class(windowed: bool, grouping: Grouping, columns: Columns) -> Classes {
    let extra = columns.shown().count() > Columns::default().shown().count();
    classes!(
        "metrics",
        windowed.then_some("windowed"),
        (grouping != Grouping::None).then_some("grouped"),
        extra.then_some("wide"),
        columns.has(Column::Source).then_some("with-source"),
    )
}

/// The row that shows what is selected: the metric itself, or the one its blank belongs to.
fn selected_row(desk: &Shared, lines: &Rc<Vec<Line>>, selection: Selection) -> Option<usize> {
    lines.iter().position(|line| {
        let Line::Metric(index) = line else { return false };
        desk.place(Mark::Metric(*index)).is_some_and(|span| span.contains(selection.span))
    })
}
