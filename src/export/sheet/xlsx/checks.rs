//! What the cells to be filled in take: data validation.

use super::super::{Expected, value, wording};
use crate::export::package::Xml;

/// The largest figure a cell takes: fifteen digits.
const LARGEST: &str = "1000000000000000";
/// A tab takes so many checks; Excel calls a file with more of them damaged.
const MOST_CHECKS: usize = 65_534;

/// Writes the checks of a column: those of its rows from `first` on. Neighbours that take the same
/// share one.
pub(super) fn write(xml: &mut Xml, column: &str, first: u32, expected: &[Expected]) {
    if expected.is_empty() {
        return;
    }
    let runs = expected.chunk_by(|one, next| one == next);
    let count = runs.clone().count().min(MOST_CHECKS);
    xml.open("dataValidations", &[("count", &count.to_string())]);
    let mut from = first;
    for run in runs.take(MOST_CHECKS) {
        let to = from + run.len() as u32 - 1;
        check(xml, run[0], &format!("{column}{from}:{column}{to}"));
        from = to + 1;
    }
    xml.close();
}

/// Writes what some cells take. A date may be only a month, so its cell takes any words and hints at
/// the way to write them.
fn check(xml: &mut Xml, expected: Expected, cells: &str) {
    let (kind, words, (title, message)) = match expected {
        Expected::Figure => ("decimal", ["errorTitle", "error"], wording::NO_NUMBER),
        Expected::Text => ("textLength", ["errorTitle", "error"], wording::TOO_LONG),
        Expected::Date => ("textLength", ["promptTitle", "prompt"], wording::DATE_HINT),
    };
    let operator = if kind == "decimal" { "between" } else { "lessThanOrEqual" };
    let shown = [("allowBlank", "1"), ("showInputMessage", "1"), ("showErrorMessage", "1")];
    let rule = [("type", kind), ("operator", operator)];
    let told = [(words[0], title), (words[1], message), ("sqref", cells)];
    xml.open("dataValidation", &[&rule[..], &shown, &told].concat());
    if kind == "decimal" {
        xml.leaf("formula1", &[], &format!("-{LARGEST}"));
        xml.leaf("formula2", &[], LARGEST);
    } else {
        xml.leaf("formula1", &[], &value::LONGEST_VALUE.to_string());
    }
    xml.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_share_a_check() {
        use Expected::{Date, Figure};
        let mut xml = Xml::new("r", &[]);
        write(&mut xml, "I", 4, &[Figure, Figure, Date, Figure]);
        let xml = String::from_utf8(xml.finish()).unwrap();
        for part in ["count=\"3\"", "\"I4:I5\"", "\"I6:I6\"", "\"I7:I7\""] {
            assert!(xml.contains(part), "{part}: {xml}");
        }
    }

    #[test]
    fn excel_takes_the_words() {
        // ECMA-376 part 1, clause 18.3.1.32: titles of 32 characters, messages of 255, of which
        // Excel's dialogue takes 225.
        for (title, message) in [wording::NO_NUMBER, wording::TOO_LONG, wording::DATE_HINT] {
            assert!(title.chars().count() <= 32 && message.chars().count() <= 225, "{title}");
        }
    }
}
