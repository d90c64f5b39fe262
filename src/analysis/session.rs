//! An analysis that keeps up with its document while that is edited.

use super::{Analysis, AnalysisOptions, BlockFacts, assemble, scan_all, scan_block};
use crate::document::{Block, BlockKind, Document, Edit};
use std::collections::HashMap;
use std::sync::Arc;

/// A document with its analysis, which an edit brings up to date by scanning only the blocks whose
/// text it changed. What it says always equals a full [`super::analyze`] of its document.
#[derive(Clone, Debug)]
pub struct Session {
    document: Document,
    markdown: bool,
    facts: Vec<Arc<BlockFacts>>,
    options: AnalysisOptions,
    analysis: Analysis,
}

impl Session {
    /// A document whose blocks were scanned elsewhere, see [`super::scan_all`]: in a worker.
    #[must_use]
    pub fn from_facts(document: Document, facts: Vec<Arc<BlockFacts>>) -> Self {
        let markdown = document.is_markdown();
        let facts = if facts.len() == document.blocks.len() {
            facts
        } else {
            scan_all(&document, &mut |_| {})
        };
        let options = AnalysisOptions::default();
        let analysis = assemble::assemble(&document, &facts, &options.rules);
        Self { document, markdown, facts, options, analysis }
    }

    /// A session with an analysis made by hand, for the tests of what shows one.
    #[cfg(test)]
    pub(crate) fn with_analysis(document: Document, analysis: Analysis) -> Self {
        let options = AnalysisOptions::default();
        Self { document, markdown: false, facts: Vec::new(), options, analysis }
    }

    /// Analyses `document` in full.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let facts = scan_all(&document, &mut |_| {});
        Self::from_facts(document, facts)
    }

    /// The session with other options. Nothing is scanned anew: all rules have run on every block.
    #[must_use]
    pub fn with_options(&self, options: AnalysisOptions) -> Self {
        let analysis = assemble::assemble(&self.document, &self.facts, &options.rules);
        let (document, facts) = (self.document.clone(), self.facts.clone());
        Self { document, markdown: self.markdown, facts, options, analysis }
    }

    /// What is wanted of its analysis.
    #[must_use]
    pub fn options(&self) -> &AnalysisOptions {
        &self.options
    }

    /// The document as it is now.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What there is to say about it.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The document and its analysis, for whoever keeps them from here on.
    #[must_use]
    pub fn into_parts(self) -> (Document, Analysis) {
        (self.document, self.analysis)
    }

    /// Applies `edits`, which must not overlap, and brings the analysis up to date.
    pub fn edit(&mut self, edits: &[Edit]) {
        *self = self.edited(edits);
    }

    /// The session after `edits`, which must not overlap. What did not change is shared.
    #[must_use]
    pub fn edited(&self, edits: &[Edit]) -> Self {
        let document = self.document.apply(edits);
        let markdown = document.is_markdown();
        let kept = (markdown == self.markdown).then(|| Kept::between(self, &document));
        let blocks = document.blocks.iter().enumerate();
        let facts: Vec<_> = blocks
            .map(|(index, block)| {
                let known = kept.as_ref().and_then(|kept| kept.facts(self, &document, index));
                known.unwrap_or_else(|| scan_block(&document, block, markdown))
            })
            .collect();
        let options = self.options.clone();
        let analysis = assemble::assemble(&document, &facts, &options.rules);
        Self { document, markdown, facts, options, analysis }
    }
}

/// Which facts of the old document still hold in the new one.
struct Kept<'s> {
    /// As many blocks at the start are the same in both.
    front: usize,
    /// As many blocks at the end are the same in both.
    back: usize,
    /// How many blocks the new document has.
    blocks: usize,
    /// What lies between, by kind and text: a paragraph that only moved is not scanned again.
    moved: HashMap<(BlockKind, &'s str), usize>,
}

impl<'s> Kept<'s> {
    fn between(old: &'s Session, new: &Document) -> Self {
        let key = |document: &'s Document, block: &Block| (block.kind, document.text_of(block));
        let same =
            |a: &Block, b: &Block| a.kind == b.kind && old.document.text_of(a) == new.text_of(b);
        let (before, after) = (&old.document.blocks, &new.blocks);
        let front = before.iter().zip(after).take_while(|(a, b)| same(a, b)).count();
        let rest = before.len().min(after.len()) - front;
        let ends = before.iter().rev().zip(after.iter().rev());
        let back = ends.take(rest).take_while(|(a, b)| same(a, b)).count();
        let between = front..before.len() - back;
        let moved = between.map(|index| (key(&old.document, &before[index]), index)).collect();
        Self { front, back, blocks: after.len(), moved }
    }

    /// The facts of block `index` of the new document, if the old one had the same block.
    fn facts(&self, old: &Session, new: &Document, index: usize) -> Option<Arc<BlockFacts>> {
        let from_end = self.blocks - index;
        let kept = if index < self.front {
            index
        } else if from_end <= self.back {
            old.facts.len() - from_end
        } else {
            let block = &new.blocks[index];
            *self.moved.get(&(block.kind, new.text_of(block)))?
        };
        old.facts.get(kept).map(Arc::clone)
    }
}
