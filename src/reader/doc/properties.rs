//! The format of characters and paragraphs: pages of 512 bytes with runs and what is special in
//! them, as lists of changes (sprm).

use super::bytes;
use super::header::{Header, Part};
use crate::text::order;

/// The size of a page.
const PAGE: usize = 512;

/// Paragraph properties, as far as they matter.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Paragraph {
    /// The style.
    pub(super) style: u16,
    pub(super) in_table: bool,
    /// Whether the mark ends a row, of a table or of one inside a cell.
    pub(super) ends_row: bool,
    /// Whether the mark ends a cell of a table inside a cell.
    pub(super) ends_inner_cell: bool,
    pub(super) list: ListPlace,
    /// The outline level from 0; 9 is body text.
    pub(super) outline: Option<u8>,
}

/// The list of a paragraph and its level there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListPlace {
    /// The list from 1; 0 takes the paragraph out of the list of its style.
    pub(super) list: Option<u16>,
    pub(super) level: Option<u8>,
}

/// Character properties, as far as they matter.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the format")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Character {
    pub(super) hidden: bool,
    pub(super) deleted: bool,
    pub(super) inserted: bool,
    pub(super) underlined: bool,
    /// Whether a control character stands for something: a picture, a footnote.
    pub(super) special: bool,
}

/// Properties of stretches of the main stream, in order.
#[derive(Debug)]
pub(super) struct Runs<T> {
    runs: Vec<(u32, u32, T)>,
}

impl<T: Copy + Default> Runs<T> {
    /// The properties at a byte of the main stream.
    pub(super) fn at(&self, offset: u32) -> T {
        let next = self.runs.partition_point(|&(_, end, _)| end <= offset);
        match self.runs.get(next) {
            Some(&(start, _, properties)) if start <= offset => properties,
            _ => T::default(),
        }
    }
}

/// The properties of all paragraphs.
pub(super) fn paragraphs(header: &Header, main: &[u8], table: &[u8]) -> Runs<Paragraph> {
    read(header.part(Part::ParagraphPages, table), main, 13, |page, at| {
        // A length of 0 is followed by the true one, in units of two bytes.
        let length = usize::from(bytes::u8(page, at)?);
        let (start, length) = match length {
            0 => (at + 2, 2 * usize::from(bytes::u8(page, at + 1)?)),
            length => (at + 1, 2 * length - 1),
        };
        let own = page.get(start..(start + length).min(PAGE))?;
        let mut paragraph = Paragraph { style: bytes::u16(own, 0)?, ..Paragraph::default() };
        paragraph.apply(own.get(2..)?);
        Some(paragraph)
    })
}

/// The properties of all characters.
pub(super) fn characters(header: &Header, main: &[u8], table: &[u8]) -> Runs<Character> {
    read(header.part(Part::CharacterPages, table), main, 1, |page, at| {
        let length = usize::from(bytes::u8(page, at)?);
        let own = page.get(at + 1..(at + 1 + length).min(PAGE))?;
        let mut character = Character::default();
        for (code, value) in changes(own) {
            character.change(code, value);
        }
        Some(character)
    })
}

/// Reads the pages that `index` lists. Each run of a page has an entry of `width` bytes, whose
/// first is the place of its properties.
fn read<T: Copy + Default>(
    index: &[u8],
    main: &[u8],
    width: usize,
    properties: impl Fn(&[u8], usize) -> Option<T>,
) -> Runs<T> {
    let count = index.len().saturating_sub(4) / 8;
    let mut runs: Vec<(u32, u32, T)> = Vec::new();
    // A file cannot have more pages than fit in it; an index with more lists some again and again.
    for i in 0..count.min(main.len() / PAGE + 1) {
        let Some(number) = bytes::u32(index, 4 * (count + 1) + 4 * i) else { break };
        let start = (number & 0x3F_FFFF) as usize * PAGE;
        let Some(page) = main.get(start..start + PAGE) else { continue };
        let run_count = usize::from(page[PAGE - 1]);
        for run in 0..run_count {
            let places = (bytes::u32(page, 4 * run), bytes::u32(page, 4 * run + 4));
            let (Some(start), Some(end)) = places else { break };
            let entry = 4 * (run_count + 1) + width * run;
            let place = bytes::u8(page, entry).map_or(0, |place| 2 * usize::from(place));
            let found = if place == 0 { None } else { properties(page, place) };
            if start < end {
                runs.push((start, end, found.unwrap_or_default()));
            }
        }
    }
    order::sort_by_key(&mut runs, |&(start, end, _)| (start, end));
    Runs { runs }
}

impl Paragraph {
    /// Applies a list of changes.
    fn apply(&mut self, list: &[u8]) {
        for (code, value) in changes(list) {
            match code {
                0x2416 => self.in_table = value != 0,
                0x2417 | 0x244C => self.ends_row |= value != 0,
                0x244B => self.ends_inner_cell = value != 0,
                0x260A => self.list.level = Some(value as u8),
                0x460B => self.list.list = Some(value as u16),
                0x2640 => self.outline = Some(value as u8),
                _ => {}
            }
        }
    }

    /// What the changes of a style make of a paragraph.
    pub(super) fn of_style(list: &[u8]) -> Self {
        let mut paragraph = Self::default();
        paragraph.apply(list);
        paragraph
    }
}

impl Character {
    fn change(&mut self, code: u16, value: u32) {
        // 0x80 and 0x81 mean as in the style and the opposite; the styles are not asked here.
        let on = matches!(value, 1 | 0x81);
        match code {
            0x083C => self.hidden = on,
            0x0800 => self.deleted = on,
            0x0801 => self.inserted = on,
            0x0855 => self.special = on,
            0x2A3E => self.underlined = value != 0,
            _ => {}
        }
    }
}

/// The changes in a list: code, and the first four bytes of the value.
fn changes(list: &[u8]) -> impl Iterator<Item = (u16, u32)> {
    let mut rest = list;
    std::iter::from_fn(move || {
        let code = bytes::u16(rest, 0)?;
        let length = match code >> 13 {
            0 | 1 => 1,
            2 | 4 | 5 => 2,
            3 => 4,
            7 => 3,
            // The definition of a table has a length of two bytes, which counts one of them too.
            _ if code == 0xD608 => usize::from(bytes::u16(rest, 2)?) + 1,
            _ => usize::from(bytes::u8(rest, 2)?) + 1,
        };
        let value = rest.get(2..2 + length)?;
        rest = &rest[2 + length..];
        let number = value.iter().take(4).rev().fold(0, |number, &b| number << 8 | u32::from(b));
        Some((code, number))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_have_the_length_that_their_code_says() {
        // In a table; the tabs of a paragraph; the definition of a table, with two bytes of length,
        // one of which counts; a list; a picture.
        let list = [
            &[0x16, 0x24, 1][..],
            &[0x0D, 0xC6, 2, 7, 7],
            &[0x08, 0xD6, 3, 0, 9, 9],
            &[0x0B, 0x46, 2, 0],
            &[0x03, 0x6A, 4, 3, 2, 1],
        ]
        .concat();
        let found: Vec<_> = changes(&list).collect();
        let expected = [
            (0x2416, 1),
            (0xC60D, 0x07_0702),
            (0xD608, 0x0909_0003),
            (0x460B, 2),
            (0x6A03, 0x0102_0304),
        ];
        assert_eq!(found, expected);
        // Cut off in the middle of a value.
        assert_eq!(changes(&list[..list.len() - 1]).count(), 4);
    }

    #[test]
    fn properties_are_found_by_place() {
        let runs = Runs { runs: vec![(10, 20, 1), (20, 30, 2), (40, 50, 3)] };
        for (offset, expected) in [(9, 0), (10, 1), (19, 1), (20, 2), (30, 0), (49, 3), (50, 0)] {
            assert_eq!(runs.at(offset), expected, "{offset}");
        }
    }
}
