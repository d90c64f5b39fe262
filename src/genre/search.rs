//! Where the parts of a report stand.

use super::table::{Kind, List, Sought};
use crate::document::{Block, Document};
use crate::outline::{Outline, Section};
use crate::text::Span;
use crate::text::scanner::is_sentence_end;
use crate::text::words::Words;

/// The opening of a paragraph is its first sentence, and of that so many characters:
/// 在肯定成绩的同时，我们也清醒地认识到，… says in its second clause what the paragraph is about.
const OF_PARAGRAPH: usize = 40;

/// A later sentence is less telling, so less of it counts.
const OF_SENTENCE: usize = 20;

/// The parts of `kind`, each with its place.
pub(super) fn find(document: &Document, outline: &Outline, kind: &Kind) -> Vec<Option<Span>> {
    let mut search = Search { document, outline, taken: vec![false; outline.sections.len()] };
    let sought = kind.parts.iter().map(|(part, _)| &part.sought);
    let mut found: Vec<Option<Span>> = sought
        .clone()
        .map(|sought| match sought {
            Sought::Frame(part) => part(&outline.frame),
            Sought::Words { headings, .. } => search.heading(headings),
            Sought::Body(_) => None,
        })
        .collect();
    search.openings(kind, &mut found);
    for (place, sought) in found.iter_mut().zip(sought) {
        if let Sought::Body(headings) = sought {
            *place = search.body(headings);
        }
    }
    found
}

/// Whether the headings alone show a report of this kind: each usual part that is told by words
/// has one.
pub(super) fn fits(outline: &Outline, kind: &Kind) -> bool {
    let has = |words: List| {
        let words = Words::new(words);
        outline.sections.iter().any(|section| words.occur_in(&section.title))
    };
    kind.parts.iter().filter(|(_, usual)| *usual).all(|(part, _)| match &part.sought {
        Sought::Frame(_) => true,
        Sought::Words { headings, .. } | Sought::Body(headings) => has(headings),
    })
}

struct Search<'a> {
    document: &'a Document,
    outline: &'a Outline,
    /// Which sections are a part already.
    taken: Vec<bool>,
}

impl Search<'_> {
    /// The heading that holds one of `words`: by preference one that is no other part yet
    /// (存在的问题和下一步打算 may be two), then the highest, then the first.
    fn heading(&mut self, words: List) -> Option<Span> {
        let words = Words::new(words);
        let sections = self.outline.sections.iter().enumerate();
        let (best, section) = sections
            .filter(|(_, section)| words.occur_in(&section.title))
            .min_by_key(|&(index, section)| (self.taken[index], section.depth, index))?;
        self.taken[best] = true;
        Some(section.heading)
    }

    /// Fills in what no heading told, in one pass over the paragraphs after the lead.
    fn openings(&self, kind: &Kind, found: &mut [Option<Span>]) {
        let missing: Vec<(usize, Words)> = kind
            .parts
            .iter()
            .enumerate()
            .filter(|&(index, _)| found[index].is_none())
            .filter_map(|(index, (part, _))| match &part.sought {
                Sought::Words { openings, .. } => Some((index, Words::new(openings))),
                Sought::Frame(_) | Sought::Body(_) => None,
            })
            .collect();
        if missing.is_empty() {
            return;
        }
        let mut told = vec![None; found.len()];
        for block in self.main_text() {
            let text = self.document.text_of(block);
            for (index, sentence) in sentences(text).enumerate() {
                let first = index == 0;
                let opening =
                    opening(text, sentence, if first { OF_PARAGRAPH } else { OF_SENTENCE });
                let places = if first { &mut *found } else { &mut told };
                for (part, words) in &missing {
                    let part = *part;
                    if places[part].is_none() && words.occur_in(opening.of(text)) {
                        places[part] = Some(opening.shift(block.span.start));
                    }
                }
            }
        }
        for (place, told) in found.iter_mut().zip(told) {
            *place = place.or(told);
        }
    }

    /// The main part: a top section that is no other part, else one of several parts that has one
    /// of `words`. A report without headings has it in its first paragraph.
    fn body(&mut self, words: List) -> Option<Span> {
        let words = Words::new(words);
        let is_top = |(_, section): &(usize, &Section)| section.parent.is_none();
        let tops = self.outline.sections.iter().enumerate().filter(is_top);
        let ranked = tops.map(|(index, section)| {
            let (taken, named) = (self.taken[index], words.occur_in(&section.title));
            (taken, !named, index)
        });
        match ranked.min() {
            Some((true, true, _)) => None,
            Some((_, _, index)) => {
                self.taken[index] = true;
                Some(self.outline.sections[index].heading)
            }
            None => {
                let block = self.main_text().next()?;
                let text = self.document.text_of(block);
                let first = sentences(text).next()?;
                Some(opening(text, first, OF_PARAGRAPH).shift(block.span.start))
            }
        }
    }

    /// The paragraphs after title block and lead. The lead may hold the words of other parts:
    /// 现将情况报告如下，不妥之处，请批评指正。
    fn main_text(&self) -> impl Iterator<Item = &Block> {
        let frame = &self.outline.frame;
        let head =
            [frame.title, frame.duplicate_title, frame.subtitle, frame.salutation, frame.lead];
        let end = head.into_iter().flatten().map(|span| span.end).max().unwrap_or(0);
        let after = self.document.blocks.partition_point(|block| block.span.start < end);
        self.document.blocks[after..].iter().filter(|block| !block.kind.is_cell())
    }
}

/// The first `length` characters of a sentence.
fn opening(text: &str, sentence: Span, length: usize) -> Span {
    let part = sentence.of(text);
    let end = part.char_indices().nth(length).map_or(part.len(), |(at, _)| at);
    Span::new(0, end).shift(sentence.start)
}

/// The sentences of a paragraph, each without the blanks before it and the mark that ends it.
fn sentences(text: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        if from >= text.len() {
            return None;
        }
        let end = text[from..].find(is_sentence_end).map_or(text.len(), |at| from + at);
        let start = end - text[from..end].trim_start().len();
        from = end + text[end..].chars().next().map_or(0, char::len_utf8);
        Some(Span::new(start, end))
    })
}
