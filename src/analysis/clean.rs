//! A block's text without what a website spliced in, and the way back to the original.
//!
//! Figures are read from the clean text: the name of a metric must not hold an advert, and a
//! sentence that was cut in two is one sentence again.

use crate::document::Edit;
use crate::metric::Metric;
use crate::outline::LineFacts;
use crate::text::Span;
use crate::text::order;
use std::borrow::Cow;

/// The clean text of a block.
pub(super) struct Clean<'t> {
    text: Cow<'t, str>,
    /// What was replaced, in reading order.
    cuts: Vec<Cut>,
}

/// One replacement: its place in the original and in the clean text.
struct Cut {
    original: Span,
    clean: Span,
}

impl<'t> Clean<'t> {
    /// Applies `edits` to `text`; of edits that overlap, the first counts.
    pub(super) fn new<'e>(text: &'t str, edits: impl Iterator<Item = &'e Edit>) -> Self {
        let mut edits: Vec<&Edit> = edits.collect();
        if edits.is_empty() {
            return Self { text: Cow::Borrowed(text), cuts: Vec::new() };
        }
        order::sort_by_key(&mut edits, |edit| edit.span);
        let (mut clean, mut cuts, mut at) = (String::with_capacity(text.len()), Vec::new(), 0);
        for edit in edits {
            let Some(kept) = text.get(at..edit.span.start as usize) else { continue };
            clean.push_str(kept);
            let start = clean.len();
            clean.push_str(&edit.replacement);
            cuts.push(Cut { original: edit.span, clean: Span::new(start, clean.len()) });
            at = edit.span.end as usize;
        }
        clean.push_str(&text[at..]);
        Self { text: Cow::Owned(clean), cuts }
    }

    /// The clean text.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// Where a place of the original lies in the clean text; `None` if it was cut.
    pub(super) fn span(&self, span: Span) -> Option<Span> {
        let passed = self.cuts.partition_point(|cut| cut.original.end <= span.start);
        if self.cuts.get(passed).is_some_and(|cut| cut.original.overlaps(span)) {
            return None;
        }
        let shift = |at| match passed.checked_sub(1).map(|last| &self.cuts[last]) {
            Some(cut) => at - cut.original.end + cut.clean.end,
            None => at,
        };
        Some(Span { start: shift(span.start), end: shift(span.end) })
    }

    /// A metric of the clean text, in the original.
    pub(super) fn restore(&self, metric: Metric) -> Metric {
        Metric {
            span: self.original(metric.span),
            sentence: self.original(metric.sentence),
            blank: metric.blank.map(|blank| self.original(blank)),
            ..metric
        }
    }

    /// What the clean text is in the structure, in the original.
    pub(super) fn restore_line(&self, line: LineFacts) -> LineFacts {
        line.moved(|span| self.original(span))
    }

    /// Where a place of the clean text lies in the original: a cut at its edge lies outside.
    fn original(&self, span: Span) -> Span {
        let start = self.cuts.partition_point(|cut| cut.clean.end <= span.start);
        let end = self.cuts.partition_point(|cut| cut.clean.end < span.end);
        let shift = |at, passed: usize| match passed.checked_sub(1).map(|last| &self.cuts[last]) {
            Some(cut) => at - cut.clean.end + cut.original.end,
            None => at,
        };
        let start = shift(span.start, start);
        Span { start, end: shift(span.end, end).max(start) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_find_their_way_there_and_back() {
        let text = "1.立案，某网www，12起";
        let cut = |needle: &str| {
            let start = text.find(needle).expect(needle);
            Edit { span: Span::new(start, start + needle.len()), replacement: String::new() }
        };
        let edits = [cut("1."), cut("某网www，")];
        let clean = Clean::new(text, edits.iter());
        assert_eq!(clean.text(), "立案，12起");
        let figure = Span::new(text.len() - "12起".len(), text.len());
        let there = clean.span(figure).expect("it was not cut");
        assert_eq!((there.of(clean.text()), clean.original(there)), ("12起", figure));
        assert_eq!(clean.span(edits[1].span), None);
    }
}
