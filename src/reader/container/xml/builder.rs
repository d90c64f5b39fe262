//! How a tree is read: events of a parser, with names resolved to the prefixes that the specifications
//! use.

use super::{Kind, Node, Place, Range, Tree};
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

/// Why a part is not read.
pub(in crate::reader::container) enum Fault {
    Malformed,
    TooMuch,
}

impl<E: Into<quick_xml::Error>> From<E> for Fault {
    fn from(_: E) -> Self {
        Self::Malformed
    }
}

/// A tree while it is read.
pub(super) struct Builder {
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
    /// One whose tree will know where its nodes stand.
    pub(super) fn placed() -> Self {
        Self { is_placed: true, ..Self::default() }
    }

    /// The tree of a part; `what` names the file in messages.
    pub(super) fn build(mut self, text: &str, what: &str) -> Result<Tree, ReadError> {
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
pub(in crate::reader::container) fn referred(
    reference: &BytesRef<'_>,
) -> Result<Cow<'static, str>, Fault> {
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
pub(in crate::reader::container) fn decode(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
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
