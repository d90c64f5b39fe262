//! Word lists as data, and the longest word of a list at an end of a text.

use super::order;
use std::sync::OnceLock;

/// A list of words that is asked often: an index by first and by last character is made once.
pub struct Words {
    list: &'static [&'static str],
    index: OnceLock<Index>,
}

impl Words {
    /// The list of these words; their order does not matter.
    #[must_use]
    pub const fn new(list: &'static [&'static str]) -> Self {
        Self { list, index: OnceLock::new() }
    }

    /// Whether `word` is one of them.
    #[must_use]
    pub fn contains(&self, word: &str) -> bool {
        self.longest_prefix_of(word).is_some_and(|longest| longest.len() == word.len())
    }

    /// Whether one of them stands anywhere in `text`.
    #[must_use]
    pub fn occur_in(&self, text: &str) -> bool {
        text.char_indices().any(|(at, _)| self.longest_prefix_of(&text[at..]).is_some())
    }

    fn index(&self) -> &Index {
        self.index.get_or_init(|| Index::new(self.list))
    }
}

/// Words by an end of theirs.
struct Index {
    first: Side,
    last: Side,
}

/// Words by one character, the longest first, behind a filter that turns most characters away.
struct Side {
    filter: [u64; 64],
    rows: Vec<(char, &'static str)>,
}

impl Index {
    fn new(list: &'static [&'static str]) -> Self {
        let first = list.iter().filter_map(|word| Some((word.chars().next()?, *word)));
        let last = list.iter().filter_map(|word| Some((word.chars().next_back()?, *word)));
        Self { first: Side::new(first.collect()), last: Side::new(last.collect()) }
    }
}

impl Side {
    fn new(mut rows: Vec<(char, &'static str)>) -> Self {
        order::sort_by_key(&mut rows, |&(c, word)| (c, std::cmp::Reverse(word.len()), word));
        let mut filter = [0; 64];
        for (c, _) in &rows {
            filter[*c as usize / 64 % 64] |= 1 << (*c as usize % 64);
        }
        Self { filter, rows }
    }

    /// The words that stand under `c`, the longest first.
    fn under(&self, c: char) -> impl Iterator<Item = &'static str> {
        let known = self.filter[c as usize / 64 % 64] >> (c as usize % 64) & 1 == 1;
        let from =
            if known { self.rows.partition_point(|(row, _)| *row < c) } else { self.rows.len() };
        self.rows[from..].iter().take_while(move |(row, _)| *row == c).map(|(_, word)| *word)
    }
}

/// Something that knows the longest of its words at an end of a text.
pub trait WordSet {
    /// The longest word that `text` begins with.
    fn longest_prefix_of(&self, text: &str) -> Option<&'static str>;

    /// The longest word that `text` ends with.
    fn longest_suffix_of(&self, text: &str) -> Option<&'static str>;
}

impl WordSet for Words {
    fn longest_prefix_of(&self, text: &str) -> Option<&'static str> {
        self.index().first.under(text.chars().next()?).find(|word| text.starts_with(word))
    }

    fn longest_suffix_of(&self, text: &str) -> Option<&'static str> {
        self.index().last.under(text.chars().next_back()?).find(|word| text.ends_with(word))
    }
}

/// A short list needs no index.
impl<const N: usize> WordSet for [&'static str; N] {
    fn longest_prefix_of(&self, text: &str) -> Option<&'static str> {
        self.iter().copied().filter(|word| text.starts_with(word)).max_by_key(|word| word.len())
    }

    fn longest_suffix_of(&self, text: &str) -> Option<&'static str> {
        self.iter().copied().filter(|word| text.ends_with(word)).max_by_key(|word| word.len())
    }
}

/// The longest of `words` that `text` begins with.
#[must_use]
pub fn longest_prefix(text: &str, words: &impl WordSet) -> Option<&'static str> {
    words.longest_prefix_of(text)
}

/// The longest of `words` that `text` ends with.
#[must_use]
pub fn longest_suffix(text: &str, words: &impl WordSet) -> Option<&'static str> {
    words.longest_suffix_of(text)
}

/// `text` without the longest of `words` at its end, if one stands there.
#[must_use]
pub fn strip_suffix<'t>(text: &'t str, words: &impl WordSet) -> Option<&'t str> {
    words.longest_suffix_of(text).map(|word| &text[..text.len() - word.len()])
}

/// Whether `text` begins with one of `words`.
#[must_use]
pub fn starts_with_any(text: &str, words: &impl WordSet) -> bool {
    words.longest_prefix_of(text).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_index_says_what_a_plain_search_says() {
        const LIST: [&str; 6] = ["新增", "新建改造", "新建", "增", "完成", "建"];
        static WORDS: Words = Words::new(&LIST);
        for text in ["新建改造", "新建房屋", "新", "增长", "", "大力新增", "重建", "完成", "a"]
        {
            assert_eq!(longest_prefix(text, &WORDS), longest_prefix(text, &LIST), "{text}");
            assert_eq!(longest_suffix(text, &WORDS), longest_suffix(text, &LIST), "{text}");
        }
        assert!(WORDS.contains("新建") && !WORDS.contains("新建房屋"));
    }
}
