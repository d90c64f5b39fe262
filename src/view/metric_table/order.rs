//! Sorting: by which column, and the metrics that a filter lets through in that order.

use super::super::desk::Desk;
use super::filter::{MetricFilter, Sieve};
use super::value::{fact, size};
use std::cmp::Ordering;

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// The indicator's name.
    Name,
    /// The value, multiplier applied, so that 1.6万 comes after 9000.
    Value,
    /// The unit.
    Unit,
    /// The period, as written.
    Period,
    /// The scope, as written.
    Scope,
    /// Achieved, intended or foreseen.
    Status,
    /// The place in the report.
    Section,
    /// The sentence it stands in.
    Source,
}

impl Column {
    /// Every column, in the order in which they stand.
    pub const ALL: [Self; 8] = [
        Self::Name,
        Self::Value,
        Self::Unit,
        Self::Period,
        Self::Scope,
        Self::Status,
        Self::Section,
        Self::Source,
    ];
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

/// The metrics that `filter` lets through, sorted, as indices. `by_name` compares two names: the
/// page passes the browser's pinyin order.
#[must_use]
pub fn metric_order(
    desk: &Desk,
    filter: &MetricFilter,
    sort: Option<Sort>,
    by_name: &dyn Fn(&str, &str) -> Ordering,
) -> Vec<u32> {
    let sieve = Sieve::new(desk, filter);
    let mut order: Vec<u32> =
        (0..desk.metrics().len() as u32).filter(|&i| sieve.passes(i)).collect();
    let Some(sort) = sort else { return order };
    order.sort_by(|&a, &b| {
        let by = compare(desk, a, b, sort, by_name);
        by.then(a.cmp(&b))
    });
    order
}

/// How metric `a` stands to `b`; whatever lacks what it is sorted by comes last both ways.
fn compare(
    desk: &Desk,
    a: u32,
    b: u32,
    sort: Sort,
    by_name: &dyn Fn(&str, &str) -> Ordering,
) -> Ordering {
    let (x, y) = (fact(desk, a), fact(desk, b));
    let direct = |by: Ordering| if sort.descending { by.reverse() } else { by };
    let words = |x: Option<&str>, y: Option<&str>| match (x, y) {
        (Some(x), Some(y)) => direct(x.cmp(y)),
        (x, y) => y.is_some().cmp(&x.is_some()),
    };
    match sort.column {
        Column::Name => direct(by_name(&x.name, &y.name)),
        Column::Unit => direct(x.unit.cmp(&y.unit)),
        Column::Period => words(x.period.as_deref(), y.period.as_deref()),
        Column::Scope => words(x.scope.as_deref(), y.scope.as_deref()),
        Column::Status => direct((x.status as u8).cmp(&(y.status as u8))),
        Column::Section | Column::Source => direct(a.cmp(&b)),
        Column::Value => match (size(desk, a), size(desk, b)) {
            (Some(x), Some(y)) => direct(x.compare(y)),
            (x, y) => y.is_some().cmp(&x.is_some()),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::desk;
    use super::*;

    #[track_caller]
    fn check(column: Column, descending: bool, expected: &[u32]) {
        let sort = Some(Sort { column, descending });
        assert_eq!(metric_order(&desk(), &MetricFilter::default(), sort, &str::cmp), expected);
    }

    #[test]
    fn sorts_and_keeps_what_has_no_value_last() {
        check(Column::Value, false, &[0, 1, 2]);
        check(Column::Value, true, &[0, 1, 2]);
        check(Column::Section, true, &[2, 1, 0]);
        check(Column::Unit, false, &[2, 1, 0]);
        check(Column::Period, false, &[2, 0, 1]);
        check(Column::Period, true, &[2, 0, 1]);
        check(Column::Status, true, &[2, 0, 1]);
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
}
