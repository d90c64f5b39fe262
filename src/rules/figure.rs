//! Figures as what they can be: a printed 59.94 is anything from 59.935 to 59.945.

use crate::metric::{Approximation, Metric, Value};
use crate::text::Decimal;
use crate::text::unit::Dimension;

/// All values a printed figure can stand for, ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Interval {
    /// In units of 10^-[`PLACES`].
    low: i128,
    high: i128,
}

/// So many places after the point are kept. A figure with more of them is not judged.
const PLACES: u8 = 6;

/// Figures from 10^16 on are not judged: their products would not fit.
const MOST: i128 = 10_i128.pow(16 + PLACES as u32);

impl Interval {
    /// What the figure of a metric can be; `None` if it is masked, no single figure, or unknown.
    pub(super) fn of(metric: &Metric) -> Option<Self> {
        let Value::Figure(figure) = metric.value.as_ref()? else { return None };
        // What is counted is not rounded, unless it is told in 万.
        let counted = matches!(metric.dimension, Dimension::Count | Dimension::Person);
        let exact = counted && metric.power == 0 && figure.scale() == 0;
        let interval = Self::printed(*figure, metric.power, exact)?;
        match metric.approximation {
            Approximation::Exact => Some(interval),
            Approximation::Unknown => None,
            _ => Some(interval.wider()),
        }
    }

    /// What is printed as `figure` times 10^`power`.
    pub(super) fn printed(figure: Decimal, power: u8, exact: bool) -> Option<Self> {
        let scale = figure.scale();
        let large = figure.magnitude().compare(Decimal::whole(1_000_000_000_000)).is_gt();
        if scale >= PLACES || power > 12 || large {
            return None;
        }
        let value = figure.times_power_of_ten(power).times_power_of_ten(PLACES).as_whole()?;
        let half = 10_i128.pow(u32::from(PLACES - scale + power)) / 2;
        let half = if exact { 0 } else { half };
        (value.abs() < MOST).then_some(Self { low: value - half, high: value + half })
    }

    /// A whole number, exactly.
    pub(super) fn whole(value: i64) -> Self {
        let value = i128::from(value) * 10_i128.pow(u32::from(PLACES));
        Self { low: value, high: value }
    }

    /// A tenth more and less, for 约 and 余.
    fn wider(self) -> Self {
        let tenth = self.low.abs().max(self.high.abs()) / 10;
        Self { low: self.low - tenth, high: self.high + tenth }
    }

    /// What a figure can be that somebody may have cut off instead of rounding it: 99.66 for 99.667.
    pub(super) fn cut_off(self) -> Self {
        let half = (self.high - self.low) / 2;
        Self { low: self.low - half, high: self.high + half }
    }

    pub(super) fn plus(self, other: Self) -> Self {
        Self { low: self.low + other.low, high: self.high + other.high }
    }

    pub(super) fn minus(self, other: Self) -> Self {
        Self { low: self.low - other.high, high: self.high - other.low }
    }

    pub(super) fn times(self, factor: i64) -> Self {
        let factor = i128::from(factor);
        Self { low: self.low * factor, high: self.high * factor }
    }

    /// The quotient by something above zero; rounded outwards.
    pub(super) fn over(self, other: Self) -> Option<Self> {
        if other.low <= 0 {
            return None;
        }
        let one = 10_i128.pow(u32::from(PLACES));
        let by = |a: i128, b: i128| a.checked_mul(one).map(|a| a.div_euclid(b));
        let low = by(self.low, other.high)?.min(by(self.low, other.low)?);
        let high = by(self.high, other.low)?.max(by(self.high, other.high)?);
        Some(Self { low, high: high + 1 })
    }

    /// Without its sign.
    pub(super) fn magnitude(self) -> Self {
        match (self.low >= 0, self.high >= 0) {
            (true, _) => self,
            (_, false) => Self { low: -self.high, high: -self.low },
            _ => Self { low: 0, high: self.high.max(-self.low) },
        }
    }

    /// Whether both can be the same.
    pub(super) fn meets(self, other: Self) -> bool {
        self.low <= other.high && other.low <= self.high
    }

    /// Whether it is greater for certain.
    pub(super) fn exceeds(self, other: Self) -> bool {
        self.low > other.high
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn printed(text: &str) -> Interval {
        Interval::printed(Decimal::parse(text).unwrap(), 0, false).unwrap()
    }

    #[track_caller]
    fn check_share(part: &str, whole: &str, per_cent: &str, fits: bool) {
        let ratio = printed(part).over(printed(whole)).unwrap().times(100);
        assert_eq!(ratio.meets(printed(per_cent)), fits, "{part}/{whole}={per_cent}%");
    }

    #[test]
    fn rounding_is_no_error() {
        check_share("25.47", "42.5", "59.94", true);
        check_share("464", "831", "55.8", true);
        check_share("120.44", "132.63", "90.8", true);
        check_share("25.47", "42.5", "62.1", false);
    }

    #[test]
    fn a_figure_may_be_cut_off() {
        let ratio = printed("299").over(printed("300")).unwrap().times(100);
        let counted = Interval::whole(299).over(Interval::whole(300)).unwrap().times(100);
        assert!(ratio.meets(printed("99.66")) && !counted.meets(printed("99.66")));
        assert!(counted.meets(printed("99.66").cut_off()));
        assert!(!counted.meets(printed("99.64").cut_off()));
    }

    #[track_caller]
    fn check_sum(total: &str, parts: &[&str], fits: bool) {
        let sum = parts.iter().map(|part| printed(part)).reduce(Interval::plus).unwrap();
        assert_eq!(sum.meets(printed(total)), fits, "{total}={parts:?}");
    }

    #[test]
    fn sums_are_as_exact_as_their_parts() {
        check_sum("439.19", &["100.23", "170.37", "168.59"], true);
        check_sum("236.4", &["28.5", "105.3", "102.7"], true);
        check_sum("8.29", &["6.14", "0.891", "1.31"], false);
    }

    #[test]
    fn what_is_too_large_is_not_judged() {
        let large = Decimal::parse(&"9".repeat(24)).unwrap();
        assert_eq!(Interval::printed(large, 12, false), None);
        assert_eq!(Interval::printed(Decimal::parse("0.1234567").unwrap(), 0, false), None);
    }
}
