//! The list of findings (问题): cards by place, those that say the same folded into one.

use super::checklist::surroundings;
use super::desk::{Desk, Mark};
use super::outline_tree::section_label;
use crate::rules::Severity;
use crate::text::Span;
use std::collections::HashMap;

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

/// Findings that say the same of different places, on one card.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fold {
    /// Their indices, in reading order; never empty.
    pub members: Vec<u32>,
}

impl Fold {
    /// Which of its places is shown: that of `selected`, or the first.
    #[must_use]
    pub fn at(&self, selected: Option<u32>) -> usize {
        selected.and_then(|index| self.members.binary_search(&index).ok()).unwrap_or(0)
    }

    /// The member so many places on from the one that is shown, going round at the ends.
    #[must_use]
    pub fn step(&self, selected: Option<u32>, back: bool) -> u32 {
        let (at, count) = (self.at(selected), self.members.len());
        self.members[if back { at + count - 1 } else { at + 1 } % count]
    }
}

/// How many findings that are not ignored have each severity, gravest first.
#[must_use]
pub fn severity_counts(desk: &Desk) -> [(Severity, usize); 3] {
    [Severity::Error, Severity::Warning, Severity::Info].map(|severity| {
        let found = desk.findings().iter().filter(|f| f.severity == severity);
        (severity, found.filter(|f| !desk.draft().is_ignored(f)).count())
    })
}

/// The findings that are not ignored, of one severity or all, by place: those that say the same stand
/// together where the first of them is.
#[must_use]
pub fn folds(desk: &Desk, severity: Option<Severity>) -> Vec<Fold> {
    let mut folds: Vec<Fold> = Vec::new();
    let mut known = HashMap::new();
    for (index, finding) in (0_u32..).zip(desk.findings()) {
        let wanted = severity.is_none_or(|severity| finding.severity == severity);
        if !wanted || desk.draft().is_ignored(finding) {
            continue;
        }
        let key = (finding.rule.as_ref(), finding.severity, finding.message.as_str());
        let at = *known.entry(key).or_insert(folds.len());
        match folds.get_mut(at) {
            Some(fold) => fold.members.push(index),
            None => folds.push(Fold { members: vec![index] }),
        }
    }
    folds
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
    use super::super::sample::{desk, read};
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
        assert!(folds(&desk, Some(Severity::Warning)).is_empty());
        assert_eq!((ignored_order(&desk), desk.counters().findings), (vec![0], 2));
    }

    #[track_caller]
    fn check_folds(desk: &Desk, severity: Option<Severity>, expected: &[&[u32]]) {
        let found = folds(desk, severity);
        let members: Vec<&[u32]> = found.iter().map(|fold| fold.members.as_slice()).collect();
        assert_eq!(members, expected);
    }

    #[test]
    fn stands_by_place_and_is_filtered_by_severity() {
        check_folds(&desk(), None, &[&[0], &[1], &[2]]);
        check_folds(&desk(), Some(Severity::Error), &[&[2]]);
        check_folds(&desk(), Some(Severity::Warning), &[&[0]]);
        check_folds(&desk(), Some(Severity::Info), &[&[1]]);
        let counts = severity_counts(&desk()).map(|(_, count)| count);
        assert_eq!(counts, [1, 1, 1]);
    }

    #[test]
    fn what_says_the_same_is_one_card_wherever_it_stands() {
        let desk = read("撰写心得32篇,发言12次;其中,“百日行动”行动。\n走访5户,座谈3次。\n");
        check_folds(&desk, None, &[&[0, 2, 4], &[1], &[3]]);
        let fold = &folds(&desk, None)[0];
        assert_eq!((fold.at(None), fold.at(Some(4)), fold.at(Some(3))), (0, 2, 0));
        let steps = [(None, false), (Some(4), false), (None, true), (Some(2), true)];
        assert_eq!(steps.map(|(from, back)| fold.step(from, back)), [2, 0, 4, 0]);
        let mut draft = desk.draft().clone();
        draft.ignore(2, true);
        check_folds(&desk.next(draft), None, &[&[0, 4], &[1], &[3]]);
    }
}
