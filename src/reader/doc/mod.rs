//! Word 97 to 2003 (doc) and WPS Writer (wps), which writes the same format: [MS-DOC].
//!
//! The text lies in pieces (`pieces`), the format of characters and paragraphs in pages of 512
//! bytes (`properties`), styles and lists in tables of their own. `walk` goes over the text.

mod bytes;
mod header;
mod list;
mod pieces;
mod properties;
mod style;
mod walk;

use super::container::compound::Compound;
use super::{ReadError, ReadOptions, message};
use crate::document::{Document, Format};

/// What the format is called in messages.
const WHAT: &str = "doc 文件";

/// Something else that comes in a compound file.
struct Other {
    /// The streams that tell.
    streams: &'static [&'static str],
    refuse: fn() -> ReadError,
}

#[rustfmt::skip]
const OTHERS: &[Other] = &[
    Other { streams: &["EncryptedPackage", "EncryptionInfo"], refuse: || message::encrypted("文件") },
    Other { streams: &["\tDRMContent", "DRMContent"], refuse: message::protected },
    Other { streams: &["Workbook", "Book"], refuse: || message::binary("电子表格（xls）") },
    Other { streams: &["PowerPoint Document"], refuse: || message::binary("演示文稿（ppt）") },
    Other { streams: &["MatOST", "MM", "CONTENTS"], refuse: || message::outdated(" Microsoft Works ") },
];

/// Reads a document.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let mut file = Compound::open(bytes, WHAT)?;
    let names = file.names();
    let has = |name: &str| names.iter().any(|own| own.eq_ignore_ascii_case(name));
    // Beside locked content stands a Word file that says so in English.
    if !has("WordDocument") || has("\tDRMContent") {
        let other = OTHERS.iter().find(|other| other.streams.iter().any(|stream| has(stream)));
        return Err(
            other.map_or_else(|| message::unsupported("这种文件"), |other| (other.refuse)())
        );
    }
    let main = file.stream("WordDocument")?.ok_or_else(|| message::damaged(WHAT))?;
    let header = header::Header::read(&main)?;
    let table = file.stream(header.table)?.ok_or_else(|| message::damaged(WHAT))?;
    let pieces = pieces::read(&header, &table).ok_or_else(|| message::damaged(WHAT))?;
    let source = walk::Source {
        pieces,
        styles: style::Styles::read(&header, &table),
        lists: list::Lists::read(&header, &table),
        paragraphs: properties::paragraphs(&header, &main, &table),
        characters: properties::characters(&header, &main, &table),
        header,
        main: &main,
    };
    let mut document = walk::read(source, options.revisions).finish(Format::Doc, options)?;
    if is_wps(options, &names) {
        document.source.format = Format::Wps;
    }
    Ok(document)
}

/// Whether WPS wrote the file: it is named so, or holds what only WPS puts there.
fn is_wps(options: &ReadOptions, names: &[String]) -> bool {
    let ending = options.name.as_deref().and_then(|name| name.rsplit_once('.')).map(|(_, end)| end);
    ending.is_some_and(|end| ["wps", "wpt"].iter().any(|wps| end.eq_ignore_ascii_case(wps)))
        || names.iter().any(|name| name.starts_with("WpsCustomData"))
}
