//! What one block says on its own: pure, so that it can be cached by the block's text.

use crate::citation::{self, Citation, Slogan};
use crate::document::BlockKind;
use crate::injected::{self, Injected};
use crate::metric::{self, Metric};
use crate::outline::{self, LineFacts};
use crate::placeholder::{self, Placeholder, PlaceholderType};
use crate::rules::Finding;
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
    /// Text a website spliced in.
    pub injected: Vec<Injected>,
    /// Its slogans.
    pub slogans: Vec<Arc<Slogan>>,
    /// The documents it cites.
    pub citations: Vec<Arc<Citation>>,
    /// What the rules for one block say.
    pub findings: Vec<Finding>,
    /// Han characters, digits and letters.
    pub characters: u32,
}

/// Scans one block.
#[must_use]
pub fn scan(text: &str, kind: BlockKind, markdown: bool) -> BlockFacts {
    let injected = injected::find(text);
    let foreign: Vec<Span> = injected.iter().map(|piece| piece.span).collect();
    let line = outline::read_line(text, kind);
    let placeholders =
        placeholder::find(text, placeholder::Surroundings { markdown, opaque: &foreign });
    let quotations = citation::find(text);
    let blanks: Vec<Span> = placeholders
        .iter()
        .filter(|p| matches!(p.kind, PlaceholderType::Number | PlaceholderType::Ordinal))
        .map(|p| p.span)
        .collect();
    let metrics = metric::find(text, metric::Surroundings { blanks: &blanks, opaque: &foreign });
    BlockFacts {
        line,
        metrics: metrics.into_iter().map(Arc::new).collect(),
        placeholders: placeholders.into_iter().map(Arc::new).collect(),
        injected,
        slogans: quotations.slogans.into_iter().map(Arc::new).collect(),
        citations: quotations.citations.into_iter().map(Arc::new).collect(),
        findings: Vec::new(),
        characters: text.chars().filter(|c| c.is_alphanumeric()).count() as u32,
    }
}
