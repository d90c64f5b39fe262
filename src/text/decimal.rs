//! Exact decimal figures. A figure in a report is never a float.

use serde::{Deserialize, Serialize};
use std::fmt;

/// An exact decimal: `digits` × 10^-`scale`, with its trailing zeros kept (`1.50` is not `1.5`:
/// the number of places says how far the figure was rounded).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decimal {
    digits: i128,
    scale: u8,
}

/// Longer figures are codes, not quantities; and 24 digits times 10^12 (万亿) still fit `i128`.
const MOST_DIGITS: u32 = 24;

impl Decimal {
    /// The whole number `value`.
    #[must_use]
    pub const fn whole(value: i64) -> Self {
        Self { digits: value as i128, scale: 0 }
    }

    /// Reads digits of either width with at most one point; anything else in `text` (grouping
    /// commas and blanks, which the caller has checked) is passed over. `None` if there is no
    /// digit or there are too many.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (mut digits, mut scale, mut count, mut fraction) = (0_i128, 0_u8, 0_u32, false);
        for c in text.chars().map(super::scanner::fold) {
            match c {
                '0'..='9' => {
                    digits = digits * 10 + i128::from(c as u8 - b'0');
                    count += 1;
                    scale += u8::from(fraction);
                }
                '.' => fraction = true,
                _ => {}
            }
            if count > MOST_DIGITS {
                return None;
            }
        }
        let negative = text.trim_start().starts_with(['-', '－', '−']);
        (count > 0).then_some(Self { digits: if negative { -digits } else { digits }, scale })
    }

    /// The figure times 10^`power`; trailing zeros that the point passes disappear.
    #[must_use]
    pub fn times_power_of_ten(self, power: u8) -> Self {
        let moved = power.min(self.scale);
        let rest = u32::from(power - moved);
        Self { digits: self.digits * 10_i128.pow(rest), scale: self.scale - moved }
    }

    /// The same figure below zero.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { digits: -self.digits, scale: self.scale }
    }

    /// Whether it lies below zero.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.digits < 0
    }

    /// How many places stand after the point.
    #[must_use]
    pub const fn scale(self) -> u8 {
        self.scale
    }

    /// The whole number it is, if it has no fraction.
    #[must_use]
    pub fn as_whole(self) -> Option<i128> {
        let unit = 10_i128.pow(u32::from(self.scale));
        (self.digits % unit == 0).then(|| self.digits / unit)
    }

    /// Which of the two is greater; `1.50` and `1.5` are the same amount, though not `==`.
    #[must_use]
    pub fn compare(self, other: Self) -> std::cmp::Ordering {
        let (a, b, _) = self.aligned(other);
        a.cmp(&b)
    }

    /// The digits of both at one scale, so that they can be compared or added exactly.
    fn aligned(self, other: Self) -> (i128, i128, u8) {
        let scale = self.scale.max(other.scale);
        let lift = |d: Self| d.digits * 10_i128.pow(u32::from(scale - d.scale));
        (lift(self), lift(other), scale)
    }
}

impl std::ops::Add for Decimal {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        let (a, b, scale) = self.aligned(other);
        Self { digits: a + b, scale }
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.digits < 0 { "-" } else { "" };
        let unit = 10_u128.pow(u32::from(self.scale));
        let (whole, part) = (self.digits.unsigned_abs() / unit, self.digits.unsigned_abs() % unit);
        match self.scale {
            0 => write!(f, "{sign}{whole}"),
            scale => write!(f, "{sign}{whole}.{part:0width$}", width = usize::from(scale)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, printed: &str, times_ten_thousand: &str) {
        let figure = Decimal::parse(text).expect(text);
        assert_eq!(figure.to_string(), printed);
        assert_eq!(figure.times_power_of_ten(4).to_string(), times_ten_thousand);
    }

    #[test]
    fn reads_and_prints() {
        check("32", "32", "320000");
        check("1.50", "1.50", "15000");
        check("１２３．５", "123.5", "1235000");
        check("45,000", "45000", "450000000");
        check("0.12345", "0.12345", "1234.5");
        check("-3.2", "-3.2", "-32000");
    }

    #[test]
    fn refuses_what_is_no_figure() {
        assert_eq!(Decimal::parse("万元"), None);
        assert_eq!(Decimal::parse(&"1".repeat(40)), None);
    }

    #[test]
    fn adds_and_compares_exactly() {
        let sum = ["100.23", "170.37", "168.59"]
            .iter()
            .filter_map(|s| Decimal::parse(s))
            .fold(Decimal::whole(0), |a, b| a + b);
        assert_eq!(sum, Decimal::parse("439.19").unwrap());
        let [a, b] = ["1.5", "1.49"].map(|s| Decimal::parse(s).unwrap());
        assert_eq!(a.compare(b), std::cmp::Ordering::Greater);
    }
}
