//! W1 and W2: a site's name with its address, and the bare address.

use super::InjectedKind::{BareAddress, SiteWatermark};
use super::Piece;
use super::address::{self, Address};
use super::lexicon::{
    ADDRESS_INTRODUCTIONS, CLOSINGS, GENERIC_SITES, NAME_PREPOSITIONS, NOT_SITES, OFFICIAL_HOSTS,
    OPENINGS, REPORT_VERBS, SITE_ENDINGS, SITE_OPENINGS, SITES,
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
    let left = &text[..address.span.start as usize];
    let start = site_before(left)?;
    if is_official(address.host) {
        return None;
    }
    // 文秘网（www.…）: the bracket opens behind the name and closes behind the address.
    let end = address.span.end as usize;
    let close = before(left, left.trim_end().len()).and_then(closing_bracket);
    let inside = close.is_some() && !left[start..].trim_end().starts_with(['（', '(', '【']);
    let closed = text[end..].chars().next().filter(|&c| inside && Some(c) == close);
    let span = widened(text, start, end + closed.map_or(0, char::len_utf8));
    Some(Piece { kind: SiteWatermark, span, confidence: 99, missing: None })
}

fn closing_bracket(open: char) -> Option<char> {
    match open {
        '（' => Some('）'),
        '(' => Some(')'),
        '【' => Some('】'),
        _ => None,
    }
}

/// The address alone. One that the sentence itself introduces is left in place: 登录www.….
fn bare(text: &str, address: Address<'_>) -> Option<Piece> {
    let left = &text[..address.span.start as usize];
    let told = left.trim_end_matches(|c| "：:（(“ 为是".contains(c));
    let introduced = ADDRESS_INTRODUCTIONS.iter().any(|word| told.ends_with(word))
        || left.ends_with("](")
        || told.ends_with('”')
        || is_told_of(told);
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

/// Whether the sentence says what is done on the site that `left` names: 在中国采购网www.….
fn is_told_of(left: &str) -> bool {
    let clause = &left[name_start(left).unwrap_or(left.len())..];
    clause.ends_with('网') && NAME_PREPOSITIONS.iter().any(|word| clause.starts_with(word))
}

/// What may stand between a site's name and its address, at most two of them.
fn is_separator(c: char) -> bool {
    matches!(
        c,
        '，' | ','
            | '：'
            | ':'
            | ' '
            | '\u{3000}'
            | '、'
            | '-'
            | '—'
            | '|'
            | '·'
            | '#'
            | '®'
            | '（'
            | '('
            | '【'
    )
}

/// Where the site's name begins that `left` ends with.
fn site_before(left: &str) -> Option<usize> {
    let mut name = left;
    for _ in 0..2 {
        name = name.strip_suffix(is_separator).unwrap_or(name);
    }
    let known = SITES.iter().filter(|site| name.ends_with(**site)).max_by_key(|site| site.len());
    let start = known.map(|site| name.len() - site.len());
    let own = known.is_some_and(|site| !GENERIC_SITES.contains(site));
    start.filter(|_| own).or_else(|| unknown_site(name)).or(start)
}

/// The longest name of a site, in characters, and the longest words that lead up to it.
const LONGEST_NAME: usize = 8;
const LONGEST_LEAD: usize = 8;

/// Where a name begins that the lexicon does not have: it fills its clause, or all of it that an
/// opening leaves (下载自千稿文库). Behind an opening that no sentence of a report has, every name
/// is a site's (本报告由交文通); elsewhere its end must say so (稿友之家, 范文114网).
fn unknown_site(left: &str) -> Option<usize> {
    let start = name_start(left)?;
    let clause = &left[start..];
    let opening = OPENINGS.iter().filter(|word| clause.starts_with(**word)).max_by_key(|w| w.len());
    let name = &clause[opening.map_or(0, |word| word.len())..];
    let fits = (2..=LONGEST_NAME).contains(&name.chars().count()) && name.contains(is_han);
    // 文章来源：秘书帮www.…: the mark stands between opening and name.
    let told = left[..start].trim_end_matches(['：', ':', ' ', '“', '《']);
    let opening = opening
        .or_else(|| OPENINGS.iter().filter(|word| told.ends_with(**word)).max_by_key(|w| w.len()));
    let certain = opening.is_some_and(|word| {
        SITE_OPENINGS.iter().any(|certain| word.starts_with(certain)) || word.ends_with('自')
    });
    (fits && (certain || is_site_name(name))).then_some(left.len() - name.len())
}

/// Whether `name` ends like a site's and holds no word by which it would be part of a sentence
/// (全力促进范文网) or a part of the report's own site (官网).
fn is_site_name(name: &str) -> bool {
    SITE_ENDINGS.iter().any(|ending| name.ends_with(ending))
        && !NOT_SITES.iter().any(|ending| name.ends_with(ending))
        && !NAME_PREPOSITIONS.iter().any(|word| name.starts_with(word))
        && !REPORT_VERBS.iter().any(|verb| name.contains(verb))
}

/// Where the Han characters, letters and digits begin that `left` ends with, if a mark, a blank or
/// nothing stands before them and there are no more than a name and its lead can have.
fn name_start(left: &str) -> Option<usize> {
    let part = |c: char| is_han(c) || c.is_ascii_alphanumeric();
    let (mut start, mut count) = (left.len(), 0);
    for (at, c) in left.char_indices().rev() {
        if !part(c) {
            return (!matches!(c, '%' | '％' | '*' | '.' | '_')).then_some(start);
        }
        count += 1;
        if count > LONGEST_NAME + LONGEST_LEAD {
            return None;
        }
        start = at;
    }
    Some(start)
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
    // 某网 www.… 提供: a blank may stand before it too.
    let behind = text[to..].trim_start_matches([' ', '\u{3000}']);
    let gap = text.len() - to - behind.len();
    if let Some(closing) =
        CLOSINGS.iter().filter(|word| behind.starts_with(**word)).max_by_key(|word| word.len())
    {
        let ends = after(behind, closing.len()).is_none_or(|c| !is_han(c));
        to += if ends { gap + closing.len() } else { 0 };
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
