//! Ids that tie a row to its place in the text, whatever happens elsewhere in the report.
//!
//! An id is made of the words around the place. Where the same words stand around several places,
//! more of the text is looked at, and at last they are counted: with how many there are of them, so
//! that no id ever comes to mean the place beside its own. It is written in letters alone, because a
//! spreadsheet counts up what ends in a digit when somebody drags a cell down.

use crate::document::Document;
use crate::export::sentence::{block_above, block_at};
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::{fold, is_digit};
use std::collections::BTreeMap;

/// What ids are written in: no vowel, so that they never make a word.
const LETTERS: &[u8; 16] = b"bcdfghjklmnpqrst";
/// How many letters name the place, the figures of the title, and the title.
const LENGTHS: [usize; 3] = [14, 4, 6];
/// How many characters before and after a place are looked at, and how many bytes at most to
/// collect them: a run of ten thousand underscores holds none.
const NEAR: ([usize; 2], usize) = ([16, 10], 400);
/// The same where the near words stand elsewhere too.
const FAR: ([usize; 2], usize) = ([150, 80], 1500);

/// An id as it stands in the hidden column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Id {
    /// Of the place.
    pub(super) place: String,
    /// Of the figures in the title, which tell last year's report from this one.
    pub(super) figures: String,
    /// Of the title.
    pub(super) title: String,
}

impl Id {
    /// Reads an id; `None` if it is none of ours.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_ascii_lowercase();
        let parts: Vec<&str> = text.split('-').collect();
        let fits = parts.len() == LENGTHS.len()
            && parts.iter().zip(LENGTHS).all(|(part, length)| part.len() == length)
            && parts.iter().all(|part| part.bytes().all(|b| LETTERS.contains(&b)));
        let part = |index: usize| parts.get(index).map(|part| (*part).to_owned());
        fits.then(|| Some(Self { place: part(0)?, figures: part(1)?, title: part(2)? }))?
    }

    /// As it stands in the hidden column.
    pub(super) fn write(&self) -> String {
        format!("{}-{}-{}", self.place, self.figures, self.title)
    }
}

/// The part of an id that a title gives; its place is empty.
pub(super) fn of_title(title: &str) -> Id {
    let words = kept(title.chars());
    let figures: String = words.chars().filter(|c| c.is_ascii_digit() || is_numeral(*c)).collect();
    Id {
        place: String::new(),
        figures: letters(&figures, LENGTHS[1]),
        title: letters(&words, LENGTHS[2]),
    }
}

/// The ids of places, which are in reading order, each with what kind of thing it is.
pub(super) fn of_places(document: &Document, places: &[(char, Span)]) -> Vec<String> {
    let near: Vec<String> =
        places.iter().map(|&(kind, span)| key(document, kind, span, NEAR)).collect();
    let far = counted(&near, |index| {
        let (kind, span) = places[index];
        let above = block_above(document, span.start).of(&document.text);
        let above: String = kept(above.chars().take(FAR.0[1]));
        format!("{}|{above}", key(document, kind, span, FAR))
    });
    let total = totals(&far);
    let mut seen = BTreeMap::new();
    let numbered = far.iter().map(|key| {
        let number = seen.entry(key).or_insert(0_u32);
        *number += 1;
        match total[key.as_str()] {
            1 => letters(key, LENGTHS[0]),
            total => letters(&format!("{key}|{number}/{total}"), LENGTHS[0]),
        }
    });
    numbered.collect()
}

/// The keys, with `more` in the place of those that are not the only one of their kind.
fn counted(keys: &[String], more: impl Fn(usize) -> String) -> Vec<String> {
    let total = totals(keys);
    let keys = keys.iter().enumerate();
    keys.map(|(at, key)| if total[key.as_str()] == 1 { key.clone() } else { more(at) }).collect()
}

fn totals(keys: &[String]) -> BTreeMap<&str, u32> {
    let mut total = BTreeMap::new();
    for key in keys {
        *total.entry(key.as_str()).or_insert(0) += 1;
    }
    total
}

/// What a place is known by: its own text and the words around it in its block, no figures.
fn key(document: &Document, kind: char, span: Span, reach: ([usize; 2], usize)) -> String {
    let ([before, after], bytes) = reach;
    let block = block_at(document, span.start);
    let text = &document.text;
    let head = &text[block.start.min(span.start) as usize..span.start as usize];
    let head = &head[ceil(head, head.len().saturating_sub(bytes))..];
    let tail = &text[span.end as usize..block.end.max(span.end) as usize];
    let tail = &tail[..floor(tail, bytes)];
    let head: String = words(head.chars().rev()).take(before).collect();
    let tail: String = words(tail.chars()).take(after).collect();
    let own: String = span.of(text).chars().filter(|c| !is_digit(*c)).collect();
    format!("{kind}|{head}|{own}|{tail}")
}

/// What is kept of the words around a place: no figures, because filling in a sheet changes them.
fn words(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    kept_characters(text).filter(|c| !c.is_ascii_digit())
}

/// The words of a text: without blanks and punctuation, which corrections change.
fn kept(text: impl Iterator<Item = char>) -> String {
    kept_characters(text).collect()
}

fn kept_characters(text: impl Iterator<Item = char>) -> impl Iterator<Item = char> {
    text.map(fold).filter(|c| c.is_alphanumeric())
}

fn ceil(text: &str, at: usize) -> usize {
    (at..=text.len()).find(|&at| text.is_char_boundary(at)).unwrap_or(text.len())
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// So many letters for a text: FNV-1a, its bits mixed once more because its upper ones are weak in
/// short texts.
fn letters(text: &str, count: usize) -> String {
    let mut hash = 0xcbf2_9ce4_8422_2325_u64;
    for byte in text.bytes() {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash = (hash ^ (hash >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    hash = (hash ^ (hash >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    hash ^= hash >> 31;
    (0..count).map(|at| char::from(LETTERS[(hash >> (4 * at)) as usize & 15])).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::Source;

    /// The ids of all `*` of a text.
    fn ids(text: &str) -> Vec<String> {
        let document = Document::from_text(Source::default(), text.to_owned());
        let stars = text.match_indices('*').map(|(at, _)| ('b', Span::new(at, at + 1)));
        of_places(&document, &stars.collect::<Vec<_>>())
    }

    #[track_caller]
    fn check(before: &str, after: &str, kept: &[(usize, usize)]) {
        let (old, new) = (ids(before), ids(after));
        let found: Vec<(usize, usize)> = (0..old.len())
            .filter_map(|at| Some((at, new.iter().position(|id| *id == old[at])?)))
            .collect();
        assert_eq!(found, kept, "{before} → {after}");
    }

    #[test]
    fn an_id_stays_with_its_place() {
        let text = "一、学习\n检查*次，整改*个。\n二、管理\n检查*次。\n";
        check(text, text, &[(0, 0), (1, 1), (2, 2)]);
        // Elsewhere, and punctuation beside it.
        check(
            text,
            "一、学习\n检查*次,整改*个。\n二、管理\n检查*次！\n",
            &[(0, 0), (1, 1), (2, 2)],
        );
        // A figure beside it.
        check("检查*次，整改45个。", "检查*次，整改46个。", &[(0, 0)]);
        check("加*人。\n减*人。", "减*人。\n加*人。", &[(0, 1), (1, 0)]);
        // A changed sentence is another place; the same words elsewhere are never taken for it.
        check("检查*次。\n走访*户。", "巡查*次。\n走访*户。", &[(1, 1)]);
        check("检查*次。\n检查*次。", "检查*次。", &[]);
        check("*\n*\n*", "*\n*", &[]);
    }

    #[test]
    fn every_place_has_its_own_id() {
        let text = "共*次、*次、*次，检查*次。\n".repeat(40);
        let mut all = ids(&text);
        let count = all.len();
        all.sort();
        all.dedup();
        assert_eq!((count, all.len()), (160, 160));
    }

    #[test]
    fn an_id_is_read_as_it_is_written() {
        let id =
            Id { place: ids("检查*次")[0].clone(), ..of_title("某县2024年工作报告") };
        assert_eq!(Id::parse(&id.write()).as_ref(), Some(&id));
        assert_eq!(Id::parse(&format!(" {} ", id.write().to_ascii_uppercase())), Some(id));
        for other in ["", "bcdf", "序号", "aaaaaaaaaaaaaa-bbbb-cccccc"] {
            assert_eq!(Id::parse(other), None);
        }
    }

    #[test]
    fn last_year_is_another_report() {
        let [a, b, c] = ["2023年工作报告", "2024年工作报告", "2024年 工作总结"].map(of_title);
        assert_ne!(a.figures, b.figures);
        assert_eq!(b.figures, c.figures);
        assert_ne!(b.title, c.title);
    }
}
