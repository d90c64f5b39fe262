//! Finding the objects of a file: by their own announcement, from the beginning to the end.

use super::file::WHAT;
use super::lexer::{Lexer, Token, is_blank};
use super::object::{Dictionary, Object, Stream};
use crate::reader::{ReadError, limits, message};

/// An object where it was found.
pub(super) struct Found {
    pub(super) at: usize,
    pub(super) id: (u32, u16),
    pub(super) object: Object,
}

/// What a file holds.
pub(super) struct Scan {
    pub(super) found: Vec<Found>,
    /// What stands after `trailer`, and the entries of streams that stand for it.
    pub(super) trailers: Vec<Dictionary>,
}

/// Reads the file from its beginning to its end.
pub(super) fn scan(bytes: &[u8]) -> Result<Scan, ReadError> {
    let mut scan = Scan { found: Vec::new(), trailers: Vec::new() };
    let mut lexer = Lexer::new(bytes, 0);
    // A string that is never closed swallows the objects after it. They are found once more behind
    // the next `endobj`, but not so often that a file is read many times.
    let mut again = bytes.len();
    while let Some(mark) = next_mark(bytes, lexer.at) {
        let start = mark.body;
        lexer.at = start;
        let Some(object) = lexer.object() else {
            if lexer.is_spent() {
                return Err(message::too_complex(WHAT));
            }
            continue;
        };
        let Some(id) = mark.id else {
            scan.trailers.push(object.entries().clone());
            continue;
        };
        let object = match object {
            Object::Dictionary(entries) => with_data(bytes, &mut lexer, entries, id),
            object => object,
        };
        if object.entries().get("Type").name() == b"XRef" {
            scan.trailers.push(object.entries().clone());
        }
        if object.stream().is_none()
            && let Some(end) = find(&bytes[..lexer.at], b"endobj", start)
            && lexer.at - end <= again
        {
            again -= lexer.at - end;
            lexer.at = end;
        }
        scan.found.push(Found { at: start, id, object });
        if scan.found.len() > limits::MOST_OBJECTS || lexer.is_spent() {
            return Err(message::too_complex(WHAT));
        }
    }
    Ok(scan)
}

/// Where an object or a trailer begins.
struct Mark {
    /// The number and the generation of an object; a trailer has none.
    id: Option<(u32, u16)>,
    /// Where its content begins.
    body: usize,
}

fn next_mark(bytes: &[u8], from: usize) -> Option<Mark> {
    let mut at = from;
    loop {
        at += bytes.get(at..)?.iter().position(|byte| matches!(byte, b'o' | b't'))?;
        if bytes[at..].starts_with(b"trailer") {
            return Some(Mark { id: None, body: at + 7 });
        }
        if bytes[at..].starts_with(b"obj")
            && let Some(id) = id_before(&bytes[..at])
        {
            return Some(Mark { id: Some(id), body: at + 3 });
        }
        at += 1;
    }
}

/// The two numbers at the end of `bytes`.
fn id_before(bytes: &[u8]) -> Option<(u32, u16)> {
    let (rest, generation) = number_before(bytes)?;
    let (_, number) = number_before(rest).filter(|_| rest.last().is_some_and(|b| is_blank(*b)))?;
    Some((number, generation as u16))
}

fn number_before(bytes: &[u8]) -> Option<(&[u8], u32)> {
    let blanks = bytes.iter().rev().take_while(|byte| is_blank(**byte)).count();
    let bytes = &bytes[..bytes.len() - blanks];
    let digits = bytes.iter().rev().take(10).take_while(|byte| byte.is_ascii_digit()).count();
    let (rest, digits) = bytes.split_at(bytes.len() - digits);
    Some((rest, std::str::from_utf8(digits).ok()?.parse().ok()?))
}

/// The stream that a dictionary begins, or the dictionary itself.
fn with_data(bytes: &[u8], lexer: &mut Lexer<'_>, entries: Dictionary, id: (u32, u16)) -> Object {
    let end = lexer.at;
    if lexer.token() != Some(Token::Word(b"stream")) {
        lexer.at = end;
        return Object::Dictionary(entries);
    }
    let rest = bytes.get(lexer.at..).unwrap_or_default();
    let line_end = match rest {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    let start = lexer.at + line_end;
    let stated = entries.get("Length").integer().and_then(|length| usize::try_from(length).ok());
    let data = match stated.map(|length| start..start.saturating_add(length)) {
        Some(data) if is_end_of_stream(bytes, data.end) => data,
        _ => start..found_end(bytes, start),
    };
    lexer.at = data.end;
    Object::Stream(Box::new(Stream { entries, data, id }))
}

/// Whether `endstream` follows at `at`.
fn is_end_of_stream(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    let blanks = rest.iter().take(4).take_while(|byte| is_blank(**byte)).count();
    rest[blanks..].starts_with(b"endstream")
}

/// Where the next `endstream` stands, without the line break before it.
fn found_end(bytes: &[u8], start: usize) -> usize {
    let end = find(bytes, b"endstream", start).unwrap_or(bytes.len());
    match &bytes[start..end] {
        [.., b'\r', b'\n'] => end - 2,
        [.., b'\r' | b'\n'] => end - 1,
        _ => end,
    }
}

fn find(bytes: &[u8], word: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let mut at = 0;
    loop {
        at += rest.get(at..)?.iter().position(|byte| *byte == word[0])?;
        if rest[at..].starts_with(word) {
            return Some(from + at);
        }
        at += 1;
    }
}
