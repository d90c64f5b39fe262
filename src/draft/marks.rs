//! What somebody said about places of the text: values for blanks, findings to ignore.

use crate::document::Edit;
use crate::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// Values and ignored findings, each at its place in the base text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Marks {
    /// The value of each blank that is filled in.
    pub values: BTreeMap<Span, String>,
    /// Blanks whose 余 or 多 goes when they are filled in: the figure is exact.
    pub exact: BTreeSet<Span>,
    /// Findings that are ignored, by place and rule.
    pub ignored: BTreeSet<(Span, String)>,
}

impl Marks {
    /// The same marks after `edits`, which are in reading order; what they touch is gone.
    pub(super) fn shifted(&self, edits: &[Edit]) -> Self {
        let moved = |span: &Span| shift(*span, edits);
        let values = self.values.iter();
        let values = values.filter_map(|(span, value)| Some((moved(span)?, value.clone())));
        let ignored = self.ignored.iter();
        let ignored = ignored.filter_map(|(span, rule)| Some((moved(span)?, rule.clone())));
        Self {
            values: values.collect(),
            exact: self.exact.iter().filter_map(moved).collect(),
            ignored: ignored.collect(),
        }
    }
}

/// Where `span` is after `edits`, which are in reading order; `None` if one of them changes it.
fn shift(span: Span, edits: &[Edit]) -> Option<Span> {
    let (mut added, mut removed) = (0, 0);
    for edit in edits.iter().take_while(|edit| edit.span.start < span.end.max(span.start + 1)) {
        let swallows =
            edit.span.start < span.start && span.is_empty() && span.start < edit.span.end;
        if swallows || edit.span.overlaps(span) {
            return None;
        }
        if edit.span.end <= span.start {
            added += edit.replacement.len() as u32;
            removed += edit.span.len() as u32;
        }
    }
    // What was removed stood before the place, so the difference is never below zero.
    let at = |offset: u32| offset + added - removed;
    Some(Span { start: at(span.start), end: at(span.end) })
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
            assert_eq!(shift(before, &[edit(3, 6, "xx")]), after, "{before:?}");
        }
    }

    #[test]
    fn an_inverse_takes_edits_back() {
        let edits = [edit(0, 1, ""), edit(2, 3, "yy")];
        assert_eq!(inverse("abc", &edits), [edit(0, 0, "a"), edit(1, 3, "c")]);
    }
}
