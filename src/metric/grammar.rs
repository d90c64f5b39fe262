//! The grammar of measures: number, multiplier, unit, and everything around them that changes what
//! the figure means. Specification §2.1–§2.4.
//!
//! One pass over the block. A numeral is only a candidate: `threshold` and `ordinal` say which are
//! no figures (§2.5).

use super::figure::{first_may_be_figure, is_attribute, is_rhetoric};
use super::number::{Number, read_number};
use super::special::{factor, half, ordinal};
use super::{Approximation, Surroundings, Value};
use crate::metric::lexicon::{AFTER_FIGURE, BEFORE_FIGURE, PERSONS, PERSONS_BEFORE};
use crate::text::scanner::{after, is_blank, is_digit, is_han, run};
use crate::text::unit::{self, Dimension, Usage};
use crate::text::words::starts_with_any;
use crate::text::{Span, chinese_numeral};

/// How a measure is built.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Form {
    /// Number and unit.
    Amount,
    /// 第9位
    Rank,
    /// 1/6, 三分之一
    Fraction,
    /// 22.8:38.8:38.4
    Ratio,
    /// 翻一番
    Factor,
    /// 一半
    Half,
}

/// A measure before it has a name.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub(super) span: Span,
    pub(super) value: Option<Value>,
    pub(super) blank: Option<Span>,
    pub(super) power: u8,
    pub(super) unit: String,
    pub(super) dimension: Dimension,
    pub(super) usage: Usage,
    pub(super) approximation: Approximation,
    /// Whether it is a range: 10至20, X—X.
    pub(super) range: bool,
    /// Whether a word around it makes it a limit: 不超过, 以内.
    pub(super) bound: bool,
    pub(super) form: Form,
    /// Where 左右, 以上 … behind it end.
    pub(super) tail: u32,
}

/// Finds the measures of one block, in reading order.
pub(super) fn measures(text: &str, surroundings: Surroundings<'_>) -> Vec<Found> {
    let mut found = Vec::new();
    let (mut opaque, mut blanks) = (surroundings.opaque, surroundings.blanks);
    let mut at = 0;
    while let Some(c) = after(text, at) {
        while opaque.first().is_some_and(|span| span.end as usize <= at) {
            opaque = &opaque[1..];
        }
        while blanks.first().is_some_and(|span| (span.start as usize) < at) {
            blanks = &blanks[1..];
        }
        if let Some(span) = opaque.first().filter(|span| span.start as usize <= at) {
            at = span.end as usize;
            continue;
        }
        let masked = blanks.first().is_some_and(|span| span.start as usize == at);
        if !masked && !may_begin(c) {
            at += c.len_utf8();
            continue;
        }
        at = measure_at(text, at, c, blanks, &mut found).max(at + numeral_len(&text[at..], c));
    }
    found
}

/// Whether a measure may begin with `c`. Everything else is passed over unread.
fn may_begin(c: char) -> bool {
    matches!(c, '0'..='9' | '０'..='９' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九'
        | '两' | '十' | '百' | '千' | '万' | '第' | '翻' | '-' | '－' | '−')
}

/// How far to go on at least: a numeral is read once, as a whole, or a million digits that make no
/// figure would be read a million times.
fn numeral_len(text: &str, c: char) -> usize {
    let len =
        if is_digit(c) { run(text, is_digit) } else { run(text, chinese_numeral::is_numeral) };
    len.max(c.len_utf8())
}

/// Reads what begins at `at`; gives where to go on.
fn measure_at(text: &str, at: usize, c: char, blanks: &[Span], found: &mut Vec<Found>) -> usize {
    match c {
        '第' => ordinal(text, at, blanks, found),
        '翻' => factor(text, at, found),
        '一' if text[at..].starts_with("一半") => half(text, at, found),
        _ => amounts(text, at, blanks, found),
    }
}

/// Reads a number with its unit, or several numbers that share one: 提高15、22个百分点.
fn amounts(text: &str, at: usize, blanks: &[Span], found: &mut Vec<Found>) -> usize {
    let Some(first) = read_number(text, at, blanks) else { return at };
    let mut numbers = vec![first];
    loop {
        let end = numbers[numbers.len() - 1].end();
        if let Some(measure) = complete(text, &numbers, found) {
            return measure;
        }
        let next = list_connector(&text[end..])
            .and_then(|connector| read_number(text, end + connector, blanks));
        match next {
            Some(number) if numbers.len() < 16 && number.shares_a_unit() => numbers.push(number),
            _ => return end,
        }
    }
}

/// 、 between two numbers that share the unit of the last.
fn list_connector(text: &str) -> Option<usize> {
    text.starts_with('、').then_some('、'.len_utf8())
}

/// Makes measures of `numbers` if a unit follows the last of them (or it needs none).
fn complete(text: &str, numbers: &[Number], found: &mut Vec<Found>) -> Option<usize> {
    let last = numbers.last()?;
    let end = last.end();
    if last.form != Form::Amount {
        push(text, last, Unit::none(last.implied_unit), end, found);
        return Some(end);
    }
    let (unit, unit_end) = unit_after(text, last)?;
    // A masked number must be filled in even where it only qualifies (*亿元以上项目).
    let masked = numbers.iter().any(|number| number.blank.is_some());
    let qualifies = !masked && is_attribute(text, unit_end, &unit)
        || last.chinese && is_rhetoric(text, unit_end, &unit);
    if qualifies || !first_may_be_figure(text, numbers, &unit) {
        return Some(unit_end);
    }
    let unit_end = unit_end + surplus(&text[unit_end..], &unit);
    for (i, number) in numbers.iter().enumerate() {
        let end = if i + 1 == numbers.len() { unit_end } else { number.end() };
        push(text, number, unit.clone(), end, found);
    }
    Some(unit_end)
}

/// The length of 多 or 余 behind a unit that takes it there: 六成多, 两倍多.
fn surplus(rest: &str, unit: &Unit) -> usize {
    let more = rest.chars().next().filter(|c| matches!(c, '多' | '余')).map_or(0, char::len_utf8);
    // 三成多厂区用电; but 三倍多元化.
    let ends = !rest[more..].chars().next().is_some_and(is_han);
    match unit.name.as_str() {
        "成" if !rest.starts_with("多数") => more,
        "倍" if ends => more,
        _ => 0,
    }
}

/// The unit of a measure.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) name: String,
    pub(super) power: u8,
    pub(super) dimension: Dimension,
    pub(super) usage: Usage,
    pub(super) approximator: Option<char>,
}

impl Unit {
    pub(super) fn none(name: &str) -> Self {
        Self {
            name: name.to_owned(),
            power: 0,
            dimension: Dimension::Ratio,
            usage: Usage::Strict,
            approximator: None,
        }
    }
}

/// Reads the unit behind a number; a bare 万 before a noun implies 人 (惠及23.6万婴幼儿).
fn unit_after(text: &str, number: &Number) -> Option<(Unit, usize)> {
    let end = number.end();
    let rest = &text[end..];
    if let Some(measure) = unit::read(rest) {
        let unit = Unit {
            name: measure.name(),
            power: measure.power,
            dimension: measure.dimension,
            usage: measure.usage,
            approximator: measure.approximator,
        };
        return Some((unit, end + measure.len));
    }
    implied_persons(&text[..number.start()], rest)
        .or_else(|| number.blank.and_then(|_| bare_multiplier(rest)))
        .map(|(unit, len)| (unit, end + len))
}

/// Behind a mask 万 alone is unit enough: 新增人口**万. Behind digits it may be anything.
fn bare_multiplier(rest: &str) -> Option<(Unit, usize)> {
    let (multiplier, power) = unit::read_multiplier(rest).filter(|(_, power)| *power >= 4)?;
    let unit = Unit { power, dimension: Dimension::Count, ..Unit::none(multiplier) };
    Some((unit, multiplier.len()))
}

/// 23.6万婴幼儿 counts persons though no unit says so.
fn implied_persons(before: &str, rest: &str) -> Option<(Unit, usize)> {
    let (before_multiplier, approximator) = match rest.chars().next() {
        Some(c @ ('余' | '多')) => (c.len_utf8(), Some(c)),
        _ => (0, None),
    };
    let (multiplier, power) = unit::read_multiplier(&rest[before_multiplier..])?;
    let mut len = before_multiplier + multiplier.len();
    let mut approximator = approximator;
    if let Some(c @ ('余' | '多')) = rest[len..].chars().next() {
        approximator = Some(c);
        len += c.len_utf8();
    }
    let noun = starts_with_any(&rest[len..], &PERSONS);
    // 务工规模超过3300万。
    let ends = !rest[len..].chars().next().is_some_and(|c| is_han(c) || c.is_alphanumeric());
    let counted = || {
        let near = before.char_indices().rev().take(14).last().map_or(0, |(at, _)| at);
        PERSONS_BEFORE.occur_in(&before[near..])
    };
    if !matches!(multiplier, "万" | "亿") || !(noun || ends && counted()) {
        return None;
    }
    let name = format!("{multiplier}人");
    let unit =
        Unit { name, power, dimension: Dimension::Person, usage: Usage::Strict, approximator };
    Some((unit, len))
}

/// Adds a measure with what the words around it say about its exactness.
pub(super) fn push(text: &str, number: &Number, unit: Unit, end: usize, found: &mut Vec<Found>) {
    let start = number.start();
    let (mut approximation, mut bound) = approximation_before(text, start);
    let (behind, tail) = approximation_behind(text, end);
    if let Some((word, limit)) = behind {
        approximation = word;
        bound |= limit;
    }
    match unit.approximator {
        Some('余' | '多') => approximation = Approximation::AtLeast,
        Some(_) => approximation = Approximation::Unknown,
        None => {}
    }
    found.push(Found {
        span: Span::new(start, end),
        value: number.value.clone(),
        blank: number.blank,
        power: unit.power,
        unit: unit.name,
        dimension: unit.dimension,
        usage: unit.usage,
        approximation,
        range: number.range,
        bound,
        form: number.form,
        tail: tail as u32,
    });
}

/// What the word before a figure says of its exactness, and whether it is a limit.
fn approximation_before(text: &str, start: usize) -> (Approximation, bool) {
    let left = text[..start].trim_end_matches(is_blank);
    BEFORE_FIGURE
        .iter()
        .find(|row| left.ends_with(row.word))
        .map_or((Approximation::Exact, false), |row| (row.approximation, row.bound))
}

/// What the word behind a figure says, and where it ends.
fn approximation_behind(text: &str, end: usize) -> (Option<(Approximation, bool)>, usize) {
    let rest = &text[end..];
    AFTER_FIGURE
        .iter()
        .find(|row| rest.starts_with(row.word))
        .map_or((None, end), |row| (Some((row.approximation, row.bound)), end + row.word.len()))
}
