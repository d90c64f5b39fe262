//! A fixed set of words, looked up at a place in a text.

/// Bits of the filter; a power of two.
const FILTER_BITS: usize = 4096;

/// Words by first character, with a filter in front, so that a scan that asks at every character
/// of a report pays one bit test for nearly all of them.
pub struct Lexicon {
    filter: [u64; FILTER_BITS / 64],
    /// By first character, the longest word first.
    rows: Vec<(char, &'static str)>,
}

impl Lexicon {
    /// The lexicon of these words; empty ones are left out.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let first = |word: &'static str| word.chars().next().map(|c| (c, word));
        let mut rows: Vec<_> = words.into_iter().filter_map(first).collect();
        rows.sort_by_key(|&(c, word)| (c, std::cmp::Reverse(word.len()), word));
        let mut filter = [0; FILTER_BITS / 64];
        for &(c, _) in &rows {
            let bit = c as usize % FILTER_BITS;
            filter[bit / 64] |= 1 << (bit % 64);
        }
        Self { filter, rows }
    }

    /// Whether a word may begin with `c`; `false` is certain.
    #[must_use]
    pub fn may_begin(&self, c: char) -> bool {
        let bit = c as usize % FILTER_BITS;
        self.filter[bit / 64] & (1 << (bit % 64)) != 0
    }

    /// The longest word that `text` begins with.
    #[must_use]
    pub fn longest(&self, text: &str) -> Option<&'static str> {
        let first = text.chars().next()?;
        if !self.may_begin(first) {
            return None;
        }
        let from = self.rows.partition_point(|(c, _)| *c < first);
        let same = self.rows[from..].iter().take_while(|(c, _)| *c == first);
        same.map(|&(_, word)| word).find(|word| text.starts_with(word))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_word_wins() {
        let lexicon = Lexicon::new(["三农", "三保障", "三", "", "www"]);
        assert_eq!(lexicon.longest("三保障和三农"), Some("三保障"));
        assert_eq!(lexicon.longest("三农"), Some("三农"));
        assert_eq!(lexicon.longest("三查"), Some("三"));
        assert_eq!(lexicon.longest("www.a.cn"), Some("www"));
        assert_eq!(lexicon.longest("四"), None);
        assert_eq!(lexicon.longest(""), None);
    }
}
