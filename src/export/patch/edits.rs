//! What a draft has made of the text of its file.

use super::diff;
use crate::document::Edit;
use crate::draft::Draft;
use crate::text::Span;
use std::ops::Range;

/// The edits that make the filled text of `draft` of `original`, the text as it was read from the
/// file; in order and disjoint, and no more of them than what was filled in and changed. If nothing
/// but blanks was filled in, each blank is one edit at its place.
#[must_use]
pub fn edits_from(original: &str, draft: &Draft) -> Vec<Edit> {
    let base = draft.text();
    let changes = if original == base { Vec::new() } else { diff::changes(original, base) };
    let values = draft.marks().values.iter().map(|(span, value)| {
        let end = span.end + draft.dropped_after(*span);
        (span.start as usize..end as usize, value.as_str())
    });
    compose(base, &changes, &values.collect::<Vec<_>>())
}

/// A stretch of the base text in which something changed.
struct Stretch {
    base: Range<usize>,
    /// The changes and the values in it.
    changes: Range<usize>,
    values: Range<usize>,
}

/// The edits of the original: `changes` lead from it to `base`, `values` go into that.
fn compose(base: &str, changes: &[diff::Change], values: &[(Range<usize>, &str)]) -> Vec<Edit> {
    let stretches = stretches(changes, values);
    let edit = |stretch: &Stretch| {
        let before = stretch.changes.start.checked_sub(1).map(|index| &changes[index]);
        let before = before.map_or((0, 0), |(own, other)| (own.end, other.end));
        let start = before.0 + (stretch.base.start - before.1);
        let last = changes[stretch.changes.clone()].last();
        let last = last.map_or((start, stretch.base.start), |(own, other)| (own.end, other.end));
        let end = last.0 + (stretch.base.end - last.1);
        let (mut text, mut done) = (String::new(), stretch.base.start);
        for (place, value) in &values[stretch.values.clone()] {
            text.push_str(&base[done..place.start]);
            text.push_str(value);
            done = place.end;
        }
        text.push_str(&base[done..stretch.base.end]);
        Edit { span: Span::new(start, end), replacement: text }
    };
    stretches.iter().map(edit).collect()
}

/// Changes and values by their places; those that touch are one stretch, but two values are two.
fn stretches(changes: &[diff::Change], values: &[(Range<usize>, &str)]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let (mut change, mut value) = (0, 0);
    loop {
        let (next_change, next_value) = (changes.get(change), values.get(value));
        let is_change = match (next_change, next_value) {
            (None, None) => return found,
            (Some((_, base)), Some((place, _))) => base.start <= place.start,
            (next, _) => next.is_some(),
        };
        let place = match (is_change, next_change, next_value) {
            (true, Some((_, base)), _) => base.clone(),
            (_, _, Some((place, _))) => place.clone(),
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
