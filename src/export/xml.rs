//! What XML can hold, and how it is written there.

/// Whether XML 1.0 (its clause 2.2) can hold a character. What it cannot hold nobody sees either.
pub(super) const fn is_allowed(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r') || (c >= ' ' && !matches!(c, '\u{FFFE}' | '\u{FFFF}'))
}

/// `text` between two tags.
#[cfg(feature = "documents")]
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().filter(|c| is_allowed(*c)) {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            // Readers take a bare one for a line feed.
            '\r' => out.push_str("&#13;"),
            c => out.push(c),
        }
    }
    out
}

/// `text` between the quotation marks of an attribute.
#[cfg(feature = "documents")]
pub(super) fn value(text: &str) -> String {
    self::text(text).replace('"', "&quot;")
}
