//! L5. The public data model: what the JavaScript API, the command line and the JSON export give.
//!
//! Offsets are UTF-16 code units, figures are decimal strings. Names are fixed by the contract;
//! fields may be added, never renamed. `report.d.ts` is the same in TypeScript.

mod convert;
mod summary;

pub use summary::summary;

use crate::citation::CitationKind;
use crate::document::{Format, Note, Revisions};
use crate::metric::{Approximation, MetricKind, Status};
use crate::outline::Genre;
use crate::placeholder::{self, PlaceholderType};
use crate::rules;
use crate::text::Span;
use crate::text::unit::Dimension;
use serde::Serialize;

/// One analysed report. It borrows from the document and the analysis it was made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Report<'a> {
    /// The version of this model.
    pub schema: u32,
    /// The document.
    pub document: DocumentInfo<'a>,
    /// Top-level sections in reading order.
    pub outline: Vec<Section<'a>>,
    /// In reading order.
    pub metrics: Vec<Metric<'a>>,
    /// In reading order.
    pub placeholders: Vec<Placeholder<'a>>,
    /// In reading order.
    pub findings: Vec<Finding<'a>>,
    /// Numeric abbreviations, which are not figures.
    pub slogans: Vec<Slogan<'a>>,
    /// Cited documents and document numbers.
    pub citations: Vec<Citation<'a>>,
}

/// The document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct DocumentInfo<'a> {
    /// The file's name; `None` for pasted text.
    pub name: Option<&'a str>,
    /// The file format.
    pub format: Format,
    /// The character encoding; `None` where the format carries its own.
    pub encoding: Option<&'a str>,
    /// Characters that could not be decoded.
    pub lost_characters: u32,
    /// Which side of tracked changes the text is.
    pub revisions: Revisions,
    /// What the file holds that the text does not show.
    pub notes: &'a [Note],
    /// The whole text, into which all spans point.
    pub text: &'a str,
    /// The title.
    pub title: Option<Span>,
    /// The kind of report.
    pub genre: Genre,
    /// The year it reports on.
    pub year: Option<u16>,
    /// Han characters, digits and letters: 字数.
    pub characters: u32,
    /// Paragraphs: 段落数.
    pub paragraphs: u32,
}

/// A section and those under it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Section<'a> {
    /// The marker as written; "" for an unnumbered heading.
    pub number: &'a str,
    /// Heading text without marker and closing 。
    pub title: &'a str,
    /// Nesting depth from 1.
    pub depth: u8,
    /// Level by marker style in GB/T 9704 (7.3.3), 1 to 4.
    pub standard_level: Option<u8>,
    /// Marker and heading text.
    pub heading: Span,
    /// From the end of the heading to the next section at any depth.
    pub body: Span,
    /// The sections under it.
    pub children: Vec<Section<'a>>,
}

/// A metric.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Metric<'a> {
    /// Short indicator name.
    pub name: &'a str,
    /// Name with every modifier.
    pub full_name: &'a str,
    /// The measure as written.
    pub text: &'a str,
    /// Its place.
    pub span: Span,
    /// The figure; `None` when masked or missing. `1/3` for a fraction, `1:2` for a ratio.
    pub value: Option<String>,
    /// The upper bound of a range.
    pub value_to: Option<String>,
    /// The figure with the multiplier applied.
    pub amount: Option<String>,
    /// Unit as written, multiplier included.
    pub unit: &'a str,
    /// What the unit measures.
    pub dimension: Dimension,
    /// What is measured of the indicator.
    pub kind: MetricKind,
    /// How exactly.
    pub approximation: Approximation,
    /// Achieved, intended or foreseen.
    pub status: Status,
    /// 全县, 城区 … as written.
    pub scope: Option<&'a str>,
    /// 2022年, 上半年 … as written.
    pub period: Option<&'a str>,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The path to its section: `[1, 0]` is the first child of the second section.
    pub section: Vec<u32>,
    /// The index of its blank in `placeholders`, while the figure is to be filled in.
    pub placeholder: Option<u32>,
}

/// A blank.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Placeholder<'a> {
    /// As written; "" for a figure that was deleted without a mark.
    pub text: &'a str,
    /// Its place.
    pub span: Span,
    /// What it stands for.
    pub r#type: PlaceholderType,
    /// The convention that matched.
    pub convention: &'a str,
    /// Whether it is to be filled in.
    pub severity: placeholder::Severity,
    /// What is expected, in the words of the report.
    pub label: String,
    /// The unit of its metric.
    pub unit: Option<&'a str>,
    /// Blanks of one group most likely take the same value.
    pub group: Option<&'a str>,
    /// The path to its section.
    pub section: Vec<u32>,
}

/// A finding.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Finding<'a> {
    /// The rule's id.
    pub rule: &'a str,
    /// How grave.
    pub severity: rules::Severity,
    /// The place.
    pub span: Span,
    /// What is wrong, in one Chinese sentence.
    pub message: &'a str,
    /// Other places that belong to it.
    pub related: Vec<Span>,
    /// A safe correction.
    pub fix: Option<Vec<Edit<'a>>>,
}

/// One replacement.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edit<'a> {
    /// The place, in the text before the edit.
    pub span: Span,
    /// What stands there afterwards.
    pub replacement: &'a str,
}

/// A numeric abbreviation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Slogan<'a> {
    /// As written.
    pub text: &'a str,
    /// Its place.
    pub span: Span,
    /// Whether it stands in quotation marks.
    pub quoted: bool,
}

/// A cited document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Citation<'a> {
    /// A title or a document number.
    pub kind: CitationKind,
    /// As written.
    pub text: &'a str,
    /// Its place.
    pub span: Span,
}
