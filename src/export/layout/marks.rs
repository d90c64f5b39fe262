//! The blanks of a draft in reading order, as they are shown.

use super::{LayoutOptions, Mark, wording};
use crate::draft::Draft;
use crate::export::label;
use crate::text::Span;

/// A place of the base text that is shown in another way than it is written.
pub(super) struct Marked {
    /// Its place; of a value: with the 余 that goes.
    pub(super) span: Span,
    /// What stands there: the mark and its text. Two of them for a tracked change.
    pub(super) shown: Vec<(Mark, String)>,
}

/// All places that are shown in another way, in reading order.
pub(super) fn read(draft: &Draft, options: &LayoutOptions) -> Vec<Marked> {
    let blanks = draft.open_blanks();
    blanks
        .map(|(index, blank)| marked(draft, options, index, blank.at.place(blank.at.fact.span)))
        .collect()
}

fn marked(draft: &Draft, options: &LayoutOptions, index: u32, span: Span) -> Marked {
    let Some(value) = draft.value(span) else { return open(draft, index, span) };
    let span = Span { end: span.end + draft.dropped_after(span), ..span };
    let value = value.to_owned();
    let shown = match options.revision_author {
        Some(_) => {
            let written = span.of(draft.text()).to_owned();
            vec![(Mark::Deleted, written), (Mark::Inserted, value)]
        }
        None => vec![(Mark::Filled, value)],
    };
    Marked { span, shown }
}

/// An open blank. Where a figure was deleted without a trace (完成亿元) the character after it is
/// marked: a comment needs something to hold on to.
fn open(draft: &Draft, index: u32, span: Span) -> Marked {
    let analysis = draft.session().analysis();
    let rest = &draft.text()[span.end as usize..];
    let after = rest.chars().next().filter(|c| span.is_empty() && *c != '\n');
    let span = Span { end: span.end + after.map_or(0, char::len_utf8) as u32, ..span };
    let placed = analysis.placeholders.get(index as usize);
    let section = placed.and_then(|placed| placed.at.section);
    let comment = wording::comment(
        &label::blank_name(analysis, index),
        label::blank_unit(analysis, index),
        placed.map_or("", |placed| label::kind_name(placed.at.fact.kind)),
        &label::section_path(&analysis.outline, section),
    );
    Marked { span, shown: vec![(Mark::Open(comment), span.of(draft.text()).to_owned())] }
}
