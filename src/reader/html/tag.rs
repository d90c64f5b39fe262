//! Cutting a page into tags and text.

/// What stands next in a page.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Text, its character references not yet read.
    Text(&'a str),
    /// `<p class="a">`.
    Start(Tag<'a>),
    /// `</p>`: the name.
    End(&'a str),
}

/// A start tag.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Tag<'a> {
    /// Its name as written.
    pub(super) name: &'a str,
    /// What follows the name: ` class="a"`.
    attributes: &'a str,
}

/// Elements whose content is no markup: everything up to their end tag is passed over.
const RAW: &[&str] = &["script", "style", "title", "textarea", "xml", "noscript"];

/// So far the end of a tag is looked for, in bytes, before a quote in it counts as unclosed. A tag
/// with a picture in it (`data:`) is longer, but holds no `>` in quotes.
const LONGEST_TAG: usize = 4 << 10;

/// After so many unclosed quotes a page is one that does not close them, and they no longer count:
/// looking far ahead for each would take for ever.
const MOST_UNCLOSED: usize = 100;

/// Cuts a page, each character once.
pub(super) struct Tokens<'a> {
    rest: &'a str,
    /// How many tags had a quote that was not closed.
    unclosed: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(html: &'a str) -> Self {
        Self { rest: html, unclosed: 0 }
    }

    /// Moves past `len` bytes and gives them.
    fn take(&mut self, len: usize) -> &'a str {
        let (taken, rest) = self.rest.split_at(len);
        self.rest = rest;
        taken
    }

    /// Moves past the next `mark`, or to the end if there is none.
    fn skip_past(&mut self, mark: &str) {
        let end = self.rest.find(mark).map_or(self.rest.len(), |at| at + mark.len());
        self.take(end);
    }

    /// Moves to the end tag of a raw element.
    fn skip_raw(&mut self, name: &str) {
        let is_end = |at: usize| {
            let after = self.rest.get(at + 2..at + 2 + name.len());
            after.is_some_and(|after| after.eq_ignore_ascii_case(name))
        };
        let end = self.rest.match_indices("</").map(|(at, _)| at).find(|&at| is_end(at));
        self.take(end.unwrap_or(self.rest.len()));
    }

    /// Where the `>` stands that ends a tag; one in quotes does not.
    fn end_of_tag(&mut self, inner: &str) -> usize {
        let first = || inner.find('>').unwrap_or(inner.len());
        if self.unclosed > MOST_UNCLOSED {
            return first();
        }
        let (mut quote, mut before) = (None, b' ');
        for (at, byte) in inner.bytes().enumerate().take(LONGEST_TAG) {
            match (byte, quote) {
                (b'>', None) => return at,
                (b'"' | b'\'', None) if before == b'=' => quote = Some(byte),
                (byte, Some(open)) if byte == open => quote = None,
                _ => {}
            }
            if !byte.is_ascii_whitespace() {
                before = byte;
            }
        }
        self.unclosed += 1;
        first()
    }

    /// The tag at the start of the rest, if `<` begins one.
    fn tag(&mut self) -> Option<Token<'a>> {
        let inner = &self.rest[1..];
        let (is_end, inner) = inner.strip_prefix('/').map_or((false, inner), |inner| (true, inner));
        if !inner.starts_with(|c: char| c.is_ascii_alphabetic()) {
            return None;
        }
        let len = self.end_of_tag(inner);
        let name_end = inner
            .find(|c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>'))
            .unwrap_or(inner.len())
            .min(len);
        let (name, attributes) = (&inner[..name_end], &inner[name_end..len]);
        let whole = self.rest.len() - inner.len() + (len + 1).min(inner.len());
        self.take(whole);
        if is_end {
            return Some(Token::End(name));
        }
        let tag = Tag { name, attributes };
        if RAW.iter().any(|raw| raw.eq_ignore_ascii_case(name)) && !tag.is_closed() {
            self.skip_raw(name);
        }
        Some(Token::Start(tag))
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        loop {
            if self.rest.is_empty() {
                return None;
            }
            if !self.rest.starts_with('<') {
                let len = self.rest.find('<').unwrap_or(self.rest.len());
                return Some(Token::Text(self.take(len)));
            }
            if self.rest.starts_with("<!--") {
                self.take("<!--".len());
                self.skip_past("-->");
            } else if self.rest.starts_with("<!") || self.rest.starts_with("<?") {
                self.skip_past(">");
            } else if let Some(tag) = self.tag() {
                return Some(tag);
            } else {
                return Some(Token::Text(self.take(1)));
            }
        }
    }
}

impl<'a> Tag<'a> {
    /// The value of an attribute, "" if it has none; `None` if it is not there.
    pub(super) fn attribute(&self, name: &str) -> Option<&'a str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
            let end = rest
                .find(|c: char| c.is_ascii_whitespace() || matches!(c, '=' | '/'))
                .unwrap_or(rest.len());
            if rest.is_empty() {
                return None;
            }
            let own = &rest[..end];
            rest = rest[end..].trim_ascii_start();
            let value = match rest.strip_prefix('=') {
                Some(after) => {
                    let (value, after) = attribute_value(after.trim_ascii_start());
                    rest = after;
                    value
                }
                None => "",
            };
            if own.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            // `="` without a name moves on all the same.
            if own.is_empty() && value.is_empty() {
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }

    /// Its style without blanks, in lower case: `display:none`.
    pub(super) fn style(&self) -> String {
        let style = self.attribute("style").unwrap_or_default();
        style.chars().filter(|c| !c.is_whitespace()).collect::<String>().to_ascii_lowercase()
    }

    /// Whether it is its own end: `<svg/>`.
    pub(super) fn is_closed(&self) -> bool {
        self.attributes.ends_with('/')
    }
}

/// A value at the start of `text`, and what follows it.
fn attribute_value(text: &str) -> (&str, &str) {
    for quote in ['"', '\''] {
        if let Some(inner) = text.strip_prefix(quote) {
            return inner.split_once(quote).unwrap_or((inner, ""));
        }
    }
    text.split_at(text.find(|c: char| c.is_ascii_whitespace()).unwrap_or(text.len()))
}
