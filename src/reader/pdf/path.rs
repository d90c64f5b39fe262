//! Straight lines that a page is ruled with: frames of tables, and the line under a blank.

use super::content::Drawn;
use super::matrix::Matrix;
use crate::reader::limits;

/// What is thinner than this, in points, is a line and no area.
const THICKEST_LINE: f64 = 3.0;

/// What is shorter than this, in points, rules nothing.
const SHORTEST_LINE: f64 = 3.0;

/// A horizontal or vertical line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) start: (f64, f64),
    pub(super) end: (f64, f64),
}

/// The path that is being drawn.
#[derive(Default)]
pub(super) struct Path {
    /// Its parts, each with its corners.
    parts: Vec<Vec<(f64, f64)>>,
}

impl Path {
    /// The operators of paths; others do nothing.
    pub(super) fn operate(
        &mut self,
        word: &[u8],
        numbers: &[f64],
        matrix: Matrix,
        drawn: &mut Drawn,
    ) {
        match (word, numbers) {
            (b"m", [x, y, ..]) => self.parts.push(vec![matrix.place(*x, *y)]),
            (b"l", [x, y, ..]) | (b"v" | b"y", [_, _, x, y, ..]) | (b"c", [_, _, _, _, x, y]) => {
                if let Some(part) = self.parts.last_mut() {
                    part.push(matrix.place(*x, *y));
                }
            }
            (b"re", [x, y, width, height, ..]) => {
                let corners =
                    [(0.0, 0.0), (*width, 0.0), (*width, *height), (0.0, *height), (0.0, 0.0)];
                self.parts
                    .push(corners.iter().map(|(dx, dy)| matrix.place(x + dx, y + dy)).collect());
            }
            (b"h", _) => self.close(),
            (b"S" | b"s", _) => {
                self.close_if(word == b"s");
                self.stroke(drawn);
            }
            (b"f" | b"F" | b"f*", _) => self.fill(drawn),
            (b"B" | b"B*" | b"b" | b"b*", _) => {
                self.close_if(word[0] == b'b');
                self.stroke(drawn);
            }
            (b"n", _) => self.parts.clear(),
            _ => {}
        }
    }

    fn close(&mut self) {
        if let Some(part) = self.parts.last_mut()
            && let Some(first) = part.first().copied()
        {
            part.push(first);
        }
    }

    fn close_if(&mut self, closes: bool) {
        if closes {
            self.close();
        }
    }

    fn stroke(&mut self, drawn: &mut Drawn) {
        for part in std::mem::take(&mut self.parts) {
            drawn.shapes += 1;
            // A frame that is thinner than a line is one.
            if !push(&part, drawn) {
                for side in part.windows(2) {
                    push(side, drawn);
                }
            }
        }
    }

    fn fill(&mut self, drawn: &mut Drawn) {
        for part in std::mem::take(&mut self.parts) {
            drawn.shapes += 1;
            push(&part, drawn);
        }
    }
}

/// Adds the line that these corners are, if they are one.
fn push(corners: &[(f64, f64)], drawn: &mut Drawn) -> bool {
    let edge = |least: fn(f64, f64) -> f64, of: fn(&(f64, f64)) -> f64| {
        corners.iter().map(of).reduce(least).unwrap_or(0.0)
    };
    let (left, right) = (edge(f64::min, |c| c.0), edge(f64::max, |c| c.0));
    let (low, high) = (edge(f64::min, |c| c.1), edge(f64::max, |c| c.1));
    let (width, height) = (right - left, high - low);
    if width.min(height) > THICKEST_LINE || width.max(height) < SHORTEST_LINE {
        return false;
    }
    let rule = if width > height {
        let y = f64::midpoint(low, high);
        Rule { start: (left, y), end: (right, y) }
    } else {
        let x = f64::midpoint(left, right);
        Rule { start: (x, low), end: (x, high) }
    };
    if drawn.rules.len() < limits::MOST_RULES {
        drawn.rules.push(rule);
    }
    true
}
