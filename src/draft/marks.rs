//! What somebody said about the text: values for blanks, findings to ignore, rules to mind.

use crate::document::Edit;
use crate::rules::Selection;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Values and ignored findings, each at its place in the base text, and the choice of rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The value of each blank that is filled in.
    pub values: BTreeMap<Span, String>,
    /// What was typed into blanks that do not take it: kept, so that nobody types it twice.
    pub refused: BTreeMap<Span, String>,
    /// Blanks whose 余 or 多 goes when they are filled in: the figure is exact.
    pub exact: BTreeSet<Span>,
    /// Findings that are ignored, by place and rule.
    pub ignored: BTreeSet<(Span, String)>,
    /// Rules whose findings are all ignored.
    pub ignored_rules: BTreeSet<String>,
    /// Which rules are minded.
    pub rules: Selection,
}

impl Marks {
    /// Puts a value at a place, or takes it away if it is empty.
    pub(super) fn put(&mut self, span: Span, value: &str) {
        self.refused.remove(&span);
        if value.is_empty() {
            self.values.remove(&span);
            self.exact.remove(&span);
        } else {
            self.values.insert(span, value.to_owned());
        }
    }

    /// The same marks after `edits`, which are in reading order; what they touch is gone.
    pub(super) fn shifted(&self, edits: &[Edit]) -> Self {
        if edits.is_empty() {
            return self.clone();
        }
        let shifts = Shifts::new(edits);
        let moved = |span: &Span| shifts.apply(*span);
        let typed = |values: &BTreeMap<Span, String>| {
            let values = values.iter();
            map(values.filter_map(|(span, value)| Some((moved(span)?, value.clone()))))
        };
        let ignored = self.ignored.iter();
        let ignored = ignored.filter_map(|(span, rule)| Some((moved(span)?, rule.clone())));
        Self {
            values: typed(&self.values),
            refused: typed(&self.refused),
            exact: set(self.exact.iter().filter_map(moved)),
            ignored: set(ignored),
            ignored_rules: self.ignored_rules.clone(),
            rules: self.rules.clone(),
        }
    }

    /// The marks that `other` does not have just so.
    fn minus(&self, other: &Self) -> Self {
        let typed = |ours: &BTreeMap<Span, String>, theirs: &BTreeMap<Span, String>| {
            let kept = ours.iter().filter(|(span, value)| theirs.get(span) != Some(value));
            map(kept.map(|(span, value)| (*span, value.clone())))
        };
        Self {
            values: typed(&self.values, &other.values),
            refused: typed(&self.refused, &other.refused),
            exact: set(self.exact.difference(&other.exact).copied()),
            ignored: set(self.ignored.difference(&other.ignored).cloned()),
            ignored_rules: set(self.ignored_rules.difference(&other.ignored_rules).cloned()),
            rules: Selection::default(),
        }
    }
}

/// What a step does to the marks beyond moving them with the text. Only the difference is kept:
/// a report with thousands of blanks has thousands of steps, and each with all marks would be
/// millions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Change {
    lost: Marks,
    gained: Marks,
    /// The choice of rules, if that is changed: it is a whole and has no difference.
    rules: Option<Selection>,
}

impl Change {
    /// What makes `after` of `moved`, the marks as they were moved with the text.
    pub(super) fn between(moved: &Marks, after: &Marks) -> Self {
        let rules = (moved.rules != after.rules).then(|| after.rules.clone());
        Self { lost: moved.minus(after), gained: after.minus(moved), rules }
    }

    /// The first place it changes something at.
    pub(super) fn place(&self) -> Option<Span> {
        let first = |marks: &Marks| {
            let ignored = marks.ignored.first().map(|(span, _)| *span);
            let values = marks.values.keys().chain(marks.refused.keys()).chain(&marks.exact);
            values.copied().chain(ignored).min()
        };
        first(&self.gained).or_else(|| first(&self.lost))
    }

    /// Does it to `marks`.
    pub(super) fn apply(&self, marks: &mut Marks) {
        marks.values.retain(|span, _| !self.lost.values.contains_key(span));
        marks.refused.retain(|span, _| !self.lost.refused.contains_key(span));
        marks.exact.retain(|span| !self.lost.exact.contains(span));
        marks.ignored.retain(|key| !self.lost.ignored.contains(key));
        marks.ignored_rules.retain(|rule| !self.lost.ignored_rules.contains(rule));
        let gained = self.gained.clone();
        marks.values.extend(gained.values);
        marks.refused.extend(gained.refused);
        marks.exact.extend(gained.exact);
        marks.ignored.extend(gained.ignored);
        marks.ignored_rules.extend(gained.ignored_rules);
        if let Some(rules) = &self.rules {
            marks.rules.clone_from(rules);
        }
    }
}

/// A map of what comes one by one. Collecting would sort it first, in code of its own for each type,
/// though it comes in order.
pub(super) fn map(values: impl Iterator<Item = (Span, String)>) -> BTreeMap<Span, String> {
    let mut map = BTreeMap::new();
    map.extend(values);
    map
}

/// A set of what comes one by one, see [`map`].
pub(super) fn set<T: Ord>(values: impl Iterator<Item = T>) -> BTreeSet<T> {
    let mut set = BTreeSet::new();
    set.extend(values);
    set
}

/// Edits, and by how much the text after each has moved.
struct Shifts<'e> {
    edits: &'e [Edit],
    /// Bytes added and bytes removed by the edits before each, and by all.
    sums: Vec<(u32, u32)>,
}

impl<'e> Shifts<'e> {
    fn new(edits: &'e [Edit]) -> Self {
        let (mut added, mut removed) = (0, 0);
        let mut sums = vec![(0, 0)];
        sums.extend(edits.iter().map(|edit| {
            added += edit.replacement.len() as u32;
            removed += edit.span.len() as u32;
            (added, removed)
        }));
        Self { edits, sums }
    }

    /// Where `span` is after the edits; `None` if one of them changes it. What is inserted just
    /// before it moves it, what is inserted just behind it does not.
    fn apply(&self, span: Span) -> Option<Span> {
        let before = self.edits.partition_point(|edit| edit.span.end <= span.start);
        if self.edits.get(before).is_some_and(|edit| edit.span.overlaps(span)) {
            return None;
        }
        // What was removed stood before the place, so the difference is never below zero.
        let (added, removed) = self.sums[before];
        let at = |offset: u32| offset + added - removed;
        Some(Span { start: at(span.start), end: at(span.end) })
    }
}

/// The edits that undo `edits`, which are in reading order and do not overlap.
pub(super) fn inverse(text: &str, edits: &[Edit]) -> Vec<Edit> {
    let (mut added, mut removed) = (0, 0);
    let back = |edit: &Edit| {
        let start = edit.span.start as usize + added - removed;
        added += edit.replacement.len();
        removed += edit.span.len();
        let span = Span::new(start, start + edit.replacement.len());
        Edit { span, replacement: edit.span.of(text).to_owned() }
    };
    edits.iter().map(back).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rules::Preset;

    fn edit(start: usize, end: usize, replacement: &str) -> Edit {
        Edit { span: Span::new(start, end), replacement: replacement.to_owned() }
    }

    #[test]
    fn places_keep_up_with_edits() {
        let cases = [
            (Span::new(9, 10), Some(Span::new(8, 9))),
            (Span::new(4, 6), None),
            (Span::new(0, 3), Some(Span::new(0, 3))),
            (Span::new(5, 5), None),
            (Span::new(3, 3), Some(Span::new(3, 3))),
        ];
        for (before, after) in cases {
            let edits = [edit(3, 6, "xx")];
            assert_eq!(Shifts::new(&edits).apply(before), after, "{before:?}");
        }
    }

    #[test]
    fn an_inverse_takes_edits_back() {
        let edits = [edit(0, 1, ""), edit(2, 3, "yy")];
        assert_eq!(inverse("abc", &edits), [edit(0, 0, "a"), edit(1, 3, "c")]);
    }

    #[test]
    fn a_change_makes_one_of_the_other() {
        let mut before = Marks::default();
        before.put(Span::new(0, 1), "35");
        before.ignored_rules.insert("repeated-word".to_owned());
        let mut after = Marks::default();
        after.put(Span::new(0, 1), "36");
        after.exact.insert(Span::new(0, 1));
        after.rules = Selection::of(Preset::Strict);
        let mut marks = before.clone();
        Change::between(&before, &after).apply(&mut marks);
        assert_eq!(marks, after);
    }
}
