//! Figures as a spreadsheet writes them, and as a blank takes them.

use super::filled::FilledValue;
use super::wording;
use crate::text::scanner::{fold, is_blank};

/// A spreadsheet keeps so many digits of a number.
const MOST_DIGITS: usize = 15;
/// The longest value of a blank, in characters.
pub(super) const LONGEST_VALUE: usize = 200;

/// The figure that `text` is, without grouping commas and in half-width digits; `None` if it is none
/// or has more digits than a spreadsheet keeps. A leading zero is part of a code: 007.
pub(super) fn plain_number(text: &str) -> Option<String> {
    let folded: String = text.trim().chars().map(fold).collect();
    let (sign, unsigned) = match folded.strip_prefix(['-', '−']) {
        Some(rest) => ("-", rest),
        None => ("", folded.as_str()),
    };
    let (whole, fraction) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    let fits = digits(first)
        && (!grouped || first.len() <= 3)
        && groups.all(|group| group.len() == 3 && digits(group))
        && digits(fraction)
        && (first == "0" || !first.starts_with('0'));
    let plain: String = unsigned.chars().filter(|c| *c != ',').collect();
    let count = plain.bytes().filter(u8::is_ascii_digit).count();
    (fits && count <= MOST_DIGITS).then(|| format!("{sign}{plain}"))
}

/// A number of a spreadsheet as it shows it: fifteen digits, so that 0.1+0.2 is 0.3.
pub(super) fn number_text(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}

/// What a filled cell says for a blank that takes a figure of `unit`.
///
/// # Errors
/// Says why it is no such figure, as far as the cell tells; the blank itself checks the rest.
pub(super) fn figure_of(value: &FilledValue, unit: &str) -> Result<String, &'static str> {
    match value {
        FilledValue::Empty => Ok(String::new()),
        FilledValue::Number(number) => Ok(number.clone()),
        FilledValue::Percent(number) if is_percent(unit) => Ok(number.clone()),
        FilledValue::Percent(_) => Err(wording::PERCENT_ELSEWHERE),
        FilledValue::Date(..) => Err(wording::DATE_FOR_FIGURE),
        FilledValue::Broken(_) => Err(wording::BROKEN_CELL),
        FilledValue::Text(text) => Ok(without_unit(text, unit)),
    }
}

/// What a filled cell says for a blank that takes words. `after` is the character behind the blank,
/// which says how much of a date is missing: of *年 only the year.
///
/// # Errors
/// Says why the words do not fit.
pub(super) fn words_of(
    value: &FilledValue,
    blank: &str,
    after: Option<char>,
) -> Result<String, &'static str> {
    match value {
        FilledValue::Empty => Ok(String::new()),
        FilledValue::Number(number) => Ok(number.clone()),
        FilledValue::Percent(number) => Ok(format!("{number}%")),
        FilledValue::Broken(_) => Err(wording::BROKEN_CELL),
        FilledValue::Date(year, month, day) => Ok(match after {
            Some('年') => year.to_string(),
            Some('月') => month.to_string(),
            Some('日') => day.to_string(),
            _ if blank.contains('月') && !blank.contains('年') => format!("{month}月{day}日"),
            _ => format!("{year}年{month}月{day}日"),
        }),
        FilledValue::Text(text) if text.trim().contains(['\n', '\r']) => {
            Err(wording::SEVERAL_LINES)
        }
        FilledValue::Text(text) if text.chars().count() > LONGEST_VALUE => Err(wording::LONG_VALUE),
        FilledValue::Text(text) => Ok(text.trim().to_owned()),
    }
}

/// Whether a figure of this unit is so many of a hundred.
fn is_percent(unit: &str) -> bool {
    matches!(unit, "%" | "％" | "百分点" | "个百分点")
}

/// Figures are often written with the unit that stands beside the cell: 35万元, 86.5%.
fn without_unit(text: &str, unit: &str) -> String {
    let folded: String = text.trim().chars().map(fold).collect();
    let unit: String = unit.chars().map(fold).collect();
    let bare = folded.strip_suffix(unit.as_str()).filter(|_| !unit.is_empty());
    let bare = bare.or_else(|| folded.strip_suffix('%').filter(|_| is_percent(&unit)));
    bare.unwrap_or(&folded).trim_end_matches(is_blank).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn knows_figures_that_a_spreadsheet_keeps() {
        for (text, expected) in [
            ("35", Some("35")),
            ("1,234.5", Some("1234.5")),
            ("３５．６", Some("35.6")),
            ("-3.2", Some("-3.2")),
            ("0.5", Some("0.5")),
            ("0", Some("0")),
            ("007", None),
            ("1,23", None),
            ("1.2.3", None),
            ("约32", None),
            ("+1", None),
            ("-", None),
            ("", None),
            ("=1", None),
            ("1234567890123456", None),
        ] {
            assert_eq!(plain_number(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn shows_numbers_as_a_spreadsheet_does() {
        for (number, expected) in [
            (35.0, "35"),
            (0.1 + 0.2, "0.3"),
            (-0.0, "0"),
            (1234.5, "1234.5"),
            (86.5, "86.5"),
            (123_456_789_012.0, "123456789012"),
        ] {
            assert_eq!(number_text(number), expected);
        }
    }

    #[track_caller]
    fn figure(value: &FilledValue, unit: &str, expected: Result<&str, &'static str>) {
        assert_eq!(figure_of(value, unit), expected.map(str::to_owned));
    }

    #[test]
    fn takes_figures_with_the_unit_of_their_row() {
        let text = |text: &str| FilledValue::Text(text.to_owned());
        let percent = FilledValue::Percent("86.5".to_owned());
        figure(&text(" ３５ 万元 "), "万元", Ok("35"));
        figure(&text("35元"), "万元", Ok("35元"));
        figure(&text("86.5%"), "％", Ok("86.5"));
        figure(&text("2.1%"), "个百分点", Ok("2.1"));
        figure(&percent, "%", Ok("86.5"));
        figure(&percent, "万元", Err(wording::PERCENT_ELSEWHERE));
        figure(&FilledValue::Date(2024, 3, 4), "起", Err(wording::DATE_FOR_FIGURE));
        figure(&FilledValue::Broken("#REF!".to_owned()), "起", Err(wording::BROKEN_CELL));
    }

    #[track_caller]
    fn words(value: &FilledValue, blank: &str, after: Option<char>, expected: &str) {
        assert_eq!(words_of(value, blank, after).as_deref(), Ok(expected));
    }

    #[test]
    fn a_date_gives_what_the_blank_asks_for() {
        let date = FilledValue::Date(2024, 3, 4);
        words(&date, "*", Some('年'), "2024");
        words(&date, "X", Some('月'), "3");
        words(&date, "__", Some('日'), "4");
        words(&date, "×月×日", None, "3月4日");
        words(&date, "____", None, "2024年3月4日");
        words(&FilledValue::Text(" 青禾 ".to_owned()), "**", Some('县'), "青禾");
    }
}
