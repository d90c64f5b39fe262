//! The header of the main stream (FIB): what lies where.

use super::{WHAT, bytes};
use crate::reader::{ReadError, message};

/// The number in front of a Word 97 file.
const WORD_97: u16 = 0xA5EC;

/// Those of Word 6 and 95, whose versions for East Asia have their own.
const WORD_6: &[u16] = &[0xA5DC, 0xA697, 0xA698, 0xA699, 0x8098, 0x8099];

/// The lowest version that is Word 97.
const LOWEST_VERSION: u16 = 0xC0;

/// Where the table of offsets begins: pairs of offset and length in the table stream.
const OFFSETS: usize = 0x9A;

/// Parts of the table stream, by their place in the table of offsets ([MS-DOC] 2.5.6).
#[derive(Clone, Copy, Debug)]
pub(super) enum Part {
    Styles = 1,
    CharacterPages = 12,
    ParagraphPages = 13,
    Pieces = 33,
    Lists = 73,
    ListOverrides = 74,
}

/// What the header says.
#[derive(Debug)]
pub(super) struct Header {
    /// The name of the table stream.
    pub(super) table: &'static str,
    /// How many characters the body has.
    pub(super) body: u32,
    /// Where the characters of text boxes begin, and how many they are.
    pub(super) boxes: (u32, u32),
    offsets: Vec<(usize, usize)>,
}

impl Header {
    /// Reads the header of the main stream.
    ///
    /// # Errors
    /// If the file is encrypted, of an older version, or no Word file.
    pub(super) fn read(main: &[u8]) -> Result<Self, ReadError> {
        let damaged = || message::damaged(WHAT);
        let magic = bytes::u16(main, 0).ok_or_else(damaged)?;
        let version = bytes::u16(main, 2).ok_or_else(damaged)?;
        if WORD_6.contains(&magic) || (magic == WORD_97 && version < LOWEST_VERSION) {
            return Err(message::outdated(" Word 6.0、95 "));
        }
        if magic != WORD_97 {
            return Err(damaged());
        }
        let flags = bytes::u16(main, 0x0A).ok_or_else(damaged)?;
        if flags & 0x0100 != 0 {
            return Err(message::encrypted(WHAT));
        }
        let count = |at| bytes::u32(main, at).ok_or_else(damaged);
        // Between body and text boxes: footnotes, headers, macros, comments, endnotes.
        let before: u64 = [0x4C, 0x50, 0x54, 0x58, 0x5C, 0x60]
            .iter()
            .map(|&at| count(at).map(u64::from))
            .sum::<Result<u64, ReadError>>()?;
        let boxes = (u32::try_from(before).unwrap_or(u32::MAX), count(0x64)?);
        let number = |at| bytes::u32(main, at).map(|number| number as usize);
        let offsets = (0..).map_while(|i| {
            let at = OFFSETS + 8 * i;
            (i <= Part::ListOverrides as usize).then(|| Some((number(at)?, number(at + 4)?)))?
        });
        Ok(Self {
            table: if flags & 0x0200 == 0 { "0Table" } else { "1Table" },
            body: count(0x4C)?,
            boxes,
            offsets: offsets.collect(),
        })
    }

    /// A part of the table stream; empty if there is none.
    pub(super) fn part<'t>(&self, part: Part, table: &'t [u8]) -> &'t [u8] {
        self.place(part).and_then(|range| table.get(range)).unwrap_or_default()
    }

    /// What follows a part in the table stream.
    pub(super) fn after<'t>(&self, part: Part, table: &'t [u8]) -> &'t [u8] {
        self.place(part).and_then(|range| table.get(range.end..)).unwrap_or_default()
    }

    fn place(&self, part: Part) -> Option<std::ops::Range<usize>> {
        let &(offset, length) = self.offsets.get(part as usize)?;
        Some(offset..offset.checked_add(length)?)
    }
}
