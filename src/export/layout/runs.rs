//! Cutting the text of a paragraph into runs.

use super::marks::{self, Marked};
use super::{LayoutOptions, Mark, Run};
use crate::document::BlockKind;
use crate::draft::Draft;
use crate::placeholder;
use crate::text::Span;
use crate::text::scanner::is_han;

/// Cuts one paragraph after the other, in reading order.
pub(super) struct Cutter<'a> {
    draft: &'a Draft,
    marked: Vec<Marked>,
    /// The first place that was not passed yet.
    next: usize,
    mark_filled: bool,
    markdown: bool,
}

/// Where the next run begins to look otherwise.
#[derive(Clone, Copy)]
struct Look {
    heading: Option<u8>,
    bold: bool,
}

impl<'a> Cutter<'a> {
    pub(super) fn new(draft: &'a Draft, options: &LayoutOptions) -> Self {
        let marked = marks::read(draft, options);
        let markdown = draft.session().document().is_markdown();
        Self { draft, marked, next: 0, mark_filled: options.mark_filled, markdown }
    }

    /// The runs of the text at `place`, which lies behind all places asked for before. `heading` is
    /// the end of the heading it opens with, and its level.
    pub(super) fn runs(&mut self, place: Span, heading: Option<(u32, u8)>) -> Vec<Run> {
        let place = self.with_blanks_at_its_edges(place);
        let stars = self.emphasis(place);
        let mut runs = Vec::new();
        let (mut at, mut bold) = (place.start, false);
        while at < place.end
            || self.marked.get(self.next).is_some_and(|m| m.span.start == at && at == place.end)
        {
            let level = heading.filter(|(end, _)| at < *end).map(|(_, level)| level);
            let look = Look { heading: level, bold };
            if let Some(marked) = self.marked.get(self.next).filter(|m| m.span.start <= at) {
                let (end, shown) = (marked.span.end, marked.shown.clone());
                let shown = shown.into_iter().filter(|_| marked.span.start == at);
                runs.extend(shown.map(|(mark, text)| self.run(text, look, Some(mark))));
                (at, self.next) = (end.max(at), self.next + 1);
                continue;
            }
            if stars.binary_search(&at).is_ok() {
                (at, bold) = (at + 2, !bold);
                continue;
            }
            let heading_end = heading.map(|(end, _)| end);
            let mark = self.marked.get(self.next).map(|marked| marked.span.start);
            let star = stars.get(stars.partition_point(|&star| star <= at)).copied();
            let stops = [heading_end, mark, star].into_iter().flatten();
            let end = stops.filter(|&stop| stop > at).min().map_or(place.end, |s| s.min(place.end));
            let text = Span { start: at, end }.of(self.draft.text()).to_owned();
            runs.push(self.run(text, look, None));
            at = end;
        }
        rejoin(&mut runs, self.keeps_breaks(place));
        runs.retain(|run| !run.text.is_empty());
        runs
    }

    /// A blank may be made of blanks itself (　年　月　日), so it is not cut at the paragraph's edge.
    /// Places before the paragraph are passed over.
    fn with_blanks_at_its_edges(&mut self, place: Span) -> Span {
        while self.marked.get(self.next).is_some_and(|m| {
            m.span.end < place.start || (m.span.end == place.start && !m.span.is_empty())
        }) {
            self.next += 1;
        }
        let first = self.marked.get(self.next).map_or(place.start, |m| m.span.start);
        let inside = self.marked[self.next..].iter().take_while(|m| m.span.start < place.end);
        let end = inside.last().map_or(place.end, |m| m.span.end.max(place.end));
        Span { start: place.start.min(first), end }
    }

    /// Where `**` of emphasis stand in the text at `place`.
    fn emphasis(&self, place: Span) -> Vec<u32> {
        let text = place.of(self.draft.text());
        let stars = placeholder::emphasis_marks(text, self.markdown).into_iter();
        stars.map(|star| place.start + star as u32).collect()
    }

    fn run(&self, text: String, look: Look, mark: Option<Mark>) -> Run {
        let mark = mark.filter(|mark| self.mark_filled || *mark != Mark::Filled);
        Run { text, heading: look.heading, bold: look.bold, mark }
    }

    /// Whether a line break in the paragraph was put there on purpose: in a heading or a cell. In
    /// plain text it is where a sentence met the margin.
    fn keeps_breaks(&self, place: Span) -> bool {
        let blocks = &self.draft.session().document().blocks;
        let at = blocks.partition_point(|block| block.span.end < place.end);
        blocks.get(at).is_some_and(|block| block.kind != BlockKind::Paragraph)
    }
}

/// Takes out the line breaks of plain text; two Latin words keep a blank between them.
fn rejoin(runs: &mut [Run], keep: bool) {
    let latin = |c: Option<char>| c.is_some_and(|c| c.is_alphabetic() && !is_han(c));
    // What a tracked change takes out may be several paragraphs, which come back by refusing it.
    let written = |run: &&mut Run| run.mark != Some(Mark::Deleted) && run.text.contains('\n');
    for run in runs.iter_mut().filter(|run| !keep && written(run)) {
        let mut joined = String::with_capacity(run.text.len());
        for (index, line) in run.text.split('\n').enumerate() {
            let line = if index == 0 { line } else { line.trim_start() };
            if index > 0 {
                joined.truncate(joined.trim_end().len());
                if latin(joined.chars().next_back()) && latin(line.chars().next()) {
                    joined.push(' ');
                }
            }
            joined.push_str(line);
        }
        run.text = joined;
    }
}
