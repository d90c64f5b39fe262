//! Writing edits into the file, and reading what was written.

use super::plan::{Plan, Planner};
use super::{PatchError, PatchNote, PatchOptions, Patched, Reason, Skipped, package, write};
use crate::document::Edit;
use crate::export::xml;
use crate::reader::source::{self, Source};
use crate::reader::{self, ReadOptions, tidied};
use std::collections::BTreeMap;
use std::ops::Range;

/// After so many attempts that read otherwise than they should, none is trusted.
const MOST_ATTEMPTS: usize = 8;

/// Writes `edits` into the docx in `original`. They count in the text that reading the same bytes
/// gives, on the side of tracked changes that `options` names, and are in order and disjoint.
///
/// Only the parts of the archive and in them the texts that an edit touches change; without edits
/// the result is `original`. What was written is read again, so that the result says what it should
/// but for [`Patched::skipped`]. Blank lines do not count there, since reading leaves them out.
///
/// # Errors
/// If the original cannot be read, or not be written.
pub fn patch_docx(
    original: &[u8],
    edits: &[Edit],
    options: &PatchOptions,
) -> Result<Patched, PatchError> {
    let read_options = ReadOptions { revisions: options.revisions, ..ReadOptions::default() };
    let source = source::read(original, &read_options)?;
    let written: Vec<Edit> = edits.iter().map(cleaned).collect();
    let mut skipped = misplaced(&source.document.text, &written);
    for _ in 0..MOST_ATTEMPTS {
        let plan = plan(&source, &written, &mut skipped, options.tracked.is_some());
        if plan.is_empty() {
            return Ok(patched(original.to_vec(), edits, skipped, Vec::new()));
        }
        let part = source.encode(write::write(&source, plan, options.tracked.as_ref()));
        let (bytes, is_signed) = package::replace(original, source.part, &part)?;
        let notes = is_signed.then_some(PatchNote::Signed).into_iter().collect();
        let expected = Expected::new(&source.document.text, &written, &skipped);
        let read = reader::read(&bytes, &read_options).map_err(|_| PatchError::Unfaithful)?;
        let wrong = expected.edits_at_fault(&read.text);
        if wrong.is_empty() {
            return Ok(patched(bytes, edits, skipped, notes));
        }
        skipped.extend(wrong.into_iter().map(|index| (index, Reason::Unfaithful)));
    }
    Err(PatchError::Unfaithful)
}

fn patched(
    bytes: Vec<u8>,
    edits: &[Edit],
    skipped: BTreeMap<usize, Reason>,
    notes: Vec<PatchNote>,
) -> Patched {
    let skipped = skipped.into_iter();
    let skipped = skipped.map(|(index, reason)| Skipped { edit: edits[index].clone(), reason });
    Patched { bytes, skipped: skipped.collect(), notes }
}

/// What all edits change that are not `skipped`, to which those come that cannot be done.
fn plan(
    source: &Source,
    edits: &[Edit],
    skipped: &mut BTreeMap<usize, Reason>,
    is_tracked: bool,
) -> Plan {
    let mut planner = Planner::new(source, is_tracked);
    for (index, edit) in edits.iter().enumerate() {
        if !skipped.contains_key(&index)
            && let Err(reason) = planner.edit(edit)
        {
            skipped.insert(index, reason);
        }
    }
    planner.finish()
}

/// An edit whose replacement has only characters that a document has and XML can write.
fn cleaned(edit: &Edit) -> Edit {
    let text = edit.replacement.replace("\r\n", "\n");
    let replacement = text.chars().filter_map(tidied).filter(|c| xml::is_allowed(*c)).collect();
    Edit { span: edit.span, replacement }
}

/// The edits that do not lie in the text, or not after the one before.
fn misplaced(text: &str, edits: &[Edit]) -> BTreeMap<usize, Reason> {
    let mut free = 0;
    let wrong = edits.iter().enumerate().filter(|(_, edit)| {
        let span = edit.span;
        let fits = span.start >= free && text.get(span.range()).is_some();
        if fits {
            free = span.end;
        }
        !fits
    });
    wrong.map(|(index, _)| (index, Reason::NoPlace)).collect()
}

/// The text that the file should read as.
struct Expected {
    text: String,
    /// Where in it the replacement of each edit stands.
    places: Vec<(usize, Range<usize>)>,
}

impl Expected {
    fn new(text: &str, edits: &[Edit], skipped: &BTreeMap<usize, Reason>) -> Self {
        let mut expected = Self { text: String::with_capacity(text.len()), places: Vec::new() };
        let mut done = 0;
        for (index, edit) in edits.iter().enumerate() {
            if skipped.contains_key(&index) {
                continue;
            }
            expected.text.push_str(&text[done..edit.span.start as usize]);
            let start = expected.text.len();
            expected.text.push_str(&edit.replacement);
            expected.places.push((index, start..expected.text.len()));
            done = edit.span.end as usize;
        }
        expected.text.push_str(&text[done..]);
        expected
    }

    /// The edits because of which `read` says something else: those of the lines that differ; if
    /// lines are missing, those that are next to the first that differs.
    fn edits_at_fault(&self, read: &str) -> Vec<usize> {
        let (own, other) = (lines(&self.text), lines(read));
        let differ = |(own, other): (&(usize, &str), &(usize, &str))| own.1 != other.1;
        let first = own.iter().zip(&other).position(|(own, other)| differ((own, other)));
        if own.len() == other.len() {
            let wrong = own.iter().zip(&other).filter(|&pair| differ(pair));
            let wrong = wrong.map(|(line, _)| self.touching(line.0..line.0 + line.1.len()));
            let wrong: Vec<usize> = wrong.flatten().collect();
            return match first {
                Some(first) if wrong.is_empty() => self.before(own[first].0),
                _ => wrong,
            };
        }
        let line = own.get(first.unwrap_or(own.len().min(other.len())));
        let line = line.map_or(self.text.len()..self.text.len(), |(at, l)| *at..at + l.len());
        let wrong = self.touching(line.clone());
        if wrong.is_empty() { self.before(line.start) } else { wrong }
    }

    /// The edits whose replacements touch `place`.
    fn touching(&self, place: Range<usize>) -> Vec<usize> {
        let first = self.places.partition_point(|(_, own)| own.end < place.start);
        let near = self.places[first..].iter().take_while(|(_, own)| own.start <= place.end);
        near.map(|(index, _)| *index).collect()
    }

    /// The last edit before byte `at`, else the first of all.
    fn before(&self, at: usize) -> Vec<usize> {
        let after = self.places.partition_point(|(_, own)| own.start <= at);
        let nearest = self.places.get(after.saturating_sub(1));
        nearest.map(|(index, _)| *index).into_iter().collect()
    }
}

/// The lines of a text that are not blank, with where they begin.
fn lines(text: &str) -> Vec<(usize, &str)> {
    let mut at = 0;
    let lines = text.split('\n').map(|line| {
        let start = at;
        at += line.len() + 1;
        (start, line)
    });
    lines.filter(|(_, line)| !line.trim().is_empty()).collect()
}
