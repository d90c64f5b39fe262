//! Windowing: which rows of a long list are drawn.

use std::ops::Range;

/// A list up to this long is drawn whole, so that the browser's own search finds every row.
const WHOLE: usize = 500;

/// So many rows are drawn beyond either edge of the screen.
const MARGIN: usize = 20;

/// Which rows are drawn, and how much empty room stands for the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window {
    /// The rows that are drawn.
    pub rows: Range<usize>,
    /// Room for the rows before them, in rows.
    pub before: usize,
    /// Room for the rows after them, in rows.
    pub after: usize,
}

impl Window {
    /// Whether the list is too long to be drawn whole.
    #[must_use]
    pub fn is_windowed(&self) -> bool {
        self.before + self.after > 0
    }

    /// Leaves off what comes after row `end` of the list for now. A long list keeps the room for it.
    pub fn cut(&mut self, end: usize) {
        let end = end.clamp(self.rows.start, self.rows.end);
        if self.is_windowed() {
            self.after += self.rows.end - end;
        }
        self.rows.end = end;
    }
}

/// The window onto a list of `len` rows of which the first visible one is `top`, where `height`
/// rows fit on the screen.
#[must_use]
pub fn window(len: usize, top: usize, height: usize) -> Window {
    if len <= WHOLE {
        return Window { rows: 0..len, before: 0, after: 0 };
    }
    // Steps of the margin, so that scrolling by a row does not redraw.
    let start = (top.min(len) / MARGIN * MARGIN).saturating_sub(MARGIN);
    let end = (start + height + 3 * MARGIN).min(len);
    Window { rows: start..end, before: start, after: len - end }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(len: usize, top: usize, rows: Range<usize>) {
        let window = window(len, top, 30);
        assert_eq!(window.rows, rows);
        assert_eq!(window.before + window.rows.len() + window.after, len);
    }

    #[track_caller]
    fn check_cut(len: usize, top: usize, end: usize, rows: Range<usize>, after: usize) {
        let mut window = window(len, top, 30);
        window.cut(end);
        assert_eq!((window.rows, window.after), (rows, after));
    }

    #[test]
    fn leaves_off_the_rest_for_now() {
        check_cut(100, 0, 16, 0..16, 0);
        check_cut(100, 0, 900, 0..100, 0);
        check_cut(1_000, 0, 16, 0..16, 984);
        check_cut(1_000, 500, 16, 480..480, 520);
    }

    #[test]
    fn draws_what_is_seen_and_a_margin() {
        check(0, 0, 0..0);
        check(500, 400, 0..500);
        check(150_000, 0, 0..90);
        check(150_000, 75_010, 74_980..75_070);
        check(150_000, 149_990, 149_960..150_000);
        check(1_000, 5_000, 980..1_000);
    }
}
