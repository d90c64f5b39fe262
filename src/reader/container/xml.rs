//! XML as a tree of elements, whose names have the prefixes that the specifications use.
//!
//! A file may bind any prefix to a namespace, and Strict and Transitional documents have different
//! namespaces for the same things. Here the name of a paragraph is `w:p` in all of them.

use crate::reader::{ReadError, encoding, limits, message};
use quick_xml::Reader;
use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesRef, BytesStart, Event};
use std::borrow::Cow;
use std::collections::{BTreeMap, HashMap};

/// The prefixes by which the readers know namespaces. Names of all others begin with `?:`.
#[rustfmt::skip]
const NAMESPACES: &[(&str, &[&str])] = &[
    ("w", &["http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"]),
    ("r", &["http://schemas.openxmlformats.org/officeDocument/2006/relationships", "http://purl.oclc.org/ooxml/officeDocument/relationships"]),
    ("s", &["http://schemas.openxmlformats.org/spreadsheetml/2006/main", "http://purl.oclc.org/ooxml/spreadsheetml/main"]),
    ("m", &["http://schemas.openxmlformats.org/officeDocument/2006/math", "http://purl.oclc.org/ooxml/officeDocument/math"]),
    ("mc", &["http://schemas.openxmlformats.org/markup-compatibility/2006"]),
    ("rel", &["http://schemas.openxmlformats.org/package/2006/relationships"]),
    ("pkg", &["http://schemas.microsoft.com/office/2006/xmlPackage"]),
    ("xml", &["http://www.w3.org/XML/1998/namespace"]),
    ("office", &["urn:oasis:names:tc:opendocument:xmlns:office:1.0"]),
    ("text", &["urn:oasis:names:tc:opendocument:xmlns:text:1.0"]),
    ("table", &["urn:oasis:names:tc:opendocument:xmlns:table:1.0"]),
    ("draw", &["urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"]),
    ("style", &["urn:oasis:names:tc:opendocument:xmlns:style:1.0"]),
    ("loext", &["urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"]),
    ("ofd", &["http://www.ofdspec.org/2016", "http://www.ofdspec.org"]),
    ("manifest", &["urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"]),
];

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
        let tree = Builder { is_placed: true, ..Builder::default() }.build(&text, what)?;
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

/// Why a part is not read.
pub(super) enum Fault {
    Malformed,
    TooMuch,
}

impl<E: Into<quick_xml::Error>> From<E> for Fault {
    fn from(_: E) -> Self {
        Self::Malformed
    }
}

/// A tree while it is read.
struct Builder {
    tree: Tree,
    /// The open elements, with the child each had last.
    open: Vec<(u32, Option<u32>)>,
    /// The namespaces in force: depth, prefix of the file, prefix of [`NAMESPACES`].
    bound: Vec<(usize, String, &'static str)>,
    ids: BTreeMap<String, u32>,
    /// The numbers of names as the file writes them, of attributes and of elements, while the
    /// namespaces in force stay the same: a part has millions of names and some forty different ones.
    seen: [HashMap<String, u32>; 2],
    events: usize,
    /// Whether the tree is to know where its nodes stand.
    is_placed: bool,
    /// Where what is read begins and ends.
    here: (u32, u32),
}

impl Default for Builder {
    fn default() -> Self {
        let tree = Tree {
            nodes: Vec::new(),
            attributes: Vec::new(),
            characters: String::new(),
            names: Vec::new(),
            places: Vec::new(),
        };
        let bound = vec![(0, "xml".to_owned(), "xml")];
        let (ids, seen) = (BTreeMap::new(), <[HashMap<_, _>; 2]>::default());
        let (is_placed, here) = (false, (0, 0));
        Self { tree, open: Vec::new(), bound, ids, seen, events: 0, is_placed, here }
    }
}

impl Builder {
    /// The tree of a part; `what` names the file in messages.
    fn build(mut self, text: &str, what: &str) -> Result<Tree, ReadError> {
        self.read(text).map_err(|fault| match fault {
            Fault::Malformed => message::damaged(what),
            Fault::TooMuch => message::too_complex(what),
        })?;
        Ok(self.tree)
    }

    fn read(&mut self, text: &str) -> Result<(), Fault> {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        loop {
            self.count(1)?;
            let event = reader.read_event()?;
            self.here = (self.here.1, reader.buffer_position() as u32);
            match event {
                Event::Start(tag) => self.start(&tag)?,
                Event::End(_) => self.end(),
                Event::Text(piece) => self.text(&piece.xml10_content()),
                Event::CData(piece) => self.text(&piece.xml10_content()),
                Event::GeneralRef(reference) => self.text(&referred(&reference)?),
                Event::DocType(_) => return Err(Fault::Malformed),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => {}
                Event::Eof => break,
            }
        }
        // Cut off inside an element, or no element at all.
        if self.open.is_empty() && !self.tree.nodes.is_empty() {
            Ok(())
        } else {
            Err(Fault::Malformed)
        }
    }

    fn count(&mut self, events: usize) -> Result<(), Fault> {
        self.events += events;
        if self.events > limits::MOST_EVENTS { Err(Fault::TooMuch) } else { Ok(()) }
    }

    fn start(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        if self.open.len() >= limits::DEEPEST {
            return Err(Fault::TooMuch);
        }
        if self.open.is_empty() && !self.tree.nodes.is_empty() {
            return Err(Fault::Malformed);
        }
        let mut attributes = tag.attributes();
        let attributes = attributes.with_checks(false).take(limits::MOST_ATTRIBUTES + 1);
        let attributes: Vec<Attribute<'_>> = attributes.collect::<Result<_, _>>()?;
        if attributes.len() > limits::MOST_ATTRIBUTES {
            return Err(Fault::TooMuch);
        }
        self.count(attributes.len())?;
        self.bind(&attributes)?;
        let from = self.tree.attributes.len() as u32;
        for attribute in &attributes {
            let name = attribute.key.as_ref();
            if name == "xmlns" || name.starts_with("xmlns:") {
                continue;
            }
            let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0)?;
            let name = self.name(name, false);
            let range = self.append(&value);
            self.tree.attributes.push((name, range));
        }
        let name = self.name(tag.name().as_ref(), true);
        let attributes = (from, self.tree.attributes.len() as u32);
        let index = self.push(Kind::Element { name, attributes });
        self.open.push((index, None));
        Ok(())
    }

    fn end(&mut self) {
        let ended = self.open.pop();
        if let Some(place) = ended.and_then(|(index, _)| self.tree.places.get_mut(index as usize)) {
            (place.inner_end, place.end) = self.here;
        }
        let depth = self.open.len();
        while self.bound.last().is_some_and(|&(bound, ..)| bound > depth) {
            self.bound.pop();
            self.seen = Default::default();
        }
    }

    fn text(&mut self, piece: &str) {
        if !self.open.is_empty() && !piece.is_empty() {
            let range = self.append(piece);
            self.push(Kind::Text(range));
        }
    }

    /// Appends a node to the open element.
    fn push(&mut self, kind: Kind) -> u32 {
        let index = self.tree.nodes.len() as u32;
        self.tree.nodes.push(Node { kind, first_child: None, next: None });
        if self.is_placed {
            let parent = self.open.last().map_or(index, |(parent, _)| *parent);
            let (start, inner) = self.here;
            self.tree.places.push(Place { start, inner, inner_end: inner, end: inner, parent });
        }
        if let Some((parent, last)) = self.open.last_mut() {
            match last.replace(index) {
                Some(last) => self.tree.nodes[last as usize].next = Some(index),
                None => self.tree.nodes[*parent as usize].first_child = Some(index),
            }
        }
        index
    }

    fn append(&mut self, text: &str) -> Range {
        let start = self.tree.characters.len() as u32;
        self.tree.characters.push_str(text);
        (start, self.tree.characters.len() as u32)
    }

    /// Takes note of the namespaces that a tag declares.
    fn bind(&mut self, attributes: &[Attribute<'_>]) -> Result<(), Fault> {
        let depth = self.open.len() + 1;
        for attribute in attributes {
            let name = attribute.key.as_ref();
            let prefix = match name.strip_prefix("xmlns") {
                Some("") => "",
                Some(rest) if rest.starts_with(':') => &rest[1..],
                _ => continue,
            };
            if self.bound.len() >= limits::MOST_NAMESPACES {
                return Err(Fault::TooMuch);
            }
            let uri: &str = attribute.value.as_ref();
            let known = NAMESPACES.iter().find(|(_, uris)| uris.contains(&uri));
            self.bound.push((depth, prefix.to_owned(), known.map_or("?", |(known, _)| *known)));
            self.seen = Default::default();
        }
        Ok(())
    }

    /// The number of a name as the file writes it.
    fn name(&mut self, name: &str, is_element: bool) -> u32 {
        let seen = usize::from(is_element);
        if let Some(&id) = self.seen[seen].get(name) {
            return id;
        }
        let full = self.resolve(name, is_element);
        let id = *self.ids.entry(full).or_insert_with_key(|full| {
            self.tree.names.push(full.clone());
            self.tree.names.len() as u32 - 1
        });
        self.seen[seen].insert(name.to_owned(), id);
        id
    }

    /// A name with the prefix of [`NAMESPACES`]. An attribute without prefix is in no namespace, an
    /// element without one in the namespace that is declared for such.
    fn resolve(&self, name: &str, is_element: bool) -> String {
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let bound = self.bound.iter().rev().find(|(_, bound, _)| bound == prefix);
        match bound {
            _ if prefix.is_empty() && !is_element => local.to_owned(),
            Some((.., known)) => format!("{known}:{local}"),
            None if prefix.is_empty() => local.to_owned(),
            None => format!("?:{local}"),
        }
    }
}

/// `&amp;` or `&#x4E00;`. Entities of its own no part can have.
pub(super) fn referred(reference: &BytesRef<'_>) -> Result<Cow<'static, str>, Fault> {
    const NAMED: [(&str, &str); 5] =
        [("amp", "&"), ("lt", "<"), ("gt", ">"), ("quot", "\""), ("apos", "'")];
    if let Some(c) = reference.resolve_char_ref()? {
        return Ok(Cow::Owned(c.to_string()));
    }
    let name = reference.xml10_content();
    let known = NAMED.iter().find(|(known, _)| *known == name);
    known.map(|(_, text)| Cow::Borrowed(*text)).ok_or(Fault::Malformed)
}

/// The characters of a part: UTF-8 nearly always, else as its first line says.
pub(super) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    let is_wide = bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF");
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(200)]);
    let declared = head.split("encoding=").nth(1).and_then(|rest| {
        let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
        rest[1..].split(quote).next()
    });
    let decoded = match declared {
        _ if is_wide => encoding::decode(bytes)?,
        Some(label) => encoding::decode_as(bytes, label)?,
        None => encoding::decode_as(bytes, "utf-8")?,
    };
    Ok(match decoded.text {
        Cow::Borrowed(text) => Cow::Borrowed(text),
        Cow::Owned(text) => Cow::Owned(text),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::ReadErrorKind;

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
