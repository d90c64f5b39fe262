//! L4. From a document to everything Hegao says about it. It never fails.
//!
//! `scan` looks at one block, so its result can be kept while the block's text stays the same;
//! `assemble` makes one pass over all of them.

mod assemble;
mod clean;
mod label;
mod scan;
mod session;

use crate::citation::{Citation, Slogan};
use crate::document::{Block, Document};
use crate::metric::Metric;
use crate::outline::Outline;
use crate::placeholder::Placeholder;
use crate::rules::{Finding, Selection};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

pub use scan::{BlockFacts, characters, scan};
pub use session::Session;

/// So many bytes are scanned between two words about the progress.
const TELLING: usize = 200_000;

/// A fact of one block, in its place in the document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placed<T> {
    /// The fact, whose spans count from the block's first byte.
    pub fact: Arc<T>,
    /// Where that block begins in the document's text.
    pub offset: u32,
    /// The section it belongs to, as an index into `Outline::sections`.
    pub section: Option<u32>,
}

impl<T> Placed<T> {
    /// A span of the fact, counted from the start of the document's text.
    #[must_use]
    pub fn place(&self, span: Span) -> Span {
        span.shift(self.offset)
    }
}

/// A metric in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedMetric {
    /// The metric.
    pub at: Placed<Metric>,
    /// Its blank, as an index into `Analysis::placeholders`, while the value is to be filled in.
    pub placeholder: Option<u32>,
}

/// A blank in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlacedPlaceholder {
    /// The blank.
    pub at: Placed<Placeholder>,
    /// Its metric, as an index into `Analysis::metrics`, if it stands for a figure. The label of a
    /// figure is that metric's name.
    pub metric: Option<u32>,
}

/// Everything Hegao says about a document. Spans count from the start of its text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Analysis {
    /// The structure.
    pub outline: Outline,
    /// In reading order.
    pub metrics: Vec<PlacedMetric>,
    /// In reading order.
    pub placeholders: Vec<PlacedPlaceholder>,
    /// In reading order, spans absolute.
    pub findings: Vec<Finding>,
    /// In reading order.
    pub slogans: Vec<Placed<Slogan>>,
    /// In reading order.
    pub citations: Vec<Placed<Citation>>,
    /// Han characters, digits and letters: 字数.
    pub characters: u32,
    /// Blocks that hold text: 段落数.
    pub paragraphs: u32,
}

/// What somebody wants of an analysis.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct AnalysisOptions {
    /// Which findings are told.
    pub rules: Selection,
}

/// Analyses a document in the usual way.
#[must_use]
pub fn analyze(document: &Document) -> Analysis {
    analyze_with(document, &AnalysisOptions::default())
}

/// Analyses a document.
#[must_use]
pub fn analyze_with(document: &Document, options: &AnalysisOptions) -> Analysis {
    assemble::assemble(document, &scan_all(document, &mut |_| {}), &options.rules)
}

/// Scans every block of a document. `progress` is told now and then how many bytes are done.
pub fn scan_all(document: &Document, progress: &mut dyn FnMut(usize)) -> Vec<Arc<BlockFacts>> {
    let markdown = document.is_markdown();
    let mut told = 0;
    let blocks = document.blocks.iter().map(|block| {
        let facts = scan_block(document, block, markdown);
        let done = block.span.end as usize;
        if done - told > TELLING {
            told = done;
            progress(done);
        }
        facts
    });
    blocks.collect()
}

/// Scans one block of a document.
fn scan_block(document: &Document, block: &Block, markdown: bool) -> Arc<BlockFacts> {
    Arc::new(scan(document.text_of(block), block.kind, markdown))
}
