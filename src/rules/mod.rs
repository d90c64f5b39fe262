//! L3. Findings (问题): what a careful editor would mark. Specification §5.
//!
//! One file per rule, one registry. A rule reads the facts of a block or of the whole document and
//! never the page. 宁可漏报，不可误报: what cannot be certain is not said.

mod doubled_particle;
mod duplicate_title;
mod half_width_punctuation;
mod letter_in_year;
mod misused_deadline;
mod page_chrome;
mod page_splice;
mod pattern;
mod repeated_punctuation;
mod repeated_word;
mod spliced_watermark;
mod trailing_blank;
mod wrong_ellipsis;

use crate::document::{Block, Edit};
use crate::injected::Injected;
use crate::outline::Outline;
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
        RULES.iter().map(|rule| rule.about()).find(|about| about.id == self.rule)
    }

    /// Whether the rule mends whatever it finds, so that all of it can be mended at once.
    #[must_use]
    pub fn is_safe(&self) -> bool {
        self.about().is_some_and(|about| about.fix == Fix::Always)
    }

    /// The finding in a text that has `offset` more bytes in front.
    #[must_use]
    pub fn shift(&self, offset: u32) -> Self {
        let fix = self.fix.as_ref().map(|edits| {
            let shifted = |edit: &Edit| Edit { span: edit.span.shift(offset), ..edit.clone() };
            edits.iter().map(shifted).collect()
        });
        let related = self.related.iter().map(|span| span.shift(offset)).collect();
        Self { span: self.span.shift(offset), related, fix, ..self.clone() }
    }
}

/// Whether a rule can mend what it finds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fix {
    /// Every finding has a safe fix.
    Always,
    /// Some findings have one.
    Sometimes,
    /// A person must decide.
    Never,
}

/// What a rule says of itself: the page's list of rules and the catalogue are made from it.
#[derive(Clone, Copy, Debug)]
pub struct About {
    /// Stable kebab-case id, named after the defect.
    pub id: &'static str,
    /// Its name, in Chinese.
    pub title: &'static str,
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

/// One block, as a rule sees it. Spans count from its first byte.
#[derive(Clone, Copy, Debug)]
pub struct BlockView<'a> {
    /// Its text.
    pub text: &'a str,
    /// What a website spliced in, in reading order.
    pub injected: &'a [Injected],
    /// Its blanks, in reading order.
    pub blanks: &'a [Span],
}

impl BlockView<'_> {
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
}

/// A rule: what it says of itself, and how it looks at a block or at the document.
pub trait Rule: Sync {
    /// What it says of itself.
    fn about(&self) -> &'static About;

    /// Looks at one block alone, so that its findings can be kept while the block stays the same.
    fn check_block(&self, _block: &BlockView<'_>, _findings: &mut Vec<Finding>) {}

    /// Looks at the whole document.
    fn check_document(&self, _document: &DocumentView<'_>, _findings: &mut Vec<Finding>) {}
}

/// Every rule there is.
pub const RULES: &[&dyn Rule] = &[
    &spliced_watermark::SplicedWatermark,
    &page_chrome::PageChrome,
    &page_splice::PageSplice,
    &duplicate_title::DuplicateTitle,
    &repeated_word::RepeatedWord,
    &doubled_particle::RULE,
    &half_width_punctuation::HalfWidthPunctuation,
    &repeated_punctuation::RULE,
    &wrong_ellipsis::RULE,
    &misused_deadline::RULE,
    &letter_in_year::RULE,
    &trailing_blank::TrailingBlank,
];

/// Those of the rules that are a pattern.
#[cfg(test)]
const PATTERN_RULES: &[&pattern::PatternRule] = &[
    &doubled_particle::RULE,
    &repeated_punctuation::RULE,
    &wrong_ellipsis::RULE,
    &misused_deadline::RULE,
    &letter_in_year::RULE,
];

/// What all rules find in one block, in reading order.
#[must_use]
pub fn check_block(block: &BlockView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        rule.check_block(block, &mut findings);
    }
    findings.sort_by_key(|finding| finding.span);
    findings
}

/// What all rules find in the document as a whole.
#[must_use]
pub fn check_document(document: &DocumentView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        rule.check_document(document, &mut findings);
    }
    findings
}

impl About {
    /// A finding of this rule at `span`.
    fn finding(&'static self, span: Span, message: String) -> Finding {
        Finding {
            rule: Cow::Borrowed(self.id),
            severity: self.severity,
            span,
            message,
            related: Vec::new(),
            fix: None,
        }
    }
}

/// The edits that take injected text out, if it is sure enough to offer that.
fn repair(piece: &Injected) -> Option<Vec<Edit>> {
    const SURE: u8 = 70;
    (piece.confidence >= SURE).then(|| piece.repair.clone())
}

/// The edit that deletes `span`.
fn deletion(span: Span) -> Edit {
    Edit { span, replacement: String::new() }
}
