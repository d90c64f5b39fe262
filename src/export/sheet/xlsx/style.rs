//! How cells look: `styles.xml`.

use super::book;
use crate::export::package::Xml;

/// The looks of cells, in the order of [`LOOKS`].
#[derive(Clone, Copy)]
pub(super) enum Look {
    Plain,
    Caption,
    Instructions,
    Head,
    Figure,
    Text,
    /// What is to be filled in: a figure, words.
    OpenFigure,
    OpenText,
}

impl Look {
    /// Its number in the file.
    pub(super) fn number(self) -> String {
        (self as usize).to_string()
    }
}

/// A font: bold, size in points, colour, name.
type Font = (bool, &'static str, Option<&'static str>, &'static str);

/// The first is that of the program itself, by which it measures columns.
const FONTS: [Font; 4] = [
    (false, "11", None, "Calibri"),
    (false, "10", None, SONG),
    (true, "10", None, SONG),
    (true, "16", None, SONG),
];
/// The fonts inside a text, in the order of [`Ink`](super::strings::Ink).
pub(super) const INKS: [Font; 2] =
    [(false, "10", None, SONG), (true, "10", Some("FFFF0000"), SONG)];
const SONG: &str = "宋体";
/// The colours behind cells, after the two that every file has: of heads, of what is open.
const FILLS: [&str; 2] = ["FFE8EDF3", "FFFFF9DB"];

/// The number format of text, which stays text when somebody types into it, and that of anything.
const AS_TEXT: &str = "49";
const GENERAL: &str = "0";

/// Font, fill, whether there is a frame, number format, horizontal alignment, whether lines break.
type Row = (&'static str, &'static str, bool, &'static str, Option<&'static str>, bool);

/// One row a look.
const LOOKS: [Row; 8] = [
    ("0", "0", false, GENERAL, None, false),
    ("3", "0", false, GENERAL, Some("center"), false),
    ("1", "0", false, GENERAL, None, true),
    ("2", "2", true, GENERAL, Some("center"), true),
    ("1", "0", true, GENERAL, Some("center"), true),
    ("1", "0", true, AS_TEXT, None, true),
    ("1", "3", true, GENERAL, Some("center"), true),
    ("1", "3", true, AS_TEXT, None, true),
];

/// The part.
pub(super) fn write() -> Vec<u8> {
    let mut xml = Xml::new("styleSheet", &[("xmlns", book::MAIN)]);
    xml.open("fonts", &[("count", "4")]);
    for font in &FONTS {
        xml.open("font", &[]);
        write_font(&mut xml, "name", font);
        xml.close();
    }
    xml.close();
    write_fills(&mut xml);
    write_borders(&mut xml);
    let plain = [("numFmtId", "0"), ("fontId", "0"), ("fillId", "0"), ("borderId", "0")];
    xml.open("cellStyleXfs", &[("count", "1")]);
    xml.empty("xf", &plain);
    xml.close();
    xml.open("cellXfs", &[("count", "8")]);
    for look in &LOOKS {
        write_look(&mut xml, look);
    }
    xml.close();
    xml.open("cellStyles", &[("count", "1")]);
    xml.empty("cellStyle", &[("name", "Normal"), ("xfId", "0"), ("builtinId", "0")]);
    xml.finish()
}

/// The elements of a font, whose name is called otherwise inside a text.
pub(super) fn write_font(xml: &mut Xml, name: &'static str, font: &Font) {
    let (is_bold, size, colour, face) = *font;
    if is_bold {
        xml.empty("b", &[]);
    }
    xml.empty("sz", &[("val", size)]);
    if let Some(colour) = colour {
        xml.empty("color", &[("rgb", colour)]);
    }
    xml.empty(name, &[("val", face)]);
    if face == SONG {
        // GB 2312; without it a system without the font looks for one without Chinese characters.
        xml.empty("charset", &[("val", "134")]);
    }
}

fn write_fills(xml: &mut Xml) {
    xml.open("fills", &[("count", "4")]);
    for pattern in ["none", "gray125"] {
        xml.open("fill", &[]);
        xml.empty("patternFill", &[("patternType", pattern)]);
        xml.close();
    }
    for colour in FILLS {
        xml.open("fill", &[]);
        xml.open("patternFill", &[("patternType", "solid")]);
        xml.empty("fgColor", &[("rgb", colour)]);
        xml.empty("bgColor", &[("indexed", "64")]);
        xml.close();
        xml.close();
    }
    xml.close();
}

fn write_borders(xml: &mut Xml) {
    xml.open("borders", &[("count", "2")]);
    for line in [&[][..], &[("style", "thin")]] {
        xml.open("border", &[]);
        for side in ["left", "right", "top", "bottom"] {
            xml.open(side, line);
            if !line.is_empty() {
                xml.empty("color", &[("auto", "1")]);
            }
            xml.close();
        }
        xml.empty("diagonal", &[]);
        xml.close();
    }
    xml.close();
}

fn write_look(xml: &mut Xml, look: &Row) {
    let (font, fill, is_framed, format, horizontal, wraps) = *look;
    let border = if is_framed { "1" } else { "0" };
    let ids = [("numFmtId", format), ("fontId", font), ("fillId", fill), ("borderId", border)];
    if font == "0" {
        return xml.empty("xf", &[&ids[..], &[("xfId", "0")]].concat());
    }
    let applied = ["applyNumberFormat", "applyFont", "applyFill", "applyBorder", "applyAlignment"];
    let applied = applied.map(|name| (name, "1"));
    xml.open("xf", &[&ids[..], &[("xfId", "0")], &applied].concat());
    let mut alignment: Vec<_> = horizontal.map(|to| ("horizontal", to)).into_iter().collect();
    alignment.push(("vertical", "center"));
    alignment.extend(wraps.then_some(("wrapText", "1")));
    xml.empty("alignment", &alignment);
    xml.close();
}
