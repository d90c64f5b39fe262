//! Web pages (网页), and what Word, WPS and browsers put on the clipboard as HTML.
//!
//! Text and the structure of headings, lists and tables are taken, nothing else: markup never
//! reaches the page. Tags are followed as they come, as every browser does with broken pages.

mod entity;
mod tag;
#[cfg(test)]
mod tests;
mod walk;

use super::{ReadError, ReadOptions, encoding, limits};
use crate::document::{Document, Format};

/// Reads a page in the encoding it declares, or in the one that was chosen.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let decoded = match options.encoding.as_deref().or_else(|| declared_encoding(bytes)) {
        // A page may declare an encoding it is not in, or one that does not exist.
        Some(label) => encoding::decode_as(bytes, label)
            .ok()
            .filter(|decoded| options.encoding.is_some() || decoded.lost * 100 < bytes.len())
            .map_or_else(|| encoding::decode(bytes), Ok)?,
        None => encoding::decode(bytes)?,
    };
    let mut document = read_text(&decoded.text, options)?;
    document.source.encoding = Some(decoded.encoding.to_owned());
    Ok(document)
}

/// Reads HTML that is already text: the clipboard's.
pub(super) fn read_text(html: &str, options: &ReadOptions) -> Result<Document, ReadError> {
    let mut walk = walk::Walk::new(options.revisions);
    walk.read(html);
    walk.finish().finish(Format::Html, options)
}

/// The encoding that `<meta charset="gb2312">` or the longer `content="text/html; charset=…"`
/// declares.
fn declared_encoding(bytes: &[u8]) -> Option<&str> {
    if bytes.starts_with(b"\xEF\xBB\xBF") || bytes.starts_with(b"\xFF\xFE") {
        return None;
    }
    let head = &bytes[..bytes.len().min(limits::DECLARATION_SAMPLE)];
    let ascii = head.iter().map(|&b| if b.is_ascii() { b } else { b' ' }).collect::<Vec<u8>>();
    let lower = String::from_utf8(ascii).ok()?.to_ascii_lowercase();
    let at = lower.find("charset=")? + "charset=".len();
    let rest = &lower[at..];
    let start = at + rest.find(|c| !matches!(c, '"' | '\'' | ' '))?;
    let len =
        lower[start..].find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'))?;
    std::str::from_utf8(&bytes[start..start + len]).ok().filter(|label| !label.is_empty())
}
