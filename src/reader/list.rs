//! Automatic numbering (自动编号), the same in Word, `OpenDocument` and the old binary format: levels
//! that count, and begin again when a level above them counts on.

use super::number_format::{NumberFormat, bullet, separated};
use std::collections::{BTreeMap, BTreeSet};

/// The most levels of a list: 9 in Word, 10 in `OpenDocument`.
pub(super) const LEVELS: usize = 10;

/// One level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    /// The first number.
    pub(super) start: u32,
    /// How its number is written.
    pub(super) format: &'static NumberFormat,
    /// A number is filled with zeros up to so many digits (001); 0 and 1 fill nothing.
    pub(super) digits: usize,
    /// Whether it has a sign in place of a number.
    pub(super) bullet: bool,
    /// Its text with `%1` to `%9` for the numbers of the levels: 第%1章.
    pub(super) text: String,
    /// What stands between the number and the paragraph.
    pub(super) separator: &'static str,
    /// Whether all numbers in it are written in decimal digits: 1.1 under 一.
    pub(super) legal: bool,
    /// After which level it begins again, from 1; 0 never does. `None`: after any above it.
    pub(super) restart: Option<u8>,
}

/// A list of Word's formats (`w:num`, LFO): a definition, which lists share, and what this one
/// changes in it.
#[derive(Debug, Default)]
pub(super) struct List {
    /// The id of its definition.
    pub(super) definition: u32,
    /// Levels it defines anew.
    pub(super) overrides: BTreeMap<u8, Level>,
    /// Levels it begins anew, and with what number.
    pub(super) starts: BTreeMap<u8, u32>,
}

/// How far the lists of Word's formats have counted.
#[derive(Debug, Default)]
pub(super) struct Counters {
    /// The numbers reached, by definition: lists of one definition count on together.
    reached: BTreeMap<u32, Counter>,
    /// Lists and levels whose start has been used.
    begun: BTreeSet<(u32, u8)>,
}

impl Counters {
    /// Counts one paragraph of `list`, which has this `id`, on and gives what stands before it.
    /// `find` gives a level of the list's definition.
    pub(super) fn next<'l>(
        &mut self,
        (id, list): (u32, &'l List),
        level: u8,
        find: impl Fn(u8) -> Option<&'l Level>,
    ) -> String {
        let counter = self.reached.entry(list.definition).or_default();
        // A list with a start of its own begins there the first time it is used, and whenever a
        // level above it has counted on.
        let start = list.starts.get(&level).copied();
        let first = start.is_some() && self.begun.insert((id, level));
        let begin = start.filter(|_| first || !counter.has_begun(level));
        counter.next(level, begin, |index| list.overrides.get(&index).or_else(|| find(index)))
    }
}

/// How far a list has counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Counter([Option<u32>; LEVELS]);

impl Counter {
    /// Counts on at `level`, from 0, and gives what stands before the paragraph. With `begin` the
    /// level begins anew with that number. `find` gives the definition of a level.
    pub(super) fn next<'l>(
        &mut self,
        level: u8,
        begin: Option<u32>,
        find: impl Fn(u8) -> Option<&'l Level>,
    ) -> String {
        let index = usize::from(level).min(LEVELS - 1);
        let Some(own) = find(index as u8) else { return String::new() };
        let on = self.0[index].map_or(own.start, |number| number.saturating_add(1));
        self.0[index] = Some(begin.unwrap_or(on));
        // A level that was skipped counts as used: 2, then 2.a.I, then 2.b.
        for upper in 0..index {
            let start = find(upper as u8).map(|level| level.start);
            self.0[upper] = self.0[upper].or(start);
        }
        for lower in index + 1..LEVELS {
            let restart = find(lower as u8).and_then(|level| level.restart);
            if restart.is_none_or(|after| index < usize::from(after)) {
                self.0[lower] = None;
            }
        }
        if own.bullet {
            return format!("{}{}", bullet(&own.text), own.separator);
        }
        let text = own.write(|index| {
            let level = find(index)?;
            Some((self.0[usize::from(index)].unwrap_or(level.start), level))
        });
        if text.is_empty() { text } else { separated(text, own.separator) }
    }

    /// Whether the level has counted since the last one above it.
    fn has_begun(&self, level: u8) -> bool {
        self.0.get(usize::from(level)).is_some_and(Option::is_some)
    }
}

impl Level {
    /// Its text with numbers in it. `number` gives the number and the definition of a level.
    fn write<'l>(&self, number: impl Fn(u8) -> Option<(u32, &'l Level)>) -> String {
        let mut text = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            rest = after;
            match after.bytes().next() {
                Some(digit @ b'1'..=b'9') => {
                    if let Some((number, level)) = number(digit - b'1') {
                        text.push_str(&level.number(number, self.legal));
                    }
                    rest = &after[1..];
                }
                _ => text.push('%'),
            }
        }
        text + rest
    }

    fn number(&self, number: u32, legal: bool) -> String {
        if self.bullet {
            return String::new();
        }
        if self.digits > 1 {
            return format!("{number:0width$}", width = self.digits);
        }
        if legal { number.to_string() } else { self.format.write(number) }
    }
}

#[cfg(test)]
mod tests {
    use super::super::number_format::by_name;
    use super::*;

    fn level(format: &str, text: &str) -> Level {
        Level {
            start: 1,
            format: by_name(format),
            digits: 0,
            bullet: format == "bullet",
            text: text.to_owned(),
            separator: " ",
            legal: false,
            restart: None,
        }
    }

    /// What stands before paragraphs at these levels.
    #[track_caller]
    fn check(levels: &[Level], paragraphs: &[u8], expected: &[&str]) {
        let mut counter = Counter::default();
        let numbers: Vec<String> = paragraphs
            .iter()
            .map(|&index| counter.next(index, None, |index| levels.get(usize::from(index))))
            .collect();
        assert_eq!(numbers, expected);
    }

    #[test]
    fn levels_begin_again_after_those_above() {
        let levels = [
            level("chineseCounting", "%1、"),
            level("decimal", "%2."),
            level("lowerLetter", "%1.%2.%3)"),
        ];
        check(&levels, &[0, 1, 1, 2, 0, 1], &["一、", "1. ", "2. ", "一.2.a) ", "二、", "1. "]);
        check(&levels, &[0, 2, 1], &["一、", "一.1.a) ", "2. "]);
    }

    #[test]
    fn a_level_may_go_on_or_be_legal() {
        let goes_on = Level { restart: Some(0), ..level("decimal", "%2.") };
        let legal = Level { legal: true, ..level("decimal", "%1.%3") };
        let levels = [level("chineseCounting", "%1、"), goes_on, legal];
        check(&levels, &[0, 1, 0, 1, 2], &["一、", "1. ", "二、", "2. ", "2.1 "]);
    }

    #[test]
    fn signs_and_other_text_are_kept() {
        let padded = Level { digits: 3, ..level("decimal", "100%第%1号%") };
        check(&[padded], &[0, 0], &["100%第001号% ", "100%第002号% "]);
        check(&[level("bullet", "\u{F06C}")], &[0], &["• "]);
        check(&[level("none", "")], &[0], &[""]);
        check(&[], &[0], &[""]);
    }
}
