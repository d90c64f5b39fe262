//! The sentence a place stands in.

use crate::document::Document;
use crate::text::Span;
use crate::text::scanner::is_sentence_end;

/// At most so many characters of the sentence before a place, and after it.
const REACH: [usize; 2] = [120, 80];

/// The block that byte `at` lies in; an empty span there if it lies in none.
pub(super) fn block_at(document: &Document, at: u32) -> Span {
    let after = document.blocks.partition_point(|block| block.span.start <= at);
    let block = after.checked_sub(1).map(|index| document.blocks[index].span);
    block.filter(|span| at <= span.end).unwrap_or(Span { start: at, end: at })
}

/// The block before the one that byte `at` lies in.
pub(super) fn block_above(document: &Document, at: u32) -> Span {
    let after = document.blocks.partition_point(|block| block.span.start <= at);
    after.checked_sub(2).map_or(Span::default(), |index| document.blocks[index].span)
}

/// The place of the sentence around `span`, within its paragraph, and whether it is cut off at its
/// start and at its end.
pub(super) fn place(document: &Document, span: Span) -> (Span, [bool; 2]) {
    let block = block_at(document, span.start);
    let text = &document.text;
    let before = &text[block.start.min(span.start) as usize..span.start as usize];
    let after = &text[span.end as usize..block.end.max(span.end) as usize];
    let (mut start, mut cut) = (before.len(), [false; 2]);
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        cut[0] = count == REACH[0];
        if cut[0] || is_sentence_end(c) {
            break;
        }
        start = at;
    }
    let (mut end, mut ended) = (0, span.of(text).ends_with(is_sentence_end));
    for (count, (at, c)) in after.char_indices().enumerate() {
        cut[1] = !ended && count == REACH[1];
        if ended || cut[1] {
            break;
        }
        end = at + c.len_utf8();
        ended = is_sentence_end(c);
    }
    let start = start + before[start..].len() - before[start..].trim_start().len();
    let end = after[..end].trim_end().len();
    let begin = span.start as usize - before.len();
    (Span::new(begin + start, span.end as usize + end), cut)
}

/// The sentence around `span` in three parts: before it, itself, after it. What is cut off is `…`.
pub(super) fn around(document: &Document, span: Span) -> [String; 3] {
    let (sentence, cut) = place(document, span);
    let [before, own, after] = [
        Span { start: sentence.start, end: span.start },
        span,
        Span { start: span.end, end: sentence.end },
    ]
    .map(|part| part.of(&document.text).replace('\n', ""));
    let dots = cut.map(|is_cut| if is_cut { "…" } else { "" });
    [[dots[0], &*before].concat(), own, [&*after, dots[1]].concat()]
}

/// The clause around the second part, from comma to comma, and the clauses before it, the nearest
/// first: 改造老旧小区*个，惠及居民*户.
pub(super) fn clauses(parts: &[String; 3]) -> Vec<String> {
    let stops = ['，', ',', '；', ';', '：', ':'];
    let mut before = parts[0].rsplit(stops);
    let after = parts[2].split(stops).next().unwrap_or_default();
    let own = [before.next().unwrap_or_default(), &parts[1], after].concat();
    std::iter::once(own).chain(before.map(str::to_owned)).collect()
}
