//! `OpenDocument` text (odt, fodt): ISO/IEC 26300.

mod list;
mod style;
#[cfg(test)]
mod tests;
mod walk;

use super::container::archive::Archive;
use super::container::xml::{Element, Tree};
use super::{ReadError, ReadOptions, message};
use crate::document::{Document, Format};

/// What the format is called in messages.
const WHAT: &str = "odt 文件";

/// Reads a package.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, WHAT)?;
    if let Some(manifest) = archive.part("META-INF/manifest.xml")? {
        // The manifest of WPS may declare a document type; then nothing is encrypted either.
        let tree = Tree::parse(&manifest, WHAT).ok();
        if tree.is_some_and(|tree| is_encrypted(tree.root())) {
            return Err(message::encrypted(WHAT));
        }
    }
    let content = archive.part("content.xml")?.ok_or_else(|| message::damaged(WHAT))?;
    let content = Tree::parse(&content, WHAT)?;
    let styles = archive.part("styles.xml")?;
    let styles = styles.map(|bytes| Tree::parse(&bytes, WHAT)).transpose()?;
    let roots: Vec<Element<'_>> = styles.iter().map(Tree::root).chain([content.root()]).collect();
    read_roots(&roots, options)
}

/// Reads a document that is one XML file.
pub(super) fn read_flat(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let tree = Tree::parse(bytes, WHAT)?;
    read_roots(&[tree.root()], options)
}

/// Reads the body in the last of `roots` with the styles of all of them.
fn read_roots(roots: &[Element<'_>], options: &ReadOptions) -> Result<Document, ReadError> {
    let styles = style::Styles::read(roots);
    let lists = list::Lists::read(roots);
    let body = roots.last().and_then(|root| root.descend(&["office:body", "office:text"]));
    let body = body.ok_or_else(|| message::damaged(WHAT))?;
    let mut walk = walk::Walk::new(&styles, lists, options.revisions);
    walk.blocks(body);
    walk.body.finish(Format::Odt, options)
}

fn is_encrypted(manifest: Element<'_>) -> bool {
    manifest.children().any(|entry| entry.child("manifest:encryption-data").is_some())
}
