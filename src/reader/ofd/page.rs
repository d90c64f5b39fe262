//! Putting the text of a page into lines.

use crate::reader::container::xml::Element;
use crate::text::order;

/// A length in thousandths of a millimetre. Whole numbers, so that a page is read in the same way
/// everywhere.
type Length = i64;

/// No page is as large as this; a coordinate beyond it is cut off.
const LARGEST: Length = 1_000_000_000;

/// A piece of text at its place, from the page's upper left corner.
struct Piece {
    left: Length,
    /// Where its line stands.
    base: Length,
    right: Length,
    size: Length,
    text: String,
}

/// The height of a line that says none: 三号.
const USUAL_SIZE: Length = 5_600;

/// A line of a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) text: String,
    /// Whether it begins further right than other lines, as the first of a paragraph does.
    pub(super) is_indented: bool,
    /// Whether it reaches as far as the longest, so that the paragraph may go on in the next one.
    pub(super) is_full: bool,
}

/// Appends the lines of a page; says whether it holds pictures. Page numbers are left out, so that a
/// paragraph goes on on the next page.
pub(super) fn read(page: Element<'_>, out: &mut Vec<Line>) -> bool {
    let mut pieces = Vec::new();
    let mut has_pictures = false;
    if let Some(content) = page.child("ofd:Content") {
        collect(content, &mut pieces, &mut has_pictures);
    }
    let lines = lines(&pieces);
    let left = lines.iter().map(|line| line[0].left).min().unwrap_or(0);
    let right = |line: &[&Piece]| line.iter().map(|piece| piece.right).max().unwrap_or(0);
    let far = lines.iter().map(|line| right(line)).max().unwrap_or(0);
    for line in lines {
        let size = line[0].size;
        let text = joined(&line);
        if !is_page_number(&text) {
            out.push(Line {
                text,
                is_indented: line[0].left > left + size + size / 5,
                is_full: right(&line) > far - 5 * size / 2,
            });
        }
    }
    has_pictures
}

/// The text of a line, with a blank where there is a gap.
fn joined(line: &[&Piece]) -> String {
    let (mut text, mut right) = (String::new(), Length::MAX);
    for piece in line {
        if piece.left > right.saturating_add(3 * piece.size / 5) {
            text.push(' ');
        }
        right = piece.right;
        text.push_str(&piece.text);
    }
    text
}

/// `— 3 —`
fn is_page_number(line: &str) -> bool {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, ' ' | '-' | '—' | '－' | '–');
    line.len() <= 16 && line.contains(|c: char| c.is_ascii_digit()) && line.chars().all(is_part)
}

/// The pieces in layers and groups.
fn collect(parent: Element<'_>, pieces: &mut Vec<Piece>, has_pictures: &mut bool) {
    for child in parent.children() {
        match child.name() {
            "ofd:TextObject" => text_object(child, pieces),
            "ofd:ImageObject" => *has_pictures = true,
            "ofd:Layer" | "ofd:PageBlock" => collect(child, pieces, has_pictures),
            _ => {}
        }
    }
}

/// The pieces of one object; each counts from the object's place, through its transformation.
fn text_object(object: Element<'_>, pieces: &mut Vec<Piece>) {
    if object.attribute("Visible") == Some("false") {
        return;
    }
    let place = lengths(object.attribute("Boundary"));
    let corner = |index: usize| place.get(index).copied().unwrap_or(0);
    let matrix = lengths(object.attribute("CTM"));
    let scale = matrix.get(3).map_or(1000, |scale| scale.abs());
    let size =
        lengths(object.attribute("Size")).first().map_or(USUAL_SIZE, |size| size * scale / 1000);
    let size = if size > 0 { size.min(LARGEST) } else { USUAL_SIZE };
    for code in object.children().filter(|child| child.name() == "ofd:TextCode") {
        let at = |name| lengths(code.attribute(name)).first().copied().unwrap_or(0);
        let (x, y) = (at("X"), at("Y"));
        let (left, base) = if matrix.len() == 6 {
            let at = |row: usize| (matrix[row] * x + matrix[row + 2] * y) / 1000 + matrix[row + 4];
            (at(0), at(1))
        } else {
            (x, y)
        };
        let text = code.text();
        let text = text.trim_matches(['\n', '\r']);
        if text.is_empty() {
            continue;
        }
        let left = (corner(0) + left).clamp(-LARGEST, LARGEST);
        let base = (corner(1) + base).clamp(-LARGEST, LARGEST);
        let right = left + width(text, code.attribute("DeltaX"), size, scale);
        pieces.push(Piece { left, base, right, size, text: text.to_owned() });
    }
}

/// How wide a text is: by the steps from each character to the next, `g 3 5.6` being three of them,
/// else by what characters usually take.
fn width(text: &str, steps: Option<&str>, size: Length, scale: Length) -> Length {
    let usual = |c: char| if c.is_ascii() { size / 2 } else { size };
    let mut characters = text.chars();
    let mut words = steps.unwrap_or_default().split_whitespace();
    let mut width = 0;
    while let Some(word) = words.next() {
        let (count, step) = match word {
            "g" => (words.next().and_then(|count| count.parse().ok()), words.next()),
            step => (Some(1), Some(step)),
        };
        let step = step.map_or(0, length) * scale / 1000;
        for _ in 0..count.unwrap_or(0_usize) {
            if characters.next().is_none() {
                return width;
            }
            width = (width + step).clamp(-LARGEST, LARGEST);
        }
    }
    characters.map(usual).fold(width, |width, step| (width + step).min(LARGEST))
}

/// The lengths of an attribute: `10.5 20 100 8`.
fn lengths(attribute: Option<&str>) -> Vec<Length> {
    attribute.unwrap_or_default().split_whitespace().take(6).map(length).collect()
}

/// `-10.5` as -10500; what is no number is 0.
pub(super) fn length(word: &str) -> Length {
    let (sign, digits) = word.strip_prefix('-').map_or((1, word), |digits| (-1, digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let whole: Length = if whole.is_empty() { 0 } else { whole.parse().unwrap_or(0) };
    let thousandths = fraction
        .bytes()
        .chain(*b"000")
        .take(3)
        .fold(0, |number, digit| number * 10 + Length::from(digit.wrapping_sub(b'0').min(9)));
    sign * whole.saturating_mul(1000).saturating_add(thousandths).clamp(0, LARGEST)
}

/// The pieces by lines, from top to bottom and from left to right.
fn lines(pieces: &[Piece]) -> Vec<Vec<&Piece>> {
    let mut sorted: Vec<&Piece> = pieces.iter().collect();
    order::sort_by_key(&mut sorted, |piece| (piece.base, piece.left));
    let mut lines: Vec<Vec<&Piece>> = Vec::new();
    for piece in sorted {
        match lines.last_mut() {
            Some(line) if piece.base - line[0].base < line[0].size / 2 => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    for line in &mut lines {
        order::sort_by_key(line, |piece| piece.left);
    }
    lines
}
