//! Numerals: Arabic in every grouping, ranges, fractions, ratios, Chinese, and blanks that stand
//! for one. Specification §2.1.

use super::Value;
use super::grammar::Form;
use crate::text::scanner::{after, before, fold, is_digit, is_han, run};
use crate::text::words::{Words, longest_suffix};
use crate::text::{Decimal, Span, chinese_numeral, unit};

/// A numeral as it stands in the text, without unit.
#[derive(Clone, Debug)]
pub(super) struct Number {
    span: Span,
    pub(super) value: Option<Value>,
    pub(super) blank: Option<Span>,
    pub(super) form: Form,
    /// Whether it is written in Chinese numerals.
    pub(super) chinese: bool,
    /// Whether it holds a digit, not only 十百千.
    pub(super) has_digit: bool,
    /// Whether it is two numbers with 至 or — between.
    pub(super) range: bool,
    /// The unit it carries itself: % of 百分之四十五.
    pub(super) implied_unit: &'static str,
}

impl Number {
    pub(super) fn of(span: Span, value: Value, form: Form) -> Self {
        Self {
            span,
            value: Some(value),
            blank: None,
            form,
            chinese: false,
            has_digit: true,
            range: false,
            implied_unit: "",
        }
    }

    fn masked(blank: Span) -> Self {
        Self {
            span: blank,
            value: None,
            blank: Some(blank),
            form: Form::Amount,
            chinese: false,
            has_digit: true,
            range: false,
            implied_unit: "",
        }
    }

    pub(super) fn start(&self) -> usize {
        self.span.start as usize
    }

    pub(super) fn end(&self) -> usize {
        self.span.end as usize
    }

    /// The whole number it writes, if it does.
    pub(super) fn whole(&self) -> Option<i128> {
        match self.value {
            Some(Value::Figure(figure)) => figure.as_whole(),
            _ => None,
        }
    }

    /// Whether it may stand in a list before the one unit of all: 15、22个百分点, *、*万元.
    pub(super) fn shares_a_unit(&self) -> bool {
        !self.chinese && self.form == Form::Amount
    }
}

/// Reads the numeral at `at`, ranges included (10至20, X—X).
pub(super) fn read_number(text: &str, at: usize, blanks: &[Span]) -> Option<Number> {
    let first = single(text, at, blanks)?;
    if first.form != Form::Amount || first.chinese {
        return Some(first);
    }
    Some(range(text, &first, blanks).unwrap_or(first))
}

/// One numeral, no range.
fn single(text: &str, at: usize, blanks: &[Span]) -> Option<Number> {
    if let Some(blank) =
        blanks.iter().take_while(|b| b.start as usize <= at).find(|b| b.start as usize == at)
    {
        return Some(Number::masked(*blank));
    }
    match after(text, at)? {
        c if is_digit(c) => arabic(text, at),
        c if is_minus(c) => below_zero(text, at, c.len_utf8()),
        _ => masked_percent(text, at, blanks).or_else(|| chinese(text, at)),
    }
}

fn is_minus(c: char) -> bool {
    matches!(c, '-' | '－' | '−')
}

/// -2.3 after a word or mark that announces a value: 同比增长-2.3%, 6.1%和-2.3%. Elsewhere the dash
/// joins two parts of a code or a date (A楼-3层, 3月-5月).
fn below_zero(text: &str, at: usize, sign: usize) -> Option<Number> {
    static ANNOUNCING: Words = Words::new(&[
        "增长", "增速", "增幅", "净增", "下降", "率", "为", "是", "达", "达到", "至", "到", "和",
        "与", "、", "，", "：", "（", "同比", "环比", "利润", "总额", "净利", "净额", "盈余",
        "结余", "收益", "气温", "温度",
    ]);
    longest_suffix(&text[..at], &ANNOUNCING)?;
    after(text, at + sign).filter(|c| is_digit(*c))?;
    let number = arabic(text, at + sign).filter(|number| number.form == Form::Amount)?;
    let Some(Value::Figure(figure)) = number.value else { return None };
    let span = Span { start: at as u32, ..number.span };
    Some(Number { span, value: Some(Value::Figure(figure.negated())), ..number })
}

/// 4.5-5, 10至20, 100万—150万: shares the unit and, where the first has none, the multiplier.
fn range(text: &str, first: &Number, blanks: &[Span]) -> Option<Number> {
    let mut at = first.end();
    // 4%—6%, 100万—150万元 and 14亿元—15亿元: the first number carries a unit of its own.
    let own = unit::read(&text[at..]).map(|measure| &text[at..at + measure.len]);
    let multiplier = unit::read_multiplier(&text[at..]).map(|(name, _)| name);
    let carried = own.or(multiplier).unwrap_or("");
    let connector = connector_after(text, at + carried.len())
        .or_else(|| connector_after(text, at + multiplier.map_or(0, str::len)))?;
    let whole_unit =
        !carried.is_empty() && own == Some(carried) && connector.start == at + carried.len();
    // 由771家到1076家 is a change, not a range.
    if whole_unit && before(text, first.start()).is_some_and(|c| matches!(c, '由' | '从')) {
        return None;
    }
    at = connector.end;
    let second =
        single(text, at, blanks).filter(|number| number.form == Form::Amount && !number.chinese)?;
    if whole_unit && !text[second.end()..].starts_with(carried) {
        return None;
    }
    let span = Span { start: first.span.start, end: second.span.end };
    // 2021—2025年 and 8-10 are ranges too; a date falls away for want of a unit that counts.
    let value = match (&first.value, &second.value) {
        (Some(Value::Figure(from)), Some(Value::Figure(to))) => Some(Value::Range(*from, *to)),
        _ => None,
    };
    Some(Number { span, value, blank: first.blank.or(second.blank), range: true, ..first.clone() })
}

/// The dash or 至 at byte `at`.
fn connector_after(text: &str, at: usize) -> Option<std::ops::Range<usize>> {
    let c = after(text, at)
        .filter(|c| matches!(c, '—' | '–' | '-' | '－' | '～' | '~' | '至' | '到' | '―'))?;
    Some(at..at + c.len_utf8())
}

/// Digits of either width with grouping, a point, a ratio or a fraction bar.
fn arabic(text: &str, at: usize) -> Option<Number> {
    let end = at + figure_len(&text[at..]);
    let figure = Decimal::parse(&text[at..end])?;
    ratio(text, at, end, figure)
        .or_else(|| slash(text, at, end, figure))
        .or_else(|| Some(Number::of(Span::new(at, end), Value::Figure(figure), Form::Amount)))
}

/// The length of one figure: 45,000  33 939  １２３．５.
fn figure_len(text: &str) -> usize {
    let mut len = run(text, is_digit);
    if text[..len].chars().count() <= 3 {
        while let Some(group) = group_len(&text[len..]) {
            len += group;
        }
    }
    match after(text, len) {
        Some(point @ ('.' | '．')) => {
            let places = run(&text[len + point.len_utf8()..], is_digit);
            // A figure has one point: 2022.12.31 and 10.1.2.3 are none.
            if places == 0 { len } else { len + point.len_utf8() + places }
        }
        _ => len,
    }
}

/// The length of `,000` or ` 939` at the start of `text`: a separator and exactly three digits.
fn group_len(text: &str) -> Option<usize> {
    let separator =
        text.chars().next().filter(|c| matches!(c, ',' | '，' | ' ' | '\u{2009}' | '\u{A0}'))?;
    let digits = &text[separator.len_utf8()..];
    let len = run(digits, is_digit);
    // A full-width comma joins clauses far more often than groups: 建成12，300户 is two figures.
    (digits[..len].chars().count() == 3 && separator != '，').then_some(separator.len_utf8() + len)
}

/// 22.8:38.8:38.4, 2.5∶1; a clock time (8:30) is none.
fn ratio(text: &str, at: usize, mut end: usize, first: Decimal) -> Option<Number> {
    let mut parts = vec![first];
    let mut certain = false;
    while let Some(colon) = after(text, end).filter(|c| matches!(c, ':' | '：' | '∶')) {
        let from = end + colon.len_utf8();
        let len = figure_len(&text[from..]);
        let Some(part) = Decimal::parse(&text[from..from + len]) else { break };
        certain |= colon == '∶';
        parts.push(part);
        end = from + len;
        if parts.len() == 4 {
            break;
        }
    }
    let left = &text[..at];
    let named = [
        "比", "比为", "比例", "比例为", "比值", "比例达", "比例达到", "结构为", "比优化为",
        "调整为", "优化为", "比达", "比达到", "比值为", "缩小至", "缩小到",
    ];
    let likely = parts.len() >= 3 || certain || named.iter().any(|word| left.ends_with(word));
    (parts.len() >= 2 && likely)
        .then(|| Number::of(Span::new(at, end), Value::Ratio(parts), Form::Ratio))
}

/// 1/6, but not 12/31 and not 24/7.
fn slash(text: &str, at: usize, end: usize, numerator: Decimal) -> Option<Number> {
    let bar = after(text, end).filter(|c| matches!(c, '/' | '／'))?;
    let from = end + bar.len_utf8();
    let len = run(&text[from..], is_digit);
    let denominator = Decimal::parse(&text[from..from + len])?;
    let to = from + len;
    let next = after(text, to).map(fold);
    let plain = numerator.compare(denominator).is_lt()
        && denominator.as_whole().is_some_and(|d| d <= 100)
        && !next.is_some_and(|c| {
            matches!(c, '月' | '日' | '/' | '-' | '年') || c.is_ascii_alphanumeric()
        })
        && before(text, at).is_some_and(is_han);
    plain.then(|| {
        Number::of(Span::new(at, to), Value::Fraction(numerator, denominator), Form::Fraction)
    })
}

/// 一百二十三, 三分之一, 百分之四十五.
fn chinese(text: &str, at: usize) -> Option<Number> {
    if let Some(percent) = percent(text, at) {
        return Some(percent);
    }
    let numeral = chinese_numeral::read(&text[at..])?;
    let end = at + numeral.len;
    if let Some(rest) = text[end..].strip_prefix("分之") {
        let top = chinese_numeral::read(rest)?;
        let to = end + "分之".len() + top.len;
        let whole = |value: u64| Decimal::whole(i64::try_from(value).unwrap_or(i64::MAX));
        let value = Value::Fraction(whole(top.value), whole(numeral.value));
        return (numeral.value > top.value)
            .then(|| Number::of(Span::new(at, to), value, Form::Fraction));
    }
    if let Some(tenths) = tenths(text, at, end, numeral.value) {
        return Some(tenths);
    }
    // 二十几 reads on: the unit reader takes 几 as an approximator.
    let value = Decimal::whole(i64::try_from(numeral.value).ok()?);
    let has_digit = text[at..end].chars().any(|c| chinese_numeral::digit(c).is_some());
    let number = Number::of(Span::new(at, end), Value::Figure(value), Form::Amount);
    // 数十, 第十, 每一: the numeral is part of a word.
    let word = before(text, at).is_some_and(|c| matches!(c, '数' | '每' | '某' | '任' | '同'));
    (!word).then_some(Number { chinese: true, has_digit, ..number })
}

/// 四成五 is four and a half tenths; in 四成五万元 the five belongs to what follows.
fn tenths(text: &str, at: usize, end: usize, tens: u64) -> Option<Number> {
    let rest = text[end..].strip_prefix('成').filter(|_| (1..=9).contains(&tens))?;
    let (c, behind) = (rest.chars().next()?, rest.chars().nth(1));
    let part = chinese_numeral::digit(c)?;
    let ends = !behind.is_some_and(|c| is_han(c) && !matches!(c, '的' | '以' | '左' | '上'));
    let value = Decimal::parse(&format!("{tens}.{part}")).filter(|_| ends)?;
    let span = Span::new(at, end + '成'.len_utf8() + c.len_utf8());
    let number = Number::of(span, Value::Figure(value), Form::Fraction);
    Some(Number { implied_unit: "成", ..number })
}

/// The words before a percentage, and the unit they stand for.
const PERCENT_WORDS: [(&str, &str); 3] = [("百分之", "%"), ("千分之", "‰"), ("万分之", "‱")];

/// The words at byte `at` with their length and unit.
fn percent_word(text: &str, at: usize) -> Option<(usize, &'static str)> {
    let (word, unit) = PERCENT_WORDS.into_iter().find(|(word, _)| text[at..].starts_with(word))?;
    Some((word.len(), unit))
}

/// 百分之**, 千分之X
fn masked_percent(text: &str, at: usize, blanks: &[Span]) -> Option<Number> {
    let (len, unit) = percent_word(text, at)?;
    let blank = blanks.iter().take(2).find(|blank| blank.start as usize == at + len)?;
    let span = Span { start: at as u32, end: blank.end };
    Some(Number { span, form: Form::Fraction, implied_unit: unit, ..Number::masked(*blank) })
}

/// 百分之四十五, 千分之三, 万分之二, 百分之45.5, 百分之八十六点五.
fn percent(text: &str, at: usize) -> Option<Number> {
    let (len, unit) = percent_word(text, at)?;
    let from = at + len;
    let digits = figure_len(&text[from..]);
    let (value, len) = if digits > 0 {
        (Decimal::parse(&text[from..from + digits])?, digits)
    } else {
        let numeral = chinese_numeral::read(&text[from..])?;
        let places = chinese_numeral::places(&text[from + numeral.len..]);
        let (fraction, len) = places.unwrap_or_default();
        (Decimal::parse(&format!("{}.{fraction}", numeral.value))?, numeral.len + len)
    };
    let number = Number::of(Span::new(at, from + len), Value::Figure(value), Form::Amount);
    Some(Number { form: Form::Fraction, implied_unit: unit, ..number })
}
