//! Word documents (docx): Office Open XML, ECMA-376, Transitional and Strict.
//!
//! `package` finds the parts, `style` and `numbering` read what paragraphs refer to, `blocks` and
//! `runs` walk over the body.
//!
//! `source` reads a document that is to be written back into: the same walk, which then notes down
//! where the text stands.

mod blocks;
mod numbering;
mod package;
mod runs;
pub(crate) mod source;
mod style;
#[cfg(test)]
mod tests;

use super::container::archive::Archive;
use super::container::xml::Tree;
use super::{ReadError, ReadOptions, message};
use crate::document::{Document, Format};
use crate::reader::trace::Trace;
use package::Package;
use style::Styles;

/// What the format is called in messages.
const WHAT: &str = "docx 文件";

/// Reads a document.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, WHAT)?;
    let package = Package::open(&mut archive)?;
    // Up to 64 MB, which are not kept beside the tree.
    let main = Tree::parse(&main_part(&mut archive, &package)?, WHAT)?;
    let (styles, lists) = definitions(&mut archive, &package)?;
    let walker = blocks::Walker::new(&styles, lists, options.revisions);
    Ok(walk(walker, &main, options)?.0)
}

fn main_part(archive: &mut Archive<'_>, package: &Package) -> Result<Vec<u8>, ReadError> {
    archive.part(&package.main)?.ok_or_else(|| message::damaged(WHAT))
}

/// What paragraphs refer to.
fn definitions(
    archive: &mut Archive<'_>,
    package: &Package,
) -> Result<(Styles, numbering::Lists), ReadError> {
    let mut optional = |name: &Option<String>| -> Result<Option<Tree>, ReadError> {
        let bytes = name.as_deref().map(|name| archive.part(name)).transpose()?.flatten();
        bytes.map(|bytes| Tree::parse(&bytes, WHAT)).transpose()
    };
    let styles = optional(&package.styles)?;
    let numbering = optional(&package.numbering)?;
    let styles = styles.as_ref().map(|tree| Styles::read(tree.root())).unwrap_or_default();
    let lists = numbering
        .as_ref()
        .map(|tree| numbering::Lists::read(tree.root(), &styles))
        .unwrap_or_default();
    Ok((styles, lists))
}

/// The document, and where its text stands if the walker asks.
fn walk<'t>(
    mut walker: blocks::Walker<'t>,
    main: &'t Tree,
    options: &ReadOptions,
) -> Result<(Document, Option<Trace>), ReadError> {
    walker.document(main.root());
    let trace = walker.body.trace.take();
    Ok((walker.body.finish(Format::Docx, options)?, trace))
}
