//! L2. Structure: numbering, headings, title block and sign-off. Specification §1.
//!
//! `read_line` looks at one block; [`Outline::build`] makes one pass over what it found.

mod build;
mod closing;
mod date;
mod enumerate;
mod genre;
mod line;
mod node;
mod noise;
mod place;
mod run_in;
mod scheme;
mod sign_off;
#[cfg(test)]
mod tests;
mod title;

use crate::document::BlockKind;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A numbering sequence (specification §1.2): markers of one family continue each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Family {
    /// 第一编 第一篇 第一章 第一节 第一条, by its last character; 第一部分 by its 部.
    Chapter(char),
    /// 一、
    Chinese,
    /// （一）
    ChineseBracketed,
    /// 1.
    Arabic,
    /// （1） 1）
    ArabicBracketed,
    /// 1.2.3, by the number of its parts.
    Multilevel(u8),
    /// ①
    Circled,
    /// Ⅰ.
    Roman,
    /// A.
    Letter,
    /// 一是 二要 第三，: items run into a paragraph, by the character after the number.
    Enumerated(char),
}

/// A marker at the start of a block: `（二）`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Marker {
    /// Which sequence it belongs to.
    pub family: Family,
    /// Its place in that sequence, from 1.
    pub number: u32,
    /// Its place, its own punctuation included: in the block, or in the document's text once it is
    /// in an [`Outline`].
    pub span: Span,
}

/// What one block is in the structure of a report, as far as the block alone tells.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LineRole {
    /// A paragraph.
    Body,
    /// A numbered heading, alone on its line or run into its paragraph.
    Heading {
        /// Its marker.
        marker: Marker,
        /// Its text without marker and without the 。 that ends it.
        title: Span,
        /// Whether the paragraph goes on in the same block.
        run_in: bool,
    },
    /// A numbered paragraph too long to be a heading; it counts in the numbering.
    Item {
        /// Its marker.
        marker: Marker,
        /// Its first clause.
        title: Span,
    },
    /// A short line without a marker, which may be a heading if its neighbours are paragraphs.
    Short {
        /// Its text.
        title: Span,
    },
    /// 附件 or 名词解释 alone on its line: what follows has a numbering of its own.
    Appendix {
        /// Its text.
        title: Span,
    },
    /// Not of the report: page numbers, 【字号：大 中 小】.
    Noise,
}

/// How a block ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ending {
    /// With a mark that ends a sentence, or with what closes a quotation after it: 。！？；…”）.
    Complete,
    /// With a colon: something follows.
    Colon,
    /// Without a mark.
    Open,
}

/// What one block alone says about the structure. Spans count from the block's first byte.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LineFacts {
    /// What it is.
    pub role: LineRole,
    /// The outline level its style or its `#` gives it, from 1.
    pub style: Option<u8>,
    /// Whether it is all bold: `**…**`.
    pub bold: bool,
    /// How it ends.
    pub ending: Ending,
    /// Its length in characters without the blanks around it, at most 255.
    pub length: u8,
    /// The run-in items 一是…二是… it holds, in reading order.
    pub run_in_items: Vec<Marker>,
}

/// Reads one block. A cell of a table is never a heading.
#[must_use]
pub fn read_line(text: &str, kind: BlockKind) -> LineFacts {
    line::read(text, kind)
}

/// One block with what it says, in its place in the document.
#[derive(Clone, Copy, Debug)]
pub struct Line<'a> {
    /// The block's place in the document's text.
    pub span: Span,
    /// Its text.
    pub text: &'a str,
    /// What the reader knew of it.
    pub kind: BlockKind,
    /// What `read_line` found.
    pub facts: &'a LineFacts,
}

impl Line<'_> {
    /// The block without the blanks around its text, in the document's text.
    fn trimmed(&self) -> Span {
        line::trimmed(self.text).shift(self.span.start)
    }
}

/// A section of the outline. Spans count from the start of the document's text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// The marker as written, "" for an unnumbered heading.
    pub number: String,
    /// Heading text without marker and closing 。
    pub title: String,
    /// Nesting depth from 1.
    pub depth: u8,
    /// Level by marker style in GB/T 9704 (7.3.3), 1 to 4.
    pub standard_level: Option<u8>,
    /// Marker and heading text.
    pub heading: Span,
    /// From the end of the heading to the next heading at any depth.
    pub body: Span,
    /// The section it belongs to, as an index into [`Outline::sections`].
    pub parent: Option<u32>,
    /// How sure it is a heading, in per cent; below 60 the page draws it dashed.
    pub confidence: u8,
    /// Whether its paragraph goes on in the line of the heading.
    pub run_in: bool,
}

/// What is wrong with a number in its sequence (specification §5.1, N1–N4).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NumberingDefect {
    /// Numbers are missing before it; this one was expected.
    Gap(u32),
    /// It is the same as the one before it.
    Duplicate,
    /// It is lower than the one before it.
    Backwards,
    /// The sequence does not begin with 1.
    LateStart,
}

/// One marker in its place in the numbering, whether it is a heading or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Numbered {
    /// The marker; its span counts from the start of the document's text.
    pub marker: Marker,
    /// The sequence it continues: markers of one sequence are siblings.
    pub sequence: u32,
    /// Nesting depth of that sequence, from 1.
    pub depth: u8,
    /// Its section, as an index into [`Outline::sections`]; `None` for an item.
    pub section: Option<u32>,
    /// What is wrong with its number.
    pub defect: Option<NumberingDefect>,
}

/// The kind of report (文种).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Genre {
    /// A personal report on duties.
    #[serde(rename = "述职报告")]
    DutyReport,
    /// A summary of work.
    #[serde(rename = "工作总结")]
    WorkSummary,
    /// A government work report.
    #[serde(rename = "政府工作报告")]
    GovernmentReport,
    /// A report of an investigation.
    #[serde(rename = "调研报告")]
    ResearchReport,
    /// A report on responsibility and integrity.
    #[serde(rename = "述责述廉")]
    IntegrityReport,
    /// Something else.
    #[default]
    #[serde(rename = "其他")]
    Other,
}

/// The parts of a report around its sections. Spans count from the start of the document's text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The title (标题).
    pub title: Option<Span>,
    /// A second line that repeats the title.
    pub duplicate_title: Option<Span>,
    /// The line under the title: ——在…会议上.
    pub subtitle: Option<Span>,
    /// The author's line.
    pub author: Option<Span>,
    /// The salutation (称谓, 主送机关).
    pub salutation: Option<Span>,
    /// The lead (导语), which ends 现将…报告如下：.
    pub lead: Option<Span>,
    /// The unnumbered closing (结尾) after the last section.
    pub closing: Option<Span>,
    /// The signature (署名).
    pub signature: Option<Span>,
    /// The date line (成文日期).
    pub date: Option<Span>,
    /// The attachment note (附件说明).
    pub attachment: Option<Span>,
}

/// The structure of a report.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Outline {
    /// Sections in reading order; the tree is in their `parent` and `depth`.
    pub sections: Vec<Section>,
    /// All markers of headings and numbered paragraphs in reading order, then all run-in items.
    pub numbering: Vec<Numbered>,
    /// Title block and sign-off.
    pub frame: Frame,
    /// The kind of report.
    pub genre: Genre,
    /// The year it reports on.
    pub year: Option<u16>,
}

impl Outline {
    /// Builds the structure in one pass over the lines of a document.
    #[must_use]
    pub fn build(lines: &[Line<'_>]) -> Self {
        build::build(lines)
    }

    /// The section that the character at byte `at` belongs to.
    #[must_use]
    pub fn section_at(&self, at: u32) -> Option<u32> {
        let after = self.sections.partition_point(|section| section.heading.start <= at);
        let index = after.checked_sub(1)?;
        (at < self.sections[index].body.end).then_some(index as u32)
    }
}
