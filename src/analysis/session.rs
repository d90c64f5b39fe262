//! An analysis that keeps up with its document while that is edited.

use super::{Analysis, BlockFacts, assemble, scan_all, scan_block};
use crate::document::{Block, BlockKind, Document, Edit};
use std::collections::HashMap;
use std::sync::Arc;

/// A document with its analysis, which an edit brings up to date by scanning only the blocks whose
/// text it changed. What it says always equals a full [`super::analyze`] of its document.
#[derive(Clone, Debug)]
pub struct Session {
    document: Document,
    markdown: bool,
    /// Empty until the first edit of a session that was resumed.
    facts: Vec<Arc<BlockFacts>>,
    analysis: Analysis,
}

impl Session {
    /// Goes on with a document whose full analysis is known already; its blocks are scanned when
    /// it is edited for the first time.
    #[must_use]
    pub fn resume(document: Document, analysis: Analysis) -> Self {
        let markdown = document.is_markdown();
        Self { document, markdown, facts: Vec::new(), analysis }
    }

    /// Analyses `document` in full.
    #[must_use]
    pub fn new(document: Document) -> Self {
        let markdown = document.is_markdown();
        let facts = scan_all(&document, markdown);
        let analysis = assemble::assemble(&document, &facts);
        Self { document, markdown, facts, analysis }
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
        self.replace(self.document.apply(edits));
    }

    /// Takes another version of the document, and brings the analysis up to date.
    pub fn replace(&mut self, document: Document) {
        if self.facts.len() != self.document.blocks.len() {
            self.facts = scan_all(&self.document, self.markdown);
        }
        let markdown = document.is_markdown();
        let kept = (markdown == self.markdown).then(|| Kept::between(self, &document));
        let blocks = document.blocks.iter().enumerate();
        let facts: Vec<_> = blocks
            .map(|(index, block)| {
                let known = kept.as_ref().and_then(|kept| kept.facts(self, &document, index));
                known.unwrap_or_else(|| scan_block(&document, block, markdown))
            })
            .collect();
        self.analysis = assemble::assemble(&document, &facts);
        (self.document, self.markdown, self.facts) = (document, markdown, facts);
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
