//! What may stand in a cell or on a tab: text of a report is anybody's.

use crate::export::xml::is_allowed;
use crate::text::scanner::{fold, is_blank};
use std::collections::BTreeSet;

/// A spreadsheet takes 32,767 UTF-16 units in a cell; a character is two at most.
pub(super) const LONGEST_CELL: usize = 16_000;
/// The longest name of a tab, in UTF-16 units.
const LONGEST_TAB: usize = 31;

/// Text without what XML 1.0 does not allow (its clause 2.2) and without control characters; a line
/// break is a space, what is longer than a cell is cut and ends with `…`.
pub(super) fn clean(text: &str) -> String {
    clean_to(text, LONGEST_CELL)
}

/// [`clean`] text of at most so many characters.
pub(super) fn clean_to(text: &str, most: usize) -> String {
    let allowed = |c: char| match c {
        '\n' | '\r' | '\t' => Some(' '),
        c if c.is_control() || !is_allowed(c) => None,
        c => Some(c),
    };
    let mut chars = text.chars().filter_map(allowed);
    let mut text: String = chars.by_ref().take(most).collect();
    if chars.next().is_some() {
        text.pop();
        text.push('…');
    }
    text
}

/// Text that a spreadsheet would run as a formula when it opens it as csv, behind an apostrophe
/// (OWASP, CSV injection; full-width signs too, because input methods and importers fold them). Blanks
/// before the sign do not hide it.
pub(super) fn without_formula(text: &str) -> String {
    let first = text.chars().map(fold).find(|c| !is_blank(*c) && !c.is_control());
    let runs = first.is_some_and(|c| matches!(c, '=' | '+' | '-' | '−' | '@'));
    let hidden = text.starts_with(['\t', '\r', '\n']);
    if runs || hidden { format!("'{text}") } else { text.to_owned() }
}

/// The name of a tab: without `[]:*?/\`, no apostrophe at its ends, at most 31 units long, and
/// different from those in `taken` whatever the case. `History` is Excel's own.
pub(super) fn tab_name(name: &str, taken: &mut BTreeSet<String>) -> String {
    let allowed = |c: &char| !matches!(c, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '：' | '？');
    let name: String = clean(name).chars().filter(allowed).collect();
    let name = name.trim_matches(['\'', ' ', '\u{3000}']);
    let name = if name.is_empty() || name.eq_ignore_ascii_case("history") { "表" } else { name };
    let free = |candidate: &String| !taken.contains(&candidate.to_lowercase());
    let mut numbered = (2_u32..).map(|number| {
        let end = format!("({number})");
        cut(name, LONGEST_TAB - end.len()) + &end
    });
    // As many numbers are tried as names are taken, and one more.
    let plain = Some(cut(name, LONGEST_TAB)).filter(free);
    let name = plain.or_else(|| numbered.find(free)).unwrap_or_default();
    taken.insert(name.to_lowercase());
    name
}

/// The beginning of a text of at most so many UTF-16 units, not ending in an apostrophe.
fn cut(text: &str, units: usize) -> String {
    let mut length = 0;
    let fits = |c: &char| {
        length += c.len_utf16();
        length <= units
    };
    let text: String = text.chars().take_while(fits).collect();
    text.trim_end_matches('\'').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_never_runs() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("  =cmd|' /C calc'!A0", "'  =cmd|' /C calc'!A0"),
            ("＝HYPERLINK(\"x\")", "'＝HYPERLINK(\"x\")"),
            ("　＋86", "'　＋86"),
            ("－—", "'－—"),
            ("＠SUM", "'＠SUM"),
            ("\tx", "'\tx"),
            ("增长-3.2%", "增长-3.2%"),
            ("", ""),
        ] {
            assert_eq!(without_formula(text), expected);
        }
    }

    #[test]
    fn a_cell_is_legal_xml() {
        assert_eq!(clean("a\u{0}\u{8}b\nc\u{FFFE}\u{7F}d"), "ab cd");
        let long = clean(&"长".repeat(40_000));
        assert_eq!(long.chars().count(), LONGEST_CELL);
        assert!(long.ends_with("长…"));
        assert_eq!(clean_to("三个字", 3), "三个字");
        assert_eq!(clean_to("四个字\u{0}符", 3), "四个…");
    }

    #[test]
    fn tabs_have_names_of_their_own() {
        let mut taken = BTreeSet::new();
        let long = "很".repeat(40);
        for (name, expected) in [
            ("教体局", "教体局"),
            ("教体局", "教体局(2)"),
            ("a/b[c]:*?\\d", "abcd"),
            ("ABCD", "ABCD(2)"),
            ("'x'", "x"),
            ("History", "表"),
            ("", "表(2)"),
            (&long, &"很".repeat(31)),
            (&long, &("很".repeat(28) + "(2)")),
        ] {
            assert_eq!(tab_name(name, &mut taken), expected);
        }
    }
}
