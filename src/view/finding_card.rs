//! The list of findings (问题): cards, gravest first.

use super::checklist::surroundings;
use super::desk::{Desk, Mark};
use super::outline_tree::section_label;
use crate::rules::Severity;
use crate::text::Span;

/// So many characters of the sentence are shown on either side of a finding.
const REACH: usize = 36;

/// A proposed correction, as the words around it before and after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// What is taken out, "" if nothing.
    pub removed: String,
    /// What is put in, "" if nothing.
    pub added: String,
}

/// One finding, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FindingCard {
    /// Its mark in the text.
    pub mark: Mark,
    /// Where it stands.
    pub span: Span,
    /// How grave.
    pub severity: Severity,
    /// What is wrong.
    pub message: String,
    /// The number of its section.
    pub section: String,
    /// The sentence: before it, the place itself, after it.
    pub context: [String; 3],
    /// What the place becomes, if there is a safe correction.
    pub correction: Option<Correction>,
    /// The id of its rule.
    pub rule: String,
    /// How many findings of its rule are not ignored, itself among them.
    pub alike: usize,
    /// Whether the rule mends whatever it finds, so that all of them can be mended at once.
    pub safe: bool,
}

/// The findings of one severity that are not ignored, in reading order, as indices.
#[must_use]
pub fn finding_order(desk: &Desk, severity: Severity) -> Vec<u32> {
    let findings = (0_u32..).zip(desk.findings()).filter(|(_, f)| !desk.draft().is_ignored(f));
    findings.filter(|(_, f)| f.severity == severity).map(|(i, _)| i).collect()
}

/// The findings that are ignored, in reading order, as indices.
#[must_use]
pub fn ignored_order(desk: &Desk) -> Vec<u32> {
    let findings = (0_u32..).zip(desk.findings()).filter(|(_, f)| desk.draft().is_ignored(f));
    findings.map(|(i, _)| i).collect()
}

/// The card of finding `index`.
#[must_use]
pub fn finding_card(desk: &Desk, index: u32) -> Option<FindingCard> {
    let finding = desk.findings().get(index as usize)?;
    let section = desk.analysis().outline.section_at(finding.span.start);
    // The correction may reach beyond the place that is marked (the comma before an advert), so
    // before and after are shown for all that the edits touch.
    let fix = finding.fix.as_deref().unwrap_or_default();
    let touched = fix.iter().fold(finding.span, |all, edit| Span {
        start: all.start.min(edit.span.start),
        end: all.end.max(edit.span.end),
    });
    let correction = finding.fix.as_ref().map(|edits| {
        let mut added = String::new();
        let mut from = touched.start;
        for edit in edits {
            let kept = Span { start: from.min(edit.span.start), end: edit.span.start };
            added.push_str(kept.of(desk.text()));
            added.push_str(&edit.replacement);
            from = edit.span.end;
        }
        added.push_str(Span { start: from.min(touched.end), end: touched.end }.of(desk.text()));
        Correction { removed: touched.of(desk.text()).to_owned(), added }
    });
    Some(FindingCard {
        mark: Mark::Finding(index),
        span: finding.span,
        severity: finding.severity,
        message: finding.message.clone(),
        section: section_label(desk, section),
        context: surroundings(desk, touched, REACH),
        correction,
        rule: finding.rule.clone().into_owned(),
        alike: desk.alike(&finding.rule),
        safe: finding.is_safe(),
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::desk;
    use super::*;

    #[track_caller]
    fn check(index: u32, before: &str, removed: &str, added: &str, after: &str) {
        let card = finding_card(&desk(), index).unwrap();
        let fix = card.correction.unwrap();
        let [left, _, right] = &card.context;
        let shown = (left.as_str(), fix.removed.as_str(), fix.added.as_str(), right.as_str());
        assert_eq!(shown, (before, removed, added, after));
    }

    #[test]
    fn shows_the_sentence_before_and_after() {
        check(0, "撰写心得32篇", ",", "，", "对接工作*余次。");
        check(1, "共完成亿元，推进“百日行动”", "行动", "", "。");
        check(2, "共完成亿元，推进“百日行动”行动", "。笔杆", "", "。");
    }

    #[test]
    fn what_is_ignored_has_its_own_list() {
        let mut draft = desk().draft().clone();
        draft.ignore(0, true);
        let desk = desk().next(draft);
        assert!(finding_order(&desk, Severity::Warning).is_empty());
        assert_eq!((ignored_order(&desk), desk.counters().findings), (vec![0], 2));
    }

    #[test]
    fn groups_by_severity() {
        assert_eq!(finding_order(&desk(), Severity::Error), [2]);
        assert_eq!(finding_order(&desk(), Severity::Warning), [0]);
        assert_eq!(finding_order(&desk(), Severity::Info), [1]);
    }
}
