//! Sums: what a list of metrics comes to, where adding makes sense at all.

use super::super::desk::Desk;
use super::unit::base_unit;
use super::value::{amount, approximation, fact, is_missing};
use crate::metric::{Approximation, Metric, MetricKind, Status};
use crate::text::Decimal;
use crate::text::unit::Dimension;

/// What some metrics of one unit come to. The report does not say so: a total and its parts may
/// stand in one list, and nothing can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Total {
    /// The sum with its thousands apart: 1,234.5.
    pub sum: String,
    /// The unit, as most of the addends write it.
    pub unit: String,
    /// What the addends are: all achieved, or all intended, or all foreseen.
    pub status: Status,
    /// How many were added.
    pub addends: u32,
    /// How many more there are whose value is missing.
    pub open: u32,
    /// How many more there are that cannot be added: 约, 余, changes, ranges, another status.
    pub others: u32,
}

/// Where the addends of one status have got to.
#[derive(Clone, Debug)]
struct Sum<'a> {
    status: Status,
    amount: Option<Decimal>,
    addends: u32,
    /// Each unit as written, its power, and how many write it so.
    units: Vec<(&'a str, u8, u32)>,
}

/// What `metrics` come to; `None` unless two of them can be added and all that could be measure in
/// the same unit. Only amounts are added that are exact: 万元 and 亿元 by their power of ten.
#[must_use]
pub fn total(desk: &Desk, metrics: &[u32]) -> Option<Total> {
    let mut base = None;
    let mut sums = [Status::Done, Status::Planned, Status::Estimated].map(Sum::new);
    let (mut open, mut others) = (0, 0);
    for &index in metrics {
        let metric = fact(desk, index);
        if !is_amount(metric) {
            others += 1;
            continue;
        }
        if *base.get_or_insert(base_unit(metric)) != base_unit(metric) {
            return None;
        }
        match amount(desk, index).filter(|_| approximation(desk, index) == Approximation::Exact) {
            Some(amount) => sums[metric.status as usize].add(metric, amount),
            None if is_missing(desk, index) => open += 1,
            None => others += 1,
        }
    }
    let all: u32 = sums.iter().map(|sum| sum.addends).sum();
    // Of equally many the achieved ones; `max_by_key` would take the last.
    let sum = sums.into_iter().rev().max_by_key(|sum| sum.addends)?;
    let &(unit, power, _) = sum.units.iter().rev().max_by_key(|(_, _, count)| *count)?;
    let amount = sum.amount.filter(|_| sum.addends >= 2)?;
    Some(Total {
        sum: with_thousands(&amount.over_power_of_ten(power).to_string()),
        unit: unit.to_owned(),
        status: sum.status,
        addends: sum.addends,
        open,
        others: others + all - sum.addends,
    })
}

impl<'a> Sum<'a> {
    fn new(status: Status) -> Self {
        Self { status, amount: Some(Decimal::whole(0)), addends: 0, units: Vec::new() }
    }

    fn add(&mut self, metric: &'a Metric, amount: Decimal) {
        self.amount = self.amount.and_then(|sum| sum.checked_add(amount));
        self.addends += 1;
        match self.units.iter_mut().find(|(unit, ..)| *unit == metric.unit) {
            Some((_, _, count)) => *count += 1,
            None => self.units.push((&metric.unit, metric.power, 1)),
        }
    }
}

/// Words that make a figure one per something: 人均增收2万元 has a unit like any other.
const PER: [&str; 8] = ["人均", "户均", "平均", "亩均", "日均", "月均", "年均", "单价"];

/// Whether a metric is an amount that can be added to another of its unit: never a change, a rank,
/// a percentage or anything per something.
fn is_amount(metric: &Metric) -> bool {
    metric.kind == MetricKind::Level
        && !PER.iter().any(|word| metric.full_name.contains(word) || metric.name.contains(word))
        && !matches!(metric.dimension, Dimension::Ratio | Dimension::Other | Dimension::Time)
        && !metric.unit.contains(['/', '／'])
}

/// A figure with its thousands apart: 1,234.5.
fn with_thousands(figure: &str) -> String {
    let (whole, fraction) =
        figure.split_once('.').map_or((figure, None), |(whole, part)| (whole, Some(part)));
    let (sign, digits) = whole.strip_prefix('-').map_or(("", whole), |digits| ("-", digits));
    let mut text = sign.to_owned();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    if let Some(fraction) = fraction {
        text.push('.');
        text.push_str(fraction);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::read;
    use super::*;

    /// The sum of all metrics of a text, how many were added, are open, and were left out.
    #[track_caller]
    fn check(text: &str, expected: Option<(&str, u32, u32, u32)>) {
        let desk = read(text);
        let all: Vec<u32> = (0..desk.metrics().len() as u32).collect();
        let total = total(&desk, &all);
        let found = total.as_ref().map(|t| (format!("{}{}", t.sum, t.unit), t));
        let found = found.as_ref().map(|(sum, t)| (sum.as_str(), t.addends, t.open, t.others));
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn adds_exact_amounts_of_one_unit() {
        check("完成投资3.5万元，发放补贴1.2万元。", Some(("4.7万元", 2, 0, 0)));
        check("完成投资1200万元，发放补贴34万元，还款*万元。", Some(("1,234万元", 2, 1, 0)));
        check("完成投资3.5亿元，发放补贴5万元，还款10万元。", Some(("35,015万元", 3, 0, 0)));
        check("新建道路12公里，改造道路8公里。", Some(("20公里", 2, 0, 0)));
    }

    #[test]
    fn leaves_out_what_is_no_exact_amount() {
        check(
            "完成投资3万元，发放补贴5万元，还款约10万元，人均增收2万元，收入增长8%。",
            Some(("8万元", 2, 0, 3)),
        );
    }

    #[test]
    fn does_not_add_what_differs() {
        check("完成投资3.5万元，新建道路12公里。", None);
        check("完成投资3.5万元，还款*万元。", None);
        check("收入增长8%，税收增长5%。", None);
        check("排名全市第9位，上年第12位。", None);
        check("", None);
    }

    #[test]
    fn achieved_and_intended_are_not_one_sum() {
        check("完成投资3万元，发放补贴5万元。明年力争完成投资90万元。", Some(("8万元", 2, 0, 1)));
    }

    #[test]
    fn thousands_stand_apart() {
        for (figure, expected) in
            [("1234.5", "1,234.5"), ("-123456", "-123,456"), ("999", "999"), ("0.12345", "0.12345")]
        {
            assert_eq!(with_thousands(figure), expected);
        }
    }
}
