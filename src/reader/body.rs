//! What all readers of documents write to: paragraphs, headings and cells on their way to a
//! [`Document`].

#[cfg(feature = "documents")]
use super::line::Line;
#[cfg(feature = "documents")]
use super::trace::{Piece, Trace};
use super::{ReadError, ReadOptions, limits, message};
use crate::document::{
    BlockKind, CellPlace, Document, DocumentBuilder, Format, Note, NoteKind, Source,
};
use std::borrow::Cow;
use std::collections::BTreeMap;
#[cfg(feature = "documents")]
use std::ops::Range;

/// A paragraph longer than this, in characters, is no heading whatever its style says: somebody
/// wrote on in the style of the heading.
const LONGEST_HEADING: usize = 120;

/// A cell with so many paragraphs and so many characters is a page that happens to have a frame:
/// the 个人总结 of an appraisal form is a whole report with headings.
const PAGE_IN_A_CELL: (usize, usize) = (4, 200);

/// How a paragraph is set, as far as its file says.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Style {
    /// The outline level (大纲级别) from 1.
    pub(super) level: Option<u8>,
}

/// The level of a built-in heading style, which need not repeat it: `heading 2`, 标题 2.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let digit = name.strip_prefix("heading ").or_else(|| name.strip_prefix("标题 "))?;
    digit.parse().ok().filter(|level| (1..=9).contains(level))
}

/// Paragraphs in reading order.
#[derive(Default)]
pub(super) struct Body {
    paragraphs: Vec<(BlockKind, String)>,
    /// Where the paragraphs of each open cell begin.
    cells: Vec<usize>,
    /// The place of the cell that is open or comes next; of a table in a cell, that cell's.
    place: CellPlace,
    notes: BTreeMap<NoteKind, u32>,
    /// Pictures that were passed over.
    pictures: u32,
    characters: usize,
    /// Where the text stands in the file, if somebody asked.
    #[cfg(feature = "documents")]
    pub(super) trace: Option<Trace>,
}

impl Body {
    /// Appends a paragraph; one without text is left out.
    pub(super) fn paragraph(&mut self, text: &str, style: Style) {
        let text = tidy(text);
        if text.trim().is_empty() {
            return;
        }
        if self.cells.is_empty() && (self.place.row, self.place.column) != (0, 0) {
            let table = self.place.table.saturating_add(1);
            self.place = CellPlace { table, row: 0, column: 0 };
        }
        self.characters += text.len();
        let short = || text.chars().nth(LONGEST_HEADING).is_none();
        let kind = match style.level {
            Some(level @ 1..=9) if short() => BlockKind::Heading(level),
            _ => BlockKind::Paragraph,
        };
        self.paragraphs.push((kind, text.into_owned()));
    }

    /// Appends the paragraph that `line` holds, with the automatic number that is shown before it.
    #[cfg(feature = "documents")]
    pub(super) fn numbered(&mut self, number: &str, line: &mut Line, style: Style) {
        let (written, pieces) = line.take_traced();
        let text = written.trim_start_matches('\n');
        if text.trim().is_empty() {
            return;
        }
        let cut = (written.len() - text.len()) as u32;
        let text = [number, text].concat();
        if let (Some(trace), tidied) = (&mut self.trace, tidy(&text))
            && !tidied.trim().is_empty()
        {
            let pieces = pieces.iter().filter_map(|piece| piece.clipped(cut, u32::MAX));
            let pieces: Vec<Piece> =
                pieces.map(|piece| piece.moved(cut, number.len() as u32)).collect();
            // A line break stands before each paragraph but the first.
            let at = self.characters + self.paragraphs.len();
            trace.append(&pieces, &unchanged(&text), (at, tidied.len()));
        }
        self.paragraph(&text, style);
    }

    /// What follows stands in a cell of a table.
    pub(super) fn begin_cell(&mut self) {
        self.cells.push(self.paragraphs.len());
    }

    /// The cell is complete.
    pub(super) fn end_cell(&mut self) {
        let Some(start) = self.cells.pop() else { return };
        let place = self.place;
        if self.cells.is_empty() {
            self.skip_cell();
        }
        let own = self.paragraphs.get_mut(start..).unwrap_or_default();
        let written = || own.iter().filter(|(kind, _)| !kind.is_cell());
        let characters = written().map(|(_, text)| text.chars().count()).sum::<usize>();
        if written().count() >= PAGE_IN_A_CELL.0 && characters >= PAGE_IN_A_CELL.1 {
            return;
        }
        for (kind, _) in own {
            *kind = BlockKind::Cell(place);
        }
    }

    /// The row is complete. Rows of a table in a cell do not count: all of it is in that cell.
    pub(super) fn end_row(&mut self) {
        let started = self.cells.is_empty() && self.place.column > 0;
        if started {
            self.place =
                CellPlace { row: self.place.row.saturating_add(1), column: 0, ..self.place };
        }
    }

    /// A place of the row is covered by the cell beside it or above it.
    pub(super) fn skip_cell(&mut self) {
        if self.cells.is_empty() {
            self.place.column = self.place.column.saturating_add(1);
        }
    }

    /// Counts something that the text does not show.
    pub(super) fn note(&mut self, kind: NoteKind) {
        *self.notes.entry(kind).or_default() += 1;
    }

    /// Counts a picture.
    pub(super) fn picture(&mut self) {
        self.pictures += 1;
    }

    /// Whether nothing was written.
    #[cfg(feature = "documents")]
    pub(super) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }

    /// Whether so much was read that the document will be refused, so that reading may stop.
    pub(super) fn is_full(&self) -> bool {
        self.characters > limits::LONGEST_TEXT * 4
    }

    /// The document.
    ///
    /// # Errors
    /// If there is no text, too much of it, or mostly characters that no text is written with.
    pub(super) fn finish(
        self,
        format: Format,
        options: &ReadOptions,
    ) -> Result<Document, ReadError> {
        if self.paragraphs.is_empty() {
            let pictures = self.pictures > 0;
            return Err(if pictures { message::only_pictures() } else { message::empty() });
        }
        let mut builder = DocumentBuilder::default();
        for (kind, text) in &self.paragraphs {
            match kind {
                BlockKind::Paragraph => builder.paragraph(text),
                kind => builder.block(*kind, text),
            }
        }
        let notes = self.notes.into_iter().map(|(kind, count)| Note { kind, count }).collect();
        let name = options.name.clone();
        let revisions = options.revisions;
        let source = Source { name, format, revisions, notes, ..Source::default() };
        let mut document = builder.build(source);
        let (mut all, mut lost, mut garbage) = (0, 0, 0);
        for c in document.text.chars() {
            all += 1;
            lost += usize::from(c == char::REPLACEMENT_CHARACTER);
            garbage += usize::from(is_garbage(c));
        }
        if all > limits::LONGEST_TEXT {
            return Err(message::text_too_long());
        }
        if garbage * 100 > all * limits::MOST_GARBAGE_PER_HUNDRED {
            return Err(message::damaged("文档"));
        }
        document.source.lost_characters = lost as u32;
        Ok(document)
    }
}

/// Characters that no report is written with: what a reader gives that took numbers for text.
fn is_garbage(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{9F}' | '\u{FFF0}'..='\u{FFFF}') || (c as u32) > 0x3_FFFF
}

/// Line breaks of other kinds than `\n`.
const LINE_BREAKS: [char; 6] = ['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'];

/// Whether [`tidy`] leaves `c` out.
fn is_noise(c: char) -> bool {
    (c.is_ascii_control() && !matches!(c, '\n' | '\t')) || c == '\u{AD}'
}

/// A character as it is in a document: the only line break is `\n`, and there are no control
/// characters.
pub(crate) fn tidied(c: char) -> Option<char> {
    if LINE_BREAKS.contains(&c) { Some('\n') } else { (!is_noise(c)).then_some(c) }
}

/// `text` without control characters, its only line break `\n`.
fn tidy(text: &str) -> Cow<'_, str> {
    let text = text.trim_matches('\n');
    if !text.contains(|c| is_noise(c) || LINE_BREAKS.contains(&c)) {
        return Cow::Borrowed(text);
    }
    let text: String = text.chars().filter_map(tidied).collect();
    Cow::Owned(text.trim_matches('\n').to_owned())
}

/// The stretches of `text` that [`tidy`] leaves as they are, and the byte of its result where each
/// begins.
#[cfg(feature = "documents")]
fn unchanged(text: &str) -> Vec<(Range<usize>, usize)> {
    let mut kept: Vec<(Range<usize>, usize)> = Vec::new();
    let (mut to, mut trimmed) = (0, true);
    for (at, c) in text.char_indices() {
        let is_break = LINE_BREAKS.contains(&c);
        trimmed &= c == '\n' || is_break || is_noise(c);
        if trimmed || (is_noise(c) && !is_break) {
            continue;
        }
        let end = at + c.len_utf8();
        match kept.last_mut() {
            _ if is_break => {}
            Some((raw, _)) if raw.end == at => raw.end = end,
            _ => kept.push((at..end, to)),
        }
        to += if is_break { 1 } else { c.len_utf8() };
    }
    let end = text.trim_end_matches(|c| c == '\n' || LINE_BREAKS.contains(&c) || is_noise(c)).len();
    for (raw, _) in &mut kept {
        *raw = raw.start.min(end)..raw.end.min(end);
    }
    kept.retain(|(raw, _)| !raw.is_empty());
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(body: Body) -> Document {
        body.finish(Format::Docx, &ReadOptions::default()).unwrap()
    }

    #[test]
    fn cells_are_no_paragraphs_unless_they_hold_a_page() {
        let mut body = Body::default();
        body.begin_cell();
        body.paragraph("指标", Style { level: Some(1) });
        body.end_cell();
        body.begin_cell();
        for _ in 0..5 {
            body.paragraph(&"全县完成投资。".repeat(10), Style::default());
        }
        body.end_cell();
        let kinds: Vec<_> = document(body).blocks.iter().map(|block| block.kind).collect();
        assert_eq!(kinds[..2], [BlockKind::Cell(CellPlace::default()), BlockKind::Paragraph]);
    }

    #[test]
    fn control_characters_are_no_text() {
        let mut body = Body::default();
        body.paragraph("甲\u{1}\u{AD}乙\u{B}丙。\r\n", Style::default());
        assert_eq!(document(body).text, "甲乙\n丙。");
        let mut body = Body::default();
        body.paragraph("\u{1}\u{2}", Style::default());
        assert!(body.finish(Format::Doc, &ReadOptions::default()).is_err());
    }
}
