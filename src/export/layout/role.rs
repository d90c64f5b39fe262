//! What each block is in a document of GB/T 9704.

use super::Role;
use crate::document::{Block, Document};
use crate::outline::{Outline, Section};
use crate::text::Span;
use crate::text::scanner::{is_blank, is_digit, is_sentence_end};

/// The standard has so many levels.
const LEVELS: u8 = 4;

/// The blocks of a document with what the outline says of them.
pub(super) struct Roles<'a> {
    document: &'a Document,
    outline: &'a Outline,
    /// The section that begins in each block, as an index.
    begins: Vec<Option<usize>>,
    markdown: bool,
    /// Where the report itself begins, after the title block.
    body: u32,
}

impl<'a> Roles<'a> {
    pub(super) fn new(document: &'a Document, outline: &'a Outline) -> Self {
        let mut sections = outline.sections.iter().enumerate().peekable();
        let begins = document.blocks.iter().map(|block| {
            while sections.next_if(|(_, s)| s.heading.start < block.span.start).is_some() {}
            let section = sections.next_if(|(_, s)| s.heading.start < block.span.end);
            section.map(|(index, _)| index)
        });
        let frame = &outline.frame;
        let first = outline.sections.first().map(|section| section.heading);
        let starts = [frame.salutation, frame.lead, first].into_iter().flatten();
        let body = starts.map(|span| span.start).min().unwrap_or(0);
        let begins = begins.collect();
        Self { document, outline, begins, markdown: document.is_markdown(), body }
    }

    /// What block `index` is, and the place of its text without blanks and marks of Markdown.
    pub(super) fn of(&self, index: usize, block: &Block) -> (Role, Span) {
        let (bullet, place) = self.place(block);
        let role = match self.framed(block).or_else(|| self.headed(index, block)) {
            Some(role) => role,
            None if bullet => Role::ListItem,
            None if self.is_note(block) => Role::Note,
            None => Role::Body,
        };
        (role, place)
    }

    /// The heading that opens block `index` and is run into its paragraph: its end and its level.
    pub(super) fn heading(&self, index: usize) -> Option<(u32, u8)> {
        let section = self.section(index)?;
        let block = &self.document.blocks[index];
        let shown = section.run_in && !self.stands_alone(section, block);
        // A numbered paragraph is no heading: its label ends in the middle of a sentence.
        let is_sentence = !section.title.ends_with('…');
        let rest = self.document.text.get(section.heading.end as usize..block.span.end as usize)?;
        let stop = rest.chars().next().filter(|c| is_sentence_end(*c) || matches!(c, '：' | ':'));
        let end = section.heading.end + stop.map_or(0, char::len_utf8) as u32;
        (shown && is_sentence).then(|| (end, level(section)))
    }

    fn section(&self, index: usize) -> Option<&'a Section> {
        let section = self.begins.get(index).copied().flatten()?;
        self.outline.sections.get(section)
    }

    /// A part of the title block or of the sign-off.
    fn framed(&self, block: &Block) -> Option<Role> {
        let frame = &self.outline.frame;
        let is = |part: Option<Span>| part.is_some_and(|span| span.overlaps(block.span));
        let begins = |part: Option<Span>| {
            part.is_some_and(|span| block.span.contains(Span { end: span.start, ..span }))
        };
        Some(match () {
            () if is(frame.title) => Role::Title,
            () if is(frame.duplicate_title) || is(frame.subtitle) || is(frame.author) => {
                Role::Subtitle
            }
            () if is(frame.signature) => Role::Signature,
            () if is(frame.date) && block.span.start < self.body => Role::Subtitle,
            () if is(frame.date) => Role::Date,
            () if is(frame.salutation) => Role::Salutation,
            () if begins(frame.attachment) => Role::AttachmentNote,
            () if is(frame.attachment) => Role::AttachmentNoteItem,
            () => return None,
        })
    }

    /// A heading on a line of its own.
    fn headed(&self, index: usize, block: &Block) -> Option<Role> {
        if block.kind.is_cell() {
            return None;
        }
        let Some(section) = self.section(index) else {
            let above = self.section(index.checked_sub(1)?)?;
            let titles = is_attachment(above) && above.heading.overlaps(block.span);
            return titles.then_some(Role::AttachmentTitle);
        };
        if is_attachment(section) {
            return Some(Role::Attachment);
        }
        let depth = section.depth.clamp(1, LEVELS);
        let alone = self.stands_alone(section, block);
        alone.then(|| Role::Heading { depth, level: level(section) })
    }

    /// Whether nothing but a full stop and marks of Markdown stands behind the heading.
    fn stands_alone(&self, section: &Section, block: &Block) -> bool {
        let rest = self.document.text.get(section.heading.end as usize..block.span.end as usize);
        let ends = |c: char| is_sentence_end(c) || matches!(c, '：' | ':' | '#' | '*');
        rest.is_none_or(|rest| rest.trim().chars().all(ends))
    }

    /// Wholly in brackets after the date: （此件公开发布）.
    fn is_note(&self, block: &Block) -> bool {
        let date = self.outline.frame.date.filter(|date| date.start >= self.body);
        let text = self.document.text_of(block).trim();
        let bracketed = text.starts_with(['（', '(']) && text.ends_with(['）', ')']);
        bracketed && date.is_some_and(|date| date.end <= block.span.start)
    }

    /// The place of a block's text, and whether a bullet of Markdown was taken off.
    fn place(&self, block: &Block) -> (bool, Span) {
        let text = self.document.text_of(block);
        let edge = |c: char| c.is_whitespace() || matches!(c, '\u{200B}' | '\u{FEFF}');
        let mut start = text.len() - text.trim_start_matches(edge).len();
        let mut end = text.trim_end_matches(edge).len().max(start);
        let mut bullet = false;
        if self.markdown {
            let inner = &text[start..end];
            let quoted =
                inner.strip_prefix('>').map_or(inner, |rest| rest.trim_start_matches(is_blank));
            let listed = ["- ", "* ", "+ "].iter().find_map(|mark| quoted.strip_prefix(mark));
            bullet = listed.is_some();
            let hashes = inner.bytes().take_while(|&b| b == b'#').count();
            let rest = match listed {
                Some(rest) => rest.trim_start_matches(is_blank),
                None if (1..=6).contains(&hashes) && inner[hashes..].starts_with(is_blank) => {
                    inner[hashes..].trim_start_matches(is_blank)
                }
                None => quoted,
            };
            start = end - rest.len();
            if hashes > 0 && !bullet {
                let closed = text[start..end].trim_end_matches('#').trim_end_matches(is_blank);
                end = start + closed.len();
            }
        }
        (bullet, Span::new(start, end).shift(block.span.start))
    }
}

/// Its level by the style of its number; an unnumbered heading goes by its depth.
fn level(section: &Section) -> u8 {
    section.standard_level.unwrap_or(section.depth).clamp(1, LEVELS)
}

/// Whether the section is an attachment: 附件, 附件1, 附件二.
fn is_attachment(section: &Section) -> bool {
    let label = if section.number.is_empty() { &section.title } else { &section.number };
    label.strip_prefix("附件").is_some_and(|rest| {
        let rest = rest.trim_end_matches(['：', ':']).trim();
        rest.chars().all(|c| is_digit(c) || crate::text::chinese_numeral::is_numeral(c))
    })
}
