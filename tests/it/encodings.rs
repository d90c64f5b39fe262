//! One report in every encoding is one text.

use crate::project::shared;
use hegao::document::Document;
use hegao::reader::{self, ReadOptions};

/// A report with what is rare: letters of every plane, quotation marks, blanks of every width.
const REPORT: &str = "二〇二三年度某县水利局工作总结\n\n　　今年以来，全县新建堤防12.6公里，“河长制”考核居全市第3位。\n\
    一、主要工作\n1.防汛备汛。储备编织袋1.5万条；排查隐患46处，整改率100％。\n2.农村饮水。完成投资3200万元。\n";

/// The report in one encoding: its name and the bytes.
struct Copy {
    encoding: &'static str,
    bytes: Vec<u8>,
}

fn utf16(text: &str, unit: fn(u16) -> [u8; 2]) -> Vec<u8> {
    text.encode_utf16().flat_map(unit).collect()
}

/// The report in seven encodings and with the line breaks of three systems.
fn copies() -> Vec<Copy> {
    let marked = format!("\u{FEFF}{REPORT}");
    let gb18030 = encoding_rs::GB18030.encode(REPORT).0.into_owned();
    let copy = |encoding, bytes| Copy { encoding, bytes };
    vec![
        copy("UTF-8", REPORT.into()),
        copy("UTF-8", marked.replace('\n', "\r\n").into()),
        copy("UTF-8", REPORT.replace('\n', "\r").into()),
        copy("UTF-16LE", utf16(&marked, u16::to_le_bytes)),
        copy("UTF-16BE", utf16(&marked, u16::to_be_bytes)),
        copy("UTF-16LE", utf16(REPORT, u16::to_le_bytes)),
        copy("UTF-16BE", utf16(REPORT, u16::to_be_bytes)),
        copy("GB18030", gb18030),
    ]
}

fn read(bytes: &[u8]) -> Document {
    reader::read(bytes, &ReadOptions::default()).expect("it is text")
}

#[test]
fn one_report_in_every_encoding_is_one_text() {
    for Copy { encoding, bytes } in copies() {
        let document = read(&bytes);
        assert_eq!(document.text, REPORT, "{encoding}");
        assert_eq!(document.source.encoding.as_deref(), Some(encoding));
        assert_eq!(document.source.lost_characters, 0, "{encoding}");
    }
}

#[test]
fn a_report_in_traditional_characters_is_big5() {
    let report = "二零二二年度工作總結\n今年以來，全縣經濟發展穩中有進，完成產業項目投資３２００萬元，居民收入增長８．５％。\n";
    let document = read(&encoding_rs::BIG5.encode(report).0);
    assert_eq!(document.text, report);
    assert_eq!(document.source.encoding.as_deref(), Some("Big5"));
}

#[test]
fn what_cannot_be_read_says_why() {
    let kind = |bytes: &[u8]| {
        reader::read(bytes, &ReadOptions::default()).map_err(|error| error.kind.id()).err()
    };
    assert_eq!(kind(b""), Some("empty"));
    assert_eq!(kind(b" \r\n\t"), Some("empty"));
    assert_eq!(kind(b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), Some("binary"));
    assert_eq!(kind(b"PK\x03\x04\x14\0\0\0word/document.xml"), Some("damaged"));
    assert_eq!(kind(b"%PDF-1.7"), Some("damaged"));
    assert_eq!(kind(b"%TSD-Header-###%\0\x01"), Some("encrypted"));
    assert_eq!(kind(&[0xFF; 64]), Some("unknown-encoding"));
    assert_eq!(kind(&vec![b'a'; (64 << 20) + 1]), Some("too-large"));
}

#[test]
fn any_bytes_are_text_or_an_error() {
    // A small generator instead of randomness: the same bytes on every run.
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut bytes = Vec::new();
    for round in 0..300 {
        bytes.clear();
        for _ in 0..round {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            bytes.push((state >> 32) as u8);
        }
        let _ = reader::read(&bytes, &ReadOptions::default());
    }
}

#[test]
fn the_shared_encodings_are_one_text() {
    let Some(shared) = shared() else {
        println!("skipped: there is no `shared` beside the project");
        return;
    };
    let folder = shared.join("fixtures/encodings");
    let mut files: Vec<_> =
        std::fs::read_dir(folder).expect("readable").flatten().map(|entry| entry.path()).collect();
    files.sort();
    let texts: Vec<String> = files
        .iter()
        .filter(|path| !path.to_string_lossy().contains("mojibake"))
        .map(|path| read(&std::fs::read(path).expect("readable")).text)
        .collect();
    assert_eq!(texts.len(), 7);
    // Two of them hold only the beginning, and one of those a line of rare characters more.
    let longest = texts.iter().max_by_key(|text| text.len()).expect("there are seven");
    for text in &texts {
        let common = text.trim_end().rsplit_once('\n').map_or(text.as_str(), |(head, _)| head);
        assert!(longest.starts_with(common), "{}…", text.chars().take(20).collect::<String>());
    }
}
