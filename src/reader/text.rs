//! Plain text and Markdown.

use super::{ReadError, ReadOptions, encoding, limits, message};
use crate::document::{Document, Format, Source};
use std::borrow::Cow;

/// Reads text in whatever encoding it is, or in the one that was chosen.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let decoded = match &options.encoding {
        Some(label) => encoding::decode_as(bytes, label)?,
        None => encoding::decode(bytes)?,
    };
    let (lost, encoding) = (decoded.lost as u32, Some(decoded.encoding.to_owned()));
    build(decoded.text, options, encoding, lost)
}

/// Makes the document of `text`.
pub(super) fn build(
    text: Cow<'_, str>,
    options: &ReadOptions,
    encoding: Option<String>,
    lost_characters: u32,
) -> Result<Document, ReadError> {
    let is_blank = |c: char| c.is_whitespace() || matches!(c, '\u{FEFF}' | '\u{200B}' | '\0');
    if text.chars().all(is_blank) {
        return Err(message::empty());
    }
    if text.len() > limits::LONGEST_TEXT && text.chars().count() > limits::LONGEST_TEXT {
        return Err(message::text_too_long());
    }
    let name = options.name.clone();
    let source =
        Source { name, format: Format::Text, encoding, lost_characters, ..Source::default() };
    let mut document = Document::from_text(source, only_line_feeds(text));
    if names_markdown(options) || document.is_markdown() {
        document.source.format = Format::Markdown;
    }
    Ok(document)
}

/// Whether the file's name ends `.md` or `.markdown`.
fn names_markdown(options: &ReadOptions) -> bool {
    let ending = options.name.as_deref().and_then(|name| name.rsplit_once('.')).map(|(_, end)| end);
    ending.is_some_and(|end| ["md", "markdown"].iter().any(|md| end.eq_ignore_ascii_case(md)))
}

/// `text` with `\n` as its only line break. Word's soft break arrives as U+000B from the clipboard,
/// old Macs wrote a lone CR.
fn only_line_feeds(text: Cow<'_, str>) -> String {
    let text = match text.strip_prefix('\u{FEFF}') {
        Some(rest) => Cow::Owned(rest.to_owned()),
        None => text,
    };
    let mut text = text.into_owned();
    if text.contains("\r\n") {
        text = text.replace("\r\n", "\n");
    }
    for line_break in ['\r', '\u{B}', '\u{C}', '\u{85}', '\u{2028}', '\u{2029}'] {
        if text.contains(line_break) {
            text = text.replace(line_break, "\n");
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let read = build(text.into(), &ReadOptions::default(), None, 0).unwrap();
        assert_eq!(read.text, expected);
    }

    #[test]
    fn line_feeds_are_the_only_line_breaks() {
        check("\u{FEFF}甲\r\n乙\r丙\u{B}丁\u{2028}戊\n\r\n己“”", "甲\n乙\n丙\n丁\n戊\n\n己“”");
        check("甲", "甲");
    }

    #[test]
    fn blank_text_is_refused() {
        for blank in ["", " \r\n\u{3000}\u{FEFF}"] {
            assert!(build(blank.into(), &ReadOptions::default(), None, 0).is_err());
        }
    }

    #[test]
    fn markdown_is_told_by_name_or_content() {
        let format = |name: &str, text: &str| {
            let options = ReadOptions { name: Some(name.to_owned()), ..ReadOptions::default() };
            build(text.into(), &options, None, 0).unwrap().source.format
        };
        assert_eq!(format("总结.MD", "工作总结"), Format::Markdown);
        assert_eq!(format("总结.txt", "# 总结\n> 引文"), Format::Markdown);
        assert_eq!(format("总结.txt", "总结"), Format::Text);
    }
}
