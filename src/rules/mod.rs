//! L3. Findings (问题): what a careful editor would mark. Specification §5.
//!
//! One file per rule, one registry. A rule reads the facts of a block or of the whole document and
//! never the page.

use crate::document::Edit;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// Wrong.
    Error,
    /// Almost surely wrong.
    Warning,
    /// Worth a look.
    Info,
}

/// One finding. Spans count from the start of the text the rule was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The rule's id.
    pub rule: Cow<'static, str>,
    /// How grave.
    pub severity: Severity,
    /// The place.
    pub span: Span,
    /// One Chinese sentence that says what is wrong.
    pub message: String,
    /// Other places that belong to it.
    pub related: Vec<Span>,
    /// A safe correction; `None` when only a person can decide.
    pub fix: Option<Vec<Edit>>,
}
