//! How the numbers of cells are shown: a day is a number like any other, and so is a percentage.

use super::WHAT;
use crate::reader::ReadError;
use crate::reader::container::xml::{Element, Tree};
use std::collections::BTreeMap;

/// What a number is shown as.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Shown {
    /// As it is. So are spans of time, which no blank asks for.
    #[default]
    Plain,
    /// As so many of a hundred.
    Percent,
    /// As a day, a time of a day or both.
    Date,
}

/// What the styles of cells show numbers as, by their numbers.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Shown>, ReadError> {
    let tree = Tree::parse(bytes, WHAT)?;
    let codes = tree.root().child("s:numFmts").into_iter().flat_map(Element::children);
    let codes = codes.filter_map(|code| {
        Some((code.attribute("numFmtId")?, shown(code.attribute("formatCode")?)))
    });
    let codes: BTreeMap<&str, Shown> = codes.collect();
    let styles = tree.root().child("s:cellXfs").into_iter().flat_map(Element::children);
    let styles = styles.map(|style| {
        let id = style.attribute("numFmtId").unwrap_or_default();
        codes.get(id).copied().unwrap_or_else(|| built_in(id))
    });
    Ok(styles.collect())
}

/// What a format shows that has no code in the file: clause 18.8.30, whose 27 to 36 and 50 to 58 are
/// days and times in Chinese, Japanese and Korean.
fn built_in(id: &str) -> Shown {
    match id.parse::<u32>() {
        Ok(9 | 10) => Shown::Percent,
        Ok(14..=22 | 27..=36 | 45 | 47 | 50..=58) => Shown::Date,
        _ => Shown::Plain,
    }
}

/// What a format code shows; of its sections, the one for positive numbers says so. Literals in quotes
/// or behind `\`, `_` and `*` do not: `0.0"%"` shows 86.5 as 86.5%.
pub(super) fn shown(code: &str) -> Shown {
    let mut is_percent = false;
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        match c {
            ';' => break,
            '\\' | '_' | '*' => _ = characters.next(),
            '"' => _ = characters.find(|c| *c == '"'),
            '[' => {
                // `[Red]`, `[$-804]`, `[DBNum1]`; `[h]` is a span of time, which is longer than a day.
                let inner: String = characters.by_ref().take_while(|c| *c != ']').collect();
                let inner = inner.to_ascii_lowercase();
                if ["h", "m", "s"].iter().any(|unit| is_run(&inner, unit)) {
                    return Shown::Plain;
                }
            }
            'd' | 'm' | 'h' | 'y' | 's' | 'D' | 'M' | 'H' | 'Y' | 'S' => return Shown::Date,
            '%' => is_percent = true,
            _ => {}
        }
    }
    if is_percent { Shown::Percent } else { Shown::Plain }
}

/// Whether `text` is `unit` once or several times.
fn is_run(text: &str, unit: &str) -> bool {
    !text.is_empty() && text.trim_start_matches(unit).is_empty()
}

/// The day with this number: year, month, day. Day 1 is the first of January 1900, and day 60 the 29th
/// of February of that year, which never was: Lotus 1-2-3 thought so, and files say what it said.
/// `None` before the first and after the last day that a spreadsheet knows.
pub(super) fn day(number: f64, is_1904: bool) -> Option<(u16, u8, u8)> {
    /// 9999-12-31.
    const LAST_DAY: f64 = 2_958_465.0;
    /// The number of 1904-01-01.
    const EPOCH_1904: f64 = 1462.0;
    let number = if is_1904 { number + EPOCH_1904 } else { number };
    if !(1.0..LAST_DAY + 1.0).contains(&number) {
        return None;
    }
    #[expect(clippy::cast_sign_loss, reason = "it is between 1 and three million")]
    let number = number as u32;
    match number {
        60 => Some((1900, 2, 29)),
        1..60 => Some(civil(number + 1)),
        _ => Some(civil(number)),
    }
}

/// The day so many days after 1899-12-30.
fn civil(days: u32) -> (u16, u8, u8) {
    /// Days of four hundred years, which repeat themselves.
    const ERA: u32 = 146_097;
    // Years that begin in March have their leap day at the end, and 1899-12-30 is so many days after
    // 1600-03-01.
    let days = days + 109_511;
    let (era, day) = (days / ERA, days % ERA);
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day_of_month = day - (153 * month + 2) / 5 + 1;
    let year = 1600 + era * 400 + year + month / 10;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (year as u16, month as u8, day_of_month as u8)
}
