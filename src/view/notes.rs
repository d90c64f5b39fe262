//! The numbered notes of the printed report: what is open and what is wrong, in reading order.

use super::checklist::blank_label;
use super::desk::{Desk, Mark, blank_place};
use crate::text::Span;
use std::collections::BTreeMap;

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Note {
    /// What it is about: a blank or a finding.
    pub mark: Mark,
    /// Where it stands in the text.
    pub span: Span,
    /// What it says: a blank's name, a finding's message.
    pub text: String,
}

/// All notes, and the number of each, from 1.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Notes {
    /// In reading order: the first is number 1.
    pub list: Vec<Note>,
    blanks: BTreeMap<u32, usize>,
    findings: BTreeMap<u32, usize>,
}

impl Notes {
    /// The notes of a report: its open blanks, and its findings but those that are ignored.
    #[must_use]
    pub fn of(desk: &Desk) -> Self {
        let open = desk.draft().open_blanks().filter(|(index, _)| desk.is_open(*index));
        let blanks = open.map(|(index, blank)| Note {
            mark: Mark::Blank(index),
            span: blank_place(blank),
            text: blank_label(desk, index),
        });
        let findings = (0_u32..).zip(desk.findings()).filter(|(_, f)| !desk.draft().is_ignored(f));
        let findings = findings.map(|(index, finding)| Note {
            mark: Mark::Finding(index),
            span: finding.span,
            text: finding.message.clone(),
        });
        let mut notes = Self { list: blanks.chain(findings).collect(), ..Self::default() };
        notes.list.sort_by_key(|note| note.span);
        for (number, note) in (1..).zip(&notes.list) {
            match note.mark {
                Mark::Blank(index) => _ = notes.blanks.insert(index, number),
                Mark::Finding(index) => _ = notes.findings.insert(index, number),
                Mark::Metric(_) => {}
            }
        }
        notes
    }

    /// The number of the note on a mark.
    #[must_use]
    pub fn number(&self, mark: Mark) -> Option<usize> {
        match mark {
            Mark::Blank(index) => self.blanks.get(&index).copied(),
            Mark::Finding(index) => self.findings.get(&index).copied(),
            Mark::Metric(_) => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::desk;
    use super::*;

    #[test]
    fn numbers_what_is_open_and_what_is_wrong() {
        let mut draft = desk().draft().clone();
        draft.fill(0, "35", "").unwrap();
        draft.ignore(1, true);
        let notes = Notes::of(&desk().next(draft));
        let marks: Vec<Mark> = notes.list.iter().map(|note| note.mark).collect();
        assert_eq!(marks, [Mark::Finding(0), Mark::Blank(1), Mark::Finding(2)]);
        assert_eq!(notes.number(Mark::Blank(1)), Some(2));
        assert_eq!((notes.number(Mark::Blank(0)), notes.number(Mark::Finding(1))), (None, None));
        assert_eq!(notes.list[1].text, "完成投资（亿元）");
    }
}
