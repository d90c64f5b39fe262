//! The grammar of measures: number, multiplier, unit, and everything around them that changes what
//! the figure means. Specification §2.1–§2.4.
//!
//! One pass over the block. A numeral is only a candidate: `threshold` and `ordinal` say which are
//! no figures (§2.5).

use super::lexicon::{
    AFTER_FIGURE, BEFORE_FIGURE, DURATION_CUES, ORDINAL_NOUNS, RANK_SCOPES, starts_with_any,
};
use super::number::{Number, read_number};
use super::{Approximation, Surroundings, Value};
use crate::text::scanner::{after, before, fold, is_blank, is_digit, is_han, run};
use crate::text::unit::{self, Dimension, Usage};
use crate::text::{Decimal, Span, chinese_numeral};

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
        | '两' | '十' | '百' | '千' | '第' | '翻')
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
    let Some((unit, unit_end)) = unit_after(text, last) else {
        return None;
    };
    if is_attribute(text, unit_end, &unit)
        || last.chinese && is_rhetoric(text, unit_end, &unit)
        || !first_may_be_figure(text, numbers, &unit)
    {
        return Some(unit_end);
    }
    for (i, number) in numbers.iter().enumerate() {
        let end = if i + 1 == numbers.len() { unit_end } else { number.end() };
        push(text, number, unit.clone(), end, found);
    }
    Some(unit_end)
}

/// The unit of a measure.
#[derive(Clone, Debug)]
struct Unit {
    name: String,
    power: u8,
    dimension: Dimension,
    usage: Usage,
    approximator: Option<char>,
}

impl Unit {
    fn none(name: &str) -> Self {
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
    implied_persons(rest).map(|(unit, len)| (unit, end + len))
}

/// 23.6万婴幼儿 counts persons though no unit says so.
fn implied_persons(rest: &str) -> Option<(Unit, usize)> {
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
    if !matches!(multiplier, "万" | "亿") || !starts_with_any(&rest[len..], super::lexicon::PERSONS)
    {
        return None;
    }
    let name = format!("{multiplier}人");
    let unit =
        Unit { name, power, dimension: Dimension::Person, usage: Usage::Strict, approximator };
    Some((unit, len))
}

/// Whether numeral and unit together may be a figure at all (§2.2, §2.5).
fn first_may_be_figure(text: &str, numbers: &[Number], unit: &Unit) -> bool {
    let (first, last) = (&numbers[0], &numbers[numbers.len() - 1]);
    if first.chinese && !chinese_is_figure(first, unit) {
        return false;
    }
    let (start, end) = (first.start(), last.end());
    if !neighbours_allow(text, start, end, unit) {
        return false;
    }
    match unit.usage {
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
    let measured = unit.usage == Usage::Strict
        && !matches!(unit.dimension, Dimension::Person | Dimension::Count | Dimension::Money);
    number.has_digit && (large || measured)
}

/// 三千亿元城市 is a class of city, 十一次全会 a meeting: Chinese numerals before a noun.
fn is_rhetoric(text: &str, unit_end: usize, unit: &Unit) -> bool {
    const MEETINGS: &[&str] =
        &["全会", "会议", "全体会议", "代表大会", "党代会", "大会", "中全会", "常委会"];
    let rest = &text[unit_end..];
    let class = unit.dimension == Dimension::Money && rest.chars().next().is_some_and(is_han);
    let limited = super::lexicon::LIMITS.iter().any(|limit| rest.starts_with(limit));
    unit.name == "次" && starts_with_any(rest, MEETINGS)
        || class && !limited && unit.approximator.is_none()
}

/// What stands directly beside the numeral may make it a code: C919, 7×24小时, 1+6, 23·7, 第3次.
fn neighbours_allow(text: &str, start: usize, end: usize, unit: &Unit) -> bool {
    let left = before(text, start).map(fold);
    let joined = |c: char| {
        matches!(c, '×' | '*' | '+' | '·' | '/' | '_' | '〔' | '[' | '#' | '第' | '前' | '.' | ':')
    };
    if left.is_some_and(joined) || after(text, end).is_some_and(|c| matches!(c, '×' | '+' | '·'))
    {
        return false;
    }
    // A letter before a figure is a code (C919) unless the unit is beyond doubt: 占GDP3.2%.
    let code = left.is_some_and(|c| c.is_ascii_alphabetic() || c == '-');
    !code || unit.usage == Usage::Strict && unit.dimension != Dimension::Length
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
                || DURATION_CUES.iter().any(|cue| text[from..number.start()].contains(cue))
        }
        _ => DURATION_CUES.iter().any(|cue| clause.contains(cue)),
    }
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
fn is_attribute(text: &str, unit_end: usize, unit: &Unit) -> bool {
    let rest = &text[unit_end..];
    if matches!(unit.name.as_str(), "千伏" | "kV" | "千伏安") {
        return true;
    }
    const WORDS: &[&str] =
        &["制度", "制造", "制作", "制定", "制裁", "版权", "版面", "档案", "级别"];
    let size = after(rest, 0).is_some_and(|c| matches!(c, '级' | '型' | '制' | '版' | '圈' | '档'));
    if size && !starts_with_any(rest, WORDS) {
        return true;
    }
    let Some(limit) = super::lexicon::LIMITS.iter().find(|limit| rest.starts_with(**limit)) else {
        return false;
    };
    let behind = rest[limit.len()..].trim_start_matches('的');
    unit.dimension != Dimension::Ratio
        && behind.chars().next().is_some_and(is_noun_like)
        && !starts_with_any(behind, AFTER_LIMIT)
}

/// Words that may follow 以上 without making it an attribute: 增长10个以上并实现…
const AFTER_LIMIT: &[&str] = &["和", "并", "且", "与", "及", "或"];

fn is_noun_like(c: char) -> bool {
    is_han(c) || c == '“' || c == '《'
}

/// Adds a measure with what the words around it say about its exactness.
fn push(text: &str, number: &Number, unit: Unit, end: usize, found: &mut Vec<Found>) {
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

/// 第N: a rank if a scope or 位/名 says so, an ordinal otherwise (§2.4).
fn ordinal(text: &str, at: usize, blanks: &[Span], found: &mut Vec<Found>) -> usize {
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
    if !is_rank || starts_with_any(rest, ORDINAL_NOUNS) {
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
    RANK_SCOPES.iter().any(|scope| left.contains(scope))
}

/// 翻番, 翻一番, 翻了两番: ×2ⁿ.
fn factor(text: &str, at: usize, found: &mut Vec<Found>) -> usize {
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
fn half(text: &str, at: usize, found: &mut Vec<Found>) -> usize {
    let end = at + "一半".len();
    if super::lexicon::BEFORE_HALF.iter().any(|word| text[..at].ends_with(word)) {
        let number = Number::of(Span::new(at, end), Value::Figure(Decimal::whole(50)), Form::Half);
        push(text, &number, Unit::none("%"), end, found);
    }
    end
}
