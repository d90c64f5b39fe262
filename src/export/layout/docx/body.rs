//! `document.xml` and `comments.xml`.

use super::super::{Element, LayoutModel, Mark, PageNumber, Paragraph, Role, Row, Run, wording};
use super::measure::{self, PAGE};
use super::style::{self, Face};
use crate::export::package::Xml;

/// The two parts that a model makes.
pub(super) struct Written {
    pub(super) document: Vec<u8>,
    /// `None` if nothing is open.
    pub(super) comments: Option<Vec<u8>>,
}

/// Writes all of the text.
pub(super) fn write(model: &LayoutModel) -> Written {
    let mut xml =
        Xml::new("w:document", &[("xmlns:w", super::MAIN), ("xmlns:r", super::RELATIONSHIPS)]);
    xml.open("w:body", &[]);
    let mut writer = Writer { model, xml, comments: Vec::new(), changes: 0 };
    let mut elements = model.elements.iter().peekable();
    while let Some(element) = elements.next() {
        match element {
            Element::Paragraph(paragraph) => writer.paragraph(paragraph),
            Element::Table(rows) => {
                writer.table(rows);
                // Word takes no document that ends with a table, and two that touch for one.
                if !matches!(elements.peek(), Some(Element::Paragraph(_))) {
                    writer.xml.empty("w:p", &[]);
                }
            }
        }
    }
    writer.section();
    let comments = (!writer.comments.is_empty()).then(|| write_comments(&writer.comments));
    Written { document: writer.xml.finish(), comments }
}

struct Writer<'m> {
    model: &'m LayoutModel,
    xml: Xml,
    /// The lines of each comment.
    comments: Vec<&'m [String]>,
    /// How many tracked changes there are so far.
    changes: u32,
}

impl<'m> Writer<'m> {
    fn paragraph(&mut self, paragraph: &'m Paragraph) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", style::of_role(paragraph.role));
        if paragraph.keeps_next {
            self.xml.empty("w:keepNext", &[]);
        }
        if paragraph.role == Role::Attachment {
            self.xml.empty("w:pageBreakBefore", &[]);
        }
        self.indent(paragraph);
        self.xml.close();
        let face = match paragraph.role {
            // The number says the font, the depth the style: 1. may stand right under 一、.
            Role::Heading { depth, level } if depth != level => Some(level),
            _ => None,
        };
        for run in &paragraph.runs {
            self.marked(run, face);
        }
        self.xml.close();
    }

    /// What the paragraph has besides its style: how far it stands from the right, and for a title
    /// of several lines how far from both sides.
    fn indent(&mut self, paragraph: &Paragraph) {
        let page = &self.model.page;
        let right = u32::from(paragraph.right);
        if right > 0 {
            let twips = measure::character_twips(page, right).to_string();
            self.xml.empty("w:ind", &[("w:rightChars", &right.to_string()), ("w:right", &twips)]);
        }
        let titles = matches!(paragraph.role, Role::Title | Role::AttachmentTitle);
        if let Some(side) =
            titles.then(|| title_side(paragraph, measure::text_width(page))).flatten()
        {
            let side = side.to_string();
            self.xml.empty("w:ind", &[("w:left", &side), ("w:right", &side)]);
        }
    }

    fn table(&mut self, rows: &'m [Row]) {
        let columns = rows.iter().map(Vec::len).max().unwrap_or(1).max(1) as u32;
        let width = measure::text_width(&self.model.page);
        self.xml.open("w:tbl", &[]);
        self.xml.open("w:tblPr", &[]);
        self.xml.empty("w:tblW", &[("w:w", "5000"), ("w:type", "pct")]);
        self.xml.value("w:jc", "center");
        self.xml.open("w:tblBorders", &[]);
        for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
            self.xml.empty(
                side,
                &[("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "auto")],
            );
        }
        self.xml.close();
        self.xml.empty("w:tblLayout", &[("w:type", "autofit")]);
        self.xml.close();
        self.xml.open("w:tblGrid", &[]);
        let column = (width / columns).to_string();
        for _ in 0..columns {
            self.xml.empty("w:gridCol", &[("w:w", &column)]);
        }
        self.xml.close();
        for (index, row) in rows.iter().enumerate() {
            self.row(row, index == 0 && rows.len() > 1, &column);
        }
        self.xml.close();
    }

    fn row(&mut self, row: &'m Row, is_head: bool, width: &str) {
        self.xml.open("w:tr", &[]);
        self.xml.open("w:trPr", &[]);
        self.xml.empty("w:cantSplit", &[]);
        if is_head {
            self.xml.empty("w:tblHeader", &[]);
        }
        self.xml.close();
        for cell in row {
            self.xml.open("w:tc", &[]);
            self.xml.open("w:tcPr", &[]);
            self.xml.empty("w:tcW", &[("w:w", width), ("w:type", "dxa")]);
            self.xml.value("w:vAlign", "center");
            self.xml.close();
            if cell.is_empty() {
                self.cell_paragraph(&[], is_head);
            }
            for paragraph in cell {
                self.cell_paragraph(paragraph, is_head);
            }
            self.xml.close();
        }
        self.xml.close();
    }

    fn cell_paragraph(&mut self, runs: &'m [Run], is_head: bool) {
        self.xml.open("w:p", &[]);
        self.xml.open("w:pPr", &[]);
        self.xml.value("w:pStyle", "TableText");
        self.xml.close();
        for run in runs {
            self.marked(run, is_head.then_some(1));
        }
        self.xml.close();
    }

    /// A run with what there is to say about it around it.
    fn marked(&mut self, run: &'m Run, face: Option<u8>) {
        match &run.mark {
            Some(Mark::Open(lines)) => {
                let id = self.comments.len().to_string();
                self.comments.push(lines);
                self.xml.empty("w:commentRangeStart", &[("w:id", &id)]);
                self.run(run, face);
                self.xml.empty("w:commentRangeEnd", &[("w:id", &id)]);
                self.xml.open("w:r", &[]);
                self.xml.empty("w:commentReference", &[("w:id", &id)]);
                self.xml.close();
            }
            Some(Mark::Inserted) => self.change("w:ins", run, face),
            Some(Mark::Deleted) => self.change("w:del", run, face),
            Some(Mark::Filled) | None => self.run(run, face),
        }
    }

    fn change(&mut self, name: &'static str, run: &Run, face: Option<u8>) {
        self.changes += 1;
        let id = self.changes.to_string();
        let author = &self.model.revision_author;
        self.xml.open(name, &[("w:id", &id), ("w:author", author)]);
        self.run(run, face);
        self.xml.close();
    }

    fn run(&mut self, run: &Run, face: Option<u8>) {
        self.xml.open("w:r", &[]);
        self.xml.open("w:rPr", &[]);
        self.run_properties(run, face);
        self.xml.close();
        let text = if run.mark == Some(Mark::Deleted) { "w:delText" } else { "w:t" };
        for (index, line) in run.text.split('\n').enumerate() {
            if index > 0 {
                self.xml.empty("w:br", &[]);
            }
            for (index, piece) in line.split('\t').enumerate() {
                if index > 0 {
                    self.xml.empty("w:tab", &[]);
                }
                if !piece.is_empty() {
                    self.xml.text(text, piece);
                }
            }
        }
        self.xml.close();
    }

    /// The properties of a run, in the order of the schema.
    fn run_properties(&mut self, run: &Run, face: Option<u8>) {
        if let Some(level) = run.heading {
            self.xml.value("w:rStyle", style::run_in(level));
        }
        match face {
            Some(level) => {
                style::write_fonts(&mut self.xml, &self.model.page, Face::of_level(level));
            }
            None => self.xml.empty("w:rFonts", &[("w:hint", "eastAsia")]),
        }
        if run.bold {
            self.xml.empty("w:b", &[]);
        } else {
            style::write_weight(&mut self.xml, &self.model.page, face);
        }
        match run.mark {
            Some(Mark::Open(_)) => self.xml.value("w:highlight", "yellow"),
            Some(Mark::Filled) => {
                self.xml.empty(
                    "w:shd",
                    &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E2F0D9")],
                );
            }
            _ => {}
        }
    }

    /// The page.
    fn section(&mut self) {
        let page = &self.model.page;
        let number = |value: u32| value.to_string();
        self.xml.open("w:sectPr", &[]);
        let footers: &[(&str, &str)] = match page.page_number {
            PageNumber::Outside => &[("default", "rId4"), ("even", "rId5")],
            PageNumber::Centred => &[("default", "rId4")],
        };
        for (kind, id) in footers {
            self.xml.empty("w:footerReference", &[("w:type", kind), ("r:id", id)]);
        }
        self.xml.empty("w:pgSz", &[("w:w", &number(PAGE.0)), ("w:h", &number(PAGE.1))]);
        let twips = |tenths| number(measure::twips(tenths));
        self.xml.empty(
            "w:pgMar",
            &[
                ("w:top", &twips(page.margins.top)),
                ("w:right", &twips(page.margins.right)),
                ("w:bottom", &twips(page.margins.bottom)),
                ("w:left", &twips(page.margins.left)),
                ("w:header", "851"),
                ("w:footer", &number(measure::footer(page))),
                ("w:gutter", "0"),
            ],
        );
        // No grid of lines: their distance is fixed, and `LibreOffice` would centre the grid on the
        // page, which moves the first line down by 4 mm.
        let pitch = number(measure::line(page));
        self.xml.empty("w:docGrid", &[("w:type", "default"), ("w:linePitch", &pitch)]);
        self.xml.close();
    }
}

/// How far a title of more than one line stands from either side, in twentieths of a point, so that
/// its lines are about as long and none holds a single character.
fn title_side(title: &Paragraph, width: u32) -> Option<u32> {
    let character = style_width();
    let text = title.runs.iter().flat_map(|run| run.text.chars());
    let halves: u32 = text.take(200).map(|c| if c.is_ascii() { 1 } else { 2 }).sum();
    let needed = halves * character / 2;
    if needed <= width {
        return None;
    }
    let lines = needed.div_ceil(width - character);
    let longest = (halves.div_ceil(2)).div_ceil(lines) * character + character / 2;
    (longest < width).then(|| (width - longest) / 2)
}

/// How wide a character of the title is, in twentieths of a point.
const fn style_width() -> u32 {
    measure::SIZE_TWO * 10
}

/// `comments.xml`: what is expected in each blank.
fn write_comments(comments: &[&[String]]) -> Vec<u8> {
    let mut xml = Xml::new("w:comments", &[("xmlns:w", super::MAIN)]);
    for (id, lines) in comments.iter().enumerate() {
        let id = id.to_string();
        let (author, initials) = (wording::COMMENT_AUTHOR, wording::COMMENT_INITIALS);
        xml.open("w:comment", &[("w:id", &id), ("w:author", author), ("w:initials", initials)]);
        for line in *lines {
            xml.open("w:p", &[]);
            xml.open("w:pPr", &[]);
            xml.value("w:pStyle", "CommentText");
            xml.close();
            xml.open("w:r", &[]);
            xml.open("w:rPr", &[]);
            xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
            xml.close();
            xml.text("w:t", line);
            xml.close();
            xml.close();
        }
        xml.close();
    }
    xml.finish()
}
