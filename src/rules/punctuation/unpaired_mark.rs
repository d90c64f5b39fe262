//! P4. A quotation mark or bracket without its other half (specification §5.3).

use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, Trace,
    TraceKind,
};
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::order;
use crate::text::scanner::is_digit;

pub(in crate::rules) struct UnpairedMark;

const ABOUT: About = About {
    id: "unpaired-mark",
    title: "引号括号不成对",
    group: Group::Punctuation,
    on: true,
    severity: Severity::Error,
    why: "引号、括号、书名号少了一半，引文到哪里为止就说不清了。",
    source: "GB/T 15834 4.8、4.9、4.15",
    fix: Fix::Never,
    bad: &[
        "扎实开展“百日攻坚行动，排查隐患。",
        "认真贯彻《信访工作条例，规范办理程序。",
        "完成改造任务（含街道），全部验收）。",
    ],
    good: &[
        "他说：“要实干。\n“要苦干。\n“更要巧干。”",
        "1）完成改造任务。",
        "贯彻《关于印发《办法》的通知》要求。",
    ],
};

/// Pairs; a half-width bracket may be the other half of a full-width one, which another rule says.
const PAIRS: &[(char, char)] =
    &[('“', '”'), ('（', '）'), ('(', ')'), ('《', '》'), ('【', '】'), ('〔', '〕'), ('‘', '’')];

/// So many are told of one block; more of them are no slip but another kind of text.
const MOST: usize = 4;

/// Nesting is not deeper in what people write.
const DEEPEST: usize = 8;

/// A quotation over several paragraphs closes within so many bytes.
const LONGEST_QUOTATION: u32 = 3000;

impl Rule for UnpairedMark {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["“", "”", "‘", "’", "（", "）", "(", ")", "《", "》", "【", "】", "〔", "〕"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        checked.marks.extend(site.word.chars().map(|mark| (site.at as u32, mark)));
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let lonely = unpaired(&std::mem::take(&mut checked.marks));
        // One half-width bracket is a list marker or a formula, one ’ an apostrophe.
        let told = lonely.iter().filter(|(_, c)| !"()’".contains(*c));
        let told = told.filter(|(at, c)| !is_list_marker(block.text, *at, *c));
        for &(at, c) in told.take(MOST) {
            let span = Span::new(at, at + c.len_utf8());
            if !block.is_elsewhere(span) {
                checked.trace(TraceKind::Unpaired, span, u64::from(u32::from(c)));
            }
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let mut open: Option<&Trace> = None;
        let traces = document.traces_of(TraceKind::Unpaired);
        for trace in traces.filter(|trace| !goes_on(document, trace)) {
            let near = |o: &&Trace| trace.span.start - o.span.end < LONGEST_QUOTATION;
            match open.take() {
                Some(o) if near(&o) && is_pair(o, trace) => continue,
                other => findings.extend(other.map(finding_of(document.text))),
            }
            if is_closing(trace) {
                findings.push(finding_of(document.text)(trace));
            } else {
                open = Some(trace);
            }
        }
        findings.extend(open.map(finding_of(document.text)));
    }
}

fn finding_of(text: &str) -> impl Fn(&Trace) -> Finding {
    |trace| {
        let half = if is_closing(trace) { "前一半" } else { "后一半" };
        ABOUT.finding(trace.span, format!("“{}”缺少{half}。", trace.span.of(text)))
    }
}

fn is_closing(trace: &Trace) -> bool {
    PAIRS.iter().any(|&(_, close)| u64::from(u32::from(close)) == trace.key)
}

fn is_pair(open: &Trace, close: &Trace) -> bool {
    let key = |c: char| u64::from(u32::from(c));
    PAIRS.iter().any(|&(a, b)| (key(a), key(b)) == (open.key, close.key))
}

/// Whether the next paragraph opens with the same mark: each paragraph of a long quotation does, and
/// only the last closes it.
fn goes_on(document: &DocumentView<'_>, open: &Trace) -> bool {
    let own = document.blocks.partition_point(|block| block.span.end <= open.span.start);
    let next = document.blocks.get(own + 1);
    let mark = open.span.of(document.text);
    next.is_some_and(|next| next.span.of(document.text).trim_start().starts_with(mark))
}

/// The marks of a block without their other half, in reading order.
fn unpaired(marks: &[(u32, char)]) -> Vec<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut lonely = Vec::new();
    for &(at, c) in marks {
        let at = at as usize;
        let family = |c: char| if c == '(' { '（' } else { c };
        let Some(&(other, _)) = PAIRS.iter().find(|pair| pair.1 == c) else {
            open.push((at, c));
            continue;
        };
        let nearest = open.iter().rev().take(DEEPEST);
        match nearest.map(|mark| family(mark.1)).position(|mark| mark == family(other)) {
            Some(above) => {
                let from = open.len() - above;
                lonely.extend(open.drain(from..));
                open.pop();
            }
            None => lonely.push((at, c)),
        }
    }
    lonely.extend(open);
    order::sort_by_key(&mut lonely, |mark| *mark);
    lonely
}

/// Whether a closing bracket ends the number of an item: 1）, 三）.
fn is_list_marker(text: &str, at: usize, c: char) -> bool {
    let before = text[..at].trim_end_matches(|c| is_digit(c) || is_numeral(c));
    let begins = before.is_empty() || before.ends_with(|c: char| "。；：，、\n ".contains(c));
    c == '）' && before.len() < at && begins
}
