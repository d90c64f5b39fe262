//! Plain tables of what was found: the metrics, the findings.

use super::target::{Subject, Target};
use super::{Cell, Table, departments, identity, sentence, wording};
use crate::analysis::PlacedMetric;
use crate::document::Edit;
use crate::draft::Draft;
use crate::metric::Status;
use crate::rules::{Finding, RULES, Severity};
use crate::text::Span;

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

/// The findings that nobody ignores.
#[must_use]
pub fn findings_table(draft: &Draft) -> Table {
    let findings = draft.session().analysis().findings.iter();
    let minded = findings.filter(|finding| !draft.is_ignored(finding)).zip(1_u32..);
    let rows = minded.map(|(finding, number)| finding_cells(draft, finding, number));
    table(wording::FINDINGS, &wording::FINDING_COLUMNS, rows.collect())
}

fn finding_cells(draft: &Draft, finding: &Finding, number: u32) -> Vec<Cell> {
    let analysis = draft.session().analysis();
    let about = RULES.iter().map(|rule| rule.about()).find(|about| about.id == finding.rule);
    let after =
        analysis.outline.sections.partition_point(|s| s.heading.start <= finding.span.start);
    let section = after.checked_sub(1).map(|index| index as u32);
    let severity = match finding.severity {
        Severity::Error => "错误",
        Severity::Warning => "警告",
        Severity::Info => "提示",
    };
    let [before, found, rest] = sentence::around(draft.session().document(), finding.span);
    vec![
        Cell::Number(number.to_string()),
        Cell::text(severity),
        Cell::text(about.map_or(finding.rule.as_ref(), |about| about.title)),
        Cell::text(analysis.section_label(section)),
        Cell::text(&finding.message),
        Cell::Text(correction(draft.text(), finding.fix.as_deref().unwrap_or_default())),
        Cell::Text(format!("{before}〔{found}〕{rest}")),
    ]
}

/// What corrections do: ,→，
fn correction(text: &str, edits: &[Edit]) -> String {
    let shown = |Edit { span, replacement }: &Edit| {
        let old = if span.is_empty() { "" } else { Span::of(*span, text) };
        match (old, replacement.as_str()) {
            ("", new) => format!("补“{new}”"),
            (old, "") => format!("删“{old}”"),
            (old, new) => format!("{old}→{new}"),
        }
    };
    edits.iter().map(shown).collect::<Vec<_>>().join("；")
}

fn table(name: &str, columns: &[(&str, u16)], rows: Vec<Vec<Cell>>) -> Table {
    let columns = columns.iter().map(|&(name, width)| (name.to_owned(), width)).collect();
    Table { name: name.to_owned(), columns, rows }
}
