//! Putting the characters of a page into lines, and the lines of ruled tables into cells.
//!
//! A page may be turned, and lines may run from top to bottom and follow each other to the left. Text
//! is laid out in the direction in which most of it runs; what runs in another is no part of it.

use super::content::{Drawn, Glyph};
use super::file::{File, Page};
use super::grid::{Bounds, Grid};
use super::line::{self, Line};
use crate::text::order;
use std::collections::BTreeMap;

/// A length in thousandths of a point. Whole numbers, so that a page is read in the same way
/// everywhere.
pub(super) type Length = i64;

/// No character is larger than this, in points.
const LARGEST_SIZE: f64 = 1e6;

/// A character at its place. The page is seen in the direction of its text: `left` grows to the right
/// and `base` downwards, from wherever the page has its origin.
#[derive(Clone, Debug)]
pub(super) struct Piece {
    pub(super) left: Length,
    pub(super) right: Length,
    /// Where its line stands.
    pub(super) base: Length,
    pub(super) size: Length,
    /// What it shows; U+FFFD if the file does not tell.
    pub(super) text: std::rc::Rc<str>,
    pub(super) is_artifact: bool,
}

/// What stands on a page, from top to bottom.
#[derive(Debug)]
pub(super) enum Item {
    Line(Line),
    /// The lines of one cell.
    Cell(Vec<Line>, Bounds),
}

/// A page that is laid out.
pub(super) struct Laid {
    pub(super) items: Vec<Item>,
    /// What is shown of the page, in the direction of its text.
    pub(super) frame: Bounds,
}

/// In which direction text runs, in quarters of a turn counterclockwise; `None` for an angle.
fn direction(glyph: &Glyph) -> Option<usize> {
    let (x, y) = (glyph.end.0 - glyph.start.0, glyph.end.1 - glyph.start.1);
    if x == 0.0 && y == 0.0 {
        return Some(0);
    }
    if y.abs() * 10.0 <= x.abs() {
        return Some(if x > 0.0 { 0 } else { 2 });
    }
    (x.abs() * 10.0 <= y.abs()).then_some(if y > 0.0 { 1 } else { 3 })
}

/// A place as it is seen when text in this direction runs to the right.
fn seen((x, y): (f64, f64), direction: usize) -> (Length, Length) {
    let (right, up) = match direction {
        0 => (x, y),
        1 => (y, -x),
        2 => (-x, -y),
        _ => (-y, x),
    };
    ((right * 1000.0) as Length, (up * -1000.0) as Length)
}

/// Lays out what a page shows.
pub(super) fn lay_out(file: &File<'_>, page: &Page<'_>, drawn: &Drawn) -> Laid {
    let directions: Vec<Option<usize>> = drawn.glyphs.iter().map(direction).collect();
    let mut counts = [0_usize; 4];
    directions.iter().flatten().for_each(|&each| counts[each] += 1);
    let main = (0..4).rev().max_by_key(|&each| counts[each]).unwrap_or(0);
    let frame = frame(file, page, main);
    let own = drawn.glyphs.iter().zip(&directions).filter(|(_, each)| **each == Some(main));
    let pieces: Vec<Piece> =
        own.map(|(glyph, _)| piece(glyph, main)).filter(|piece| is_inside(piece, &frame)).collect();
    let rules = drawn.rules.iter().map(|rule| (seen(rule.start, main), seen(rule.end, main)));
    let grid = Grid::new(rules);
    let places = grid.cells(&pieces);
    let mut groups: BTreeMap<Option<Bounds>, Vec<Piece>> = BTreeMap::new();
    for (piece, place) in pieces.into_iter().zip(places) {
        groups.entry(place).or_default().push(piece);
    }
    let mut items = Vec::new();
    for (place, pieces) in groups {
        let lines = line::lines(&pieces, grid.loose());
        match place {
            None => items.extend(lines.into_iter().map(Item::Line)),
            Some(bounds) => items.push(Item::Cell(lines, bounds)),
        }
    }
    order::sort_by_key(&mut items, |item| match item {
        Item::Line(line) => (line.base, line.left),
        Item::Cell(_, bounds) => (bounds.top, bounds.left),
    });
    Laid { items, frame }
}

fn piece(glyph: &Glyph, main: usize) -> Piece {
    let ((left, base), (right, _)) = (seen(glyph.start, main), seen(glyph.end, main));
    let size = (glyph.size.min(LARGEST_SIZE) * 1000.0) as Length;
    let text = glyph.text.clone().unwrap_or_else(|| "\u{FFFD}".into());
    Piece {
        left,
        right: right.max(left),
        base,
        size: size.max(1),
        text,
        is_artifact: glyph.is_artifact,
    }
}

/// What is shown of a page; everything, if it does not say.
fn frame(file: &File<'_>, page: &Page<'_>, main: usize) -> Bounds {
    let edges: Vec<f64> =
        page.shown.array().iter().filter_map(|edge| file.resolve(edge).number()).collect();
    let turned = super::matrix::Matrix::turned(page.turned);
    let corner = |x: usize, y: usize| {
        let (x, y) = (edges.get(x).copied()?, edges.get(y).copied()?);
        Some(seen(turned.place(x, y), main))
    };
    let (Some(one), Some(other)) = (corner(0, 1), corner(2, 3)) else { return Bounds::ALL };
    let bounds = Bounds {
        top: one.1.min(other.1),
        left: one.0.min(other.0),
        bottom: one.1.max(other.1),
        right: one.0.max(other.0),
    };
    // A page of no size is a mistake of its producer.
    if bounds.bottom - bounds.top < 10_000 || bounds.right - bounds.left < 10_000 {
        return Bounds::ALL;
    }
    bounds
}

fn is_inside(piece: &Piece, frame: &Bounds) -> bool {
    let margin = piece.size;
    piece.right >= frame.left - margin
        && piece.left <= frame.right + margin
        && piece.base >= frame.top - margin
        && piece.base <= frame.bottom + margin
}
