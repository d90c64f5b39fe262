//! L1. The document: one text, cut into blocks.
//!
//! A reader makes it, an [`Edit`] makes the next one; nothing else writes to it.

mod build;
mod edit;
mod join;
mod markdown;

pub use build::DocumentBuilder;

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A document that has been read: one text, and the blocks that cover it.
///
/// Its only line break is `\n`. Blocks are in reading order and do not overlap; between two of
/// them lie only line breaks and blank lines.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// Where it came from.
    pub source: Source,
    /// The whole text.
    pub text: String,
    /// Its paragraphs (自然段), headings and cells.
    pub blocks: Vec<Block>,
}

/// Where a document came from, and how it was read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The file's name; `None` for pasted text.
    pub name: Option<String>,
    /// The file format, found from the content.
    pub format: Format,
    /// The name of the character encoding; `None` where the format carries its own.
    pub encoding: Option<String>,
    /// Characters that could not be decoded, each now a U+FFFD.
    pub lost_characters: u32,
    /// Which side of tracked changes the text is.
    pub revisions: Revisions,
    /// What the file holds that is not in the text, or not in it alone.
    pub notes: Vec<Note>,
}

/// Which side of tracked changes (修订) is read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Revisions {
    /// The text as if all changes were accepted (接受修订).
    #[default]
    Accepted,
    /// The text as it was before them (修订前).
    Original,
}

/// Something the file holds that the text does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Note {
    /// What it is.
    pub kind: NoteKind,
    /// How many of them.
    pub count: u32,
}

/// What a file may hold that the text does not show.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NoteKind {
    /// Tracked changes (修订): the text is one side of them.
    Revisions,
    /// Passages of hidden text (隐藏文字), left out.
    HiddenText,
    /// Comments (批注), left out.
    Comments,
    /// Footnotes and endnotes (脚注、尾注), left out.
    Footnotes,
    /// Tables of contents (目录), left out: their lines are the headings once more.
    Contents,
}

/// A file format that Hegao reads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// Plain text (纯文本).
    #[default]
    Text,
    /// Markdown.
    Markdown,
    /// A web page, or the clipboard's HTML flavour (网页).
    Html,
    /// Office Open XML, Transitional or Strict.
    Docx,
    /// Word 97 to 2003.
    Doc,
    /// WPS Writer (WPS 文字): inside it is a doc.
    Wps,
    /// Rich Text Format.
    Rtf,
    /// `OpenDocument` text.
    Odt,
    /// Open Fixed-layout Document (版式文档), GB/T 33190.
    Ofd,
    /// Portable Document Format.
    Pdf,
}

/// One paragraph, heading or table cell.
///
/// In plain text a block is a logical line: physical lines that were broken inside a sentence are
/// one block, whose text then holds the `\n` (specification §1.0, "Join rule").
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Block {
    /// What the reader knows it to be.
    pub kind: BlockKind,
    /// Its place in the document's text, without the line break that ends it.
    pub span: Span,
}

/// What a reader knows a block to be; most know only paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum BlockKind {
    /// A paragraph, which may turn out to be a heading by its wording.
    Paragraph,
    /// A heading by its style, at this outline level from 1.
    Heading(u8),
    /// A cell of a table.
    Cell(CellPlace),
}

/// Where a cell stands, so that an export can make a table of its cells again. Several blocks of one
/// place are the paragraphs of one cell; a cell without text has no block.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct CellPlace {
    /// Which table of the document, from 0.
    pub table: u16,
    /// The row in it, from 0.
    pub row: u16,
    /// The column in it, from 0.
    pub column: u16,
}

impl BlockKind {
    /// Whether it is a cell of a table.
    #[must_use]
    pub const fn is_cell(self) -> bool {
        matches!(self, Self::Cell(_))
    }
}

/// One replacement in a text: the text at `span` becomes `replacement`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit {
    /// The place, in the text before the edit.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: String,
}

impl Document {
    /// The document of a text whose only line break is `\n`, cut into logical lines
    /// (specification §1.0): a sentence that was broken at a line's end is one block.
    #[must_use]
    pub fn from_text(source: Source, text: String) -> Self {
        let blocks = join::logical_lines(&text);
        Self { source, text, blocks }
    }

    /// The text of one block.
    #[must_use]
    pub fn text_of(&self, block: &Block) -> &str {
        block.span.of(&self.text)
    }

    /// Whether the blocks fit the text: in reading order, on character boundaries, and with nothing
    /// but blanks between them. One that came out of a file may not.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        let mut end = 0;
        let blocks = self.blocks.iter().all(|block| {
            let Span { start, end: stop } = block.span;
            let gap = (start <= stop).then(|| self.text.get(end..start as usize)).flatten();
            end = stop as usize;
            gap.is_some_and(|gap| gap.trim().is_empty()) && self.text.is_char_boundary(end)
        });
        blocks && self.text.get(end..).is_some_and(|rest| rest.trim().is_empty())
    }

    /// Whether the text is written in Markdown, so that `**…**` may be emphasis
    /// (specification §3.2). The file's name does not count: `《**市**县…方案》` in a file
    /// called `.md` is still two blanks.
    #[must_use]
    pub fn is_markdown(&self) -> bool {
        markdown::detect(&self.text)
    }

    /// The document after `edits`, which are in any order and do not overlap; one that overlaps
    /// an earlier one or does not fit the text is left out.
    ///
    /// A text is cut anew, since a changed line may now be joined to its neighbour. The blocks of
    /// other formats keep their kinds: what the edits leave of a heading is still that heading.
    #[must_use]
    pub fn apply(&self, edits: &[Edit]) -> Self {
        edit::apply(self, edits)
    }
}
