//! W7 and W8: lines of the page's controls, and the markers by which sharing sites splice chunks.

use super::InjectedKind::{PageChrome, SpliceMarker};
use super::Piece;
use super::lexicon::{CHROME_BEGINNINGS, CHROME_LINES};
use crate::text::Span;
use crate::text::scanner::{before, is_blank, run};

/// The longest line of controls, in bytes; the lines of a report are mostly longer.
const LONGEST_LINE: usize = 120;

/// Finds the lines of controls.
pub(super) fn find(text: &str, found: &mut Vec<Piece>) {
    let mut start = 0;
    for line in text.split('\n') {
        if line.len() > LONGEST_LINE {
            start += line.len() + 1;
            continue;
        }
        let trimmed = line.trim();
        if is_chrome(trimmed) {
            let at = start + line.len() - line.trim_start().len();
            let span = Span::new(at, at + trimmed.len());
            found.push(Piece { kind: PageChrome, span, confidence: 90, missing: None });
        }
        start += line.len() + 1;
    }
}

fn is_chrome(line: &str) -> bool {
    CHROME_LINES.contains(&line)
        || CHROME_BEGINNINGS.iter().any(|beginning| line.starts_with(beginning))
}

/// Finds splice markers: `\n2、` where the line before breaks off in the middle of a sentence. A
/// block holds a line break only where the reader found the sentence going on.
pub(super) fn find_splices(text: &str, found: &mut Vec<Piece>) {
    let mut before_number = None;
    for (at, _) in text.match_indices('\n') {
        let rest = &text[at + 1..];
        let blanks = run(rest, is_blank);
        let digits = rest[blanks..].bytes().take(4).take_while(u8::is_ascii_digit).count();
        let end = at + 1 + blanks + digits + '、'.len_utf8();
        let marker = (1..=3).contains(&digits) && rest[blanks + digits..].starts_with('、');
        if !marker {
            continue;
        }
        let number: Option<u32> = rest[blanks..blanks + digits].parse().ok();
        // A list that goes on is no splice: 1、… 2、….
        let goes_on = number.is_some()
            && before_number.or_else(|| leading_number(text)).map(|n: u32| n + 1) == number;
        before_number = number;
        let unfinished = before(text, at).is_some_and(|c| !"。！？：；”）》】.!?:;".contains(c));
        if unfinished && !goes_on {
            found.push(Piece {
                kind: SpliceMarker,
                span: Span::new(at, end),
                confidence: 90,
                missing: None,
            });
        }
    }
}

/// The number of the item that `text` is.
fn leading_number(text: &str) -> Option<u32> {
    let text = text.trim_start_matches(is_blank);
    let digits = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    text[digits..].starts_with('、').then(|| text[..digits].parse().ok()).flatten()
}
