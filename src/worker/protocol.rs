//! What goes over the border between page and worker: postcard, beside the bytes themselves.
//!
//! A request travels as two parts, `[header, payload]`: the header is a [`Request`], the payload
//! the file's bytes as they are, whose buffer changes hands without being copied. A reply is one
//! [`Reply`].

use crate::analysis::BlockFacts;
use crate::document::Document;
use crate::reader::{ReadError, ReadOptions};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What the page asks for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// Counts up; only the reply to the latest is looked at.
    pub revision: u32,
    /// What to do with the payload.
    pub work: Work,
}

/// What to do with the payload of a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Work {
    /// The payload is a file.
    Read(ReadOptions),
    /// The payload is pasted text, in UTF-8.
    ReadText(ReadOptions),
    /// The payload is the clipboard's HTML, in UTF-8.
    ReadHtml(ReadOptions),
    /// The payload is a document that was read before, as postcard.
    Resume,
}

/// A document that was read, and what each of its blocks says. The page puts it together, which
/// takes a tenth of the time, and has at once what it needs to keep up with edits.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The document.
    pub document: Document,
    /// The facts of its blocks.
    pub facts: Vec<Arc<BlockFacts>>,
}

/// What is being done to a file, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Stage {
    /// Its bytes are fetched from the disk (读取).
    Opening,
    /// The module that reads it is being fetched.
    Fetching,
    /// Its text is taken out (解析).
    Parsing,
    /// Of the text so many per cent are scanned (识别).
    Scanning(u8),
    /// The facts are put together (核对).
    Checking,
}

/// What the worker says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reply {
    /// It has started and listens.
    Ready,
    /// How far it is with a request.
    Progress {
        /// Which request.
        revision: u32,
        /// What it is at.
        stage: Stage,
    },
    /// The file of a request is of a kind that only the module of the readers opens. The worker
    /// keeps the request and goes on when it is given the module.
    NeedsReaders {
        /// Which request.
        revision: u32,
    },
    /// The answer to a request.
    Answer {
        /// Which request.
        revision: u32,
        /// The reading, or why there is none.
        outcome: Result<Box<Reading>, ReadError>,
    },
}

impl Request {
    /// As bytes; empty only if memory ran out.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// From bytes.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl Reply {
    /// As bytes; empty only if memory ran out.
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        postcard::to_allocvec(self).unwrap_or_default()
    }

    /// From bytes.
    #[must_use]
    pub fn decode(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::scan_all;
    use crate::reader::{ReadErrorKind, Revisions, read_text};

    #[test]
    fn a_request_survives_the_border() {
        let options = ReadOptions {
            name: Some("述职.txt".to_owned()),
            encoding: Some("gb18030".to_owned()),
            revisions: Revisions::Original,
        };
        for work in
            [Work::Read(options.clone()), Work::ReadText(options.clone()), Work::ReadHtml(options)]
        {
            let request = Request { revision: 7, work };
            assert_eq!(Request::decode(&request.encode()), Some(request));
        }
        assert_eq!(Request::decode(b"\xFF\xFF"), None);
    }

    #[test]
    fn a_reply_survives_the_border() {
        let text = "一、学习\n撰写心得32篇，完成*亩。《**县方案》";
        let document = read_text(text, &ReadOptions::default()).unwrap();
        let facts = scan_all(&document, &mut |_| {});
        let error =
            ReadError { kind: ReadErrorKind::Binary, message: "不是文字。".to_owned() };
        for outcome in [Ok(Box::new(Reading { document, facts })), Err(error)] {
            let reply = Reply::Answer { revision: 3, outcome };
            assert_eq!(Reply::decode(&reply.encode()), Some(reply));
        }
    }
}
