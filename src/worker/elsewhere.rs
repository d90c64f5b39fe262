//! What goes over the border between the page's first module and the one that reads what the first
//! cannot: postcard, beside the bytes of the file.

use crate::document::Document;
use crate::reader::{self, ReadError, ReadOptions};

/// The options of [`read_for_page`] as bytes; empty only if memory ran out.
#[must_use]
pub fn encode_options(options: &ReadOptions) -> Vec<u8> {
    postcard::to_allocvec(options).unwrap_or_default()
}

/// The other module's side: reads a file. The answer is a `Result<Document, ReadError>` as bytes,
/// empty only if memory ran out.
#[must_use]
pub fn read_for_page(bytes: &[u8], options: &[u8]) -> Vec<u8> {
    let options = postcard::from_bytes(options).unwrap_or_default();
    postcard::to_allocvec(&reader::read(bytes, &options)).unwrap_or_default()
}

/// What [`read_for_page`] answered; `None` if that is no answer.
#[must_use]
pub fn decode_outcome(bytes: &[u8]) -> Option<Result<Document, ReadError>> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::Revisions;

    #[test]
    fn a_document_and_a_refusal_survive_the_border() {
        let options = ReadOptions {
            name: Some("总结.docx".to_owned()),
            encoding: None,
            revisions: Revisions::Original,
        };
        for bytes in ["一、学习\n撰写心得32篇。".as_bytes(), b""] {
            let there = read_for_page(bytes, &encode_options(&options));
            assert_eq!(decode_outcome(&there), Some(reader::read(bytes, &options)));
        }
        assert_eq!(decode_outcome(b""), None);
    }
}
