//! N10. A paragraph or sentence that stands in the report twice (specification §5.1).

use crate::document::BlockKind;
use crate::rules::trace::{Groups, hash};
use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, Trace,
    TraceKind,
};
use crate::text::Span;
use crate::text::order;
use crate::text::scanner::{is_blank, is_han, is_sentence_end};

pub(in crate::rules) struct RepeatedPassage;

const ABOUT: About = About {
    id: "repeated-passage",
    title: "段落或句子重复",
    group: Group::Repetition,
    on: true,
    severity: Severity::Warning,
    why: "一大段话在一份文稿里出现两次，多是粘贴时重复，或者套用后忘了改。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &[
        "严格落实安全生产责任制，组织开展重点行业领域隐患排查整治，守住不发生重特大事故的底线。\n\n严格落实安全生产责任制，组织开展重点行业领域隐患排查整治，守住不发生重特大事故的底线。",
    ],
    good: &["全面贯彻党的二十大精神。\n\n全面贯彻党的二十大精神。"],
};

/// A shorter paragraph may well stand twice (characters).
const SHORTEST_PARAGRAPH: usize = 30;

/// A shorter sentence is a refrain (characters).
const SHORTEST_SENTENCE: usize = 25;

/// So many of the other places are named.
const MOST_RELATED: usize = 8;

impl Rule for RepeatedPassage {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["。", "！", "？"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let last = checked.traces.iter().rev().find(|t| t.kind == TraceKind::Sentence);
        let start = last.map_or(0, |trace| trace.span.end as usize);
        sentence(site.block, start.min(site.at), site.at + site.word.len(), checked);
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let text = block.text.trim_matches(|c: char| is_blank(c) || c == '\n');
        let prose = text.ends_with(is_sentence_end) && text.contains(is_han);
        let own = block.kind == BlockKind::Paragraph && block.blanks.is_empty() && prose;
        if own && is_long(text, SHORTEST_PARAGRAPH) {
            let span = Span::new(0, block.text.len());
            checked.trace(TraceKind::Paragraph, span, hash(text));
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let paragraphs = repeated(document, TraceKind::Paragraph, &[]);
        let told: Vec<Span> = paragraphs.iter().flatten().map(|trace| trace.span).collect();
        let prose = |places: &&Vec<Trace>| !is_list_of_offices(places[0].span.of(document.text));
        findings.extend(paragraphs.iter().filter(prose).map(|places| finding(places, "这一段")));
        let sentences = repeated(document, TraceKind::Sentence, &told);
        findings.extend(sentences.iter().filter(prose).map(|places| finding(places, "这句话")));
    }
}

/// Leaves a trace of the sentence from `start` to `end`. Every sentence leaves one, the short ones
/// with the key 0, so that the next knows where it begins.
fn sentence(block: &BlockView<'_>, start: usize, end: usize, checked: &mut Checked) {
    let text = block.text[start..end].trim_matches(|c: char| is_blank(c) || c == '\n');
    let span = Span::new(start, end);
    let next = block.blanks.partition_point(|blank| blank.end < span.start);
    let blank = block.blanks.get(next).is_some_and(|blank| blank.start <= span.end);
    let own = block.kind == BlockKind::Paragraph && !blank && text.contains(is_han);
    let compared = own && is_long(text, SHORTEST_SENTENCE);
    checked.trace(TraceKind::Sentence, span, if compared { hash(text) } else { 0 });
}

/// Whether a passage says who is in charge, as it does under each task alike: 责任单位：各县区….
fn is_list_of_offices(text: &str) -> bool {
    ["单位：", "部门：", "责任人：", "领导："].iter().any(|word| text.contains(word))
}

/// Whether a text has at least `least` characters, without counting more of them.
fn is_long(text: &str, least: usize) -> bool {
    text.len() >= least && text.chars().filter(|c| !is_sentence_end(*c)).nth(least - 1).is_some()
}

/// The places of each text that stands more than once, those within `told` aside.
fn repeated(document: &DocumentView<'_>, kind: TraceKind, told: &[Span]) -> Vec<Vec<Trace>> {
    let mut told_places: Vec<Span> = told.to_vec();
    order::sort_by_key(&mut told_places, |place| *place);
    let is_told = |span: Span| {
        let next = told_places.partition_point(|place| place.end <= span.start);
        told_places.get(next).is_some_and(|place| place.contains(span))
    };
    let traces: Vec<Trace> = document
        .traces_of(kind)
        .filter(|trace| trace.key != 0 && !is_told(trace.span))
        .copied()
        .collect();
    let groups = Groups::new(traces.iter().map(|trace| trace.key).collect()).companies();
    let places = |group: Vec<usize>| group.into_iter().map(|at| traces[at]).collect();
    groups.into_iter().map(places).collect()
}

fn finding(places: &[Trace], what: &str) -> Finding {
    let (first, again) = (places[0].span, places[1].span);
    let others = std::iter::once(first).chain(places[2..].iter().map(|trace| trace.span));
    let message = format!("{what}在文中出现了{}次。", places.len());
    ABOUT.finding(again, message).with(others.take(MOST_RELATED).collect())
}
