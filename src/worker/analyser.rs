//! The analyser: a request in, a reply out.

use super::protocol::{Reading, Reply, Request, Stage, Work};
use crate::analysis::scan_all;
use crate::document::Document;
use crate::reader::{self, ReadError, ReadErrorKind};

/// Does what `request` asks with `payload`. `tell` is given word of the progress.
#[must_use]
pub fn answer(request: &Request, payload: &[u8], tell: &mut dyn FnMut(&Reply)) -> Reply {
    let revision = request.revision;
    tell(&Reply::Progress { revision, stage: Stage::Parsing });
    let document = match &request.work {
        Work::Read(options) => reader::read(payload, options),
        Work::ReadText(options) => reader::read_text(&String::from_utf8_lossy(payload), options),
        Work::ReadHtml(options) => reader::read_html(&String::from_utf8_lossy(payload), options),
        Work::Resume => resume(payload),
    };
    analyse(revision, document, tell)
}

/// Analyses the document of request `revision`, wherever it was read.
#[must_use]
pub fn analyse(
    revision: u32,
    document: Result<Document, ReadError>,
    tell: &mut dyn FnMut(&Reply),
) -> Reply {
    let outcome = document.map(|document| {
        let size = document.text.len().max(1);
        let mut progress = |done: usize| {
            let percent = (done * 100 / size).min(100) as u8;
            tell(&Reply::Progress { revision, stage: Stage::Scanning(percent) });
        };
        let facts = scan_all(&document, &mut progress);
        tell(&Reply::Progress { revision, stage: Stage::Checking });
        Box::new(Reading { document, facts })
    });
    Reply::Answer { revision, outcome }
}

/// The document in `payload`, which came out of a file that somebody may have changed.
fn resume(payload: &[u8]) -> Result<Document, ReadError> {
    let document = postcard::from_bytes::<Document>(payload).ok().filter(Document::is_sound);
    document.ok_or_else(|| ReadError {
        kind: ReadErrorKind::Binary,
        message: "这份进度文件不完整，打不开。请打开原来的稿子，或换一份进度文件。".to_owned(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::ReadOptions;

    #[test]
    fn answers_with_the_revision_it_was_asked_with() {
        let options = ReadOptions { name: Some("总结.txt".to_owned()), ..ReadOptions::default() };
        for work in
            [Work::Read(options.clone()), Work::ReadText(options.clone()), Work::ReadHtml(options)]
        {
            let request = Request { revision: 9, work };
            let Reply::Answer { revision, outcome } =
                answer(&request, "工作总结\n".as_bytes(), &mut |_| {})
            else {
                panic!("an answer");
            };
            let reading = outcome.unwrap();
            assert_eq!((revision, reading.document.text.trim()), (9, "工作总结"));
            assert_eq!(reading.document.source.name.as_deref(), Some("总结.txt"));
        }
    }

    #[test]
    fn tells_how_far_it_is() {
        let text = "完成投资3亿元。\n".repeat(40_000);
        let mut told = Vec::new();
        let request = Request { revision: 4, work: Work::ReadText(ReadOptions::default()) };
        let _ = answer(&request, text.as_bytes(), &mut |reply| told.push(reply.clone()));
        assert!(told.len() >= 3);
        assert!(told.iter().all(|reply| matches!(reply, Reply::Progress { revision: 4, .. })));
    }

    #[test]
    fn goes_on_with_a_document_and_refuses_a_broken_one() {
        let document = reader::read_text("工作总结", &ReadOptions::default()).unwrap();
        let request = Request { revision: 1, work: Work::Resume };
        let resumed = |document: &Document| {
            let payload = postcard::to_allocvec(document).unwrap();
            match answer(&request, &payload, &mut |_| {}) {
                Reply::Answer { outcome, .. } => outcome.ok().map(|reading| reading.document),
                _ => None,
            }
        };
        assert_eq!(resumed(&document), Some(document.clone()));
        let mut broken = document;
        broken.blocks[0].span.end = 7;
        assert_eq!(resumed(&broken), None);
    }
}
