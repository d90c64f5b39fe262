//! W1 and W2: a site's name with its address, and the bare address.

use super::InjectedKind::{BareAddress, SiteWatermark};
use super::Piece;
use super::address::{self, Address};
use super::lexicon::{
    ADDRESS_INTRODUCTIONS, CLOSINGS, GENERIC_SITES, OFFICIAL_HOSTS, OPENINGS, SITE_ENDINGS, SITES,
    TRADE_WORDS,
};
use crate::text::scanner::{after, before, is_han};
use crate::text::{Lexicon, Span};
use std::sync::LazyLock;

/// Finds the watermarks of `text`.
pub(super) fn find(text: &str, found: &mut Vec<Piece>) {
    for address in address::find(text) {
        found.extend(signed(text, address).or_else(|| bare(text, address)));
    }
    found.extend(names(text));
}

static NAMES: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(SITES.iter().copied()));

/// The address with the name of its site before it.
fn signed(text: &str, address: Address<'_>) -> Option<Piece> {
    let name = site_before(&text[..address.span.start as usize])?;
    if is_official(address.host) {
        return None;
    }
    let span = widened(text, name, address.span.end as usize);
    Some(Piece { kind: SiteWatermark, span, confidence: 99, missing: None })
}

/// The address alone. One that the sentence itself introduces is left in place: 登录www.….
fn bare(text: &str, address: Address<'_>) -> Option<Piece> {
    let left = &text[..address.span.start as usize];
    let told = left.trim_end_matches(|c| "：:（(“ 为是".contains(c));
    let introduced =
        ADDRESS_INTRODUCTIONS.iter().any(|word| told.ends_with(word)) || left.ends_with("](");
    let prose = before(left, left.len()).is_some_and(is_han)
        || after(text, address.span.end as usize).is_some_and(is_han)
        || left.is_empty()
        || left.ends_with(['。', '，', '；', '（', '(', '\n']);
    (prose && !introduced && !is_official(address.host)).then(|| Piece {
        kind: BareAddress,
        span: widened(text, address.span.start as usize, address.span.end as usize),
        confidence: 70,
        missing: None,
    })
}

/// Whether a report may well name this host.
fn is_official(host: &str) -> bool {
    let state =
        [".gov", ".edu", ".mil"].iter().any(|part| host.contains(part)) || host.starts_with("gov.");
    state
        || OFFICIAL_HOSTS.iter().any(|official| {
            host.strip_suffix(official).is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
        })
}

/// What may stand between a site's name and its address, at most two of them.
fn is_separator(c: char) -> bool {
    matches!(
        c,
        '，' | ',' | '：' | ':' | ' ' | '\u{3000}' | '、' | '-' | '—' | '|' | '·' | '#' | '®'
    )
}

/// Where the site's name begins that `left` ends with.
fn site_before(left: &str) -> Option<usize> {
    let mut name = left;
    for _ in 0..2 {
        name = name.strip_suffix(is_separator).unwrap_or(name);
    }
    let known = SITES.iter().filter(|site| name.ends_with(**site)).max_by_key(|site| site.len());
    let Some(site) = known else { return unknown_site(name) };
    let start = name.len() - site.len();
    // 某某范文网: a name that says only the trade is the end of a longer one.
    let own =
        GENERIC_SITES.contains(site).then(|| clause_start(name, start, LONGEST_PREFIX)).flatten();
    Some(own.unwrap_or(start))
}

/// The longest name of a site that the lexicon does not have, and what may stand before a generic
/// name, in characters. Longer ones would take words of the sentence along (全力促进范文网).
const LONGEST_NAME: usize = 6;
const LONGEST_PREFIX: usize = 3;

/// Where a name of the trade begins: the clause, if it is nothing but that name.
fn unknown_site(name: &str) -> Option<usize> {
    let start = clause_start(name, name.len(), LONGEST_NAME)?;
    let clause = &name[start..];
    let trade = TRADE_WORDS.iter().any(|word| clause.contains(word));
    let ends = SITE_ENDINGS.iter().any(|ending| clause.ends_with(ending));
    (trade && ends).then_some(start)
}

/// Where the Han characters begin that end at byte `end`, if there are no more than `most`.
fn clause_start(text: &str, end: usize, most: usize) -> Option<usize> {
    let chars = text[..end].char_indices().rev().take(most + 1).take_while(|&(_, c)| is_han(c));
    let (mut start, mut count) = (end, 0);
    for (at, _) in chars {
        start = at;
        count += 1;
    }
    (count <= most).then_some(start)
}

/// The span with the words around it that belong to the watermark: 本文来源：….
fn widened(text: &str, start: usize, end: usize) -> Span {
    let (mut from, mut to) = (start, end);
    let left = text[..start].trim_end_matches(['：', ':', ' ', '“', '《']);
    if let Some(opening) =
        OPENINGS.iter().filter(|word| left.ends_with(**word)).max_by_key(|word| word.len())
    {
        // 由 and 来自 are also verbs of the sentence: they count where a clause begins.
        let at = left.len() - opening.len();
        let begins = before(left, at).is_none_or(|c| !is_han(c));
        from = if begins { at } else { from };
    }
    if let Some(closing) =
        CLOSINGS.iter().filter(|word| text[to..].starts_with(**word)).max_by_key(|word| word.len())
    {
        let ends = after(text, to + closing.len()).is_none_or(|c| !is_han(c));
        to += if ends { closing.len() } else { 0 };
    }
    Span::new(from, to)
}

/// Sites' names without an address, where one fills a whole clause.
fn names(text: &str) -> Vec<Piece> {
    let (mut found, mut done) = (Vec::new(), 0);
    for at in NAMES.places(text, |_| false) {
        if at < done {
            continue;
        }
        let Some(name) = NAMES.longest(&text[at..]) else { continue };
        done = at + name.len();
        let span = widened(text, at, done);
        if fills_clause(text, span) {
            found.push(Piece { kind: SiteWatermark, span, confidence: 80, missing: None });
        }
    }
    found
}

/// Whether the clause holds nothing else. In 据…、百度文库报道 and in a list it is content.
fn fills_clause(text: &str, span: Span) -> bool {
    let ends = |c: char| {
        matches!(c, '，' | '。' | '；' | '！' | '？' | '\n' | '（' | '）' | '(' | ')' | '【' | '】')
    };
    let left = text[..span.start as usize].trim_end_matches([' ', '\u{3000}']);
    let right = text[span.end as usize..].trim_start_matches([' ', '\u{3000}']);
    left.chars().next_back().is_none_or(ends) && right.chars().next().is_none_or(ends)
}
