//! Walking over one paragraph: runs, fields, tracked changes, drawings.

use super::blocks::{Walker, all_text, choose};
use super::style;
use crate::document::NoteKind;
use crate::reader::container::xml::Element;
use crate::reader::field::Field;
use crate::reader::trace::Origin;
use crate::reader::{line, symbol};
use std::borrow::Cow;

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
                    // Nothing can be written back into a formula.
                    let text = all_text(child);
                    if self.is_shown(&text, self.hidden) {
                        self.line.push(&text);
                    }
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
                    self.text((child, Origin::Verbatim), &text_of(child), format);
                }
                "w:instrText" | "w:delInstrText" => {
                    if let Some(field) = self.fields.0.last_mut().filter(|f| !f.in_result) {
                        field.instruction.push_str(&child.text());
                    }
                }
                "w:fldChar" => self.field_mark(child),
                "w:tab" | "w:ptab" => self.text((child, Origin::Mark), "\t", format),
                "w:br" | "w:cr" => {
                    self.text((child, Origin::Mark), "\n", Format { underlined: false, ..format });
                }
                "w:noBreakHyphen" => self.text((child, Origin::Mark), "-", format),
                "w:sym" => self.text((child, Origin::Mark), symbol(child), format),
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

    /// Appends `text`, which element `from` says or stands for.
    fn text(&mut self, (from, origin): (Element<'t>, Origin), text: &str, format: Format) {
        if self.is_shown(text, format.hidden) {
            self.line.push_traced(text, format.underlined, from.index(), origin);
        }
    }

    /// Whether text is shown here. Hidden text is noted.
    fn is_shown(&mut self, text: &str, hidden: bool) -> bool {
        if !self.fields.show() {
            return false;
        }
        if hidden && !text.trim().is_empty() {
            self.body.note(NoteKind::HiddenText);
        }
        !hidden
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
            self.line.replace_since(start, &line::blank(""));
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

/// What a `w:t` says: blanks at its ends only count if it keeps them.
pub(super) fn text_of(element: Element<'_>) -> Cow<'_, str> {
    let text = element.text();
    if element.attribute("xml:space") == Some("preserve") {
        return text;
    }
    let blanks = [' ', '\t', '\n', '\r'];
    match text {
        Cow::Borrowed(text) => Cow::Borrowed(text.trim_matches(blanks)),
        Cow::Owned(text) => Cow::Owned(text.trim_matches(blanks).to_owned()),
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
