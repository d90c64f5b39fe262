//! A picture of figures: one bar for each, of those that can be compared.

use super::super::desk::Desk;
use super::row::metric_name;
use super::unit::base_unit;
use super::value::{amount, fact};
use crate::metric::MetricKind;
use crate::text::Decimal;
use crate::text::order;
use std::cmp::Reverse;

/// So many bars are read at a glance; the rest is counted.
const MOST_BARS: usize = 12;

/// So many series are offered, the largest.
const MOST_SERIES: usize = 30;

/// Figures that can be compared: of one unit without multiplier, and of one kind, because a growth
/// of 8% is not the less of a share of 60%.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesKey {
    /// The unit without multiplier.
    pub unit: String,
    /// What is measured of the indicators.
    pub kind: MetricKind,
}

/// One figure in the picture. Its bar begins at `start` and is `length` long, in parts of 1000 of
/// the width.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The metric.
    pub metric: u32,
    /// The indicator's name.
    pub name: String,
    /// Value and unit as the table has them.
    pub value: String,
    /// Where the bar begins.
    pub start: u16,
    /// How long it is.
    pub length: u16,
}

/// The picture of a series, the greatest figure first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bars {
    /// The figures that are shown: those furthest from zero.
    pub bars: Vec<Bar>,
    /// Where zero is, in parts of 1000 of the width.
    pub zero: u16,
    /// How many figures are not shown.
    pub rest: usize,
}

/// What can be drawn of the metrics in `order`: every series of two or more figures, the largest
/// first, and how many figures it has.
#[must_use]
pub fn series(desk: &Desk, order: &[u32]) -> Vec<(SeriesKey, usize)> {
    let mut found: Vec<((&str, MetricKind), usize)> = Vec::new();
    for &index in order.iter().filter(|&&index| is_drawn(desk, index)) {
        let key = key(desk, index);
        match found.iter_mut().find(|(known, _)| *known == key) {
            Some((_, count)) => *count += 1,
            None => found.push((key, 1)),
        }
    }
    found.retain(|(_, count)| *count > 1);
    order::sort_by_key(&mut found, |(_, count)| Reverse(*count));
    let series = found.into_iter().take(MOST_SERIES);
    series.map(|((unit, kind), count)| (SeriesKey { unit: unit.to_owned(), kind }, count)).collect()
}

/// The picture of the series `shown` of the metrics in `order`.
#[must_use]
pub fn bars(desk: &Desk, order: &[u32], shown: &SeriesKey) -> Bars {
    let of_series = |&index: &u32| {
        let same = key(desk, index) == (shown.unit.as_str(), shown.kind);
        let amount = amount(desk, index).filter(|_| same && is_drawn(desk, index))?;
        Some((index, amount))
    };
    let mut figures: Vec<(u32, Decimal)> = order.iter().filter_map(of_series).collect();
    let rest = figures.len().saturating_sub(MOST_BARS);
    order::sort_by(&mut figures, |(_, a), (_, b)| b.magnitude().compare(a.magnitude()));
    figures.truncate(MOST_BARS);
    order::sort_by(&mut figures, |(_, a), (_, b)| b.compare(*a));
    let zero = Decimal::whole(0);
    let greatest =
        figures.first().map_or(zero, |(_, first)| if first.is_negative() { zero } else { *first });
    let least =
        figures.last().map_or(zero, |(_, last)| if last.is_negative() { *last } else { zero });
    let range = greatest.checked_add(least.negated()).unwrap_or(greatest);
    let zero = least.thousandths_of(range);
    let bars = figures.iter().map(|&(index, amount)| {
        let length = amount.thousandths_of(range);
        Bar {
            metric: index,
            name: metric_name(desk, index).to_owned(),
            value: measure(
                &desk.draft().shown_value(index).unwrap_or_default(),
                &fact(desk, index).unit,
            ),
            start: if amount.is_negative() { zero.saturating_sub(length) } else { zero },
            length,
        }
    });
    Bars { bars: bars.collect(), zero, rest }
}

/// Unit and kind of metric `index`.
fn key(desk: &Desk, index: u32) -> (&str, MetricKind) {
    let metric = fact(desk, index);
    (base_unit(metric), metric.kind)
}

/// Whether metric `index` has a figure whose size says something: the 9th place is no larger than
/// the 3rd, and a range has two ends.
fn is_drawn(desk: &Desk, index: u32) -> bool {
    let kind = fact(desk, index).kind;
    !matches!(kind, MetricKind::Rank | MetricKind::Range) && amount(desk, index).is_some()
}

/// Value and unit as one says them: 92%以上, not 92以上%.
fn measure(value: &str, unit: &str) -> String {
    match value.strip_suffix("以上") {
        Some(figure) => [figure, unit, "以上"].concat(),
        None => [value, unit].concat(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::read;
    use super::*;

    /// The bars of the largest series of a text, as value, start and length.
    #[track_caller]
    fn check(text: &str, expected: &[(&str, u16, u16)], zero: u16) {
        let desk = read(text);
        let order: Vec<u32> = (0..desk.metrics().len() as u32).collect();
        let series = series(&desk, &order);
        let picture = bars(&desk, &order, &series[0].0);
        let found: Vec<_> =
            picture.bars.iter().map(|b| (b.value.as_str(), b.start, b.length)).collect();
        assert_eq!((found.as_slice(), picture.zero), (expected, zero), "{text}");
    }

    #[test]
    fn bars_are_as_long_as_their_figures() {
        check(
            "完成投资5000万元，发放补贴1亿元，还款*万元，增长8%。",
            &[("1亿元", 0, 1000), ("5000万元", 0, 500)],
            0,
        );
    }

    #[test]
    fn what_falls_points_the_other_way() {
        check(
            "收入增长6%，税收增长2%，能耗下降2%。",
            &[("6%", 250, 750), ("2%", 250, 250), ("-2%", 0, 250)],
            250,
        );
    }

    #[test]
    fn words_about_the_figure_stay_where_one_says_them() {
        let expected = [("92%以上", 0, 1000), ("46%", 0, 500)];
        check("普及率达到92%以上，覆盖率达到46%。", &expected, 0);
    }

    #[test]
    fn zeros_have_no_length() {
        check("新建道路0公里，改造道路0公里。", &[("0公里", 0, 0), ("0公里", 0, 0)], 0);
    }

    #[test]
    fn the_rest_is_counted() {
        let lines: Vec<String> = (1..=20).map(|i| format!("新建道路{i}公里。")).collect();
        let desk = read(&lines.join("\n"));
        let order: Vec<u32> = (0..20).collect();
        let picture = bars(&desk, &order, &series(&desk, &order)[0].0);
        assert_eq!((picture.bars.len(), picture.rest), (12, 8));
        assert_eq!((picture.bars[0].metric, picture.bars[11].metric), (19, 8));
    }

    #[test]
    fn a_figure_alone_is_no_picture() {
        let desk = read("完成投资5000万元，排名第9位、第3位，增长8%。");
        let order: Vec<u32> = (0..desk.metrics().len() as u32).collect();
        assert_eq!(series(&desk, &order), []);
    }
}
