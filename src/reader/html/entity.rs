//! Character references: `&nbsp;`, `&#20013;`.

/// The named characters that occur in Chinese pages.
#[rustfmt::skip]
const NAMES: &[(&str, char)] = &[
    ("amp", '&'), ("apos", '\''), ("bull", '•'), ("cent", '¢'), ("copy", '©'), ("deg", '°'),
    ("divide", '÷'), ("emsp", '\u{2003}'), ("ensp", '\u{2002}'), ("euro", '€'), ("frac12", '½'),
    ("ge", '≥'), ("gt", '>'), ("hellip", '…'), ("laquo", '«'), ("larr", '←'), ("ldquo", '“'),
    ("le", '≤'), ("lsquo", '‘'), ("lt", '<'), ("mdash", '—'), ("middot", '·'), ("nbsp", '\u{A0}'),
    ("ndash", '–'), ("ne", '≠'), ("para", '¶'), ("permil", '‰'), ("plusmn", '±'), ("pound", '£'),
    ("quot", '"'), ("raquo", '»'), ("rarr", '→'), ("rdquo", '”'), ("reg", '®'), ("rsquo", '’'),
    ("sect", '§'), ("shy", '\u{AD}'), ("sup2", '²'), ("thinsp", '\u{2009}'), ("times", '×'),
    ("trade", '™'), ("uarr", '↑'), ("yen", '¥'), ("zwnj", '\u{200C}'),
];

/// The longest reference, in bytes.
const LONGEST: usize = 12;

/// The character of the reference at the start of `text`, which begins with `&`, and its length in
/// bytes. `None` if it is just an ampersand: `A&B`.
pub(super) fn read(text: &str) -> Option<(char, usize)> {
    let rest = text.strip_prefix('&')?;
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '#';
    let len = rest.find(|c| !is_part(c)).unwrap_or(rest.len()).min(LONGEST);
    let name = rest.get(..len)?;
    let closed = rest[len..].starts_with(';');
    let c = match name.strip_prefix('#') {
        Some(digits) => numbered(digits)?,
        // Without its semicolon a name may be a part of an address: `?a=1&copy=2`.
        None if closed => NAMES.iter().find(|(own, _)| *own == name)?.1,
        None => return None,
    };
    Some((c, 1 + len + usize::from(closed)))
}

/// `20013`, `x4E2D`. The numbers 128 to 159 are no characters; pages mean those of windows-1252.
fn numbered(digits: &str) -> Option<char> {
    let number = match digits.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => digits.parse().ok()?,
    };
    Some(match number {
        0x85 => '…',
        0x91 => '‘',
        0x92 => '’',
        0x93 => '“',
        0x94 => '”',
        0x95 => '•',
        0x96 => '–',
        0x97 => '—',
        _ => char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_are_characters() {
        assert_eq!(read("&ldquo;甲"), Some(('“', 7)));
        assert_eq!(read("&#20013;"), Some(('中', 8)));
        assert_eq!(read("&#x4E2D"), Some(('中', 7)));
        assert_eq!(read("&#151;"), Some(('—', 6)));
        for none in ["&", "&&", "&B", "&unknown;", "&#;", "&#x110000000;", "&copy=2", "&甲;"] {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
