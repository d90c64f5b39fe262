//! Plain tables of what was found: the metrics, the findings.

use super::target::{Subject, Target};
use super::{Cell, Table, departments, identity, wording};
use crate::analysis::PlacedMetric;
use crate::draft::Draft;
use crate::export::{findings_rows, sentence};
use crate::metric::Status;

/// The metrics in `order` (indices), with their values as a reader would say them.
#[must_use]
pub fn metrics_table(draft: &Draft, order: &[u32]) -> Table {
    let metrics = &draft.session().analysis().metrics;
    let rows = order.iter().filter_map(|&i| Some((i, metrics.get(i as usize)?))).zip(1_u32..);
    let rows = rows.map(|((index, placed), number)| metric_cells(draft, index, placed, number));
    table(wording::METRICS, &wording::METRIC_COLUMNS, rows.collect())
}

fn metric_cells(draft: &Draft, index: u32, placed: &PlacedMetric, number: u32) -> Vec<Cell> {
    let analysis = draft.session().analysis();
    let metric = &placed.at.fact;
    let span = placed.at.place(metric.span);
    let id = identity::of_title("");
    let target = Target { subject: Subject::Metric(index), span, id };
    let name =
        if metric.full_name.is_empty() { target.name(draft) } else { metric.full_name.clone() };
    let value = draft.shown_value(index);
    let status = match metric.status {
        Status::Done => "",
        Status::Planned => wording::PLANNED,
        Status::Estimated => wording::ESTIMATED,
    };
    let department = departments::suggest(&name).unwrap_or_default();
    vec![
        Cell::Number(number.to_string()),
        Cell::Text(name),
        value.map_or_else(|| Cell::text(wording::TO_FILL), |value| Cell::figure(&value)),
        Cell::text(&metric.unit),
        Cell::text(analysis.section_label(placed.at.section)),
        Cell::text(metric.period.as_deref().unwrap_or_default()),
        Cell::text(metric.scope.as_deref().unwrap_or_default()),
        Cell::text(status),
        Cell::text(department),
        Cell::Text(sentence::around(draft.session().document(), span).concat()),
    ]
}

/// The findings that nobody ignores: [`findings_rows`] as a table.
#[must_use]
pub fn findings_table(draft: &Draft) -> Table {
    let rows = findings_rows(draft).into_iter().zip(1_u32..).map(|(row, number)| {
        vec![
            Cell::Number(number.to_string()),
            Cell::Text(row.severity),
            Cell::Text(row.rule),
            Cell::Text(row.section),
            Cell::Number(row.paragraph.to_string()),
            Cell::Text(row.message),
            Cell::Text(row.before),
            Cell::Text(row.after),
        ]
    });
    table(wording::FINDINGS, &wording::FINDING_COLUMNS, rows.collect())
}

fn table(name: &str, columns: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Table {
    let columns = columns.iter().map(|&(name, width)| (name.to_owned(), width)).collect();
    Table { name: name.to_owned(), columns, rows }
}
