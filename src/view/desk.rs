//! A report on the desk: the document, what is known about it, and the ways from one to the other.

use super::layout::Layout;
use super::paragraph::Paragraph;
use crate::analysis::{Analysis, PlacedMetric, PlacedPlaceholder};
use crate::document::Document;
use crate::draft::{Draft, Progress};
use crate::placeholder::Severity;
use crate::rules::Finding;
use crate::text::Span;
use crate::text::scanner::is_blank;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;
use std::rc::Rc;

/// Something that is marked in the text, by its index in the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// A metric, in `Analysis::metrics`.
    Metric(u32),
    /// A blank, in `Analysis::placeholders`.
    Blank(u32),
    /// A finding, in `Analysis::findings`.
    Finding(u32),
}

/// The four numbers at the head of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counters {
    /// Sections (章节).
    pub sections: usize,
    /// Metrics (指标).
    pub metrics: usize,
    /// Blanks that are still to be filled in (待填).
    pub blanks: usize,
    /// Findings (问题).
    pub findings: usize,
}

/// The first things of a chunk, by their indices in the report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Firsts {
    /// In [`Desk::paragraphs`].
    pub paragraph: u32,
    /// In `Analysis::metrics`.
    pub metric: u32,
    /// In `Analysis::placeholders`.
    pub blank: u32,
    /// In `Analysis::findings`.
    pub finding: u32,
}

/// A report on the desk.
#[derive(Debug)]
pub struct Desk {
    draft: Draft,
    layout: Rc<Layout>,
    counters: Counters,
    progress: Progress,
}

impl Desk {
    /// Lays a report on the desk.
    #[must_use]
    pub fn new(draft: Draft) -> Self {
        let layout = Layout::new(draft.session().document(), draft.session().analysis());
        Self::with_layout(draft, Rc::new(layout))
    }

    /// The same report after a step. Its text is laid out anew only if that changed.
    #[must_use]
    pub fn next(&self, draft: Draft) -> Self {
        if Rc::ptr_eq(self.draft.session(), draft.session()) {
            Self::with_layout(draft, Rc::clone(&self.layout))
        } else {
            Self::new(draft)
        }
    }

    fn with_layout(draft: Draft, layout: Rc<Layout>) -> Self {
        let analysis = draft.session().analysis();
        let progress = draft.progress();
        let counters = Counters {
            sections: analysis.outline.sections.len(),
            metrics: analysis.metrics.len(),
            blanks: progress.total - progress.filled,
            findings: analysis.findings.iter().filter(|f| !draft.is_ignored(f)).count(),
        };
        Self { draft, layout, counters, progress }
    }

    /// What has been done to it.
    #[must_use]
    pub fn draft(&self) -> &Draft {
        &self.draft
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        self.draft.session().document()
    }

    /// What is known about it.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        self.draft.session().analysis()
    }

    /// The whole text, blanks as they are written.
    #[must_use]
    pub fn text(&self) -> &str {
        self.draft.text()
    }

    /// The paragraphs to draw, in reading order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.layout.paragraphs
    }

    /// The paragraphs in groups that are painted together.
    #[must_use]
    pub fn chunks(&self) -> &[Range<u32>] {
        &self.layout.chunks
    }

    /// The four numbers at the head of the page.
    #[must_use]
    pub fn counters(&self) -> Counters {
        self.counters
    }

    /// How far the filling is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.progress
    }

    /// The value of blank `index`.
    #[must_use]
    pub fn value(&self, index: u32) -> Option<&str> {
        self.draft.value(self.place(Mark::Blank(index))?)
    }

    /// Whether blank `index` is to be filled in and is not yet.
    #[must_use]
    pub fn is_open(&self, index: u32) -> bool {
        self.blanks().get(index as usize).is_some_and(is_open) && self.value(index).is_none()
    }

    /// The title; `None` if the report has none.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.analysis().outline.frame.title.map(|span| span.of(self.text()).trim())
    }

    /// Where something stands in the text.
    #[must_use]
    pub fn place(&self, mark: Mark) -> Option<Span> {
        match mark {
            Mark::Metric(i) => self.analysis().metrics.get(i as usize).map(metric_place),
            Mark::Blank(i) => self.analysis().placeholders.get(i as usize).map(blank_place),
            Mark::Finding(i) => self.analysis().findings.get(i as usize).map(|f| f.span),
        }
    }

    /// The chunk that holds the byte `at`, as an index into [`Desk::chunks`].
    #[must_use]
    pub fn chunk_at(&self, at: u32) -> Option<usize> {
        let paragraph = self.paragraph_at(at)? as u32;
        Some(self.chunks().partition_point(|chunk| chunk.end <= paragraph))
    }

    /// The paragraph that holds the byte `at`, or the last one before it.
    #[must_use]
    pub fn paragraph_at(&self, at: u32) -> Option<usize> {
        self.paragraphs().partition_point(|p| p.span.start <= at).checked_sub(1)
    }

    /// What chunk `index` looks like, as a number: while it stays the same, nothing in it has to be
    /// drawn again.
    #[must_use]
    pub fn look(&self, index: usize) -> u64 {
        let mut hasher = DefaultHasher::new();
        self.layout.looks.get(index).hash(&mut hasher);
        let whole = self.chunk_span(index);
        let place = |span: &Span| span.start.wrapping_sub(whole.start);
        let (first, last) =
            (Span { start: whole.start, end: 0 }, Span { start: whole.end, end: u32::MAX });
        let marks = self.draft.marks();
        for (span, value) in marks.values.range(first..=last) {
            (place(span), value, marks.exact.contains(span)).hash(&mut hasher);
        }
        for (span, typed) in marks.refused.range(first..=last) {
            (place(span), typed, 'r').hash(&mut hasher);
        }
        for (span, rule) in marks.ignored.range((first, String::new())..=(last, String::new())) {
            (place(span), rule).hash(&mut hasher);
        }
        marks.ignored_rules.hash(&mut hasher);
        hasher.finish()
    }

    /// The part of the text that chunk `index` shows.
    fn chunk_span(&self, index: usize) -> Span {
        let range = self.chunks().get(index).cloned().unwrap_or_default();
        let paragraphs = self.paragraphs().get(range.start as usize..range.end as usize);
        let ends = paragraphs.and_then(|list| Some((list.first()?, list.last()?)));
        ends.map_or(Span::default(), |(a, b)| Span { start: a.span.start, end: b.span.end })
    }

    /// The first paragraph and the first marks of chunk `index`: indices in its elements count from
    /// them, so that an edit before it changes none of them.
    #[must_use]
    pub fn firsts(&self, index: usize) -> Firsts {
        let whole = self.chunk_span(index);
        Firsts {
            paragraph: self.chunks().get(index).map_or(0, |range| range.start),
            metric: self.metrics_in(whole).start as u32,
            blank: self.blanks_in(whole).start as u32,
            finding: self.findings().partition_point(|f| f.span.start < whole.start) as u32,
        }
    }

    /// The paragraphs that `region` touches, as indices; none, but in its place, if it is empty.
    #[must_use]
    pub fn paragraphs_in(&self, region: Span) -> Range<usize> {
        let from = self.paragraphs().partition_point(|p| p.span.end <= region.start);
        let to = self.paragraphs().partition_point(|p| p.span.start < region.end);
        from..to.max(from)
    }

    /// The text that is edited as one when somebody wants to change what stands at byte `at`: from
    /// the first character of the paragraph to its end.
    #[must_use]
    pub fn region_at(&self, at: u32) -> Option<Span> {
        let paragraph = self.paragraphs().get(self.paragraph_at(at)?)?.span;
        let blocks = &self.document().blocks;
        let block = blocks.get(blocks.partition_point(|block| block.span.end < paragraph.end));
        let block = block.filter(|block| block.span.contains(paragraph)).map(|block| block.span);
        let block = block.unwrap_or(paragraph);
        let text = block.of(self.text());
        let indent = text.len() - text.trim_start_matches(is_blank).len();
        Some(Span { start: block.start + indent as u32, end: block.end })
    }

    /// The next thing of a list after the place `from`, or the first: with `back`, the one before.
    pub(crate) fn step(order: &[(u32, Span)], from: Option<Span>, back: bool) -> Option<u32> {
        let (first, last) = (order.first()?, order.last()?);
        let Some(from) = from else { return Some(if back { last.0 } else { first.0 }) };
        let next = if back {
            order.iter().rev().find(|(_, span)| *span < from).unwrap_or(last)
        } else {
            order.iter().find(|(_, span)| *span > from).unwrap_or(first)
        };
        Some(next.0)
    }

    /// The finding after the place `from` (before it, with `back`), going round at the end. Those
    /// that are ignored are passed over.
    #[must_use]
    pub fn next_finding(&self, from: Option<Span>, back: bool) -> Option<u32> {
        let findings = (0_u32..).zip(self.findings()).filter(|(_, f)| !self.draft.is_ignored(f));
        let order: Vec<(u32, Span)> = findings.map(|(i, f)| (i, f.span)).collect();
        Self::step(&order, from, back)
    }

    /// The blank to fill in after the place `from` (before it, with `back`), going round at the
    /// end. Those that are filled in are passed over.
    #[must_use]
    pub fn next_blank(&self, from: Option<Span>, back: bool) -> Option<u32> {
        let open = self.draft.open_blanks().map(|(index, blank)| (index, blank_place(blank)));
        let order: Vec<(u32, Span)> =
            open.filter(|(_, span)| self.draft.value(*span).is_none()).collect();
        Self::step(&order, from, back)
    }

    /// The metrics that begin before `span` ends and end after it begins, as indices.
    pub(super) fn metrics_in(&self, span: Span) -> Range<usize> {
        let metrics = &self.analysis().metrics;
        metrics.partition_point(|m| metric_place(m).end <= span.start)
            ..metrics.partition_point(|m| metric_place(m).start < span.end)
    }

    /// The blanks in `span`, those of no length at its ends included, as indices.
    pub(super) fn blanks_in(&self, span: Span) -> Range<usize> {
        let blanks = &self.analysis().placeholders;
        blanks.partition_point(|b| blank_place(b).end < span.start)
            ..blanks.partition_point(|b| blank_place(b).start <= span.end)
    }

    /// The findings that may touch `span`, as indices; the caller still looks at each.
    pub(super) fn findings_near(&self, span: Span) -> Range<usize> {
        self.layout.reach.partition_point(|&end| end < span.start)
            ..self.analysis().findings.partition_point(|f| f.span.start <= span.end)
    }

    /// How many findings of `rule` are not ignored.
    pub(super) fn alike(&self, rule: &str) -> usize {
        let alike = self.findings().iter().filter(|f| f.rule == rule);
        alike.filter(|f| !self.draft.is_ignored(f)).count()
    }

    /// The metrics of the report.
    pub(super) fn metrics(&self) -> &[PlacedMetric] {
        &self.analysis().metrics
    }

    /// The blanks of the report.
    pub(super) fn blanks(&self) -> &[PlacedPlaceholder] {
        &self.analysis().placeholders
    }

    /// The findings of the report.
    pub(super) fn findings(&self) -> &[Finding] {
        &self.analysis().findings
    }
}

/// Where a metric stands in the text.
pub(super) fn metric_place(metric: &PlacedMetric) -> Span {
    metric.at.place(metric.at.fact.span)
}

/// Where a blank stands in the text.
pub(super) fn blank_place(blank: &PlacedPlaceholder) -> Span {
    blank.at.place(blank.at.fact.span)
}

/// Whether a blank is one that is to be filled in.
pub(super) fn is_open(blank: &PlacedPlaceholder) -> bool {
    blank.at.fact.severity == Severity::Fill
}

#[cfg(test)]
mod tests {
    use super::super::sample::desk;
    use super::*;

    #[test]
    fn counts_what_is_there() {
        let counters = Counters { sections: 3, metrics: 3, blanks: 2, findings: 3 };
        assert_eq!(desk().counters(), counters);
    }

    #[test]
    fn steps_through_a_list_and_round_at_its_end() {
        let desk = desk();
        let place = |i| desk.place(Mark::Finding(i));
        assert_eq!(desk.next_finding(None, false), Some(0));
        assert_eq!(desk.next_finding(place(0), false), Some(1));
        assert_eq!(desk.next_finding(place(2), false), Some(0));
        assert_eq!(desk.next_finding(place(0), true), Some(2));
        assert_eq!(desk.next_blank(None, true), Some(1));
    }

    #[test]
    fn every_place_lies_in_the_chunk_that_is_named_for_it() {
        let desk = desk();
        let last = desk.text().len() as u32 - 1;
        for at in [0, last / 2, last] {
            let chunk = &desk.chunks()[desk.chunk_at(at).unwrap()];
            assert!(chunk.contains(&(desk.paragraph_at(at).unwrap() as u32)));
        }
    }
}
