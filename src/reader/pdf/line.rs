//! The text of lines: which characters stand on one, where there are blanks between them, and what is
//! underlined to be filled in.

use super::grid::Ruler;
use super::page::{Length, Piece};
use crate::text::order;

/// A number with its marks, in characters: （二十三）.
const LONGEST_NUMBER: usize = 5;

/// A line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) left: Length,
    pub(super) right: Length,
    /// Where it stands; the lower, the greater.
    pub(super) base: Length,
    /// The size of most of its characters.
    pub(super) size: Length,
    /// Where its second word begins, as the text after a number does.
    pub(super) second: Option<Length>,
    /// Whether the file says that it is a running head or the like.
    pub(super) is_artifact: bool,
}

/// The lines that `pieces` stand on, from top to bottom. `underlines` run below some of them.
pub(super) fn lines(pieces: &[Piece], underlines: &[Ruler]) -> Vec<Line> {
    let mut lines: Vec<Vec<&Piece>> = Vec::new();
    let mut sorted: Vec<&Piece> = pieces.iter().collect();
    order::sort_by_key(&mut sorted, |piece| (piece.base, piece.left));
    for piece in sorted {
        match lines.last_mut() {
            // The figure of a footnote is small and stands high, but on the line.
            Some(line) if piece.base - line[0].base < line[0].size.min(piece.size) * 3 / 4 => {
                line.push(piece);
            }
            _ => lines.push(vec![piece]),
        }
    }
    lines.into_iter().filter_map(|line| line_of(line, underlines)).collect()
}

/// One line; `None` if there is nothing on it but blanks.
fn line_of(mut pieces: Vec<&Piece>, underlines: &[Ruler]) -> Option<Line> {
    order::sort_by_key(&mut pieces, |piece| (piece.left, piece.right));
    let shown: Vec<&Piece> = without_doubles(&pieces);
    let visible = || shown.iter().filter(|piece| !is_blank(piece));
    let size = usual_size(visible().map(|piece| piece.size))?;
    let base = visible().map(|piece| piece.base).max()?;
    // They lie from top to bottom.
    let first = underlines.partition_point(|ruler| ruler.at < base - size / 10);
    let own = underlines[first..].iter().take_while(|ruler| ruler.at <= base + 3 * size / 10);
    let blanks = blanks(&shown, own, size);
    let mut text = Text::new(size, is_spread(&shown, size));
    for piece in &shown {
        let middle = i64::midpoint(piece.left, piece.right);
        let blank = blanks.iter().find(|blank| (blank.start..=blank.end).contains(&middle));
        match blank {
            Some(_) if is_blank(piece) => {}
            _ => {
                blanks
                    .iter()
                    .filter(|blank| blank.end <= middle)
                    .for_each(|blank| text.blank(blank));
                text.push(piece);
            }
        }
    }
    for blank in &blanks {
        text.blank(blank);
    }
    let is_artifact = visible().all(|piece| piece.is_artifact);
    let (left, second) = (text.left, text.second);
    Some(Line { right: text.right, text: text.finish()?, left, base, size, second, is_artifact })
}

/// A place to be filled in.
struct Blank {
    start: Length,
    end: Length,
    /// How many half characters wide.
    columns: usize,
}

fn is_blank(piece: &Piece) -> bool {
    piece.text.chars().all(char::is_whitespace)
}

/// The size of most pieces.
fn usual_size(sizes: impl Iterator<Item = Length>) -> Option<Length> {
    let mut sizes: Vec<Length> = sizes.collect();
    sizes.sort_unstable();
    sizes.get(sizes.len() / 2).copied()
}

/// The pieces without those that are drawn twice, a hair's breadth apart, to look bold, and without
/// blanks that the next character is drawn over: each character of some files brings one.
fn without_doubles<'p>(pieces: &[&'p Piece]) -> Vec<&'p Piece> {
    let mut kept: Vec<&Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        let is_double = |other: &&&Piece| {
            other.text == piece.text && piece.left - other.left < piece.size / 5 && !is_blank(piece)
        };
        let covers = |blank: &Piece, other: &Piece| {
            is_blank(blank) && !is_blank(other) && {
                let middle = i64::midpoint(blank.left, blank.right);
                other.left < middle && other.right > middle
            }
        };
        let last = kept.last().copied();
        if last.is_some_and(|last| covers(last, piece)) {
            kept.pop();
        }
        let is_covered = last.is_some_and(|last| covers(piece, last));
        if !is_covered && !kept.iter().rev().take(3).any(|other| is_double(&other)) {
            kept.push(piece);
        }
    }
    kept
}

/// The parts of `underlines` that have no text above them but blanks: where something is to be filled
/// in. A line that runs on below text must have blanks above the rest; it may be a frame otherwise.
fn blanks<'r>(
    pieces: &[&Piece],
    underlines: impl Iterator<Item = &'r Ruler>,
    size: Length,
) -> Vec<Blank> {
    let mut blanks = Vec::new();
    for ruler in underlines.take(64) {
        let above = |piece: &&&Piece| {
            piece.right > ruler.start + size / 5 && piece.left < ruler.end - size / 5
        };
        let (mut start, mut columns, mut is_free) = (ruler.start, 0, true);
        let mut end = |start: Length, end: Length, columns: usize, is_free: bool| {
            let width = end - start;
            let count =
                if columns > 0 { columns } else { (2 * width / size).try_into().unwrap_or(0) };
            if count >= 2 && (columns > 0 || is_free) {
                blanks.push(Blank { start, end, columns: count });
            }
        };
        for piece in pieces.iter().filter(above) {
            if is_blank(piece) {
                columns +=
                    piece.text.chars().map(|c| if c == '\u{3000}' { 2 } else { 1 }).sum::<usize>();
            } else {
                end(start, piece.left, columns, false);
                (start, columns, is_free) = (piece.right, 0, false);
            }
        }
        let near = |piece: &&Piece| {
            !is_blank(piece)
                && ((piece.right - ruler.start).abs() < size
                    || (piece.left - ruler.end).abs() < size)
        };
        end(start, ruler.end, columns, is_free && pieces.iter().any(near));
    }
    blanks.truncate(64);
    blanks
}

/// Whether the characters of a line are set apart from each other, as those of a title or of a
/// sign-off may be (分散对齐); the gaps between them are then no blanks.
fn is_spread(pieces: &[&Piece], size: Length) -> bool {
    let is_chinese = |piece: &Piece| piece.text.chars().all(|c| !c.is_ascii());
    let chinese = pieces.windows(2).filter(|pair| is_chinese(pair[0]) && is_chinese(pair[1]));
    let gaps: Vec<Length> = chinese.map(|pair| pair[1].left - pair[0].right).collect();
    let (least, most) = (gaps.iter().min(), gaps.iter().max());
    match (least, most) {
        (Some(&least), Some(&most)) => {
            gaps.len() > 1 && least > size / 2 && most < 4 * size && most - least < size / 2
        }
        _ => false,
    }
}

/// Whether the text so far is a number like （一） or 一、, which the program has set apart by a tab: in
/// a text that was typed nothing follows the width that the sign has of its own.
fn is_wide_number(text: &str) -> bool {
    let bracketed = text.starts_with('（') && text.ends_with('）');
    (bracketed || text.ends_with('、')) && text.chars().count() <= LONGEST_NUMBER
}

/// The text of a line while its pieces arrive.
struct Text {
    written: String,
    size: Length,
    is_spread: bool,
    left: Length,
    right: Length,
    /// Where the second word begins.
    second: Option<Length>,
    /// Where the last piece ends, blank or not.
    end: Option<Length>,
    /// Where the last blank ended that was written.
    blank_end: Length,
}

impl Text {
    fn new(size: Length, is_spread: bool) -> Self {
        Self {
            written: String::new(),
            size,
            is_spread,
            left: 0,
            right: Length::MIN,
            second: None,
            end: None,
            blank_end: Length::MIN,
        }
    }

    fn push(&mut self, piece: &Piece) {
        if is_blank(piece) {
            if !self.written.is_empty() {
                let wide = piece.text.contains('\u{3000}');
                self.written.push(if wide { '\u{3000}' } else { ' ' });
            }
            self.end = Some(piece.right);
            return;
        }
        if self.written.is_empty() {
            self.left = piece.left;
        }
        let gap = self.end.map_or(0, |end| piece.left - end);
        if self.needs_blank(piece, gap) {
            self.written.push(' ');
        }
        if self.written.ends_with([' ', '\u{3000}']) && self.second.is_none() {
            self.second = Some(piece.left);
        }
        self.written.push_str(&piece.text);
        (self.end, self.right) = (Some(piece.right), self.right.max(piece.right));
    }

    /// Whether the gap before a piece is a blank. Between words it is narrow, and after a number that
    /// the program has set; Chinese in a line that is stretched is set apart by more without any.
    fn needs_blank(&self, piece: &Piece, gap: Length) -> bool {
        let (Some(before), Some(next)) =
            (self.written.chars().next_back(), piece.text.chars().next())
        else {
            return false;
        };
        let is_number =
            before == '.' && self.written.bytes().all(|b| b == b'.' || b.is_ascii_digit());
        let least = match (before.is_ascii(), next.is_ascii()) {
            (true, true) => 3 * self.size / 20,
            _ if is_number => self.size / 4,
            _ => self.size,
        };
        gap > least && !is_wide_number(&self.written) && !before.is_whitespace() && !self.is_spread
    }

    /// Writes a place to be filled in, once.
    fn blank(&mut self, blank: &Blank) {
        if blank.start < self.blank_end {
            return;
        }
        if self.written.is_empty() {
            self.left = blank.start;
        }
        let text = self.written.trim_end().len();
        self.written.truncate(text);
        self.written.push_str(&"_".repeat(blank.columns.clamp(4, 40)));
        (self.end, self.blank_end) = (Some(blank.end), blank.end);
        self.right = self.right.max(blank.end);
    }

    fn finish(self) -> Option<String> {
        let text = self.written.trim_end();
        (!text.is_empty()).then(|| text.to_owned())
    }
}
