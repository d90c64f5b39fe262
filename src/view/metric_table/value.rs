//! The value of a metric. Nothing else in the table looks at where a value comes from, so that
//! a value somebody types in counts everywhere once it counts here.

use super::super::desk::{Desk, Mark};
use crate::metric::{Approximation, Metric, MetricKind, Value};
use crate::text::Decimal;

/// What the analysis says of metric `index`.
pub(super) fn fact(desk: &Desk, index: u32) -> &Metric {
    &desk.metrics()[index as usize].at.fact
}

/// Whether the value of metric `index` is still to be filled in.
pub(super) fn is_missing(desk: &Desk, index: u32) -> bool {
    fact(desk, index).value.is_none()
}

/// The value of metric `index` as a reader would say it: 约32, 10—20, 第9; `None` if it is to be
/// filled in.
pub(super) fn shown_value(desk: &Desk, index: u32) -> Option<String> {
    let metric = fact(desk, index);
    let figure = match metric.value.as_ref()? {
        Value::Figure(figure) if metric.kind == MetricKind::Rank => format!("第{figure}"),
        Value::Figure(figure) => figure.to_string(),
        Value::Range(from, to) => format!("{from}—{to}"),
        Value::Fraction(top, bottom) => format!("{top}/{bottom}"),
        Value::Ratio(parts) => parts.iter().map(Decimal::to_string).collect::<Vec<_>>().join(":"),
    };
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

/// The amount of metric `index` in its unit without multiplier, to add, to compare and to draw:
/// 1.6万起 is 16000. A fraction or a ratio has none.
pub(super) fn amount(desk: &Desk, index: u32) -> Option<Decimal> {
    fact(desk, index).amount()
}

/// What metric `index` is sorted by: its amount, or the first figure of what has none.
pub(super) fn size(desk: &Desk, index: u32) -> Option<Decimal> {
    amount(desk, index).or_else(|| match fact(desk, index).value.as_ref()? {
        Value::Fraction(top, _) => Some(*top),
        Value::Ratio(parts) => parts.first().copied(),
        Value::Figure(figure) | Value::Range(figure, _) => Some(*figure),
    })
}
