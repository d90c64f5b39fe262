//! W6: the jam code that Discuz forums write at the ends of lines, invisible on the page:
//! `述职报告的撰写格式+ O2 W- O: E/ I5 L9 Z`.

use super::InjectedKind::JamCode;
use super::Piece;
use crate::text::Span;

/// Finds the jam codes of `text`: runs of ASCII at the beginning or end of a line.
pub(super) fn find(text: &str, found: &mut Vec<Piece>) {
    let printable = |b: &&u8| (b' '..=b'~').contains(*b);
    let mut start = 0;
    for line in text.split('\n') {
        let bytes = line.as_bytes();
        let head = bytes.iter().take_while(printable).count();
        let tail = bytes[head..].iter().rev().take_while(printable).count();
        for (from, to) in [(0, head), (bytes.len() - tail, bytes.len())] {
            let run = &line[from..to];
            if is_jam(run) {
                let at = start + to - run.trim_start().len();
                let span = Span::new(at, start + to);
                found.push(Piece { kind: JamCode, span, confidence: 97, missing: None });
            }
        }
        start += line.len() + 1;
    }
}

/// The shortest jam code, in bytes.
const SHORTEST: usize = 10;

/// Whether `run` is chunks of one to three characters, with letters, digits and punctuation mixed
/// at random. Tables (`| a | b |`) and formulas repeat one sign.
fn is_jam(run: &str) -> bool {
    let run = run.trim();
    if run.len() < SHORTEST {
        return false;
    }
    let chunks = run.split(' ').filter(|chunk| !chunk.is_empty());
    let (mut count, mut longest, mut mixed) = (0, 0, 0);
    for chunk in chunks {
        count += 1;
        longest = longest.max(chunk.len());
        mixed += usize::from(chunk.len() > 1 && !chunk.bytes().all(|b| b.is_ascii_digit()));
    }
    let kinds = |accept: fn(&u8) -> bool| run.bytes().filter(accept).count();
    let letters = kinds(u8::is_ascii_alphabetic);
    let (digits, marks) = (kinds(u8::is_ascii_digit), kinds(u8::is_ascii_punctuation));
    let mut distinct: Vec<u8> = run.bytes().filter(u8::is_ascii_punctuation).take(64).collect();
    distinct.sort_unstable();
    distinct.dedup();
    count >= 4
        && mixed >= 3
        && longest <= 3
        && letters >= 3
        && digits >= 1
        && marks >= 3
        && distinct.len() >= 3
}
