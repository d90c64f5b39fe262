//! Building a document block by block, for formats that know their paragraphs.

use super::{Block, BlockKind, Document, Source, join};
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

    /// Appends paragraphs: one for each logical line of `text`, which holds a `\n` where the author
    /// broke a line by hand.
    pub fn paragraph(&mut self, text: &str) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        let start = self.text.len() as u32;
        self.text.push_str(text);
        let lines = join::logical_lines(text).into_iter();
        self.blocks.extend(lines.map(|line| Block { span: line.span.shift(start), ..line }));
    }

    /// The document of all blocks.
    #[must_use]
    pub fn build(self, source: Source) -> Document {
        Document { source, text: self.text, blocks: self.blocks }
    }
}
