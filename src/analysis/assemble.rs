//! One pass over the facts of all blocks.

use super::{Analysis, BlockFacts, Placed, PlacedMetric, PlacedPlaceholder};
use crate::document::Document;
use crate::genre;
use crate::outline::{Line, Outline};
use crate::rules::{self, About, MISSING_PARTS, Selection};
use crate::text::Span;
use std::sync::Arc;

/// Longer texts are collections of reports (bytes): the longest report of a government that was seen
/// has 67 000.
const LONGEST_REPORT: usize = 250_000;

/// Puts the facts of the blocks of `document` in their place, and keeps the findings that are asked
/// for.
pub(super) fn assemble(
    document: &Document,
    facts: &[Arc<BlockFacts>],
    selection: &Selection,
) -> Analysis {
    let blocks = || document.blocks.iter().zip(facts);
    let lines: Vec<Line<'_>> = blocks()
        .map(|(block, facts)| Line {
            span: block.span,
            text: document.text_of(block),
            kind: block.kind,
            facts: &facts.line,
        })
        .collect();
    let mut analysis = Analysis { outline: Outline::build(&lines), ..Analysis::default() };
    let mut traces = Vec::new();
    for (block, facts) in blocks() {
        place_block(&mut analysis, block.span.start, facts, selection);
        traces.extend(facts.traces.iter().map(|trace| trace.shift(block.span.start)));
    }
    // A text of a megabyte is no one report, and its parts are not looked for at every letter.
    let wanted = About::of(MISSING_PARTS).is_some_and(|about| selection.is_on(about))
        && document.text.len() <= LONGEST_REPORT;
    let parts = wanted.then(|| genre::composition(document, &analysis.outline).parts);
    let parts = parts.unwrap_or_default();
    let missing = parts.iter().filter(|part| part.is_missing()).map(|part| part.name);
    let of_document = rules::check_document(&rules::DocumentView {
        text: &document.text,
        blocks: &document.blocks,
        outline: &analysis.outline,
        traces: &traces,
        missing_parts: &missing.collect::<Vec<_>>(),
    });
    analysis.findings.extend(of_document.into_iter().filter(|finding| selection.shows(finding)));
    rules::settle(&mut analysis.findings);
    analysis
}

/// Puts the facts of one block in their place.
fn place_block(analysis: &mut Analysis, offset: u32, facts: &BlockFacts, selection: &Selection) {
    analysis.characters += facts.characters;
    analysis.paragraphs += 1;
    let place = Place { outline: &analysis.outline, offset };
    let (metrics, blanks) = link(facts);
    let (first_metric, first_blank) =
        (analysis.metrics.len() as u32, analysis.placeholders.len() as u32);
    analysis.metrics.extend(facts.metrics.iter().zip(metrics).map(|(fact, blank)| PlacedMetric {
        at: place.put(fact, fact.span),
        placeholder: blank.map(|index| first_blank + index),
    }));
    let placeholders = facts.placeholders.iter().zip(blanks);
    analysis.placeholders.extend(placeholders.map(|(fact, metric)| PlacedPlaceholder {
        at: place.put(fact, fact.span),
        metric: metric.map(|index| first_metric + index),
    }));
    analysis.slogans.extend(facts.slogans.iter().map(|fact| place.put(fact, fact.span)));
    analysis.citations.extend(facts.citations.iter().map(|fact| place.put(fact, fact.span)));
    let shown = facts.findings.iter().filter(|finding| selection.shows(finding));
    analysis.findings.extend(shown.map(|finding| finding.shift(offset)));
}

/// Where a block lies.
struct Place<'a> {
    outline: &'a Outline,
    offset: u32,
}

impl Place<'_> {
    fn put<T>(&self, fact: &Arc<T>, span: Span) -> Placed<T> {
        let section = self.outline.section_at(self.offset + span.start);
        Placed { fact: Arc::clone(fact), offset: self.offset, section }
    }
}

/// For each metric of a block its blank, for each blank its metric; both stand in reading order.
fn link(facts: &BlockFacts) -> (Vec<Option<u32>>, Vec<Option<u32>>) {
    let mut metrics = vec![None; facts.metrics.len()];
    let mut blanks = vec![None; facts.placeholders.len()];
    let mut next = 0;
    for (index, metric) in facts.metrics.iter().enumerate() {
        let Some(span) = metric.blank else { continue };
        while facts.placeholders.get(next).is_some_and(|blank| blank.span < span) {
            next += 1;
        }
        if facts.placeholders.get(next).is_some_and(|blank| blank.span == span) {
            (metrics[index], blanks[next]) = (Some(next as u32), Some(index as u32));
        }
    }
    (metrics, blanks)
}
