//! Character maps (`CMap`) that a file brings itself: from codes to Unicode (`/ToUnicode`), and from
//! codes to the numbers of glyphs (ISO 32000-1, 9.7.5 and 9.10.3).

use super::lexer::{Lexer, Token};
use super::object::Object;
use std::collections::BTreeMap;

/// A character map.
#[derive(Debug, Default)]
pub(super) struct CharacterMap {
    /// Which codes there are: how many bytes they have, the least and the greatest.
    spaces: Vec<(usize, u32, u32)>,
    /// By the first code of a range: its last code, and the text of the first in UTF-16.
    texts: BTreeMap<u32, (u32, Vec<u16>)>,
    /// By the first code of a range: its last code, and the number of the first glyph.
    glyphs: BTreeMap<u32, (u32, u32)>,
    /// Whether lines run from top to bottom.
    pub(super) is_vertical: bool,
}

impl CharacterMap {
    /// Reads a map.
    pub(super) fn parse(bytes: &[u8]) -> Self {
        let (mut map, mut lexer) = (Self::default(), Lexer::new(bytes, 0));
        let mut operands: Vec<Object> = Vec::new();
        while let Some(token) = lexer.token() {
            match token {
                Token::Object(object) => operands.push(object),
                Token::Word(word) => {
                    map.take(word, &operands);
                    operands.clear();
                }
            }
        }
        map
    }

    /// The text of a code.
    pub(super) fn text(&self, code: u32) -> Option<String> {
        let (first, (last, start)) = self.texts.range(..=code).next_back()?;
        if code > *last {
            return None;
        }
        let mut units = start.clone();
        let end = units.last_mut()?;
        *end = end.wrapping_add((code - first) as u16);
        let text = String::from_utf16(&units).ok()?;
        let is_text = |c: char| c != '\0' && c != char::REPLACEMENT_CHARACTER;
        (!text.is_empty() && text.chars().all(is_text)).then_some(text)
    }

    /// The number of the glyph of a code.
    pub(super) fn glyph(&self, code: u32) -> Option<u32> {
        let (first, (last, start)) = self.glyphs.range(..=code).next_back()?;
        (code <= *last).then(|| start.saturating_add(code - first))
    }

    /// How many bytes the next code has.
    pub(super) fn length(&self, bytes: &[u8]) -> usize {
        let fits = |&&(length, low, high): &&(usize, u32, u32)| {
            let own = bytes.iter().take(length);
            let shifts = (0..length).rev().map(|index| 8 * index);
            own.len() == length
                && own.zip(shifts).all(|(&byte, shift)| {
                    ((low >> shift) as u8..=(high >> shift) as u8).contains(&byte)
                })
        };
        let shortest = || self.spaces.iter().map(|space| space.0).min();
        self.spaces.iter().find(fits).map(|space| space.0).or_else(shortest).unwrap_or(2)
    }

    /// Takes what stands before a word.
    fn take(&mut self, word: &[u8], operands: &[Object]) {
        match word {
            b"endcodespacerange" => {
                let spaces = operands.chunks_exact(2).filter_map(|pair| {
                    let length = pair[0].text().len();
                    (1..=4)
                        .contains(&length)
                        .then(|| (length, number(pair[0].text()), number(pair[1].text())))
                });
                // A report needs one; each is looked at for every character.
                self.spaces.extend(spaces.take(64));
                self.spaces.truncate(64);
            }
            b"endbfchar" => {
                for pair in operands.chunks_exact(2) {
                    let code = number(pair[0].text());
                    self.texts.insert(code, (code, units(pair[1].text())));
                }
            }
            b"endbfrange" => operands.chunks_exact(3).for_each(|row| self.take_range(row)),
            b"endcidchar" => {
                for pair in operands.chunks_exact(2) {
                    let code = number(pair[0].text());
                    let glyph = pair[1].unsigned().unwrap_or(0);
                    self.glyphs.insert(code, (code, glyph));
                }
            }
            b"endcidrange" => {
                for row in operands.chunks_exact(3) {
                    let (first, last) = (number(row[0].text()), number(row[1].text()));
                    self.glyphs.insert(first, (last, row[2].unsigned().unwrap_or(0)));
                }
            }
            b"def" => {
                if let [.., Object::Name(name), mode] = operands
                    && name == b"WMode"
                {
                    self.is_vertical = mode.integer() == Some(1);
                }
            }
            _ => {}
        }
    }

    /// `<first> <last> <text of the first>` or `<first> <last> [<text> <text>]`.
    fn take_range(&mut self, row: &[Object]) {
        let (first, last) = (number(row[0].text()), number(row[1].text()));
        match &row[2] {
            Object::Array(texts) => {
                for (code, text) in (first..=last).zip(texts) {
                    self.texts.insert(code, (code, units(text.text())));
                }
            }
            text => drop(self.texts.insert(first, (last, units(text.text())))),
        }
    }
}

/// The number that up to four bytes stand for.
pub(super) fn number(bytes: &[u8]) -> u32 {
    bytes.iter().take(4).fold(0, |number, &byte| number << 8 | u32::from(byte))
}

/// UTF-16, the high byte first. One byte alone is a character too; no ligature has more than eight.
fn units(bytes: &[u8]) -> Vec<u16> {
    if let [byte] = bytes {
        return vec![u16::from(*byte)];
    }
    bytes.chunks_exact(2).take(16).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_have_texts() {
        let map = CharacterMap::parse(
            b"1 begincodespacerange <0000> <FFFF> endcodespacerange
              2 beginbfchar <0001> <6C34> <0002> <00660069> endbfchar
              2 beginbfrange <0010> <0012> <4E00> <0020> <0021> [<7532> <4E59>] endbfrange
              1 beginbfchar <0030> <0000> endbfchar 1 beginbfchar <0031> <D840DC0B> endbfchar",
        );
        for (code, expected) in [
            (1, Some("水")),
            (2, Some("fi")),
            (0x11, Some("丁")),
            (0x13, None),
            (0x21, Some("乙")),
            (0x30, None),
            (0x31, Some("𠀋")),
            (0, None),
        ] {
            assert_eq!(map.text(code).as_deref(), expected, "{code}");
        }
        assert_eq!(map.length(&[0, 1, 2]), 2);
    }

    #[test]
    fn codes_have_lengths_and_glyphs() {
        let map = CharacterMap::parse(
            b"/WMode 1 def 2 begincodespacerange <00> <80> <8140> <FEFE> endcodespacerange
              1 begincidrange <8140> <8150> 500 endcidrange 1 begincidchar <20> 1 endcidchar",
        );
        assert_eq!([b"A1", b"\x81\x41", b"\x81\x20"].map(|bytes| map.length(bytes)), [1, 2, 1]);
        assert_eq!([0x8142, 0x20, 0x8160].map(|code| map.glyph(code)), [Some(502), Some(1), None]);
        assert!(map.is_vertical);
    }
}
