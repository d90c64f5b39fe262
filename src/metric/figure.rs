//! Figures or not: which candidates of the grammar are codes, dates, classes or rhetoric.
//! Specification §2.2, §2.5.

use super::grammar::Unit;
use super::number::Number;
use crate::metric::lexicon::{DURATION_CUES, LIMITS, SCORE_CUES};
use crate::text::scanner::{after, before, fold, is_han};
use crate::text::unit::{Dimension, Usage};
use crate::text::words::{Words, longest_prefix, longest_suffix, starts_with_any};

/// Whether numeral and unit together may be a figure at all (§2.2, §2.5).
pub(super) fn first_may_be_figure(text: &str, numbers: &[Number], unit: &Unit) -> bool {
    let (first, last) = (&numbers[0], &numbers[numbers.len() - 1]);
    let (start, end) = (first.start(), last.end());
    if first.chinese && !chinese_is_figure(first, unit) && !is_a_tenth(text, first, unit) {
        return false;
    }
    if !neighbours_allow(text, start, end, unit) {
        return false;
    }
    match unit.usage {
        Usage::Score => {
            let from = clause_start(text, start);
            SCORE_CUES.occur_in(&text[from..start])
        }
        Usage::Time => is_duration(text, first, end, unit),
        _ => true,
    }
}

/// Chinese numerals count only when they are plainly figures: 四个 and 一批 are rhetoric.
fn chinese_is_figure(number: &Number, unit: &Unit) -> bool {
    if unit.approximator.is_some() {
        return true;
    }
    let large = number.whole().is_some_and(|value| value >= 11) || unit.power >= 4;
    // 七成受访者, but not 一成不变.
    if unit.name == "成" && number.has_digit {
        return number.whole().is_some_and(|value| (2..10).contains(&value));
    }
    let measured = unit.usage == Usage::Strict
        && !matches!(unit.dimension, Dimension::Person | Dimension::Count | Dimension::Money);
    number.has_digit && (large || measured)
}

/// 占比不足一成, which is no 一成不变.
fn is_a_tenth(text: &str, number: &Number, unit: &Unit) -> bool {
    static BEFORE: Words = Words::new(&[
        "不足", "不到", "约", "近", "超", "超过", "达", "达到", "占", "仅", "约占", "为",
    ]);
    unit.name == "成"
        && number.whole() == Some(1)
        && longest_suffix(&text[..number.start()], &BEFORE).is_some()
        && !text[number.end()..].starts_with("成不变")
}

/// 三千亿元城市 is a class of city, 十一次全会 a meeting: Chinese numerals before a noun.
pub(super) fn is_rhetoric(text: &str, unit_end: usize, unit: &Unit) -> bool {
    static MEETINGS: Words =
        Words::new(&["全会", "会议", "全体会议", "代表大会", "党代会", "大会", "中全会", "常委会"]);
    let rest = &text[unit_end..];
    let class = unit.dimension == Dimension::Money && rest.chars().next().is_some_and(is_han);
    let limited = starts_with_any(rest, &LIMITS);
    unit.name == "次" && starts_with_any(rest, &MEETINGS)
        || class && !limited && unit.approximator.is_none()
}

/// What stands directly beside the numeral may make it a code: C919, 7×24小时, 1+6, 23·7, 第3次.
fn neighbours_allow(text: &str, start: usize, end: usize, unit: &Unit) -> bool {
    let left = before(text, start).map(fold);
    let joined = |c: char| {
        matches!(c, '×' | '*' | '+' | '·' | '/' | '_' | '〔' | '[' | '#' | '第' | '前' | '.' | ':')
    };
    if left.is_some_and(joined) && !announced(&text[..start])
        || after(text, end).is_some_and(|c| matches!(c, '×' | '+' | '·'))
    {
        return false;
    }
    // A letter before a figure is a code (C919) unless the unit is beyond doubt: 占GDP3.2%.
    let code = left.is_some_and(|c| c.is_ascii_alphabetic() || c == '-');
    !code || unit.usage == Usage::Strict && unit.dimension != Dimension::Length
}

/// Whether the sign before a figure joins it to nothing: 同比+6.4%, 提前72小时.
fn announced(left: &str) -> bool {
    static BEFORE_PLUS: Words =
        Words::new(&["同比", "环比", "上年", "去年", "年初", "增幅", "增速", "增长"]);
    match left.strip_suffix(['+', '＋']) {
        Some(words) => longest_suffix(words, &BEFORE_PLUS).is_some(),
        None => left.ends_with("提前"),
    }
}

/// A time is a duration only beside a word that says so; most are dates.
fn is_duration(text: &str, number: &Number, end: usize, unit: &Unit) -> bool {
    let year = number.whole().is_some_and(|value| (1000..=2999).contains(&value));
    if unit.name == "年" && (year || number.chinese) {
        return false;
    }
    let from = clause_start(text, number.start());
    let to = end + clause_len(&text[end..]);
    let clause = &text[from..to];
    match unit.name.as_str() {
        "年" | "个月" | "周年" | "天" | "周" => {
            text[from..number.start()].ends_with("连续")
                || text[from..number.start()].ends_with(['由', '从'])
                    && is_changed(text[end..].strip_prefix(unit.name.as_str()).unwrap_or(""))
                || DURATION_CUES.occur_in(&text[from..number.start()])
        }
        _ => DURATION_CUES.occur_in(clause),
    }
}

/// Whether a change goes on behind the first of two times: 由7天缩短至5天.
fn is_changed(rest: &str) -> bool {
    let Some(verb) =
        longest_prefix(rest, &["缩短", "压缩", "压减", "减少", "延长", "缩减", "降", "减"])
    else {
        return false;
    };
    rest[verb.len()..].starts_with(['至', '到', '为'])
}

/// Where the clause begins that holds byte `at`; looks back a limited way, to stay linear.
fn clause_start(text: &str, at: usize) -> usize {
    let window = text[..at].char_indices().rev().take(40);
    let mut start = at;
    for (i, c) in window {
        if matches!(c, '，' | '。' | '；' | '、' | '！' | '？' | '\n' | '：') {
            return start;
        }
        start = i;
    }
    start
}

/// How long the clause goes on from the start of `text`, at most 40 characters.
fn clause_len(text: &str) -> usize {
    text.char_indices()
        .take(40)
        .take_while(|(_, c)| !matches!(c, '，' | '。' | '；' | '、' | '！' | '？' | '\n' | '：'))
        .last()
        .map_or(0, |(i, c)| i + c.len_utf8())
}

/// Whether number and unit only qualify the noun behind them: 10亿元以上重大产业项目, 20万吨级码头,
/// 220千伏变电站.
pub(super) fn is_attribute(text: &str, unit_end: usize, unit: &Unit) -> bool {
    let rest = &text[unit_end..];
    if matches!(unit.name.as_str(), "千伏" | "kV" | "千伏安") {
        return true;
    }
    static WORDS: Words =
        Words::new(&["制度", "制造", "制作", "制定", "制裁", "版权", "版面", "档案", "级别"]);
    let size = after(rest, 0).is_some_and(|c| matches!(c, '级' | '型' | '制' | '版' | '圈' | '档'));
    if size && !starts_with_any(rest, &WORDS) {
        return true;
    }
    let Some(limit) = longest_prefix(rest, &LIMITS) else {
        return false;
    };
    let behind = rest[limit.len()..].trim_start_matches('的');
    unit.dimension != Dimension::Ratio
        && behind.chars().next().is_some_and(is_noun_like)
        && !starts_with_any(behind, &AFTER_LIMIT)
}

/// Words that may follow 以上 without making it an attribute: 增长10个以上并实现…
static AFTER_LIMIT: Words = Words::new(&["和", "并", "且", "与", "及", "或"]);

fn is_noun_like(c: char) -> bool {
    is_han(c) || c == '“' || c == '《'
}
