//! XML as a tree of elements, whose names have the prefixes that the specifications use.
//!
//! A file may bind any prefix to a namespace, and Strict and Transitional documents have different
//! namespaces for the same things. Here the name of a paragraph is `w:p` in all of them.

mod builder;

pub(super) use builder::{Fault, decode, referred};

use crate::reader::ReadError;
use builder::Builder;
use std::borrow::Cow;

/// A whole XML part.
pub(in crate::reader) struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<(u32, Range)>,
    /// All text and all values of attributes, one after the other.
    characters: String,
    names: Vec<String>,
    /// Where each node stands in the part; empty unless somebody asked.
    places: Vec<Place>,
}

/// Where an element stands in the text of its part, in bytes.
#[derive(Clone, Copy, Debug, Default)]
pub(in crate::reader) struct Place {
    /// Where its tag begins.
    pub(in crate::reader) start: u32,
    /// Where its contents begin.
    pub(in crate::reader) inner: u32,
    /// Where its contents end.
    pub(in crate::reader) inner_end: u32,
    /// Where it ends; a tag that closes itself has all three at its end.
    pub(in crate::reader) end: u32,
    /// The element it is in; of the root, itself.
    parent: u32,
}

/// A stretch of [`Tree::characters`].
type Range = (u32, u32);

/// One element or one piece of text. The root is the first node.
struct Node {
    kind: Kind,
    first_child: Option<u32>,
    next: Option<u32>,
}

enum Kind {
    /// An element: its name and the range of its attributes.
    Element {
        name: u32,
        attributes: Range,
    },
    Text(Range),
}

impl Tree {
    /// Reads a part; `what` names the file in messages.
    ///
    /// # Errors
    /// If it is not well-formed, declares a document type (which may define entities), or exceeds
    /// the limits.
    pub(in crate::reader) fn parse(bytes: &[u8], what: &str) -> Result<Self, ReadError> {
        let text = decode(bytes)?;
        Builder::default().build(&text, what)
    }

    /// Reads a part that is to be written back into: the tree knows where its elements stand in the
    /// text, which is given beside it. It is borrowed if the part is in UTF-8.
    ///
    /// # Errors
    /// As for [`Tree::parse`].
    pub(in crate::reader) fn parse_placed<'b>(
        bytes: &'b [u8],
        what: &str,
    ) -> Result<(Self, Cow<'b, str>), ReadError> {
        let text = decode(bytes)?;
        let tree = Builder::placed().build(&text, what)?;
        Ok((tree, text))
    }

    /// The element with this number.
    pub(in crate::reader) fn element(&self, index: u32) -> Element<'_> {
        Element { tree: self, index }
    }

    /// The outermost element.
    pub(in crate::reader) fn root(&self) -> Element<'_> {
        Element { tree: self, index: 0 }
    }

    fn slice(&self, (start, end): Range) -> &str {
        &self.characters[start as usize..end as usize]
    }
}

/// An element of a tree.
#[derive(Clone, Copy)]
pub(in crate::reader) struct Element<'t> {
    tree: &'t Tree,
    index: u32,
}

/// What an element contains.
#[derive(Clone, Copy)]
pub(in crate::reader) enum Content<'t> {
    /// An element.
    Element(Element<'t>),
    /// Text between elements.
    Text(&'t str),
}

impl<'t> Element<'t> {
    /// Its name, with the prefix of [`NAMESPACES`]: `w:p`.
    pub(in crate::reader) fn name(self) -> &'t str {
        match self.tree.nodes[self.index as usize].kind {
            Kind::Element { name, .. } => &self.tree.names[name as usize],
            Kind::Text(_) => "",
        }
    }

    /// Its number in the tree.
    pub(in crate::reader) fn index(self) -> u32 {
        self.index
    }

    /// Where it stands in the part, if the tree was read by [`Tree::parse_placed`].
    pub(in crate::reader) fn place(self) -> Place {
        self.tree.places.get(self.index as usize).copied().unwrap_or_default()
    }

    /// The elements around it, from the inmost; none unless the tree was read by
    /// [`Tree::parse_placed`].
    pub(in crate::reader) fn ancestors(self) -> impl Iterator<Item = Element<'t>> {
        let step = |element: &Element<'t>| {
            let index = element.tree.places.get(element.index as usize)?.parent;
            (index != element.index).then_some(Element { tree: element.tree, index })
        };
        std::iter::successors(step(&self), step)
    }

    /// The value of an attribute: `w:val`.
    pub(in crate::reader) fn attribute(self, name: &str) -> Option<&'t str> {
        let Kind::Element { attributes: (start, end), .. } =
            self.tree.nodes[self.index as usize].kind
        else {
            return None;
        };
        let own = &self.tree.attributes[start as usize..end as usize];
        let found = own.iter().find(|&&(own, _)| self.tree.names[own as usize] == name);
        found.map(|&(_, range)| self.tree.slice(range))
    }

    /// Elements and text in it, in reading order.
    pub(in crate::reader) fn contents(self) -> impl Iterator<Item = Content<'t>> {
        let tree = self.tree;
        let mut next = tree.nodes[self.index as usize].first_child;
        std::iter::from_fn(move || {
            let index = next?;
            let node = &tree.nodes[index as usize];
            next = node.next;
            Some(match node.kind {
                Kind::Element { .. } => Content::Element(Element { tree, index }),
                Kind::Text(range) => Content::Text(tree.slice(range)),
            })
        })
    }

    /// The elements in it.
    pub(in crate::reader) fn children(self) -> impl Iterator<Item = Element<'t>> {
        self.contents().filter_map(|content| match content {
            Content::Element(element) => Some(element),
            Content::Text(_) => None,
        })
    }

    /// The first element in it with this name.
    pub(in crate::reader) fn child(self, name: &str) -> Option<Element<'t>> {
        self.children().find(|child| child.name() == name)
    }

    /// The element at the end of a path of names: `["w:pPr", "w:numPr"]`.
    pub(in crate::reader) fn descend(self, path: &[&str]) -> Option<Element<'t>> {
        path.iter().try_fold(self, |element, name| element.child(name))
    }

    /// The text directly in it.
    pub(in crate::reader) fn text(self) -> Cow<'t, str> {
        let mut pieces = self.contents().filter_map(|content| match content {
            Content::Text(text) => Some(text),
            Content::Element(_) => None,
        });
        let first = pieces.next().unwrap_or_default();
        pieces.fold(Cow::Borrowed(first), |text, piece| text + piece)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::{ReadErrorKind, limits};

    /// A tree as `name(contents)`.
    fn dump(element: Element<'_>) -> String {
        let contents: Vec<String> = element
            .contents()
            .map(|content| match content {
                Content::Element(child) => dump(child),
                Content::Text(text) => format!("“{text}”"),
            })
            .collect();
        format!("{}({})", element.name(), contents.join(" "))
    }

    fn refusal(text: &str) -> Option<ReadErrorKind> {
        Tree::parse(text.as_bytes(), "docx 文件").err().map(|error| error.kind)
    }

    #[test]
    fn names_have_the_prefixes_of_the_specifications() {
        let text = "<?xml version='1.0'?><x:p xmlns:x='http://purl.oclc.org/ooxml/wordprocessingml/main' \
            x:id='1' id='2'><x:t>甲&amp;乙&#x4E19;</x:t><y/><z xmlns='urn:other'/></x:p>";
        let tree = Tree::parse(text.as_bytes(), "").unwrap();
        assert_eq!(dump(tree.root()), "w:p(w:t(“甲” “&” “乙” “丙”) y() ?:z())");
        assert_eq!(tree.root().attribute("w:id"), Some("1"));
        assert_eq!(tree.root().attribute("id"), Some("2"));
        assert_eq!(tree.root().child("w:t").unwrap().text(), "甲&乙丙");
    }

    #[test]
    fn a_prefix_means_what_it_was_last_bound_to() {
        let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
        let text = format!("<p><p xmlns='{word}'><p/><p xmlns='urn:other'/><p/></p><p/></p>");
        let tree = Tree::parse(text.as_bytes(), "").unwrap();
        assert_eq!(dump(tree.root()), "p(w:p(w:p() ?:p() w:p()) p())");
    }

    #[test]
    fn other_encodings_are_read() {
        let text = "<?xml version='1.0' encoding='gb2312'?><甲>乙</甲>";
        let (bytes, ..) = encoding_rs::GB18030.encode(text);
        assert_eq!(dump(Tree::parse(&bytes, "").unwrap().root()), "甲(“乙”)");
        let wide: Vec<u8> =
            "\u{FEFF}<甲>乙</甲>".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(dump(Tree::parse(&wide, "").unwrap().root()), "甲(“乙”)");
    }

    #[test]
    fn what_is_broken_or_dangerous_is_refused() {
        use ReadErrorKind::{Damaged, TooLarge};
        for broken in ["", "甲", "<a>", "<a></b>", "<a/><b/>", "<a>&b;</a>", "<a b='&c;'/>"] {
            assert_eq!(refusal(broken), Some(Damaged), "{broken}");
        }
        let laughs = "<!DOCTYPE a [<!ENTITY b 'ha'>]><a>&b;</a>";
        assert_eq!(refusal(laughs), Some(Damaged));
        assert_eq!(refusal(&"<a>".repeat(1_000_000)), Some(TooLarge));
        let namespaces = (0..1000).map(|i| format!(" xmlns:n{i}='u'")).collect::<Vec<_>>().concat();
        assert_eq!(refusal(&format!("<a{namespaces}/>")), Some(TooLarge));
        let crowded = |attributes: usize| format!("<a{}/>", " b='1'".repeat(attributes));
        assert_eq!(refusal(&crowded(limits::MOST_ATTRIBUTES)), None);
        assert_eq!(refusal(&crowded(80_000)), Some(TooLarge));
    }
}
