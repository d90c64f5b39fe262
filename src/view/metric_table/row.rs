//! One row of the table, in words.

use super::super::desk::{Desk, Mark};
use super::super::outline_tree::{section_label, section_title};
use crate::metric::Status;
use crate::text::Span;

/// One row of the table, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MetricRow {
    /// Its mark in the text.
    pub mark: Mark,
    /// Where it stands.
    pub span: Span,
    /// The indicator's name; the words before the figure if the text gives none.
    pub name: String,
    /// The name with every modifier, if that is more than the name.
    pub full_name: Option<String>,
    /// The value as a reader would say it: 约32, 10—20, 第9; `None` when it is to be filled in.
    pub value: Option<String>,
    /// The unit.
    pub unit: String,
    /// The period it is of, as written; empty if the sentence names none.
    pub period: String,
    /// What it covers (全县), as written; empty if the sentence does not say.
    pub scope: String,
    /// 计划 or 预计; empty for what is achieved.
    pub status: &'static str,
    /// The number of its section: 二·1.
    pub section: String,
    /// The title of its section.
    pub section_title: String,
    /// The sentence it stands in.
    pub source: Span,
}

/// The row of metric `index`.
#[must_use]
pub fn metric_row(desk: &Desk, index: u32) -> Option<MetricRow> {
    let placed = desk.metrics().get(index as usize)?;
    let metric = &placed.at.fact;
    let span = desk.place(Mark::Metric(index))?;
    let name = metric_name(desk, index);
    Some(MetricRow {
        mark: Mark::Metric(index),
        span,
        full_name: (metric.full_name != name).then(|| metric.full_name.clone()),
        name: name.to_owned(),
        value: desk.draft().shown_value(index),
        unit: metric.unit.clone(),
        period: metric.period.clone().unwrap_or_default(),
        scope: metric.scope.clone().unwrap_or_default(),
        status: match metric.status {
            Status::Done => "",
            Status::Planned => "计划",
            Status::Estimated => "预计",
        },
        section: section_label(desk, placed.at.section),
        section_title: section_title(desk, placed.at.section).to_owned(),
        source: placed.at.place(metric.sentence),
    })
}

/// The name of metric `index`; what is written if the text gives it none.
pub(super) fn metric_name(desk: &Desk, index: u32) -> &str {
    let placed = &desk.metrics()[index as usize];
    let metric = &placed.at.fact;
    [metric.name.as_str(), &metric.full_name]
        .into_iter()
        .find(|name| !name.is_empty())
        .unwrap_or_else(|| placed.at.place(metric.span).of(desk.text()))
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::desk;
    use super::*;

    #[test]
    fn puts_rows_into_words() {
        let row = metric_row(&desk(), 0).unwrap();
        let shown =
            (row.name.as_str(), row.value.as_deref(), row.unit.as_str(), row.section.as_str());
        assert_eq!(shown, ("撰写心得", Some("32"), "篇", "一"));
        let row = metric_row(&desk(), 2).unwrap();
        assert_eq!((row.value, row.section.as_str()), (None, "一·一·1"));
        assert_eq!((row.status, row.period.as_str()), ("计划", "今年以来"));
        assert_eq!(metric_row(&desk(), 3), None);
    }
}
