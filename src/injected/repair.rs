//! Taking a piece out and mending the seam. Specification §4.3.

use crate::document::Edit;
use crate::text::Span;
use crate::text::scanner::{after, before, is_blank};

/// Brackets that go with their whole content.
const BRACKETS: &[(char, char)] =
    &[('（', '）'), ('(', ')'), ('【', '】'), ('[', ']'), ('〔', '〕')];

/// The piece with the brackets that hold nothing else.
pub(super) fn with_brackets(text: &str, span: Span) -> Span {
    let mut span = span;
    while let (Some(open), Some(close)) =
        (before(text, span.start as usize), after(text, span.end as usize))
    {
        if !BRACKETS.contains(&(open, close)) {
            break;
        }
        span =
            Span::new(span.start as usize - open.len_utf8(), span.end as usize + close.len_utf8());
    }
    span
}

/// The edits that take the piece out. A line that held nothing else goes with its line break; a
/// block that held nothing else is emptied.
pub(super) fn edits(text: &str, span: Span) -> Vec<Edit> {
    let span = whole_line(text, span).unwrap_or_else(|| mended(text, span));
    vec![Edit { span, replacement: String::new() }]
}

/// The line of the piece with its line break, if the line holds nothing else.
fn whole_line(text: &str, span: Span) -> Option<Span> {
    let (left, right) = (&text[..span.start as usize], &text[span.end as usize..]);
    let start = left.trim_end_matches(is_blank).len();
    let end = text.len() - right.trim_start_matches(is_blank).len();
    let first = start == 0;
    let begins = first || text[..start].ends_with('\n');
    let ends = end == text.len() || text[end..].starts_with('\n');
    if !begins || !ends {
        return None;
    }
    Some(match (first, end == text.len()) {
        (_, false) => Span::new(start, end + 1),
        (true, true) => Span::new(0, end),
        (false, true) => Span::new(start - 1, end),
    })
}

/// The piece with the marks and blanks that its going makes superfluous. The comma before it stays
/// when words follow: it belonged to the sentence.
fn mended(text: &str, span: Span) -> Span {
    let (mut start, mut end) = (span.start as usize, span.end as usize);
    let line_start = text[..start].trim_end_matches(is_blank);
    if !(line_start.is_empty() || line_start.ends_with('\n')) {
        let ascii = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        let beyond = after(text, text.len() - text[end..].trim_start_matches(is_blank).len());
        // Between two words of Latin text one blank stays.
        if !(ascii(line_start.chars().next_back()) && ascii(beyond)) {
            start = line_start.len();
        }
    }
    if start < span.start as usize || before(text, start).is_none_or(|c| c == '\n') {
        end = text.len() - text[end..].trim_start_matches(is_blank).len();
    }
    match (before(text, start), after(text, end)) {
        (Some(left), Some(right)) if left == right && is_mark(left) => end += right.len_utf8(),
        (Some(left), Some(right)) if is_full_stop(left) && is_pause(right) => {
            end += right.len_utf8();
        }
        (Some(left), Some(right)) if is_pause(left) && is_full_stop(right) => {
            start -= left.len_utf8();
        }
        (None | Some('\n'), Some(right)) if is_pause(right) => end += right.len_utf8(),
        _ => {}
    }
    Span::new(start, end)
}

fn is_pause(c: char) -> bool {
    matches!(c, '，' | '、' | '；')
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '。' | '！' | '？')
}

fn is_mark(c: char) -> bool {
    is_pause(c) || is_full_stop(c) || c == '：'
}
