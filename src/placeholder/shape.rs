//! Blanks made of shapes: triangles, blackened figures, full squares, dots and number signs.

use super::PlaceholderType::{DocumentNumber, Name, Organization, Place};
use super::convention::Hit;
use super::mask::{LONGEST_RUN, Run};
use super::measure;
use crate::text::scanner::{after, is_blank, is_digit, is_han};
use crate::text::unit::Usage;

/// P22: triangles. A bullet begins the line, △ABC names a figure, △3.2% is a loss; what is left is
/// a blank where a neighbour says what is missing, or two of them between words.
pub(super) fn triangle(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, is_triangle);
    if run.previous().is_some_and(|c| is_digit(c) || c == '.') {
        return run.partial_figure(is_triangle, None);
    }
    let sign = |c: char| is_digit(c) || c.is_ascii_alphanumeric() || "+-☆★◇◆○●□■".contains(c);
    if run.previous().is_some_and(sign) || run.next().is_some_and(sign) || run.count > LONGEST_RUN {
        return None;
    }
    let open = after(text, at) == Some('△') && run.count > 1;
    let told = run.meaning() != Name;
    // ▲个人荣誉 begins a line with a bullet, △△县 with a place.
    let bullet = run.is_at_line_start() && !(open && told);
    let word = run.left().trim_end_matches(is_blank).chars().next_back();
    let named = open && (word.is_some_and(is_han) || run.next().is_some_and(is_han));
    ((told || named) && !bullet && !run.is_alone()).then(|| run.hit())
}

/// P23: blocks that blacken a figure or a name. Alone on a line, or beside lighter ones, they
/// are a bar that is drawn.
pub(super) fn block(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, is_block);
    let drawn = |c: char| matches!(c, '\u{2580}'..='\u{259F}');
    let bar = run.previous().is_some_and(drawn) || run.next().is_some_and(drawn);
    if bar || run.is_alone() {
        return None;
    }
    run.partial_figure(is_block, None).or_else(|| run.open())
}

/// P24: full squares, which mostly are bullets: behind a word and before a unit, or two of them
/// before what they stand for.
pub(super) fn full_square(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, |c| c == '■');
    let told = match run.count {
        1 => run.previous().is_some_and(is_han) && measure::follows(run.right()),
        _ => run.meaning() != Name && !run.next().is_some_and(is_blank),
    };
    (told && !run.is_alone()).then(|| run.open()).flatten()
}

/// P24: stars and diamonds, which mostly are bullets or grades (☆☆☆级): between a word and a strict
/// unit, or two of them between a word and any unit.
pub(super) fn star(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, is_star);
    let unit = measure::read(run.right()).filter(|unit| unit.unit != "级");
    let counted = unit.is_some_and(|unit| run.count > 1 || unit.usage == Usage::Strict);
    (counted && run.previous().is_some_and(is_han)).then(|| run.open()).flatten()
}

/// P25: two or more dots in the middle of the line, or number signs, between a word and a unit.
pub(super) fn dots_or_hashes(text: &str, at: usize) -> Option<Hit> {
    let hashes = after(text, at).is_some_and(is_hash);
    let run = Run::at(text, at, if hashes { is_hash } else { is_middle_dot });
    let behind_word =
        run.previous().is_some_and(|c| is_han(c) || matches!(c, '”' | '、' | '（' | '〕'));
    let figure = measure::read(run.right()).is_some() || place_follows(&run);
    (run.count > 1 && behind_word && figure && !run.right().starts_with(is_blank))
        .then(|| run.open())
        .flatten()
}

/// Whether the name of a place or a body is missing, or a number of a document: ##县, 〔2025〕##号.
fn place_follows(run: &Run<'_>) -> bool {
    matches!(run.meaning(), Place | Organization | DocumentNumber)
}

/// Whether runs of `c` may be a blank of this file.
pub(super) fn is_shape(c: char) -> bool {
    c == '■' || is_star(c) || is_block(c) || is_middle_dot(c) || is_hash(c)
}

fn is_triangle(c: char) -> bool {
    matches!(c, '△' | '▲')
}

fn is_star(c: char) -> bool {
    matches!(c, '☆' | '★' | '◇' | '◆')
}

fn is_block(c: char) -> bool {
    matches!(c, '█' | '▇' | '▉' | '▓')
}

fn is_middle_dot(c: char) -> bool {
    matches!(c, '·' | '・' | '•')
}

fn is_hash(c: char) -> bool {
    matches!(c, '#' | '＃')
}
