//! Figures of a form of their own: 第9位, 翻一番, 一半. Specification §2.1, §2.4.

use super::Value;
use super::grammar::{Form, Found, Unit, push};
use super::number::{Number, read_number};
use crate::metric::lexicon::{BEFORE_HALF, ORDINAL_NOUNS, RANK_SCOPES};
use crate::text::scanner::is_han;
use crate::text::unit::Dimension;
use crate::text::words::{longest_suffix, starts_with_any};
use crate::text::{Decimal, Span};

/// 第N: a rank if a scope or 位/名 says so, an ordinal otherwise (§2.4).
pub(super) fn ordinal(text: &str, at: usize, blanks: &[Span], found: &mut Vec<Found>) -> usize {
    let number_at = at + '第'.len_utf8();
    let Some(number) = read_number(text, number_at, blanks) else { return number_at };
    if number.form != Form::Amount {
        return number.end();
    }
    let end = number.end();
    let rest = &text[end..];
    let word = ["位", "名"].into_iter().find(|word| rest.starts_with(word)).unwrap_or("");
    let behind = &rest[word.len()..];
    let ranked = is_ranked(text, at);
    let is_rank = if word.is_empty() {
        ranked
            && !behind
                .chars()
                .next()
                .is_some_and(|c| is_han(c) && !matches!(c, '的' | '和' | '及' | '与'))
    } else {
        ranked || !behind.chars().next().is_some_and(is_han)
    };
    if !is_rank || starts_with_any(rest, &ORDINAL_NOUNS) {
        return end;
    }
    let mut rank = number.clone();
    rank.form = Form::Rank;
    let unit = Unit { dimension: Dimension::Other, ..Unit::none(word) };
    push(text, &rank, unit, end + word.len(), found);
    if let Some(last) = found.last_mut() {
        last.span.start = at as u32;
    }
    end + word.len()
}

/// Whether a scope (全市) or a verb of ranking (居, 列) stands shortly before 第.
fn is_ranked(text: &str, at: usize) -> bool {
    let from = text[..at].char_indices().rev().take(6).last().map_or(at, |(i, _)| i);
    let left = &text[from..at];
    RANK_SCOPES.occur_in(left)
}

/// 翻番, 翻一番, 翻了两番: ×2ⁿ.
pub(super) fn factor(text: &str, at: usize, found: &mut Vec<Found>) -> usize {
    let rest = &text[at + '翻'.len_utf8()..];
    let middle = rest.strip_prefix('了').unwrap_or(rest);
    let skipped = rest.len() - middle.len();
    let (times, len) = match middle.chars().next() {
        Some('番') => (1, 0),
        Some(c) => match crate::text::chinese_numeral::digit(c).or(c.to_digit(10).map(|d| d as u8))
        {
            Some(times @ 1..=6) if middle[c.len_utf8()..].starts_with('番') => {
                (times, c.len_utf8())
            }
            _ => return at,
        },
        None => return at,
    };
    let end = at + '翻'.len_utf8() + skipped + len + '番'.len_utf8();
    let value = Value::Figure(Decimal::whole(1 << times));
    let number = Number::of(Span::new(at, end), value, Form::Factor);
    push(text, &number, Unit::none("倍"), end, found);
    end
}

/// 一半 behind a word that measures: 下降一半.
pub(super) fn half(text: &str, at: usize, found: &mut Vec<Found>) -> usize {
    let end = at + "一半".len();
    if longest_suffix(&text[..at], &BEFORE_HALF).is_some() {
        let number = Number::of(Span::new(at, end), Value::Figure(Decimal::whole(50)), Form::Half);
        push(text, &number, Unit::none("%"), end, found);
    }
    end
}
