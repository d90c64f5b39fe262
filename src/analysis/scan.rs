//! What one block says on its own: pure, so that it can be cached by the block's text.

use crate::citation::{self, Citation, Quotations, Slogan};
use crate::document::BlockKind;
use crate::injected::{self, Injected};
use crate::metric::{self, Metric};
use crate::outline::{self, LineFacts, LineRole};
use crate::placeholder::{self, Placeholder, PlaceholderType};
use crate::rules::{self, Finding};
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
    /// Han characters, digits and letters.
    pub characters: u32,
}

/// Scans one block; `markdown` says whether its document is Markdown.
#[must_use]
pub fn scan(text: &str, kind: BlockKind, markdown: bool) -> BlockFacts {
    let injected = injected::find(text);
    let foreign: Vec<Span> = injected.iter().map(|piece| piece.span).collect();
    let line = outline::read_line(text, kind);
    let surroundings = placeholder::Surroundings { markdown, opaque: &foreign };
    let placeholders = placeholder::find(text, surroundings);
    let quotations = citation::find(text);
    let metrics = metrics(text, &line, &injected, &quotations, &placeholders);
    let blanks: Vec<Span> = placeholders.iter().map(|blank| blank.span).collect();
    let view = rules::BlockView { text, injected: &injected, blanks: &blanks };
    BlockFacts {
        line,
        metrics: shared(metrics),
        placeholders: shared(placeholders),
        slogans: shared(quotations.slogans),
        citations: shared(quotations.citations),
        findings: rules::check_block(&view),
        characters: characters(text),
    }
}

/// The metrics of a block: figures stand neither in markers nor in slogans, titles or adverts.
fn metrics(
    text: &str,
    line: &LineFacts,
    injected: &[Injected],
    quotations: &Quotations,
    placeholders: &[Placeholder],
) -> Vec<Metric> {
    let marker = match line.role {
        LineRole::Heading { marker, .. } | LineRole::Item { marker, .. } => Some(marker.span),
        LineRole::Noise => return Vec::new(),
        LineRole::Body | LineRole::Short { .. } | LineRole::Appendix { .. } => None,
    };
    // “**个**万” is a slogan with its figures masked: they are to be filled in all the same.
    let masked = |span: Span| placeholders.iter().any(|blank| span.contains(blank.span));
    let slogans = quotations.slogans.iter().map(|slogan| slogan.span).filter(|span| !masked(*span));
    let mut opaque: Vec<Span> = marker
        .into_iter()
        .chain(injected.iter().map(|piece| piece.span))
        .chain(slogans)
        .chain(quotations.citations.iter().map(|citation| citation.span))
        .collect();
    opaque.sort_unstable();
    let figure = |kind| matches!(kind, PlaceholderType::Number | PlaceholderType::Ordinal);
    let blanks: Vec<Span> =
        placeholders.iter().filter(|blank| figure(blank.kind)).map(|blank| blank.span).collect();
    metric::find(text, metric::Surroundings { blanks: &blanks, opaque: &opaque })
}

/// What a Chinese writer calls 字数: Han characters, digits and letters.
fn characters(text: &str) -> u32 {
    text.chars().filter(|c| c.is_alphanumeric()).count() as u32
}

fn shared<T>(facts: Vec<T>) -> Vec<Arc<T>> {
    facts.into_iter().map(Arc::new).collect()
}
