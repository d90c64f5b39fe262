//! Word documents (docx): Office Open XML, ECMA-376, Transitional and Strict.
//!
//! `package` finds the parts, `style` and `numbering` read what paragraphs refer to, `blocks` and
//! `runs` walk over the body.
//!
//! To write values back into the original file, the place of each `w:t` in `document.xml` would be
//! needed: the byte position of the XML reader at each piece of text, carried beside the text
//! through `Line`.

mod blocks;
mod numbering;
mod package;
mod runs;
mod style;
#[cfg(test)]
mod tests;

use super::container::archive::Archive;
use super::container::xml::Tree;
use super::{ReadError, ReadOptions, message};
use crate::document::{Document, Format};

/// What the format is called in messages.
const WHAT: &str = "docx 文件";

/// Reads a document.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, WHAT)?;
    let package = package::Package::open(&mut archive)?;
    let main = {
        // Up to 64 MB, which are not kept beside the tree.
        let bytes = archive.part(&package.main)?.ok_or_else(|| message::damaged(WHAT))?;
        Tree::parse(&bytes, WHAT)?
    };
    let mut optional = |name: &Option<String>| -> Result<Option<Tree>, ReadError> {
        let bytes = name.as_deref().map(|name| archive.part(name)).transpose()?.flatten();
        bytes.map(|bytes| Tree::parse(&bytes, WHAT)).transpose()
    };
    let styles = optional(&package.styles)?;
    let numbering = optional(&package.numbering)?;
    let styles = styles.as_ref().map(|tree| style::Styles::read(tree.root())).unwrap_or_default();
    let lists = numbering
        .as_ref()
        .map(|tree| numbering::Lists::read(tree.root(), &styles))
        .unwrap_or_default();
    let mut walker = blocks::Walker::new(&styles, lists, options.revisions);
    walker.document(main.root());
    walker.body.finish(Format::Docx, options)
}
