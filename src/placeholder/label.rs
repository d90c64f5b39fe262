//! What the checklist says about a blank: what is expected, and where.

use super::meaning::Meaning;
use super::{PlaceholderType, measure};
use crate::text::Span;
use crate::text::scanner::is_blank;

/// How far the title around a blank is looked for, in characters on either side.
const LONGEST_TITLE: usize = 60;

/// How many characters of a title's end are shown, and of the text on either side of a blank.
const SHOWN_TITLE: usize = 8;
const SHOWN_CONTEXT: usize = 6;

/// The label of a blank: "县名（《…处置工作方案》）". A figure has none; its metric names it.
pub(super) fn of(text: &str, span: Span, meaning: Meaning) -> String {
    match meaning.kind {
        PlaceholderType::Number => String::new(),
        PlaceholderType::Instruction => instruction(span.of(text)),
        _ => {
            let place = title_around(text, span).unwrap_or_else(|| context(text, span));
            match place.as_str() {
                "" => meaning.what.to_owned(),
                place => format!("{}（{place}）", meaning.what),
            }
        }
    }
}

/// The key that blanks share which most likely take the same value. Figures have none.
pub(super) fn group(meaning: Meaning) -> Option<String> {
    let grouped = matches!(meaning.kind, PlaceholderType::Place | PlaceholderType::Person);
    (grouped && !meaning.beside.is_empty()).then(|| format!("{}:{}", meaning.what, meaning.beside))
}

/// The instruction itself, without its brackets.
fn instruction(token: &str) -> String {
    let inner = token.trim_matches(|c| "（）()【】[]<>{}$《》〔〕。".contains(c) || is_blank(c));
    inner.to_owned()
}

/// The end of the title that the blank stands in: 《…处置工作方案》.
fn title_around(text: &str, span: Span) -> Option<String> {
    let left = text[..span.start as usize].chars().rev().take(LONGEST_TITLE);
    left.take_while(|&c| c != '》' && c != '\n').find(|&c| c == '《')?;
    let rest = &text[span.end as usize..];
    let len = rest.char_indices().take(LONGEST_TITLE).take_while(|&(_, c)| c != '《');
    let (end, _) = len.into_iter().find(|&(_, c)| c == '》')?;
    let tail = last_chars(&rest[..end], SHOWN_TITLE);
    Some(format!("《{}{tail}》", if tail.is_empty() { "" } else { "…" }))
}

/// The words on either side, up to a punctuation mark: 为**经济社会发展.
fn context(text: &str, span: Span) -> String {
    let stops = |c: char| measure::is_delimiter(c) || "（(《“【[\t".contains(c);
    let left = &text[..span.start as usize];
    let before = left.char_indices().rev().take(SHOWN_CONTEXT).take_while(|&(_, c)| !stops(c));
    let from = before.last().map_or(left.len(), |(at, _)| at);
    // 2025年1月×日: a figure is shown whole or not at all.
    let whole = left[..from].chars().rev().take(8).take_while(char::is_ascii_digit).count();
    let from =
        if left[from..].starts_with(|c: char| c.is_ascii_digit()) { from - whole } else { from };
    let right: String =
        text[span.end as usize..].chars().take(SHOWN_CONTEXT).take_while(|&c| !stops(c)).collect();
    let (left, right) = (left[from..].trim_matches(is_blank), right.trim_matches(is_blank));
    match (left, right) {
        ("", "") => String::new(),
        _ => format!("{left}{}{right}", span.of(text).trim_matches(is_blank)),
    }
}

/// The last `count` characters of `text`.
fn last_chars(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    &text[from..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_is_not_cut_in_two() {
        let text = "2025年1月×日";
        let start = text.find('×').expect("the mask");
        assert_eq!(context(text, Span::new(start, start + '×'.len_utf8())), "2025年1月×日");
    }
}
