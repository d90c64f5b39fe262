//! The original docx filled in place: only what an edit touches changes, and what was written reads
//! as it should.

mod form;
mod left_out;
mod nested;
mod package;
mod real;
mod revisions;
mod runs;

pub(crate) use form::{form, rewritten};

use hegao::document::{Document, Edit};
use hegao::export::patch::{PatchOptions, Patched, Reason, patch_docx};
use hegao::reader::{self, ReadOptions, Revisions};
use hegao::text::Span;
use package::{body_of, package};

pub(crate) fn read(bytes: &[u8], revisions: Revisions) -> Document {
    let options = ReadOptions { revisions, ..ReadOptions::default() };
    reader::read(bytes, &options).expect("it is read")
}

/// Edits that replace the first words by the second, each found after the one before.
fn edits(text: &str, replaced: &[(&str, &str)]) -> Vec<Edit> {
    let mut from = 0;
    let edit = |(old, new): &(&str, &str)| {
        let start = from + text[from..].find(old).unwrap_or_else(|| panic!("{old} in {text}"));
        from = start + old.len();
        Edit { span: Span::new(start, from), replacement: (*new).to_owned() }
    };
    replaced.iter().map(edit).collect()
}

/// `text` after the edits.
pub(crate) fn edited(text: &str, edits: &[&Edit]) -> String {
    let (mut out, mut done) = (String::new(), 0);
    for edit in edits {
        out.push_str(&text[done..edit.span.start as usize]);
        out.push_str(&edit.replacement);
        done = edit.span.end as usize;
    }
    out + &text[done..]
}

/// The lines that are not blank: reading leaves out the others.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.split('\n').filter(|line| !line.trim().is_empty()).collect()
}

fn patch(bytes: &[u8], edits: &[Edit]) -> Patched {
    patch_docx(bytes, edits, &PatchOptions::default()).expect("it is patched")
}

/// Replaces words in the document with this body, and gives the body it becomes.
#[track_caller]
fn patched_body(body: &str, replaced: &[(&str, &str)]) -> String {
    let bytes = package(body);
    let text = read(&bytes, Revisions::Accepted).text;
    let edits = edits(&text, replaced);
    let patched = patch(&bytes, &edits);
    assert_eq!(patched.skipped, []);
    let expected = edited(&text, &edits.iter().collect::<Vec<_>>());
    let found = read(&patched.bytes, Revisions::Accepted).text;
    assert_eq!(lines(&found), lines(&expected));
    body_of(&patched.bytes)
}

/// Replaces words; the body is the same but for the first strings, which become the second.
#[track_caller]
fn check(body: &str, replaced: &[(&str, &str)], changed: &[(&str, &str)]) {
    let mut expected = body.to_owned();
    for (old, new) in changed {
        assert_eq!(expected.matches(old).count(), 1, "{old} in {expected}");
        expected = expected.replace(old, new);
    }
    assert_eq!(patched_body(body, replaced), expected);
}

/// What is skipped when words are replaced; the rest is done.
#[track_caller]
fn check_skipped(body: &str, replaced: &[(&str, &str)], expected: &[(&str, Reason)]) {
    let bytes = package(body);
    let text = read(&bytes, Revisions::Accepted).text;
    let edits = edits(&text, replaced);
    let patched = patch(&bytes, &edits);
    let skipped: Vec<_> =
        patched.skipped.iter().map(|skip| (skip.edit.span.of(&text), skip.reason)).collect();
    assert_eq!(skipped, expected);
    let done: Vec<&Edit> = edits
        .iter()
        .filter(|edit| patched.skipped.iter().all(|skip| skip.edit != **edit))
        .collect();
    let found = read(&patched.bytes, Revisions::Accepted).text;
    assert_eq!(lines(&found), lines(&edited(&text, &done)));
    if done.is_empty() {
        assert!(patched.bytes == bytes, "not a byte changes");
    }
}

/// A paragraph.
fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// A run of text.
fn r(properties: &str, text: &str) -> String {
    format!("<w:r w:rsidR=\"1\"><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

/// A run of underlined text.
fn underlined(text: &str) -> String {
    r("<w:u w:val=\"single\"/>", text).replace("<w:t>", "<w:t xml:space=\"preserve\">")
}

const NUMBERED: &str = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";
