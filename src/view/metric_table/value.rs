//! The value of a metric. Nothing else in the table looks at where a value comes from, so that
//! a value somebody types in counts everywhere once it counts here.

use super::super::desk::Desk;
use crate::metric::{Approximation, Metric, Value};
use crate::text::Decimal;

/// What the analysis says of metric `index`.
pub(super) fn fact(desk: &Desk, index: u32) -> &Metric {
    &desk.metrics()[index as usize].at.fact
}

/// Whether the value of metric `index` is still to be filled in.
pub(super) fn is_missing(desk: &Desk, index: u32) -> bool {
    fact(desk, index).value.is_none() && desk.draft().filled_in(index).is_none()
}

/// How sure the figure of metric `index` is.
pub(super) fn approximation(desk: &Desk, index: u32) -> Approximation {
    match fact(desk, index).approximation {
        _ if desk.draft().is_exact(index) => Approximation::Exact,
        // What is masked is not known to be exact; what somebody filled in is.
        Approximation::Unknown if desk.draft().filled_in(index).is_some() => Approximation::Exact,
        approximation => approximation,
    }
}

/// The amount of metric `index` in its unit without multiplier, to add, to compare and to draw:
/// 1.6万起 is 16000. A fraction or a ratio has none.
pub(super) fn amount(desk: &Desk, index: u32) -> Option<Decimal> {
    let metric = fact(desk, index);
    metric.amount().or_else(|| {
        let figure = Decimal::parse(desk.draft().filled_in(index)?)?;
        Some(figure.times_power_of_ten(metric.power))
    })
}

/// What metric `index` is sorted by: its amount, or the first figure of what has none.
pub(super) fn size(desk: &Desk, index: u32) -> Option<Decimal> {
    amount(desk, index).or_else(|| match fact(desk, index).value.as_ref()? {
        Value::Fraction(top, _) => Some(*top),
        Value::Ratio(parts) => parts.first().copied(),
        Value::Figure(figure) | Value::Range(figure, _) => Some(*figure),
    })
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::desk;
    use super::*;

    #[test]
    fn what_is_filled_in_counts() {
        assert!(is_missing(&desk(), 1) && is_missing(&desk(), 2));
        let mut draft = desk().draft().clone();
        draft.fill(0, "1,200", "").unwrap();
        draft.fill(1, "３.５", "").unwrap();
        draft.drop_approximator(0, true);
        let desk = desk().next(draft);
        assert!(!is_missing(&desk, 1) && !is_missing(&desk, 2));
        assert_eq!(desk.draft().shown_value(1).as_deref(), Some("1,200"));
        assert_eq!(amount(&desk, 1), Some(Decimal::whole(1200)));
        assert_eq!(amount(&desk, 2), Some(Decimal::whole(350_000_000)));
        assert_eq!(approximation(&desk, 1), Approximation::Exact);
    }
}
