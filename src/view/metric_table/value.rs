//! The value of a metric. Nothing else in the table looks at where a value comes from, so that
//! a value somebody types in counts everywhere once it counts here.

use super::super::desk::{Desk, Mark};
use crate::metric::{Approximation, Metric, MetricKind, Value};
use crate::text::Decimal;

/// What the analysis says of metric `index`.
pub(super) fn fact(desk: &Desk, index: u32) -> &Metric {
    &desk.metrics()[index as usize].at.fact
}

/// What was filled in for metric `index`. A figure that stands in the text is not looked at.
fn filled_in(desk: &Desk, index: u32) -> Option<&str> {
    let metric = desk.metrics().get(index as usize).filter(|m| m.at.fact.value.is_none())?;
    desk.value(metric.placeholder?)
}

/// Whether the value of metric `index` is still to be filled in.
pub(super) fn is_missing(desk: &Desk, index: u32) -> bool {
    fact(desk, index).value.is_none() && filled_in(desk, index).is_none()
}

/// The value of metric `index` as a reader would say it: 约32, 10—20, 第9; `None` if it is to be
/// filled in.
pub(super) fn shown_value(desk: &Desk, index: u32) -> Option<String> {
    let metric = fact(desk, index);
    let figure = match &metric.value {
        None => ordinal(metric, filled_in(desk, index)?),
        Some(Value::Figure(figure)) => ordinal(metric, &figure.to_string()),
        Some(Value::Range(from, to)) => format!("{from}—{to}"),
        Some(Value::Fraction(top, bottom)) => format!("{top}/{bottom}"),
        Some(Value::Ratio(parts)) => {
            parts.iter().map(Decimal::to_string).collect::<Vec<_>>().join(":")
        }
    };
    if is_exact(desk, index) {
        return Some(figure);
    }
    let written = desk.place(Mark::Metric(index)).map_or("", |span| span.of(desk.text()));
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

/// A figure, or the place that it says: 第9.
fn ordinal(metric: &Metric, figure: &str) -> String {
    if metric.kind == MetricKind::Rank { format!("第{figure}") } else { figure.to_owned() }
}

/// Whether somebody said that the figure filled in for metric `index` is exact, so that its 余 goes.
fn is_exact(desk: &Desk, index: u32) -> bool {
    let blank = desk.metrics()[index as usize].placeholder;
    let place = blank.and_then(|blank| desk.place(Mark::Blank(blank)));
    place.is_some_and(|place| desk.draft().marks().exact.contains(&place))
}

/// How sure the figure of metric `index` is.
pub(super) fn approximation(desk: &Desk, index: u32) -> Approximation {
    match fact(desk, index).approximation {
        _ if is_exact(desk, index) => Approximation::Exact,
        // What is masked is not known to be exact; what somebody filled in is.
        Approximation::Unknown if filled_in(desk, index).is_some() => Approximation::Exact,
        approximation => approximation,
    }
}

/// The amount of metric `index` in its unit without multiplier, to add, to compare and to draw:
/// 1.6万起 is 16000. A fraction or a ratio has none.
pub(super) fn amount(desk: &Desk, index: u32) -> Option<Decimal> {
    let metric = fact(desk, index);
    metric.amount().or_else(|| {
        let figure = Decimal::parse(filled_in(desk, index)?)?;
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
        assert_eq!(shown_value(&desk, 1).as_deref(), Some("1,200"));
        assert_eq!(amount(&desk, 1), Some(Decimal::whole(1200)));
        assert_eq!(amount(&desk, 2), Some(Decimal::whole(350_000_000)));
        assert_eq!(approximation(&desk, 1), Approximation::Exact);
    }
}
