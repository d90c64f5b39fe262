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

/// The sentence around `span` in three parts: before it, itself, after it. What is cut off is `…`.
pub(super) fn around(document: &Document, span: Span) -> [String; 3] {
    let block = block_at(document, span.start);
    let text = &document.text;
    let before = &text[block.start.min(span.start) as usize..span.start as usize];
    let after = &text[span.end as usize..block.end.max(span.end) as usize];
    let (mut start, mut cut) = (before.len(), false);
    for (count, (at, c)) in before.char_indices().rev().enumerate() {
        cut = count == REACH[0];
        if cut || is_sentence_end(c) {
            break;
        }
        start = at;
    }
    let head = if cut { "…" } else { "" };
    let (mut end, mut cut) = (0, false);
    for (count, (at, c)) in after.char_indices().enumerate() {
        cut = count == REACH[1];
        if cut {
            break;
        }
        end = at + c.len_utf8();
        if is_sentence_end(c) {
            break;
        }
    }
    let tail = if cut { "…" } else { "" };
    let before = [head, before[start..].trim_start()].concat();
    [before, span.of(text).to_owned(), [after[..end].trim_end(), tail].concat()]
        .map(|part| part.replace('\n', ""))
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
