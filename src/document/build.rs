//! Building a document block by block, for formats that know their paragraphs.

use super::{Block, BlockKind, Document, Source};
use crate::text::Span;

/// Collects blocks and joins them to a [`Document`], one line break between two.
#[derive(Default)]
pub struct DocumentBuilder {
    text: String,
    blocks: Vec<Block>,
}

impl DocumentBuilder {
    /// Appends a block of its own.
    pub fn block(&mut self, kind: BlockKind, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len();
        self.text.push_str(text);
        self.blocks.push(Block { kind, span: Span::new(start, self.text.len()) });
    }

    /// The document of all blocks.
    #[must_use]
    pub fn build(self, source: Source) -> Document {
        Document { source, text: self.text, blocks: self.blocks }
    }
}
