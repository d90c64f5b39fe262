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

    /// The figure divided by 10^`power`, without trailing zeros after the point.
    #[must_use]
    pub fn over_power_of_ten(self, power: u8) -> Self {
        let mut shifted = Self { digits: self.digits, scale: self.scale + power };
        while shifted.scale > 0 && shifted.digits % 10 == 0 {
            shifted = Self { digits: shifted.digits / 10, scale: shifted.scale - 1 };
        }
        shifted
    }

    /// The sum; `None` if it has more digits than fit. A sum over a whole report can have: each
    /// figure may have 24, and one of them before the point, the next after it.
    #[must_use]
    pub fn checked_add(self, other: Self) -> Option<Self> {
        let scale = self.scale.max(other.scale);
        let lift = |d: Self| d.digits.checked_mul(10_i128.checked_pow(u32::from(scale - d.scale))?);
        Some(Self { digits: lift(self)?.checked_add(lift(other)?)?, scale })
    }

    /// Which part of `whole` it is, in thousandths, rounded down and without regard to signs. For
    /// pictures: beyond six places after the point it is not exact.
    #[must_use]
    pub fn thousandths_of(self, whole: Self) -> u16 {
        let millionths =
            |d: Self| d.digits.abs().saturating_mul(1_000_000) / 10_i128.pow(u32::from(d.scale));
        let part = millionths(self) / (millionths(whole) / 1000).max(1);
        u16::try_from(part.min(1000)).unwrap_or(1000)
    }

    /// The same figure without its sign.
    #[must_use]
    pub const fn magnitude(self) -> Self {
        Self { digits: self.digits.abs(), scale: self.scale }
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
        // 10^23 and 10^-23 at one scale would not fit; whole parts do, and so do fractions, which
        // are less than one.
        let (whole, fraction) = self.parts();
        let (other_whole, other_fraction) = other.parts();
        whole.cmp(&other_whole).then_with(|| {
            let (a, b, _) = fraction.aligned(other_fraction);
            a.cmp(&b)
        })
    }

    /// The next whole number below it, and what it lies above that.
    fn parts(self) -> (i128, Self) {
        let unit = 10_i128.pow(u32::from(self.scale));
        let fraction = Self { digits: self.digits.rem_euclid(unit), scale: self.scale };
        (self.digits.div_euclid(unit), fraction)
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
        assert_eq!(a.negated().compare(b.negated()), std::cmp::Ordering::Less);
    }

    #[test]
    fn figures_far_apart_do_not_overflow() {
        let large = Decimal::parse(&"9".repeat(24)).unwrap();
        let small = Decimal::parse(&format!("0.{}1", "0".repeat(22))).unwrap();
        assert_eq!(large.compare(small), std::cmp::Ordering::Greater);
        assert_eq!(large.checked_add(small), None);
        assert_eq!(
            large.checked_add(Decimal::whole(1)).unwrap().to_string(),
            format!("1{}", "0".repeat(24))
        );
    }

    #[test]
    fn parts_are_counted_in_thousandths() {
        for (part, whole, expected) in [
            ("1.25", "5", 250),
            ("-5", "10", 500),
            ("7", "7", 1000),
            ("0", "0", 0),
            ("1", "3", 333),
        ] {
            let [part, whole] = [part, whole].map(|text| Decimal::parse(text).unwrap());
            assert_eq!(part.thousandths_of(whole), expected);
        }
    }

    #[test]
    fn divides_by_powers_of_ten() {
        for (text, power, expected) in
            [("35000", 4, "3.5"), ("1.50", 0, "1.5"), ("0", 4, "0"), ("-12", 1, "-1.2")]
        {
            let figure = Decimal::parse(text).unwrap();
            assert_eq!(figure.over_power_of_ten(power).to_string(), expected);
        }
    }
}
