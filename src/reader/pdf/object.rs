//! The objects that a PDF file consists of (ISO 32000-1, 7.3).

use std::collections::BTreeMap;
use std::ops::Range;

/// One object.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) enum Object {
    #[default]
    Null,
    Boolean(bool),
    Number(f64),
    Name(Vec<u8>),
    Text(Vec<u8>),
    Array(Vec<Object>),
    Dictionary(Dictionary),
    Stream(Box<Stream>),
    /// Another object, by its number. Its generation is not needed: of an object that was written
    /// several times only the last one is kept.
    Reference(u32),
}

/// What a missing entry is.
static NULL: Object = Object::Null;

/// No entries at all.
static NO_ENTRIES: Dictionary = Dictionary(BTreeMap::new());

/// Objects by their names.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Dictionary(pub(super) BTreeMap<Vec<u8>, Object>);

/// A dictionary with bytes.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Stream {
    pub(super) entries: Dictionary,
    /// Where the bytes lie in the file, as they are stored.
    pub(super) data: Range<usize>,
    /// Number and generation, which its encryption depends on.
    pub(super) id: (u32, u16),
}

impl Dictionary {
    /// The entry `name`; [`Object::Null`] if there is none.
    pub(super) fn get(&self, name: &str) -> &Object {
        self.0.get(name.as_bytes()).unwrap_or(&NULL)
    }
}

impl Object {
    pub(super) fn number(&self) -> Option<f64> {
        match self {
            Self::Number(number) => Some(*number),
            _ => None,
        }
    }

    /// The number without its fraction, within what an `i32` holds.
    pub(super) fn integer(&self) -> Option<i32> {
        self.number().map(|number| number as i32)
    }

    /// The number without its fraction; `None` if it is below zero.
    #[expect(clippy::cast_sign_loss, reason = "what is below zero is left out before")]
    pub(super) fn unsigned(&self) -> Option<u32> {
        self.number().filter(|number| *number >= 0.0).map(|number| number as u32)
    }

    /// The name; empty if it is none.
    pub(super) fn name(&self) -> &[u8] {
        match self {
            Self::Name(name) => name,
            _ => &[],
        }
    }

    /// The string's bytes; empty if it is none.
    pub(super) fn text(&self) -> &[u8] {
        match self {
            Self::Text(text) => text,
            _ => &[],
        }
    }

    /// The elements; none if it is no array.
    pub(super) fn array(&self) -> &[Object] {
        match self {
            Self::Array(array) => array,
            _ => &[],
        }
    }

    /// The entries of a dictionary or of a stream; none if it is neither.
    pub(super) fn entries(&self) -> &Dictionary {
        match self {
            Self::Dictionary(entries) => entries,
            Self::Stream(stream) => &stream.entries,
            _ => &NO_ENTRIES,
        }
    }

    pub(super) fn stream(&self) -> Option<&Stream> {
        match self {
            Self::Stream(stream) => Some(stream),
            _ => None,
        }
    }
}
