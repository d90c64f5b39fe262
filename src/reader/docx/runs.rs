//! Walking over one paragraph: runs, fields, tracked changes, drawings.

use super::blocks::{Walker, all_text, choose};
use super::style;
use crate::document::NoteKind;
use crate::reader::container::xml::Element;
use crate::reader::field::Field;
use crate::reader::{body, symbol};

/// The format of one run, as far as it matters.
#[derive(Clone, Copy)]
struct Format {
    underlined: bool,
    hidden: bool,
}

impl<'t> Walker<'t> {
    /// Reads what stands in a paragraph.
    pub(super) fn runs(&mut self, parent: Element<'t>) {
        for child in parent.children() {
            match child.name() {
                "w:r" => self.run(child),
                "w:hyperlink" | "w:fldSimple" | "w:dir" | "w:bdo" | "w:rubyBase" => {
                    self.runs(child);
                }
                "w:ruby" => {
                    // The base; the reading above it (拼音) is no text of the report.
                    if let Some(base) = child.child("w:rubyBase") {
                        self.runs(base);
                    }
                }
                "w:sdt" => self.control(child, Self::runs),
                "mc:AlternateContent" => {
                    if let Some(chosen) = choose(child) {
                        self.runs(chosen);
                    }
                }
                "m:oMath" | "m:oMathPara" => {
                    let text = all_text(child);
                    self.text(&text, Format { underlined: false, hidden: self.hidden });
                }
                name if self.is_passed_through(name) => self.runs(child),
                _ => {}
            }
        }
    }

    fn run(&mut self, run: Element<'t>) {
        let format = self.format(run.child("w:rPr"));
        self.run_contents(run, format);
    }

    fn format(&self, properties: Option<Element<'t>>) -> Format {
        let style = properties
            .and_then(|properties| properties.child("w:rStyle"))
            .and_then(|style| style.attribute("w:val"));
        let underlined = properties.and_then(style::underline);
        let hidden = properties.and_then(|properties| style::switch(properties, "w:vanish"));
        Format {
            underlined: underlined
                .unwrap_or_else(|| style.is_some() && self.styles.underlines(style)),
            hidden: hidden
                .unwrap_or_else(|| self.hidden || (style.is_some() && self.styles.hides(style))),
        }
    }

    fn run_contents(&mut self, run: Element<'t>, format: Format) {
        for child in run.children() {
            match child.name() {
                "w:t" | "w:delText" => {
                    let text = child.text();
                    let kept = child.attribute("xml:space") == Some("preserve");
                    let blanks = [' ', '\t', '\n', '\r'];
                    let text = if kept { &text } else { text.trim_matches(blanks) };
                    self.text(text, format);
                }
                "w:instrText" | "w:delInstrText" => {
                    if let Some(field) = self.fields.0.last_mut().filter(|f| !f.in_result) {
                        field.instruction.push_str(&child.text());
                    }
                }
                "w:fldChar" => self.field_mark(child),
                "w:tab" | "w:ptab" => self.text("\t", format),
                "w:br" | "w:cr" => self.text("\n", Format { underlined: false, ..format }),
                "w:noBreakHyphen" => self.text("-", format),
                "w:sym" => self.text(symbol(child), format),
                "w:drawing" | "w:pict" | "w:object" => self.drawing(child),
                "w:ruby" => {
                    if let Some(base) = child.child("w:rubyBase") {
                        self.runs(base);
                    }
                }
                "w:footnoteReference" | "w:endnoteReference" => {
                    self.body.note(NoteKind::Footnotes);
                }
                "w:commentReference" => self.body.note(NoteKind::Comments),
                "mc:AlternateContent" => {
                    if let Some(chosen) = choose(child) {
                        self.run_contents(chosen, format);
                    }
                }
                _ => {}
            }
        }
    }

    fn text(&mut self, text: &str, format: Format) {
        match format {
            _ if !self.fields.show() => {}
            Format { hidden: true, .. } => {
                if !text.trim().is_empty() {
                    self.body.note(NoteKind::HiddenText);
                }
            }
            Format { underlined: true, .. } => self.line.push_underlined(text),
            Format { .. } => self.line.push(text),
        }
    }

    /// Begin, middle or end of a field.
    fn field_mark(&mut self, mark: Element<'t>) {
        match mark.attribute("w:fldCharType") {
            Some("begin") => {
                let form = mark.child("w:ffData");
                let ticked = form.and_then(|form| form.child("w:checkBox")).map(|check| {
                    let state = style::switch(check, "w:checked");
                    state.or_else(|| style::switch(check, "w:default")).unwrap_or(false)
                });
                self.fields.begin(Field { is_form: form.is_some(), ticked, ..Field::default() });
            }
            Some("separate") => {
                let start = self.line.len();
                let Some(field) = self.fields.0.last_mut() else { return };
                (field.in_result, field.start) = (true, start);
                if field.is_contents() {
                    self.body.note(NoteKind::Contents);
                }
            }
            Some("end") => self.end_field(),
            _ => {}
        }
    }

    fn end_field(&mut self) {
        let Some(field) = self.fields.0.pop() else { return };
        if !self.fields.show() {
            return;
        }
        if let Some(shown) = field.shown().filter(|_| !field.in_result || field.ticked.is_some()) {
            self.line.push(&shown);
        } else if field.is_form && field.in_result && self.line.since(field.start).trim().is_empty()
        {
            let start = field.start.min(self.line.len());
            self.line.replace_since(start, &body::blank(""));
        }
    }

    /// Takes note of the text boxes in a drawing.
    fn drawing(&mut self, drawing: Element<'t>) {
        let before = self.boxes.len();
        collect_boxes(drawing, &mut self.boxes);
        if self.boxes.len() == before {
            self.body.picture();
        }
        if !self.fields.show() {
            self.boxes.truncate(before);
        }
    }
}

/// The text boxes in a drawing, groups included, each once.
fn collect_boxes<'t>(element: Element<'t>, boxes: &mut Vec<Element<'t>>) {
    for child in element.children() {
        match child.name() {
            "w:txbxContent" => boxes.push(child),
            "mc:AlternateContent" => {
                if let Some(chosen) = choose(child) {
                    collect_boxes(chosen, boxes);
                }
            }
            _ => collect_boxes(child, boxes),
        }
    }
}

/// What a sign of a symbol font means; empty for ornament.
fn symbol(symbol: Element<'_>) -> &'static str {
    let font = symbol.attribute("w:font").unwrap_or_default();
    let code = u32::from_str_radix(symbol.attribute("w:char").unwrap_or_default(), 16).unwrap_or(0);
    // The codes of these fonts stand in the area for private use, from F000 on.
    if matches!(code >> 8, 0 | 0xF0) { symbol::meaning(font, (code & 0xFF) as u8) } else { "" }
}
