//! Walking over the body: paragraphs, tables, text boxes, and what wraps them.

use super::numbering::Lists;
use super::runs::text_of;
use super::style::{self, ListReference, Styles};
use crate::document::NoteKind;
use crate::reader::Revisions;
use crate::reader::body::{Body, Style};
use crate::reader::container::xml::Element;
use crate::reader::field::Fields;
use crate::reader::line::{self, Line};
use crate::reader::trace::Trace;

/// Word has no more columns in a table.
const MOST_COLUMNS: u16 = 63;

/// What one walk over a document knows.
pub(super) struct Walker<'t> {
    pub(super) styles: &'t Styles,
    lists: Lists,
    pub(super) revisions: Revisions,
    /// What was read.
    pub(super) body: Body,
    /// The paragraph that is being read.
    pub(super) line: Line,
    pub(super) fields: Fields,
    /// The text boxes that are anchored in the paragraph; they follow it.
    pub(super) boxes: Vec<Element<'t>>,
    /// Whether the paragraph hides its text by its style.
    pub(super) hidden: bool,
}

impl<'t> Walker<'t> {
    pub(super) fn new(styles: &'t Styles, lists: Lists, revisions: Revisions) -> Self {
        Self {
            styles,
            lists,
            revisions,
            body: Body::default(),
            line: Line::default(),
            fields: Fields::default(),
            boxes: Vec::new(),
            hidden: false,
        }
    }

    /// The same walker, which also notes down where the text stands.
    pub(super) fn traced(mut self) -> Self {
        self.body.trace = Some(Trace::default());
        self.line.trace = Some(Trace::default());
        self
    }

    /// Reads `w:document`.
    pub(super) fn document(&mut self, root: Element<'t>) {
        if let Some(body) = root.child("w:body") {
            self.blocks(body);
            self.end_paragraph(None);
        }
    }

    /// Reads what stands in a body, cell or text box.
    pub(super) fn blocks(&mut self, parent: Element<'t>) {
        for child in parent.children() {
            if self.body.is_full() {
                return;
            }
            match child.name() {
                "w:p" => self.paragraph(child),
                "w:tbl" => self.table(child),
                "w:sdt" => self.control(child, Self::blocks),
                "mc:AlternateContent" => {
                    if let Some(chosen) = choose(child) {
                        self.blocks(chosen);
                    }
                }
                name if self.is_passed_through(name) => self.blocks(child),
                _ => {}
            }
        }
    }

    /// Whether an element is only a wrapper, tracked changes included: one side of them is read.
    pub(super) fn is_passed_through(&mut self, name: &str) -> bool {
        let accepted = self.revisions == Revisions::Accepted;
        match name {
            "w:ins" | "w:moveTo" | "w:del" | "w:moveFrom" => {
                self.body.note(NoteKind::Revisions);
                matches!(name, "w:ins" | "w:moveTo") == accepted
            }
            "w:customXml" | "w:smartTag" | "w:sdtContent" => true,
            _ => false,
        }
    }

    /// A content control (内容控件): its text, or a blank if it shows its prompt.
    pub(super) fn control(&mut self, control: Element<'t>, read: fn(&mut Self, Element<'t>)) {
        let Some(content) = control.child("w:sdtContent") else { return };
        let Some(properties) = control.child("w:sdtPr") else { return read(self, content) };
        let gallery = properties.descend(&["w:docPartObj", "w:docPartGallery"]);
        if gallery.and_then(|g| g.attribute("w:val")) == Some("Table of Contents") {
            self.body.note(NoteKind::Contents);
            return;
        }
        if style::switch(properties, "w:showingPlcHdr") != Some(true) {
            return read(self, content);
        }
        let blank = line::blank(&all_text(content));
        let mut prompts = Vec::new();
        each_text(content, &mut |text| prompts.push((text.index(), text_of(text).len())));
        self.line.push_for(&blank, prompts.into_iter());
        // The control holds whole paragraphs.
        if let Some(paragraph) = content.child("w:p") {
            self.end_paragraph(paragraph.child("w:pPr"));
        }
    }

    fn paragraph(&mut self, paragraph: Element<'t>) {
        let properties = paragraph.child("w:pPr");
        let style = properties.and_then(style_of);
        self.hidden = self.styles.hides(style);
        self.runs(paragraph);
        if !self.loses_its_mark(properties) {
            self.end_paragraph(properties);
        }
    }

    /// Whether the mark that ends the paragraph is not there on the side of the tracked changes that
    /// is read, so that the next paragraph goes on with this one.
    fn loses_its_mark(&mut self, properties: Option<Element<'t>>) -> bool {
        let Some(mark) = properties.and_then(|properties| properties.child("w:rPr")) else {
            return false;
        };
        let has = |names: [&str; 2]| names.iter().any(|name| mark.child(name).is_some());
        let (inserted, deleted) = (has(["w:ins", "w:moveTo"]), has(["w:del", "w:moveFrom"]));
        match self.revisions {
            Revisions::Accepted => deleted,
            Revisions::Original => inserted && !deleted,
        }
    }

    /// Writes the paragraph down, with its number, and after it its text boxes.
    pub(super) fn end_paragraph(&mut self, properties: Option<Element<'t>>) {
        let style = properties.and_then(style_of);
        let number = self.number(properties, style);
        let direct = properties.and_then(style::outline_level);
        let level = direct.or_else(|| self.styles.outline(style)).filter(|level| *level <= 9);
        self.body.numbered(&number, &mut self.line, Style { level });
        self.fields.next_paragraph();
        let boxes = std::mem::take(&mut self.boxes);
        for content in boxes {
            let fields = std::mem::take(&mut self.fields);
            self.blocks(content);
            self.fields = fields;
        }
    }

    /// The automatic number of the paragraph, which counts even if the paragraph is empty.
    fn number(&mut self, properties: Option<Element<'t>>, style: Option<&str>) -> String {
        let own = properties.and_then(style::list_reference).unwrap_or_default();
        let (by_style, source) = self.styles.list(style);
        let Some(list) = own.list.or(by_style.list).filter(|list| *list != 0) else {
            return String::new();
        };
        let linked = || {
            let own_style = style.and_then(|style| self.lists.level_of_style(list, style));
            own_style.or_else(|| self.lists.level_of_style(list, source?))
        };
        let level = match own.list {
            Some(_) => own.level,
            None => own.level.or_else(linked).or(by_style.level),
        };
        if !self.fields.show() {
            return String::new();
        }
        self.lists.next(ListReference { list: Some(list), level })
    }

    fn table(&mut self, table: Element<'t>) {
        for child in table.children() {
            match child.name() {
                "w:tr" => {
                    self.row(child);
                    self.body.end_row();
                }
                "w:sdt" => {
                    if let Some(content) = child.child("w:sdtContent") {
                        self.table(content);
                    }
                }
                name if self.is_passed_through(name) => self.table(child),
                _ => {}
            }
        }
    }

    fn row(&mut self, row: Element<'t>) {
        let properties = row.child("w:trPr");
        let gone = match self.revisions {
            Revisions::Accepted => "w:del",
            Revisions::Original => "w:ins",
        };
        if properties.is_some_and(|properties| properties.child(gone).is_some()) {
            self.body.note(NoteKind::Revisions);
            return;
        }
        for child in row.children() {
            match child.name() {
                "w:tc" => self.cell(child),
                "w:sdt" => {
                    if let Some(content) = child.child("w:sdtContent") {
                        self.row(content);
                    }
                }
                name if self.is_passed_through(name) => self.row(child),
                _ => {}
            }
        }
    }

    /// A cell that is three columns wide covers two places beside it.
    fn skip_spanned(&mut self, cell: Element<'t>) {
        let span = cell.descend(&["w:tcPr", "w:gridSpan"]).and_then(|s| s.attribute("w:val"));
        let columns: u16 = span.and_then(|columns| columns.parse().ok()).unwrap_or(1);
        for _ in 1..columns.min(MOST_COLUMNS) {
            self.body.skip_cell();
        }
    }

    fn cell(&mut self, cell: Element<'t>) {
        let merged = |name| {
            let merge = cell.descend(&["w:tcPr", name]);
            merge.is_some_and(|merge| merge.attribute("w:val").is_none_or(|v| v == "continue"))
        };
        // What a cell holds that is covered by the one above or beside it is not shown.
        if merged("w:vMerge") || merged("w:hMerge") {
            self.body.skip_cell();
            self.skip_spanned(cell);
            return;
        }
        self.body.begin_cell();
        self.blocks(cell);
        self.end_paragraph(None);
        self.body.end_cell();
        self.skip_spanned(cell);
    }
}

/// The style that paragraph properties name.
fn style_of(properties: Element<'_>) -> Option<&str> {
    properties.child("w:pStyle")?.attribute("w:val")
}

/// One of the ways in which the same thing is written for programs of different age: the newest,
/// which all that Hegao reads from is older than.
pub(super) fn choose(alternatives: Element<'_>) -> Option<Element<'_>> {
    alternatives.child("mc:Choice").or_else(|| alternatives.child("mc:Fallback"))
}

/// The text of all runs in an element.
pub(super) fn all_text(element: Element<'_>) -> String {
    let mut text = String::new();
    each_text(element, &mut |element| text.push_str(&element.text()));
    text
}

/// Shows all elements with text in an element, in reading order.
pub(super) fn each_text<'t>(element: Element<'t>, show: &mut dyn FnMut(Element<'t>)) {
    for child in element.children() {
        match child.name() {
            "w:t" | "m:t" => show(child),
            _ => each_text(child, show),
        }
    }
}
