//! Broken files: every fixture is damaged in thousands of ways, each of which must give a sound
//! document or an error.
//!
//! `HEGAO_MUTATIONS=60 cargo test --release --test it mutations -- --nocapture` goes on for a minute
//! instead of a few seconds. A failure names the file and the round; the same round damages it in
//! the same way again.

use super::{FILES, PLAIN_FILES, PRINTED_FILES, path};
use cpu_time::ThreadTime;
use hegao::document::{Document, Format};
use hegao::reader::{self, ReadOptions};
use std::io::{Cursor, Read, Write};
use std::panic::catch_unwind;
use std::time::{Duration, Instant};
use zip::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Seconds that the runner takes if nobody says otherwise.
const SECONDS: u64 = 4;

/// No damaged file of some kilobytes may take longer, even in a debug build.
const LONGEST: Duration = Duration::from_secs(2);

/// A small generator instead of randomness: the same numbers on every run.
pub(crate) struct Numbers(pub(crate) u64);

impl Numbers {
    fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % limit.max(1)
    }
}

/// Bytes that mean something in one of the formats.
const TELLING: &[&[u8]] = &[
    b"<", b">", b"</", b"&#", b"\"", b"{", b"}", b"\\", b"\\u-1 ", b"\\'8", b"%9", b"\x07",
    b"\x13", b"\x14", b"\x15", b"\xFF\xFF\xFF\xFF", b"\0\0\0\0", b"\x7F\xFF", b"\x80", b"<w:p>",
    b"<td>", b"4294967295", b"-1", b"\\bin99999 ", b" 0 R", b"endobj", b"stream", b"<<", b"]",
    b"(", b" Do ", b"/Kids", b"1e9 ",
];

/// Damages `bytes` in a few places.
fn damage(bytes: &mut Vec<u8>, numbers: &mut Numbers) {
    for _ in 0..=numbers.below(6) {
        let at = numbers.below(bytes.len());
        let len = numbers.below(40).min(bytes.len() - at);
        match numbers.below(7) {
            0 => bytes.truncate(at),
            1 => drop(bytes.drain(at..at + len)),
            2 => {
                let copy = bytes[at..at + len].to_vec();
                let to = numbers.below(bytes.len());
                bytes.splice(to..to, copy);
            }
            3 => {
                let telling = TELLING[numbers.below(TELLING.len())];
                bytes.splice(at..at, telling.iter().copied());
            }
            4 => {
                let telling = TELLING[numbers.below(TELLING.len())];
                let end = (at + telling.len()).min(bytes.len());
                bytes.splice(at..end, telling.iter().copied());
            }
            _ if bytes.is_empty() => {}
            5 => bytes[at] ^= 1 << numbers.below(8),
            _ => bytes[at] = numbers.below(256) as u8,
        }
    }
}

/// A damaged copy of a file. What is compressed would not open any more, so in an archive a part is
/// damaged and packed again, most of the time.
pub(crate) fn damaged(bytes: &[u8], numbers: &mut Numbers) -> Vec<u8> {
    let mut copy = bytes.to_vec();
    if !bytes.starts_with(b"PK") || numbers.below(5) == 0 {
        damage(&mut copy, numbers);
        return copy;
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("the fixture opens");
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let chosen = numbers.below(archive.len());
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).expect("the part opens");
        let mut content = Vec::new();
        part.read_to_end(&mut content).expect("the part is whole");
        if index == chosen || numbers.below(4) == 0 {
            damage(&mut content, numbers);
        }
        let name = part.name().expect("the name is text").into_owned();
        packed.start_file(name, SimpleFileOptions::default()).expect("a new part");
        packed.write_all(&content).expect("memory takes it");
    }
    packed.finish().expect("memory takes it").into_inner()
}

/// What every document promises, whatever it was read from.
fn check(document: &Document) {
    let mut end = 0;
    for block in &document.blocks {
        let range = block.span.range();
        let gap = document.text.get(end..range.start).expect("blocks lie in order");
        assert!(gap.trim().is_empty(), "text between blocks: {gap}");
        assert!(document.text.get(range.clone()).is_some(), "a block lies in the text");
        end = range.end;
    }
    assert!(document.text[end..].trim().is_empty(), "text after the last block");
    // A text file may hold any character that its encoding has.
    let is_text = matches!(document.source.format, Format::Text | Format::Markdown);
    let has_control = document.text.contains(['\r', '\0', '\u{7}', '\u{13}']);
    assert!(is_text || !has_control, "control characters");
}

#[test]
fn mutations_are_documents_or_errors() {
    let seconds = std::env::var("HEGAO_MUTATIONS").ok().and_then(|text| text.parse().ok());
    let limit = Duration::from_secs(seconds.unwrap_or(SECONDS));
    let names = FILES.iter().chain(PLAIN_FILES).chain(PRINTED_FILES).map(|(name, _)| *name);
    let files: Vec<(&str, Vec<u8>)> =
        names.map(|name| (name, std::fs::read(path(name)).expect("readable"))).collect();
    let (begin, mut rounds, mut read) = (Instant::now(), 0_u64, 0_u64);
    let mut slowest = (Duration::ZERO, "");
    while begin.elapsed() < limit {
        for (name, bytes) in &files {
            let mut numbers =
                Numbers(0x2545_F491_4F6C_DD1D ^ (rounds + 1).wrapping_mul(0x9E37_79B9));
            let broken = damaged(bytes, &mut numbers);
            let start = ThreadTime::now();
            let sound = catch_unwind(|| {
                let result = reader::read(&broken, &ReadOptions::default());
                result.as_ref().map(check).is_ok()
            });
            let taken = start.elapsed();
            slowest = slowest.max((taken, name));
            assert!(taken < LONGEST, "{name}, round {rounds}: too slow");
            let Ok(sound) = sound else { panic!("{name}, round {rounds}") };
            read += u64::from(sound);
        }
        rounds += 1;
    }
    let all = rounds * files.len() as u64;
    println!("{all} damaged files: {read} were documents, the others errors");
    println!("the slowest took {:?}: {}", slowest.0, slowest.1);
    // Linux tells how much memory there was at most.
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    println!("{}", status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or_default());
}
