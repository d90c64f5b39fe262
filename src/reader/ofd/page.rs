//! Putting the text of a page into lines.

use crate::reader::container::xml::Element;

/// A piece of text at its place, in millimetres from the page's upper left corner.
struct Piece {
    left: f64,
    /// Where its line stands.
    base: f64,
    right: f64,
    size: f64,
    text: String,
}

/// The height of a line that says none, in millimetres: 三号.
const USUAL_SIZE: f64 = 5.6;

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
    let lines = lines(pieces);
    let left = lines.iter().map(|line| line[0].left).fold(f64::INFINITY, f64::min);
    let right = |line: &[Piece]| line.iter().map(|piece| piece.right).fold(0.0, f64::max);
    let far = lines.iter().map(|line| right(line)).fold(0.0, f64::max);
    for line in lines {
        let size = line[0].size;
        let text = joined(&line);
        if !is_page_number(&text) {
            out.push(Line {
                text,
                is_indented: line[0].left > left + 1.2 * size,
                is_full: right(&line) > far - 2.5 * size,
            });
        }
    }
    has_pictures
}

/// The text of a line, with a blank where there is a gap.
fn joined(line: &[Piece]) -> String {
    let (mut text, mut right) = (String::new(), f64::INFINITY);
    for piece in line {
        if piece.left > right + 0.6 * piece.size {
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
    let place = numbers(object.attribute("Boundary"));
    let coordinate = |index: usize| place.get(index).copied().unwrap_or(0.0);
    let matrix = numbers(object.attribute("CTM"));
    let size = numbers(object.attribute("Size")).first().copied().unwrap_or(USUAL_SIZE);
    let scale = matrix.get(3).map_or(1.0, |scale| scale.abs());
    let size = if size * scale > 0.0 { size * scale } else { USUAL_SIZE };
    for code in object.children().filter(|child| child.name() == "ofd:TextCode") {
        let at = |name| numbers(code.attribute(name)).first().copied().unwrap_or(0.0);
        let (inner_x, inner_y) = (at("X"), at("Y"));
        let (left, base) = if matrix.len() == 6 {
            let at =
                |row: usize| matrix[row] * inner_x + matrix[row + 2] * inner_y + matrix[row + 4];
            (at(0), at(1))
        } else {
            (inner_x, inner_y)
        };
        let text = code.text();
        let text = text.trim_matches(['\n', '\r']);
        let left = coordinate(0) + left;
        let right = left + width(text, code.attribute("DeltaX"), size, scale);
        let piece = Piece { left, base: coordinate(1) + base, right, size, text: text.to_owned() };
        if !text.is_empty() && piece.left.is_finite() && piece.base.is_finite() {
            pieces.push(piece);
        }
    }
}

/// How wide a text is: by the steps from each character to the next, `g 3 5.6` being three of them,
/// else by what characters usually take.
fn width(text: &str, steps: Option<&str>, size: f64, scale: f64) -> f64 {
    let usual = |c: char| if c.is_ascii() { 0.5 * size } else { size };
    let mut characters = text.chars();
    let mut words = steps.unwrap_or_default().split_whitespace();
    let mut width = 0.0;
    while let Some(word) = words.next() {
        let (count, step) = match word {
            "g" => (words.next().and_then(|count| count.parse().ok()), words.next()),
            step => (Some(1), Some(step)),
        };
        let step: f64 = step.and_then(|step| step.parse().ok()).unwrap_or(0.0);
        for _ in 0..count.unwrap_or(0_usize) {
            if characters.next().is_none() {
                return width;
            }
            width += step * scale;
        }
    }
    width + characters.map(usual).sum::<f64>()
}

/// The pieces by lines, from top to bottom and from left to right.
fn lines(mut pieces: Vec<Piece>) -> Vec<Vec<Piece>> {
    pieces.sort_by(|a, b| a.base.total_cmp(&b.base));
    let mut lines: Vec<Vec<Piece>> = Vec::new();
    for piece in pieces {
        match lines.last_mut() {
            Some(line) if piece.base - line[0].base < 0.5 * line[0].size => line.push(piece),
            _ => lines.push(vec![piece]),
        }
    }
    for line in &mut lines {
        line.sort_by(|a, b| a.left.total_cmp(&b.left));
    }
    lines
}

/// The numbers of an attribute: `10.5 20 100 8`.
fn numbers(attribute: Option<&str>) -> Vec<f64> {
    let words = attribute.unwrap_or_default().split_whitespace().take(6);
    words.map(|word| word.parse().unwrap_or(0.0)).collect()
}
