//! Compares what the analysis says with what gold says, kind by kind.

use super::gold::{Answer, Gold, Mark, Value};
use hegao::analysis::{self, Analysis};
use hegao::document::{Document, Source};
use hegao::injected;
use hegao::metric::{self, Metric};
use hegao::text::Span;
use std::collections::{BTreeMap, BTreeSet};

/// What is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Aspect {
    /// Marker, title and depth of a heading.
    Outline,
    /// The title's line.
    Title,
    /// The other parts of the frame: subtitle, salutation, signature …
    Frame,
    Genre,
    Year,
    /// The place of a metric.
    Metric,
    /// … and its value and unit.
    MetricValue,
    /// … and its name, short or full.
    MetricName,
    /// … and its kind, where gold gives one.
    MetricKind,
    /// The place of a blank.
    Blank,
    /// … and its type.
    BlankType,
    Watermark,
    /// The sentence that remains when the watermarks are taken out.
    Repair,
    Slogan,
    Citation,
}

impl Aspect {
    pub(crate) const ALL: [Self; 15] = [
        Self::Outline,
        Self::Title,
        Self::Frame,
        Self::Genre,
        Self::Year,
        Self::Metric,
        Self::MetricValue,
        Self::MetricName,
        Self::MetricKind,
        Self::Blank,
        Self::BlankType,
        Self::Watermark,
        Self::Repair,
        Self::Slogan,
        Self::Citation,
    ];
}

/// How many answers were expected, given, and right.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) expected: usize,
    pub(crate) found: usize,
    pub(crate) right: usize,
}

impl Tally {
    /// The share of the given answers that is right, in per cent.
    pub(crate) fn precision(self) -> f64 {
        percent(self.right, self.found)
    }

    /// The share of the expected answers that was given, in per cent.
    pub(crate) fn recall(self) -> f64 {
        percent(self.right, self.expected)
    }

    /// The harmonic mean of both.
    pub(crate) fn f1(self) -> f64 {
        percent(2 * self.right, self.expected + self.found)
    }
}

/// `part` of `whole` in per cent; all of nothing is all.
pub(crate) fn percent(part: usize, whole: usize) -> f64 {
    let float = |n: usize| f64::from(u32::try_from(n).unwrap_or(u32::MAX));
    if whole == 0 { 100.0 } else { float(part) * 100.0 / float(whole) }
}

/// The tallies of one set of texts, and every wrong answer.
#[derive(Debug, Default)]
pub(crate) struct Board {
    pub(crate) tallies: BTreeMap<Aspect, Tally>,
    pub(crate) wrong: Vec<String>,
}

/// Words that the lexicon of the specification (§2.5) lists as numerals that are no figures, but
/// that a reader need not see listed as slogans: reporting them is neither right nor wrong.
const EITHER_WAY: &[&str] = &[
    "一系列", "一体化", "一站式", "一大批", "一揽子", "一把手", "一盘棋", "一刀切", "放管服",
    "河长制", "林长制", "田长制", "街长制", "千方百计", "万众一心", "数十年如一日", "三次产业",
    "一如既往", "一带一路",
];

/// One text with its answers, and what the analysis says.
struct Case<'a> {
    gold: &'a Gold,
    analysis: &'a Analysis,
    aspects: &'a [Aspect],
}

impl Board {
    /// Analyses `gold` and scores the given aspects.
    pub(crate) fn add(&mut self, gold: &Gold, aspects: &[Aspect]) {
        let document = Document::from_text(Source::default(), gold.text.clone());
        let analysis = analysis::analyze(&document);
        let case = Case { gold, analysis: &analysis, aspects };
        self.structure(&case);
        self.metrics(&case);
        self.blanks(&case);
        self.injected(&case, &document);
        let slogans = analysis.slogans.iter().map(|s| s.place(s.fact.span));
        let slogans = slogans.filter(|span| !EITHER_WAY.contains(&span.of(&gold.text))).collect();
        self.spans(&case, Aspect::Slogan, &slogans, |a| matches!(a, Answer::Slogan));
        let citations = analysis.citations.iter().map(|c| c.place(c.fact.span)).collect();
        self.spans(&case, Aspect::Citation, &citations, |a| matches!(a, Answer::Citation));
    }

    fn tally(&mut self, kind: Aspect) -> &mut Tally {
        self.tallies.entry(kind).or_default()
    }

    fn add_tally(&mut self, aspect: Aspect, more: Tally) {
        let tally = self.tally(aspect);
        tally.expected += more.expected;
        tally.found += more.found;
        tally.right += more.right;
    }

    /// Counts one expected answer and one given one.
    fn pair(&mut self, kind: Aspect, right: bool, wrong: impl FnOnce() -> String) {
        let tally = self.tally(kind);
        tally.expected += 1;
        tally.found += 1;
        tally.right += usize::from(right);
        if !right {
            self.wrong.push(wrong());
        }
    }

    /// Scores places, and gives the marks that were found.
    fn spans<'a>(
        &mut self,
        case: &Case<'a>,
        kind: Aspect,
        found: &BTreeSet<Span>,
        is_kind: impl Fn(&Answer) -> bool,
    ) -> (Vec<&'a Mark>, Tally) {
        if !case.aspects.contains(&kind) {
            return (Vec::new(), Tally::default());
        }
        let of_kind = || case.gold.marks.iter().filter(|mark| is_kind(&mark.answer));
        let expected: BTreeMap<Span, &Mark> =
            of_kind().filter(|m| !m.optional).map(|m| (m.span, m)).collect();
        let excused =
            |span: Span| of_kind().any(|m| m.optional && (m.span == span || m.span.overlaps(span)));
        for (span, mark) in &expected {
            if !found.contains(span) {
                let what = format!("{:?} {}", mark.answer, context(case.gold, *span));
                self.wrong.push(format!("{}:{}: missed {what}", case.gold.file, mark.line));
            }
        }
        let false_alarms: Vec<Span> =
            found.iter().copied().filter(|s| !expected.contains_key(s) && !excused(*s)).collect();
        for span in &false_alarms {
            let place = case.gold.place(span.start);
            self.wrong.push(format!("{place}: false {kind:?} {}", context(case.gold, *span)));
        }
        let right: Vec<&Mark> =
            expected.iter().filter(|(span, _)| found.contains(span)).map(|(_, m)| *m).collect();
        let tally = Tally {
            expected: expected.len(),
            found: right.len() + false_alarms.len(),
            right: right.len(),
        };
        self.add_tally(kind, tally);
        (right, tally)
    }

    /// Scores what is said of the marks that were found: each answer is right, or tells what is
    /// wrong. `places` tallies the marks themselves.
    fn answers(
        &mut self,
        case: &Case<'_>,
        aspect: Aspect,
        places: Tally,
        answers: impl Iterator<Item = Result<(), String>>,
    ) {
        if !case.aspects.contains(&aspect) {
            return;
        }
        let mut right = 0;
        for answer in answers {
            match answer {
                Ok(()) => right += 1,
                Err(wrong) => self.wrong.push(wrong),
            }
        }
        self.add_tally(aspect, Tally { right, ..places });
    }

    fn metrics(&mut self, case: &Case<'_>) {
        let found: BTreeMap<Span, &Metric> = case
            .analysis
            .metrics
            .iter()
            .map(|m| (m.at.place(m.at.fact.span), &*m.at.fact))
            .collect();
        let is_metric = |a: &Answer| matches!(a, Answer::Metric { .. });
        let spans = found.keys().copied().collect();
        let (right, places) = self.spans(case, Aspect::Metric, &spans, is_metric);
        let both = || right.iter().map(|mark| (*mark, found[&mark.span]));
        let said = |check: fn(&Answer, &Metric) -> Result<(), String>| {
            both().map(move |(mark, metric)| {
                let surface = mark.span.of(&case.gold.text);
                let place = format!("{}:{}: {surface}", case.gold.file, mark.line);
                check(&mark.answer, metric).map_err(|wrong| format!("{place}: {wrong}"))
            })
        };
        self.answers(case, Aspect::MetricValue, places, said(check_value));
        self.answers(case, Aspect::MetricName, places, said(check_name));
        let has_kind = |mark: &Mark| matches!(mark.answer, Answer::Metric { kind: Some(_), .. });
        let count = right.iter().filter(|mark| has_kind(mark)).count();
        let places = Tally { expected: count, found: count, right: 0 };
        let of_kind = both().zip(said(check_kind)).filter(|((mark, _), _)| has_kind(mark));
        self.answers(case, Aspect::MetricKind, places, of_kind.map(|(_, answer)| answer));
    }

    fn blanks(&mut self, case: &Case<'_>) {
        let blanks = &case.analysis.placeholders;
        let found: BTreeMap<Span, String> =
            blanks.iter().map(|p| (p.at.place(p.at.fact.span), word(&p.at.fact.kind))).collect();
        let is_blank = |a: &Answer| matches!(a, Answer::Blank { .. });
        let spans = found.keys().copied().collect();
        let (right, places) = self.spans(case, Aspect::Blank, &spans, is_blank);
        let answers = right.iter().map(|mark| {
            let (place, said) = (case.gold.place(mark.span.start), &found[&mark.span]);
            match &mark.answer {
                Answer::Blank { kind } if kind == said => Ok(()),
                answer => {
                    let around = context(case.gold, mark.span);
                    Err(format!("{place}: {answer:?}, said {said} {around}"))
                }
            }
        });
        self.answers(case, Aspect::BlankType, places, answers);
    }

    fn injected(&mut self, case: &Case<'_>, document: &Document) {
        let (mut found, mut edits) = (BTreeSet::new(), Vec::new());
        for block in &document.blocks {
            for piece in injected::find(document.text_of(block)) {
                found.insert(piece.span.shift(block.span.start));
                for edit in &piece.repair {
                    edits.push((edit.span.shift(block.span.start), edit.replacement.clone()));
                }
            }
        }
        self.spans(case, Aspect::Watermark, &found, |a| matches!(a, Answer::Watermark));
        if !case.aspects.contains(&Aspect::Repair) {
            return;
        }
        edits.sort();
        let repaired = repair(&document.text, &edits);
        for (sentence, line) in &case.gold.repaired {
            let right = without_empty_lines(&repaired).contains(&without_empty_lines(sentence));
            self.pair(Aspect::Repair, right, || {
                format!("{}:{line}: not repaired: {sentence}", case.gold.file)
            });
        }
    }

    fn structure(&mut self, case: &Case<'_>) {
        let (gold, outline) = (case.gold, &case.analysis.outline);
        if case.aspects.contains(&Aspect::Outline) && gold.outline.is_some() {
            self.outline(case);
        }
        let frame = &outline.frame;
        let text = |span: Option<Span>| span.map_or("", |s| s.of(&gold.text)).to_owned();
        let year = outline.year.map_or_else(String::new, |year| year.to_string());
        let parts = [
            ("title", Aspect::Title, text(frame.title)),
            ("genre", Aspect::Genre, word(&outline.genre)),
            ("year", Aspect::Year, year),
            ("duplicate", Aspect::Frame, text(frame.duplicate_title)),
            ("subtitle", Aspect::Frame, text(frame.subtitle)),
            ("author", Aspect::Frame, text(frame.author)),
            ("salutation", Aspect::Frame, text(frame.salutation)),
            ("signature", Aspect::Frame, text(frame.signature)),
            ("date", Aspect::Frame, text(frame.date)),
        ];
        for (key, kind, said) in parts {
            let Some((expected, line)) = gold.header(key).filter(|_| case.aspects.contains(&kind))
            else {
                continue;
            };
            let right = without_blanks(expected) == without_blanks(&said);
            self.pair(kind, right, || {
                format!("{}:{line}: {key} {expected:?}, said {said:?}", gold.file)
            });
        }
    }

    fn outline(&mut self, case: &Case<'_>) {
        let gold = case.gold;
        let said: Vec<(u8, String, String)> = case
            .analysis
            .outline
            .sections
            .iter()
            .map(|s| (s.depth, s.number.trim().to_owned(), s.title.trim().to_owned()))
            .collect();
        let headings = gold.outline.as_deref().unwrap_or_default();
        // A heading may occur twice in a report (成效 under each chapter): each counts once.
        let mut left = said.clone();
        let mut tally = Tally::default();
        for heading in headings {
            let key = (heading.depth, heading.marker.clone(), heading.title.clone());
            let at = left.iter().position(|section| *section == key);
            if let Some(at) = at {
                left.remove(at);
            }
            if heading.optional {
                continue;
            }
            tally.expected += 1;
            tally.right += usize::from(at.is_some());
            tally.found += usize::from(at.is_some());
            if at.is_none() {
                self.wrong.push(format!("{}:{}: missed heading {key:?}", gold.file, heading.line));
            }
        }
        tally.found += left.len();
        for section in left {
            self.wrong.push(format!("{}: false heading {section:?}", gold.file));
        }
        self.add_tally(Aspect::Outline, tally);
    }
}

fn check_value(answer: &Answer, metric: &Metric) -> Result<(), String> {
    let Answer::Metric { value, unit, .. } = answer else { return Ok(()) };
    if same_value(value, metric) && fold(unit) == fold(&metric.unit) {
        return Ok(());
    }
    Err(format!("value {} {unit}, said {:?} {}", value.show(), metric.value, metric.unit))
}

fn check_name(answer: &Answer, metric: &Metric) -> Result<(), String> {
    let Answer::Metric { names, .. } = answer else { return Ok(()) };
    if names.iter().any(|name| *name == metric.name || *name == metric.full_name) {
        return Ok(());
    }
    Err(format!("name {names:?}, said {:?} / {:?}", metric.name, metric.full_name))
}

fn check_kind(answer: &Answer, metric: &Metric) -> Result<(), String> {
    let said = word(&metric.kind);
    match answer {
        Answer::Metric { kind: Some(kind), .. } if *kind != said => {
            Err(format!("kind {kind}, said {said}"))
        }
        _ => Ok(()),
    }
}

/// Whether the metric has the value that gold gives it. 1.50 is 1.5 here.
fn same_value(gold: &Value, metric: &Metric) -> bool {
    use metric::Value as Said;
    let same = |a: &hegao::text::Decimal, b: &hegao::text::Decimal| a.compare(*b).is_eq();
    match (gold, &metric.value) {
        (Value::Masked, None) => metric.blank.is_some(),
        (Value::Figure(a), Some(Said::Figure(b))) => same(a, b),
        (Value::Range(a, b), Some(Said::Range(c, d)))
        | (Value::Fraction(a, b), Some(Said::Fraction(c, d))) => same(a, c) && same(b, d),
        (Value::Ratio(a), Some(Said::Ratio(b))) => {
            a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same(a, b))
        }
        _ => false,
    }
}

/// A unit with its width folded: ％ is %.
fn fold(unit: &str) -> String {
    unit.chars().map(hegao::text::scanner::fold).collect()
}

/// A value of the contract as the contract writes it.
fn word(value: &impl serde::Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|v| v.as_str().map(str::to_owned)).unwrap_or_default()
}

/// The surface between some of its neighbours: `整治占道经营【*余次】，行政处罚`.
fn context(gold: &Gold, span: Span) -> String {
    let text = &gold.text;
    let back = text[..span.start as usize].char_indices().rev().nth(14).map_or(0, |(i, _)| i);
    let end = span.end as usize;
    let forth = text[end..].char_indices().nth(10).map_or(text.len(), |(i, _)| end + i);
    let (left, right) = (&text[back..span.start as usize], &text[end..forth]);
    format!("{left}【{}】{right}", span.of(text)).replace('\n', "⏎")
}

/// The text after all edits, which are in order; one that overlaps the one before is left out.
fn repair(text: &str, edits: &[(Span, String)]) -> String {
    let (mut repaired, mut done) = (String::new(), 0);
    for (span, replacement) in edits {
        if span.start as usize >= done {
            repaired += &text[done..span.start as usize];
            repaired += replacement;
            done = span.end as usize;
        }
    }
    repaired + &text[done..]
}

/// A title may be spaced out (`政 府 工 作 报 告`) or wrapped.
fn without_blanks(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn without_empty_lines(text: &str) -> String {
    text.lines().filter(|line| !line.trim().is_empty()).collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares() {
        let tally = Tally { expected: 4, found: 5, right: 2 };
        assert!((tally.precision() - 40.0).abs() < 1e-9);
        assert!((tally.recall() - 50.0).abs() < 1e-9);
        assert!((tally.f1() - 400.0 / 9.0).abs() < 1e-9);
        assert!((Tally::default().f1() - 100.0).abs() < 1e-9);
    }

    #[test]
    fn edits_are_applied_in_order() {
        let edit = |start, end, text: &str| (Span::new(start, end), text.to_owned());
        assert_eq!(repair("abcdef", &[edit(1, 2, ""), edit(1, 3, "X"), edit(4, 5, "Y")]), "acdYf");
    }

    #[test]
    fn every_kind_of_every_answer_is_counted() {
        // Whatever the analysis finds: what gold expects is counted once per kind.
        let source = "完成⟦m:*宗|完成|?|宗|level⟧，⟦c:《⟦b:某|place⟧县方案》⟧⟦s:四风⟧⟦w:甲网⟧⟦m?:3天⟧\n=> 完成";
        let gold = Gold::sentences("t", source).unwrap().remove(0);
        let mut board = Board::default();
        board.add(&gold, &Aspect::ALL);
        let expected = |kind| board.tallies.get(&kind).map_or(0, |t: &Tally| t.expected);
        let counted = [
            (Aspect::Metric, 1),
            (Aspect::MetricValue, 1),
            (Aspect::MetricName, 1),
            (Aspect::Blank, 2),
            (Aspect::BlankType, 2),
            (Aspect::Watermark, 1),
            (Aspect::Repair, 1),
            (Aspect::Slogan, 1),
            (Aspect::Citation, 1),
        ];
        for (kind, count) in counted {
            assert_eq!(expected(kind), count, "{kind:?}");
        }
    }
}
