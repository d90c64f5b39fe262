//! From bytes to characters (specification §1.0): byte order mark, else strict UTF-8, else UTF-16
//! by its looks, else GB18030 or Big5, whichever gives the more common characters.

use super::{ReadError, legacy_encoding, limits, message};
use std::borrow::Cow;

/// Characters, and how they were found.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    /// The characters.
    pub(super) text: Cow<'a, str>,
    /// The name of the encoding.
    pub(super) encoding: &'static str,
    /// How many characters were lost, each now a U+FFFD.
    pub(super) lost: usize,
}

/// The encodings that are found or chosen, with their WHATWG labels.
const ENCODINGS: &[(&str, &[&str])] = &[
    ("UTF-8", &["utf-8", "utf8", "unicode-1-1-utf-8"]),
    ("UTF-16LE", &["utf-16le", "utf-16", "unicode", "ucs-2"]),
    ("UTF-16BE", &["utf-16be"]),
    ("GB18030", &["gb18030", "gbk", "gb2312", "gb_2312-80", "chinese", "x-gbk", "cp936"]),
    ("Big5", &["big5", "big5-hkscs", "cn-big5", "x-x-big5", "cp950"]),
    ("Shift_JIS", &["shift_jis", "shift-jis", "sjis", "ms_kanji"]),
    ("EUC-KR", &["euc-kr", "korean", "windows-949"]),
    ("EUC-JP", &["euc-jp", "x-euc-jp"]),
    ("windows-1252", &["windows-1252", "latin1", "iso-8859-1", "ascii"]),
];

/// Byte order marks.
const MARKS: &[(&[u8], &str)] =
    &[(b"\xEF\xBB\xBF", "UTF-8"), (b"\xFF\xFE", "UTF-16LE"), (b"\xFE\xFF", "UTF-16BE")];

/// Decodes `bytes` from the encoding they look like.
///
/// # Errors
/// If they look like none, or are no text.
pub(super) fn decode(bytes: &[u8]) -> Result<Decoded<'_>, ReadError> {
    if let Some(&(mark, encoding)) = MARKS.iter().find(|(mark, _)| bytes.starts_with(mark)) {
        return from(&bytes[mark.len()..], encoding).ok_or_else(message::unknown_encoding);
    }
    let has_nul = bytes.contains(&0);
    if let (false, Ok(text)) = (has_nul, std::str::from_utf8(bytes)) {
        return Ok(Decoded { text: Cow::Borrowed(text), encoding: "UTF-8", lost: 0 });
    }
    let sample = &bytes[..bytes.len().min(limits::ENCODING_SAMPLE) & !1];
    let encoding = match utf16_by_looks(sample) {
        Some(encoding) => encoding,
        None if has_nul => return Err(message::binary("二进制文件")),
        None if is_damaged_utf8(sample) => "UTF-8",
        None => legacy_by_looks(sample),
    };
    let decoded = from(bytes, encoding).ok_or_else(message::unknown_encoding)?;
    if is_mostly_lost(&decoded) { Err(message::unknown_encoding()) } else { Ok(decoded) }
}

/// Decodes `bytes` from the encoding that was chosen by its label.
///
/// # Errors
/// If the label names no encoding.
pub(super) fn decode_as<'a>(bytes: &'a [u8], label: &str) -> Result<Decoded<'a>, ReadError> {
    let wanted = label.trim().to_ascii_lowercase();
    let named = ENCODINGS.iter().find(|(_, labels)| labels.contains(&wanted.as_str()));
    let encoding = named.ok_or_else(|| message::no_such_encoding(label.trim()))?.0;
    let mark = MARKS.iter().find(|(mark, own)| *own == encoding && bytes.starts_with(mark));
    let bytes = mark.map_or(bytes, |(mark, _)| &bytes[mark.len()..]);
    from(bytes, encoding).ok_or_else(|| message::no_such_encoding(label.trim()))
}

/// Decodes `bytes` without byte order mark from one of [`ENCODINGS`].
fn from<'a>(bytes: &'a [u8], encoding: &'static str) -> Option<Decoded<'a>> {
    let text = match encoding {
        "UTF-8" => String::from_utf8_lossy(bytes),
        "UTF-16LE" => Cow::Owned(decode_utf16(bytes, u16::from_le_bytes)),
        "UTF-16BE" => Cow::Owned(decode_utf16(bytes, u16::from_be_bytes)),
        _ => Cow::Owned(legacy_encoding::decode(bytes, encoding)?),
    };
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    Some(Decoded { text, encoding, lost })
}

/// The characters of UTF-16; half a pair or half a unit becomes U+FFFD.
fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let units = pairs.iter().map(|&pair| unit(pair));
    let mut text: String =
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
    }
    text
}

/// UTF-16 without byte order mark, if nearly all units are what reports are written with.
fn utf16_by_looks(sample: &[u8]) -> Option<&'static str> {
    let (pairs, _) = sample.as_chunks::<2>();
    if pairs.is_empty() {
        return None;
    }
    let usual =
        |unit: fn([u8; 2]) -> u16| pairs.iter().filter(|&&pair| is_usual_unit(unit(pair))).count();
    let (little, big) = (usual(u16::from_le_bytes), usual(u16::from_be_bytes));
    let looks = |count: usize, other: usize| count * 100 >= pairs.len() * 95 && count > other;
    match () {
        () if looks(little, big) => Some("UTF-16LE"),
        () if looks(big, little) => Some("UTF-16BE"),
        () => None,
    }
}

/// ASCII, common punctuation, CJK punctuation, Han, full-width forms.
fn is_usual_unit(unit: u16) -> bool {
    matches!(unit, 0x09 | 0x0A | 0x0D | 0x20..=0x7E | 0xA0 | 0xB7 | 0xD7 | 0x2010..=0x2027)
        || matches!(unit, 0x3000..=0x301F | 0x4E00..=0x9FFF | 0xFF01..=0xFF5E | 0x2460..=0x249B)
}

/// UTF-8 with a few broken bytes: a file that was cut off, or mended by a careless tool.
fn is_damaged_utf8(sample: &[u8]) -> bool {
    let text = String::from_utf8_lossy(sample);
    let lost = text.matches(char::REPLACEMENT_CHARACTER).count();
    // Read as UTF-8, GBK gives nearly no character of three bytes.
    let whole =
        text.chars().filter(|&c| c.len_utf8() == 3 && c != char::REPLACEMENT_CHARACTER).count();
    whole > 0 && lost * 20 <= whole
}

/// The most frequent characters of reports, simplified and traditional. A text read with the wrong
/// table hardly has any.
const FREQUENT: &str = "的一是在不了有和工作中大人为上我以要发展这个到时地来实全年市县区政建设进行对\
会国经济民生产业加强推动新高质量服务管理领导干部安完成提升万元开重点项目问题党委组织主各化现\
為會國經濟產業強動質務領導幹開項題組織實進對這個來時發對於與們學習體";

/// GB18030 or Big5, whichever gives the more frequent characters and loses fewer.
fn legacy_by_looks(sample: &[u8]) -> &'static str {
    let score = |label: &str| {
        let text = legacy_encoding::decode(sample, label).unwrap_or_default();
        let (mut frequent, mut lost, mut all) = (0_i64, 0_i64, 1_i64);
        for c in text.chars().filter(|c| !c.is_ascii()) {
            all += 1;
            frequent += i64::from(FREQUENT.contains(c));
            lost += i64::from(c == char::REPLACEMENT_CHARACTER);
        }
        (frequent - 5 * lost) * 1000 / all
    };
    if score("big5") > score("gb18030") { "Big5" } else { "GB18030" }
}

/// Whether so much was lost that the encoding cannot be right.
fn is_mostly_lost(decoded: &Decoded<'_>) -> bool {
    decoded.lost * 100 > decoded.text.chars().count() * limits::MOST_LOST_PER_HUNDRED
}

#[cfg(test)]
mod tests {
    use super::*;

    const REPORT: &str = "2022年工作总结\n一、完成情况。全县完成投资12.3亿元，同比增长8.5%。";
    const TRADITIONAL: &str =
        "二〇二二年工作總結：全縣經濟發展，完成產業項目建設，實現增長，為民服務。";

    fn encode(text: &str, label: &str) -> Vec<u8> {
        let encoding = encoding_rs::Encoding::for_label(label.as_bytes()).unwrap();
        encoding.encode(text).0.into_owned()
    }

    fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[track_caller]
    fn check(bytes: &[u8], encoding: &str, text: &str) {
        let decoded = decode(bytes).unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_ref(), decoded.lost), (encoding, text, 0));
    }

    #[test]
    fn finds_the_encoding() {
        check(REPORT.as_bytes(), "UTF-8", REPORT);
        check(format!("\u{FEFF}{REPORT}").as_bytes(), "UTF-8", REPORT);
        check(&utf16(REPORT, u16::to_le_bytes), "UTF-16LE", REPORT);
        check(&utf16(REPORT, u16::to_be_bytes), "UTF-16BE", REPORT);
        check(
            &utf16(&format!("\u{FEFF}𠮷{REPORT}"), u16::to_be_bytes),
            "UTF-16BE",
            &format!("𠮷{REPORT}"),
        );
        check(&utf16("Report 2022", u16::to_le_bytes), "UTF-16LE", "Report 2022");
        check(&encode(REPORT, "gb18030"), "GB18030", REPORT);
        check(&encode("㙍𠮷𬭎䶮喆镕€的工作", "gb18030"), "GB18030", "㙍𠮷𬭎䶮喆镕€的工作");
        check(&encode(TRADITIONAL, "big5"), "Big5", TRADITIONAL);
        check(b"plain", "UTF-8", "plain");
    }

    #[test]
    fn damaged_text_is_read_and_counted() {
        let cut = &REPORT.as_bytes()[..REPORT.len() - 1];
        let decoded = decode(cut).unwrap();
        assert_eq!((decoded.encoding, decoded.lost), ("UTF-8", 1));
        let mut gbk = encode(REPORT, "gb18030");
        gbk.push(0xFF);
        let decoded = decode(&gbk).unwrap();
        assert_eq!((decoded.encoding, decoded.lost), ("GB18030", 1));
    }

    #[test]
    fn what_is_no_text_is_refused() {
        assert!(decode(b"\x01\x00\x02\xFF\x00\x00\x9C").is_err());
        assert!(decode(&[0xFF; 40]).is_err());
    }

    #[test]
    fn an_encoding_can_be_chosen() {
        let bytes = encode(REPORT, "gb18030");
        let decoded = decode_as(&bytes, " GBK ").unwrap();
        assert_eq!((decoded.encoding, decoded.text.as_ref()), ("GB18030", REPORT));
        assert!(decode_as(b"", "klingon").unwrap_err().message.contains("klingon"));
    }

    #[test]
    fn every_label_is_known_to_the_tables() {
        for (name, _) in ENCODINGS {
            assert!(from(b"abc", name).is_some(), "{name}");
        }
    }
}
