//! One pass over the facts of all blocks.

use super::{Analysis, BlockFacts, Placed, PlacedMetric, PlacedPlaceholder};
use crate::document::Document;
use crate::outline::{Line, Outline};
use std::sync::Arc;

/// Puts the facts of the blocks of `document` in their place.
pub(super) fn assemble(document: &Document, facts: &[Arc<BlockFacts>]) -> Analysis {
    let blocks = || document.blocks.iter().zip(facts);
    let lines: Vec<Line<'_>> = blocks()
        .map(|(block, facts)| Line {
            span: block.span,
            text: document.text_of(block),
            kind: block.kind,
            facts: &facts.line,
        })
        .collect();
    let outline = Outline::build(&lines);
    let mut analysis = Analysis { outline, ..Analysis::default() };
    for (block, facts) in blocks() {
        place_block(&mut analysis, block.span.start, facts);
    }
    analysis.findings.sort_by_key(|finding| finding.span);
    analysis
}

/// Puts the facts of one block in their place.
fn place_block(analysis: &mut Analysis, offset: u32, facts: &BlockFacts) {
    analysis.characters += facts.characters;
    analysis.paragraphs += 1;
    let (metrics, blanks) = (analysis.metrics.len(), analysis.placeholders.len());
    let section = |at: u32| analysis.outline.section_at(offset + at);
    let placed_metrics = facts.metrics.iter().map(|metric| PlacedMetric {
        at: Placed { fact: Arc::clone(metric), offset, section: section(metric.span.start) },
        placeholder: metric.blank.and_then(|blank| {
            facts.placeholders.iter().position(|p| p.span == blank).map(|i| (blanks + i) as u32)
        }),
    });
    let placed_blanks = facts.placeholders.iter().map(|blank| PlacedPlaceholder {
        at: Placed { fact: Arc::clone(blank), offset, section: section(blank.span.start) },
        metric: facts
            .metrics
            .iter()
            .position(|m| m.blank == Some(blank.span))
            .map(|i| (metrics + i) as u32),
    });
    let slogans = facts.slogans.iter().map(|fact| Placed {
        fact: Arc::clone(fact),
        offset,
        section: section(fact.span.start),
    });
    let citations = facts.citations.iter().map(|fact| Placed {
        fact: Arc::clone(fact),
        offset,
        section: section(fact.span.start),
    });
    let (placed_metrics, placed_blanks, slogans, citations): (Vec<_>, Vec<_>, Vec<_>, Vec<_>) =
        (placed_metrics.collect(), placed_blanks.collect(), slogans.collect(), citations.collect());
    analysis.metrics.extend(placed_metrics);
    analysis.placeholders.extend(placed_blanks);
    analysis.slogans.extend(slogans);
    analysis.citations.extend(citations);
    analysis.findings.extend(facts.findings.iter().map(|finding| finding.clone()));
}
