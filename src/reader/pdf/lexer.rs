//! Words and objects of a PDF: of the file itself, of what pages are drawn with, of character maps.
//!
//! Nothing fails here: what is no object is passed over, as every viewer does.

use super::object::{Dictionary, Object};
use crate::reader::limits;
use std::collections::BTreeMap;

/// Reads objects one after the other.
pub(super) struct Lexer<'a> {
    bytes: &'a [u8],
    /// Where the next one begins.
    pub(super) at: usize,
    /// How many more are read: each takes memory, at most fifty times as much as it has bytes.
    left: usize,
}

/// What stands at a place.
#[derive(Debug, PartialEq)]
pub(super) enum Token<'a> {
    Object(Object),
    /// A word without a meaning of its own: `obj`, `Tj`, `beginbfchar`.
    Word(&'a [u8]),
}

/// No coordinate and no offset is larger; it keeps all sums of numbers finite.
const LARGEST_NUMBER: f64 = 1e12;

impl<'a> Lexer<'a> {
    pub(super) fn new(bytes: &'a [u8], at: usize) -> Self {
        Self { bytes, at, left: limits::MOST_EVENTS }
    }

    /// Reads at most `left` words and objects.
    pub(super) fn with_budget(bytes: &'a [u8], left: usize) -> Self {
        Self { bytes, at: 0, left }
    }

    /// How many words and objects may still be read.
    pub(super) fn left(&self) -> usize {
        self.left
    }

    /// The next object or word; `None` at the end.
    pub(super) fn token(&mut self) -> Option<Token<'a>> {
        self.nested(0)
    }

    /// The next object, if no word stands before it.
    pub(super) fn object(&mut self) -> Option<Object> {
        match self.token() {
            Some(Token::Object(object)) => Some(object),
            _ => None,
        }
    }

    /// Passes over blanks and comments.
    pub(super) fn skip_blanks(&mut self) {
        while let Some(byte) = self.peek() {
            if byte == b'%' {
                while self.peek().is_some_and(|byte| !matches!(byte, b'\r' | b'\n')) {
                    self.at += 1;
                }
            } else if is_blank(byte) {
                self.at += 1;
            } else {
                return;
            }
        }
    }

    /// Passes over the bytes of a picture that stands between the words `ID` and `EI`.
    pub(super) fn skip_picture(&mut self) {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let is_end = |window: &[u8]| is_blank(window[0]) && &window[1..3] == b"EI";
        let ends = |at: &usize| rest.get(at + 3).is_none_or(|byte| is_blank(*byte));
        let found = rest.windows(3).enumerate().filter(|(_, window)| is_end(window));
        let end = found.map(|(at, _)| at).find(ends);
        self.at = end.map_or(self.bytes.len(), |end| self.at + end + 3);
    }

    /// Whether it stopped because there was too much.
    pub(super) fn is_spent(&self) -> bool {
        self.left == 0
    }

    fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    fn second(&self) -> Option<u8> {
        self.bytes.get(self.at + 1).copied()
    }

    fn nested(&mut self, depth: usize) -> Option<Token<'a>> {
        self.left = self.left.checked_sub(1)?;
        loop {
            self.skip_blanks();
            let object = match self.peek()? {
                b'/' => self.name(),
                b'(' => self.string(),
                b'<' if self.second() == Some(b'<') => self.dictionary(depth),
                b'<' => self.hexadecimal(),
                b'[' => self.array(depth),
                b'+' | b'-' | b'.' | b'0'..=b'9' => self.number(),
                // What closes without having been opened: alone it says nothing, and inside it
                // ends what is open.
                b']' | b'}' | b')' | b'>' | b'{' if depth == 0 => {
                    self.at += 1;
                    continue;
                }
                b']' | b'}' | b')' | b'>' | b'{' => return Some(Token::Word(&[])),
                _ => return Some(self.word()),
            };
            return Some(Token::Object(object));
        }
    }

    fn word(&mut self) -> Token<'a> {
        let word = self.regular();
        match word {
            b"true" => Token::Object(Object::Boolean(true)),
            b"false" => Token::Object(Object::Boolean(false)),
            b"null" => Token::Object(Object::Null),
            word => Token::Word(word),
        }
    }

    /// The bytes up to the next blank or sign.
    fn regular(&mut self) -> &'a [u8] {
        let start = self.at;
        while self.peek().is_some_and(is_regular) {
            self.at += 1;
        }
        &self.bytes[start..self.at]
    }

    fn name(&mut self) -> Object {
        self.at += 1;
        let raw = self.regular();
        if !raw.contains(&b'#') {
            return Object::Name(raw.to_vec());
        }
        let (mut name, mut rest) = (Vec::with_capacity(raw.len()), raw);
        while let Some((&byte, tail)) = rest.split_first() {
            let digits = tail.get(..2).and_then(|two| Some((digit(two[0])?, digit(two[1])?)));
            if let Some((high, low)) = digits.filter(|_| byte == b'#') {
                name.push(high << 4 | low);
                rest = &tail[2..];
            } else {
                name.push(byte);
                rest = tail;
            }
        }
        Object::Name(name)
    }

    /// `12`, `-.5`, `12 0 R`; `--5` and `1.2.3`, which some programs write, are read as far as they
    /// mean something.
    fn number(&mut self) -> Object {
        let raw = self.regular();
        let negative = raw.starts_with(b"-");
        let (mut number, mut unit, mut is_whole) = (0.0_f64, 1.0_f64, true);
        for &byte in raw {
            match byte {
                b'0'..=b'9' if is_whole => {
                    number = (number * 10.0 + f64::from(byte - b'0')).min(LARGEST_NUMBER);
                }
                b'0'..=b'9' => {
                    unit /= 10.0;
                    number += f64::from(byte - b'0') * unit;
                }
                b'.' if is_whole => is_whole = false,
                b'+' | b'-' if number == 0.0 => {}
                _ => break,
            }
        }
        let is_digits = raw.iter().all(u8::is_ascii_digit);
        let object = Object::Number(if negative { -number } else { number });
        match object.unsigned().filter(|_| is_digits) {
            Some(number) if self.skip_reference() => Object::Reference(number),
            _ => object,
        }
    }

    /// Passes over ` 0 R`, if it stands here.
    fn skip_reference(&mut self) -> bool {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let blanks = |from: usize| rest[from..].iter().take_while(|byte| is_blank(**byte)).count();
        let first = blanks(0);
        let digits = rest[first..].iter().take(6).take_while(|byte| byte.is_ascii_digit()).count();
        let second = blanks(first + digits);
        let end = first + digits + second;
        let is_reference = first > 0
            && digits > 0
            && second > 0
            && rest.get(end) == Some(&b'R')
            && rest.get(end + 1).is_none_or(|byte| !is_regular(*byte));
        if is_reference {
            self.at += end + 1;
        }
        is_reference
    }

    fn string(&mut self) -> Object {
        self.at += 1;
        let (mut text, mut depth) = (Vec::new(), 0_usize);
        while let Some(byte) = self.peek() {
            self.at += 1;
            match byte {
                b'(' => depth += 1,
                b')' if depth == 0 => break,
                b')' => depth -= 1,
                b'\\' => {
                    self.escape(&mut text);
                    continue;
                }
                _ => {}
            }
            text.push(byte);
        }
        Object::Text(text)
    }

    /// What follows a backslash in a string.
    fn escape(&mut self, text: &mut Vec<u8>) {
        let Some(byte) = self.peek() else { return };
        self.at += 1;
        match byte {
            b'n' => text.push(b'\n'),
            b'r' => text.push(b'\r'),
            b't' => text.push(b'\t'),
            b'b' => text.push(8),
            b'f' => text.push(12),
            b'\r' => {
                if self.peek() == Some(b'\n') {
                    self.at += 1;
                }
            }
            b'\n' => {}
            b'0'..=b'7' => {
                let mut number = u32::from(byte - b'0');
                for _ in 0..2 {
                    let Some(next @ b'0'..=b'7') = self.peek() else { break };
                    number = number * 8 + u32::from(next - b'0');
                    self.at += 1;
                }
                text.push(number as u8);
            }
            other => text.push(other),
        }
    }

    fn hexadecimal(&mut self) -> Object {
        self.at += 1;
        let (mut text, mut high) = (Vec::new(), None);
        while let Some(byte) = self.peek() {
            self.at += 1;
            if byte == b'>' {
                break;
            }
            let Some(low) = digit(byte) else { continue };
            match high.take() {
                Some(high) => text.push(high << 4 | low),
                None => high = Some(low),
            }
        }
        text.extend(high.map(|high| high << 4));
        Object::Text(text)
    }

    fn array(&mut self, depth: usize) -> Object {
        self.at += 1;
        let mut elements = Vec::new();
        if depth >= limits::DEEPEST {
            return Object::Array(elements);
        }
        loop {
            match self.nested(depth + 1) {
                Some(Token::Object(object)) => elements.push(object),
                Some(Token::Word([])) => {
                    self.at += 1;
                    break;
                }
                // A word in an array: it was never closed. `obj` must be seen by who asked.
                Some(Token::Word(word)) => {
                    self.at -= word.len();
                    break;
                }
                None => break,
            }
        }
        Object::Array(elements)
    }

    fn dictionary(&mut self, depth: usize) -> Object {
        self.at += 2;
        let mut entries = BTreeMap::new();
        if depth >= limits::DEEPEST {
            return Object::Dictionary(Dictionary(entries));
        }
        loop {
            match self.nested(depth + 1) {
                Some(Token::Object(Object::Name(name))) => match self.nested(depth + 1) {
                    Some(Token::Object(value)) => drop(entries.insert(name, value)),
                    Some(Token::Word(word)) if !word.is_empty() => {
                        self.at -= word.len();
                        break;
                    }
                    _ => {}
                },
                Some(Token::Object(_)) => {}
                Some(Token::Word([])) => {
                    self.at += if self.second() == Some(b'>') { 2 } else { 1 };
                    break;
                }
                Some(Token::Word(word)) => {
                    self.at -= word.len();
                    break;
                }
                None => break,
            }
        }
        Object::Dictionary(Dictionary(entries))
    }
}

pub(super) fn is_blank(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 12 | b'\r' | b' ')
}

fn is_regular(byte: u8) -> bool {
    !is_blank(byte) && !b"()<>[]{}/%".contains(&byte)
}

fn digit(byte: u8) -> Option<u8> {
    (byte as char).to_digit(16).map(|digit| digit as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(source: &str, expected: &str) {
        let mut lexer = Lexer::new(source.as_bytes(), 0);
        let mut shown = Vec::new();
        while let Some(token) = lexer.token() {
            shown.push(match token {
                Token::Object(object) => show(&object),
                Token::Word(word) => String::from_utf8_lossy(word).into_owned(),
            });
        }
        assert_eq!(shown.join(" "), expected, "{source}");
    }

    fn show(object: &Object) -> String {
        let all = |objects: &[Object]| objects.iter().map(show).collect::<Vec<_>>().join(" ");
        match object {
            Object::Number(number) => number.to_string(),
            Object::Name(name) => format!("/{}", String::from_utf8_lossy(name)),
            Object::Text(text) => format!("({})", String::from_utf8_lossy(text)),
            Object::Array(objects) => format!("[{}]", all(objects)),
            Object::Dictionary(entries) => {
                let entry = |(name, value): (&Vec<u8>, &Object)| {
                    format!("{}={}", String::from_utf8_lossy(name), show(value))
                };
                format!("<{}>", entries.0.iter().map(entry).collect::<Vec<_>>().join(" "))
            }
            other => format!("{other:?}"),
        }
    }

    #[test]
    fn objects_are_read() {
        check("12 -.5 +3. 4-5 --7 1.2.3", "12 -0.5 3 4 -7 1.2");
        check("/Name /A#20B /#zz", "/Name /A B /#zz");
        check("(a(b)c\\)\\101\\\n) <41 4> <>", "(a(b)c)A) (A@) ()");
        check("[1 [2] /A] << /K 1 /L << /M (x) >> >>", "[1 [2] /A] <K=1 L=<M=(x)>>");
        check("5 0 R 5 0 obj 5 0 RG", "Reference(5) 5 0 obj 5 0 RG");
        check("% 注释\ntrue null BT", "Boolean(true) Null BT");
    }

    #[test]
    fn what_is_broken_ends_where_it_can() {
        check("[1 2 endobj 3", "[1 2] endobj 3");
        check("<< /A 1 /B endobj", "<A=1> endobj");
        check("<< /A ] 5", "<> 5");
        check("(abc", "(abc)");
        check(") > ] } 7", "7");
        let deep = "[".repeat(100_000);
        assert!(Lexer::new(deep.as_bytes(), 0).token().is_some());
    }

    #[test]
    fn pictures_between_words_are_passed_over() {
        let mut lexer = Lexer::new(b" \x01EI\x02 EI Q", 0);
        lexer.skip_picture();
        assert_eq!(lexer.token(), Some(Token::Word(b"Q")));
    }
}
