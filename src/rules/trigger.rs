//! One search for the trigger words of all rules.

use super::{BlockView, Checked, RULES, Site};
use crate::text::order;
use std::sync::OnceLock;

/// The words of all rules by their first character, behind a filter that turns most characters away.
struct Index {
    /// A bit for each character of the basic plane.
    filter: Vec<u64>,
    rows: Vec<Row>,
}

/// A word, its first character and the rule that it sets off.
struct Row {
    first: char,
    word: &'static str,
    rule: u8,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let mut rows: Vec<Row> = Vec::new();
        for (rule, number) in RULES.iter().zip(0_u8..) {
            for word in rule.triggers() {
                let first = word.chars().next();
                rows.extend(first.map(|first| Row { first, word, rule: number }));
            }
        }
        order::sort_by_key(&mut rows, |row| row.first);
        let mut filter = vec![0; 1 << 10];
        for row in &rows {
            let (at, bit) = place(row.first);
            filter[at] |= bit;
        }
        Index { filter, rows }
    })
}

/// Where the filter keeps a character.
fn place(c: char) -> (usize, u64) {
    let c = c as usize;
    (c / 64 % (1 << 10), 1 << (c % 64))
}

/// Lets every rule look at the places of its words, in reading order.
pub(super) fn check(block: &BlockView<'_>, checked: &mut Checked) {
    let index = index();
    for (at, c) in block.text.char_indices() {
        let (slot, bit) = place(c);
        if index.filter[slot] & bit == 0 {
            continue;
        }
        let from = index.rows.partition_point(|row| row.first < c);
        let rest = &block.text[at..];
        for row in index.rows[from..].iter().take_while(|row| row.first == c) {
            if rest.starts_with(row.word) {
                RULES[row.rule as usize].check_at(&Site { block, at, word: row.word }, checked);
            }
        }
    }
}
