//! A fixed set of words, looked up at a place in a text.

use super::order;

/// Bits of the filter; a power of two.
const FILTER_BITS: usize = 4096;

/// Words by first character, with a filter on the first two in front, so that a scan that asks at
/// every character of a report pays one bit test for nearly all of them.
pub struct Lexicon {
    filter: [u64; FILTER_BITS / 64],
    /// By first character, the longest word first.
    rows: Vec<(char, &'static str)>,
}

/// The bit of the filter that stands for two characters in a row.
fn bit(first: char, second: char) -> usize {
    (first as usize).wrapping_mul(31).wrapping_add((second as usize).wrapping_mul(17)) % FILTER_BITS
}

impl Lexicon {
    /// The lexicon of these words; those of less than two characters are left out.
    #[must_use]
    pub fn new(words: impl IntoIterator<Item = &'static str>) -> Self {
        let (mut filter, mut rows) = ([0; FILTER_BITS / 64], Vec::new());
        for word in words {
            let mut chars = word.chars();
            if let (Some(first), Some(second)) = (chars.next(), chars.next()) {
                let bit = bit(first, second);
                filter[bit / 64] |= 1 << (bit % 64);
                rows.push((first, word));
            }
        }
        order::sort_by_key(&mut rows, |&(c, word)| (c, std::cmp::Reverse(word.len()), word));
        Self { filter, rows }
    }

    /// The places in `text`, in bytes, where a word may begin, or a character that `also` accepts.
    pub fn places(&self, text: &str, also: fn(char) -> bool) -> impl Iterator<Item = usize> {
        let mut chars = text.char_indices();
        let mut held = chars.next();
        std::iter::from_fn(move || {
            loop {
                let (at, first) = held?;
                held = chars.next();
                let begins = |(_, second): (usize, char)| {
                    let bit = bit(first, second);
                    self.filter[bit / 64] & (1 << (bit % 64)) != 0
                };
                if held.is_some_and(begins) || also(first) {
                    return Some(at);
                }
            }
        })
    }

    /// The longest word that `text` begins with.
    #[must_use]
    pub fn longest(&self, text: &str) -> Option<&'static str> {
        let first = text.chars().next()?;
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
        assert_eq!(lexicon.longest("三查"), None);
        assert_eq!(lexicon.longest("www.a.cn"), Some("www"));
        assert_eq!(lexicon.longest("四"), None);
        assert_eq!(lexicon.longest(""), None);
    }

    #[test]
    fn places_miss_no_word() {
        let lexicon = Lexicon::new(["三农", "www"]);
        let places: Vec<_> = lexicon.places("抓三农，www（三农", |c| c == '（').collect();
        for at in [3, 12, 15, 18] {
            assert!(places.contains(&at), "{at}");
        }
    }
}
