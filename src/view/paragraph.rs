//! The paragraphs of the page: what is drawn as one element.

use crate::analysis::Analysis;
use crate::document::{Block, Document};
use crate::outline::{Frame, Section};
use crate::text::Span;
use crate::text::scanner::{is_blank, is_sentence_end};
use std::ops::Range;

/// A block longer than this many bytes is drawn as several paragraphs: one element of a megabyte
/// cannot be skipped by `content-visibility` and takes seconds to lay out.
const LONGEST: usize = 48 * 1024;

/// About so many bytes of text make one chunk, which is drawn again as a whole when a letter in it
/// changes …
const FINE: usize = 3 * 1024;

/// … and so many in a text of more than [`MANY_CHUNKS`] fine ones: each is looked at on every letter.
const COARSE: usize = 12 * 1024;

/// A text has so many fine chunks at most.
const MANY_CHUNKS: usize = 96;

/// How a paragraph is set.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Role {
    /// The title (标题).
    Title,
    /// A second line that repeats the title, the line under it, the author: centred, quiet.
    Subtitle,
    /// A heading that stands alone, with its depth from 1.
    Heading(u8),
    /// Signature and date, set to the right (落款).
    SignOff,
    /// The salutation: not indented.
    Salutation,
    /// A cell of a table.
    Cell,
    /// The second and later parts of a block too long for one paragraph.
    Continued,
    /// Everything else.
    Body,
}

/// One element of the text on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// How it is set.
    pub role: Role,
    /// Its place in the document's text.
    pub span: Span,
    /// The section that begins here, whose heading is all or the first part of it.
    pub section: Option<u32>,
}

/// Cuts a document into the paragraphs of the page.
pub(super) fn paragraphs(document: &Document, analysis: &Analysis) -> Vec<Paragraph> {
    let mut list = Vec::with_capacity(document.blocks.len());
    let mut sections = analysis.outline.sections.iter().enumerate().peekable();
    for block in &document.blocks {
        while sections.next_if(|(_, s)| s.heading.start < block.span.start).is_some() {}
        let section = sections.next_if(|(_, s)| s.heading.start < block.span.end);
        let text = document.text_of(block);
        let role = role(block, text, section.map(|(_, s)| s), &analysis.outline.frame);
        let mut section = section.map(|(index, _)| index as u32);
        for (order, range) in parts(text).into_iter().enumerate() {
            let span = Span::new(range.start, range.end).shift(block.span.start);
            let role = if order == 0 { role } else { Role::Continued };
            list.push(Paragraph { role, span, section: section.take() });
        }
    }
    list
}

/// Groups paragraphs to chunks, as ranges of their indices.
pub(super) fn chunks(paragraphs: &[Paragraph]) -> Vec<Range<u32>> {
    let whole: usize = paragraphs.iter().map(|paragraph| paragraph.span.len()).sum();
    let enough = if whole > MANY_CHUNKS * FINE { COARSE } else { FINE };
    let mut chunks = Vec::new();
    let (mut first, mut size) = (0, 0);
    for (index, paragraph) in paragraphs.iter().enumerate() {
        size += paragraph.span.len();
        if size >= enough || index + 1 == paragraphs.len() {
            chunks.push(first..index as u32 + 1);
            (first, size) = (index as u32 + 1, 0);
        }
    }
    chunks
}

/// How a block is set.
fn role(block: &Block, text: &str, section: Option<&Section>, frame: &Frame) -> Role {
    let is = |part: Option<Span>| part.is_some_and(|span| span.overlaps(block.span));
    let alone = |s: &Section| {
        let after = (s.heading.end.saturating_sub(block.span.start)) as usize;
        text.get(after..).is_some_and(|rest| rest.trim().chars().all(is_sentence_end))
    };
    match section {
        _ if is(frame.title) => Role::Title,
        _ if is(frame.duplicate_title) || is(frame.subtitle) || is(frame.author) => Role::Subtitle,
        _ if is(frame.signature) || is(frame.date) => Role::SignOff,
        _ if is(frame.salutation) => Role::Salutation,
        Some(section) if alone(section) => Role::Heading(section.depth),
        None | Some(_) if block.kind.is_cell() => Role::Cell,
        None | Some(_) => Role::Body,
    }
}

/// The parts of a block's text that are drawn one by one, without the blanks before the first: the
/// page indents paragraphs itself, and `　　` in the text would do it twice.
fn parts(text: &str) -> Vec<Range<usize>> {
    let mut start = text.len() - text.trim_start_matches(is_blank).len();
    let mut parts = Vec::with_capacity(1);
    while text.len() - start > LONGEST {
        let end = cut(text, start);
        parts.push(start..end);
        start = end;
    }
    parts.push(start..text.len());
    parts
}

/// Where the part that begins at `start` ends: after the last full stop that fits, or anywhere.
fn cut(text: &str, start: usize) -> usize {
    let mut limit = start + LONGEST;
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let stop = text[start..limit].rfind(['。', '；', '，']);
    stop.map_or(limit, |at| start + at + '。'.len_utf8())
}

#[cfg(test)]
mod tests {
    use super::super::sample::desk;
    use super::*;

    #[test]
    fn gives_each_block_its_role() {
        let desk = desk();
        let roles: Vec<Role> = desk.paragraphs().iter().map(|p| p.role).collect();
        let expected = [Role::Title, Role::Body, Role::Heading(1), Role::Body, Role::Heading(2)];
        assert_eq!(roles[..5], expected);
        assert_eq!(roles.last(), Some(&Role::SignOff));
    }

    #[test]
    fn blanks_before_the_text_are_left_out() {
        assert_eq!(parts("　　今年以来").first(), Some(&(6..18)));
        assert_eq!(parts("　").first(), Some(&(3..3)));
    }

    #[test]
    fn a_block_without_end_is_cut_at_full_stops() {
        let text = "一二三四五六七八九。".repeat(10_000);
        let parts = parts(&text);
        assert!(parts.len() > 5);
        assert!(parts.iter().all(|p| p.len() <= LONGEST && text[..p.end].ends_with('。')));
        assert_eq!(parts.iter().map(ExactSizeIterator::len).sum::<usize>(), text.len());
        assert_eq!(cut(&"汉".repeat(LONGEST), 0) % 3, 0, "a cut lies between characters");
    }

    #[test]
    fn chunks_cover_all_paragraphs_once() {
        let list = |length: u32, number: u32| -> Vec<Paragraph> {
            let span = |i: u32| Span { start: i * length, end: (i + 1) * length };
            let body = |i| Paragraph { role: Role::Body, span: span(i), section: None };
            (0..number).map(body).collect()
        };
        assert_eq!(chunks(&list(1_600, 5)), [0..2, 2..4, 4..5]);
        assert_eq!(chunks(&list(5_000, 60))[..2], [0..3, 3..6], "a long report has larger ones");
        assert!(chunks(&[]).is_empty());
    }
}
