//! What the reader has chosen about the outline: which branches are folded up, and whether the
//! items run into the paragraphs are listed.

use super::outline_tree::Branch;
use std::collections::BTreeMap;

/// An outline of more sections than this is folded up, but for the branch one is in.
const MANY: usize = 1_000;

/// What becomes of a branch that nobody has folded or unfolded by hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Rest {
    /// It is unfolded.
    #[default]
    Unfolded,
    /// It is unfolded while one is in it.
    Follows,
    /// It is folded up.
    Folded,
}

/// What the reader has chosen about the outline of one report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineOptions {
    /// Whether 一是, 二是 … are listed under their section.
    pub items: bool,
    rest: Rest,
    /// The branches that were folded (`true`) or unfolded by hand.
    by_hand: BTreeMap<u32, bool>,
}

/// Something that happens to the options of the outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineChange {
    /// A branch is folded up, or unfolded with `false`.
    Fold(u32, bool),
    /// All branches are folded up, or unfolded with `false`.
    FoldAll(bool),
    /// The items run into the paragraphs are listed, or not.
    Items(bool),
}

impl OutlineOptions {
    /// The options for a new report of so many sections; the items stay as they were.
    #[must_use]
    pub fn for_another_report(&self, sections: usize) -> Self {
        let rest = if Self::is_long(sections) { Rest::Follows } else { Rest::Unfolded };
        Self { rest, by_hand: BTreeMap::new(), ..*self }
    }

    /// Whether so many sections are too many to draw at once.
    #[must_use]
    pub fn is_long(sections: usize) -> bool {
        sections > MANY
    }

    /// Does what happened.
    pub fn apply(&mut self, change: OutlineChange) {
        match change {
            OutlineChange::Fold(section, folded) => {
                self.by_hand.insert(section, folded);
            }
            OutlineChange::FoldAll(folded) => {
                self.by_hand.clear();
                self.rest = if folded { Rest::Folded } else { Rest::Unfolded };
            }
            OutlineChange::Items(on) => self.items = on,
        }
    }

    /// Whether there is something to unfold beneath a branch.
    #[must_use]
    pub fn can_fold(&self, branch: &Branch) -> bool {
        !branch.children.is_empty() || self.items && !branch.items.is_empty()
    }

    /// Whether a branch is folded up while `current` is the section one is in.
    #[must_use]
    pub fn is_folded(&self, branch: &Branch, current: Option<u32>) -> bool {
        let by_hand = self.by_hand.get(&branch.section).copied();
        by_hand.unwrap_or(match self.rest {
            Rest::Unfolded => false,
            Rest::Follows => !branch.holds(current),
            Rest::Folded => true,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::desk;
    use super::*;

    /// Whether the only top branch of the sample is folded up, in an outline of so many sections
    /// and after some changes, while one is outside of it and while one is in it.
    #[track_caller]
    fn check(sections: usize, changes: &[OutlineChange], expected: [bool; 2]) {
        let mut options = OutlineOptions::default().for_another_report(sections);
        for change in changes {
            options.apply(*change);
        }
        let tree = Branch::tree(&desk());
        let folded = [None, Some(2)].map(|current| options.is_folded(&tree[0], current));
        assert_eq!(folded, expected, "{changes:?}");
    }

    #[test]
    fn long_outlines_unfold_where_one_is() {
        check(3, &[], [false, false]);
        check(5_000, &[], [true, false]);
    }

    #[test]
    fn what_was_done_by_hand_stays() {
        check(3, &[OutlineChange::Fold(0, true)], [true, true]);
        check(5_000, &[OutlineChange::Fold(0, false)], [false, false]);
        check(3, &[OutlineChange::FoldAll(true)], [true, true]);
        check(
            5_000,
            &[OutlineChange::Fold(0, true), OutlineChange::FoldAll(false)],
            [false, false],
        );
        check(3, &[OutlineChange::FoldAll(true), OutlineChange::Fold(0, false)], [false, false]);
    }
}
