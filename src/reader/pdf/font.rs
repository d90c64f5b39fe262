//! Fonts: what the codes of a string show, and how wide that is (ISO 32000-1, 9.5 to 9.10).
//!
//! What a file says itself (`/ToUnicode`) comes first, then the character set of its encoding. A font
//! that gives neither is not guessed at: its glyphs are unknown, and a text that consists of them is
//! refused.

use super::cmap::{CharacterMap, number};
use super::coding::{self, Coding, GBK};
use super::file::File;
use super::glyph_name;
use super::object::{Dictionary, Object};
use super::radical;
use crate::reader::{legacy_encoding, symbol};
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

/// Widths are thousandths of the size; this is that of a letter in a font that does not say.
const USUAL_WIDTH: f64 = 500.0;

/// A font.
pub(super) struct Font {
    encoding: Encoding,
    to_unicode: Option<CharacterMap>,
    widths: Widths,
    /// Whether lines run from top to bottom.
    pub(super) is_vertical: bool,
    /// The name of a font whose glyphs are signs.
    signs: Option<&'static str>,
    /// The texts of codes that were asked for.
    known: RefCell<BTreeMap<Code, Option<Rc<str>>>>,
}

/// How many bytes a code has, and the number that they are.
type Code = (usize, u32);

/// One code of a string.
pub(super) struct Shown {
    /// What it shows; `None` if the file does not tell.
    pub(super) text: Option<Rc<str>>,
    /// In thousandths of the size.
    pub(super) width: f64,
    /// Whether it is the one-byte code 32, which word spacing widens.
    pub(super) is_space: bool,
}

/// What codes mean.
enum Encoding {
    /// One byte each.
    Simple(Vec<Option<String>>),
    /// As in a character set.
    Named(Coding),
    /// As in a character set of which the font knows only the bytes.
    Bytes(Coding),
    /// By a map in the file, which leads to glyphs.
    Own(CharacterMap, Glyphs),
    /// Two bytes are the number of a glyph.
    Identity(Glyphs),
}

/// What is known of the numbers of glyphs.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Glyphs {
    AdobeGb1,
    Unknown,
}

#[derive(Default)]
struct Widths {
    /// By the first code of a range: its last code, and its width.
    ranges: BTreeMap<u32, (u32, f64)>,
    usual: f64,
}

impl Widths {
    fn get(&self, code: u32) -> f64 {
        let range = self.ranges.range(..=code).next_back().filter(|(_, (last, _))| code <= *last);
        range.map_or(self.usual, |(_, (_, width))| *width)
    }
}

impl Font {
    /// Reads a font.
    pub(super) fn new(file: &File<'_>, entries: &Dictionary) -> Self {
        let map = |object: &Object| {
            let bytes = file.bytes(object.stream()?).ok()?;
            Some(CharacterMap::parse(&bytes))
        };
        let to_unicode = map(file.get(entries, "ToUnicode"));
        let name = file.get(entries, "BaseFont").name();
        let mut font = Self {
            encoding: Encoding::Identity(Glyphs::Unknown),
            to_unicode,
            widths: Widths::default(),
            is_vertical: false,
            signs: symbol::font(&String::from_utf8_lossy(name)),
            known: RefCell::default(),
        };
        if file.get(entries, "Subtype").name() == b"Type0" {
            font.read_composite(file, entries, map);
        } else {
            font.encoding = simple_encoding(file, entries, font.to_unicode.is_some());
            font.widths = simple_widths(file, entries);
        }
        font
    }

    /// The codes of a string in their order.
    pub(super) fn codes<'s>(&'s self, bytes: &'s [u8]) -> impl Iterator<Item = Shown> + 's {
        let mut rest = bytes;
        std::iter::from_fn(move || {
            let length = match &self.encoding {
                _ if rest.is_empty() => return None,
                Encoding::Simple(_) => 1,
                Encoding::Named(coding) | Encoding::Bytes(coding) => coding.length(rest),
                Encoding::Own(map, _) => map.length(rest),
                Encoding::Identity(_) => 2,
            };
            let (code, tail) = rest.split_at(length.clamp(1, rest.len()));
            rest = tail;
            let is_space = code == b" ";
            Some(Shown { text: self.text(code), width: self.width(code), is_space })
        })
    }

    fn text(&self, code: &[u8]) -> Option<Rc<str>> {
        let key = (code.len(), number(code));
        if let Some(known) = self.known.borrow().get(&key) {
            return known.clone();
        }
        let text = self.read_text(code).map(|text| Rc::from(radical::resolved(text)));
        self.known.borrow_mut().insert(key, text.clone());
        text
    }

    fn read_text(&self, code: &[u8]) -> Option<String> {
        let number = number(code);
        let stated = self.to_unicode.as_ref().and_then(|map| map.text(number));
        let text = stated.or_else(|| match &self.encoding {
            Encoding::Simple(table) => table.get(number as usize)?.clone(),
            Encoding::Named(coding) | Encoding::Bytes(coding) => coding.text(code),
            Encoding::Own(map, Glyphs::AdobeGb1) => coding::adobe_gb1(map.glyph(number)?),
            Encoding::Identity(Glyphs::AdobeGb1) => coding::adobe_gb1(number),
            Encoding::Own(..) | Encoding::Identity(_) => None,
        });
        match self.signs {
            Some(font) => Some(sign(font, text.as_deref(), number)),
            None => text,
        }
    }

    fn width(&self, code: &[u8]) -> f64 {
        let number = number(code);
        match &self.encoding {
            // The glyph of a code is not known without the table. All characters of two bytes are
            // as wide as the font says; letters are glyphs from 1 or, in GBK-EUC-H, from 814 on.
            Encoding::Named(coding) if coding.shape != coding::Shape::Mixed && code.len() > 1 => {
                self.letter_width(number)
            }
            Encoding::Named(_) if code.len() == 1 => self.letter_width(number),
            Encoding::Named(_) => self.widths.usual,
            Encoding::Bytes(_) => code.iter().map(|&byte| self.widths.get(u32::from(byte))).sum(),
            Encoding::Own(map, _) => self.widths.get(map.glyph(number).unwrap_or(0)),
            _ => self.widths.get(number),
        }
    }

    /// The width of an ASCII letter, or of a whole character.
    fn letter_width(&self, code: u32) -> f64 {
        if !(0x20..0x7F).contains(&code) {
            return self.widths.usual;
        }
        let stated = [code - 0x1F, code + 814 - 0x21].into_iter();
        let mut own = stated.filter(|glyph| {
            self.widths
                .ranges
                .range(..=glyph)
                .next_back()
                .is_some_and(|(_, (last, _))| glyph <= last)
        });
        own.next().map_or(USUAL_WIDTH, |glyph| self.widths.get(glyph))
    }

    fn read_composite(
        &mut self,
        file: &File<'_>,
        entries: &Dictionary,
        map: impl Fn(&Object) -> Option<CharacterMap>,
    ) {
        let descendant = file.get(entries, "DescendantFonts").array().first();
        let descendant = descendant.map_or(&Object::Null, |font| file.resolve(font)).entries();
        self.widths = composite_widths(file, descendant);
        let glyphs = numbered_glyphs(file, descendant);
        let encoding = file.get(entries, "Encoding");
        let name = encoding.name();
        self.is_vertical = name.ends_with(b"-V") || name == b"V";
        self.encoding = match (Coding::named(name), map(encoding)) {
            (Some(coding), _) => Encoding::Named(coding),
            (None, Some(own)) => {
                self.is_vertical = own.is_vertical;
                Encoding::Own(own, glyphs)
            }
            (None, None) => Encoding::Identity(glyphs),
        };
    }
}

/// What a glyph of a symbol font means. Programs state signs as what is written with the same key, or
/// in the area for private use, where their codes begin with F0.
fn sign(font: &str, stated: Option<&str>, code: u32) -> String {
    let first = stated.and_then(|text| text.chars().next());
    match first {
        Some(c @ '\u{F020}'..='\u{F0FF}') => {
            symbol::meaning(font, (c as u32 & 0xFF) as u8).to_owned()
        }
        Some(c) if !c.is_ascii() && !('\u{E000}'..='\u{F8FF}').contains(&c) => c.to_string(),
        _ => symbol::meaning(font, (code & 0xFF) as u8).to_owned(),
    }
}

/// What the numbers of a font's glyphs mean. A font that is embedded and whose glyphs are counted as
/// they stand in it says Adobe-GB1 without meaning it.
fn numbered_glyphs(file: &File<'_>, font: &Dictionary) -> Glyphs {
    let ordering = file.get(file.get(font, "CIDSystemInfo").entries(), "Ordering").text();
    let descriptor = file.get(font, "FontDescriptor").entries();
    let is_true_type = *file.get(descriptor, "FontFile2") != Object::Null;
    let has_table = file.get(font, "CIDToGIDMap").stream().is_some();
    if ordering == b"GB1" && (!is_true_type || has_table) {
        Glyphs::AdobeGb1
    } else {
        Glyphs::Unknown
    }
}

/// `[1 [500 600] 20 30 700]`: glyph 1 and 2, and 20 to 30.
fn composite_widths(file: &File<'_>, font: &Dictionary) -> Widths {
    let usual = file.get(font, "DW").number().unwrap_or(1000.0);
    let mut ranges = BTreeMap::new();
    let mut rest = file.get(font, "W").array().iter().map(|object| file.resolve(object));
    while let (Some(first), Some(second)) = (rest.next(), rest.next()) {
        let first = first.unsigned().unwrap_or(0);
        if let Object::Array(widths) = second {
            for (glyph, width) in (first..).zip(widths) {
                let width = file.resolve(width).number().unwrap_or(usual);
                ranges.insert(glyph, (glyph, width));
            }
        } else {
            let last = second.unsigned().unwrap_or(0);
            let width = rest.next().and_then(Object::number).unwrap_or(usual);
            ranges.insert(first, (last, width));
        }
    }
    Widths { ranges, usual }
}

fn simple_widths(file: &File<'_>, font: &Dictionary) -> Widths {
    let first = file.get(font, "FirstChar").unsigned().unwrap_or(0);
    let descriptor = file.get(font, "FontDescriptor").entries();
    let missing = file.get(descriptor, "MissingWidth").number().filter(|width| *width > 0.0);
    // The glyphs of a font that consists of drawings are measured in its own unit.
    let matrix = file.get(font, "FontMatrix").array().first().and_then(Object::number);
    let unit = matrix.map_or(1.0, |unit| unit * 1000.0);
    let widths = file.get(font, "Widths").array().iter();
    let widths = widths.map(|width| file.resolve(width).number().unwrap_or(0.0) * unit);
    let ranges = (first..=first.saturating_add(255)).zip(widths);
    Widths {
        ranges: ranges.map(|(code, width)| (code, (code, width))).collect(),
        usual: missing.unwrap_or(USUAL_WIDTH),
    }
}

/// What the codes of a simple font show.
fn simple_encoding(file: &File<'_>, font: &Dictionary, is_stated: bool) -> Encoding {
    let descriptor = file.get(font, "FontDescriptor").entries();
    let is_embedded = ["FontFile", "FontFile2", "FontFile3"]
        .iter()
        .any(|name| *descriptor.get(name) != Object::Null);
    if !is_embedded && !is_stated && has_chinese_name(file.get(font, "BaseFont").name()) {
        return Encoding::Bytes(GBK);
    }
    let kind = file.get(font, "Subtype").name();
    let encoding = file.get(font, "Encoding");
    let own = encoding.entries();
    let base = if encoding.name().is_empty() { file.get(own, "BaseEncoding") } else { encoding };
    // Without an encoding the codes of an embedded font are its own; those of Type 1, with which TeX
    // writes, have the standard ones.
    let is_own =
        base.name().is_empty() && (kind == b"Type3" || (is_embedded && kind == b"TrueType"));
    let mut table = if is_own { vec![None; 256] } else { glyph_name::base_encoding(base.name()) };
    let mut code = 0;
    for object in file.get(own, "Differences").array() {
        match file.resolve(object) {
            number @ Object::Number(_) => code = number.unsigned().unwrap_or(0) as usize,
            Object::Name(name) => {
                if let Some(place) = table.get_mut(code) {
                    *place = glyph_name::text(name);
                }
                code = code.saturating_add(1);
            }
            _ => {}
        }
    }
    Encoding::Simple(table)
}

/// Whether the name of a font is Chinese in GBK. Some programs write with such fonts in GBK as well,
/// whatever encoding they state: 红旗 wrote 宋体 in `WinAnsiEncoding`.
fn has_chinese_name(name: &[u8]) -> bool {
    let is_wide = name.iter().filter(|byte| **byte >= 0x81).count() >= 4;
    let decoded = || legacy_encoding::decode(name, "gb18030").unwrap_or_default();
    let is_chinese = |c: char| c.is_ascii() || ('\u{4E00}'..='\u{9FFF}').contains(&c);
    is_wide && std::str::from_utf8(name).is_err() && decoded().chars().all(is_chinese)
}
