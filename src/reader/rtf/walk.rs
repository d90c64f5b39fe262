//! Following the tokens of a file.

use super::character::{self, CodePages};
use super::keyword::{self, Destination};
use super::token::Token;
use crate::document::NoteKind;
use crate::reader::body::{self, Body, Line, Style};
use crate::reader::field::Field;
use crate::reader::number_format::{bullet, separated};
use crate::reader::{Revisions, limits};
use std::collections::BTreeMap;

/// Groups nest deeper than any document's.
pub(super) struct TooDeep;

/// What ends with the group.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the format")]
#[derive(Clone, Copy, Default)]
struct State {
    destination: Destination,
    /// Whether the next word may begin a destination, and whether `\*` stands before it.
    at_start: bool,
    optional: bool,
    font: i32,
    /// How many bytes stand after `\u` for readers that do not know it.
    fallback: usize,
    hidden: bool,
    deleted: bool,
    inserted: bool,
    underlined: bool,
    /// Whether the group is a field, or a text box.
    is_field: bool,
    is_box: bool,
    /// Whether it lies in the result of a table of contents.
    in_contents: bool,
}

/// How the paragraph is set.
#[derive(Clone, Copy, Default)]
struct Paragraph {
    in_table: bool,
    level: Option<u8>,
    style: i32,
}

/// A walk over one file.
pub(super) struct Walk {
    revisions: Revisions,
    body: Body,
    line: Line,
    state: State,
    groups: Vec<State>,
    paragraph: Paragraph,
    pages: CodePages,
    /// The outline levels of styles.
    levels: BTreeMap<i32, u8>,
    /// Bytes that are not decoded yet, and the font they are in.
    bytes: Vec<u8>,
    bytes_font: i32,
    /// UTF-16 units of `\u`.
    units: Vec<u16>,
    /// How many bytes are still to be left out after a `\u`.
    skip: usize,
    cell_is_open: bool,
    fields: Vec<Field>,
    /// The number of a list paragraph while it is read.
    number: String,
    /// The lines around open text boxes, and the paragraphs of boxes, which follow them.
    outer: Vec<(Line, Paragraph)>,
    boxes: Vec<(String, Style)>,
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
            bytes: Vec::new(),
            bytes_font: 0,
            units: Vec::new(),
            skip: 0,
            cell_is_open: false,
            fields: Vec::new(),
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

    fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.write("\u{A0}"),
            b'_' => self.write("-"),
            _ => {}
        }
    }

    fn word(&mut self, word: &str, number: Option<i32>, at_start: bool) {
        if at_start && self.begin_destination(word) {
            return;
        }
        match self.state.destination {
            Destination::Skipped => {}
            Destination::Fonts => self.font_word(word, number.unwrap_or(0)),
            Destination::Styles => self.style_word(word, number.unwrap_or(0)),
            _ => {
                if !self.structure_word(word) {
                    self.format_word(word, number);
                }
            }
        }
    }

    /// Whether the word begins a destination.
    fn begin_destination(&mut self, word: &str) -> bool {
        let optional = std::mem::take(&mut self.state.optional);
        let skipped = self.state.destination == Destination::Skipped;
        match (word, keyword::destination(word)) {
            // Text in a shape or in Unicode stands inside a group that is skipped otherwise.
            ("shptxt", _) => {
                self.state.destination = Destination::Body;
                self.state.is_box = true;
                let outer = (std::mem::take(&mut self.line), std::mem::take(&mut self.paragraph));
                self.outer.push(outer);
            }
            ("ud", _) => self.state.destination = Destination::Body,
            _ if skipped => {}
            ("field", _) => {
                self.state.is_field = true;
                self.fields.push(Field::default());
            }
            ("fldrslt", _) => self.begin_result(),
            ("formfield", _) => {
                if let Some(field) = self.fields.last_mut() {
                    field.is_form = true;
                }
                self.state.destination = Destination::Skipped;
            }
            (_, Some(destination)) => {
                self.state.destination = destination;
                self.note(word);
            }
            (_, None) if optional => self.state.destination = Destination::Skipped,
            (_, None) => return false,
        }
        true
    }

    fn note(&mut self, word: &str) {
        match word {
            "footnote" => self.body.note(NoteKind::Footnotes),
            "annotation" => self.body.note(NoteKind::Comments),
            "pict" => self.body.picture(),
            _ => {}
        }
    }

    fn begin_result(&mut self) {
        let start = self.line.len();
        let Some(field) = self.fields.last_mut() else { return };
        (field.in_result, field.start) = (true, start);
        if field.is_contents() {
            self.state.in_contents = true;
            self.body.note(NoteKind::Contents);
        }
    }

    fn end_field(&mut self) {
        let Some(field) = self.fields.pop() else { return };
        if self.state.destination != Destination::Body || self.state.in_contents {
            return;
        }
        let has_result = self.line.len() > field.start || !field.in_result;
        if let Some(shown) = field.shown().filter(|_| !field.in_result || !has_result) {
            self.line.push(&shown);
        } else if field.is_form && self.line.since(field.start).trim().is_empty() {
            let start = field.start.min(self.line.len());
            self.line.replace_since(start, &body::blank(""));
        }
    }

    fn font_word(&mut self, word: &str, number: i32) {
        match word {
            "f" => self.state.font = number,
            "fcharset" => self.pages.set_font(self.state.font, number),
            _ => {}
        }
    }

    fn style_word(&mut self, word: &str, number: i32) {
        match word {
            "s" => self.paragraph.style = number,
            "outlinelevel" => {
                self.levels.insert(self.paragraph.style, outline_level(number));
            }
            _ => {}
        }
    }

    /// Words that end something or stand for a character.
    fn structure_word(&mut self, word: &str) -> bool {
        match word {
            "par" | "sect" | "page" if !self.is_dropped() => self.end_paragraph(),
            "par" | "sect" | "page" => {}
            "cell" | "nestcell" => {
                self.paragraph.in_table = true;
                self.end_paragraph();
                self.end_cell();
            }
            "row" | "nestrow" => self.end_cell(),
            _ => {
                let Some(text) = keyword::character(word) else { return false };
                self.write(text);
            }
        }
        true
    }

    /// Words that set the format of what follows.
    fn format_word(&mut self, word: &str, number: Option<i32>) {
        let on = number != Some(0);
        match word {
            "ansicpg" => self.pages.set_file(number.unwrap_or(0)),
            "f" => self.state.font = number.unwrap_or(0),
            "u" => self.unicode(number.unwrap_or(0)),
            "uc" => self.state.fallback = usize::try_from(number.unwrap_or(1)).unwrap_or(1).min(10),
            "v" => self.state.hidden = on,
            "deleted" => self.set_revision(true, on),
            "revised" => self.set_revision(false, on),
            "ulnone" => self.state.underlined = false,
            _ if word == "ul" || is_underline(word) => self.state.underlined = on,
            "plain" => {
                (self.state.hidden, self.state.underlined) = (false, false);
                (self.state.deleted, self.state.inserted) = (false, false);
                self.state.font = 0;
            }
            "pard" => self.paragraph = Paragraph::default(),
            "intbl" => self.paragraph.in_table = true,
            "s" => self.paragraph.style = number.unwrap_or(0),
            "outlinelevel" => {
                self.paragraph.level = number.map(outline_level);
            }
            _ => {}
        }
    }

    fn set_revision(&mut self, deletion: bool, on: bool) {
        let side = if deletion { &mut self.state.deleted } else { &mut self.state.inserted };
        if on && !*side {
            self.body.note(NoteKind::Revisions);
        }
        *side = on;
    }

    /// Whether the place is on the side of the tracked changes that is not read.
    fn is_dropped(&self) -> bool {
        match self.revisions {
            Revisions::Accepted => self.state.deleted,
            Revisions::Original => self.state.inserted,
        }
    }

    fn unicode(&mut self, number: i32) {
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
    fn write(&mut self, text: &str) {
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
                if let Some(field) = self.fields.last_mut() {
                    field.instruction.push_str(text);
                }
            }
            Destination::Skipped | Destination::Fonts | Destination::Styles => {}
        }
    }

    fn end_paragraph(&mut self) {
        let text = self.line.take();
        let own = self.paragraph.level;
        let level = own.or_else(|| self.levels.get(&self.paragraph.style).copied());
        let style = Style { level: level.filter(|level| *level <= 9) };
        for field in &mut self.fields {
            field.start = 0;
        }
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

    fn end_cell(&mut self) {
        if std::mem::take(&mut self.cell_is_open) {
            self.body.end_cell();
        }
    }
}

/// A character of a symbol font.
fn is_sign(c: char) -> bool {
    matches!(c, '\u{F000}'..='\u{F0FF}')
}

/// The level from 1; 10 for body text.
fn outline_level(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(9).min(9) + 1
}

/// The kinds of underline: `\uldb`, `\ulwave` …; `\ulc` is only its colour.
fn is_underline(word: &str) -> bool {
    word.strip_prefix("ul").is_some_and(|kind| !kind.is_empty() && kind != "c")
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
