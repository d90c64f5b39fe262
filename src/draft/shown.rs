//! The value of a metric as a reader would say it. What somebody filled in counts as if it had
//! always stood in the text.

use super::{Draft, place};
use crate::metric::{Approximation, Metric, MetricKind, Value};
use crate::text::{Decimal, Span};

impl Draft {
    /// What was filled in for metric `index`. A figure that stands in the text is not looked at.
    #[must_use]
    pub fn filled_in(&self, index: u32) -> Option<&str> {
        self.metric(index).filter(|metric| metric.value.is_none())?;
        self.value(self.blank_of_metric(index)?)
    }

    /// Whether somebody said that the figure filled in for metric `index` is exact, so that its 余
    /// goes.
    #[must_use]
    pub fn is_exact(&self, index: u32) -> bool {
        self.blank_of_metric(index).is_some_and(|place| self.marks.exact.contains(&place))
    }

    /// The value of metric `index` as a reader would say it: 约32, 10—20, 第9; `None` if it is to be
    /// filled in.
    #[must_use]
    pub fn shown_value(&self, index: u32) -> Option<String> {
        let metric = self.metric(index)?;
        let figure = match &metric.value {
            None => ordinal(metric, self.filled_in(index)?),
            Some(Value::Figure(figure)) => ordinal(metric, &figure.to_string()),
            Some(Value::Range(from, to)) => format!("{from}—{to}"),
            Some(Value::Fraction(top, bottom)) => format!("{top}/{bottom}"),
            Some(Value::Ratio(parts)) => {
                parts.iter().map(Decimal::to_string).collect::<Vec<_>>().join(":")
            }
        };
        if self.is_exact(index) {
            return Some(figure);
        }
        let placed = &self.session.analysis().metrics[index as usize].at;
        let written = placed.place(metric.span).of(self.text());
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

    fn metric(&self, index: u32) -> Option<&Metric> {
        self.session.analysis().metrics.get(index as usize).map(|metric| &*metric.at.fact)
    }

    /// The place of the blank that is the figure of metric `index`.
    fn blank_of_metric(&self, index: u32) -> Option<Span> {
        let analysis = self.session.analysis();
        let blank = analysis.metrics.get(index as usize)?.placeholder?;
        analysis.placeholders.get(blank as usize).map(place)
    }
}

/// A figure, or the place that it says: 第9.
fn ordinal(metric: &Metric, figure: &str) -> String {
    if metric.kind == MetricKind::Rank { format!("第{figure}") } else { figure.to_owned() }
}
