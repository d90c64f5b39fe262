//! What all readers of documents write to: paragraphs, headings and cells on their way to a
//! [`Document`].

#[cfg(feature = "documents")]
use super::trace::{Origin, Piece, Trace};
use super::{ReadError, ReadOptions, limits, message};
use crate::document::{
    BlockKind, CellPlace, Document, DocumentBuilder, Format, Note, NoteKind, Source,
};
#[cfg(feature = "documents")]
use crate::text::Span;
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

/// The text of one paragraph while its runs arrive.
///
/// A stretch of underlined blanks is how a form leaves a place to fill in; the underline would be
/// lost with the formatting, so it is written as `____`.
#[derive(Default)]
pub(super) struct Line {
    text: String,
    /// Where the underlined stretch at the end begins.
    underlined: Option<usize>,
    /// Where the text stands in the file, if somebody asked.
    #[cfg(feature = "documents")]
    pub(super) trace: Option<Trace>,
}

impl Line {
    /// Appends plain text.
    pub(super) fn push(&mut self, text: &str) {
        if !text.is_empty() {
            self.end_stretch();
            self.text.push_str(text);
        }
    }

    /// Appends underlined text.
    pub(super) fn push_underlined(&mut self, text: &str) {
        self.underlined.get_or_insert(self.text.len());
        self.text.push_str(text);
    }

    /// Appends what element `node` of the file says, or stands for.
    #[cfg(feature = "documents")]
    pub(super) fn push_traced(&mut self, text: &str, underlined: bool, node: u32, origin: Origin) {
        if underlined {
            self.push_underlined(text);
        } else {
            self.push(text);
        }
        if let Some(trace) = self.trace.as_mut().filter(|_| !text.is_empty()) {
            let span = Span::new(self.text.len() - text.len(), self.text.len());
            let value = if origin == Origin::Mark { 0 } else { text.len() };
            trace.pieces.push(Piece { span, node, value: Span::new(0, value), origin });
        }
    }

    /// Appends `text`, which is written for what `nodes` say: elements with the lengths of their texts.
    #[cfg(feature = "documents")]
    pub(super) fn push_for(&mut self, text: &str, nodes: impl Iterator<Item = (u32, usize)>) {
        self.push(text);
        let Some(trace) = &mut self.trace else { return };
        let start = self.text.len() - text.len();
        for (node, length) in nodes {
            let (span, value) = (Span::new(start, start), Span::new(0, length));
            trace.pieces.push(Piece { span, node, value, origin: Origin::Rewritten });
        }
        trace.join(start, self.text.len());
    }

    /// Its length in bytes so far.
    pub(super) fn len(&self) -> usize {
        self.text.len()
    }

    /// The text from byte `start` on.
    pub(super) fn since(&self, start: usize) -> &str {
        self.text.get(start..).unwrap_or_default()
    }

    /// Replaces the text from byte `start` on.
    pub(super) fn replace_since(&mut self, start: usize, text: &str) {
        self.underlined = None;
        self.text.truncate(start);
        self.text.push_str(text);
        self.join_since(start);
    }

    /// The whole text; the line is empty again.
    pub(super) fn take(&mut self) -> String {
        self.end_stretch();
        std::mem::take(&mut self.text)
    }

    /// The whole text with where it stands in the file; the line is empty again.
    #[cfg(feature = "documents")]
    fn take_traced(&mut self) -> (String, Vec<Piece>) {
        let text = self.take();
        (
            text,
            self.trace.as_mut().map(|trace| std::mem::take(&mut trace.pieces)).unwrap_or_default(),
        )
    }

    fn end_stretch(&mut self) {
        let Some(start) = self.underlined.take() else { return };
        let width = |c: char| match c {
            '\t' => 4,
            '\u{3000}' => 2,
            _ => 1,
        };
        let stretch = &self.text[start..];
        let is_blank = stretch.chars().all(|c| c.is_whitespace() && c != '\n');
        let columns: usize = stretch.chars().map(width).sum();
        if is_blank && columns >= 2 {
            self.text.truncate(start);
            self.text.push_str(&"_".repeat(columns.clamp(4, 40)));
            self.join_since(start);
        }
    }

    /// The text from byte `start` on was written for what stood there.
    fn join_since(&mut self, start: usize) {
        #[cfg(feature = "documents")]
        if let Some(trace) = &mut self.trace {
            trace.join(start, self.text.len());
        }
        #[cfg(not(feature = "documents"))]
        let _ = (&self, start);
    }
}

/// A blank where the form shows `prompt`: the prompt of Word itself, which is known as a blank,
/// marks of a blank as they are, any other in the words of an instruction.
pub(super) fn blank(prompt: &str) -> String {
    const KNOWN: &[&str] = &["单击", "点击", "选择", "[", "Click", "Choose", "Enter", "【"];
    let prompt = prompt.trim();
    let is_mark = |c: char| matches!(c, '_' | '＿' | '×' | '*' | '＊' | 'X' | 'x');
    if KNOWN.iter().any(|known| prompt.starts_with(known)) || prompt.contains(is_mark) {
        return prompt.to_owned();
    }
    match prompt.chars().count() {
        0 => "____".to_owned(),
        1..=30 => format!("【此处填写：{prompt}】"),
        _ => "【此处填写】".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(body: Body) -> Document {
        body.finish(Format::Docx, &ReadOptions::default()).unwrap()
    }

    #[test]
    fn underlined_blanks_are_a_place_to_fill_in() {
        #[track_caller]
        fn check(runs: &[(&str, bool)], expected: &str) {
            let mut line = Line::default();
            for &(text, underlined) in runs {
                if underlined { line.push_underlined(text) } else { line.push(text) }
            }
            assert_eq!(line.take(), expected);
        }
        check(&[("完成", false), ("  ", true), ("    ", true), ("万元", false)], "完成______万元");
        check(&[("日期：", false), ("\t", true)], "日期：____");
        check(&[("姓名", false), ("  张三  ", true)], "姓名  张三  ");
        check(&[("New", true), (" ", true), ("York", true)], "New York");
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

    #[test]
    fn a_prompt_is_a_blank() {
        assert_eq!(blank("单击或点击此处输入文字。"), "单击或点击此处输入文字。");
        assert_eq!(blank("请输入单位名称"), "【此处填写：请输入单位名称】");
        assert_eq!(blank(" "), "____");
    }
}
