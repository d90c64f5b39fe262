//! L2. Text that a website spliced in: watermarks, paywall notes, jam codes. Specification §4.

mod address;
mod chrome;
mod jam;
mod lexicon;
mod note;
mod repair;
#[cfg(test)]
mod tests;
mod watermark;

use crate::document::Edit;
use crate::text::{Span, order, scanner};
use serde::{Deserialize, Serialize};

/// What kind of injected text it is (specification §4.1, W1–W8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InjectedKind {
    /// W1. A site's name with its address, at a sentence's end or in its midst.
    SiteWatermark,
    /// W2. A bare address in Chinese prose.
    BareAddress,
    /// W3. A paywall's truncation note: the text is incomplete.
    Paywall,
    /// W4. A sharing site's boilerplate.
    Boilerplate,
    /// W5. Bait to follow or contact.
    Bait,
    /// W6. Anti-copy jam code of a forum.
    JamCode,
    /// W7. Page chrome: 【字号：大 中 小】.
    PageChrome,
    /// W8. A page-chunk marker in the middle of a word.
    SpliceMarker,
}

/// One piece of injected text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Injected {
    /// What kind it is.
    pub kind: InjectedKind,
    /// Its place in the block.
    pub span: Span,
    /// How sure, in per cent.
    pub confidence: u8,
    /// The edits that take it out and mend the seam, on the block's text. Applied together they
    /// give the sentence back; they never touch its own punctuation, figures or quotes.
    pub repair: Vec<Edit>,
    /// What the note itself says is missing: about how many characters of the text.
    pub missing_characters: Option<u32>,
}

/// A piece before its repair is known.
#[derive(Clone, Copy, Debug)]
struct Piece {
    kind: InjectedKind,
    span: Span,
    confidence: u8,
    missing: Option<u32>,
}

/// Finds the injected text of one block, merged, in reading order.
#[must_use]
pub fn find(text: &str) -> Vec<Injected> {
    let mut pieces = Vec::new();
    watermark::find(text, &mut pieces);
    note::find(text, &mut pieces);
    jam::find(text, &mut pieces);
    chrome::find(text, &mut pieces);
    chrome::find_splices(text, &mut pieces);
    merged(text, pieces).into_iter().map(|piece| describe(text, piece)).collect()
}

/// The pieces with their brackets, those that overlap or touch made one: cut one by one, the edits
/// would cut each other (`（本文来源：第一范文网www…）`). The surer kind names the whole.
fn merged(text: &str, mut pieces: Vec<Piece>) -> Vec<Piece> {
    for piece in &mut pieces {
        piece.span = repair::with_brackets(text, piece.span);
    }
    order::sort_by_key(&mut pieces, |piece| (piece.span.start, std::cmp::Reverse(piece.span.end)));
    let mut whole: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in pieces {
        match whole.last_mut().filter(|last| touches(text, last.span, piece.span)) {
            Some(last) => *last = union(*last, piece),
            None => whole.push(piece),
        }
    }
    for piece in &mut whole {
        piece.span = repair::with_brackets(text, piece.span);
    }
    whole
}

/// Whether nothing but blanks lies between two pieces, or a comma with them: 来自文秘网，更多请访问.
fn touches(text: &str, first: Span, second: Span) -> bool {
    second.start <= first.end
        || text[first.end as usize..second.start as usize]
            .chars()
            .all(|c| scanner::is_blank(c) || matches!(c, '，' | ',' | '；' | '、'))
}

/// Two pieces as one.
fn union(first: Piece, second: Piece) -> Piece {
    let surer = if second.confidence > first.confidence { second } else { first };
    let end = first.span.end.max(second.span.end);
    Piece {
        span: Span { start: first.span.start, end },
        missing: first.missing.or(second.missing),
        ..surer
    }
}

/// The piece with its repair.
fn describe(text: &str, piece: Piece) -> Injected {
    let repair = match piece.kind {
        InjectedKind::SpliceMarker => vec![Edit { span: piece.span, replacement: String::new() }],
        _ => repair::edits(text, piece.span),
    };
    Injected {
        kind: piece.kind,
        span: piece.span,
        confidence: piece.confidence,
        repair,
        missing_characters: piece.missing,
    }
}
