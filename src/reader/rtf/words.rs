//! What control words do: begin destinations, end paragraphs, set the format of what follows.

use super::keyword::{self, Destination};
use super::walk::{Paragraph, Walk};
use crate::document::NoteKind;
use crate::reader::field::Field;
use crate::reader::line;

impl Walk {
    pub(super) fn symbol(&mut self, symbol: u8) {
        match symbol {
            b'~' => self.write("\u{A0}"),
            b'_' => self.write("-"),
            _ => {}
        }
    }

    pub(super) fn word(&mut self, word: &str, number: Option<i32>, at_start: bool) {
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
                self.fields.begin(Field::default());
            }
            ("fldrslt", _) => self.begin_result(),
            ("formfield", _) => {
                if let Some(field) = self.fields.0.last_mut() {
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
        let Some(field) = self.fields.0.last_mut() else { return };
        (field.in_result, field.start) = (true, start);
        if field.is_contents() {
            self.state.in_contents = true;
            self.body.note(NoteKind::Contents);
        }
    }

    pub(super) fn end_field(&mut self) {
        let Some(field) = self.fields.0.pop() else { return };
        if self.state.destination != Destination::Body || self.state.in_contents {
            return;
        }
        let has_result = self.line.len() > field.start || !field.in_result;
        if let Some(shown) = field.shown().filter(|_| !field.in_result || !has_result) {
            self.line.push(&shown);
        } else if field.is_form && self.line.since(field.start).trim().is_empty() {
            let start = field.start.min(self.line.len());
            self.line.replace_since(start, &line::blank(""));
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
            "row" | "nestrow" => {
                self.end_cell();
                self.body.end_row();
            }
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
            // In `\s1{\listtext\pard 一、}` it is about the number, not the paragraph.
            "pard" if matches!(self.state.destination, Destination::Number) => {}
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
}

/// The level from 1; 10 for body text.
fn outline_level(number: i32) -> u8 {
    u8::try_from(number).unwrap_or(9).min(9) + 1
}

/// The kinds of underline: `\uldb`, `\ulwave` …; `\ulc` is only its colour.
fn is_underline(word: &str) -> bool {
    word.strip_prefix("ul").is_some_and(|kind| !kind.is_empty() && kind != "c")
}
