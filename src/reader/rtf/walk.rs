//! Following the tokens of a file.

use super::character::{self, CodePages};
use super::keyword::Destination;
use super::token::Token;
use crate::document::NoteKind;
use crate::reader::body::{self, Body, Style};
use crate::reader::field::Fields;
use crate::reader::line::Line;
use crate::reader::number_format::{bullet, separated};
use crate::reader::{Revisions, limits};
use std::collections::BTreeMap;

/// Groups nest deeper than any document's.
pub(super) struct TooDeep;

/// What ends with the group.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the format")]
#[derive(Clone, Copy, Default)]
pub(super) struct State {
    pub(super) destination: Destination,
    /// Whether the next word may begin a destination, and whether `\*` stands before it.
    pub(super) at_start: bool,
    pub(super) optional: bool,
    pub(super) font: i32,
    /// How many bytes stand after `\u` for readers that do not know it.
    pub(super) fallback: usize,
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    pub(super) inserted: bool,
    pub(super) underlined: bool,
    /// Whether the group is a field, or a text box.
    pub(super) is_field: bool,
    pub(super) is_box: bool,
    /// Whether it lies in the result of a table of contents.
    pub(super) in_contents: bool,
}

/// How the paragraph is set.
#[derive(Clone, Copy, Default)]
pub(super) struct Paragraph {
    pub(super) in_table: bool,
    pub(super) level: Option<u8>,
    pub(super) style: i32,
}

/// A walk over one file.
pub(super) struct Walk {
    pub(super) revisions: Revisions,
    pub(super) body: Body,
    pub(super) line: Line,
    pub(super) state: State,
    pub(super) groups: Vec<State>,
    pub(super) paragraph: Paragraph,
    pub(super) pages: CodePages,
    /// The outline levels of styles.
    pub(super) levels: BTreeMap<i32, u8>,
    /// The name of the style that is being read, as far as it came.
    style_name: String,
    /// Bytes that are not decoded yet, and the font they are in.
    pub(super) bytes: Vec<u8>,
    pub(super) bytes_font: i32,
    /// UTF-16 units of `\u`.
    pub(super) units: Vec<u16>,
    /// How many bytes are still to be left out after a `\u`.
    pub(super) skip: usize,
    pub(super) cell_is_open: bool,
    pub(super) fields: Fields,
    /// The number of a list paragraph while it is read.
    pub(super) number: String,
    /// The lines around open text boxes, and the paragraphs of boxes, which follow them.
    pub(super) outer: Vec<(Line, Paragraph)>,
    pub(super) boxes: Vec<(String, Style)>,
}

impl Walk {
    pub(super) fn new(revisions: Revisions) -> Self {
        Self {
            revisions,
            body: Body::default(),
            line: Line::default(),
            state: State { fallback: 1, ..State::default() },
            groups: Vec::new(),
            paragraph: Paragraph::default(),
            pages: CodePages::default(),
            levels: BTreeMap::new(),
            style_name: String::new(),
            bytes: Vec::new(),
            bytes_font: 0,
            units: Vec::new(),
            skip: 0,
            cell_is_open: false,
            fields: Fields::default(),
            number: String::new(),
            outer: Vec::new(),
            boxes: Vec::new(),
        }
    }

    pub(super) fn token(&mut self, token: Token<'_>) -> Result<(), TooDeep> {
        let is_byte = matches!(token, Token::Byte(_));
        if self.skip > 0 && is_byte {
            self.skip -= 1;
            return Ok(());
        }
        if !is_byte {
            self.flush_bytes();
            if !matches!(token, Token::Word("u" | "uc", _)) {
                self.flush_units();
            }
            self.skip = 0;
        }
        let at_start = std::mem::take(&mut self.state.at_start);
        match token {
            Token::Open => self.open()?,
            Token::Close => self.close(),
            Token::Symbol(b'*') => (self.state.at_start, self.state.optional) = (at_start, true),
            Token::Symbol(symbol) => self.symbol(symbol),
            Token::Word(word, number) => self.word(word, number, at_start),
            Token::Byte(byte) => self.byte(byte),
        }
        Ok(())
    }

    pub(super) fn finish(mut self) -> Body {
        self.flush_bytes();
        self.flush_units();
        while !self.groups.is_empty() {
            self.close();
        }
        self.end_paragraph();
        self.end_cell();
        self.body
    }

    fn open(&mut self) -> Result<(), TooDeep> {
        if self.groups.len() >= limits::DEEPEST_GROUP {
            return Err(TooDeep);
        }
        self.groups.push(self.state);
        let inherited = self.state;
        self.state =
            State { at_start: true, optional: false, is_field: false, is_box: false, ..inherited };
        Ok(())
    }

    fn close(&mut self) {
        let Some(outer) = self.groups.pop() else { return };
        if outer.destination != self.state.destination {
            self.bytes.clear();
        }
        let inner = std::mem::replace(&mut self.state, outer);
        if inner.destination == Destination::Number && outer.destination != Destination::Number {
            let number = std::mem::take(&mut self.number);
            let number = number.trim();
            if outer.destination == Destination::Body && !number.is_empty() {
                self.line.push(&separated(bullet(number).to_owned(), " "));
            }
        }
        if inner.is_field {
            self.end_field();
        }
        if inner.is_box {
            self.end_paragraph();
            (self.line, self.paragraph) = self.outer.pop().unwrap_or_default();
        }
    }

    /// Whether the place is on the side of the tracked changes that is not read.
    pub(super) fn is_dropped(&self) -> bool {
        match self.revisions {
            Revisions::Accepted => self.state.deleted,
            Revisions::Original => self.state.inserted,
        }
    }

    pub(super) fn unicode(&mut self, number: i32) {
        // Numbers above 32767 are written as negative ones.
        self.units.push(number.rem_euclid(0x1_0000) as u16);
        self.skip = self.state.fallback;
    }

    fn byte(&mut self, byte: u8) {
        self.flush_units();
        if self.bytes_font != self.state.font {
            self.flush_bytes();
            self.bytes_font = self.state.font;
        }
        self.bytes.push(byte);
    }

    /// Decodes the bytes that have come. Half a character waits for its other half, which may stand
    /// after a change of format.
    fn flush_bytes(&mut self) {
        if self.bytes.is_empty() {
            return;
        }
        let label = self.pages.label(self.bytes_font);
        let bytes = std::mem::take(&mut self.bytes);
        let whole = if character::is_wide(label) { whole_characters(&bytes) } else { bytes.len() };
        let text = character::decode(&bytes[..whole], label);
        self.write(&text);
        self.bytes = bytes[whole..].to_vec();
    }

    fn flush_units(&mut self) {
        if !self.units.is_empty() {
            let units = std::mem::take(&mut self.units);
            self.write(&String::from_utf16_lossy(&units));
        }
    }

    /// Appends text to what the group is for.
    pub(super) fn write(&mut self, text: &str) {
        match self.state.destination {
            Destination::Body if self.state.in_contents || self.is_dropped() => {}
            Destination::Body if self.state.hidden => {
                if !text.trim().is_empty() {
                    self.body.note(NoteKind::HiddenText);
                }
            }
            Destination::Body if text.starts_with(is_sign) => {}
            Destination::Body if self.state.underlined => self.line.push_underlined(text),
            Destination::Body => self.line.push(text),
            Destination::Number => self.number.push_str(text),
            Destination::Instruction => {
                if let Some(field) = self.fields.0.last_mut() {
                    field.instruction.push_str(text);
                }
            }
            Destination::Styles => self.name_style(text),
            Destination::Skipped | Destination::Fonts => {}
        }
    }

    /// The name of a style ends with a semicolon. `LibreOffice` writes no outline level to
    /// `{\s1 Heading 1;}`.
    fn name_style(&mut self, text: &str) {
        for part in text.split_inclusive(';') {
            self.style_name.push_str(part.trim_end_matches(';'));
            if part.ends_with(';') {
                let name = std::mem::take(&mut self.style_name);
                if let Some(level) = body::heading_level(name.trim()) {
                    self.levels.entry(self.paragraph.style).or_insert(level);
                }
            }
        }
    }

    pub(super) fn end_paragraph(&mut self) {
        let text = self.line.take();
        let own = self.paragraph.level;
        let level = own.or_else(|| self.levels.get(&self.paragraph.style).copied());
        let style = Style { level: level.filter(|level| *level <= 9) };
        self.fields.next_paragraph();
        if !self.outer.is_empty() {
            self.boxes.push((text, style));
            return;
        }
        match (self.paragraph.in_table, self.cell_is_open) {
            (true, false) => {
                self.body.begin_cell();
                self.cell_is_open = true;
            }
            (false, true) => self.end_cell(),
            _ => {}
        }
        self.body.paragraph(&text, style);
        for (text, style) in std::mem::take(&mut self.boxes) {
            self.body.paragraph(&text, style);
        }
    }

    pub(super) fn end_cell(&mut self) {
        if std::mem::take(&mut self.cell_is_open) {
            self.body.end_cell();
        }
    }
}

/// A character of a symbol font.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{F000}'..='\u{F0FF}')
}

/// How many of `bytes` are whole characters of one or two bytes.
fn whole_characters(bytes: &[u8]) -> usize {
    let mut at = 0;
    while at < bytes.len() {
        let len = if bytes[at] < 0x80 { 1 } else { 2 };
        if at + len > bytes.len() {
            break;
        }
        at += len;
    }
    at
}
