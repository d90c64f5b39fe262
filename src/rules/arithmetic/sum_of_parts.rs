//! A1. Parts that do not add up to their total (specification §5.5).

use super::{is_amount, is_same_measure, sentences};
use crate::metric::Metric;
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};

pub(in crate::rules) struct SumOfParts;

const ABOUT: About = About {
    id: "sum-of-parts",
    title: "分项之和与总数不符",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Warning,
    why: "分项加起来不等于总数，读者一算就知道有一个数错了。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &[
        "地区生产总值439.19亿元，其中第一产业增加值100.23亿元、第二产业增加值170.37亿元、第三产业增加值188.59亿元。",
        "选派驻村干部28名，其中男性20名、女性10名。",
    ],
    good: &[
        "地区生产总值439.19亿元，其中第一产业增加值100.23亿元、第二产业增加值170.37亿元、第三产业增加值168.59亿元。",
        "选派驻村干部28名，其中男性20名、女性8名。",
        "履约项目71个，其中：省外61个、市外71个。",
    ],
};

/// Words that name all parts of a whole, each once.
const PARTITIONS: &[&[&str]] = &[
    &["第一产业", "第二产业", "第三产业"],
    &["一产", "二产", "三产"],
    &["城镇", "农村"],
    &["城镇", "乡村"],
    &["男", "女"],
    &["国有", "非国有"],
    &["公有制", "非公有制"],
    &["预期性", "约束性"],
    &["省内", "省外"],
    &["境内", "境外"],
    &["党员", "非党员"],
];

impl Rule for SumOfParts {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for sentence in sentences(block).filter(|sentence| sentence.len() >= 3) {
            // Each figure is a part of one list at most, so that a sentence is read once.
            let mut at = 0;
            while at + 2 < sentence.len() {
                let found = partition(block, &sentence[at..]);
                if let Some(parts) =
                    found.filter(|parts| is_off(&sentence[at], &sentence[at + 1..=at + parts]))
                {
                    let (total, related) = (&sentence[at], &sentence[at + 1..=at + parts]);
                    let message =
                        format!("分项之和与总数“{}”不符，请核对。", total.span.of(block.text));
                    let related = related.iter().map(|part| part.span).collect();
                    checked.findings.push(ABOUT.finding(total.span, message).with(related));
                }
                at += found.unwrap_or(1);
            }
        }
    }
}

/// How many figures after the first are all its parts, by the words that name them.
fn partition(block: &BlockView<'_>, figures: &[Metric]) -> Option<usize> {
    let (total, parts) = figures.split_first()?;
    PARTITIONS.iter().find_map(|words| {
        let parts = parts.get(..words.len())?;
        let mut from = total.span.end as usize;
        let mut noun = None;
        for (part, word) in parts.iter().zip(*words) {
            let between = block.text.get(from..part.span.start as usize)?;
            let (before, after) = between.split_once(word)?;
            // 城镇低保对象 and 农村特困人员 are not all of one thing.
            let same = *noun.get_or_insert(after) == after;
            let introduced = before.contains("其中") == (from == total.span.end as usize);
            if !introduced || !same || !is_amount(part) || !is_same_measure(total, part) {
                return None;
            }
            from = part.span.end as usize;
        }
        is_amount(total).then_some(words.len())
    })
}

/// Whether the parts cannot be the total, however they were rounded.
fn is_off(total: &Metric, parts: &[Metric]) -> bool {
    let sum = parts.iter().map(Interval::of).reduce(|a, b| Some(a?.plus(b?))).flatten();
    sum.zip(Interval::of(total)).is_some_and(|(sum, total)| !sum.meets(total))
}
