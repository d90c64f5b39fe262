//! Characters as a scanner sees them: classes, folded widths, neighbours.
//!
//! Folding never makes a second string: `fold` maps one character at a time, so that offsets stay
//! those of the original text.

/// The half-width form of a full-width ASCII character (`１` → `1`, `％` → `%`), itself otherwise.
#[must_use]
pub fn fold(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from((c as u32 - 0xFF01 + 0x21) as u8),
        '\u{3000}' | '\u{A0}' => ' ',
        _ => c,
    }
}

/// Whether `c` is a Han character, 〇 and the extension planes included (𠮷).
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{3400}'..='\u{4DBF}' | '〇' | '\u{20000}'..='\u{323AF}' | '\u{F900}'..='\u{FAFF}')
}

/// Whether `c` is an Arabic digit of either width.
#[must_use]
pub fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c)
}

/// Whether `c` is a blank inside a line: space, tab, no-break space, U+3000 and their kin.
#[must_use]
pub fn is_blank(c: char) -> bool {
    matches!(c, ' ' | '\t' | '\u{A0}' | '\u{3000}' | '\u{2000}'..='\u{200A}' | '\u{202F}')
}

/// Whether `c` ends a sentence.
#[must_use]
pub fn is_sentence_end(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '!' | '?')
}

/// The character before byte `at`.
#[must_use]
pub fn before(text: &str, at: usize) -> Option<char> {
    text[..at].chars().next_back()
}

/// The character that starts at byte `at`.
#[must_use]
pub fn after(text: &str, at: usize) -> Option<char> {
    text[at..].chars().next()
}

/// The length in bytes of the longest prefix whose characters all satisfy `accept`.
#[must_use]
pub fn run(text: &str, accept: impl Fn(char) -> bool) -> usize {
    text.char_indices().find(|&(_, c)| !accept(c)).map_or(text.len(), |(i, _)| i)
}

/// Where the suffix begins whose characters all satisfy `accept` (in bytes; `text.len()` if none).
#[must_use]
pub fn run_back(text: &str, accept: impl Fn(char) -> bool) -> usize {
    text.char_indices().rev().take_while(|&(_, c)| accept(c)).last().map_or(text.len(), |(i, _)| i)
}
