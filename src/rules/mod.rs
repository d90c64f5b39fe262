//! L3. Findings (问题): what a careful editor would mark. Specification §5.
//!
//! One file per rule, in the folder of its group; one registry. A rule reads the facts of a block or
//! of the whole document and never the page. 宁可漏报，不可误报: what cannot be certain is not said.

mod arithmetic;
mod check;
mod figure;
mod hints;
mod injected;
mod numbers;
mod phrase;
mod punctuation;
mod registry;
mod repetition;
mod selection;
mod set_phrases;
mod structure;
mod trace;
mod trigger;
mod wording;

pub use check::{Checked, check_block, check_document, settle};
pub use hints::MISSING_PARTS;
pub use registry::RULES;
pub use selection::{Preset, Selection};
pub use trace::{Trace, TraceKind};

use crate::citation::Citation;
use crate::document::{Block, BlockKind, Edit};
use crate::injected::Injected;
use crate::metric::Metric;
use crate::outline::{LineFacts, Outline};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Wrong.
    Error,
    /// Almost surely wrong.
    Warning,
    /// Worth a look.
    Info,
}

impl Severity {
    /// Its name, in Chinese.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "警告",
            Self::Info => "提示",
        }
    }
}

/// One finding. Spans count from the start of the text the rule was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: Cow<'static, str>,
    /// How grave.
    pub severity: Severity,
    /// The place.
    pub span: Span,
    /// One Chinese sentence that says what is wrong.
    pub message: String,
    /// Other places that belong to it.
    pub related: Vec<Span>,
    /// A safe correction; `None` when only a person can decide.
    pub fix: Option<Vec<Edit>>,
}

impl Finding {
    /// What the rule says of itself.
    #[must_use]
    pub fn about(&self) -> Option<&'static About> {
        About::of(&self.rule)
    }

    /// Whether the rule mends whatever it finds, so that all of it can be mended at once.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.about().is_some_and(|about| about.fix == Fix::Always)
    }

    /// Whether another finding says the same of another place.
    #[must_use]
    pub fn is_equal(&self, other: &Self) -> bool {
        (&self.rule, self.severity, &self.message) == (&other.rule, other.severity, &other.message)
    }

    /// The finding in a text that has `offset` more bytes in front.
    #[must_use]
    pub fn shift(&self, offset: u32) -> Self {
        let fix = self.fix.as_ref().map(|edits| {
            let shifted = |edit: &Edit| Edit { span: edit.span.shift(offset), ..edit.clone() };
            edits.iter().map(shifted).collect()
        });
        let related = self.related.iter().map(|span| span.shift(offset)).collect();
        Self {
            rule: self.rule.clone(),
            message: self.message.clone(),
            severity: self.severity,
            span: self.span.shift(offset),
            related,
            fix,
        }
    }

    /// The same finding, less or more grave.
    fn graded(self, severity: Severity) -> Self {
        Self { severity, ..self }
    }

    /// The same finding with the places that belong to it.
    fn with(self, related: Vec<Span>) -> Self {
        Self { related, ..self }
    }

    /// The same finding, mended by `replacement` at its place.
    fn mended(self, replacement: impl Into<String>) -> Self {
        let edit = Edit { span: self.span, replacement: replacement.into() };
        self.fixed(vec![edit])
    }

    /// The same finding, mended by `edits`.
    fn fixed(self, edits: Vec<Edit>) -> Self {
        Self { fix: Some(edits), ..self }
    }
}

/// Whether a rule can mend what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Fix {
    /// Every finding has a safe fix.
    Always,
    /// Some findings have one.
    Sometimes,
    /// A person must decide.
    Never,
}

impl Fix {
    /// What it promises, in Chinese.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Always => "可一键修改",
            Self::Sometimes => "部分可改",
            Self::Never => "只提示",
        }
    }
}

/// What rules belong together, in the order of the list of rules.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Group {
    /// What a website put into the text.
    Injected,
    /// Numbering, headings, title, attachments.
    Structure,
    /// What is said twice.
    Repetition,
    /// Punctuation marks, blanks and invisible characters.
    Punctuation,
    /// Numbers, dates and units.
    Numbers,
    /// Whether figures agree with each other.
    Arithmetic,
    /// Words.
    Wording,
    /// What a kind of report usually has.
    Hints,
    /// Political set phrases (specification §5.7).
    SetPhrases,
}

impl Group {
    /// All groups, in their order.
    pub const ALL: [Self; 9] = [
        Self::Injected,
        Self::Structure,
        Self::Repetition,
        Self::Punctuation,
        Self::Numbers,
        Self::Arithmetic,
        Self::Wording,
        Self::Hints,
        Self::SetPhrases,
    ];

    /// Its name, in Chinese.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Injected => "夹带文字",
            Self::Structure => "结构",
            Self::Repetition => "重复",
            Self::Punctuation => "标点",
            Self::Numbers => "数字与单位",
            Self::Arithmetic => "数据勾稽",
            Self::Wording => "用词",
            Self::Hints => "文种建议",
            Self::SetPhrases => "固定提法",
        }
    }
}

/// What a rule says of itself: the page's list of rules and the catalogue are made from it.
#[derive(Clone, Copy, Debug, Serialize)]
pub struct About {
    /// Stable kebab-case id, named after the defect.
    pub id: &'static str,
    /// Its name, in Chinese.
    pub title: &'static str,
    /// What it belongs to.
    pub group: Group,
    /// Whether the usual choice of rules ([`Preset::Standard`]) holds it.
    pub on: bool,
    /// How grave its findings are at most.
    pub severity: Severity,
    /// Why it matters, in one Chinese sentence.
    pub why: &'static str,
    /// The clause it rests on, or 编辑惯例.
    pub source: &'static str,
    /// Whether it can mend what it finds.
    pub fix: Fix,
    /// Texts in which it finds something, and no other rule does.
    pub bad: &'static [&'static str],
    /// Texts in which no rule finds anything.
    pub good: &'static [&'static str],
}

impl About {
    /// What the rule `id` says of itself.
    #[must_use]
    pub fn of(id: &str) -> Option<&'static Self> {
        RULES.iter().map(|rule| rule.about()).find(|about| about.id == id)
    }

    /// A finding of this rule at `span`.
    fn finding(&'static self, span: Span, message: impl Into<String>) -> Finding {
        Finding {
            rule: Cow::Borrowed(self.id),
            severity: self.severity,
            span,
            message: message.into(),
            related: Vec::new(),
            fix: None,
        }
    }
}

/// One block, as a rule sees it. Spans count from its first byte.
#[derive(Clone, Copy, Debug)]
pub struct BlockView<'a> {
    /// Its text.
    pub text: &'a str,
    /// What the reader knows it to be.
    pub kind: BlockKind,
    /// What it is in the structure.
    pub line: &'a LineFacts,
    /// What a website spliced in, in reading order.
    pub injected: &'a [Injected],
    /// Its blanks, in reading order.
    pub blanks: &'a [Span],
    /// Its figures, in reading order.
    pub metrics: &'a [Metric],
    /// The documents it cites, in reading order.
    pub citations: &'a [Citation],
}

impl BlockView<'_> {
    /// Where its own text ends: before the blanks and what a website added to its end.
    fn own_end(&self) -> usize {
        let end = self.injected.iter().rev().fold(self.text.len(), |end, piece| {
            let piece = piece.span.range();
            let last = self.text.get(piece.end..end).is_some_and(|rest| rest.trim().is_empty());
            if last { piece.start } else { end }
        });
        self.text[..end].trim_end().len()
    }

    /// Whether the place belongs to a blank (？个) or to injected text, which other findings name.
    fn is_elsewhere(&self, span: Span) -> bool {
        let blank = self.blanks.partition_point(|blank| blank.end <= span.start);
        let piece = self.injected.partition_point(|piece| piece.span.end <= span.start);
        self.blanks.get(blank).is_some_and(|blank| blank.overlaps(span))
            || self.injected.get(piece).is_some_and(|piece| piece.span.overlaps(span))
    }
}

/// The whole document, as a rule sees it. Spans count from the start of its text.
#[derive(Clone, Copy, Debug)]
pub struct DocumentView<'a> {
    /// Its text.
    pub text: &'a str,
    /// Its blocks.
    pub blocks: &'a [Block],
    /// Its structure.
    pub outline: &'a Outline,
    /// What its blocks left for the rules of the whole document, in reading order.
    pub traces: &'a [Trace],
    /// The parts that a report of its kind usually has, and this one has not.
    pub missing_parts: &'a [&'static str],
}

impl<'a> DocumentView<'a> {
    /// The traces of one kind, in reading order.
    fn traces_of(&self, kind: TraceKind) -> impl Iterator<Item = &'a Trace> {
        self.traces.iter().filter(move |trace| trace.kind == kind)
    }
}

/// A rule: what it says of itself, and how it looks at a block or at the document.
pub trait Rule: Sync {
    /// What it says of itself.
    fn about(&self) -> &'static About;

    /// The words at which it looks closer; one search finds those of all rules.
    fn triggers(&self) -> Vec<&'static str> {
        Vec::new()
    }

    /// Looks at one place of a trigger. What it says depends on the block alone, so that it can be
    /// kept while the block stays the same. It reads a limited stretch around the place.
    fn check_at(&self, _site: &Site<'_>, _checked: &mut Checked) {}

    /// Looks at one block alone.
    fn check_block(&self, _block: &BlockView<'_>, _checked: &mut Checked) {}

    /// Looks at the whole document. It runs on every letter that is typed, so it reads the outline
    /// and the traces, not the text.
    fn check_document(&self, _document: &DocumentView<'_>, _findings: &mut Vec<Finding>) {}
}

/// A place where a trigger stands in a block.
#[derive(Clone, Copy, Debug)]
pub struct Site<'a> {
    /// The block.
    pub block: &'a BlockView<'a>,
    /// The byte at which the word begins.
    pub at: usize,
    /// The word.
    pub word: &'static str,
}

impl<'a> Site<'a> {
    /// The text before the word.
    fn before(&self) -> &'a str {
        &self.block.text[..self.at]
    }

    /// The text after the word.
    fn after(&self) -> &'a str {
        &self.block.text[self.at + self.word.len()..]
    }

    /// The place of the word.
    fn span(&self) -> Span {
        Span::new(self.at, self.at + self.word.len())
    }
}

/// The edit that deletes `span`.
fn deletion(span: Span) -> Edit {
    Edit { span, replacement: String::new() }
}
