//! The piece table: which characters of the text lie where in the main stream.

use super::bytes;
use super::header::{Header, Part};

/// A stretch of text that lies in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    /// Its first character and the one after its last, counted in the text.
    pub(super) start: u32,
    pub(super) end: u32,
    /// Where its first byte lies.
    pub(super) offset: u32,
    /// Whether each character is one byte of windows-1252, not two of UTF-16.
    pub(super) is_compressed: bool,
}

impl Piece {
    /// How many bytes a character takes.
    pub(super) fn width(&self) -> u32 {
        if self.is_compressed { 1 } else { 2 }
    }
}

/// Reads the piece table; `None` if there is none.
pub(super) fn read(header: &Header, table: &[u8]) -> Option<Vec<Piece>> {
    let mut rest = header.part(Part::Pieces, table);
    // Before the table lie changes of format that pieces refer to.
    while rest.first() == Some(&1) {
        let length = usize::from(bytes::u16(rest, 1)?);
        rest = rest.get(3 + length..)?;
    }
    if rest.first() != Some(&2) {
        return None;
    }
    let length = bytes::u32(rest, 1)? as usize;
    let table = rest.get(5..)?;
    let table = &table[..table.len().min(length)];
    let count = table.len().checked_sub(4)? / 12;
    let piece = |i: usize| {
        let (start, end) = (bytes::u32(table, 4 * i)?, bytes::u32(table, 4 * i + 4)?);
        let place = bytes::u32(table, 4 * (count + 1) + 8 * i + 2)?;
        let is_compressed = place & 0x4000_0000 != 0;
        let offset = place & 0x3FFF_FFFF;
        let offset = if is_compressed { offset / 2 } else { offset };
        Some(Piece { start, end, offset, is_compressed })
    };
    let pieces: Vec<Piece> = (0..count).map_while(piece).collect();
    let in_order = pieces.iter().all(|piece| piece.start <= piece.end)
        && pieces.windows(2).all(|pair| pair[0].end == pair[1].start);
    (in_order && !pieces.is_empty()).then_some(pieces)
}
