//! Writing XML: every name is ours, every text is escaped.

use crate::export::xml;
use std::fmt::Write as _;

/// What every part begins with.
const DECLARATION: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// An XML part that is being written.
pub(in crate::export) struct Xml {
    out: String,
    open: Vec<&'static str>,
}

impl Xml {
    /// A part with its root element.
    pub(in crate::export) fn new(root: &'static str, attributes: &[(&str, &str)]) -> Self {
        let mut xml = Self { out: DECLARATION.to_owned(), open: Vec::new() };
        xml.open(root, attributes);
        xml
    }

    /// Opens an element.
    pub(in crate::export) fn open(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push('>');
        self.open.push(name);
    }

    /// Closes the element that was opened last.
    pub(in crate::export) fn close(&mut self) {
        if let Some(name) = self.open.pop() {
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
    }

    /// An element without content.
    pub(in crate::export) fn empty(&mut self, name: &'static str, attributes: &[(&str, &str)]) {
        self.tag(name, attributes);
        self.out.push_str("/>");
    }

    /// An element without content whose only attribute is `w:val`.
    pub(in crate::export) fn value(&mut self, name: &'static str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that holds nothing but text, whose blanks count.
    pub(in crate::export) fn text(&mut self, name: &'static str, text: &str) {
        self.leaf(name, &[("xml:space", "preserve")], text);
    }

    /// An element that holds nothing but text, with its attributes.
    pub(in crate::export) fn leaf(
        &mut self,
        name: &'static str,
        attributes: &[(&str, &str)],
        text: &str,
    ) {
        self.open(name, attributes);
        self.out.push_str(&xml::text(text));
        self.close();
    }

    /// The part; what is open is closed.
    pub(in crate::export) fn finish(mut self) -> Vec<u8> {
        while !self.open.is_empty() {
            self.close();
        }
        self.out.into_bytes()
    }

    fn tag(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (key, value) in attributes {
            // Writing to a string cannot fail.
            let _ = write!(self.out, " {key}=\"{}\"", xml::value(value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_stays_text() {
        let mut xml = Xml::new("r", &[("a", "1\"<2")]);
        xml.text("t", "</t><x/>&amp;\u{0}\u{B}\u{FFFF}]]> 𠮷");
        let written = String::from_utf8(xml.finish()).unwrap();
        let expected = "<r a=\"1&quot;&lt;2\"><t xml:space=\"preserve\">&lt;/t&gt;&lt;x/&gt;&amp;amp;]]&gt; 𠮷</t></r>";
        assert_eq!(written.strip_prefix(DECLARATION), Some(expected));
    }
}
