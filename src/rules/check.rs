//! Running all rules, and making one consistent answer of what they say.

use super::{BlockView, DocumentView, Finding, Group, RULES, Trace, TraceKind, trigger};
use crate::text::Span;
use crate::text::order;

/// What the rules say of one block, and what it leaves for those of the whole document.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checked {
    /// In reading order.
    pub findings: Vec<Finding>,
    /// In no order.
    pub traces: Vec<Trace>,
    /// The quotation marks and brackets of the block, in reading order.
    pub(super) marks: Vec<(u32, char)>,
    /// Whether it holds a straight or foreign quotation mark.
    pub(super) straight_quotes: bool,
    /// The styles of numbers that left a trace already, as bits.
    pub(super) styles: u16,
    /// How many traditional characters there are.
    pub(super) traditional: u32,
}

impl Checked {
    /// Leaves a trace for the rules of the whole document.
    pub(super) fn trace(&mut self, kind: TraceKind, span: Span, key: u64) {
        self.traces.push(Trace { kind, span, key });
    }
}

/// What all rules find in one block.
#[must_use]
pub fn check_block(block: &BlockView<'_>) -> Checked {
    let mut checked = Checked::default();
    trigger::check(block, &mut checked);
    for rule in RULES {
        rule.check_block(block, &mut checked);
    }
    let own = |finding: &Finding| {
        !block.is_elsewhere(finding.span)
            || finding.about().is_some_and(|about| about.group == Group::Injected)
    };
    checked.findings.retain(own);
    settle(&mut checked.findings);
    checked
}

/// What all rules find in the document as a whole, in reading order.
#[must_use]
pub fn check_document(document: &DocumentView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    for rule in RULES {
        rule.check_document(document, &mut findings);
    }
    order::sort_by_key(&mut findings, |finding| finding.span);
    findings
}

/// Puts findings in reading order, and of two that would mend the same place keeps the first: what
/// is left can be mended in any order with one result.
pub fn settle(findings: &mut Vec<Finding>) {
    order::sort_by_key(findings, |finding| finding.span);
    let mut edits: Vec<(Span, usize)> = Vec::new();
    for (index, finding) in findings.iter().enumerate() {
        edits.extend(finding.fix.iter().flatten().map(|edit| (edit.span, index)));
    }
    order::sort_by_key(&mut edits, |edit| *edit);
    let mut lost = vec![false; findings.len()];
    let mut last: Option<(Span, usize)> = None;
    for (span, index) in edits {
        match last {
            Some((other, owner)) if span.start < other.end && owner != index => lost[index] = true,
            _ => last = Some((span, index)),
        }
    }
    let mut lost = lost.into_iter();
    findings.retain(|_| !lost.next().unwrap_or(false));
}
