//! What one block says on its own: pure, so that it can be cached by the block's text.

use super::clean::Clean;
use crate::citation::{self, Citation, Quotations, Slogan};
use crate::document::{BlockKind, Edit};
use crate::injected::{self, Injected};
use crate::metric::{self, Metric};
use crate::outline::{self, LineFacts, LineRole};
use crate::placeholder::{self, Placeholder, PlaceholderType};
use crate::rules::{self, Finding, Trace};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The facts of one block. All spans count from its first byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BlockFacts {
    /// What it is in the structure.
    pub line: LineFacts,
    /// Its metrics.
    pub metrics: Vec<Arc<Metric>>,
    /// Its blanks.
    pub placeholders: Vec<Arc<Placeholder>>,
    /// Its slogans.
    pub slogans: Vec<Arc<Slogan>>,
    /// The documents it cites.
    pub citations: Vec<Arc<Citation>>,
    /// What the rules for one block say.
    pub findings: Vec<Finding>,
    /// What it leaves for the rules of the whole document.
    pub traces: Vec<Trace>,
    /// Han characters, digits and letters.
    pub characters: u32,
}

/// Scans one block; `markdown` says whether its document is Markdown.
#[must_use]
pub fn scan(text: &str, kind: BlockKind, markdown: bool) -> BlockFacts {
    let injected = injected::find(text);
    let foreign: Vec<Span> = injected.iter().map(|piece| piece.span).collect();
    let line = line(text, kind, &injected);
    let surroundings = placeholder::Surroundings { markdown, opaque: &foreign };
    let placeholders = placeholder::find(text, surroundings);
    let quotations = own(citation::find(text), &foreign);
    let metrics = metrics(text, &line, &injected, &quotations, &placeholders);
    let blanks: Vec<Span> = placeholders.iter().map(|blank| blank.span).collect();
    let checked = rules::check_block(&rules::BlockView {
        text,
        kind,
        line: &line,
        injected: &injected,
        blanks: &blanks,
        metrics: &metrics,
        citations: &quotations.citations,
    });
    BlockFacts {
        line,
        metrics: shared(metrics),
        placeholders: shared(placeholders),
        slogans: shared(quotations.slogans),
        citations: shared(quotations.citations),
        findings: checked.findings,
        traces: checked.traces,
        characters: characters(text),
    }
}

/// What a block is in the structure, read from its text without adverts: one behind a heading would
/// make it too long for one. A block that is nothing but an advert is read as it stands.
fn line(text: &str, kind: BlockKind, injected: &[Injected]) -> LineFacts {
    let clean = Clean::new(text, injected.iter().flat_map(|piece| &piece.repair));
    if clean.text().trim().is_empty() {
        return outline::read_line(text, kind);
    }
    clean.restore_line(outline::read_line(clean.text(), kind))
}

/// The quotations of the report itself: what a site cites is none of them.
fn own(mut quotations: Quotations, foreign: &[Span]) -> Quotations {
    let inside = |span: Span| {
        let next = foreign.partition_point(|piece| piece.end <= span.start);
        foreign.get(next).is_some_and(|piece| piece.start < span.end)
    };
    quotations.slogans.retain(|slogan| !inside(slogan.span));
    quotations.citations.retain(|citation| !inside(citation.span));
    quotations
}

/// The metrics of a block, read from its text without marker and adverts.
fn metrics(
    text: &str,
    line: &LineFacts,
    injected: &[Injected],
    quotations: &Quotations,
    placeholders: &[Placeholder],
) -> Vec<Metric> {
    if line.role == LineRole::Noise {
        return Vec::new();
    }
    let marker = marker(line).map(|span| Edit { span, replacement: String::new() });
    let repairs = injected.iter().flat_map(|piece| &piece.repair);
    let clean = Clean::new(text, marker.iter().chain(repairs));
    let opaque = opaque(quotations, placeholders, &clean);
    let figure = |kind| matches!(kind, PlaceholderType::Number | PlaceholderType::Ordinal);
    let figures = placeholders.iter().filter(|blank| figure(blank.kind));
    let blanks: Vec<Span> = figures.filter_map(|blank| clean.span(blank.span)).collect();
    let surroundings = metric::Surroundings { blanks: &blanks, opaque: &opaque };
    let found = metric::find(clean.text(), surroundings);
    found.into_iter().map(|metric| clean.restore(metric)).collect()
}

/// The marker that a heading or item begins with.
fn marker(line: &LineFacts) -> Option<Span> {
    match line.role {
        LineRole::Heading { marker, .. } | LineRole::Item { marker, .. } => Some(marker.span),
        _ => None,
    }
}

/// Where no figures stand: slogans and titles. “**个**万” is a slogan with its figures masked, and
/// they are to be filled in all the same.
fn opaque(quotations: &Quotations, placeholders: &[Placeholder], clean: &Clean<'_>) -> Vec<Span> {
    let masked = |span: &Span| {
        let next = placeholders.partition_point(|blank| blank.span.start < span.start);
        placeholders.get(next).is_some_and(|blank| span.contains(blank.span))
    };
    let slogans = quotations.slogans.iter().map(|slogan| slogan.span);
    let citations = quotations.citations.iter().map(|citation| citation.span);
    let spans = slogans.filter(|span| !masked(span)).chain(citations);
    let mut opaque: Vec<Span> = spans.filter_map(|span| clean.span(span)).collect();
    opaque.sort_unstable();
    opaque
}

/// What a Chinese writer calls 字数: Han characters, digits and letters.
#[must_use]
pub fn characters(text: &str) -> u32 {
    text.chars().filter(|c| c.is_alphanumeric()).count() as u32
}

fn shared<T>(facts: Vec<T>) -> Vec<Arc<T>> {
    facts.into_iter().map(Arc::new).collect()
}
