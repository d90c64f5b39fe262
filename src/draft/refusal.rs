//! What a blank for a figure accepts, and why it refuses the rest.

use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::fold;
use std::fmt;

/// Why a value was not taken. It says so in Chinese, with an example.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A figure written in Chinese numerals.
    ChineseNumeral,
    /// Something that is no figure at all.
    NotANumber,
    /// The blank is not in the report, or is no blank to fill in.
    NoBlank,
    /// Figures are filled in one by one, never as a group.
    NumberGroup,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::ChineseNumeral => "请用阿拉伯数字，例如 35，不用“三十五”。",
            Self::NotANumber => {
                "这里要填数字，例如 35、1,234.5 或 -3.2；单位已在正文里，不用再写。"
            }
            Self::NoBlank => "这一处已经不在正文里，没有填。",
            Self::NumberGroup => "数字要一处一处填，不能一次填写多处。",
        })
    }
}

/// Checks a value for a blank that stands for a figure: decimal digits of either width, a sign,
/// one point, commas between groups of three (`1,234.5`, `３５`, `-3.2`).
///
/// # Errors
/// Says what is wrong with anything else.
pub fn check_number(value: &str) -> Result<(), Refusal> {
    let plain: String = value.trim().chars().map(fold).collect();
    let unsigned = plain.strip_prefix(['-', '−', '+']).unwrap_or(&plain);
    if !unsigned.is_empty()
        && unsigned.chars().all(|c| is_numeral(c) || matches!(c, '万' | '亿' | '点'))
    {
        return Err(Refusal::ChineseNumeral);
    }
    let (whole, fraction) = match unsigned.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (unsigned, None),
    };
    let fits = is_grouped(whole) && fraction.is_none_or(is_digits);
    if fits { Ok(()) } else { Err(Refusal::NotANumber) }
}

/// Whether the text is nothing but digits.
fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Whether the text is digits, or groups of them: 12,345.
fn is_grouped(text: &str) -> bool {
    let mut groups = text.split(',');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    is_digits(first)
        && (rest.is_empty() || first.len() <= 3)
        && rest.iter().all(|group| group.len() == 3 && is_digits(group))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn takes_figures_and_says_what_is_wrong_with_the_rest() {
        let cases = [
            ("35", Ok(())),
            (" 1,234.5 ", Ok(())),
            ("３５．６", Ok(())),
            ("-3.2", Ok(())),
            ("－3.2", Ok(())),
            ("0", Ok(())),
            ("", Err(Refusal::NotANumber)),
            ("35万元", Err(Refusal::NotANumber)),
            ("1,23", Err(Refusal::NotANumber)),
            ("1.2.3", Err(Refusal::NotANumber)),
            (".5", Err(Refusal::NotANumber)),
            ("约35", Err(Refusal::NotANumber)),
            ("三十五", Err(Refusal::ChineseNumeral)),
            ("一万二", Err(Refusal::ChineseNumeral)),
        ];
        for (value, expected) in cases {
            assert_eq!(check_number(value), expected, "{value}");
        }
    }
}
