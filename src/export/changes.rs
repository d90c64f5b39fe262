//! What a draft has made of a text: corrections, rewritten words and values, as one list.

use super::diff;
use crate::document::Edit;
use crate::draft::Draft;
use crate::text::Span;
use std::ops::Range;

/// A stretch of a text, and what stands in its place.
pub(super) struct Change {
    /// Its place in the original.
    pub(super) original: Span,
    /// The place of what the draft's base text has instead.
    pub(super) base: Span,
    /// The words there, with their values put in.
    pub(super) text: String,
}

/// The changes that make the filled text of `draft` of `original`, in order and disjoint. Two values
/// are two changes, even if they touch.
pub(super) fn of(original: &str, draft: &Draft) -> Vec<Change> {
    let base = draft.text();
    let changes = if original == base { Vec::new() } else { diff::changes(original, base) };
    compose(base, &changes, &draft.value_edits(draft.whole()).collect::<Vec<_>>())
}

/// A stretch of the base text in which something changed.
struct Stretch {
    base: Range<usize>,
    /// The changes and the values in it.
    changes: Range<usize>,
    values: Range<usize>,
}

/// `changes` lead from the original to `base`, `values` go into that.
fn compose(base: &str, changes: &[diff::Change], values: &[Edit]) -> Vec<Change> {
    let stretches = stretches(changes, values);
    let change = |stretch: &Stretch| {
        let before = stretch.changes.start.checked_sub(1).map(|index| &changes[index]);
        let before = before.map_or((0, 0), |(own, other)| (own.end, other.end));
        let start = before.0 + (stretch.base.start - before.1);
        let last = changes[stretch.changes.clone()].last();
        let last = last.map_or((start, stretch.base.start), |(own, other)| (own.end, other.end));
        let end = last.0 + (stretch.base.end - last.1);
        let (mut text, mut done) = (String::new(), stretch.base.start);
        for value in &values[stretch.values.clone()] {
            text.push_str(&base[done..value.span.start as usize]);
            text.push_str(&value.replacement);
            done = value.span.end as usize;
        }
        text.push_str(&base[done..stretch.base.end]);
        Change {
            original: Span::new(start, end),
            base: Span::new(stretch.base.start, stretch.base.end),
            text,
        }
    };
    stretches.iter().map(change).collect()
}

/// Changes and values by their places; those that touch are one stretch, but two values are two.
fn stretches(changes: &[diff::Change], values: &[Edit]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let (mut change, mut value) = (0, 0);
    loop {
        let (next_change, next_value) = (changes.get(change), values.get(value));
        let is_change = match (next_change, next_value) {
            (None, None) => return found,
            (Some((_, base)), Some(value)) => base.start <= value.span.start as usize,
            (next, _) => next.is_some(),
        };
        let place = match (is_change, next_change, next_value) {
            (true, Some((_, base)), _) => base.clone(),
            (_, _, Some(value)) => value.span.range(),
            _ => return found,
        };
        let joins = |last: &Stretch| {
            let touches = place.start <= last.base.end;
            touches && (is_change || !last.changes.is_empty())
        };
        let (after_change, after_value) =
            (change + usize::from(is_change), value + usize::from(!is_change));
        match found.last_mut().filter(|last| joins(last)) {
            Some(last) => {
                last.base.end = last.base.end.max(place.end);
                (last.changes.end, last.values.end) = (after_change, after_value);
            }
            None => found.push(Stretch {
                base: place,
                changes: change..after_change,
                values: value..after_value,
            }),
        }
        (change, value) = (after_change, after_value);
    }
}
