//! L2. Cited documents (《…》, 国发〔2022〕1号) and slogans: numerals that are not figures
//! (“四个意识”, 三区三线). Specification §2.2.3, §2.2.4, §2.5.

mod document;
mod lexicon;
mod slogan;

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A numeric abbreviation (数字略语): “四个意识”, 三区三线, “1+6”.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Slogan {
    /// Its place in the block, without quotation marks.
    pub span: Span,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// What a citation names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CitationKind {
    /// A title in book marks: 《…》.
    Title,
    /// A document number (发文字号): 国发〔2022〕1号.
    Number,
}

/// A cited document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Citation {
    /// What it names.
    pub kind: CitationKind,
    /// Its place in the block, book marks included.
    pub span: Span,
}

/// What of one block is quotation, not statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotations {
    /// In reading order.
    pub slogans: Vec<Slogan>,
    /// In reading order; a title inside a title is one citation, the outer.
    pub citations: Vec<Citation>,
}

/// Finds the slogans and citations of one block.
#[must_use]
pub fn find(text: &str) -> Quotations {
    Quotations { slogans: slogan::find(text), citations: document::find(text) }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Completes on a megabyte of what could make a scanner go back again and again.
    #[test]
    fn pathological() {
        for unit in ["*", "1", "“", "《", "（", "x", "〔", "一", "“一", "《》", "〔2022"]
        {
            let _ = find(&unit.repeat((1 << 20) / unit.len()));
        }
    }
}
