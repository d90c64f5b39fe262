//! Headings and numbered paragraphs before and after they have a place.

use super::place::{Candidate, Place};
use super::{Ending, Family, Line, LineRole, Marker, Section, scheme};
use crate::text::Span;
use crate::text::scanner;

/// Headings without number that stand above all others and have nothing under them.
const PREFACES: &[&str] =
    &["前言", "引言", "导语", "导言", "序言", "结束语", "结语", "后记", "小结", "摘要"];

/// An unnumbered heading is followed by a paragraph of at least so many characters.
const SHORTEST_PARAGRAPH: u8 = 30;

/// An unnumbered heading has at least so many characters; shorter lines are names.
const SHORTEST_UNNUMBERED: u8 = 4;

/// The title of an appendix has at most so many characters.
const LONGEST_APPENDIX_TITLE: u8 = 50;

/// What a node is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A heading alone on its line.
    StandAlone,
    /// A heading with its paragraph in the same line.
    RunIn,
    /// A numbered paragraph that is too long for a heading.
    Item,
    /// A heading with nothing above it or under it: 前言.
    Preface,
    /// The heading of an appendix; what follows stands under it.
    Appendix,
}

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

/// A heading or numbered paragraph.
pub(super) struct Node {
    /// The index of its line.
    pub(super) line: usize,
    /// What it is.
    pub(super) kind: Kind,
    /// Its marker, in the document's text.
    pub(super) marker: Option<Marker>,
    /// Its text, in the document's text.
    title: Span,
    confidence: u8,
    /// Where it belongs.
    pub(super) place: Place,
}

/// The nodes of `lines`, without those of the title block before `first` and of the sign-off.
pub(super) fn find(lines: &[Line<'_>], first: usize, signed: &std::ops::Range<usize>) -> Vec<Node> {
    let mut nodes: Vec<Node> = Vec::new();
    let (mut previous, mut in_code, mut free) = (None, false, first);
    let mut decimal = DecimalChapters::of(lines);
    for (index, line) in lines.iter().enumerate().skip(first) {
        in_code ^= line.text.starts_with("```");
        if in_code || index < free || signed.contains(&index) {
            continue;
        }
        match line.facts.role {
            LineRole::Heading { marker, title, run_in } => {
                let kind = if run_in { Kind::RunIn } else { Kind::StandAlone };
                nodes.push(Node::numbered(index, line, kind, marker, title));
            }
            LineRole::Item { marker, title } => {
                nodes.push(Node::numbered(index, line, Kind::Item, marker, title));
            }
            LineRole::Short { title } => {
                if let Some(node) = decimal.next(index, line) {
                    nodes.push(node);
                    continue;
                }
                let next = lines[index + 1..].iter().find(|l| l.facts.role != LineRole::Noise);
                nodes.extend(Node::unnumbered(index, line, title, previous, next));
            }
            LineRole::Appendix { title } => {
                let node = Node::appendix(index, line, title, lines.get(index + 1));
                free = index + if node.is_titled_below(line) { 2 } else { 1 };
                nodes.push(node);
            }
            LineRole::Body => nodes.extend(decimal.next(index, line)),
            LineRole::Noise => {}
        }
        if line.facts.role != LineRole::Noise {
            let numbered = matches!(line.facts.role, LineRole::Heading { .. });
            previous = Some((line.facts.ending, numbered));
        }
    }
    nodes
}

/// The chapters `1 总体情况` of a text whose sections are `1.1 主要指标`. By itself a number before
/// a blank is the row of a table as often as a heading.
struct DecimalChapters {
    /// The number that the next chapter has, if the text has sections of two numbers.
    next: Option<u32>,
}

impl DecimalChapters {
    fn of(lines: &[Line<'_>]) -> Self {
        let is_section = |line: &Line<'_>| matches!(line.facts.role, LineRole::Heading { marker, .. } if marker.family == Family::Multilevel(2));
        Self { next: lines.iter().any(is_section).then_some(1) }
    }

    /// The chapter that the line begins, if it has the number that is next.
    fn next(&mut self, index: usize, line: &Line<'_>) -> Option<Node> {
        let number = self.next?;
        let text = line.text.trim_start();
        let start = line.text.len() - text.len();
        let digits = number.to_string();
        let title = text.strip_prefix(&*digits)?.strip_prefix(scanner::is_blank)?.trim();
        let short = line.facts.length <= LONGEST_CHAPTER && line.facts.ending == Ending::Open;
        let worded = |c: char| scanner::is_han(c) || "“”、".contains(c);
        if !short || !title.chars().all(worded) || title.is_empty() {
            return None;
        }
        self.next = Some(number + 1);
        let end = line.text.trim_end().len();
        let title = Span::new(end - title.len(), end);
        let span = Span::new(start, start + digits.len());
        let marker = Marker { family: Family::Multilevel(1), number, span };
        Some(Node::numbered(index, line, Kind::StandAlone, marker, title))
    }
}

/// A chapter `1 总体情况` has at most so many characters.
const LONGEST_CHAPTER: u8 = 24;

impl Node {
    fn new(index: usize, line: &Line<'_>, kind: Kind, title: Span, confidence: u8) -> Self {
        let place = Place { parent: None, sequence: 0, depth: 0, defect: None };
        let title = title.shift(line.span.start);
        Self { line: index, kind, marker: None, title, confidence, place }
    }

    /// A line with a marker.
    fn numbered(index: usize, line: &Line<'_>, kind: Kind, marker: Marker, title: Span) -> Self {
        let (kind, sure) = match (line.facts.style, kind) {
            (Some(_), Kind::Item) => (Kind::RunIn, confidence::STYLED),
            (Some(_), _) => (kind, confidence::STYLED),
            (None, Kind::StandAlone) => (kind, confidence::STAND_ALONE),
            (None, Kind::Item) => (kind, confidence::ITEM),
            (None, _) => (kind, confidence::RUN_IN),
        };
        let marker = Marker { span: marker.span.shift(line.span.start), ..marker };
        Self { marker: Some(marker), ..Self::new(index, line, kind, title, sure) }
    }

    /// A short line without marker, if its style, its wording or its neighbours make it a heading.
    /// `previous` is how the line before ends and whether it is a numbered heading.
    fn unnumbered(
        index: usize,
        line: &Line<'_>,
        title: Span,
        previous: Option<(Ending, bool)>,
        next: Option<&Line<'_>>,
    ) -> Option<Self> {
        let facts = line.facts;
        let node = |kind, sure| Some(Self::new(index, line, kind, title, sure));
        if facts.style.is_some() {
            return node(Kind::StandAlone, confidence::STYLED);
        }
        if PREFACES.contains(&title.of(line.text)) {
            return node(Kind::Preface, confidence::KNOWN);
        }
        if facts.bold {
            return node(Kind::StandAlone, confidence::BOLD);
        }
        let is_first = |next: &Line<'_>| match next.facts.role {
            LineRole::Heading { marker, .. } | LineRole::Item { marker, .. } => marker.number == 1,
            _ => false,
        };
        let opens =
            next.is_some_and(|next| is_first(next) || next.facts.length >= SHORTEST_PARAGRAPH);
        let follows = match previous {
            Some((Ending::Open, true)) => next.is_some_and(is_first),
            Some((Ending::Open, false)) => false,
            Some(_) | None => true,
        };
        let is_heading = opens && follows && facts.length >= SHORTEST_UNNUMBERED;
        is_heading.then(|| Self::new(index, line, Kind::StandAlone, title, confidence::SHORT))
    }

    /// 附件1 with the title on the next line, 名词解释.
    fn appendix(index: usize, line: &Line<'_>, title: Span, next: Option<&Line<'_>>) -> Self {
        let node = Self::new(index, line, Kind::Appendix, title, confidence::KNOWN);
        let titled = next.filter(|next| {
            title.of(line.text).starts_with("附件")
                && next.facts.length <= LONGEST_APPENDIX_TITLE
                && next.facts.ending != Ending::Colon
                && matches!(next.facts.role, LineRole::Short { .. } | LineRole::Body)
                && !next.text.contains('。')
        });
        Self { title: titled.map_or(node.title, Line::trimmed), ..node }
    }

    /// Whether its title stands on the line after its own.
    fn is_titled_below(&self, line: &Line<'_>) -> bool {
        self.title.start > line.span.end
    }

    /// Whether it is a heading rather than a numbered paragraph.
    pub(super) fn is_heading(&self) -> bool {
        self.kind != Kind::Item
    }

    /// Whether its paragraph goes on in the same line.
    pub(super) fn is_run_in(&self) -> bool {
        matches!(self.kind, Kind::RunIn | Kind::Item)
    }

    /// What its place depends on.
    pub(super) fn candidate(&self, lines: &[Line<'_>]) -> Candidate {
        let mark = self.marker.and_then(|m| text_at(lines, self.line, m.span).chars().next_back());
        Candidate {
            number: self.marker.map(|marker| (marker.family, marker.number)),
            mark: mark.map_or(' ', scanner::fold),
            style: if self.kind == Kind::Appendix { Some(0) } else { lines[self.line].facts.style },
            root: matches!(self.kind, Kind::Preface | Kind::Appendix),
        }
    }

    /// Marker and text.
    fn heading(&self, line: &Line<'_>) -> Span {
        let start = match self.marker {
            Some(marker) => marker.span.start,
            None if self.is_titled_below(line) => line.trimmed().start,
            None => self.title.start,
        };
        Span { start, end: self.title.end.max(start) }
    }

    /// Its section, with an empty body and without parent.
    pub(super) fn section(&self, lines: &[Line<'_>]) -> Section {
        let line = &lines[self.line];
        let heading = self.heading(line);
        let number = match self.marker {
            Some(marker) => text_at(lines, self.line, marker.span),
            None if self.is_titled_below(line) => line.text,
            None => "",
        };
        let mut title = text_at(lines, self.line, self.title).to_owned();
        if title.contains('\n') {
            title = title.replace('\n', "");
        }
        let shortened = self.kind == Kind::Item && self.title.end < line.trimmed().end;
        if shortened && !title.is_empty() {
            title.push('…');
        }
        Section {
            number: number.split_whitespace().collect(),
            title,
            depth: 1,
            standard_level: self.marker.and_then(|marker| scheme::standard_level(marker.family)),
            heading,
            body: Span { start: heading.end, end: heading.end },
            parent: None,
            confidence: self.confidence,
            run_in: self.is_run_in(),
        }
    }
}

/// The text at `span`, which lies in line `index` or the next one.
fn text_at<'a>(lines: &[Line<'a>], index: usize, span: Span) -> &'a str {
    let inside = |line: &&Line<'a>| line.span.contains(span);
    lines[index..].iter().take(2).find(inside).map_or("", |line| {
        let start = (span.start - line.span.start) as usize;
        &line.text[start..start + span.len()]
    })
}
