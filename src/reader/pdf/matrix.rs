//! Places on a page, and how they are moved, turned and scaled (ISO 32000-1, 8.3).

/// No page reaches further, in points; it keeps all products finite.
const FARTHEST: f64 = 1e9;

/// A transformation: x to ax + cy + e, y to bx + dy + f.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Matrix(pub(super) [f64; 6]);

#[expect(clippy::many_single_char_names, reason = "the names of the standard, 8.3.4")]
impl Matrix {
    /// What leaves everything in its place.
    pub(super) const NONE: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// The first six numbers, if there are as many.
    pub(super) fn of(numbers: &[f64]) -> Option<Self> {
        let numbers: [f64; 6] = numbers.get(..6)?.try_into().ok()?;
        Some(Self(numbers.map(limited)))
    }

    /// This transformation, and `after` it the other.
    pub(super) fn then(self, after: Self) -> Self {
        let ([a, b, c, d, e, f], [g, h, i, j, k, l]) = (self.0, after.0);
        let product = [
            a * g + b * i,
            a * h + b * j,
            c * g + d * i,
            c * h + d * j,
            e * g + f * i + k,
            e * h + f * j + l,
        ];
        Self(product.map(limited))
    }

    /// Where a place comes to lie.
    pub(super) fn place(self, x: f64, y: f64) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (limited(a * x + c * y + e), limited(b * x + d * y + f))
    }

    /// A move.
    pub(super) fn moved(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, limited(x), limited(y)])
    }

    /// A turn by a multiple of 90 degrees, clockwise.
    pub(super) fn turned(degrees: i32) -> Self {
        Self(match degrees {
            90 => [0.0, -1.0, 1.0, 0.0, 0.0, 0.0],
            180 => [-1.0, 0.0, 0.0, -1.0, 0.0, 0.0],
            270 => [0.0, 1.0, -1.0, 0.0, 0.0, 0.0],
            _ => return Self::NONE,
        })
    }
}

fn limited(number: f64) -> f64 {
    number.clamp(-FARTHEST, FARTHEST)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn transformations_follow_each_other() {
        let scaled = Matrix([2.0, 0.0, 0.0, 2.0, 0.0, 0.0]);
        assert_eq!(Matrix::moved(1.0, 2.0).then(scaled).place(1.0, 1.0), (4.0, 6.0));
        assert_eq!(scaled.then(Matrix::moved(1.0, 2.0)).place(1.0, 1.0), (3.0, 4.0));
        assert_eq!(Matrix::turned(90).place(3.0, 1.0), (1.0, -3.0));
        let huge = Matrix([1e300, 0.0, 0.0, 1e300, 0.0, 0.0]);
        assert_eq!((0..50).fold(huge, |all, _| all.then(huge)).place(1e9, 1.0), (1e9, 1e9));
    }
}
