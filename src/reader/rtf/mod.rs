//! Rich Text Format (rtf), version 1.9.1 and what WPS writes.
//!
//! Word stores automatic numbers in it as text (`\listtext`), so the list tables are not needed.

mod character;
mod keyword;
#[cfg(test)]
mod tests;
mod token;
mod walk;
mod words;

use super::{ReadError, ReadOptions, message};
use crate::document::{Document, Format};

/// What the format is called in messages.
const WHAT: &str = "rtf 文件";

/// Reads a document.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let mut walk = walk::Walk::new(options.revisions);
    for token in token::Tokens::new(bytes) {
        walk.token(token).map_err(|walk::TooDeep| message::too_complex(WHAT))?;
    }
    walk.finish().finish(Format::Rtf, options)
}
