//! From edits of the text to changes of the elements that hold it.

use super::reason::Reason;
use crate::document::Edit;
use crate::reader::source::Source;
use crate::reader::trace::{Origin, Piece, Trace};
use crate::text::Span;
use std::collections::BTreeMap;
use std::ops::{Range, RangeInclusive};

/// What becomes of a stretch of an element's text. Of a mark, which has none, everything is one
/// stretch from 0 to 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) span: Span,
    pub(super) text: String,
}

/// What edits change in a file.
#[derive(Debug, Default)]
pub(super) struct Plan {
    /// What becomes of elements, by their numbers; parts in order.
    pub(super) nodes: BTreeMap<u32, Vec<Part>>,
    /// What goes as a whole: the borders of paragraphs that become one, paragraphs without text.
    pub(super) removed: Vec<Range<usize>>,
    /// What becomes of pieces that are written for something else, in their own bytes.
    rewritten: BTreeMap<usize, Vec<Part>>,
}

impl Plan {
    /// Whether nothing changes.
    pub(super) fn is_empty(&self) -> bool {
        self.nodes.is_empty() && self.removed.is_empty()
    }
}

/// What one edit changes, before it is certain that all of it can be done.
#[derive(Default)]
struct Steps {
    parts: Vec<(usize, Part)>,
    removed: Vec<Range<usize>>,
}

/// Finds out what edits change.
pub(super) struct Planner<'s> {
    source: &'s Source,
    trace: &'s Trace,
    is_tracked: bool,
    pub(super) plan: Plan,
}

impl<'s> Planner<'s> {
    pub(super) fn new(source: &'s Source, is_tracked: bool) -> Self {
        Self { source, trace: &source.trace, is_tracked, plan: Plan::default() }
    }

    /// Takes in one edit; edits come in order, and lie in the text.
    ///
    /// # Errors
    /// Says why it cannot be done; nothing of it is then.
    pub(super) fn edit(&mut self, edit: &Edit) -> Result<(), Reason> {
        let (narrow, text) = narrowed(&self.source.document.text, edit);
        let steps = self.steps(edit.span, &edit.replacement);
        // What it does not change may be what cannot be changed.
        let steps = steps.or_else(|reason| self.steps(narrow, text).map_err(|_| reason))?;
        for (index, part) in steps.parts {
            let piece = &self.trace.pieces[index];
            if piece.origin == Origin::Verbatim {
                let span = part.span.shift(piece.value.start);
                self.plan.nodes.entry(piece.node).or_default().push(Part { span, ..part });
            } else {
                self.plan.rewritten.entry(index).or_default().push(part);
            }
        }
        self.plan.removed.extend(steps.removed);
        Ok(())
    }

    /// What all edits change.
    pub(super) fn finish(mut self) -> Plan {
        for (index, parts) in std::mem::take(&mut self.plan.rewritten) {
            self.rewrite(index, parts);
        }
        for parts in self.plan.nodes.values_mut() {
            parts.sort_by_key(|part| part.span);
        }
        self.plan
    }

    /// Writes out a piece that is written for something else: its own text goes, and what it became
    /// is in the first element that holds text.
    fn rewrite(&mut self, index: usize, parts: Vec<Part>) {
        let pieces = &self.trace.pieces;
        let piece = pieces[index];
        let mark = |piece: &Piece| self.source.spot(piece.node).value.is_none();
        if piece.origin == Origin::Mark {
            // What is inserted beside a mark leaves it where it is.
            let place = |part: &Part| match part.span.start {
                _ if !part.span.is_empty() => Span::new(0, 1),
                0 => Span::new(0, 0),
                _ => Span::new(1, 1),
            };
            let parts = parts.into_iter().map(|part| Part { span: place(&part), ..part });
            self.plan.nodes.entry(piece.node).or_default().extend(parts);
            return;
        }
        let mut text = String::new();
        let (shown, mut done) = (piece.span.of(&self.source.document.text), 0);
        for part in &parts {
            text.push_str(&shown[done..part.span.start as usize]);
            text.push_str(&part.text);
            done = part.span.end as usize;
        }
        text.push_str(&shown[done..]);
        let joined = pieces[index + 1..].iter().take_while(|next| next.origin == Origin::Joined);
        let all: Vec<Piece> = [piece].into_iter().chain(joined.copied()).collect();
        let holder = all.iter().position(|piece| !mark(piece)).unwrap_or(0);
        for (at, piece) in all.iter().enumerate() {
            let span = if mark(piece) { Span::new(0, 1) } else { piece.value };
            let text = if at == holder { std::mem::take(&mut text) } else { String::new() };
            self.plan.nodes.entry(piece.node).or_default().push(Part { span, text });
        }
    }

    /// What it takes for `span` to become `text`, paragraph by paragraph.
    fn steps(&self, span: Span, text: &str) -> Result<Steps, Reason> {
        let paragraphs = &self.trace.paragraphs;
        let first = paragraphs.partition_point(|paragraph| paragraph.end < span.start);
        let last = paragraphs.partition_point(|paragraph| paragraph.end < span.end);
        if last >= paragraphs.len() {
            return Err(Reason::NoPlace);
        }
        let mut steps = Steps::default();
        let portions: Vec<Span> = (first..=last)
            .map(|index| Span {
                start: paragraphs[index].start.max(span.start),
                end: paragraphs[index].end.min(span.end),
            })
            .collect();
        let crossed = last - first;
        let lines: Vec<&str> = text.splitn(crossed + 1, '\n').collect();
        let fewer = crossed + 1 - lines.len();
        // Text that moves on to another paragraph must not come into another cell with it.
        if fewer > 0 && !text.is_empty() && !self.stand_together(first..=last) {
            return Err(Reason::Border);
        }
        // Paragraphs that lose all their text are no paragraphs of the text any more.
        let goes_first = span.start == paragraphs[first].start;
        let goes_last = span.end == paragraphs[last].end;
        let skip = if fewer > 0 && goes_first { fewer } else { 0 };
        for (at, portion) in portions.iter().enumerate() {
            let line = at.checked_sub(skip).and_then(|at| lines.get(at)).copied();
            self.replace(*portion, line.unwrap_or_default(), &mut steps)?;
        }
        let emptied = match () {
            () if fewer == 0 => return Ok(steps),
            () if goes_first => first..first + fewer,
            () if goes_last => last + 1 - fewer..last + 1,
            () => {
                self.merge(last - fewer..last, &mut steps)?;
                return Ok(steps);
            }
        };
        if !self.is_tracked {
            steps.removed.extend(emptied.filter_map(|index| self.emptied(index)));
        }
        Ok(steps)
    }

    /// Whether paragraphs stand in the same cell, text box or body.
    fn stand_together(&self, mut indices: RangeInclusive<usize>) -> bool {
        let container = |index: usize| {
            let first = self.pieces_in(self.trace.paragraphs[index]).first()?;
            self.source.container(self.source.paragraph(first.node)?)
        };
        let Some(first) = indices.next().and_then(container) else { return false };
        indices.all(|index| container(index) == Some(first))
    }

    /// The bytes of the paragraph whose text went, if it may go too.
    fn emptied(&self, index: usize) -> Option<Range<usize>> {
        let pieces = self.pieces_in(self.trace.paragraphs[index]);
        self.source.removable(self.source.paragraph(pieces.first()?.node)?)
    }

    /// Lets the paragraphs after each of `borders` go on where the one before ends.
    fn merge(&self, borders: Range<usize>, steps: &mut Steps) -> Result<(), Reason> {
        if self.is_tracked {
            return Err(Reason::Nested);
        }
        for border in borders {
            let (before, after) =
                (self.trace.paragraphs[border], self.trace.paragraphs[border + 1]);
            let first = self.pieces_in(before).last().ok_or(Reason::Border)?;
            let second = self.pieces_in(after).first().ok_or(Reason::Border)?;
            if second.span.start != after.start {
                return Err(Reason::Generated);
            }
            let paragraph = |piece: &Piece| self.source.paragraph(piece.node).ok_or(Reason::Border);
            let gap = self.source.between(paragraph(first)?, paragraph(second)?);
            steps.removed.push(gap.ok_or(Reason::Border)?);
        }
        Ok(())
    }

    /// What it takes for `span` of one paragraph to become `text`.
    fn replace(&self, span: Span, text: &str, steps: &mut Steps) -> Result<(), Reason> {
        if span.is_empty() {
            return if text.is_empty() { Ok(()) } else { self.insert(span.start, text, steps) };
        }
        let pieces = &self.trace.pieces;
        let first = pieces.partition_point(|piece| piece.span.end <= span.start);
        let after = pieces.partition_point(|piece| piece.span.start < span.end);
        let touched = first..after.max(first);
        let mut covered = span.start;
        for piece in &pieces[touched.clone()] {
            if piece.span.start > covered {
                return Err(Reason::Generated);
            }
            covered = covered.max(piece.span.end);
            self.check(piece)?;
        }
        if covered < span.end {
            return Err(Reason::Generated);
        }
        let own = touched.filter(|&index| pieces[index].origin != Origin::Joined);
        let own: Vec<usize> = own.collect();
        let holder = own.iter().position(|&index| pieces[index].origin != Origin::Mark);
        for (at, &index) in own.iter().enumerate() {
            let piece = pieces[index].span;
            let (start, end) = (span.start.max(piece.start), span.end.min(piece.end));
            let local = Span { start: start - piece.start, end: end - piece.start };
            let text = if at == holder.unwrap_or(0) { text } else { "" };
            steps.parts.push((index, Part { span: local, text: text.to_owned() }));
        }
        Ok(())
    }

    /// What it takes to write `text` at byte `at`, where nothing stands that it replaces: it goes on
    /// in the run before it, else begins the one after it.
    fn insert(&self, at: u32, text: &str, steps: &mut Steps) -> Result<(), Reason> {
        let pieces = &self.trace.pieces;
        let first = pieces.partition_point(|piece| piece.span.end < at);
        let near = pieces[first..].iter().enumerate().take_while(|(_, p)| p.span.start <= at);
        let order = |piece: &Piece| match piece.origin {
            _ if piece.span.start < at && at < piece.span.end => 0,
            Origin::Verbatim => 1,
            Origin::Mark => 2,
            _ => 3,
        };
        let fits = near.filter(|(_, p)| p.origin != Origin::Joined && self.check(p).is_ok());
        let (index, piece) = fits.min_by_key(|(_, piece)| order(piece)).ok_or(Reason::Generated)?;
        let local = Span { start: at - piece.span.start, end: at - piece.span.start };
        steps.parts.push((first + index, Part { span: local, text: text.to_owned() }));
        Ok(())
    }

    /// Whether what holds a piece may be changed.
    fn check(&self, piece: &Piece) -> Result<(), Reason> {
        let spot = self.source.spot(piece.node);
        match () {
            () if spot.is_deleted => Err(Reason::Deleted),
            () if self.is_tracked && (spot.run.is_none() || spot.prefix.is_empty()) => {
                Err(Reason::Nested)
            }
            () => Ok(()),
        }
    }

    /// The pieces of a paragraph.
    fn pieces_in(&self, paragraph: Span) -> &[Piece] {
        let pieces = &self.trace.pieces;
        let first = pieces.partition_point(|piece| piece.span.end <= paragraph.start);
        let after = pieces.partition_point(|piece| piece.span.start < paragraph.end);
        &pieces[first..after.max(first)]
    }
}

/// An edit without what it does not change at its ends.
fn narrowed<'e>(text: &str, edit: &'e Edit) -> (Span, &'e str) {
    let (old, new) = (edit.span.of(text), edit.replacement.as_str());
    let same = old.chars().zip(new.chars()).take_while(|(a, b)| a == b);
    let head: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let (old, new) = (&old[head..], &new[head..]);
    let same = old.chars().rev().zip(new.chars().rev()).take_while(|(a, b)| a == b);
    let tail: usize = same.map(|(c, _)| c.len_utf8()).sum();
    let start = edit.span.start as usize + head;
    (Span::new(start, start + old.len() - tail), &new[..new.len() - tail])
}
