//! L2. Blanks (待填): values that are missing. Specification §3.

mod convention;
mod date;
mod deleted;
mod emphasis;
mod label;
mod lexicon;
mod mask;
mod meaning;
mod measure;
mod phrase;
mod shape;
mod sign;
#[cfg(test)]
mod tests;

pub use convention::{CONVENTIONS, Convention};
pub use emphasis::marks as emphasis_marks;

use crate::text::Span;
use convention::{Hit, Reader};
use meaning::Meaning;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::iter::Peekable;

/// What a blank stands for (specification §3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum PlaceholderType {
    /// A figure.
    Number,
    /// A rank or an ordinal: 全市第*.
    Ordinal,
    /// A date or a part of one.
    Date,
    /// A province, county, town, road, park …
    Place,
    /// A bureau, company, school …
    Organization,
    /// A person.
    Person,
    /// A document number or a part of one.
    DocumentNumber,
    /// A telephone number.
    Phone,
    /// A privacy mask on a long number.
    Id,
    /// Some other name: of a place, a project, a thing.
    Name,
    /// An instruction to the writer: （此处填写单位名称）.
    Instruction,
}

/// Whether a blank is still to be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// To be filled in.
    Fill,
    /// A deliberate mask: 138****1234, 某企业.
    Info,
}

/// One blank of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Placeholder {
    /// Its place in the block; empty where a figure was deleted without a mark (`完成亿元`).
    pub span: Span,
    /// What it stands for.
    pub kind: PlaceholderType,
    /// The id of the convention that matched, from `CONVENTIONS`.
    pub convention: Cow<'static, str>,
    /// Whether it is to be filled in.
    pub severity: Severity,
    /// What is expected, as far as the block alone tells: "县名（《…工作方案》）". Empty for a
    /// figure, whose label is the name of its metric.
    pub label: String,
    /// Blanks of one group most likely take the same value; figures have none.
    pub group: Option<String>,
}

/// What `find` must know of the block besides its text.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// Whether the document is Markdown, where `**…**` is emphasis (specification §3.2).
    pub markdown: bool,
    /// Places that hold no blanks: injected text, in reading order.
    pub opaque: &'a [Span],
}

/// Finds the blanks of one block, in reading order.
#[must_use]
pub fn find(text: &str, surroundings: Surroundings<'_>) -> Vec<Placeholder> {
    let reader = Reader::new();
    let marks = emphasis::marks(text, surroundings.markdown);
    let (mut marks, mut opaque) =
        (marks.into_iter().peekable(), surroundings.opaque.iter().peekable());
    let (mut found, mut done, mut last) = (Vec::new(), 0, 0);
    for (at, c) in text.char_indices() {
        if at < done || !reader.may_begin(c) {
            continue;
        }
        if let Some(end) = closed_end(at, &mut opaque) {
            done = end;
            continue;
        }
        while marks.next_if(|&mark| mark < at).is_some() {}
        let emphasis = marks.peek() == Some(&at);
        match reader.read(text, at, c).filter(|(_, hit)| !emphasis && hit.span.start >= last) {
            Some((convention, hit)) => {
                last = hit.span.end;
                done = (last as usize).max(at + 1);
                found.push(describe(text, convention, hit));
            }
            None => done = mask::run_end(text, at, c),
        }
    }
    found
}

/// Where the opaque place ends that byte `at` lies in.
fn closed_end<'a>(
    at: usize,
    opaque: &mut Peekable<impl Iterator<Item = &'a Span>>,
) -> Option<usize> {
    while opaque.next_if(|span| span.end as usize <= at).is_some() {}
    opaque.peek().filter(|span| span.start as usize <= at).map(|span| span.end as usize)
}

/// Says what a blank stands for.
fn describe(text: &str, convention: &'static Convention, hit: Hit) -> Placeholder {
    let meaning = match hit.kind {
        Some(kind) => Meaning::generic(kind),
        None => meaning::of(text, hit.span),
    };
    Placeholder {
        span: hit.span,
        kind: meaning.kind,
        convention: Cow::Borrowed(convention.id),
        severity: hit.severity,
        label: hit.note.map_or_else(|| label::of(text, hit.span, meaning), str::to_owned),
        group: label::group(meaning),
    }
}
