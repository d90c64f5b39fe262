//! From UTF-8 bytes to the UTF-16 units that JavaScript counts in.

use super::Span;

/// One checkpoint stands every so many bytes.
const STEP: usize = 256;

/// Converts byte offsets of one text to UTF-16 offsets.
///
/// It keeps one checkpoint every [`STEP`] bytes and counts from there, so a lookup costs the same
/// everywhere in a text of any size.
pub struct Utf16Index<'a> {
    text: &'a str,
    checkpoints: Vec<u32>,
}

impl<'a> Utf16Index<'a> {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        let mut units = 0;
        for (i, byte) in text.bytes().enumerate() {
            if i % STEP == 0 {
                checkpoints.push(units);
            }
            units += width(byte);
        }
        checkpoints.push(units);
        Self { text, checkpoints }
    }

    /// The UTF-16 offset of the character boundary at byte `at`.
    #[must_use]
    pub fn utf16(&self, at: u32) -> u32 {
        let at = at as usize;
        let from = at / STEP;
        self.checkpoints.get(from).map_or(0, |&units| {
            units + self.text.as_bytes()[from * STEP..at].iter().map(|&b| width(b)).sum::<u32>()
        })
    }

    /// The span in UTF-16 units.
    #[must_use]
    pub fn span(&self, span: Span) -> Span {
        Span { start: self.utf16(span.start), end: self.utf16(span.end) }
    }
}

/// How many UTF-16 units the character is wide whose first byte this is; 0 for a later byte.
const fn width(byte: u8) -> u32 {
    match byte {
        0x80..=0xBF => 0,
        0xF0..=0xFF => 2,
        _ => 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_encode_utf16_at_every_boundary() {
        let text = "全角１、混排a𠮷\r\n💛é".repeat(40);
        let index = Utf16Index::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            assert_eq!(index.utf16(at as u32) as usize, text[..at].encode_utf16().count(), "{at}");
        }
    }
}
