//! The frames of tables: which characters stand in which cell.
//!
//! A cell is where lines stand on all four sides. What is ruled less is read as text.

use super::page::{Length, Piece};
use crate::reader::limits;
use crate::text::order;
use std::collections::BTreeSet;

/// How far apart the ends of two lines may be that are one, or that meet.
const TOUCHING: Length = 2_500;

/// An area; `top` is less than `bottom`. In the order of reading.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Bounds {
    pub(super) top: Length,
    pub(super) left: Length,
    pub(super) bottom: Length,
    pub(super) right: Length,
}

impl Bounds {
    /// Whatever is drawn.
    pub(super) const ALL: Self = Self {
        top: Length::MIN / 4,
        left: Length::MIN / 4,
        bottom: Length::MAX / 4,
        right: Length::MAX / 4,
    };

    fn holds(&self, x: Length, y: Length) -> bool {
        (self.left..=self.right).contains(&x) && (self.top..=self.bottom).contains(&y)
    }

    /// Whether `other` is another area inside this one.
    fn encloses(&self, other: &Self) -> bool {
        self != other
            && self.left <= other.left
            && self.right >= other.right
            && self.top <= other.top
            && self.bottom >= other.bottom
    }
}

/// A line: where it runs across, and from where to where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Ruler {
    pub(super) at: Length,
    pub(super) start: Length,
    pub(super) end: Length,
}

impl Ruler {
    fn spans(&self, place: Length) -> bool {
        (self.start - TOUCHING..=self.end + TOUCHING).contains(&place)
    }

    fn meets(&self, other: &Self) -> bool {
        self.spans(other.at) && other.spans(self.at)
    }
}

/// The lines of a page.
pub(super) struct Grid {
    across: Vec<Ruler>,
    down: Vec<Ruler>,
    /// Horizontal lines that meet no other: what is underlined.
    loose: Vec<Ruler>,
}

type Place = (Length, Length);

impl Grid {
    pub(super) fn new(rules: impl Iterator<Item = (Place, Place)>) -> Self {
        let (mut across, mut down) = (Vec::new(), Vec::new());
        for ((x, y), (other_x, other_y)) in rules {
            if (x - other_x).abs() > (y - other_y).abs() {
                across.push(Ruler { at: y, start: x.min(other_x), end: x.max(other_x) });
            } else {
                down.push(Ruler { at: x, start: y.min(other_y), end: y.max(other_y) });
            }
        }
        let (across, down) = (merged(&across), merged(&down));
        // So many lines are a drawing. Each is compared with each.
        if across.len().saturating_mul(down.len()) > limits::MOST_MEETINGS {
            return Self { across: Vec::new(), down: Vec::new(), loose: Vec::new() };
        }
        let (across, loose) =
            across.into_iter().partition(|ruler| down.iter().any(|other| ruler.meets(other)));
        Self { across, down, loose }
    }

    /// Horizontal lines that meet no other, from top to bottom.
    pub(super) fn loose(&self) -> &[Ruler] {
        &self.loose
    }

    /// The cell of each piece.
    pub(super) fn cells(&self, pieces: &[Piece]) -> Vec<Option<Bounds>> {
        let lines = self.across.len() + self.down.len();
        if self.across.len() < 2 || self.down.len() < 2 {
            return vec![None; pieces.len()];
        }
        let (mut looks_left, mut last) = (limits::MOST_MEETINGS, None::<Bounds>);
        let mut places = Vec::with_capacity(pieces.len());
        for piece in pieces {
            let (x, y) = (i64::midpoint(piece.left, piece.right), piece.base - piece.size / 3);
            if last.is_none_or(|bounds| !bounds.holds(x, y)) {
                looks_left = looks_left.saturating_sub(lines);
                last = if looks_left > 0 { self.around(x, y) } else { None };
            }
            places.push(last);
        }
        let cells: BTreeSet<Bounds> = places.iter().flatten().copied().collect();
        let is_table = cells.len() > 1 && cells.len() * cells.len() <= limits::MOST_MEETINGS;
        // A frame around a table is no cell, and one cell alone is no table.
        let frames: BTreeSet<Bounds> = cells
            .iter()
            .filter(|cell| !is_table || cells.iter().any(|c| cell.encloses(c)))
            .copied()
            .collect();
        let is_alone = cells.len() - frames.len() < 2;
        for place in &mut places {
            *place = place.filter(|bounds| !is_alone && !frames.contains(bounds));
        }
        places
    }

    /// The lines next to a place on its four sides.
    fn around(&self, x: Length, y: Length) -> Option<Bounds> {
        let near = |rulers: &[Ruler], place: Length, along: Length| {
            let spanning =
                || rulers.iter().filter(|ruler| ruler.spans(along)).map(|ruler| ruler.at);
            let before = spanning().filter(|at| *at <= place).max()?;
            Some((before, spanning().filter(|at| *at > place).min()?))
        };
        let (top, bottom) = near(&self.across, y, x)?;
        let (left, right) = near(&self.down, x, y)?;
        Some(Bounds { top, left, bottom, right })
    }
}

/// The lines of which `rulers` are parts: programs draw the frame of each cell for itself.
fn merged(rulers: &[Ruler]) -> Vec<Ruler> {
    let mut merged: Vec<Ruler> = Vec::new();
    let mut row = 0;
    // Rows of lines that are next to each other first, then each row from one end to the other.
    let mut by_place = rulers.to_vec();
    order::sort_by_key(&mut by_place, |ruler| (ruler.at, ruler.start));
    let mut at = Length::MIN;
    let mut rows: Vec<(i64, Ruler)> = Vec::with_capacity(rulers.len());
    for ruler in by_place {
        if ruler.at.saturating_sub(at) > TOUCHING / 2 {
            (row, at) = (row + 1, ruler.at);
        }
        rows.push((row, Ruler { at, ..ruler }));
    }
    order::sort_by_key(&mut rows, |(row, ruler)| (*row, ruler.start));
    for (_, ruler) in rows {
        match merged.last_mut() {
            Some(last) if last.at == ruler.at && ruler.start <= last.end + TOUCHING => {
                last.end = last.end.max(ruler.end);
            }
            _ => merged.push(ruler),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;

    fn piece(x: Length, y: Length) -> Piece {
        Piece { left: x, right: x, base: y, size: 3, text: "字".into(), is_artifact: false }
    }

    /// Which cell pieces at these places stand in, with all lines from 0 to 100 points.
    #[track_caller]
    fn check(across: &[Length], down: &[Length], places: &[Place], expected: &[Option<Place>]) {
        let points = |at: &Length| at * 1000;
        let rules = across.iter().map(points).map(|at| ((0, at), (100_000, at)));
        let rules = rules.chain(down.iter().map(points).map(|at| ((at, 0), (at, 100_000))));
        let pieces: Vec<Piece> = places.iter().map(|(x, y)| piece(x * 1000, y * 1000)).collect();
        let cells = Grid::new(rules).cells(&pieces);
        let corner = |bounds: Bounds| (bounds.left / 1000, bounds.top / 1000);
        let corners: Vec<_> = cells.into_iter().map(|cell| cell.map(corner)).collect();
        assert_eq!(corners, expected);
    }

    #[test]
    fn cells_have_lines_on_all_sides() {
        let places = [(10, 10), (60, 10), (10, 60), (120, 10)];
        check(
            &[0, 50, 100],
            &[0, 50, 100],
            &places,
            &[Some((0, 0)), Some((50, 0)), Some((0, 50)), None],
        );
        check(&[0, 50, 100], &[50], &places, &[None; 4]);
        check(&[0, 100], &[0, 100], &places, &[None; 4]);
    }

    #[test]
    fn lines_in_parts_are_one() {
        let part = |start| Ruler { at: 5, start, end: start + 10_000 };
        let apart = Ruler { at: 900, ..part(10_500) };
        assert_eq!(merged(&[part(10_000), part(0), apart]), [Ruler { end: 20_500, ..part(0) }]);
        assert_eq!(merged(&[part(0), part(40_000)]).len(), 2);
    }
}
