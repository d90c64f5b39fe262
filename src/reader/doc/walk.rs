//! Going over the text, character by character.

use super::header::Header;
use super::list::Lists;
use super::pieces::Piece;
use super::properties::{Character, Paragraph, Runs};
use super::style::Styles;
use crate::document::NoteKind;
use crate::reader::Revisions;
use crate::reader::body::{Body, Style};
use crate::reader::field::{Field, Fields};
use crate::reader::line::{self, Line};

/// What was read of a file.
pub(super) struct Source<'a> {
    pub(super) header: Header,
    pub(super) main: &'a [u8],
    pub(super) pieces: Vec<Piece>,
    pub(super) styles: Styles,
    pub(super) lists: Lists,
    pub(super) paragraphs: Runs<Paragraph>,
    pub(super) characters: Runs<Character>,
}

/// The bytes 0x80 to 0x9F of windows-1252; those without a character are 0.
const HIGH: [u16; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
    0x0152, 0, 0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC,
    0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
];

/// Reads the body, and after it the text boxes.
pub(super) fn read(source: Source<'_>, revisions: Revisions) -> Body {
    let (start, count) = source.header.boxes;
    let body = source.header.body;
    let mut walk = Walk {
        source,
        revisions,
        body: Body::default(),
        line: Line::default(),
        fields: Fields::default(),
        cell_is_open: false,
        high: None,
        was_changed: false,
    };
    walk.read(0, body);
    walk.read(start, start.saturating_add(count));
    walk.body
}

struct Walk<'a> {
    source: Source<'a>,
    revisions: Revisions,
    body: Body,
    line: Line,
    fields: Fields,
    cell_is_open: bool,
    /// The first half of a character of two units.
    high: Option<u16>,
    /// Whether the character before was part of a tracked change.
    was_changed: bool,
}

impl Walk<'_> {
    /// Reads the characters from `start` to `end`.
    fn read(&mut self, start: u32, end: u32) {
        let mut last = 0;
        for index in 0..self.source.pieces.len() {
            let piece = self.source.pieces[index];
            let (from, to) = (piece.start.max(start), piece.end.min(end));
            for position in from..to.max(from) {
                let offset = piece.offset.saturating_add((position - piece.start) * piece.width());
                let Some(unit) = unit(self.source.main, offset, piece.is_compressed) else {
                    // The file is cut off here.
                    break;
                };
                if self.body.is_full() {
                    return;
                }
                self.unit(unit, offset);
                last = offset;
            }
        }
        self.fields.0.clear();
        self.end_paragraph(last);
        self.end_cell();
    }

    fn unit(&mut self, unit: u16, offset: u32) {
        let format = self.source.characters.at(offset);
        let is_dropped = self.is_dropped(format);
        match unit {
            0x0D | 0x0C | 0x07 if is_dropped => {}
            0x0D | 0x0C => self.end_paragraph(offset),
            0x07 => self.end_cell_mark(offset),
            _ if is_dropped => {}
            0x13 => self.fields.begin(Field::default()),
            0x14 => self.begin_result(),
            0x15 => self.end_field(),
            0x01 | 0x08 if format.special => self.body.picture(),
            0x02 if format.special => self.body.note(NoteKind::Footnotes),
            0x05 if format.special => self.body.note(NoteKind::Comments),
            0x0B | 0x0E => self.text("\n", Character { underlined: false, ..format }),
            0x1E => self.text("-", format),
            0x09 => self.text("\t", format),
            0..=0x1F => {}
            // A character of a symbol font is written as a bracket, with the sign in its format.
            0x28 if format.special => {}
            unit => self.character(unit, format),
        }
    }

    /// Whether a character is on the side of the tracked changes that is not read.
    fn is_dropped(&mut self, format: Character) -> bool {
        let changed = format.deleted || format.inserted;
        if changed && !self.was_changed {
            self.body.note(NoteKind::Revisions);
        }
        self.was_changed = changed;
        match self.revisions {
            Revisions::Accepted => format.deleted,
            Revisions::Original => format.inserted,
        }
    }

    /// One unit of UTF-16, which may be half a character.
    fn character(&mut self, unit: u16, format: Character) {
        if (0xD800..0xDC00).contains(&unit) {
            self.high = Some(unit);
            return;
        }
        let units = [self.high.take().unwrap_or(unit), unit];
        let units = if units[0] == unit { &units[1..] } else { &units[..] };
        for c in char::decode_utf16(units.iter().copied()) {
            let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
            self.text(c.encode_utf8(&mut [0; 4]), format);
        }
    }

    fn text(&mut self, text: &str, format: Character) {
        if let Some(field) = self.fields.0.last_mut().filter(|field| !field.in_result) {
            field.instruction.push_str(text);
            return;
        }
        match format {
            _ if !self.fields.show() => {}
            Character { hidden: true, .. } => {
                if !text.trim().is_empty() {
                    self.body.note(NoteKind::HiddenText);
                }
            }
            Character { underlined: true, .. } => self.line.push_underlined(text),
            _ => self.line.push(text),
        }
    }

    fn begin_result(&mut self) {
        let start = self.line.len();
        let Some(field) = self.fields.0.last_mut() else { return };
        (field.in_result, field.start) = (true, start);
        field.is_form = field.instruction.trim_start().starts_with("FORMTEXT");
        if field.is_contents() {
            self.body.note(NoteKind::Contents);
        }
    }

    fn end_field(&mut self) {
        let Some(field) = self.fields.0.pop() else { return };
        if !self.fields.show() {
            return;
        }
        let blank = self.line.since(field.start).trim().is_empty();
        if let Some(shown) = field.shown().filter(|_| !field.in_result) {
            self.line.push(&shown);
        } else if field.is_form && blank {
            let start = field.start.min(self.line.len());
            self.line.replace_since(start, &line::blank(""));
        }
    }

    /// The mark at the end of a cell or row.
    fn end_cell_mark(&mut self, offset: u32) {
        if self.source.paragraphs.at(offset).ends_row {
            self.line.take();
        } else {
            self.end_paragraph(offset);
        }
        self.end_cell();
        if self.source.paragraphs.at(offset).ends_row {
            self.body.end_row();
        }
    }

    /// Ends the paragraph whose mark lies at byte `offset`.
    fn end_paragraph(&mut self, offset: u32) {
        let paragraph = self.source.paragraphs.at(offset);
        let text = self.line.take();
        self.fields.next_paragraph();
        if paragraph.ends_row {
            self.end_cell();
            self.body.end_row();
            return;
        }
        match (paragraph.in_table, self.cell_is_open) {
            (true, false) => {
                self.body.begin_cell();
                self.cell_is_open = true;
            }
            (false, true) => self.end_cell(),
            _ => {}
        }
        let number = self.number(paragraph);
        let outline = paragraph.outline.or_else(|| self.source.styles.outline(paragraph.style));
        let level = outline.filter(|level| *level < 9).map(|level| level + 1);
        if !text.trim().is_empty() {
            self.body.paragraph(&(number + text.trim_start_matches('\n')), Style { level });
        }
        if paragraph.ends_inner_cell {
            self.end_cell();
        }
    }

    fn number(&mut self, paragraph: Paragraph) -> String {
        let by_style = self.source.styles.list(paragraph.style);
        let own = paragraph.list;
        let list = own.list.or(by_style.list).filter(|list| *list != 0);
        let level = own.level.or(by_style.level).unwrap_or(0);
        match list {
            Some(list) if self.fields.show() => self.source.lists.next(list, level),
            _ => String::new(),
        }
    }

    fn end_cell(&mut self) {
        if std::mem::take(&mut self.cell_is_open) {
            self.body.end_cell();
        }
    }
}

/// The unit of UTF-16 at a byte of the main stream.
fn unit(main: &[u8], offset: u32, is_compressed: bool) -> Option<u16> {
    let at = offset as usize;
    let first = u16::from(*main.get(at)?);
    if !is_compressed {
        return Some(first | u16::from(*main.get(at + 1)?) << 8);
    }
    let high = first.checked_sub(0x80).and_then(|index| HIGH.get(usize::from(index)).copied());
    Some(high.unwrap_or(first))
}
