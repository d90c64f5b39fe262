//! The overview (总览): a report at one glance, to look at rather than to read.

use super::desk::{Desk, Mark, blank_place, metric_place};
use crate::analysis::characters;
use crate::genre::{Part, composition};
use crate::rules::Severity;
use crate::text::Span;
use crate::text::order;

/// Characters a minute when a report is read aloud to a meeting: news is read at 250 to 300, a
/// report at 200 to 240.
const ALOUD: u32 = 220;

/// Characters a minute when it is read silently.
const SILENT: u32 = 450;

/// A bar has room for so many ticks; marks closer together than that share one.
const TICKS: u64 = 100;

/// A report at one glance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Overview {
    /// The kind of report (文种), if it is told.
    pub kind: Option<&'static str>,
    /// The year it reports on.
    pub year: Option<u16>,
    /// 字数.
    pub characters: u32,
    /// Minutes to read it aloud to a meeting.
    pub aloud: u32,
    /// Minutes to read it silently.
    pub silent: u32,
    /// Its stretches in reading order.
    pub stretches: Vec<Stretch>,
    /// The parts that reports of its kind have, but for those that are optional and not there.
    pub parts: Vec<Part>,
}

/// What a stretch of the text is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StretchKind {
    /// Title block and lead, before the first section.
    Opening,
    /// A top section with all beneath it, as an index into `Outline::sections`.
    Section(u32),
    /// The closing, and what follows it up to an appendix.
    Closing,
    /// All of a report that has no sections.
    Whole,
}

/// A stretch of the text, as a bar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stretch {
    /// What it is.
    pub kind: StretchKind,
    /// From its first to its last byte.
    pub span: Span,
    /// 字数.
    pub characters: u32,
    /// Its share of the report's characters, in per cent, rounded.
    pub share: u32,
    /// The length of its bar, in per mille of the longest.
    pub length: u32,
    /// How many metrics it holds.
    pub metrics: usize,
    /// Where its open blanks are.
    pub blanks: Ticks,
    /// Where its findings are.
    pub findings: Ticks,
}

/// Marks along a bar.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ticks {
    /// How many there are.
    pub count: usize,
    /// Where to draw them, in per mille of the bar.
    pub places: Vec<u32>,
}

/// How many of something there are, and which to go to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tally<K> {
    /// What is counted.
    pub kind: K,
    /// How many.
    pub count: usize,
    /// How many of them are done.
    pub done: usize,
    /// The length of its bar, in per mille of the most.
    pub length: u32,
    /// The first that is not done; the first if all are.
    pub first: Mark,
}

impl Overview {
    /// The overview of a report.
    #[must_use]
    pub fn new(desk: &Desk) -> Self {
        let outline = &desk.analysis().outline;
        let composition = composition(desk.document(), outline);
        let all = desk.analysis().characters;
        Self {
            kind: composition.kind,
            year: outline.year,
            characters: all,
            aloud: minutes(all, ALOUD),
            silent: minutes(all, SILENT),
            stretches: stretches(desk),
            parts: composition.parts.into_iter().filter(|p| p.usual || p.found.is_some()).collect(),
        }
    }

    /// How many parts are worth a suggestion.
    #[must_use]
    pub fn suggestions(&self) -> usize {
        self.parts.iter().filter(|part| part.is_missing()).count()
    }
}

/// The blanks that are to be filled in, by what they stand for, the most first; those with a value
/// are done.
#[must_use]
pub fn blank_tallies(desk: &Desk) -> Vec<Tally<&'static str>> {
    let blanks = desk.draft().open_blanks();
    let marks = blanks.map(|(index, blank)| {
        (blank.at.fact.kind.name(), Mark::Blank(index), !desk.is_open(index))
    });
    let mut tallies = tallies(marks);
    order::sort_by_key(&mut tallies, |tally| std::cmp::Reverse(tally.count));
    tallies
}

/// The findings that are not ignored, by severity, the gravest first.
#[must_use]
pub fn finding_tallies(desk: &Desk) -> Vec<Tally<Severity>> {
    let findings = (0_u32..).zip(desk.findings()).filter(|(_, f)| !desk.draft().is_ignored(f));
    let marks = findings.map(|(index, finding)| (finding.severity, Mark::Finding(index), false));
    let mut tallies = tallies(marks);
    order::sort_by_key(&mut tallies, |tally| tally.kind);
    tallies
}

/// Counts marks by kind, each with whether it is done; kinds are few.
fn tallies<K: Copy + PartialEq>(marks: impl Iterator<Item = (K, Mark, bool)>) -> Vec<Tally<K>> {
    let mut tallies: Vec<Tally<K>> = Vec::new();
    for (kind, mark, done) in marks {
        let known = tallies.iter().position(|tally| tally.kind == kind);
        let at = known.unwrap_or(tallies.len());
        if known.is_none() {
            tallies.push(Tally { kind, count: 0, done: 0, length: 0, first: mark });
        }
        let tally = &mut tallies[at];
        if !done && tally.count == tally.done {
            tally.first = mark;
        }
        tally.count += 1;
        tally.done += usize::from(done);
    }
    let most = tallies.iter().map(|tally| tally.count).max().unwrap_or(0);
    for tally in &mut tallies {
        tally.length = per_mille(tally.count as u64, most as u64);
    }
    tallies
}

/// Whole minutes for so many characters, at least one if there are any.
fn minutes(characters: u32, per_minute: u32) -> u32 {
    let rounded = (characters + per_minute / 2) / per_minute;
    rounded.max(u32::from(characters > 0))
}

fn per_mille(part: u64, whole: u64) -> u32 {
    u32::try_from(part * 1000 / whole.max(1)).unwrap_or(1000)
}

/// The text from top section to top section; what holds no character is none.
fn stretches(desk: &Desk) -> Vec<Stretch> {
    let outline = &desk.analysis().outline;
    let mut starts: Vec<(u32, StretchKind)> = (0_u32..)
        .zip(&outline.sections)
        .filter(|(_, section)| section.parent.is_none())
        .map(|(index, section)| (section.heading.start, StretchKind::Section(index)))
        .collect();
    let opening = if starts.is_empty() { StretchKind::Whole } else { StretchKind::Opening };
    // An appendix may follow the closing, so that is not always the last.
    starts.extend(outline.frame.closing.map(|closing| (closing.start, StretchKind::Closing)));
    starts.push((0, opening));
    order::sort_by_key(&mut starts, |&(start, kind)| (start, kind != opening));
    let ends = starts.iter().skip(1).map(|&(start, _)| start).chain([desk.text().len() as u32]);
    let spans = starts.iter().zip(ends).map(|(&(start, kind), end)| (kind, Span { start, end }));
    let mut stretches: Vec<Stretch> = spans
        .map(|(kind, span)| stretch(desk, kind, span))
        .filter(|stretch| stretch.characters > 0)
        .collect();
    let counts = || stretches.iter().map(|stretch| u64::from(stretch.characters));
    let (all, most) = (counts().sum::<u64>(), counts().max().unwrap_or(0));
    for stretch in &mut stretches {
        let characters = u64::from(stretch.characters);
        stretch.share = (per_mille(characters, all) + 5) / 10;
        stretch.length = per_mille(characters, most);
    }
    stretches
}

fn stretch(desk: &Desk, kind: StretchKind, span: Span) -> Stretch {
    let first = desk.blanks().partition_point(|blank| blank_place(blank).start < span.start);
    let blanks = (first as u32..).zip(&desk.blanks()[first..]);
    let blanks = blanks.map(|(index, blank)| (blank_place(blank), desk.is_open(index)));
    let first = desk.findings().partition_point(|finding| finding.span.start < span.start);
    let findings = desk.findings()[first..].iter();
    let findings = findings.map(|finding| (finding.span, !desk.draft().is_ignored(finding)));
    let metrics = desk.metrics();
    let metrics_before =
        |at: u32| metrics.partition_point(|metric| metric_place(metric).start < at);
    Stretch {
        kind,
        span,
        characters: characters(span.of(desk.text())),
        share: 0,
        length: 0,
        metrics: metrics_before(span.end) - metrics_before(span.start),
        blanks: Ticks::along(span, blanks),
        findings: Ticks::along(span, findings),
    }
}

impl Ticks {
    /// Those of `marks` that begin in `span` and are still to do. They are in reading order and
    /// begin at it or after it; each comes with whether it is to do.
    fn along(span: Span, marks: impl Iterator<Item = (Span, bool)>) -> Self {
        let mut ticks = Self::default();
        let within = marks.take_while(|(mark, _)| mark.start < span.end);
        for (mark, _) in within.filter(|(_, to_do)| *to_do) {
            let slot = u64::from(mark.start - span.start) * TICKS / span.len() as u64;
            let place = per_mille(slot * 2 + 1, TICKS * 2);
            ticks.count += 1;
            if ticks.places.last() != Some(&place) {
                ticks.places.push(place);
            }
        }
        ticks
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{desk, empty};
    use super::*;
    use crate::analysis::Session;
    use crate::document::{Document, Source};
    use crate::draft::Draft;
    use std::rc::Rc;

    fn on_desk(text: &str) -> Desk {
        let document = Document::from_text(Source::default(), text.to_owned());
        Desk::new(Draft::new(Rc::new(Session::new(document))))
    }

    /// One line a stretch: how it begins, its characters, share and length, then its metrics,
    /// blanks and findings.
    #[track_caller]
    fn check(desk: &Desk, expected: &[&str]) {
        let overview = Overview::new(desk);
        let line = |s: &Stretch| {
            let begins: String = s.span.of(desk.text()).trim_start().chars().take(3).collect();
            let (metrics, blanks, findings) = (s.metrics, s.blanks.count, s.findings.count);
            let Stretch { characters, share, length, .. } = s;
            format!("{begins} {characters} {share}% {length} {metrics} {blanks} {findings}")
        };
        let lines: Vec<String> = overview.stretches.iter().map(line).collect();
        assert_eq!(lines, expected);
    }

    #[test]
    fn a_section_counts_with_all_beneath_it() {
        check(&desk(), &["某县述 14 23% 297 0 0 0", "一、学 47 77% 1000 3 2 3"]);
        check(&on_desk("一段话。\n又一段话。"), &["一段话 7 100% 1000 0 0 0"]);
        check(&empty(), &[]);
    }

    #[test]
    fn the_stretches_hold_every_character() {
        let text = "某局工作总结\n一、做法\n新建*个，完成**个。\n二、打算\n1.抓落实。新建3个。\n\
            2.再努力。内容。\n总之，谢谢。\n张三\n2024年1月1日\n附件\n一、名单\n内容。";
        let desk = on_desk(text);
        let overview = Overview::new(&desk);
        let sum: u32 = overview.stretches.iter().map(|stretch| stretch.characters).sum();
        assert_eq!(sum, desk.analysis().characters);
        let kinds: Vec<StretchKind> = overview.stretches.iter().map(|s| s.kind).collect();
        assert!(kinds.contains(&StretchKind::Closing), "{kinds:?}");
        assert_eq!(overview.stretches[1].blanks.places.len(), 2);
    }

    #[test]
    fn marks_that_lie_close_share_a_tick() {
        let span = Span::new(100, 1100);
        let marks = [100, 101, 105, 300, 600, 1099, 1100];
        let marks = marks.map(|at| (Span::new(at, at + 1), at != 300));
        let ticks = Ticks::along(span, marks.into_iter());
        assert_eq!(ticks, Ticks { count: 5, places: vec![5, 505, 995] });
    }

    #[test]
    fn minutes_are_whole_and_never_none() {
        let pairs = [0, 1, 3000, 4400].map(|n| (minutes(n, ALOUD), minutes(n, SILENT)));
        assert_eq!(pairs, [(0, 0), (1, 1), (14, 7), (20, 10)]);
    }

    #[test]
    fn counts_blanks_by_type_and_how_many_are_filled_in() {
        let desk = desk();
        let all = Tally { kind: "数字", count: 2, done: 0, length: 1000, first: Mark::Blank(0) };
        assert_eq!(blank_tallies(&desk), [all]);
        let mut draft = desk.draft().clone();
        draft.fill(0, "35", "").unwrap();
        let desk = desk.next(draft);
        assert_eq!(blank_tallies(&desk), [Tally { done: 1, first: Mark::Blank(1), ..all }]);
        let ticks: usize = Overview::new(&desk).stretches.iter().map(|s| s.blanks.count).sum();
        assert_eq!(ticks, 1);
        assert!(blank_tallies(&empty()).is_empty());
    }

    #[test]
    fn counts_findings_by_severity_but_not_what_is_ignored() {
        let desk = desk();
        let tally = |kind, index| {
            let first = Mark::Finding(index);
            Tally { kind, count: 1, done: 0, length: 1000, first }
        };
        let (error, info) = (tally(Severity::Error, 2), tally(Severity::Info, 1));
        assert_eq!(finding_tallies(&desk), [error, tally(Severity::Warning, 0), info]);
        let mut draft = desk.draft().clone();
        draft.ignore(0, true);
        assert_eq!(finding_tallies(&desk.next(draft)), [error, info]);
    }

    #[test]
    fn parts_that_are_optional_and_absent_are_not_listed() {
        let overview =
            Overview::new(&on_desk("某局2024年工作总结\n一、做法\n内容。\n二、不足\n内容。"));
        let names: Vec<&str> = overview.parts.iter().map(|part| part.name).collect();
        assert_eq!(names, ["标题", "做法与成效", "存在问题", "下一步打算"]);
        assert_eq!((overview.suggestions(), overview.year), (1, Some(2024)));
    }
}
