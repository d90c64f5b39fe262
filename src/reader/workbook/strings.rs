//! The texts of a workbook. Those of cells stand in a part of their own, each once.

use super::WHAT;
use crate::reader::ReadError;
use crate::reader::container::stream::{Piece, Stream, characters};

/// The shared texts.
#[derive(Default)]
pub(super) struct Strings {
    /// One after the other.
    text: String,
    /// Where each ends, in bytes.
    ends: Vec<usize>,
}

impl Strings {
    /// Reads the part of the shared texts.
    pub(super) fn read(bytes: &[u8]) -> Result<Self, ReadError> {
        let text = characters(bytes)?;
        let mut stream = Stream::new(&text, WHAT);
        let mut strings = Self::default();
        while let Some(piece) = stream.next()? {
            if matches!(&piece, Piece::Open(tag) if tag.is("si")) {
                rich_text(&mut stream, "si", &mut strings.text)?;
                strings.ends.push(strings.text.len());
            }
        }
        Ok(strings)
    }

    /// The text with this number.
    pub(super) fn get(&self, number: usize) -> Option<&str> {
        let end = *self.ends.get(number)?;
        let before = number.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(before.copied().unwrap_or_default()..end)
    }
}

/// Appends the text of an element that has just begun to `out`: that of all its runs, without the
/// reading aids above them (rPh).
pub(super) fn rich_text(
    stream: &mut Stream<'_>,
    element: &str,
    out: &mut String,
) -> Result<(), ReadError> {
    let mut is_aid = false;
    // The text of a run, and whether blanks at its ends are part of it.
    let mut run: Option<(String, bool)> = None;
    while let Some(piece) = stream.next()? {
        if piece.closes(element) {
            break;
        }
        match &piece {
            Piece::Open(tag) if tag.is("rPh") => is_aid = true,
            Piece::Open(tag) if tag.is("t") && !is_aid => {
                let [space] = tag.attributes(["xml:space"])?;
                run = Some((String::new(), space.as_deref() == Some("preserve")));
            }
            Piece::Text(text) => {
                if let Some((run, _)) = &mut run {
                    run.push_str(text);
                }
            }
            piece if piece.closes("rPh") => is_aid = false,
            piece if piece.closes("t") => {
                if let Some((text, preserved)) = run.take() {
                    let trimmed = text.trim_matches([' ', '\t', '\r', '\n']);
                    unescape(if preserved { &text } else { trimmed }, out);
                }
            }
            _ => {}
        }
    }
    Ok(())
}

/// Appends a text to `out` with its escapes resolved: characters that XML does not take stand as
/// `_x000D_` (ECMA-376 part 1, clause 22.9.2.19), those beyond the first plane as two of them.
pub(super) fn unescape(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escaped) = rest.split_at(at);
        out.push_str(before);
        let Some(unit) = unit(escaped) else {
            out.push_str("_x");
            rest = &escaped[2..];
            continue;
        };
        rest = &escaped[ESCAPE..];
        let low = unit_after(unit, rest);
        if low.is_some() {
            rest = &rest[ESCAPE..];
        }
        let decoded = char::decode_utf16([unit].into_iter().chain(low));
        out.extend(decoded.map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)));
    }
    out.push_str(rest);
}

/// The length of an escape.
const ESCAPE: usize = 7;

/// The unit of UTF-16 that the text begins with as an escape.
fn unit(text: &str) -> Option<u16> {
    let digits = text.get(..ESCAPE)?.strip_prefix("_x")?.strip_suffix('_')?;
    let all = digits.bytes().all(|b| b.is_ascii_hexdigit());
    all.then(|| u16::from_str_radix(digits, 16).ok()).flatten()
}

/// The second half of a pair, if `high` is a first one and the text begins with it.
fn unit_after(high: u16, text: &str) -> Option<u16> {
    let is_high = (0xD800..0xDC00).contains(&high);
    unit(text).filter(|low| is_high && (0xDC00..0xE000).contains(low))
}
