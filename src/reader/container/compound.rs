//! Compound files (OLE2): the container of doc and wps, a small file system.

use crate::reader::{ReadError, limits, message};
use cfb::CompoundFile;
use std::io::{Cursor, Read};

/// An open compound file.
pub(in crate::reader) struct Compound<'a> {
    file: CompoundFile<Cursor<&'a [u8]>>,
    what: &'static str,
}

impl<'a> Compound<'a> {
    /// Opens the file in `bytes`.
    ///
    /// # Errors
    /// If its tables are broken.
    pub(in crate::reader) fn open(bytes: &'a [u8], what: &'static str) -> Result<Self, ReadError> {
        let file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| message::damaged(what))?;
        Ok(Self { file, what })
    }

    /// The names of what lies at the top.
    pub(in crate::reader) fn names(&self) -> Vec<String> {
        let entries = self.file.read_root_storage().take(limits::MOST_PARTS);
        entries.map(|entry| entry.name().to_owned()).collect()
    }

    /// The bytes of a stream at the top; `None` if there is none of this name.
    ///
    /// # Errors
    /// If it is cut off or too large.
    pub(in crate::reader) fn stream(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        if !self.file.is_stream(name) {
            return Ok(None);
        }
        let stream = self.file.open_stream(name).map_err(|_| message::damaged(self.what))?;
        if stream.len() > limits::LARGEST_PART {
            return Err(message::too_complex(self.what));
        }
        let mut bytes = Vec::new();
        stream
            .take(limits::LARGEST_PART)
            .read_to_end(&mut bytes)
            .map_err(|_| message::damaged(self.what))?;
        Ok(Some(bytes))
    }
}
