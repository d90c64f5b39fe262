//! The blanks of a draft in reading order, as they are shown.

use super::{LayoutOptions, Mark, wording};
use crate::document::Edit;
use crate::draft::Draft;
use crate::export::changes;
use crate::text::Span;
use crate::text::order;

/// What parts paragraphs and cells.
const BORDERS: [char; 2] = ['\n', '\t'];

/// A place of the base text that is shown in another way than it is written.
pub(super) struct Marked {
    /// Its place; of a value: with the 余 that goes.
    pub(super) span: Span,
    /// What stands there: the mark and its text. Two of them for a tracked change.
    pub(super) shown: Vec<(Mark, String)>,
}

/// All places that are shown in another way, in reading order.
pub(super) fn read(draft: &Draft, options: &LayoutOptions) -> Vec<Marked> {
    let open = draft.open_blanks().filter_map(|(index, blank)| {
        let span = blank.at.place(blank.at.fact.span);
        draft.value(span).is_none().then(|| open(draft, index, span))
    });
    let mut done = match options.revision_author {
        Some(_) => tracked(draft),
        None => values(draft),
    };
    // What was rewritten is marked as such, and a blank in it no second time.
    let first = |at: u32, done: &[Marked]| done.partition_point(|own| own.span.end <= at);
    let is_free = |blank: &Marked| {
        let own = done.get(first(blank.span.start, &done));
        own.is_none_or(|own| !own.span.overlaps(blank.span))
    };
    let open: Vec<Marked> = open.filter(is_free).collect();
    done.extend(open);
    order::sort_by_key(&mut done, |marked| marked.span);
    done
}

/// The values.
fn values(draft: &Draft) -> Vec<Marked> {
    let edits = draft.value_edits(draft.whole());
    edits
        .map(|Edit { span, replacement }| Marked { span, shown: vec![(Mark::Filled, replacement)] })
        .collect()
}

/// Values, corrections and rewritten words as changes of the text before the first step. Of Markdown
/// the values alone: a mark that came or went is no text.
fn tracked(draft: &Draft) -> Vec<Marked> {
    let is_markdown = draft.session().document().is_markdown();
    let original = if is_markdown { draft.text().to_owned() } else { draft.original_text() };
    let mut marked = Vec::new();
    for change in changes::of(&original, draft) {
        let written = change.original.of(&original);
        let mut shown = Vec::new();
        if !written.is_empty() {
            shown.push((Mark::Deleted, written.to_owned()));
        }
        if !change.text.contains(BORDERS) && !change.base.of(draft.text()).contains(BORDERS) {
            shown.push((Mark::Inserted, change.text));
            marked.push(Marked { span: in_block(draft, change.base), shown });
            continue;
        }
        // A paragraph is shown on its own, and so is what changed in each.
        let at = Span { end: change.base.start, ..change.base };
        marked.push(Marked { span: in_block(draft, at), shown });
        let mut start = change.base.start;
        for piece in change.base.of(draft.text()).split_inclusive(BORDERS) {
            // Blanks at the edges are the indentation of plain text.
            let words = piece.trim();
            let from = start + (piece.len() - piece.trim_start().len()) as u32;
            let span = Span { start: from, end: from + words.len() as u32 };
            marked.push(Marked { span, shown: vec![(Mark::Inserted, draft.filled(span))] });
            start += piece.len() as u32;
        }
    }
    marked
}

/// An empty place between two paragraphs, where nothing is shown, moved to the nearest that is.
fn in_block(draft: &Draft, span: Span) -> Span {
    let blocks = &draft.session().document().blocks;
    let next = blocks.partition_point(|block| block.span.end < span.start);
    let at = match (blocks.get(next), blocks.last()) {
        (Some(block), _) => block.span.start.max(span.start),
        (None, Some(last)) => last.span.end,
        (None, None) => span.start,
    };
    if span.is_empty() { Span { start: at, end: at } } else { span }
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
    let section = section.map(|section| analysis.section_label(Some(section)));
    let comment = wording::comment(
        &analysis.blank_name(index),
        analysis.blank_unit(index),
        placed.map_or("", |placed| placed.at.fact.kind.name()),
        &section.unwrap_or_default(),
    );
    Marked { span, shown: vec![(Mark::Open(comment), span.of(draft.text()).to_owned())] }
}
