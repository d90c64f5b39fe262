//! The analyser: a request in, a reply out.

use super::protocol::{Reading, Reply, Request, Work};
use crate::analysis::analyze;
use crate::reader;

/// Does what `request` asks with `payload`.
#[must_use]
pub fn answer(request: &Request, payload: &[u8]) -> Reply {
    let document = match &request.work {
        Work::Read(options) => reader::read(payload, options),
        Work::ReadText(options) => reader::read_text(&String::from_utf8_lossy(payload), options),
        Work::ReadHtml(options) => reader::read_html(&String::from_utf8_lossy(payload), options),
    };
    let outcome = document.map(|document| {
        let analysis = analyze(&document);
        Box::new(Reading { document, analysis })
    });
    Reply::Answer { revision: request.revision, outcome }
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
            let Reply::Answer { revision, outcome } = answer(&request, "工作总结\n".as_bytes())
            else {
                panic!("an answer");
            };
            let reading = outcome.unwrap();
            assert_eq!((revision, reading.document.text.trim()), (9, "工作总结"));
            assert_eq!(reading.document.source.name.as_deref(), Some("总结.txt"));
        }
    }
}
