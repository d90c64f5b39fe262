//! Date lines and years (specification §1.5).

use crate::text::chinese_numeral;
use crate::text::scanner::{self, fold, is_blank, is_digit};

/// Whether the line is a date and nothing else: 2022年12月31日, 二〇二二年十二月, 20XX年X月X日,
/// `  年  月  日`, 2022-12-31.
pub(super) fn is_date_line(line: &str) -> bool {
    if line.len() > 60 {
        return false;
    }
    let line = line.trim_matches(['（', '）', '(', ')']);
    let after_year = field(line, '年').and_then(|rest| field(rest, '月'));
    let day = |rest: &str| {
        rest.trim_matches(is_blank).is_empty() || field(rest, '日').is_some_and(str::is_empty)
    };
    after_year.is_some_and(day) || is_numeric_date(line)
}

/// Takes digits, numerals or blanks to fill in, and the `sign` after them.
fn field(text: &str, sign: char) -> Option<&str> {
    let is_part = |c: char| {
        is_digit(c)
            || is_blank(c)
            || chinese_numeral::is_numeral(c)
            || "xXｘＸ×*＊_〇○Ｏ△█".contains(c)
    };
    text[scanner::run(text, is_part)..].strip_prefix(sign)
}

/// 2022-12-31, 2022.12.31, 2022/12/31
fn is_numeric_date(line: &str) -> bool {
    let mut parts = line.split(['-', '.', '/', '－', '．']);
    let digits = |part: Option<&str>, most: usize| {
        part.is_some_and(|p| {
            !p.is_empty() && p.len() <= most && p.bytes().all(|b| b.is_ascii_digit())
        })
    };
    year_of_digits(line)
        && digits(parts.next(), 4)
        && digits(parts.next(), 2)
        && digits(parts.next(), 2)
        && parts.next().is_none()
}

fn year_of_digits(line: &str) -> bool {
    line.starts_with("20") || line.starts_with("19")
}

/// The first year in `text`: 2022年, ２０２２年, 二〇二二年, 2022—2023年 (its first). Masked years are
/// none.
pub(super) fn first_year(text: &str) -> Option<u16> {
    text.match_indices('年').find_map(|(at, _)| year_before(&text[..at]))
}

/// The year whose last character ends `text`.
fn year_before(text: &str) -> Option<u16> {
    let text = text.trim_end_matches("度").trim_end_matches(is_blank);
    let start = text.char_indices().rev().take(4).last().map_or(0, |(at, _)| at);
    let figures = &text[start..];
    let value = |c: char| match fold(c) {
        digit @ '0'..='9' => Some(u16::from(digit as u8 - b'0')),
        'Ｏ' | 'O' => Some(0),
        other => chinese_numeral::digit(other).map(u16::from),
    };
    let before = scanner::before(text, start);
    let longer = before.is_some_and(|c| is_digit(c) || chinese_numeral::digit(c).is_some());
    let year = figures.chars().try_fold(0_u16, |year, c| Some(year * 10 + value(c)?))?;
    ((1949..=2099).contains(&year) && !longer).then_some(year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check_lines(lines: &[&str], date: bool) {
        for line in lines {
            assert_eq!(is_date_line(line), date, "{line}");
        }
    }

    #[test]
    fn date_lines() {
        check_lines(
            &["2022年12月31日", "二〇二二年十二月三十一日", "2022年 12月", "（2022年1月3日）"],
            true,
        );
        check_lines(
            &["20XX年X月X日", "20**年*月*日", "　　年　月　日", "2022-12-31", "2022.1.3"],
            true,
        );
        check_lines(&["2022年工作总结", "2022年12月31日前完成", "1.2.3", "年", "12-31", ""], false);
    }

    #[track_caller]
    fn check_year(text: &str, year: impl Into<Option<u16>>) {
        assert_eq!(first_year(text), year.into(), "{text}");
    }

    #[test]
    fn years() {
        check_year("2022年副县长述职报告", 2022);
        check_year("关于２０２３年工作", 2023);
        check_year("——二〇二六年一月二十七日在会议上", 2026);
        check_year("二○三五年", 2035);
        check_year("过去五年，2024年", 2024);
        check_year("20XX年工作总结", None);
        check_year("12022年", None);
        check_year("一年来", None);
    }
}
