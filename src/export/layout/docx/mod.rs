//! Writing the model as a docx: Office Open XML, ECMA-376, Transitional.
//!
//! Two writings of one model are the same bytes: the archive has no times, and nothing in it has.

mod body;
mod measure;
mod package;
mod style;

use super::LayoutModel;
use std::io;

/// The namespace of `WordprocessingML`.
const MAIN: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/// The namespace of relationships, as attributes refer to them.
const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// The document as a file.
///
/// # Errors
/// If the archive cannot be written, which takes gigabytes of text.
pub fn write_docx(model: &LayoutModel) -> io::Result<Vec<u8>> {
    let body::Written { document, comments } = body::write(model);
    package::write(model, &document, comments)
}
