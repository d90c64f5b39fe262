//! The character maps that a file only names (ISO 32000-1, table 118), and the glyph numbers of
//! Adobe-GB1.
//!
//! The codes of most of these maps are those of a character set, so no table is needed to read them:
//! what a font in `GBK-EUC-H` shows is GBK.

use crate::reader::legacy_encoding;

/// How many bytes a code has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// One below 80, else two.
    Mixed,
    /// As in GB18030: four where the second is a digit.
    MixedFour,
    /// One below 81 and from A0 to DF, else two (Shift JIS).
    MixedKana,
    /// Two, each without its highest bit.
    Seven,
    /// Two.
    Two,
    /// Two, or four for a pair of surrogates.
    Surrogates,
    /// Four.
    Four,
    /// As UTF-8 says.
    Utf8,
}

/// A character map that a file names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Coding {
    pub(super) shape: Shape,
    /// The WHATWG label of the character set.
    label: &'static str,
}

/// The maps without their direction (`-H`, `-V`).
const CODINGS: &[(&[&str], Shape, &str)] = &[
    (
        &["GB-EUC", "GBpc-EUC", "GBT-EUC", "GBTpc-EUC", "GBK-EUC", "GBKp-EUC"],
        Shape::Mixed,
        "gb18030",
    ),
    (&["GBK2K"], Shape::MixedFour, "gb18030"),
    (&["GB", "GBT"], Shape::Seven, "gb18030"),
    (
        &["UniGB-UCS2", "UniCNS-UCS2", "UniJIS-UCS2", "UniJIS-UCS2-HW", "UniKS-UCS2"],
        Shape::Two,
        "utf-16be",
    ),
    (
        &["UniGB-UTF16", "UniCNS-UTF16", "UniJIS-UTF16", "UniJIS2004-UTF16", "UniKS-UTF16"],
        Shape::Surrogates,
        "utf-16be",
    ),
    (
        &["UniGB-UTF32", "UniCNS-UTF32", "UniJIS-UTF32", "UniJIS2004-UTF32", "UniKS-UTF32"],
        Shape::Four,
        "utf-32",
    ),
    (
        &["UniGB-UTF8", "UniCNS-UTF8", "UniJIS-UTF8", "UniJIS2004-UTF8", "UniKS-UTF8"],
        Shape::Utf8,
        "utf-8",
    ),
    (&["B5pc", "ETen-B5", "ETenms-B5", "HKscs-B5"], Shape::Mixed, "big5"),
    (
        &["83pv-RKSJ", "90ms-RKSJ", "90msp-RKSJ", "90pv-RKSJ", "Add-RKSJ", "Ext-RKSJ"],
        Shape::MixedKana,
        "shift_jis",
    ),
    (&["EUC"], Shape::Mixed, "euc-jp"),
    (&["", "Add", "Ext"], Shape::Seven, "euc-jp"),
    (&["KSC-EUC", "KSCms-UHC", "KSCms-UHC-HW", "KSCpc-EUC"], Shape::Mixed, "euc-kr"),
    (&["KSC"], Shape::Seven, "euc-kr"),
];

/// GBK, in which some programs write with fonts that know nothing of it.
pub(super) const GBK: Coding = Coding { shape: Shape::Mixed, label: "gb18030" };

impl Coding {
    /// The map with this name.
    pub(super) fn named(name: &[u8]) -> Option<Self> {
        let name = std::str::from_utf8(name).ok()?;
        let base = match name {
            "H" | "V" => "",
            name => name.strip_suffix("-H").or_else(|| name.strip_suffix("-V"))?,
        };
        let row = CODINGS.iter().find(|(names, ..)| names.contains(&base))?;
        Some(Self { shape: row.1, label: row.2 })
    }

    /// How many bytes the code at the beginning of `bytes` has.
    pub(super) fn length(self, bytes: &[u8]) -> usize {
        let byte = |index: usize| bytes.get(index).copied().unwrap_or(0);
        match (self.shape, byte(0)) {
            (Shape::Mixed | Shape::MixedFour, 0..=0x80)
            | (Shape::MixedKana, 0..=0x80 | 0xA0..=0xDF)
            | (Shape::Utf8, 0..=0xBF) => 1,
            (Shape::MixedFour, _) if byte(1).is_ascii_digit() => 4,
            (Shape::Surrogates, 0xD8..=0xDB) | (Shape::Four, _) | (Shape::Utf8, 0xF0..) => 4,
            (Shape::Utf8, 0xE0..) => 3,
            _ => 2,
        }
    }

    /// The text of one code.
    pub(super) fn text(self, code: &[u8]) -> Option<String> {
        let text = match self.shape {
            Shape::Seven => {
                let eight: Vec<u8> = code.iter().map(|byte| byte | 0x80).collect();
                legacy_encoding::decode(&eight, self.label)?
            }
            Shape::Four => {
                let number = code.iter().fold(0, |number, &byte| number << 8 | u32::from(byte));
                char::from_u32(number)?.to_string()
            }
            _ => legacy_encoding::decode(code, self.label)?,
        };
        let is_text = |c: char| !c.is_control() && c != char::REPLACEMENT_CHARACTER;
        (!text.is_empty() && text.chars().all(is_text)).then_some(text)
    }
}

/// The glyph numbers of Adobe-GB1 that are GB 2312: first number, first character as row and cell,
/// how many. Rows have 94 cells and follow each other.
const GB_2312: &[(u32, u32, u32)] = &[
    (96, 94, 94),
    (190, 204, 50),
    (240, 256, 10),
    (250, 268, 12),
    (262, 282, 94),
    (356, 376, 83),
    (439, 470, 86),
    (525, 564, 24),
    (549, 596, 53),
    (602, 658, 33),
    (635, 706, 33),
    (668, 752, 32),
    (700, 788, 38),
    (738, 849, 76),
    (940, 1504, 3755),
    (4695, 5264, 3008),
];

/// The text of a glyph of Adobe-GB1, as far as it is ASCII or GB 2312: what reports are written with.
pub(super) fn adobe_gb1(glyph: u32) -> Option<String> {
    let ascii = |first: u32, offset: u32| {
        char::from_u32(glyph - first + offset).filter(char::is_ascii).map(|c| c.to_string())
    };
    match glyph {
        1..=95 => ascii(1, 0x20),
        814..=907 => ascii(814, 0x21),
        7716 => Some(" ".to_owned()),
        _ => {
            let holds = |row: &&(u32, u32, u32)| (row.0..row.0 + row.2).contains(&glyph);
            let &(first, place, _) = GB_2312.iter().find(holds)?;
            let place = place + glyph - first;
            GBK.text(&[(place / 94) as u8 + 0xA0, (place % 94) as u8 + 0xA1])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_those_of_a_character_set() {
        #[track_caller]
        fn check(name: &str, mut bytes: &[u8], expected: &str) {
            let coding = Coding::named(name.as_bytes()).unwrap();
            let mut text = String::new();
            while !bytes.is_empty() {
                let (code, rest) = bytes.split_at(coding.length(bytes).min(bytes.len()));
                text.push_str(&coding.text(code).unwrap_or_else(|| "?".to_owned()));
                bytes = rest;
            }
            assert_eq!(text, expected, "{name}");
        }
        check("GBK-EUC-H", b"A\xCB\xAE\xFF\xFF", "A水?");
        check("GB-EUC-V", b"\xCB\xAE1", "水1");
        check("GBK2K-H", b"\xCB\xAE\x81\x39\xEE\x39", "水㐀");
        check("GB-H", b"\x4B\x2E", "水");
        check("UniGB-UCS2-H", b"\x6C\x34\0A", "水A");
        check("UniGB-UTF16-H", b"\x6C\x34\xD8\x40\xDC\x0B", "水𠀋");
        check("UniGB-UTF32-H", b"\0\0\x6C\x34", "水");
        check("UniGB-UTF8-H", "水A".as_bytes(), "水A");
        check("ETen-B5-H", b"\xA4\xF4", "水");
        check("90ms-RKSJ-H", b"\x90\x85\xB1", "水ｱ");
        check("H", b"\x3F\x65", "水");
        assert_eq!(Coding::named(b"Identity-H"), None);
    }

    #[test]
    fn glyphs_of_adobe_gb1_are_gb_2312() {
        for (glyph, expected) in [
            (1, Some(" ")),
            (34, Some("A")),
            (96, Some("\u{3000}")),
            (98, Some("。")),
            (940, Some("啊")),
            (4694, Some("座")),
            (4695, Some("亍")),
            (7702, Some("齄")),
            (814, Some("!")),
            (7703, None),
            (30000, None),
            (0, None),
        ] {
            assert_eq!(adobe_gb1(glyph).as_deref(), expected, "{glyph}");
        }
    }

    #[test]
    fn the_table_of_gb_2312_has_its_rows_in_order() {
        for pair in GB_2312.windows(2) {
            assert!(pair[0].0 + pair[0].2 <= pair[1].0 && pair[0].1 + pair[0].2 <= pair[1].1);
        }
    }
}
