use super::metric_head::column_class;
use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::{Column, Columns, MetricRow, metric_row};
use yew::prelude::*;

/// One metric, as row `at` of the table, from 0. The whole row can be clicked; the name is the button
/// for the keyboard. Not a component: a table has hundreds of them.
pub(super) fn metric_line(
    desk: &Shared,
    index: u32,
    at: usize,
    selected: bool,
    columns: Columns,
) -> Html {
    let Some(row) = metric_row(desk, index) else { return html! {} };
    html! {
        <tr key={i64::from(index)} data-metric={index.to_string()} aria-rowindex={(at + 2).to_string()} aria-current={selected.then_some("true")}>
            { for columns.shown().map(|column| cell(desk, columns, &row, column)) }
        </tr>
    }
}

/// One cell of the row.
fn cell(desk: &Shared, columns: Columns, row: &MetricRow, column: Column) -> Html {
    let class = column_class(column);
    match column {
        Column::Name => {
            let title = row.full_name.clone().unwrap_or_else(|| row.name.clone());
            html! { <th scope="row"><button type="button" class="row-name" {title}>{ row.name.clone() }</button></th> }
        }
        Column::Value => html! {
            <td {class}>
                if let Some(value) = row.value.clone() { { value } } else { <span class="chip">{ copy::MASKED }</span> }
            </td>
        },
        Column::Unit => {
            // Where the status has its own column, it is not said twice.
            let tag =
                (!columns.has(Column::Status) && !row.status.is_empty()).then_some(row.status);
            html! {
                <td {class}>{ row.unit.clone() }
                    if let Some(tag) = tag { <span class="tag">{ tag }</span> }
                </td>
            }
        }
        Column::Period => html! { <td {class}>{ row.period.clone() }</td> },
        Column::Scope => html! { <td {class}>{ row.scope.clone() }</td> },
        Column::Status => {
            let status = if row.status.is_empty() { copy::DONE } else { row.status };
            html! { <td {class}>{ status }</td> }
        }
        Column::Section => {
            html! { <td {class} title={row.section_title.clone()}>{ row.section.clone() }</td> }
        }
        Column::Source => {
            let source = row.source.of(desk.text()).trim().to_owned();
            html! { <td {class} title={source.clone()}>{ source }</td> }
        }
    }
}
