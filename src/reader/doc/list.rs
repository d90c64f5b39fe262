//! Lists: definitions (LST), the lists that use them (LFO), and how far each has counted.

use super::bytes;
use super::header::{Header, Part};
use crate::reader::list::{Counters, Level, List};
use crate::reader::number_format;
use std::collections::BTreeMap;

/// All lists of a document.
#[derive(Debug, Default)]
pub(super) struct Lists {
    definitions: BTreeMap<u32, Vec<Level>>,
    /// By their number, from 1 on.
    numbered: Vec<List>,
    counters: Counters,
}

impl Lists {
    pub(super) fn read(header: &Header, table: &[u8]) -> Self {
        let levels = header.after(Part::Lists, table);
        let definitions = definitions(header.part(Part::Lists, table), levels);
        let lists = lists(header.part(Part::ListOverrides, table));
        Self { definitions, numbered: lists.unwrap_or_default(), ..Self::default() }
    }

    /// Counts one paragraph of `list` (from 1) on and gives what stands before it.
    pub(super) fn next(&mut self, list: u16, level: u8) -> String {
        let index = usize::from(list).checked_sub(1);
        let Some(own) = index.and_then(|index| self.numbered.get(index)) else {
            return String::new();
        };
        let Some(levels) = self.definitions.get(&own.definition) else { return String::new() };
        let find = |index: u8| levels.get(usize::from(index));
        self.counters.next((u32::from(list), own), level, find)
    }
}

/// The definitions by their ids. Their levels lie after them.
fn definitions(list: &[u8], levels: &[u8]) -> BTreeMap<u32, Vec<Level>> {
    let mut definitions = BTreeMap::new();
    let mut rest = levels;
    for i in 0..usize::from(bytes::u16(list, 0).unwrap_or(0)) {
        let at = 2 + 28 * i;
        let (Some(id), Some(flags)) = (bytes::u32(list, at), bytes::u8(list, at + 26)) else {
            break;
        };
        let count = if flags & 1 == 0 { 9 } else { 1 };
        let own = (0..count).map_while(|_| {
            let (level, length) = read_level(rest)?;
            rest = rest.get(length..)?;
            Some(level)
        });
        definitions.insert(id, own.collect());
    }
    definitions
}

/// The lists, and after them what each changes in its definition.
fn lists(table: &[u8]) -> Option<Vec<List>> {
    let count = bytes::u32(table, 0)? as usize;
    let mut rest = table.get(4usize.checked_add(count.checked_mul(16)?)?..)?;
    let mut lists = Vec::new();
    for i in 0..count {
        let at = 4 + 16 * i;
        let changes = bytes::u8(table, at + 12)?;
        let mut list = List { definition: bytes::u32(table, at)?, ..List::default() };
        // The data may be missing where no list changes anything.
        rest = rest.get(4..).unwrap_or_default();
        for _ in 0..changes {
            let Some((start, flags)) = bytes::u32(rest, 0).zip(bytes::u32(rest, 4)) else { break };
            rest = &rest[8..];
            let level = (flags & 0xF) as u8;
            if flags & 0x20 != 0 {
                let Some((own, length)) = read_level(rest) else { break };
                rest = rest.get(length..).unwrap_or_default();
                if flags & 0x10 != 0 {
                    list.starts.insert(level, own.start);
                }
                list.overrides.insert(level, own);
            } else if flags & 0x10 != 0 {
                list.starts.insert(level, start);
            }
        }
        lists.push(list);
    }
    Some(lists)
}

/// One level (LVL) and its length in bytes.
fn read_level(level: &[u8]) -> Option<(Level, usize)> {
    let (code, flags) = (bytes::u8(level, 4)?, bytes::u8(level, 5)?);
    let formats = usize::from(bytes::u8(level, 24)?) + usize::from(bytes::u8(level, 25)?);
    let at = 28 + formats;
    let count = usize::from(bytes::u16(level, at)?);
    let units: Vec<u16> = level
        .get(at + 2..at + 2 + 2 * count)?
        .as_chunks::<2>()
        .0
        .iter()
        .map(|&u| u16::from_le_bytes(u))
        .collect();
    let mut text = String::new();
    for c in char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)) {
        // The numbers of the levels stand in the text as the characters 0 to 8.
        match u32::from(c) {
            index @ 0..=8 => {
                text.push('%');
                text.push(char::from(b'1' + index as u8));
            }
            _ => text.push(c),
        }
    }
    let level = Level {
        start: bytes::u32(level, 0)?,
        format: number_format::by_code(code),
        digits: 0,
        bullet: code == 23,
        text,
        separator: if bytes::u8(level, 15)? == 2 { "" } else { " " },
        legal: flags & 0x04 != 0,
        restart: (flags & 0x08 != 0).then_some(bytes::u8(level, 26)?),
    };
    Some((level, at + 2 + 2 * count))
}
