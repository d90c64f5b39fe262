//! The table of metrics (指标表): rows, search, sorting, and the table as text for a spreadsheet.

use super::desk::{Desk, Mark};
use super::outline_tree::{section_label, section_title};
use crate::metric::{Approximation, Metric, Status, Value};
use crate::text::scanner::fold;
use crate::text::{Decimal, Span};
use std::cmp::Ordering;

/// A column to sort by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The indicator's name.
    Name,
    /// The value, multiplier applied, so that 1.6万 comes after 9000.
    Value,
    /// The unit.
    Unit,
    /// The place in the report.
    Section,
}

/// How the table is sorted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort {
    /// By which column.
    pub column: Column,
    /// Whether from the greatest down.
    pub descending: bool,
}

impl Sort {
    /// What a press on the head of `column` leads to: up, down, reading order.
    #[must_use]
    pub fn press(current: Option<Self>, column: Column) -> Option<Self> {
        match current {
            Some(sort) if sort.column == column && sort.descending => None,
            Some(sort) if sort.column == column => Some(Self { column, descending: true }),
            _ => Some(Self { column, descending: false }),
        }
    }
}

/// Which metrics are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetricFilter {
    /// Words that must all occur in the name, the unit, the value or the section.
    pub query: String,
    /// Only metrics whose value is missing.
    pub open_only: bool,
}

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
    /// 计划 or 预计; empty for what is achieved.
    pub status: &'static str,
    /// The number of its section: 二·1.
    pub section: String,
    /// The title of its section.
    pub section_title: String,
}

/// The metrics that `filter` lets through, sorted, as indices. `by_name` compares two names: the
/// page passes the browser's pinyin order.
#[must_use]
pub fn metric_order(
    desk: &Desk,
    filter: &MetricFilter,
    sort: Option<Sort>,
    by_name: &dyn Fn(&str, &str) -> Ordering,
) -> Vec<u32> {
    let terms: Vec<Vec<char>> =
        filter.query.split_whitespace().map(|term| term.chars().map(plain).collect()).collect();
    let mut order: Vec<u32> = (0..desk.metrics().len() as u32)
        .filter(|&i| !filter.open_only || fact(desk, i).value.is_none())
        .filter(|&i| terms.iter().all(|term| mentions(desk, i, term)))
        .collect();
    let Some(sort) = sort else { return order };
    order.sort_by(|&a, &b| {
        let by = compare(desk, a, b, sort, by_name);
        by.then(a.cmp(&b))
    });
    order
}

/// How metric `a` stands to `b`; whatever lacks a value comes last both ways.
fn compare(
    desk: &Desk,
    a: u32,
    b: u32,
    sort: Sort,
    by_name: &dyn Fn(&str, &str) -> Ordering,
) -> Ordering {
    let (x, y) = (fact(desk, a), fact(desk, b));
    let direct = |by: Ordering| if sort.descending { by.reverse() } else { by };
    match sort.column {
        Column::Name => direct(by_name(&x.name, &y.name)),
        Column::Unit => direct(x.unit.cmp(&y.unit)),
        Column::Section => direct(a.cmp(&b)),
        Column::Value => match (size(x), size(y)) {
            (Some(x), Some(y)) => direct(x.compare(y)),
            (x, y) => y.is_some().cmp(&x.is_some()),
        },
    }
}

/// What a metric is sorted by.
fn size(metric: &Metric) -> Option<Decimal> {
    metric.amount().or_else(|| match metric.value.as_ref()? {
        Value::Fraction(top, _) => Some(*top),
        Value::Ratio(parts) => parts.first().copied(),
        Value::Figure(figure) | Value::Range(figure, _) => Some(*figure),
    })
}

fn fact(desk: &Desk, index: u32) -> &Metric {
    &desk.metrics()[index as usize].at.fact
}

/// A character as the search sees it: one width, one case.
fn plain(c: char) -> char {
    fold(c).to_ascii_lowercase()
}

/// Whether the row of a metric mentions `term`, which is in [`plain`] characters.
fn mentions(desk: &Desk, index: u32, term: &[char]) -> bool {
    let metric = fact(desk, index);
    let section = desk.metrics()[index as usize].at.section;
    [metric.name.as_str(), &metric.full_name, &metric.unit, section_title(desk, section)]
        .iter()
        .any(|text| holds(text, term))
        || holds(metric.span.shift(desk.metrics()[index as usize].at.offset).of(desk.text()), term)
        || holds(&section_label(desk, section), term)
}

/// Whether `text` holds `term`.
fn holds(text: &str, term: &[char]) -> bool {
    text.char_indices().any(|(at, _)| {
        let mut rest = text[at..].chars().map(plain);
        term.iter().all(|c| rest.next() == Some(*c))
    })
}

/// The row of metric `index`.
#[must_use]
pub fn metric_row(desk: &Desk, index: u32) -> Option<MetricRow> {
    let placed = desk.metrics().get(index as usize)?;
    let metric = &placed.at.fact;
    let span = desk.place(Mark::Metric(index))?;
    let name = if metric.name.is_empty() { &metric.full_name } else { &metric.name };
    Some(MetricRow {
        mark: Mark::Metric(index),
        span,
        name: if name.is_empty() { span.of(desk.text()).to_owned() } else { name.clone() },
        full_name: (metric.full_name != *name).then(|| metric.full_name.clone()),
        value: value_text(metric, span.of(desk.text())),
        unit: metric.unit.clone(),
        status: match metric.status {
            Status::Done => "",
            Status::Planned => "计划",
            Status::Estimated => "预计",
        },
        section: section_label(desk, placed.at.section),
        section_title: section_title(desk, placed.at.section).to_owned(),
    })
}

/// The value as a reader would say it; `written` is the measure in the text.
fn value_text(metric: &Metric, written: &str) -> Option<String> {
    let figure = match metric.value.as_ref()? {
        Value::Figure(figure) if metric.kind == crate::metric::MetricKind::Rank => {
            format!("第{figure}")
        }
        Value::Figure(figure) => figure.to_string(),
        Value::Range(from, to) => format!("{from}—{to}"),
        Value::Fraction(top, bottom) => format!("{top}/{bottom}"),
        Value::Ratio(parts) => parts.iter().map(Decimal::to_string).collect::<Vec<_>>().join(":"),
    };
    Some(match metric.approximation {
        Approximation::Exact | Approximation::Unknown => figure,
        Approximation::About => format!("约{figure}"),
        Approximation::AtLeast if written.contains(['余', '多']) => format!("{figure}余"),
        Approximation::AtLeast => format!("{figure}以上"),
        Approximation::MoreThan => format!("超{figure}"),
        Approximation::AtMost => format!("≤{figure}"),
        Approximation::LessThan => format!("近{figure}"),
    })
}

/// The head of the exported table.
const HEAD: [&str; 8] = ["指标", "数值", "单位", "时期", "范围", "状态", "章节", "原文"];

/// The table of the metrics in `order` as tab-separated text, for WPS and Excel.
#[must_use]
pub fn metrics_tsv(desk: &Desk, order: &[u32]) -> String {
    let mut text = HEAD.join("\t");
    for row in order.iter().filter_map(|&i| metric_row(desk, i).map(|row| (row, i))) {
        let (row, index) = row;
        let placed = &desk.metrics()[index as usize];
        let metric = &placed.at.fact;
        let cells = [
            row.full_name.as_deref().unwrap_or(&row.name),
            row.value.as_deref().unwrap_or("待填"),
            &row.unit,
            metric.period.as_deref().unwrap_or(""),
            metric.scope.as_deref().unwrap_or(""),
            row.status,
            &row.section,
            placed.at.place(metric.sentence).of(desk.text()),
        ];
        text.push_str("\r\n");
        text.push_str(&cells.map(cell).join("\t"));
    }
    text
}

/// A cell that a spreadsheet takes for text: no tab or line break in it, and never a formula.
fn cell(text: &str) -> String {
    let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let flat = flat.trim().to_owned();
    let formula = flat.chars().next().is_some_and(|c| matches!(fold(c), '=' | '+' | '-' | '@'));
    let number = flat.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || c == '.');
    if formula && !number { format!("'{flat}") } else { flat }
}

#[cfg(test)]
mod tests {
    use super::super::sample::desk;
    use super::*;

    #[track_caller]
    fn check(query: &str, open_only: bool, sort: Option<(Column, bool)>, expected: &[u32]) {
        let filter = MetricFilter { query: query.to_owned(), open_only };
        let sort = sort.map(|(column, descending)| Sort { column, descending });
        assert_eq!(metric_order(&desk(), &filter, sort, &str::cmp), expected);
    }

    #[test]
    fn filters_by_words_of_any_column() {
        check("", false, None, &[0, 1, 2]);
        check("心得", false, None, &[0]);
        check("亿元", false, None, &[2]);
        check("３２", false, None, &[0]);
        check("城区 投资", false, None, &[2]);
        check("没有", false, None, &[]);
        check("", true, None, &[1, 2]);
    }

    #[test]
    fn sorts_and_keeps_what_has_no_value_last() {
        check("", false, Some((Column::Value, false)), &[0, 1, 2]);
        check("", false, Some((Column::Value, true)), &[0, 1, 2]);
        check("", false, Some((Column::Section, true)), &[2, 1, 0]);
        check("", false, Some((Column::Unit, false)), &[2, 1, 0]);
    }

    #[test]
    fn three_presses_lead_back_to_reading_order() {
        let up = Sort::press(None, Column::Unit);
        assert_eq!(up, Some(Sort { column: Column::Unit, descending: false }));
        let down = Sort::press(up, Column::Unit);
        assert_eq!(down, Some(Sort { column: Column::Unit, descending: true }));
        assert_eq!(Sort::press(down, Column::Unit), None);
        assert_eq!(Sort::press(down, Column::Name).map(|s| s.column), Some(Column::Name));
    }

    #[test]
    fn puts_rows_into_words() {
        let row = metric_row(&desk(), 0).unwrap();
        let shown =
            (row.name.as_str(), row.value.as_deref(), row.unit.as_str(), row.section.as_str());
        assert_eq!(shown, ("撰写心得", Some("32"), "篇", "一"));
        let row = metric_row(&desk(), 2).unwrap();
        assert_eq!((row.value, row.section.as_str()), (None, "一·一·1"));
        assert_eq!(metric_row(&desk(), 3), None);
    }

    #[test]
    fn copies_a_table_that_a_spreadsheet_reads() {
        let tsv = metrics_tsv(&desk(), &[0, 1]);
        let lines: Vec<&str> = tsv.split("\r\n").collect();
        assert_eq!(lines[0], "指标\t数值\t单位\t时期\t范围\t状态\t章节\t原文");
        assert_eq!(lines[1], "撰写心得\t32\t篇\t\t\t\t一\t32篇");
        assert_eq!(lines[2], "对接工作\t待填\t次\t\t\t\t一\t*余次");
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        for (text, expected) in
            [("=1+1", "'=1+1"), ("-3.2", "-3.2"), ("＝cmd", "'＝cmd"), ("a\tb\nc", "a b c")]
        {
            assert_eq!(cell(text), expected);
        }
    }
}
