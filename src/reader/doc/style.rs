//! Styles (STSH): outline level and list.

use super::bytes;
use super::header::{Header, Part};
use super::properties::{ListPlace, Paragraph};
use crate::reader::limits;

/// One style.
#[derive(Clone, Copy, Debug, Default)]
struct Style {
    /// The style it is based on.
    base: u16,
    /// The outline level from 0, if it is one of the built-in headings or says so.
    outline: Option<u8>,
    list: ListPlace,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles(Vec<Style>);

impl Styles {
    pub(super) fn read(header: &Header, table: &[u8]) -> Self {
        Self(read(header.part(Part::Styles, table)).unwrap_or_default())
    }

    /// The outline level of a style, from 0.
    pub(super) fn outline(&self, style: u16) -> Option<u8> {
        self.chain(style).find_map(|style| style.outline)
    }

    /// The list of a style and the level there.
    pub(super) fn list(&self, style: u16) -> ListPlace {
        ListPlace {
            list: self.chain(style).find_map(|style| style.list.list),
            level: self.chain(style).find_map(|style| style.list.level),
        }
    }

    /// A style, the one it is based on, and so on.
    fn chain(&self, style: u16) -> impl Iterator<Item = &Style> {
        let first = self.0.get(usize::from(style));
        let chain = std::iter::successors(first, |style| self.0.get(usize::from(style.base)));
        chain.take(limits::LONGEST_STYLE_CHAIN)
    }
}

fn read(sheet: &[u8]) -> Option<Vec<Style>> {
    let head = usize::from(bytes::u16(sheet, 0)?);
    let count = bytes::u16(sheet, 2)?;
    let base_length = usize::from(bytes::u16(sheet, 4)?);
    let mut rest = sheet.get(2 + head..)?;
    let mut styles = Vec::new();
    for _ in 0..count {
        let Some(length) = bytes::u16(rest, 0).map(usize::from) else { break };
        let Some(own) = rest.get(2..2 + length) else { break };
        styles.push(
            read_style(own, base_length).unwrap_or(Style { base: 0xFFF, ..Style::default() }),
        );
        // Styles begin at even places.
        rest = rest.get(2 + length + length % 2..).unwrap_or_default();
    }
    Some(styles)
}

fn read_style(own: &[u8], base_length: usize) -> Option<Style> {
    let built_in = bytes::u16(own, 0)? & 0xFFF;
    let kind_and_base = bytes::u16(own, 2)?;
    let mut style = Style { base: kind_and_base >> 4, ..Style::default() };
    if (1..=9).contains(&built_in) {
        style.outline = Some(built_in as u8 - 1);
    }
    let is_paragraph = kind_and_base & 0xF == 1;
    let name_length = usize::from(bytes::u16(own, base_length)?);
    let at = base_length + 2 + 2 * name_length + 2;
    let length = bytes::u16(own, at).map(usize::from).filter(|_| is_paragraph);
    if let Some(list) = length.and_then(|length| own.get(at + 4..at + 2 + length)) {
        let paragraph = Paragraph::of_style(list);
        style.list = paragraph.list;
        style.outline = paragraph.outline.or(style.outline);
    }
    Some(style)
}
