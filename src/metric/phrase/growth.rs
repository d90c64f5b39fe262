//! Growth: 〈indicator〉同比增长 before a figure, or 增长 behind it.

use super::trim::{trim_leading, trim_trailing};
use crate::metric::lexicon::{GROWTH_PREFIXES, GROWTH_VERBS};
use crate::text::scanner::{is_blank, is_digit};
use crate::text::words::{Words, longest_prefix, longest_suffix, starts_with_any, strip_suffix};
/// What stands before a growth figure: whose growth, and how it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::metric) struct Growth<'t> {
    /// The indicator; "" if the clause names none.
    pub(in crate::metric) subject: &'t str,
    /// 同比增长, 较上年下降, 年均分别增长
    pub(in crate::metric) verb: &'t str,
    /// Whether it goes down.
    pub(in crate::metric) falls: bool,
    /// Whether another period is named (同比), which makes a count a growth too.
    pub(in crate::metric) compares: bool,
}

/// Reads 〈subject〉同比增长 from the end of what stands before a figure.
pub(in crate::metric) fn growth(left: &str) -> Option<Growth<'_>> {
    let trimmed = left.trim_end_matches(is_blank);
    let trimmed = strip_suffix(trimmed, &APPROXIMATE).unwrap_or(trimmed);
    let trimmed = trimmed.strip_suffix('了').unwrap_or(trimmed);
    if let Some(growth) = short_comparison(trimmed).or_else(|| against_the_past(trimmed)) {
        return Some(growth);
    }
    let (verb, falls) = GROWTH_VERBS
        .iter()
        .filter(|(verb, _)| trimmed.ends_with(verb))
        .max_by_key(|(verb, _)| verb.len())?;
    let mut start = trimmed.len() - verb.len();
    let mut compares = false;
    while let Some(word) =
        longest_suffix(&trimmed[..start], &GROWTH_PREFIXES).or_else(|| than(&trimmed[..start]))
    {
        start -= word.len();
        compares |= word.starts_with(['同', '环', '较', '比', '与']);
    }
    let comparison = comparison_start(&trimmed[..start]);
    if comparison < start {
        (start, compares) = (comparison, true);
    }
    // 新增 and 净增 are levels; 增 inside a word is none.
    let before = &trimmed[..start];
    let single = verb.chars().count() == 1;
    if single && !compares && before.ends_with(['新', '净', '加', '最', '倍', '较', '很']) {
        return None;
    }
    Some(Growth { subject: before, verb: &trimmed[start..], falls: *falls, compares })
}

/// 同比+6.4%, 环比-0.3%: the sign is the verb.
fn short_comparison(left: &str) -> Option<Growth<'_>> {
    let words = left.trim_end_matches(['+', '＋']);
    [("同比", "同比增长"), ("环比", "环比增长")].into_iter().find_map(|(word, verb)| {
        let subject = words.strip_suffix(word)?;
        Some(Growth { subject, verb, falls: false, compares: true })
    })
}

/// 低于上年, 高于去年同期 before a figure.
fn against_the_past(left: &str) -> Option<Growth<'_>> {
    let words = strip_suffix(left, &PAST)?;
    let falls = words.ends_with("低于");
    (falls || words.ends_with("高于")).then(|| {
        let start = words.len() - "低于".len();
        Growth { subject: &words[..start], verb: &left[start..], falls, compares: true }
    })
}

/// What a year is compared with.
static PAST: Words =
    Words::new(&["上年同期", "去年同期", "上年", "去年", "年初", "上季度", "上月"]);

/// Where 比第六次全国人口普查 or 较年初 begins, if that is all there is before a growth verb.
fn comparison_start(text: &str) -> usize {
    let start = text.len() - trim_leading(text).len();
    let body = &text[start..];
    let compares = body.starts_with(['较', '比'])
        && !starts_with_any(body, &["较大", "较好", "比亚迪", "比重", "比例"]);
    if compares && body.chars().count() <= 16 { start } else { text.len() }
}

/// 保持20%以上增长, 5.5%左右的增长目标: the growth stands behind its figure.
pub(in crate::metric) fn growth_behind(right: &str) -> bool {
    let right = right.trim_start_matches('的');
    let right = longest_prefix(right, &["预期", "年均", "同比", "速度", "高速", "正"])
        .map_or(right, |word| &right[word.len()..]);
    right.starts_with("增长") && !right.starts_with("增长点") && !right.starts_with("增长极")
}

/// What stands before 翻一番 without the year it is compared with: 旅游收入比2020年.
pub(in crate::metric) fn without_comparison(left: &str) -> &str {
    let mut words = growth(left).map_or(left, |growth| growth.subject).trim_end_matches(is_blank);
    while let Some(word) = longest_suffix(words, &GROWTH_PREFIXES).or_else(|| than(words)) {
        words = &words[..words.len() - word.len()];
    }
    words
}

/// 企业数量是上年的: what is compared, and with what.
pub(in crate::metric) fn compared(left: &str) -> Option<(&str, &str)> {
    let (what, with) = left.trim_end_matches(is_blank).strip_suffix('的')?.rsplit_once('是')?;
    (!with.is_empty()).then(|| (trim_trailing(trim_leading(what)), with))
}

/// Approximators that may stand between a growth verb and its figure.
static APPROXIMATE: Words = Words::new(&[
    "超过", "不低于", "不少于", "接近", "达到", "将近", "约", "近", "超", "逾", "达", "至少",
    "高达",
]);

/// 比2020年, 较2015年 at the end of `text`.
fn than(text: &str) -> Option<&str> {
    let body = text.strip_suffix('年').or_else(|| text.strip_suffix("年底"))?;
    let digits = body.trim_end_matches(is_digit);
    let preposition = ["比", "较"].into_iter().find(|word| digits.ends_with(word))?;
    (body.len() - digits.len() >= 4).then(|| &text[digits.len() - preposition.len()..])
}
