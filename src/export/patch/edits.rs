//! What a draft has made of the text of its file.

use crate::document::Edit;
use crate::draft::Draft;
use crate::export::changes;

/// The edits that make the filled text of `draft` of `original`, the text as it was read from the
/// file; in order and disjoint, and no more of them than what was filled in and changed. If nothing
/// but blanks was filled in, each blank is one edit at its place.
#[must_use]
pub fn edits_from(original: &str, draft: &Draft) -> Vec<Edit> {
    let changes = changes::of(original, draft).into_iter();
    changes.map(|change| Edit { span: change.original, replacement: change.text }).collect()
}
