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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::ReadErrorKind;

    /// A main stream whose header says that the pieces are the first `length` bytes of the table.
    fn header(length: u32) -> Header {
        let mut main = vec![0; 0x400];
        main[..4].copy_from_slice(&[0xEC, 0xA5, 0xC1, 0]);
        let at = 0x9A + 8 * Part::Pieces as usize + 4;
        main[at..at + 4].copy_from_slice(&length.to_le_bytes());
        Header::read(&main).unwrap()
    }

    fn table(positions: &[u32], places: &[u32]) -> Vec<u8> {
        let length = (4 * positions.len() + 8 * places.len()) as u32;
        let mut table = vec![1, 2, 0, 0, 0, 2];
        table.extend(length.to_le_bytes());
        table.extend(positions.iter().flat_map(|position| position.to_le_bytes()));
        for place in places {
            table.extend([0, 0]);
            table.extend(place.to_le_bytes());
            table.extend([0, 0]);
        }
        table
    }

    fn pieces(positions: &[u32], places: &[u32]) -> Option<Vec<Piece>> {
        let table = table(positions, places);
        read(&header(table.len() as u32), &table)
    }

    #[test]
    fn pieces_are_compressed_or_wide() {
        let found = pieces(&[0, 4, 9], &[0x4000_1000, 0x900]).unwrap();
        let expected = [(0, 4, 0x800, true), (4, 9, 0x900, false)];
        assert_eq!(
            found,
            expected.map(|(start, end, offset, is_compressed)| Piece {
                start,
                end,
                offset,
                is_compressed
            })
        );
    }

    #[test]
    fn pieces_out_of_order_are_refused() {
        assert_eq!(pieces(&[0, 9, 4], &[0, 0]), None);
        assert_eq!(pieces(&[], &[]), None);
        assert_eq!(read(&header(99), &[2, 0, 0]), None);
    }

    #[test]
    fn other_versions_and_locked_files_say_so() {
        let kind = |start: &[u8]| {
            let mut main = vec![0; 0x400];
            main[..start.len()].copy_from_slice(start);
            Header::read(&main).err().map(|error| error.kind)
        };
        assert_eq!(kind(&[0xDC, 0xA5]), Some(ReadErrorKind::Unsupported));
        assert_eq!(kind(&[0xEC, 0xA5, 0x65, 0]), Some(ReadErrorKind::Unsupported));
        let encrypted = [0xEC, 0xA5, 0xC1, 0, 0, 0, 0, 0, 0, 0, 0, 1];
        assert_eq!(kind(&encrypted), Some(ReadErrorKind::Encrypted));
        assert_eq!(kind(&[]), Some(ReadErrorKind::Damaged));
        assert!(Header::read(&[0xEC]).is_err());
    }
}
