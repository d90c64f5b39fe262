//! Walking over the body.

use super::list::{Lists, OUTLINE};
use super::style::Styles;
use crate::document::NoteKind;
use crate::reader::Revisions;
use crate::reader::body::{Body, Style};
use crate::reader::container::xml::{Content, Element};
use crate::reader::line::{self, Line};
use std::collections::BTreeMap;

/// Elements that hold no text of the body, and what the reader should know of them.
const APART: &[(&str, NoteKind)] = &[
    ("text:note", NoteKind::Footnotes),
    ("office:annotation", NoteKind::Comments),
    ("text:hidden-text", NoteKind::HiddenText),
    ("text:hidden-paragraph", NoteKind::HiddenText),
    ("text:table-of-content", NoteKind::Contents),
];

/// A list item whose number is still to be written.
#[derive(Clone, Copy)]
struct Item<'t> {
    style: &'t str,
    level: u8,
    begin: Option<u32>,
}

/// How a run is set.
#[derive(Clone, Copy, Default)]
struct Format {
    hidden: bool,
    underlined: bool,
}

/// A walk over one body.
pub(super) struct Walk<'t> {
    styles: &'t Styles<'t>,
    lists: Lists<'t>,
    revisions: Revisions,
    /// What was read.
    pub(super) body: Body,
    line: Line,
    item: Option<Item<'t>>,
    boxes: Vec<Element<'t>>,
    /// The tracked changes by their ids: `text:insertion` or `text:deletion`.
    changes: BTreeMap<&'t str, Element<'t>>,
    /// Whether the place is inside an insertion that is not read.
    dropped: bool,
    /// How the blank looks that was read and is not yet written: if more follow they are one with it.
    blank: Option<Format>,
}

impl<'t> Walk<'t> {
    pub(super) fn new(styles: &'t Styles<'t>, lists: Lists<'t>, revisions: Revisions) -> Self {
        Self {
            styles,
            lists,
            revisions,
            body: Body::default(),
            line: Line::default(),
            item: None,
            boxes: Vec::new(),
            changes: BTreeMap::new(),
            dropped: false,
            blank: None,
        }
    }

    /// Reads what stands in a body, section, cell or text box.
    pub(super) fn blocks(&mut self, parent: Element<'t>) {
        for child in parent.children() {
            if self.body.is_full() {
                return;
            }
            match child.name() {
                "text:h" => self.heading(child),
                "text:p" => self.paragraph(child),
                "text:list" => self.list(child, None, 0),
                "text:section" | "text:index-body" | "text:numbered-paragraph" => {
                    self.blocks(child);
                }
                "text:tracked-changes" => self.tracked_changes(child),
                "table:table" => self.table(child),
                "text:change" | "text:change-start" | "text:change-end" => self.change(child),
                name if name.starts_with("draw:") => {
                    collect_boxes(child, &mut self.boxes);
                    self.read_boxes();
                }
                _ => _ = self.is_apart(child),
            }
        }
    }

    /// Whether an element is no part of the body; it is noted.
    fn is_apart(&mut self, element: Element<'_>) -> bool {
        let found = APART.iter().find(|(name, _)| *name == element.name());
        if let Some((_, kind)) = found {
            self.body.note(*kind);
        }
        found.is_some()
    }

    fn heading(&mut self, heading: Element<'t>) {
        let level = heading.attribute("text:outline-level").and_then(|level| level.parse().ok());
        let level = level.unwrap_or(1_u8).clamp(1, 10);
        let plain = heading.attribute("text:is-list-header") == Some("true");
        let number = match self.item.take() {
            Some(item) => self.number(item),
            None if plain => String::new(),
            None => self.lists.next(OUTLINE, level - 1, None),
        };
        self.write(heading, number, Some(level));
    }

    fn paragraph(&mut self, paragraph: Element<'t>) {
        let number = match self.item.take() {
            Some(item) => self.number(item),
            None => String::new(),
        };
        let level = self.styles.level(paragraph.attribute("text:style-name"));
        self.write(paragraph, number, level);
    }

    fn number(&mut self, item: Item<'t>) -> String {
        self.lists.next(item.style, item.level, item.begin)
    }

    /// Writes a paragraph down, and after it its text boxes.
    fn write(&mut self, paragraph: Element<'t>, number: String, level: Option<u8>) {
        let style = paragraph.attribute("text:style-name");
        let format = Format {
            hidden: self.styles.hides("paragraph", style),
            underlined: self.styles.underlines("paragraph", style),
        };
        self.blank = None;
        self.runs(paragraph, format);
        let text = self.line.take();
        if !text.trim().is_empty() {
            self.body.paragraph(&(number + &text), Style { level });
        }
        self.read_boxes();
    }

    fn read_boxes(&mut self) {
        for content in std::mem::take(&mut self.boxes) {
            self.blocks(content);
        }
    }

    /// A list; `style` is that of the list around it.
    fn list(&mut self, list: Element<'t>, style: Option<&'t str>, level: u8) {
        let own = list.attribute("text:style-name");
        let style = own.or(style).or_else(|| self.style_of_first(list));
        let goes_on = list.attribute("text:continue-numbering") == Some("true")
            || list.attribute("text:continue-list").is_some();
        if let Some(style) = style.filter(|_| level == 0 && !goes_on) {
            self.lists.restart(style);
        }
        for child in list.children() {
            let is_item = child.name() == "text:list-item";
            let begin = child.attribute("text:start-value").and_then(|start| start.parse().ok());
            self.item = style.filter(|_| is_item).map(|style| Item { style, level, begin });
            for part in child.children() {
                match part.name() {
                    "text:list" => self.list(part, style, level.saturating_add(1)),
                    "text:h" => self.heading(part),
                    "text:p" => self.paragraph(part),
                    _ => {}
                }
            }
            self.item = None;
        }
    }

    /// The list style of the first paragraph, for a list that names none.
    fn style_of_first(&self, list: Element<'t>) -> Option<&'t str> {
        let first = list.child("text:list-item")?.children().next()?;
        self.styles.list(first.attribute("text:style-name"))
    }

    fn table(&mut self, table: Element<'t>) {
        for child in table.children() {
            match child.name() {
                "table:table-cell" => {
                    self.body.begin_cell();
                    self.blocks(child);
                    self.body.end_cell();
                }
                // What is covered by a cell beside or above it is not shown.
                "table:covered-table-cell" => self.body.skip_cell(),
                "table:table-row" => {
                    self.table(child);
                    self.body.end_row();
                }
                name if name.starts_with("table:table") => self.table(child),
                _ => {}
            }
        }
    }

    fn tracked_changes(&mut self, changes: Element<'t>) {
        for region in changes.children() {
            let id = region.attribute("xml:id").or_else(|| region.attribute("text:id"));
            let kind = region.children().next();
            if let (Some(id), Some(kind)) = (id, kind) {
                self.changes.insert(id, kind);
            }
            if kind.is_some_and(|kind| kind.name() != "text:format-change") {
                self.body.note(NoteKind::Revisions);
            }
        }
    }

    /// The place of a change. What was deleted stands apart, what was inserted between two marks.
    fn change(&mut self, mark: Element<'t>) {
        if self.revisions == Revisions::Accepted {
            return;
        }
        let id = mark.attribute("text:change-id").unwrap_or_default();
        let Some(change) = self.changes.get(id).copied() else { return };
        match (mark.name(), change.name()) {
            ("text:change", "text:deletion") => {
                for (i, paragraph) in change.children().filter(is_paragraph).enumerate() {
                    self.line.push(if i > 0 { "\n" } else { "" });
                    self.runs(paragraph, Format::default());
                }
            }
            ("text:change-start", "text:insertion") => self.dropped = true,
            ("text:change-end", "text:insertion") => self.dropped = false,
            _ => {}
        }
    }

    /// Reads what stands in a paragraph.
    fn runs(&mut self, parent: Element<'t>, format: Format) {
        for content in parent.contents() {
            match content {
                Content::Text(text) => self.text(text, format),
                Content::Element(element) => self.run(element, format),
            }
        }
    }

    fn run(&mut self, element: Element<'t>, format: Format) {
        match element.name() {
            "text:span" => {
                let style = element.attribute("text:style-name");
                let format = Format {
                    hidden: format.hidden || self.styles.hides("text", style),
                    underlined: format.underlined || self.styles.underlines("text", style),
                };
                self.runs(element, format);
            }
            "text:s" => {
                let count = element.attribute("text:c").and_then(|c| c.parse().ok()).unwrap_or(1);
                self.write_blank();
                self.write_text(&" ".repeat(count.min(1000)), format);
            }
            "text:tab" => {
                self.write_blank();
                self.write_text("\t", format);
            }
            "text:line-break" => self.write_text("\n", Format { underlined: false, ..format }),
            "text:placeholder" => {
                let prompt = element.text();
                let prompt = prompt.trim_matches(['<', '>']);
                self.line.push(&line::blank(prompt));
            }
            "text:change" | "text:change-start" | "text:change-end" => self.change(element),
            "text:ruby" => {
                if let Some(base) = element.child("text:ruby-base") {
                    self.runs(base, format);
                }
            }
            "text:tracked-changes" | "text:label" => {}
            name if name.starts_with("draw:") => {
                let before = self.boxes.len();
                collect_boxes(element, &mut self.boxes);
                if self.boxes.len() == before {
                    self.body.picture();
                }
            }
            _ => {
                if !self.is_apart(element) {
                    self.runs(element, format);
                }
            }
        }
    }

    /// Appends text of the file, whose blanks count as one.
    fn text(&mut self, text: &str, format: Format) {
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        for (i, word) in text.split(blank).enumerate() {
            if i > 0 {
                self.blank.get_or_insert(format);
            }
            if !word.is_empty() {
                self.write_blank();
                self.write_text(word, format);
            }
        }
    }

    /// Writes the blank that was read last, which at the beginning of a paragraph is none. Eight
    /// underlined blanks are ` <text:s text:c="7"/>`: the first of them is underlined as well.
    fn write_blank(&mut self) {
        if let Some(format) = self.blank.take().filter(|_| self.line.len() > 0) {
            self.write_text(" ", format);
        }
    }

    fn write_text(&mut self, text: &str, format: Format) {
        match format {
            _ if self.dropped => {}
            Format { hidden: true, .. } => {
                if !text.trim().is_empty() {
                    self.body.note(NoteKind::HiddenText);
                }
            }
            Format { underlined: true, .. } => self.line.push_underlined(text),
            Format { .. } => self.line.push(text),
        }
    }
}

fn is_paragraph(element: &Element<'_>) -> bool {
    matches!(element.name(), "text:p" | "text:h")
}

/// The text boxes in a drawing: boxes, and shapes with text in them.
fn collect_boxes<'t>(drawing: Element<'t>, boxes: &mut Vec<Element<'t>>) {
    if drawing.children().any(|child| is_paragraph(&child) || child.name() == "text:list") {
        boxes.push(drawing);
        return;
    }
    for child in drawing.children() {
        collect_boxes(child, boxes);
    }
}
