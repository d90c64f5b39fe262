//! Pieces to paint: a paragraph cut where a mark begins or ends.
//!
//! Marks lie over one another (a slip inside a watermark, a blank inside a metric), elements on a
//! page can only lie inside one another. So a paragraph becomes a row of pieces that do not
//! overlap, and each says which marks cover it.

use super::desk::{Desk, blank_place, metric_place};
use super::paragraph::Paragraph;
use crate::text::Span;
use std::ops::Range;

/// A finding longer than this many bytes is not painted: a wave under half a page marks nothing.
const LONGEST_WAVE: usize = 900;

/// A run of text under one set of marks. Indices are those of the analysis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Piece {
    /// Its place in the document's text; empty for a mark without length (完成亿元).
    pub span: Span,
    /// Whether it belongs to a heading.
    pub heading: bool,
    /// The metric it belongs to.
    pub metric: Option<u32>,
    /// The blank it is.
    pub blank: Option<u32>,
    /// The innermost finding that covers it.
    pub finding: Option<u32>,
}

/// A mark of one layer, clipped to the paragraph.
type Layer = Vec<(Span, u32)>;

/// Cuts a paragraph into its pieces, in reading order; together they are the whole paragraph. What
/// is `selected` begins and ends a piece, too: a place that was found is no mark.
#[must_use]
pub fn pieces(desk: &Desk, paragraph: &Paragraph, selected: Option<Span>) -> Vec<Piece> {
    let whole = paragraph.span;
    let layers = Layers::of(desk, paragraph);
    let selected = selected.map_or(whole, |span| clip(span, whole));
    let ends = [whole, selected].into_iter().flat_map(|span| [span.start, span.end]);
    let mut cuts: Vec<u32> = layers.edges().chain(ends).collect();
    cuts.sort_unstable();
    let mut pieces = Vec::with_capacity(cuts.len());
    let mut cursor = Cursor::default();
    let mut previous = whole.start;
    for at in cuts {
        if at > previous {
            pieces.push(layers.piece(Span { start: previous, end: at }, &mut cursor));
            previous = at;
        }
        pieces.extend(layers.points_at(at, &mut cursor));
    }
    pieces
}

/// The marks of one paragraph, layer by layer, each in reading order.
struct Layers {
    heading: Option<Span>,
    metrics: Layer,
    blanks: Layer,
    findings: Layer,
    /// Blanks and findings without length.
    points: Vec<Piece>,
}

/// How far the layers have been read.
#[derive(Default)]
struct Cursor {
    metric: usize,
    blank: usize,
    finding: usize,
    point: usize,
    /// Findings that have begun, outermost first.
    open: Vec<(Span, u32)>,
}

impl Layers {
    fn of(desk: &Desk, paragraph: &Paragraph) -> Self {
        let whole = paragraph.span;
        let take = |indices: Range<usize>, place: &dyn Fn(usize) -> Span| -> Layer {
            indices.map(|i| (clip(place(i), whole), i as u32)).collect()
        };
        let mut metrics = take(desk.metrics_in(whole), &|i| metric_place(&desk.metrics()[i]));
        let mut blanks = take(desk.blanks_in(whole), &|i| blank_place(&desk.blanks()[i]));
        let near = desk.findings_near(whole);
        let painted = |&(_, i): &(Span, u32)| {
            let finding = &desk.findings()[i as usize];
            let span = finding.span;
            !desk.draft().is_ignored(finding)
                && span.len() <= LONGEST_WAVE
                && span.start <= whole.end
                && span.end >= whole.start
        };
        let mut findings = take(near, &|i| desk.findings()[i].span);
        findings.retain(painted);
        let mut points = Vec::new();
        points.extend(
            blanks
                .iter()
                .filter(|b| desk.blanks()[b.1 as usize].at.fact.span.is_empty())
                .map(|&(span, i)| Piece { blank: Some(i), ..point(span) }),
        );
        points.extend(
            findings
                .iter()
                .filter(|f| desk.findings()[f.1 as usize].span.is_empty())
                .map(|&(span, i)| Piece { finding: Some(i), ..point(span) }),
        );
        points.sort_by_key(|piece| piece.span);
        for layer in [&mut metrics, &mut blanks, &mut findings] {
            layer.retain(|(span, _)| !span.is_empty());
        }
        // Outer before inner where two begin together.
        findings.sort_by_key(|&(span, _)| (span.start, std::cmp::Reverse(span.end)));
        let heading = paragraph
            .section
            .and_then(|i| desk.analysis().outline.sections.get(i as usize))
            .map(|section| clip(section.heading, whole));
        Self { heading, metrics, blanks, findings, points }
    }

    /// Every byte where something begins or ends.
    fn edges(&self) -> impl Iterator<Item = u32> + '_ {
        let marks = [&self.metrics, &self.blanks, &self.findings];
        let spans = marks.into_iter().flatten().map(|(span, _)| *span);
        spans
            .chain(self.heading)
            .chain(self.points.iter().map(|p| p.span))
            .flat_map(|s| [s.start, s.end])
    }

    /// The piece at `span`, which no mark begins or ends inside of.
    fn piece(&self, span: Span, cursor: &mut Cursor) -> Piece {
        let covering = |layer: &Layer, from: &mut usize| {
            while layer.get(*from).is_some_and(|(mark, _)| mark.end <= span.start) {
                *from += 1;
            }
            layer.get(*from).filter(|(mark, _)| mark.contains(span)).map(|&(_, index)| index)
        };
        let metric = covering(&self.metrics, &mut cursor.metric);
        let blank = covering(&self.blanks, &mut cursor.blank);
        while let Some(&mark) = self.findings.get(cursor.finding) {
            if mark.0.start > span.start {
                break;
            }
            cursor.open.push(mark);
            cursor.finding += 1;
        }
        cursor.open.retain(|(mark, _)| mark.end > span.start);
        let finding = cursor.open.last().map(|&(_, index)| index);
        let heading = self.heading.is_some_and(|heading| heading.contains(span));
        Piece { span, heading, metric, blank, finding }
    }

    /// The marks without length at byte `at`.
    fn points_at(&self, at: u32, cursor: &mut Cursor) -> Vec<Piece> {
        let rest = &self.points[cursor.point..];
        let count = rest.iter().take_while(|piece| piece.span.start <= at).count();
        cursor.point += count;
        rest[..count].to_vec()
    }
}

/// The part of `span` that lies in `whole`.
fn clip(span: Span, whole: Span) -> Span {
    let start = span.start.clamp(whole.start, whole.end);
    Span { start, end: span.end.clamp(start, whole.end) }
}

/// A piece without length and without marks.
fn point(span: Span) -> Piece {
    Piece { span, heading: false, metric: None, blank: None, finding: None }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{self, desk};
    use super::*;

    /// The pieces of the paragraph that holds `needle`, as `text/layers`: m(etric), b(lank),
    /// f(inding), h(eading).
    #[track_caller]
    fn check(needle: &str, expected: &[&str]) {
        let desk = desk();
        let at = desk.text().find(needle).expect(needle) as u32;
        let paragraph = desk.paragraphs()[desk.paragraph_at(at).unwrap()];
        let pieces = pieces(&desk, &paragraph, None);
        let joined: String = pieces.iter().map(|piece| piece.span.of(desk.text())).collect();
        assert_eq!(joined, paragraph.span.of(desk.text()), "the pieces are the paragraph");
        let shown = pieces.iter().map(|piece| {
            let marks = [
                (piece.heading, 'h'),
                (piece.metric.is_some(), 'm'),
                (piece.blank.is_some(), 'b'),
                (piece.finding.is_some(), 'f'),
            ];
            let marks: String = marks.iter().filter(|(on, _)| *on).map(|(_, c)| *c).collect();
            format!("{}/{marks}", piece.span.of(desk.text()))
        });
        assert_eq!(shown.collect::<Vec<_>>(), expected);
    }

    #[test]
    fn cuts_where_marks_begin_and_end() {
        check("撰写心得", &["撰写心得/", "32篇/m", ",/f", "对接工作/", "*/mb", "余次/m", "。/"]);
        check(
            "1.城区",
            &[
                "1.城区管理/h", "。共完成/", "/b", "亿元/m", "，推进“百日行动”/", "行动/f",
                "。笔杆/f", "。/",
            ],
        );
    }

    #[test]
    fn a_paragraph_without_marks_is_one_piece() {
        check("今年以来", &["今年以来，认真履职。/"]);
        assert!(
            pieces(
                &sample::empty(),
                &Paragraph { role: super::super::Role::Body, span: Span::default(), section: None },
                None
            )
            .is_empty()
        );
    }
}
