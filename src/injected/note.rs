//! W3 to W5: notes of paywalls and sharing sites, and bait. They are known by a phrase and reach
//! as far as their bracket or sentence does.

use super::InjectedKind::{Bait, Boilerplate, Paywall};
use super::Piece;
use super::lexicon::{BAIT_LEADS, NOTES, Note};
use crate::text::scanner::is_blank;
use crate::text::{Lexicon, Span};
use std::sync::LazyLock;

/// How far a note reaches to either side of its phrase, in characters.
const LONGEST_REACH: usize = 150;

static ANCHORS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(NOTES.iter().map(|note| note.anchor)));

/// Finds the notes of `text`.
pub(super) fn find(text: &str, found: &mut Vec<Piece>) {
    let mut done = 0;
    for at in ANCHORS.places(text, |_| false) {
        if at < done {
            continue;
        }
        let Some(anchor) = ANCHORS.longest(&text[at..]) else { continue };
        let place = Span::new(at, at + anchor.len());
        let Some(note) = NOTES.iter().find(|note| note.anchor == anchor) else { continue };
        if let Some(piece) = read(text, place, note) {
            done = piece.span.end as usize;
            found.push(piece);
        }
    }
}

/// The note around its phrase at `place`.
fn read(text: &str, place: Span, note: &Note) -> Option<Piece> {
    let span = reach(text, place);
    let whole = span.of(text);
    let with = note.with.is_empty() || note.with.iter().any(|word| whole.contains(word));
    let inner = whole.trim_start_matches(|c: char| is_blank(c) || "（(【[".contains(c));
    let led = !note.led || BAIT_LEADS.iter().any(|lead| inner.starts_with(lead));
    if !with || !led {
        return None;
    }
    let confidence = match note.kind {
        Paywall => 99,
        Boilerplate => 95,
        _ => 80,
    };
    let missing = (note.kind == Paywall).then(|| missing_characters(whole)).flatten();
    debug_assert!(matches!(note.kind, Paywall | Boilerplate | Bait));
    Some(Piece { kind: note.kind, span, confidence, missing })
}

/// The bracket around `place`, or else its sentence with the mark that ends it.
fn reach(text: &str, place: Span) -> Span {
    let (left, right) = (&text[..place.start as usize], &text[place.end as usize..]);
    let ends = |c: char| matches!(c, '。' | '！' | '？' | '!' | '\n');
    let mut start = left.len();
    for (at, c) in left.char_indices().rev().take(LONGEST_REACH) {
        if ends(c) || matches!(c, '）' | ')') {
            break;
        }
        start = at;
        if matches!(c, '（' | '(' | '【') {
            return bracket(text, at, c, place);
        }
    }
    let mut end = place.end as usize;
    for c in right.chars().take(LONGEST_REACH) {
        if c != '\n' {
            end += c.len_utf8();
        }
        if ends(c) {
            break;
        }
    }
    Span::new(start, end)
}

/// The bracket that opens at byte `at`, with the ellipsis before it, by which the site shows where
/// it cut the text. One that never closes reaches to the end of its sentence.
fn bracket(text: &str, at: usize, open: char, place: Span) -> Span {
    let close = match open {
        '（' => '）',
        '(' => ')',
        _ => '】',
    };
    let from = place.end as usize;
    let rest = text[from..].char_indices().take(LONGEST_REACH).take_while(|&(_, c)| c != '\n');
    let (mut end, mut stop) = (from, None);
    for (offset, c) in rest {
        end = from + offset + c.len_utf8();
        if c == close {
            stop = Some(end);
            break;
        }
        if c == '。' && stop.is_none() {
            stop = Some(end);
        }
    }
    let start = text[..at].trim_end_matches(['…', '.']).len();
    let start = if text[start..at].chars().count() > 1 { start } else { at };
    Span::new(start, stop.unwrap_or(end))
}

/// How many characters a paywall's note says are missing: 省略854字, or 全文共6831字 less
/// 显示2399字.
fn missing_characters(note: &str) -> Option<u32> {
    let number = |word: &str| {
        let rest = note[note.find(word)? + word.len()..].trim_start_matches(is_blank);
        let len = rest.bytes().take(9).take_while(u8::is_ascii_digit).count();
        rest[..len].parse::<u32>().ok().filter(|_| rest[len..].starts_with('字'))
    };
    number("省略").or_else(|| number("全文共")?.checked_sub(number("显示")?))
}
