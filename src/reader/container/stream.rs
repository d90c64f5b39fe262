//! XML piece by piece, for parts that are too long for a tree: a tab has 50 nodes in each row.
//!
//! Names are without prefix. It serves where elements of other namespaces have other names too.

use super::xml::{Fault, decode, referred};
use crate::reader::{ReadError, message};
use quick_xml::Reader;
use quick_xml::events::{BytesEnd, BytesStart, Event};
use std::borrow::Cow;

/// The characters of a part.
///
/// # Errors
/// If its encoding is not known.
pub(in crate::reader) fn characters(bytes: &[u8]) -> Result<Cow<'_, str>, ReadError> {
    decode(bytes)
}

/// What comes next in a part.
pub(in crate::reader) enum Piece<'t> {
    /// An element begins.
    Open(Tag<'t>),
    /// An element ends.
    Close(BytesEnd<'t>),
    /// Text in an element.
    Text(Cow<'t, str>),
}

impl Piece<'_> {
    /// Whether an element of this name ends.
    pub(in crate::reader) fn closes(&self, name: &str) -> bool {
        matches!(self, Self::Close(end) if end.local_name().into_inner() == name)
    }
}

/// The beginning of an element.
pub(in crate::reader) struct Tag<'t> {
    start: BytesStart<'t>,
    what: &'static str,
}

impl Tag<'_> {
    /// Whether it has this name.
    pub(in crate::reader) fn is(&self, name: &str) -> bool {
        self.start.local_name().into_inner() == name
    }

    /// The values of the attributes of these names, which have no prefix.
    ///
    /// # Errors
    /// If an attribute is broken.
    pub(in crate::reader) fn attributes<const N: usize>(
        &self,
        names: [&str; N],
    ) -> Result<[Option<String>; N], ReadError> {
        let damaged = || message::damaged(self.what);
        let mut values = [const { None }; N];
        for attribute in self.start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| damaged())?;
            let at = names.iter().position(|name| *name == attribute.key.as_ref());
            if let Some(at) = at {
                let value = attribute.normalized_value(quick_xml::XmlVersion::Implicit1_0);
                values[at] = Some(value.map_err(|_| damaged())?.into_owned());
            }
        }
        Ok(values)
    }
}

/// A part while it is read.
pub(in crate::reader) struct Stream<'t> {
    reader: Reader<&'t [u8]>,
    /// How many elements are open; `None` before the first.
    depth: Option<usize>,
    /// The format, for messages: xlsx 文件.
    what: &'static str,
}

impl<'t> Stream<'t> {
    /// Begins to read the text of a part, see [`characters`].
    pub(in crate::reader) fn new(text: &'t str, what: &'static str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, depth: None, what }
    }

    /// What comes next; `None` at the end.
    ///
    /// # Errors
    /// If the part is not well-formed as far as it is read, or declares a document type.
    pub(in crate::reader) fn next(&mut self) -> Result<Option<Piece<'t>>, ReadError> {
        self.event().map_err(|_| message::damaged(self.what))
    }

    fn event(&mut self) -> Result<Option<Piece<'t>>, Fault> {
        loop {
            let piece = match self.reader.read_event()? {
                Event::Start(start) => {
                    self.depth = Some(self.depth.unwrap_or_default() + 1);
                    Piece::Open(Tag { start, what: self.what })
                }
                Event::End(end) => {
                    self.depth = self.depth.map(|depth| depth.saturating_sub(1));
                    Piece::Close(end)
                }
                Event::Text(text) => Piece::Text(text.xml10_content()),
                Event::CData(text) => Piece::Text(text.xml10_content()),
                Event::GeneralRef(reference) => Piece::Text(referred(&reference)?),
                Event::DocType(_) => return Err(Fault::Malformed),
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::Empty(_) => continue,
                // Cut off inside an element, or no element at all.
                Event::Eof if self.depth != Some(0) => return Err(Fault::Malformed),
                Event::Eof => return Ok(None),
            };
            return Ok(Some(piece));
        }
    }
}
