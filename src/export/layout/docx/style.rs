//! The styles, one row each: GB/T 9704—2012, 7.3, and specification §7.2.

use super::super::{LatinFont, PageSetup, Role};
use super::measure::{self, SIZE_FOUR, SIZE_SMALL_FOUR, SIZE_THREE, SIZE_TWO};
use crate::export::package::Xml;

/// A font by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Face {
    /// Of titles.
    SmallSong,
    /// Of headings of the first level.
    Hei,
    /// Of headings of the second level.
    Kai,
    /// Of everything else.
    FangSong,
    /// Of page numbers.
    Song,
}

impl Face {
    pub(super) const ALL: [Self; 5] =
        [Self::SmallSong, Self::Hei, Self::Kai, Self::FangSong, Self::Song];

    /// The name of the font, and of the one to take where it is not installed.
    pub(super) const fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::SmallSong => ("方正小标宋简体", "华文中宋"),
            Self::Hei => ("黑体", "SimHei"),
            Self::Kai => ("楷体_GB2312", "楷体"),
            Self::FangSong => ("仿宋_GB2312", "仿宋"),
            Self::Song => ("宋体", "SimSun"),
        }
    }

    /// The font of headings of a level.
    pub(super) const fn of_level(level: u8) -> Self {
        match level {
            1 => Self::Hei,
            2 => Self::Kai,
            _ => Self::FangSong,
        }
    }
}

/// How a paragraph is aligned and moved in, in hundredths of a character.
#[derive(Clone, Copy)]
pub(super) struct Indent {
    alignment: &'static str,
    left: u32,
    /// The first line against the others: further in, or with `hanging` further out.
    first: u32,
    hanging: bool,
}

const FLAT: Indent = Indent { alignment: "both", left: 0, first: 0, hanging: false };
const INDENTED: Indent = Indent { first: 200, ..FLAT };
const CENTRED: Indent = Indent { alignment: "center", ..FLAT };
const RIGHT: Indent = Indent { alignment: "right", ..FLAT };
/// 附件：1.…: two characters in, further lines under the name.
const NOTE: Indent = Indent { left: 575, first: 375, hanging: true, ..FLAT };
/// 2.…: its number under the one of the first.
const NOTE_ITEM: Indent = Indent { left: 575, first: 75, hanging: true, ..FLAT };

/// A paragraph style.
pub(super) struct Style {
    pub(super) id: &'static str,
    name: &'static str,
    face: Face,
    size: u32,
    indent: Indent,
    /// The outline level from 0, for the navigation pane and the table of contents.
    outline: Option<u8>,
    /// Whether it stays on the page of what follows.
    keeps_next: bool,
}

const fn style(id: &'static str, name: &'static str, face: Face, indent: Indent) -> Style {
    Style { id, name, face, size: SIZE_THREE, indent, outline: None, keeps_next: false }
}

const fn heading(id: &'static str, name: &'static str, level: u8) -> Style {
    Style {
        outline: Some(level - 1),
        keeps_next: true,
        ..style(id, name, Face::of_level(level), INDENTED)
    }
}

/// All styles; the first is what paragraphs have that name none.
pub(super) const STYLES: &[Style] = &[
    style("a", "Normal", Face::FangSong, FLAT),
    Style { size: SIZE_TWO, keeps_next: true, ..style("Title", "Title", Face::SmallSong, CENTRED) },
    style("Subtitle", "Subtitle", Face::Kai, CENTRED),
    style("Salutation", "Salutation", Face::FangSong, FLAT),
    heading("1", "heading 1", 1),
    heading("2", "heading 2", 2),
    heading("3", "heading 3", 3),
    heading("4", "heading 4", 4),
    style("BodyText", "Body Text", Face::FangSong, INDENTED),
    style("AttachmentNote", "附件说明", Face::FangSong, NOTE),
    style("AttachmentNoteItem", "附件说明续行", Face::FangSong, NOTE_ITEM),
    Style { outline: Some(0), ..style("Attachment", "附件", Face::Hei, FLAT) },
    Style {
        size: SIZE_TWO,
        keeps_next: true,
        ..style("AttachmentTitle", "附件标题", Face::SmallSong, CENTRED)
    },
    Style { keeps_next: true, ..style("Signature", "Signature", Face::FangSong, RIGHT) },
    style("Date", "Date", Face::FangSong, RIGHT),
    style("ClosingNote", "附注", Face::FangSong, INDENTED),
    Style { size: SIZE_SMALL_FOUR, ..style("TableText", "表格文字", Face::FangSong, CENTRED) },
    Style { size: SIZE_FOUR, ..style("Footer", "footer", Face::Song, FLAT) },
];

/// The style of a paragraph.
pub(super) const fn of_role(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Subtitle => "Subtitle",
        Role::Salutation => "Salutation",
        Role::Heading { depth: 0 | 1, .. } => "1",
        Role::Heading { depth: 2, .. } => "2",
        Role::Heading { depth: 3, .. } => "3",
        Role::Heading { .. } => "4",
        Role::Body | Role::ListItem => "BodyText",
        Role::AttachmentNote => "AttachmentNote",
        Role::AttachmentNoteItem => "AttachmentNoteItem",
        Role::Attachment => "Attachment",
        Role::AttachmentTitle => "AttachmentTitle",
        Role::Signature => "Signature",
        Role::Date => "Date",
        Role::Note => "ClosingNote",
        Role::Empty => "a",
    }
}

/// The style of a heading that is run into its paragraph: a table of contents takes only what is
/// set in it.
pub(super) const fn run_in(level: u8) -> &'static str {
    match level {
        0 | 1 => "1Char",
        2 => "2Char",
        3 => "3Char",
        _ => "4Char",
    }
}

/// `styles.xml`.
pub(super) fn write(page: &PageSetup) -> Vec<u8> {
    let mut xml = Xml::new("w:styles", &[("xmlns:w", super::MAIN)]);
    write_defaults(&mut xml, page);
    for (index, style) in STYLES.iter().enumerate() {
        write_paragraph_style(&mut xml, page, style, index == 0);
    }
    for level in 1..=4 {
        write_character_style(&mut xml, page, level);
    }
    write_annotation_style(&mut xml);
    xml.finish()
}

fn write_defaults(xml: &mut Xml, page: &PageSetup) {
    xml.open("w:docDefaults", &[]);
    xml.open("w:rPrDefault", &[]);
    xml.open("w:rPr", &[]);
    write_fonts(xml, page, Face::FangSong);
    write_size(xml, SIZE_THREE);
    xml.empty("w:lang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN"), ("w:bidi", "ar-SA")]);
    xml.close();
    xml.close();
    xml.empty("w:pPrDefault", &[]);
    xml.close();
}

fn write_paragraph_style(xml: &mut Xml, page: &PageSetup, style: &Style, is_default: bool) {
    let mut attributes = vec![("w:type", "paragraph"), ("w:styleId", style.id)];
    if is_default {
        attributes.push(("w:default", "1"));
    }
    xml.open("w:style", &attributes);
    xml.value("w:name", style.name);
    if !is_default {
        xml.value("w:basedOn", STYLES[0].id);
    }
    if style.outline.is_some() || style.keeps_next {
        xml.value("w:next", "BodyText");
    }
    if let Some(level) = style.outline.filter(|_| style.name.starts_with("heading")) {
        xml.value("w:link", run_in(level + 1));
    }
    xml.empty("w:qFormat", &[]);
    xml.open("w:pPr", &[]);
    write_paragraph(xml, page, style);
    xml.close();
    xml.open("w:rPr", &[]);
    write_fonts(xml, page, style.face);
    write_weight(xml, page, style.outline.map(|level| level + 1));
    let space = if style.size == SIZE_THREE { measure::character_space(page) } else { 0 };
    xml.value("w:spacing", &space.to_string());
    write_size(xml, style.size);
    xml.close();
    xml.close();
}

/// The properties of a paragraph, in the order of the schema.
fn write_paragraph(xml: &mut Xml, page: &PageSetup, style: &Style) {
    if style.keeps_next {
        xml.empty("w:keepNext", &[]);
    }
    // A page of 22 lines is full, whatever stands alone on the next.
    xml.value("w:widowControl", "0");
    let table = style.id == "TableText";
    if table || style.size == SIZE_TWO {
        xml.value("w:snapToGrid", "0");
    }
    if table {
        let around = [("w:before", "60"), ("w:after", "60")];
        xml.empty("w:spacing", &[around[0], around[1], ("w:line", "240"), ("w:lineRule", "auto")]);
    } else if style.id == "Footer" {
        xml.empty("w:spacing", &[("w:line", "240"), ("w:lineRule", "auto")]);
    } else {
        let line = measure::line(page).to_string();
        xml.empty("w:spacing", &[("w:line", &line), ("w:lineRule", "exact")]);
    }
    write_indent(xml, page, style.indent);
    xml.value("w:jc", style.indent.alignment);
    if let Some(level) = style.outline {
        xml.value("w:outlineLvl", &level.to_string());
    }
}

fn write_indent(xml: &mut Xml, page: &PageSetup, indent: Indent) {
    let Indent { left, first, hanging, .. } = indent;
    let twips = |hundredths| measure::character_twips(page, hundredths).to_string();
    let (characters, length) =
        if hanging { ("w:hangingChars", "w:hanging") } else { ("w:firstLineChars", "w:firstLine") };
    // A zero is left out: leftChars would win over the left of a paragraph of its own.
    let pairs = [("w:leftChars", "w:left", left), (characters, length, first)];
    let values = pairs.into_iter().filter(|(.., value)| *value > 0);
    let values: Vec<(&str, String)> = values
        .flat_map(|(chars, absolute, value)| [(chars, value.to_string()), (absolute, twips(value))])
        .collect();
    if values.is_empty() {
        return;
    }
    let values: Vec<(&str, &str)> =
        values.iter().map(|(key, value)| (*key, value.as_str())).collect();
    xml.empty("w:ind", &values);
}

/// The style of headings run into a paragraph, linked with the style of those that stand alone.
fn write_character_style(xml: &mut Xml, page: &PageSetup, level: u8) {
    xml.open(
        "w:style",
        &[("w:type", "character"), ("w:customStyle", "1"), ("w:styleId", run_in(level))],
    );
    xml.value("w:name", &format!("标题 {level} 字符"));
    xml.value("w:link", of_role(Role::Heading { depth: level, level }));
    xml.open("w:rPr", &[]);
    write_fonts(xml, page, Face::of_level(level));
    write_weight(xml, page, Some(level));
    xml.close();
    xml.close();
}

fn write_annotation_style(xml: &mut Xml) {
    xml.open("w:style", &[("w:type", "paragraph"), ("w:styleId", "CommentText")]);
    xml.value("w:name", "annotation text");
    xml.value("w:basedOn", STYLES[0].id);
    xml.open("w:pPr", &[]);
    xml.empty("w:spacing", &[("w:line", "240"), ("w:lineRule", "auto")]);
    xml.value("w:jc", "left");
    xml.close();
    xml.open("w:rPr", &[]);
    write_size(xml, 21);
    xml.close();
    xml.close();
}

/// The third level in bold, where the house wants it.
pub(super) fn write_weight(xml: &mut Xml, page: &PageSetup, level: Option<u8>) {
    if level == Some(3) && page.bold_third_level {
        xml.empty("w:b", &[]);
    }
}

/// The fonts of Chinese and of Latin text. Quotation marks and dashes belong to either script;
/// without the hint Word takes the Latin font, in which they are half as wide.
pub(super) fn write_fonts(xml: &mut Xml, page: &PageSetup, face: Face) {
    let chinese = face.names().0;
    let latin = match page.latin {
        // The standard has page numbers in Song.
        LatinFont::TimesNewRoman if face != Face::Song => "Times New Roman",
        LatinFont::TimesNewRoman | LatinFont::LikeChinese => chinese,
    };
    xml.empty(
        "w:rFonts",
        &[
            ("w:hint", "eastAsia"),
            ("w:ascii", latin),
            ("w:hAnsi", latin),
            ("w:eastAsia", chinese),
            ("w:cs", latin),
        ],
    );
}

pub(super) fn write_size(xml: &mut Xml, half_points: u32) {
    let size = half_points.to_string();
    xml.value("w:sz", &size);
    xml.value("w:szCs", &size);
}
