//! Building a document: text in, blocks out.

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

impl Document {
    /// The document of a plain text whose only line break is `\n`.
    #[must_use]
    pub fn from_text(source: Source, text: String) -> Self {
        let mut start = 0;
        let mut blocks = Vec::new();
        for line in text.split('\n') {
            if !line.trim().is_empty() {
                let span = Span::new(start, start + line.len());
                blocks.push(Block { kind: BlockKind::Paragraph, span });
            }
            start += line.len() + 1;
        }
        Self { source, text, blocks }
    }
}
