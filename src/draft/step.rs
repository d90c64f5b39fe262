//! One step of the history.

use super::marks::Change;
use crate::document::Edit;
use crate::text::Span;

/// One step: what it changed, there and back.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) name: String,
    /// Counts up over the life of a draft, so that it can be said what was saved.
    pub(super) number: u32,
    pub(super) forward: Vec<Edit>,
    pub(super) backward: Vec<Edit>,
    pub(super) forward_marks: Change,
    pub(super) backward_marks: Change,
    /// Where somebody still types: more of it belongs to the same step.
    pub(super) typing: Option<Typing>,
}

impl Step {
    /// Where it does something: the first of `edits`, which lead away from there, or the first mark
    /// that was changed to come there.
    pub(super) fn place(edits: &[Edit], marks: &Change) -> Option<Span> {
        edits.first().map(|edit| edit.span).or_else(|| marks.place())
    }
}

/// Where somebody types.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Typing {
    /// In the blank at this place.
    Blank(Span),
    /// In a region of the base text: where it is now, and what it was before the step.
    Region(Span, String),
}
