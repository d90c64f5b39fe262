//! N11. A count that is announced and not kept: 重点抓好以下三个方面 before two (specification §5.1).

use crate::outline::{Family, Numbered};
use crate::rules::{
    About, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, TraceKind,
};
use crate::text::Span;
use crate::text::chinese_numeral;
use crate::text::scanner::{is_digit, run_back};

pub(in crate::rules) struct AnnouncedCount;

const ABOUT: About = About {
    id: "announced-count",
    title: "项数与所说不符",
    group: Group::Structure,
    on: true,
    severity: Severity::Info,
    why: "说了几个方面，下面就应当列几个方面。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &["重点抓好以下三个方面工作：\n1.加强学习\n2.抓好落实"],
    good: &["重点抓好以下三个方面工作：\n1.加强学习\n2.抓好落实\n3.廉洁自律"],
};

/// The colon follows the count within so many characters.
const REACH: usize = 12;

impl Rule for AnnouncedCount {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec![
            "个方面", "项工作", "项任务", "项措施", "点意见", "点要求", "个问题", "点建议",
            "条意见",
        ]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let mut rest = site.after().char_indices().take(REACH);
        let colon = rest.find(|&(_, c)| !is_plain(c)).filter(|&(_, c)| c == '：');
        let Some((colon, _)) = colon.filter(|&(at, _)| site.after()[at + 3..].trim().is_empty())
        else {
            return;
        };
        let Some((start, count)) = count_before(site.before()) else { return };
        let end = site.at + site.word.len() + colon;
        checked.trace(TraceKind::AnnouncedCount, Span::new(start, end), count);
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let numbering = &document.outline.numbering;
        let run_in = |n: &Numbered| matches!(n.marker.family, Family::Enumerated(_));
        let of_blocks = numbering.partition_point(|number| !run_in(number));
        for trace in document.traces_of(TraceKind::AnnouncedCount) {
            let lists = [&numbering[..of_blocks], &numbering[of_blocks..]];
            let lists = lists.map(|list| items_after(document, list, trace.span.end));
            // Which of the two is meant is told by which comes next, and begins with 1.
            let first = lists.into_iter().flatten().min_by_key(|items| items.0);
            let Some((_, count)) = first.filter(|items| u64::from(items.1) != trace.key) else {
                continue;
            };
            let said = trace.span.of(document.text);
            let message = format!("此处说“{said}”，下面列了{count}项。");
            findings.push(ABOUT.finding(trace.span, message));
        }
    }
}

/// Whether the word goes on with `c`.
fn is_plain(c: char) -> bool {
    !"，。；：、！？\n".contains(c)
}

/// The number before the word and where it begins, if it is announced: 以下三, 抓好五.
fn count_before(before: &str) -> Option<(usize, u64)> {
    let digits = run_back(before, is_digit);
    let words = run_back(before, chinese_numeral::is_numeral);
    let start = digits.min(words);
    let count = if digits < words {
        before[digits..].parse().ok()?
    } else {
        chinese_numeral::read(&before[words..])?.value
    };
    let announced = ["以下", "如下", "抓好", "做好", "下面", "突出", "做到", "这"];
    (announced.iter().any(|word| before[..start].ends_with(word)) && (2..=20).contains(&count))
        .then_some((start, count))
}

/// Where the list that begins in the block after byte `end` stands, and how many items it has.
fn items_after(document: &DocumentView<'_>, list: &[Numbered], end: u32) -> Option<(u32, u32)> {
    let at = list.partition_point(|number| number.marker.span.start < end);
    let first = list.get(at).filter(|number| number.marker.number == 1)?;
    let blocks = document.blocks;
    let block = blocks.partition_point(|block| block.span.end <= end);
    let next = blocks.get(block + usize::from(blocks.get(block)?.span.start < end))?;
    let begins = next.span.contains(first.marker.span)
        && document.text[next.span.start as usize..first.marker.span.start as usize]
            .trim()
            .is_empty();
    let items =
        list[at..].iter().take_while(|n| n.sequence == first.sequence || n.depth > first.depth);
    let last = items.filter(|number| number.sequence == first.sequence).last()?;
    begins.then_some((first.marker.span.start, last.marker.number))
}
