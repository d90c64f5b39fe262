//! L2. From bytes to a document. The only step that can fail.
//!
//! A format is one row of `formats::READERS` and one file or folder that reads it. What is common to
//! all of them: `container` opens zip, XML and compound files within the limits, `body` collects
//! paragraphs, `list` and
//! `number_format` make automatic numbers. `workbook` hands out the cells of a spreadsheet; it is not
//! one of the formats, because no report is one.

#[cfg(not(feature = "documents"))]
mod absent;
mod body;
#[cfg(feature = "documents")]
mod container;
#[cfg(feature = "documents")]
mod doc;
#[cfg(feature = "documents")]
mod docx;
mod encoding;
mod field;
mod formats;
mod html;
mod legacy_encoding;
#[cfg_attr(not(feature = "documents"), allow(dead_code, reason = "part of it serves containers"))]
mod limits;
mod line;
#[cfg(feature = "documents")]
mod list;
mod message;
mod mht;
#[cfg_attr(not(feature = "documents"), allow(dead_code, reason = "part of it serves containers"))]
mod number_format;
#[cfg(feature = "documents")]
mod odt;
#[cfg(feature = "documents")]
mod ofd;
#[cfg(feature = "documents")]
mod pdf;
#[cfg(feature = "documents")]
mod present;
mod rtf;
#[cfg(feature = "documents")]
mod symbol;
mod text;
#[cfg(feature = "documents")]
pub(crate) mod trace;
#[cfg(feature = "documents")]
pub(crate) mod workbook;

use crate::document::Document;
pub use crate::document::Revisions;
#[cfg(feature = "documents")]
pub(crate) use body::tidied;
#[cfg(feature = "documents")]
pub(crate) use docx::source;
use serde::{Deserialize, Serialize};

/// Why bytes could not be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadError {
    /// What is wrong, as a stable id.
    pub kind: ReadErrorKind,
    /// One or two Chinese sentences: what the file is, and what to do.
    pub message: String,
}

/// What is wrong with bytes that could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ReadErrorKind {
    /// Nothing in it, or only blanks.
    Empty,
    /// No text at all: a picture, a program, an archive …
    Binary,
    /// A document of a kind that is not read yet.
    Unsupported,
    /// Too large.
    TooLarge,
    /// Text in an encoding that none of ours is.
    UnknownEncoding,
    /// Closed by a password, or by a product for document security.
    Encrypted,
    /// Cut off or broken.
    Damaged,
    /// Pictures without text: a scan.
    ImageOnly,
}

impl ReadErrorKind {
    /// Its stable id: `unknown-encoding`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::Binary => "binary",
            Self::Unsupported => "unsupported",
            Self::TooLarge => "too-large",
            Self::UnknownEncoding => "unknown-encoding",
            Self::Encrypted => "encrypted",
            Self::Damaged => "damaged",
            Self::ImageOnly => "image-only",
        }
    }
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message)
    }
}

impl std::error::Error for ReadError {}

/// How to read.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReadOptions {
    /// The file's name, for its ending and for the record.
    pub name: Option<String>,
    /// The encoding to use instead of the one that would be found, by its WHATWG label.
    pub encoding: Option<String>,
    /// Which side of tracked changes is read.
    pub revisions: Revisions,
}

/// Reads a file. Its format is found from its content.
///
/// # Errors
/// A [`ReadError`] that says what the bytes are and what to do.
pub fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    if bytes.is_empty() {
        return Err(message::empty());
    }
    if bytes.len() > limits::LARGEST_FILE {
        return Err(message::file_too_large());
    }
    formats::reader_for(bytes).read(bytes, options)
}

/// Reads the characters of a text file, in whichever of the usual encodings it is.
///
/// # Errors
/// If it is no text, or too large.
pub fn decode(bytes: &[u8]) -> Result<String, ReadError> {
    if bytes.is_empty() {
        return Err(message::empty());
    }
    if bytes.len() > limits::LARGEST_FILE {
        return Err(message::file_too_large());
    }
    encoding::decode(bytes).map(|decoded| decoded.text.into_owned())
}

/// How many bytes of either end of a file [`is_elsewhere`] looks at.
pub const SAMPLE: usize = limits::ARCHIVE_SAMPLE;

/// Whether this build can only name a file, and a build with the feature `documents` reads it.
/// `sample` is the file, or its first and last [`SAMPLE`] bytes.
#[must_use]
pub fn is_elsewhere(sample: &[u8]) -> bool {
    formats::reader_for(sample).is_elsewhere()
}

/// Reads the clipboard's HTML flavour: its text and the structure of headings and tables.
///
/// # Errors
/// A [`ReadError`] if there is no text in it or too much.
pub fn read_html(html: &str, options: &ReadOptions) -> Result<Document, ReadError> {
    html::read_text(html, options)
}

/// Reads pasted text.
///
/// # Errors
/// A [`ReadError`] if there is nothing in it or too much.
pub fn read_text(text: &str, options: &ReadOptions) -> Result<Document, ReadError> {
    text::build(text.into(), options, None, 0)
}
