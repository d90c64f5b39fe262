//! The characters of simple fonts: by their code in a base encoding, and by the names that glyphs have
//! (ISO 32000-1, annex D; Adobe Glyph List).

use crate::reader::legacy_encoding;

/// The names of ASCII characters that are no letters, with what they name.
const NAMES: &[(&str, &str)] = &[
    ("space", " "),
    ("exclam", "!"),
    ("quotedbl", "\""),
    ("numbersign", "#"),
    ("dollar", "$"),
    ("percent", "%"),
    ("ampersand", "&"),
    ("quotesingle", "'"),
    ("parenleft", "("),
    ("parenright", ")"),
    ("asterisk", "*"),
    ("plus", "+"),
    ("comma", ","),
    ("hyphen", "-"),
    ("minus", "−"),
    ("period", "."),
    ("slash", "/"),
    ("zero", "0"),
    ("one", "1"),
    ("two", "2"),
    ("three", "3"),
    ("four", "4"),
    ("five", "5"),
    ("six", "6"),
    ("seven", "7"),
    ("eight", "8"),
    ("nine", "9"),
    ("colon", ":"),
    ("semicolon", ";"),
    ("less", "<"),
    ("equal", "="),
    ("greater", ">"),
    ("question", "?"),
    ("at", "@"),
    ("bracketleft", "["),
    ("backslash", "\\"),
    ("bracketright", "]"),
    ("asciicircum", "^"),
    ("underscore", "_"),
    ("grave", "`"),
    ("braceleft", "{"),
    ("bar", "|"),
    ("braceright", "}"),
    ("asciitilde", "~"),
    ("quoteleft", "‘"),
    ("quoteright", "’"),
    ("quotedblleft", "“"),
    ("quotedblright", "”"),
    ("quotesinglbase", "‚"),
    ("quotedblbase", "„"),
    ("endash", "–"),
    ("emdash", "—"),
    ("bullet", "•"),
    ("periodcentered", "·"),
    ("ellipsis", "…"),
    ("perthousand", "‰"),
    ("degree", "°"),
    ("multiply", "×"),
    ("divide", "÷"),
    ("plusminus", "±"),
    ("section", "§"),
    ("paragraph", "¶"),
    ("dagger", "†"),
    ("daggerdbl", "‡"),
    ("copyright", "©"),
    ("registered", "®"),
    ("trademark", "™"),
    ("Euro", "€"),
    ("sterling", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("currency", "¤"),
    ("mu", "µ"),
    ("fraction", "⁄"),
    ("guillemotleft", "«"),
    ("guillemotright", "»"),
    ("guilsinglleft", "‹"),
    ("guilsinglright", "›"),
    ("fi", "fi"),
    ("fl", "fl"),
    ("ff", "ff"),
    ("ffi", "ffi"),
    ("ffl", "ffl"),
    ("nbspace", "\u{A0}"),
    ("sfthyphen", "-"),
    ("germandbls", "ß"),
    ("ae", "æ"),
    ("AE", "Æ"),
    ("oe", "œ"),
    ("OE", "Œ"),
    ("oslash", "ø"),
    ("Oslash", "Ø"),
    ("aring", "å"),
    ("Aring", "Å"),
    ("ccedilla", "ç"),
    ("Ccedilla", "Ç"),
    ("ntilde", "ñ"),
    ("Ntilde", "Ñ"),
    ("lessequal", "≤"),
    ("greaterequal", "≥"),
    ("notequal", "≠"),
    ("infinity", "∞"),
    ("arrowright", "→"),
    ("onesuperior", "¹"),
    ("twosuperior", "²"),
    ("threesuperior", "³"),
    ("onehalf", "½"),
    ("onequarter", "¼"),
    ("threequarters", "¾"),
    ("alpha", "α"),
    ("beta", "β"),
    ("gamma", "γ"),
    ("delta", "δ"),
    ("pi", "π"),
    ("Delta", "Δ"),
    ("Omega", "Ω"),
    ("checkmark", "√"),
    ("filledbox", "■"),
    ("H22073", "□"),
];

/// Accents as they end a name, with the vowels that they stand on and what comes out.
const ACCENTS: &[(&str, &str, &str)] = &[
    ("acute", "aeiouyAEIOUY", "áéíóúýÁÉÍÓÚÝ"),
    ("grave", "aeiouAEIOU", "àèìòùÀÈÌÒÙ"),
    ("circumflex", "aeiouAEIOU", "âêîôûÂÊÎÔÛ"),
    ("dieresis", "aeiouyAEIOU", "äëïöüÿÄËÏÖÜ"),
    ("tilde", "aoAO", "ãõÃÕ"),
    ("caron", "aeiouszSZ", "ǎěǐǒǔšžŠŽ"),
    ("macron", "aeiou", "āēīōū"),
];

/// The codes A1 to BF of the standard encoding, a blank for one that is not used or is two letters.
const STANDARD: &str = "¡¢£⁄¥ƒ§¤'“«‹›   –†‡· ¶•‚„”»…‰ ¿";

/// What the glyph `name` shows.
pub(super) fn text(name: &[u8]) -> Option<String> {
    let name = std::str::from_utf8(name).ok()?;
    let name = name.split('.').next().filter(|base| !base.is_empty())?;
    let mut characters = name.chars();
    if let (Some(letter), None) = (characters.next(), characters.next()) {
        return Some(letter.to_string());
    }
    if let Some((_, text)) = NAMES.iter().find(|(own, _)| *own == name) {
        return Some((*text).to_owned());
    }
    let of_number = |prefix: &str, lengths: std::ops::RangeInclusive<usize>| {
        let digits = name.strip_prefix(prefix).filter(|digits| lengths.contains(&digits.len()))?;
        let c = char::from_u32(u32::from_str_radix(digits, 16).ok()?)?;
        (!c.is_control()).then(|| c.to_string())
    };
    of_number("uni", 4..=4).or_else(|| of_number("u", 4..=6)).or_else(|| accented(name))
}

fn accented(name: &str) -> Option<String> {
    ACCENTS.iter().find_map(|(accent, letters, results)| {
        let letter = name.strip_suffix(accent)?;
        let place = letters.chars().position(|own| letter.chars().eq([own]))?;
        results.chars().nth(place).map(|c| c.to_string())
    })
}

/// What the codes 0 to FF show in the encoding `name`; the standard encoding if there is no such.
pub(super) fn base_encoding(name: &[u8]) -> Vec<Option<String>> {
    let label = match name {
        b"WinAnsiEncoding" => "windows-1252",
        b"MacRomanEncoding" => "macintosh",
        _ => return (0..=255).map(standard).collect(),
    };
    let shown = |c: char| (!c.is_control()).then(|| c.to_string());
    let codes: Vec<u8> = (0..=255).collect();
    let text = legacy_encoding::decode(&codes, label).unwrap_or_default();
    text.chars().map(shown).collect()
}

fn standard(code: u8) -> Option<String> {
    let c = match code {
        b'\'' => '’',
        b'`' => '‘',
        0x20..=0x7E => char::from(code),
        0xAE => return Some("fi".to_owned()),
        0xAF => return Some("fl".to_owned()),
        0xD0 => '—',
        0xA1..=0xBF => STANDARD.chars().nth(usize::from(code) - 0xA1)?,
        _ => return None,
    };
    (c != ' ' || code == b' ').then(|| c.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn glyphs_have_names() {
        for (name, expected) in [
            ("A", Some("A")),
            ("seven", Some("7")),
            ("uni6C34", Some("水")),
            ("u2000B", Some("𠀋")),
            ("eacute", Some("é")),
            ("ucaron", Some("ǔ")),
            ("comma.alt", Some(",")),
            ("fi", Some("fi")),
            (".notdef", None),
            ("g123", None),
            ("uni0001", None),
        ] {
            assert_eq!(text(name.as_bytes()).as_deref(), expected, "{name}");
        }
    }

    #[test]
    fn codes_stand_for_characters() {
        for (encoding, code, expected) in [
            ("WinAnsiEncoding", 0x93, Some("“")),
            ("WinAnsiEncoding", 0x41, Some("A")),
            ("MacRomanEncoding", 0xD2, Some("“")),
            ("StandardEncoding", 0x27, Some("’")),
            ("StandardEncoding", 0xAA, Some("“")),
            ("StandardEncoding", 0xAE, Some("fi")),
            ("StandardEncoding", 0xB1, Some("–")),
            ("StandardEncoding", 0xB5, None),
            ("StandardEncoding", 0xBC, Some("…")),
            ("StandardEncoding", 0xD0, Some("—")),
            ("StandardEncoding", 0x07, None),
        ] {
            let table = base_encoding(encoding.as_bytes());
            assert_eq!(table[code].as_deref(), expected, "{encoding} {code:X}");
        }
    }
}
