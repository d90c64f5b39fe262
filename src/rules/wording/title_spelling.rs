//! One title in two spellings: 《信访工作条例》 and 《信访工作条列》.

use crate::citation::CitationKind;
use crate::rules::trace::{Groups, hash};
use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Trace, TraceKind,
};
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::is_digit;

pub(in crate::rules) struct TitleSpelling;

const ABOUT: About = About {
    id: "title-spelling",
    title: "同一文件名两种写法",
    group: Group::Wording,
    on: true,
    severity: Severity::Info,
    why: "同一份文件前后只差一个字，总有一处写错了。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &["贯彻《农村人居环境整治提升方案》，印发《农村人居环境整冶提升方案》任务分工。"],
    good: &[
        "落实《村民委员会组织法》《居民委员会组织法》。",
        "印发《2022年工作方案》和《2023年工作方案》。",
    ],
};

/// In a shorter title one character may well make another one (characters).
const SHORTEST: usize = 9;

/// So many different titles are compared with each other; who cites more is writing a list.
const MOST: usize = 48;

impl Rule for TitleSpelling {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for cited in block.citations.iter().filter(|cited| cited.kind == CitationKind::Title) {
            let span = cited.span;
            let mark = '《'.len_utf8() as u32;
            let inner = Span { start: span.start + mark, end: span.end - mark };
            let blank = block.blanks.iter().any(|blank| span.overlaps(*blank));
            if inner.len() >= SHORTEST * 3 && !blank {
                checked.trace(TraceKind::Title, inner, hash(inner.of(block.text)));
            }
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let traces: Vec<&Trace> = document.traces_of(TraceKind::Title).collect();
        let firsts = Groups::new(traces.iter().map(|trace| trace.key).collect()).firsts();
        let titles: Vec<&Trace> = firsts.into_iter().take(MOST).map(|at| traces[at]).collect();
        for (at, title) in titles.iter().enumerate() {
            let other = titles[..at].iter().find(|other| {
                is_other_spelling(title.span.of(document.text), other.span.of(document.text))
            });
            if let Some(other) = other {
                let message =
                    format!("此处与前面的《{}》只差一个字，请核对。", other.span.of(document.text));
                findings.push(ABOUT.finding(title.span, message).with(vec![other.span]));
            }
        }
    }
}

/// Whether the two differ in one character in their middle, which is no number.
fn is_other_spelling(a: &str, b: &str) -> bool {
    if a.len() != b.len() || a == b {
        return false;
    }
    let mut differing = a.chars().zip(b.chars()).enumerate().filter(|(_, (a, b))| a != b);
    let Some((at, pair)) = differing.next() else { return false };
    let number = |c: char| is_digit(c) || is_numeral(c);
    // At the start and the end one character makes another title: 村民…, …办法.
    let inside = at >= 2 && at + 2 < a.chars().count();
    differing.next().is_none()
        && inside
        && !number(pair.0)
        && !number(pair.1)
        && !is_counterpart(pair)
}

/// Whether the two characters name different things of one kind: 省 and 市.
fn is_counterpart((a, b): (char, char)) -> bool {
    const KINDS: [&str; 4] = ["省市县区乡镇村国州", "东西南北中", "上下前后", "城乡农工林牧渔水"];
    KINDS.iter().any(|kind| kind.contains(a) && kind.contains(b))
}
