//! The original file filled in place (原文件回填): a docx in which only the texts that an edit touches
//! change, and everything else is the same bytes.
//!
//! [`edits_from`] says what was done to the text of the file, and is compiled into the page;
//! `patch_docx` writes it into the file (`apply`): `plan` finds the elements an edit touches, `write` makes
//! their XML, `package` puts the part back into the archive.

#[cfg(feature = "documents")]
mod apply;
mod edits;
#[cfg(feature = "documents")]
mod package;
#[cfg(feature = "documents")]
mod plan;
mod reason;
#[cfg(feature = "documents")]
mod write;

#[cfg(feature = "documents")]
pub use apply::patch_docx;
pub use edits::edits_from;
pub use reason::{PatchError, PatchNote, Reason, Skipped};

use crate::document::Revisions;
use serde::{Deserialize, Serialize};

/// How to write into the original.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatchOptions {
    /// Which side of tracked changes the edits count in: the one that was read.
    pub revisions: Revisions,
    /// Whose tracked changes (修订) the edits become; `None` to change the text itself.
    pub tracked: Option<Author>,
}

/// Who makes tracked changes.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Author {
    /// The name that Word shows.
    pub name: String,
    /// When, as `2026-01-31T08:00:00Z`; a fixed day if nobody says, since an export has no clock.
    pub date: Option<String>,
}

/// The date of tracked changes of which nobody says when.
#[cfg(feature = "documents")]
const DEFAULT_DATE: &str = "2000-01-01T00:00:00Z";

/// The original with edits written into it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Patched {
    /// The file.
    pub bytes: Vec<u8>,
    /// The edits that are not in it, in order.
    pub skipped: Vec<Skipped>,
    /// What whoever takes it should know.
    pub notes: Vec<PatchNote>,
}
