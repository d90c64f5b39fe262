//! W3 to W5: notes of paywalls and sharing sites, and bait. They are known by a phrase and fill
//! their bracket, or their clause and those beside it that are the site's too.

use super::InjectedKind::{Bait, Boilerplate, Paywall};
use super::Piece;
use super::lexicon::{
    BAIT_LEADS, CALLED, CALLS, NOTE_LEADS, NOTE_UNITS, NOTES, Note, SITE_WORDS, TRADE_WORDS,
};
use crate::text::scanner::{after, before, is_blank, is_digit, is_han, run};
use crate::text::unit::{self, Dimension};
use crate::text::{Lexicon, Span};
use std::sync::LazyLock;

/// How far a note reaches to either side of its phrase, in characters.
const LONGEST_REACH: usize = 150;

static ANCHORS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(NOTES.iter().map(|note| note.anchor)));

/// Finds the notes of `text`.
pub(super) fn find(text: &str, found: &mut Vec<Piece>) {
    let (mut done, mut failed, mut failed_until) = (0, Vec::new(), 0);
    for at in ANCHORS.places(text, |_| false) {
        if at < done {
            continue;
        }
        let Some(anchor) = ANCHORS.longest(&text[at..]) else { continue };
        if at >= failed_until {
            failed.clear();
        }
        // 小编小编小编…: what the phrase was not at first it is not further on in the same place.
        if failed.contains(&anchor) {
            continue;
        }
        let place = Span::new(at, at + anchor.len());
        let Some(note) = NOTES.iter().find(|note| note.anchor == anchor) else { continue };
        match read(text, place, note) {
            Ok(piece) => {
                done = piece.span.end as usize;
                found.push(piece);
            }
            Err(end) => {
                failed.push(anchor);
                failed_until = failed_until.max(end as usize);
            }
        }
    }
}

/// The note around its phrase at `place`, or where the words end that make none with it.
fn read(text: &str, place: Span, note: &Note) -> Result<Piece, u32> {
    let reach = Reach::around(text, place);
    let with = |within: &str| note.with.is_empty() || note.with.iter().any(|w| within.contains(w));
    // What the whole sentence lacks none of its clauses has.
    if !with(reach.span.of(text)) {
        return Err(reach.span.end);
    }
    let (span, clause) = if reach.bracket {
        (reach.span, reach.span.start)
    } else {
        own_words(text, place, note, reach.span)
    };
    let whole = span.of(text);
    if !with(whole) || (note.led && !is_led(text, span, clause, reach)) {
        return Err(span.end);
    }
    let confidence = match note.kind {
        Paywall => 99,
        Boilerplate => 95,
        _ => 80,
    };
    let missing = (note.kind == Paywall).then(|| missing_characters(whole)).flatten();
    debug_assert!(matches!(note.kind, Paywall | Boilerplate | Bait));
    Ok(Piece { kind: note.kind, span, confidence, missing })
}

/// Whether bait begins with its clause at byte `clause`: from the start of the sentence on, or with
/// a word of the trade, since a report too may go on with 关注公众号.
fn is_led(text: &str, span: Span, clause: u32, reach: Reach) -> bool {
    let led = |at: u32| {
        let inner = &text[at as usize..span.end as usize];
        let inner = inner.trim_start_matches(|c: char| is_blank(c) || "（(【[".contains(c));
        BAIT_LEADS.iter().any(|lead| inner.starts_with(lead))
    };
    // A sentence that states a figure of the report may begin with 关注公众号的群众 too.
    let first = reach.bracket
        || (span.start == reach.span.start
            && led(span.start)
            && own_figure(reach.span.of(text)).is_none());
    led(clause) && (first || TRADE_WORDS.iter().any(|word| span.of(text).contains(word)))
}

/// How far a note may reach at most: its bracket, or its sentence with the mark that ends it.
#[derive(Clone, Copy)]
struct Reach {
    span: Span,
    bracket: bool,
}

impl Reach {
    fn around(text: &str, place: Span) -> Self {
        let (left, right) = (&text[..place.start as usize], &text[place.end as usize..]);
        let ends = |c: char| matches!(c, '。' | '！' | '？' | '!' | '\n');
        let mut start = left.len();
        for (at, c) in left.char_indices().rev().take(LONGEST_REACH) {
            if ends(c) || matches!(c, '）' | ')') {
                break;
            }
            start = at;
            if matches!(c, '（' | '(' | '【') {
                return Self { span: bracket(text, at, c, place), bracket: true };
            }
        }
        start += left[start..].len() - left[start..].trim_start_matches(is_blank).len();
        let mut end = place.end as usize;
        for c in right.chars().take(LONGEST_REACH) {
            if c != '\n' {
                end += c.len_utf8();
            }
            if ends(c) {
                break;
            }
        }
        Self { span: Span::new(start, end), bracket: false }
    }
}

/// The clause of the phrase with those beside it that are the site's too, and where the clause
/// itself begins. One in which the report speaks as well is cut at the site's own words.
fn own_words(text: &str, place: Span, note: &Note, sentence: Span) -> (Span, u32) {
    let first = sentence.start as usize;
    let (start, end) = clause(text, place, sentence);
    let cut = cut_clause(text, Span::new(start, end), place, note);
    let own = cut.unwrap_or(Span::new(start, end));
    let blanks = run(own.of(text), is_blank);
    let begins = own.start + blanks as u32;
    let (mut from, mut to) = (begins as usize, own.end as usize);
    if own.start as usize == start {
        from = widen_left(text, start, first);
        from += run(&text[from..], is_blank);
    }
    if to == end {
        to = widen_right(text, end, sentence.end as usize);
    }
    let mark = |c: char| matches!(c, '。' | '！' | '？' | '!');
    if from == first && text[to..sentence.end as usize].chars().all(mark) {
        to = sentence.end as usize;
    }
    let to = from + text[from..to].trim_end_matches(is_blank).len();
    (Span::new(from, to), begins)
}

fn is_comma(c: char) -> bool {
    matches!(c, '，' | ',' | '；' | ';' | '。' | '！' | '？' | '!' | '\n')
}

/// Where the clause around `place` begins and ends.
fn clause(text: &str, place: Span, sentence: Span) -> (usize, usize) {
    let left = &text[sentence.start as usize..place.start as usize];
    let right = &text[place.end as usize..sentence.end as usize];
    let start = left.rfind(is_comma).map_or(0, |at| at + after(left, at).map_or(0, char::len_utf8));
    let end = right.find(is_comma).unwrap_or(right.len());
    (sentence.start as usize + start, place.end as usize + end)
}

/// The start of the site's clauses before byte `start`.
fn widen_left(text: &str, start: usize, first: usize) -> usize {
    let mut start = start;
    while let Some(c) = before(text, start).filter(|_| start > first) {
        let end = start - c.len_utf8();
        let from = text[first..end].rfind(is_comma);
        let from = from
            .map_or(first, |at| first + at + after(&text[first..], at).map_or(0, char::len_utf8));
        if !is_site_clause(&text[from..end]) {
            break;
        }
        start = from;
    }
    start
}

/// The end of the site's clauses behind byte `end`.
fn widen_right(text: &str, end: usize, last: usize) -> usize {
    let mut end = end;
    while let Some(c) = after(text, end).filter(|&c| end < last && is_comma(c)) {
        let from = end + c.len_utf8();
        let to = text[from..last].find(is_comma).map_or(last, |at| from + at);
        if !is_site_clause(&text[from..to]) {
            break;
        }
        end = to;
    }
    end
}

/// Whether a clause beside a note belongs to it.
fn is_site_clause(clause: &str) -> bool {
    let clause = clause.trim_matches(is_blank);
    let led = BAIT_LEADS.iter().chain(NOTE_LEADS).any(|lead| clause.starts_with(lead));
    let site = led || clause == "亲" || SITE_WORDS.iter().any(|word| clause.contains(word));
    site && own_figure(clause).is_none()
}

/// What of the clause the site says, if the report speaks in it too: it holds a figure, or goes on
/// where a call lacks its object (更多范文请登录群众满意度提升), or begins before 更多范文.
fn cut_clause(text: &str, clause: Span, place: Span, note: &Note) -> Option<Span> {
    let (start, end) = (clause.start as usize, clause.end as usize);
    let anchor = (place.start as usize, place.end as usize);
    let left = &text[start..anchor.0];
    let right = &text[anchor.1..end];
    let words = || SITE_WORDS.iter().chain(CALLS).chain(&["更多"]);
    // Before the phrase: behind the last figure, from the first word of the site's on.
    let figure = last_figure(left);
    let first = words().filter_map(|word| left[figure.unwrap_or(0)..].find(word)).min();
    let led = BAIT_LEADS.iter().any(|lead| left.trim_start_matches(is_blank).starts_with(lead));
    let begins = note.led && !led && note.anchor.starts_with("更多");
    let from = match figure {
        Some(at) => Some(first.map_or(anchor.0, |found| start + at + found)),
        None => begins.then_some(anchor.0),
    };
    // Behind it: before the first figure, up to the last word of the site's.
    let figure = own_figure(right);
    let last = |within: &str| {
        let ends = words().filter_map(|word| Some(within.rfind(word)? + word.len()));
        anchor.1 + ends.max().unwrap_or(0)
    };
    let to = figure.map(|at| last(&right[..at])).or_else(|| {
        let call = &text[anchor.0..end];
        hanging_call(call).map(|len| (anchor.0 + len).max(anchor.1))
    });
    (from.is_some_and(|from| from > start) || to.is_some())
        .then(|| Span::new(from.unwrap_or(start), to.unwrap_or(end)))
}

/// Where a call ends in `clause` whose object is missing.
fn hanging_call(clause: &str) -> Option<usize> {
    CALLS.iter().find_map(|call| {
        let end = clause.find(call)? + call.len();
        let rest = &clause[end..];
        let near = rest.char_indices().nth(LONGEST_OBJECT).map_or(rest, |(at, _)| &rest[..at]);
        let named = CALLED.iter().any(|object| rest.starts_with(object))
            || near.contains(['网', '“', '：', ':', '《', '@'])
            || near.contains(|c: char| c.is_ascii_alphabetic())
            || ["文库", "之家", "家园", "公众号"].iter().any(|ending| near.contains(ending));
        (!named && after(rest, 0).is_some_and(is_han)).then_some(end)
    })
}

/// How far behind a call its object is looked for, in characters.
const LONGEST_OBJECT: usize = 12;

/// Where the first figure of the report stands in `clause`: one with a unit in which a site counts
/// neither its pages nor its price, or a rank.
fn own_figure(clause: &str) -> Option<usize> {
    figures(clause).find(|&(from, to)| is_own(clause, from, to)).map(|(from, _)| from)
}

/// Where the last figure of the report in `clause` ends, with its unit.
fn last_figure(clause: &str) -> Option<usize> {
    let own = figures(clause).filter(|&(from, to)| is_own(clause, from, to)).last();
    own.map(|(_, to)| to + unit::read(&clause[to..]).map_or(0, |unit| unit.len))
}

fn is_own(clause: &str, from: usize, to: usize) -> bool {
    let measured = unit::read(&clause[to..]).is_some_and(|unit| {
        (!NOTE_UNITS.contains(&unit.unit) && unit.dimension != Dimension::Time)
            || (unit.unit == "元" && unit.power >= 4)
    });
    measured || before(clause, from) == Some('第')
}

/// The runs of digits and masks in `clause`.
fn figures(clause: &str) -> impl Iterator<Item = (usize, usize)> {
    let part =
        |c: char| is_digit(c) || matches!(c, '*' | '＊' | '×' | '□' | '○' | '_' | '.' | 'X' | 'x');
    let mut at = 0;
    std::iter::from_fn(move || {
        let from = at + clause[at..].find(move |c| part(c) && c != '.')?;
        at = from + run(&clause[from..], part);
        Some((from, at))
    })
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
