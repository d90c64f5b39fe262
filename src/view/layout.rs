//! How the text lies on the page: paragraphs, and the chunks that are painted together.

use super::desk::{blank_place, metric_place};
use super::paragraph::{self, Paragraph};
use crate::analysis::Analysis;
use crate::document::Document;
use crate::text::Span;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

/// The text laid out. It changes when the text does, not when a blank is filled in.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) paragraphs: Vec<Paragraph>,
    pub(super) chunks: Vec<Range<u32>>,
    /// `reach[i]` is the greatest end of the findings up to `i`, so that those which overlap a
    /// paragraph can be found by bisection although findings may lie inside one another.
    pub(super) reach: Vec<u32>,
    /// Of each chunk what it looks like, as a number: the same text with the same marks at the same
    /// places in it has the same, wherever in the report it stands.
    pub(super) looks: Vec<u64>,
}

impl Layout {
    pub(super) fn new(document: &Document, analysis: &Analysis) -> Self {
        let paragraphs = paragraph::paragraphs(document, analysis);
        let chunks = paragraph::chunks(&paragraphs);
        let mut furthest = 0;
        let reach = analysis.findings.iter().map(|finding| {
            furthest = furthest.max(finding.span.end);
            furthest
        });
        let reach = reach.collect();
        let looks = Looks { document, analysis, metric: 0, blank: 0, finding: 0 };
        let looks = looks.of(&paragraphs, &chunks);
        Self { paragraphs, chunks, reach, looks }
    }
}

/// Goes through the marks of a report, chunk by chunk.
struct Looks<'a> {
    document: &'a Document,
    analysis: &'a Analysis,
    metric: usize,
    blank: usize,
    finding: usize,
}

impl Looks<'_> {
    fn of(mut self, paragraphs: &[Paragraph], chunks: &[Range<u32>]) -> Vec<u64> {
        let look = |chunk: &Range<u32>| {
            let paragraphs = &paragraphs[chunk.start as usize..chunk.end as usize];
            let (first, last) = (paragraphs.first(), paragraphs.last());
            let whole = first
                .zip(last)
                .map(|(first, last)| Span { start: first.span.start, end: last.span.end });
            self.look(paragraphs, whole.unwrap_or_default())
        };
        chunks.iter().map(look).collect()
    }

    fn look(&mut self, paragraphs: &[Paragraph], whole: Span) -> u64 {
        let mut hasher = DefaultHasher::new();
        whole.of(&self.document.text).hash(&mut hasher);
        let place =
            |span: Span| (span.start.wrapping_sub(whole.start), span.end.wrapping_sub(whole.start));
        for paragraph in paragraphs {
            (place(paragraph.span), paragraph.role, paragraph.section.is_some()).hash(&mut hasher);
        }
        let metrics = self.analysis.metrics[self.metric..].iter();
        for metric in metrics.take_while(|metric| metric_place(metric).start < whole.end) {
            (place(metric_place(metric)), 'm').hash(&mut hasher);
            self.metric += 1;
        }
        let blanks = self.analysis.placeholders[self.blank..].iter();
        for blank in blanks.take_while(|blank| blank_place(blank).start <= whole.end) {
            (place(blank_place(blank)), &blank.at.fact.label, 'b').hash(&mut hasher);
            self.blank += 1;
        }
        // A finding that reaches into the next chunks is drawn there as well, and rare.
        let findings = self.analysis.findings[self.finding..].iter();
        for finding in findings.take_while(|finding| finding.span.start <= whole.end) {
            (place(finding.span), &finding.message, 'f').hash(&mut hasher);
            self.finding += 1;
        }
        hasher.finish()
    }
}
