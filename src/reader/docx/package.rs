//! Which part of the package is what.

use super::WHAT;
use crate::reader::container::archive::Archive;
use crate::reader::container::relationships::Relationships;
use crate::reader::{ReadError, message};

/// The names of the parts that are read.
pub(super) struct Package {
    /// The body.
    pub(super) main: String,
    /// The style definitions.
    pub(super) styles: Option<String>,
    /// The list definitions.
    pub(super) numbering: Option<String>,
}

impl Package {
    /// Finds the parts.
    pub(super) fn open(archive: &mut Archive<'_>) -> Result<Self, ReadError> {
        let package = Relationships::of(archive, "", WHAT)?;
        // Some producers forget the relationships; everybody calls the body the same.
        let candidates = [package.of_kind("/officeDocument"), Some("word/document.xml")];
        let main = candidates.into_iter().flatten().find(|name| archive.index(name).is_some());
        let main = main.ok_or_else(|| message::damaged(WHAT))?.to_owned();
        let own = Relationships::of(archive, &main, WHAT)?;
        let part = |kind| own.of_kind(kind).map(str::to_owned);
        let (styles, numbering) = (part("/styles"), part("/numbering"));
        Ok(Self { main, styles, numbering })
    }
}
