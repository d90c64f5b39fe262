//! Internet addresses in Chinese prose.
//!
//! An address is ASCII only, so it stops before Han (`….com进入办案`); and it stops where its
//! top-level domain does, because the sentence may go on with a figure (`….com19号线`).

use crate::text::Span;

/// An address in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Address<'t> {
    /// Its place, with `http://` and path.
    pub(super) span: Span,
    /// The host: www.bgzjy.cn.
    pub(super) host: &'t str,
}

/// The longest host and the longest path that are looked at, in bytes.
const LONGEST_HOST: usize = 80;
const LONGEST_PATH: usize = 300;

/// The domains that sites of this trade have, the longer before its end.
const DOMAINS: &[&str] = &[
    "com", "cn", "net", "org", "cc", "top", "vip", "xyz", "info", "club", "site", "wang", "gov",
    "edu",
];

/// Frameworks that look like hosts.
const NOT_HOSTS: &[&str] = &["asp.net", "vb.net", "ado.net"];

/// Finds the addresses of `text`; e-mail addresses are none.
pub(super) fn find(text: &str) -> Vec<Address<'_>> {
    let (mut found, mut done) = (Vec::new(), 0);
    while let Some(dot) = text[done..].find('.').map(|at| done + at) {
        let run = host_run(text, done, dot);
        let address = read(text, run.clone(), dot);
        // A run that holds no address is not looked at again dot by dot.
        done = address.map_or(run.end, |address| address.span.end as usize);
        found.extend(address);
    }
    found
}

/// The bytes around the dot at byte `dot` that a host is made of, from `from` on.
fn host_run(text: &str, from: usize, dot: usize) -> std::ops::Range<usize> {
    let bytes = text.as_bytes();
    let left = bytes[from..dot].iter().rev().take(LONGEST_HOST).take_while(|&&b| is_host(b));
    let right = bytes[dot..].iter().take(LONGEST_HOST).take_while(|&&b| is_host(b));
    dot - left.count()..dot + right.count()
}

fn is_host(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-')
}

/// The address in `run`, whose first dot stands at byte `dot`.
fn read(text: &str, run: std::ops::Range<usize>, dot: usize) -> Option<Address<'_>> {
    // A figure or a word may stand right before the address: AES100www.bgzjy.cn.
    let start = text[run.clone()].find("www.").map_or(run.start, |at| run.start + at);
    let start = if start <= dot { start } else { run.start };
    let host = &text[start..start + host_len(&text[start..run.end])?];
    let mail = start > 0 && text.as_bytes()[start - 1] == b'@';
    if mail || NOT_HOSTS.contains(&host) {
        return None;
    }
    let scheme = ["https://", "http://"].iter().find(|s| text[..start].ends_with(*s));
    let end = start + host.len();
    let end = end + path_len(&text[end..]);
    Some(Address { span: Span::new(start - scheme.map_or(0, |s| s.len()), end), host })
}

/// The length of the host at the start of `text`: up to the end of its last domain.
fn host_len(text: &str) -> Option<usize> {
    let (mut at, mut end, mut named) = (0, None, false);
    for (index, label) in text.split('.').enumerate() {
        let domain = DOMAINS.iter().find(|domain| ends_label(label, domain)).filter(|_| named);
        if let Some(domain) = domain {
            end = Some(at + domain.len());
        }
        if domain.is_some_and(|domain| domain.len() < label.len()) || label.is_empty() || index > 6
        {
            break;
        }
        named |= label.len() >= 2
            && label != "www"
            && label.starts_with(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit())
            && label.bytes().any(|b| b.is_ascii_lowercase())
            && !label.bytes().any(|b| b.is_ascii_uppercase());
        at += label.len() + 1;
    }
    end
}

/// Whether `label` is the domain, or the domain and a figure or name that goes on behind it.
fn ends_label(label: &str, domain: &str) -> bool {
    label.strip_prefix(domain).is_some_and(|rest| {
        rest.is_empty() || rest.starts_with(|c: char| c.is_ascii_digit() || c.is_ascii_uppercase())
    })
}

/// The length of `:80/path` at the start of `text`, without a full stop at its end.
fn path_len(text: &str) -> usize {
    let port = text
        .strip_prefix(':')
        .map_or(0, |rest| rest.bytes().take(5).take_while(u8::is_ascii_digit).count());
    let port = if port > 0 { port + 1 } else { 0 };
    if !text[port..].starts_with('/') {
        return port;
    }
    let path = |b: &u8| b.is_ascii_alphanumeric() || b"_-./?=&%#".contains(b);
    let len = text.as_bytes()[port..].iter().take(LONGEST_PATH).take_while(|b| path(b)).count();
    text[..port + len].trim_end_matches('.').len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = find(text).iter().map(|address| address.span.of(text)).collect();
        assert_eq!(found.join(" "), expected);
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        check("笔杆儿网，www.biganzijiayuan.com进入办案", "www.biganzijiayuan.com");
        check("www.biganzijiayuan.com19号线", "www.biganzijiayuan.com");
        check("共AES100www.bgzjy.cn个", "www.bgzjy.cn");
        check("www.bgzjy.cn.严格", "www.bgzjy.cn");
        check(
            "https://www.91wenmi.com/wenmi/2021/1.html。",
            "https://www.91wenmi.com/wenmi/2021/1.html",
        );
        check("http://a.b.com.cn:8080/x", "http://a.b.com.cn:8080/x");
        check("见bgzjy.cn和www.xx.gov.cn", "bgzjy.cn www.xx.gov.cn");
    }

    #[test]
    fn what_is_no_address() {
        for text in [
            "增长13.5%", "a@qq.com", "ASP.NET", "PM2.5", "第1.2.3条", "node.js", "3.com", "www.",
            ".",
        ] {
            check(text, "");
        }
    }
}
