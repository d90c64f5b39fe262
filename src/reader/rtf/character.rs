//! From bytes and numbers to characters: the code pages of the file and of its fonts.

use crate::reader::legacy_encoding;
use std::collections::BTreeMap;

/// The label of fonts whose characters are signs: Symbol, Wingdings.
const SYMBOL: &str = "symbol";

/// Character sets of fonts (`\fcharset`) with their labels, those of East Asia first.
const CHARSETS: &[(i32, &str)] = &[
    (2, SYMBOL),
    (134, "gb18030"),
    (136, "big5"),
    (128, "shift_jis"),
    (129, "euc-kr"),
    (161, "windows-1253"),
    (162, "windows-1254"),
    (177, "windows-1255"),
    (178, "windows-1256"),
    (186, "windows-1257"),
    (204, "windows-1251"),
    (222, "windows-874"),
    (238, "windows-1250"),
];

/// Code pages (`\ansicpg`) with their labels.
const CODE_PAGES: &[(i32, &str)] = &[
    (936, "gb18030"),
    (54936, "gb18030"),
    (950, "big5"),
    (932, "shift_jis"),
    (949, "euc-kr"),
    (1250, "windows-1250"),
    (1251, "windows-1251"),
    (1253, "windows-1253"),
    (1254, "windows-1254"),
    (1255, "windows-1255"),
    (1256, "windows-1256"),
    (1257, "windows-1257"),
    (1258, "windows-1258"),
    (874, "windows-874"),
    (65001, "utf-8"),
    (10008, "gb18030"),
];

/// Labels under which one character takes two bytes.
const WIDE: &[&str] = &["gb18030", "big5", "shift_jis", "euc-kr"];

/// The code pages of a file.
#[derive(Debug)]
pub(super) struct CodePages {
    of_file: &'static str,
    of_fonts: BTreeMap<i32, &'static str>,
}

impl Default for CodePages {
    fn default() -> Self {
        Self { of_file: "windows-1252", of_fonts: BTreeMap::new() }
    }
}

impl CodePages {
    /// `\ansicpg936`
    pub(super) fn set_file(&mut self, code_page: i32) {
        if let Some(label) = label(CODE_PAGES, code_page) {
            self.of_file = label;
        }
    }

    /// `\f1\fcharset134`
    pub(super) fn set_font(&mut self, font: i32, charset: i32) {
        if let Some(label) = label(CHARSETS, charset) {
            self.of_fonts.insert(font, label);
        }
    }

    /// The label for bytes in a font. In a Chinese file Word puts Chinese bytes after the font for
    /// the Latin letters among them; only a font of another script says more than the file.
    pub(super) fn label(&self, font: i32) -> &'static str {
        self.of_fonts.get(&font).copied().unwrap_or(self.of_file)
    }
}

/// Whether a character may take two bytes.
pub(super) fn is_wide(label: &str) -> bool {
    WIDE.contains(&label)
}

/// The characters of `bytes`. Those of a symbol font are in the private use area, where Word puts
/// them.
pub(super) fn decode(bytes: &[u8], label: &str) -> String {
    if label == SYMBOL {
        return bytes.iter().filter_map(|&b| char::from_u32(0xF000 + u32::from(b))).collect();
    }
    if let (true, Ok(ascii)) = (bytes.is_ascii(), std::str::from_utf8(bytes)) {
        return ascii.to_owned();
    }
    let decoded = if label == "utf-8" {
        Some(String::from_utf8_lossy(bytes).into_owned())
    } else {
        legacy_encoding::decode(bytes, label)
    };
    decoded.unwrap_or_else(|| char::REPLACEMENT_CHARACTER.to_string())
}

fn label(table: &'static [(i32, &'static str)], number: i32) -> Option<&'static str> {
    table.iter().find(|(own, _)| *own == number).map(|(_, label)| *label)
}
