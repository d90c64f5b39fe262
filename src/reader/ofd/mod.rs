//! Open Fixed-layout Documents (版式文档, ofd): GB/T 33190-2016, in which agencies exchange documents.
//!
//! A page is text at places. `page` puts it into lines; a line that is full and is followed by one that
//! is not indented goes on in it.

mod page;
#[cfg(test)]
mod tests;

use super::body::{Body, Style};
use super::container::archive::Archive;
use super::container::xml::{Element, Tree};
use super::{ReadError, ReadOptions, message};
use crate::document::{Document, Format};

/// What the format is called in messages.
const WHAT: &str = "ofd 文件";

/// Reads all documents of a package, page by page.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let mut archive = Archive::open(bytes, WHAT)?;
    let entry = part(&mut archive, "OFD.xml")?;
    let is_encrypted = archive.names().any(|name| name.ends_with("encryptions.xml"));
    let (mut lines, mut body) = (Vec::new(), Body::default());
    for root in values(entry.root(), "ofd:DocBody", "ofd:DocRoot") {
        let root = resolve("", &root);
        let document = part(&mut archive, &root)?;
        let pages = document.root().child("ofd:Pages");
        let places: Vec<String> = pages
            .into_iter()
            .flat_map(Element::children)
            .filter_map(|page| page.attribute("BaseLoc"))
            .map(|place| resolve(&root, place))
            .collect();
        for place in places {
            let page = part(&mut archive, &place)
                .map_err(|error| if is_encrypted { message::encrypted(WHAT) } else { error })?;
            if page::read(page.root(), &mut lines) {
                body.picture();
            }
        }
    }
    for paragraph in paragraphs(lines) {
        body.paragraph(&paragraph, Style::default());
    }
    body.finish(Format::Ofd, options)
}

/// The paragraphs that the lines are parts of.
fn paragraphs(lines: Vec<page::Line>) -> Vec<String> {
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for line in lines {
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on && !line.is_indented => {
                let is_word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphabetic());
                if is_word(paragraph.chars().next_back()) && is_word(line.text.chars().next()) {
                    paragraph.push(' ');
                }
                paragraph.push_str(&line.text);
            }
            _ => paragraphs.push(line.text),
        }
        goes_on = line.is_full;
    }
    paragraphs
}

/// A part that must be there.
fn part(archive: &mut Archive<'_>, name: &str) -> Result<Tree, ReadError> {
    let bytes = archive.part(name)?.ok_or_else(|| message::damaged(WHAT))?;
    Tree::parse(&bytes, WHAT)
}

/// The texts of the elements `name` in the elements `parent`.
fn values(root: Element<'_>, parent: &str, name: &str) -> Vec<String> {
    let parents = root.children().filter(|child| child.name() == parent);
    parents.filter_map(|child| Some(child.child(name)?.text().trim().to_owned())).collect()
}

/// The name of `place` seen from the part `from`. A place that begins with `/` counts from the top.
fn resolve(from: &str, place: &str) -> String {
    match (place.strip_prefix('/'), from.rsplit_once('/')) {
        (Some(absolute), _) => absolute.to_owned(),
        (None, Some((folder, _))) => format!("{folder}/{place}"),
        (None, None) => place.to_owned(),
    }
}
