//! A report on the desk: the document, what is known about it, and the ways from one to the other.

use super::paragraph::{self, Paragraph};
use crate::analysis::{Analysis, PlacedMetric, PlacedPlaceholder};
use crate::document::Document;
use crate::placeholder::Severity;
use crate::rules::Finding;
use crate::text::Span;
use std::ops::Range;

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

/// A report on the desk.
#[derive(Debug)]
pub struct Desk {
    document: Document,
    analysis: Analysis,
    paragraphs: Vec<Paragraph>,
    chunks: Vec<Range<u32>>,
    /// `reach[i]` is the greatest end of the findings up to `i`, so that those which overlap a
    /// paragraph can be found by bisection although findings may lie inside one another.
    reach: Vec<u32>,
    counters: Counters,
}

impl Desk {
    /// Lays a report on the desk.
    #[must_use]
    pub fn new(document: Document, analysis: Analysis) -> Self {
        let paragraphs = paragraph::paragraphs(&document, &analysis);
        let chunks = paragraph::chunks(&paragraphs);
        let mut furthest = 0;
        let reach = analysis.findings.iter().map(|finding| {
            furthest = furthest.max(finding.span.end);
            furthest
        });
        let counters = Counters {
            sections: analysis.outline.sections.len(),
            metrics: analysis.metrics.len(),
            blanks: analysis.placeholders.iter().filter(|blank| is_open(blank)).count(),
            findings: analysis.findings.len(),
        };
        Self { reach: reach.collect(), document, analysis, paragraphs, chunks, counters }
    }

    /// The document.
    #[must_use]
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// What is known about it.
    #[must_use]
    pub fn analysis(&self) -> &Analysis {
        &self.analysis
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.document.text
    }

    /// The paragraphs to draw, in reading order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// The paragraphs in groups that are painted together.
    #[must_use]
    pub fn chunks(&self) -> &[Range<u32>] {
        &self.chunks
    }

    /// The four numbers at the head of the page.
    #[must_use]
    pub fn counters(&self) -> Counters {
        self.counters
    }

    /// The title; `None` if the report has none.
    #[must_use]
    pub fn title(&self) -> Option<&str> {
        self.analysis.outline.frame.title.map(|span| span.of(&self.document.text).trim())
    }

    /// Where something stands in the text.
    #[must_use]
    pub fn place(&self, mark: Mark) -> Option<Span> {
        match mark {
            Mark::Metric(i) => self.analysis.metrics.get(i as usize).map(metric_place),
            Mark::Blank(i) => self.analysis.placeholders.get(i as usize).map(blank_place),
            Mark::Finding(i) => self.analysis.findings.get(i as usize).map(|f| f.span),
        }
    }

    /// The chunk that holds the byte `at`, as an index into [`Desk::chunks`].
    #[must_use]
    pub fn chunk_at(&self, at: u32) -> Option<usize> {
        let paragraph = self.paragraph_at(at)? as u32;
        Some(self.chunks.partition_point(|chunk| chunk.end <= paragraph))
    }

    /// The paragraph that holds the byte `at`, or the last one before it.
    #[must_use]
    pub fn paragraph_at(&self, at: u32) -> Option<usize> {
        self.paragraphs.partition_point(|p| p.span.start <= at).checked_sub(1)
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

    /// The finding after the place `from` (before it, with `back`), going round at the end.
    #[must_use]
    pub fn next_finding(&self, from: Option<Span>, back: bool) -> Option<u32> {
        let findings = self.analysis.findings.iter().enumerate();
        let order: Vec<(u32, Span)> = findings.map(|(i, f)| (i as u32, f.span)).collect();
        Self::step(&order, from, back)
    }

    /// The open blank after the place `from` (before it, with `back`), going round at the end.
    #[must_use]
    pub fn next_blank(&self, from: Option<Span>, back: bool) -> Option<u32> {
        let blanks = self.analysis.placeholders.iter().enumerate();
        let open = blanks.filter(|(_, blank)| is_open(blank));
        let order: Vec<(u32, Span)> = open.map(|(i, b)| (i as u32, blank_place(b))).collect();
        Self::step(&order, from, back)
    }

    /// The metrics that begin before `span` ends and end after it begins, as indices.
    pub(super) fn metrics_in(&self, span: Span) -> Range<usize> {
        let metrics = &self.analysis.metrics;
        metrics.partition_point(|m| metric_place(m).end <= span.start)
            ..metrics.partition_point(|m| metric_place(m).start < span.end)
    }

    /// The blanks in `span`, those of no length at its ends included, as indices.
    pub(super) fn blanks_in(&self, span: Span) -> Range<usize> {
        let blanks = &self.analysis.placeholders;
        blanks.partition_point(|b| blank_place(b).end < span.start)
            ..blanks.partition_point(|b| blank_place(b).start <= span.end)
    }

    /// The findings that may touch `span`, as indices; the caller still looks at each.
    pub(super) fn findings_near(&self, span: Span) -> Range<usize> {
        self.reach.partition_point(|&end| end < span.start)
            ..self.analysis.findings.partition_point(|f| f.span.start <= span.end)
    }

    /// The metrics of the report.
    pub(super) fn metrics(&self) -> &[PlacedMetric] {
        &self.analysis.metrics
    }

    /// The blanks of the report.
    pub(super) fn blanks(&self) -> &[PlacedPlaceholder] {
        &self.analysis.placeholders
    }

    /// The findings of the report.
    pub(super) fn findings(&self) -> &[Finding] {
        &self.analysis.findings
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

/// Whether a blank is still to be filled in.
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
