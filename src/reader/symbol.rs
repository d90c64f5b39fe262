//! The signs of symbol fonts that forms use: boxes and ticks. Others are ornament.

/// Fonts, the codes of their signs, and what those mean.
const SYMBOLS: &[(&str, &[u8], &str)] = &[
    ("Wingdings", &[0x6F, 0x71, 0x72, 0xA8], "□"),
    ("Wingdings", &[0xFE, 0xFD, 0x78], "☑"),
    ("Wingdings", &[0xFC], "√"),
    ("Wingdings 2", &[0x2A, 0x30, 0xA3], "□"),
    ("Wingdings 2", &[0x52, 0x53, 0x54], "☑"),
    ("Wingdings 2", &[0x50], "√"),
    ("Symbol", &[0xB7], "•"),
    ("Symbol", &[0xB4], "×"),
    ("Symbol", &[0xB1], "±"),
    ("Symbol", &[0xB3], "≥"),
    ("Symbol", &[0xA3], "≤"),
];

/// What the sign `code` of the font with this name means; empty for ornament.
pub(super) fn meaning(font: &str, code: u8) -> &'static str {
    let found = SYMBOLS.iter().find(|(own, codes, _)| *own == font && codes.contains(&code));
    found.map_or("", |(.., meaning)| meaning)
}

/// The symbol font that `name` is: `ABCDEF+Wingdings2` is Wingdings 2.
pub(super) fn font(name: &str) -> Option<&'static str> {
    let name = name.split_once('+').map_or(name, |(_, name)| name);
    let is = |own: &str| {
        let plain =
            name.strip_suffix("-Regular").or_else(|| name.strip_suffix("MT")).unwrap_or(name);
        plain.chars().filter(|c| !matches!(c, ' ' | '-')).eq(own.chars().filter(|c| *c != ' '))
    };
    SYMBOLS.iter().map(|row| row.0).find(|own| is(own))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fonts_are_known_by_their_names_in_a_file() {
        for (name, expected) in [
            ("Wingdings", Some("Wingdings")),
            ("ABCDEF+Wingdings2", Some("Wingdings 2")),
            ("AAAAAA+Wingdings-Regular", Some("Wingdings")),
            ("SymbolMT", Some("Symbol")),
            ("SimSun", None),
        ] {
            assert_eq!(font(name), expected, "{name}");
        }
    }
}
