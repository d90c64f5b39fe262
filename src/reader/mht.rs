//! Pages that are one file (单个文件网页, mht): a mail message with the page and its pictures as parts.
//! Word writes them, and office systems send them under the name `.doc`.

use super::{ReadError, ReadOptions, html, message};
use crate::document::Document;
use std::borrow::Cow;

/// What the format is called in messages.
const WHAT: &str = "单个文件网页（mht）";

/// The lines of head fields that are looked at; a message has some twenty.
const MOST_HEAD_LINES: usize = 200;

/// Reads the first part that is a page.
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Document, ReadError> {
    let (head, body) = Head::read(bytes);
    let boundary = head.parameter("content-type", "boundary").map(|name| format!("--{name}"));
    let page = match boundary {
        Some(boundary) => pages(body, boundary.as_bytes()),
        None => Some((head, body)).filter(|(head, _)| head.is_page()),
    };
    let (head, body) = page.ok_or_else(|| message::damaged(WHAT))?;
    let encoding = head.value("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase();
    let page = match encoding.trim() {
        "quoted-printable" => Cow::Owned(from_quoted_printable(body)),
        "base64" => Cow::Owned(from_base64(body)),
        _ => Cow::Borrowed(body),
    };
    let declared = head.parameter("content-type", "charset");
    let own = html::read(&page, options);
    // The page itself may not say what the message around it says.
    match (own, declared, &options.encoding) {
        (Ok(document), Some(charset), None) if document.source.lost_characters > 0 => {
            let options = ReadOptions { encoding: Some(charset), ..options.clone() };
            html::read(&page, &options).or(Ok(document))
        }
        (own, ..) => own,
    }
}

/// The first part that is a page, with its head.
fn pages<'a>(body: &'a [u8], boundary: &[u8]) -> Option<(Head, &'a [u8])> {
    let mut start = None;
    let mut at = 0;
    for line in body.split_inclusive(|&byte| byte == b'\n').chain([boundary]) {
        if line.starts_with(boundary) {
            let part = start.map(|start| Head::read(&body[start..at.min(body.len())]));
            if let Some(part) = part.filter(|(head, _)| head.is_page()) {
                return Some(part);
            }
            start = Some((at + line.len()).min(body.len()));
        }
        at += line.len();
    }
    None
}

/// The head of a message or part: its fields with their values, lower-case names first.
struct Head(Vec<(String, String)>);

impl Head {
    /// Reads the head at the start of `bytes`, and gives what follows the empty line after it.
    fn read(bytes: &[u8]) -> (Self, &[u8]) {
        let mut fields: Vec<(String, String)> = Vec::new();
        let mut at = 0;
        for line in bytes.split_inclusive(|&byte| byte == b'\n').take(MOST_HEAD_LINES) {
            at += line.len();
            let line = String::from_utf8_lossy(line);
            match (line.trim(), line.split_once(':'), fields.last_mut()) {
                ("", ..) => break,
                // A line that begins with a blank goes on with the field before it.
                (text, _, Some((_, value))) if line.starts_with([' ', '\t']) => {
                    value.push_str(text);
                }
                (_, Some((name, value)), _) => {
                    fields.push((name.trim().to_ascii_lowercase(), value.trim().to_owned()));
                }
                _ => {}
            }
        }
        (Self(fields), &bytes[at..])
    }

    fn value(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(own, _)| own == name).map(|(_, value)| value.as_str())
    }

    /// The parameter of a field: `charset` in `text/html; charset="gb2312"`.
    fn parameter(&self, field: &str, name: &str) -> Option<String> {
        let parameters = self.value(field)?.split(';').skip(1);
        let mut pairs = parameters.filter_map(|parameter| parameter.split_once('='));
        let (_, value) = pairs.find(|(own, _)| own.trim().eq_ignore_ascii_case(name))?;
        Some(value.trim().trim_matches('"').to_owned()).filter(|value| !value.is_empty())
    }

    fn is_page(&self) -> bool {
        let kind = self.value("content-type").unwrap_or_default().to_ascii_lowercase();
        kind.starts_with("text/html")
    }
}

/// `=B9=A4` and line breaks after `=`, which are none.
fn from_quoted_printable(text: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|&byte| char::from(byte).to_digit(16));
    let mut bytes = Vec::with_capacity(text.len());
    let mut at = 0;
    while at < text.len() {
        match (text[at], digit(text.get(at + 1)), digit(text.get(at + 2))) {
            (b'=', Some(high), Some(low)) => {
                bytes.push((high * 16 + low) as u8);
                at += 3;
            }
            (b'=', ..) if text[at + 1..].starts_with(b"\r\n") => at += 3,
            (b'=', ..) if text[at + 1..].starts_with(b"\n") => at += 2,
            (byte, ..) => {
                bytes.push(byte);
                at += 1;
            }
        }
    }
    bytes
}

/// Six bits a character; what is none of the 64 is passed over.
fn from_base64(text: &[u8]) -> Vec<u8> {
    let value = |byte: u8| {
        Some(match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        })
    };
    let (mut bytes, mut bits, mut count) = (Vec::with_capacity(text.len() / 4 * 3), 0_u32, 0);
    for six in text.iter().filter_map(|&byte| value(byte)) {
        bits = bits << 6 | u32::from(six);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count) as u8);
            bits &= (1 << count) - 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The text of a message whose second part is a page.
    #[track_caller]
    fn check(encoding: &str, page: &str, expected: &str) {
        let message = format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary=\"=_甲\"\r\n\r\n前言\r\n\
             --=_甲\r\nContent-Type: image/png\r\n\r\n<p>图\r\n\
             --=_甲\r\nContent-Transfer-Encoding: {encoding}\r\nContent-Type: text/html; charset=\"gb2312\"\r\n\r\n\
             {page}\r\n--=_甲--\r\n"
        );
        let document = read(message.as_bytes(), &ReadOptions::default()).unwrap();
        assert_eq!(document.text, expected);
    }

    #[test]
    fn the_page_is_found_and_decoded() {
        check("8bit", "<p>工作总结</p>", "工作总结");
        check("quoted-printable", "<p>=B9=A4=D7=\r\n=F7=3D=X</p>", "工作==X");
        check("base64", "PHA+uaTX97\r\nzGu648L3A+", "工作计划");
    }

    #[test]
    fn broken_messages_are_refused() {
        for broken in [
            "MIME-Version: 1.0",
            "MIME-Version: 1.0\n\n",
            "Content-Type: a; boundary=x\n\n--x\n--x",
        ] {
            assert!(read(broken.as_bytes(), &ReadOptions::default()).is_err());
        }
        let bare = "MIME-Version: 1.0\nContent-Type: text/html\n\n<p>总结";
        assert_eq!(read(bare.as_bytes(), &ReadOptions::default()).unwrap().text, "总结");
    }
}
