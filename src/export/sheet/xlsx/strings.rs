//! The texts of all cells, each once: `sharedStrings.xml`. They could stand in the cells, but
//! not every program that shows a workbook on a telephone looks there.

use super::{book, style};
use crate::export::package::Xml;
use std::collections::BTreeMap;

/// How a part of a text looks.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Ink {
    /// As the cell does, where it is all of the text.
    Words,
    /// Bold and red.
    Blank,
}

/// The texts with their numbers.
#[derive(Default)]
pub(super) struct Strings {
    known: BTreeMap<Vec<(Ink, String)>, usize>,
    uses: usize,
}

impl Strings {
    /// The number of a text.
    pub(super) fn number(&mut self, runs: Vec<(Ink, String)>) -> usize {
        self.uses += 1;
        let next = self.known.len();
        *self.known.entry(runs).or_insert(next)
    }

    /// The part.
    pub(super) fn write(&self) -> Vec<u8> {
        let (uses, count) = (self.uses.to_string(), self.known.len().to_string());
        let mut list: Vec<_> = self.known.iter().collect();
        list.sort_unstable_by_key(|(_, number)| **number);
        let attributes = [("xmlns", book::MAIN), ("count", &uses), ("uniqueCount", &count)];
        let mut xml = Xml::new("sst", &attributes);
        for (runs, _) in list {
            xml.open("si", &[]);
            match runs.as_slice() {
                [(_, text)] => xml.text("t", &escaped(text)),
                runs => runs.iter().for_each(|(ink, text)| write_run(&mut xml, *ink, text)),
            }
            xml.close();
        }
        xml.finish()
    }
}

fn write_run(xml: &mut Xml, ink: Ink, text: &str) {
    xml.open("r", &[]);
    xml.open("rPr", &[]);
    style::write_font(xml, "rFont", &style::INKS[ink as usize]);
    xml.close();
    xml.text("t", &escaped(text));
    xml.close();
}

/// `_x0041_` is read as A (ECMA-376 part 1, clause 22.9.2.19); text that looks so has its first
/// character written in that way.
fn escaped(text: &str) -> String {
    let is_escape = |at: usize| {
        let digits = text.as_bytes().get(at + 2..at + 7);
        digits.is_some_and(|d| d[..4].iter().all(u8::is_ascii_hexdigit) && d[4] == b'_')
    };
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for (at, _) in text.match_indices("_x").filter(|(at, _)| is_escape(*at)) {
        out.push_str(&text[done..at]);
        out.push_str("_x005F");
        done = at;
    }
    out + &text[done..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_looks_like_an_escape_is_none() {
        for (text, expected) in [
            ("_x0041_", "_x005F_x0041_"),
            ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
            ("_x_x00e9_甲", "_x_x005F_x00e9_甲"),
            ("_x004", "_x004"),
            ("_x甲乙_", "_x甲乙_"),
            ("a_b", "a_b"),
        ] {
            assert_eq!(escaped(text), expected);
        }
    }

    #[test]
    fn a_text_stands_there_once() {
        let mut strings = Strings::default();
        let mut number = |text: &str| strings.number(vec![(Ink::Words, text.to_owned())]);
        assert_eq!([number("乙"), number("甲"), number("乙")], [0, 1, 0]);
        let xml = String::from_utf8(strings.write()).unwrap();
        let list = "count=\"3\" uniqueCount=\"2\"><si><t xml:space=\"preserve\">乙</t></si>";
        assert!(xml.contains(list), "{xml}");
    }
}
