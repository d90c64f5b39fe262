//! What one block leaves for the rules of the whole document, so that those need not read the text.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What a trace tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum TraceKind {
    /// A whole paragraph, by its text.
    Paragraph,
    /// A sentence, by its text.
    Sentence,
    /// A quotation mark or bracket without its other half in the block, by its character.
    Unpaired,
    /// A number of an attachment that is mentioned, by that number.
    AttachmentMentioned,
    /// A number of an attachment that is listed or begins, by that number.
    AttachmentListed,
    /// A line that begins with a number, by that number.
    ListItem,
    /// A title in book marks, by its text without marks.
    Title,
    /// An abbreviation that is explained: （以下简称…）, by its text.
    Abbreviation,
    /// A unit of one of the pairs that are easily mixed, by its place in their table.
    Unit,
    /// One of two ways to write a number, by its place in their table.
    NumberStyle,
    /// A count that is announced: 以下三个方面, by that count.
    AnnouncedCount,
    /// The ； that a paragraph ends in.
    Semicolon,
    /// A series of quotations, by whether 、 stands between them.
    QuoteList,
    /// A figure, by its indicator.
    Figure,
    /// A year, by its number.
    Year,
    /// What stands behind the text of a line that ends in an advert.
    Advert,
}

/// Something a block holds that only means something together with other blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trace {
    /// What it tells.
    pub kind: TraceKind,
    /// Where it stands: in the block, or in the document's text once it is in a `DocumentView`.
    pub span: Span,
    /// What is compared: a number, a character or the hash of a text.
    pub key: u64,
}

impl Trace {
    /// The trace in a text that has `offset` more bytes in front.
    #[must_use]
    pub fn shift(self, offset: u32) -> Self {
        Self { span: self.span.shift(offset), ..self }
    }
}

/// A hash of a text that is the same on every machine. Whoever finds two equal hashes compares the
/// texts where it matters.
pub(super) fn hash(text: &str) -> u64 {
    const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
    let mix = |hash: u64, word: u64| (hash.rotate_left(5) ^ word).wrapping_mul(SEED);
    let (words, rest) = text.as_bytes().as_chunks::<8>();
    let hash = words.iter().fold(text.len() as u64, |h, word| mix(h, u64::from_le_bytes(*word)));
    let hash = rest.iter().fold(hash, |h, byte| mix(h, u64::from(*byte)));
    hash ^ (hash >> 32)
}

/// Items by a key, those of one key in reading order: an open-addressed table, since the standard
/// one takes longer to hash a key than to keep it, and this runs on every letter that is typed.
pub(super) struct Groups {
    /// For each slot the first item of its key.
    slots: Vec<u32>,
    /// For each item the next one of its key.
    next: Vec<u32>,
    /// For each item its key.
    keys: Vec<u64>,
}

const NONE: u32 = u32::MAX;

impl Groups {
    /// Groups items that have these keys.
    pub(super) fn new(keys: Vec<u64>) -> Self {
        let mut slots = vec![NONE; (keys.len() * 2).next_power_of_two().max(2)];
        let mask = slots.len() - 1;
        let mut next = vec![NONE; keys.len()];
        // From the last to the first, so that each list is in reading order.
        for (item, key) in keys.iter().enumerate().rev() {
            let mut slot = *key as usize & mask;
            while slots[slot] != NONE && keys[slots[slot] as usize] != *key {
                slot = (slot + 1) & mask;
            }
            next[item] = std::mem::replace(&mut slots[slot], item as u32);
        }
        Self { slots, next, keys }
    }

    /// The first item of each key, in reading order.
    pub(super) fn firsts(&self) -> Vec<usize> {
        let mut first = vec![false; self.keys.len()];
        for &item in self.slots.iter().filter(|&&item| item != NONE) {
            first[item as usize] = true;
        }
        (0..first.len()).filter(|&item| first[item]).collect()
    }

    /// The items that have company, each key once and in the order of their first item.
    pub(super) fn companies(&self) -> Vec<Vec<usize>> {
        let list = |item: usize| {
            let next = |&item: &usize| Some(self.next[item]).filter(|&n| n != NONE);
            std::iter::successors(Some(item), |item| next(item).map(|n| n as usize)).collect()
        };
        let firsts = self.firsts().into_iter().filter(|&item| self.next[item] != NONE);
        firsts.map(list).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(keys: &[u64], expected: &[&[usize]]) {
        assert_eq!(Groups::new(keys.to_vec()).companies(), expected);
    }

    #[test]
    fn what_has_one_key_is_together_in_order() {
        check(&[], &[]);
        check(&[7], &[]);
        check(&[7, 7], &[&[0, 1]]);
        check(&[1, 9, 17, 9, 1, 1, 25], &[&[0, 4, 5], &[1, 3]]);
    }

    #[test]
    fn texts_that_differ_have_other_hashes() {
        assert_eq!(hash("认真履职"), hash("认真履职"));
        assert_ne!(hash("认真履职"), hash("认真履责"));
        assert_ne!(hash(""), hash("\0"));
    }
}
