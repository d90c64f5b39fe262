//! From lines to the outline, in one pass.

use super::place::{self, Candidate, Place};
use super::{
    Ending, Frame, Genre, Line, LineRole, Marker, Numbered, Outline, Section, closing, date,
    enumerate, genre, scheme, sign_off, title,
};
use crate::text::Span;

/// Headings without number that stand above all others.
const KNOWN_HEADINGS: &[&str] =
    &["前言", "引言", "导语", "导言", "序言", "结束语", "结语", "后记", "小结", "摘要"];

/// An unnumbered heading is followed by a paragraph of at least so many characters.
const SHORTEST_PARAGRAPH: u8 = 30;

/// An unnumbered heading has at least so many characters; shorter lines are names.
const SHORTEST_UNNUMBERED: u8 = 4;

/// How sure a heading is, in per cent.
mod confidence {
    pub(super) const STYLED: u8 = 98;
    pub(super) const STAND_ALONE: u8 = 95;
    pub(super) const RUN_IN: u8 = 90;
    pub(super) const KNOWN: u8 = 85;
    pub(super) const ITEM: u8 = 70;
    pub(super) const BOLD: u8 = 65;
    pub(super) const SHORT: u8 = 55;
}

/// A heading or numbered paragraph in its place.
pub(super) struct Node {
    /// The index of its line.
    pub(super) line: usize,
    /// Its marker, in the document's text.
    pub(super) marker: Option<Marker>,
    /// Its text, in the document's text.
    title: Span,
    /// Whether its paragraph goes on in the same line.
    pub(super) run_in: bool,
    /// Whether it is a heading rather than a numbered paragraph.
    heading: bool,
    /// Whether it begins an appendix: 附件1.
    appendix: bool,
    /// Whether nothing stands above it.
    root: bool,
    confidence: u8,
    /// Where it belongs.
    pub(super) place: Place,
}

/// Builds the outline of `lines`.
pub(super) fn build(lines: &[Line<'_>]) -> Outline {
    let mut frame = Frame::default();
    let first = title::read(lines, &mut frame);
    let appendix = |line: &Line<'_>| matches!(line.facts.role, LineRole::Appendix { .. });
    let main_end = lines[first..].iter().position(appendix).map_or(lines.len(), |at| first + at);
    let signed = sign_off::read(&lines[..main_end], first, &mut frame);
    let mut nodes = nodes(lines, first, signed..main_end);
    let candidates: Vec<Candidate> = nodes.iter().map(|node| node.candidate(lines)).collect();
    for (node, place) in nodes.iter_mut().zip(place::place_all(&candidates)) {
        node.place = place;
    }
    let own = nodes.partition_point(|node| node.line < main_end);
    frame.closing = closing::find(lines, &nodes[..own], signed);
    let main_text_end = frame
        .closing
        .map(|span| span.start)
        .or_else(|| lines.get(signed).filter(|_| signed < main_end).map(|line| line.span.start));
    let kept = kept(&nodes);
    let sections = sections(lines, &nodes, &kept, own, main_text_end);
    let numbering = numbering(lines, &nodes, &kept);
    let (genre, year) = identify(lines, &frame, &sections);
    Outline { sections, numbering, frame, genre, year }
}

/// The headings and numbered paragraphs of `lines`, without those of the title block before
/// `first` and of the sign-off.
fn nodes(lines: &[Line<'_>], first: usize, signed: std::ops::Range<usize>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let (mut previous, mut in_code, mut taken) = (None, false, first);
    for (index, line) in lines.iter().enumerate().skip(first) {
        in_code ^= line.text.starts_with("```");
        if in_code || index < taken || signed.contains(&index) {
            continue;
        }
        match line.facts.role {
            LineRole::Heading { marker, title, run_in } => {
                nodes.push(Node::numbered(index, line, marker, title, Some(run_in)));
            }
            LineRole::Item { marker, title } => {
                nodes.push(Node::numbered(index, line, marker, title, None));
            }
            LineRole::Short { title } => {
                let next = lines[index + 1..].iter().find(|l| l.facts.role != LineRole::Noise);
                nodes.extend(Node::unnumbered(index, line, title, previous, next));
            }
            LineRole::Appendix { title } => {
                let node = Node::appendix(index, line, title, lines.get(index + 1));
                taken = index + if node.title == title.shift(line.span.start) { 1 } else { 2 };
                nodes.push(node);
            }
            LineRole::Body | LineRole::Noise => {}
        }
        if line.facts.role != LineRole::Noise {
            previous = Some(line.facts.ending);
        }
    }
    nodes
}

impl Node {
    fn new(index: usize, line: &Line<'_>, title: Span, confidence: u8) -> Self {
        let place = Place { parent: None, sequence: 0, depth: 0, defect: None };
        Self {
            line: index,
            marker: None,
            title: title.shift(line.span.start),
            run_in: false,
            heading: true,
            appendix: false,
            root: false,
            confidence,
            place,
        }
    }

    /// A line with a marker; `run_in` is `None` for a numbered paragraph.
    fn numbered(
        index: usize,
        line: &Line<'_>,
        marker: Marker,
        title: Span,
        run_in: Option<bool>,
    ) -> Self {
        let sure = match (line.facts.style, run_in) {
            (Some(_), _) => confidence::STYLED,
            (None, Some(false)) => confidence::STAND_ALONE,
            (None, Some(true)) => confidence::RUN_IN,
            (None, None) => confidence::ITEM,
        };
        Self {
            marker: Some(Marker { span: marker.span.shift(line.span.start), ..marker }),
            run_in: run_in.unwrap_or(true),
            heading: run_in.is_some() || line.facts.style.is_some(),
            ..Self::new(index, line, title, sure)
        }
    }

    /// A short line without marker, if its style, its wording or its neighbours make it a heading.
    fn unnumbered(
        index: usize,
        line: &Line<'_>,
        title: Span,
        previous: Option<Ending>,
        next: Option<&Line<'_>>,
    ) -> Option<Self> {
        let facts = line.facts;
        let node = |sure| Self::new(index, line, title, sure);
        if facts.style.is_some() {
            return Some(node(confidence::STYLED));
        }
        if KNOWN_HEADINGS.contains(&title.of(line.text)) {
            return Some(Self { root: true, ..node(confidence::KNOWN) });
        }
        if facts.bold {
            return Some(node(confidence::BOLD));
        }
        let opens = next.is_some_and(|next| match next.facts.role {
            LineRole::Heading { marker, .. } | LineRole::Item { marker, .. } => marker.number == 1,
            _ => next.facts.length >= SHORTEST_PARAGRAPH,
        });
        let follows = previous.is_none_or(|ending| ending == Ending::Complete);
        (opens && follows && facts.length >= SHORTEST_UNNUMBERED).then(|| node(confidence::SHORT))
    }

    /// 附件1 with the title on the next line, 名词解释.
    fn appendix(index: usize, line: &Line<'_>, title: Span, next: Option<&Line<'_>>) -> Self {
        let node =
            Self { appendix: true, root: true, ..Self::new(index, line, title, confidence::KNOWN) };
        let named = next.filter(|next| {
            title.of(line.text).starts_with("附件")
                && next.facts.length <= 50
                && next.facts.ending != Ending::Colon
                && matches!(next.facts.role, LineRole::Short { .. } | LineRole::Body)
                && !next.text.contains('。')
        });
        match named {
            Some(next) => Self { title: next.trimmed(), ..node },
            None => node,
        }
    }

    fn candidate(&self, lines: &[Line<'_>]) -> Candidate {
        let line = &lines[self.line];
        let mark = self.marker.and_then(|marker| {
            let end = (marker.span.end - line.span.start) as usize;
            line.text[..end].chars().next_back()
        });
        Candidate {
            number: self.marker.map(|marker| (marker.family, marker.number)),
            mark: mark.map_or(' ', crate::text::scanner::fold),
            style: if self.appendix { Some(0) } else { line.facts.style },
            root: self.root,
        }
    }

    /// Marker and text.
    fn heading_span(&self, lines: &[Line<'_>]) -> Span {
        let start = match self.marker {
            Some(marker) => marker.span.start,
            None if self.appendix => lines[self.line].trimmed().start,
            None => self.title.start,
        };
        Span { start, end: self.title.end.max(start) }
    }
}

/// Which nodes are sections. All of one sequence or none: a list of long paragraphs (附件 of
/// 内蒙古's report of 2026) is none although one of ten might pass for a heading, and the one long
/// paragraph among headings is one. What has sections under it is one.
fn kept(nodes: &[Node]) -> Vec<bool> {
    let sequences = nodes.iter().map(|node| node.place.sequence as usize + 1).max().unwrap_or(0);
    let mut counts = vec![(0_u32, 0_u32); sequences];
    for node in nodes {
        let (headings, all) = &mut counts[node.place.sequence as usize];
        *headings += u32::from(node.heading);
        *all += 1;
    }
    let mut kept: Vec<bool> = nodes
        .iter()
        .map(|node| {
            let (headings, all) = counts[node.place.sequence as usize];
            headings * 3 >= all
        })
        .collect();
    for index in (0..nodes.len()).rev() {
        if let (true, Some(parent)) = (kept[index], nodes[index].place.parent) {
            kept[parent as usize] = true;
        }
    }
    kept
}

/// The sections; those of the first `own` nodes end where the main text does.
fn sections(
    lines: &[Line<'_>],
    nodes: &[Node],
    kept: &[bool],
    own: usize,
    main_text_end: Option<u32>,
) -> Vec<Section> {
    let text_end = lines.last().map_or(0, |line| line.span.end);
    let mut indices: Vec<Option<u32>> = vec![None; nodes.len()];
    let mut sections: Vec<Section> = Vec::new();
    for (i, node) in nodes.iter().enumerate().filter(|&(i, _)| kept[i]) {
        let heading = node.heading_span(lines);
        if let Some(last) = sections.last_mut() {
            let end = if i >= own { main_text_end.unwrap_or(heading.start) } else { heading.start };
            last.body.end = last.body.end.min(end.min(heading.start)).max(last.body.start);
        }
        indices[i] = Some(sections.len() as u32);
        let parent = node.place.parent.and_then(|parent| indices[parent as usize]);
        let depth = parent.map_or(1, |parent| sections[parent as usize].depth + 1);
        let body = Span { start: heading.end, end: text_end.max(heading.end) };
        sections.push(node.section(lines, heading, body, parent, depth));
    }
    let main_is_last = nodes.iter().zip(kept).skip(own).all(|(_, kept)| !kept);
    if let (true, Some(end), Some(last)) = (main_is_last, main_text_end, sections.last_mut()) {
        last.body.end = end.max(last.body.start);
    }
    sections
}

impl Node {
    fn section(
        &self,
        lines: &[Line<'_>],
        heading: Span,
        body: Span,
        parent: Option<u32>,
        depth: u8,
    ) -> Section {
        let line = &lines[self.line];
        let text = |span: Span| text_between(lines, self.line, span);
        let joined = |text: &str| text.replace('\n', "");
        let number = match self.marker {
            Some(marker) => text(marker.span).replace(|c: char| c.is_whitespace(), ""),
            None if self.title.start > line.span.end => line.text.trim().to_owned(),
            None => String::new(),
        };
        let mut title = joined(text(self.title));
        let shortened = !self.heading && self.title.end < line.trimmed().end;
        if shortened && !title.is_empty() {
            title.push('…');
        }
        Section {
            number,
            title,
            depth,
            standard_level: self.marker.and_then(|marker| scheme::standard_level(marker.family)),
            heading,
            body,
            parent,
            confidence: self.confidence,
            run_in: self.run_in,
        }
    }
}

/// The text at `span`, which lies in line `index` or the next one.
fn text_between<'a>(lines: &[Line<'a>], index: usize, span: Span) -> &'a str {
    let inside = |line: &&Line<'a>| line.span.contains(span);
    lines[index..].iter().take(2).find(inside).map_or("", |line| {
        let start = (span.start - line.span.start) as usize;
        &line.text[start..start + span.len()]
    })
}

/// All markers in their place.
fn numbering(lines: &[Line<'_>], nodes: &[Node], kept: &[bool]) -> Vec<Numbered> {
    let mut section = 0;
    let mut numbering = Vec::with_capacity(nodes.len());
    for (node, &kept) in nodes.iter().zip(kept) {
        if let Some(marker) = node.marker {
            let Place { sequence, depth, defect, .. } = node.place;
            let section = kept.then_some(section);
            numbering.push(Numbered { marker, sequence, depth, section, defect });
        }
        section += u32::from(kept);
    }
    let last_sequence = nodes.iter().map(|node| node.place.sequence).max().unwrap_or(0);
    let begins_section = |line: usize| nodes.binary_search_by_key(&line, |node| node.line).is_ok();
    numbering.extend(enumerate::read(lines, begins_section, last_sequence));
    numbering
}

/// Genre and year: by the title, else by how the report opens.
fn identify(lines: &[Line<'_>], frame: &Frame, sections: &[Section]) -> (Genre, Option<u16>) {
    let text = |span: Option<Span>| {
        let span = span.unwrap_or_default();
        let first = lines.partition_point(|line| line.span.end <= span.start);
        let covered = lines[first..].iter().take(3).filter(|line| span.overlaps(line.span));
        covered.map(|line| line.text).collect::<String>()
    };
    let title = text(frame.title) + &text(frame.subtitle);
    let opening = text(frame.lead);
    let genre = genre::by_title(&title).or_else(|| genre::by_lead(&opening)).unwrap_or_default();
    let headings = || sections.iter().find_map(|section| date::first_year(&section.title));
    let year = date::first_year(&title)
        .or_else(|| date::first_year(&opening))
        .or_else(headings)
        .or_else(|| date::first_year(&text(frame.date)));
    (genre, year)
}
