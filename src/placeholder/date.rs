//! Years and dates left open.

use super::PlaceholderType::Date;
use super::convention::Hit;
use super::mask::blanks_before;
use super::measure::{self, is_mask};
use crate::text::scanner::{after, before, is_blank, is_digit, run};

/// P8: 20XX年, 200X年, `20**年`, `20__年`, 二〇XX年. Without 年 only where no figure can stand.
pub(super) fn year_mask(text: &str, at: usize) -> Option<Hit> {
    let c = after(text, at)?;
    let len = run(&text[at..], |other| other == c);
    let masks = text[at..at + len].chars().count();
    let start = century(&text[..at], masks)?;
    let right = &text[at + len..];
    let year = right.starts_with('年');
    let bounded = !after(right, 0).is_some_and(|c| is_mask(c) || c.is_ascii_alphanumeric());
    let named = masks == 2 && c != '*' && measure::read(right).is_none() && bounded;
    (year || named).then(|| Hit::open(start, at + len).of_kind(Date))
}

/// Where the century begins that `left` ends with, if `masks` digits make a year of it.
fn century(left: &str, masks: usize) -> Option<usize> {
    let chinese = ["二〇", "二○", "二零", "一九"].iter().any(|century| left.ends_with(century));
    if chinese && masks == 2 {
        return Some(left.len() - "二〇".len());
    }
    let digits = left.bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
    let start = left.len() - digits;
    let known = left[start..].starts_with("20") || left[start..].starts_with("19");
    (known && digits >= 2 && digits + masks == 4).then_some(start)
}

/// P9: dates whose figures are blank (`　年　月　日`) or were stripped (`——年月日在`).
pub(super) fn blank_date(text: &str, at: usize) -> Option<Hit> {
    match after(text, at)? {
        '年' => blank_year(text, at),
        '月' => blank_month(text, at),
        _ => blank_day(text, at),
    }
}

/// The byte behind blanks and then `sign`.
fn blanks_then(text: &str, from: usize, sign: char) -> Option<usize> {
    let at = from + run(&text[from..], is_blank);
    text[at..].starts_with(sign).then_some(at + sign.len_utf8())
}

fn blank_year(text: &str, at: usize) -> Option<Hit> {
    let left = &text[..at];
    let blanks = blanks_before(left);
    let month = blanks_then(text, at + '年'.len_utf8(), '月');
    let day = month.and_then(|month| blanks_then(text, month, '日'));
    let hit = |start: usize, end: usize| Some(Hit::open(start, end).of_kind(Date));
    if blanks < at
        && let Some(century) = open_century(&left[..blanks])
    {
        return hit(century, at);
    }
    let given = before(&left[..blanks], blanks)
        .is_some_and(|c| is_digit(c) || is_mask(c) || "一二三四五六七八九零".contains(c));
    let end = day.filter(|_| !given)?;
    let stripped = &text[at..end] == "年月日";
    if stripped && blanks == at && (!may_precede_date(left) || is_word(&text[end..])) {
        return None;
    }
    // The blanks before 年 are the year's place, but at the start of a line they are its indent.
    let indent = before(&left[..blanks], blanks).is_none_or(|c| c == '\n');
    hit(if indent { at } else { blanks }, end)
}

/// `20  年`: where the century begins.
fn open_century(left: &str) -> Option<usize> {
    let digits = left.bytes().rev().take(4).take_while(u8::is_ascii_digit).count();
    let start = left.len() - digits;
    let known = left[start..].starts_with("20") || left[start..].starts_with("19");
    (known && (2..=3).contains(&digits)).then_some(start)
}

/// Whether what follows 年月日 shows that the words are meant: 年月日和编号按要求填写.
fn is_word(right: &str) -> bool {
    const FOLLOWERS: &[&str] = &[
        "和", "及", "与", "或", "等", "的", "按", "应", "须", "要", "均", "不", "未", "用", "为",
        "填", "格式", "顺序", "排", "齐全", "写", "是", "三",
    ];
    FOLLOWERS.iter().any(|word| right.starts_with(word))
}

/// Whether a date can follow. 出生年月日 and 按年月日 are the words themselves.
fn may_precede_date(left: &str) -> bool {
    before(left, left.len()).is_none_or(|c| "—-（(，。；：、\n于至从自到".contains(c))
}

/// `2022年　月　日`: the month's blanks, with the day if that is open too.
fn blank_month(text: &str, at: usize) -> Option<Hit> {
    let blanks = blanks_before(&text[..at]);
    if blanks == at || !text[..blanks].ends_with('年') {
        return None;
    }
    let behind = at + '月'.len_utf8();
    let hit = |end: usize| Some(Hit::open(blanks, end).of_kind(Date));
    match blanks_then(text, behind, '日') {
        Some(end) => hit(end),
        None if text[behind..].starts_with(|c| is_digit(c) || c == '_') => hit(at),
        None if measure::is_delimited(&text[behind..]) => hit(at),
        None => None,
    }
}

/// `12月　日`: the day's blanks.
fn blank_day(text: &str, at: usize) -> Option<Hit> {
    let blanks = blanks_before(&text[..at]);
    let word = text[at..].chars().nth(1).is_some_and(|c| "均常益用前期趋".contains(c));
    (blanks < at && text[..blanks].ends_with('月') && !word)
        .then(|| Hit::open(blanks, at).of_kind(Date))
}
