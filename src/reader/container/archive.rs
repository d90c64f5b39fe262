//! Zip archives: parts by name, each inflated only when asked for, and never further than a report
//! can be long.

use crate::reader::{ReadError, limits, message};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// An open archive.
pub(in crate::reader) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The index of each part, by its name as [`key`] writes it.
    parts: BTreeMap<String, usize>,
    /// What is inflated so far, in bytes.
    inflated: u64,
    /// The format, for messages: docx 文件.
    what: &'static str,
}

impl<'a> Archive<'a> {
    /// Opens the archive in `bytes`.
    ///
    /// # Errors
    /// If its directory is missing or broken, or lists too many parts.
    pub(in crate::reader) fn open(bytes: &'a [u8], what: &'static str) -> Result<Self, ReadError> {
        if announced_parts(bytes).is_some_and(|count| count > limits::MOST_PARTS) {
            return Err(message::too_complex(what));
        }
        let zip = ZipArchive::new(Cursor::new(bytes)).map_err(|_| message::damaged(what))?;
        if zip.len() > limits::MOST_PARTS {
            return Err(message::too_complex(what));
        }
        let name = |index: usize| zip.name_for_index(index)?.ok();
        let parts = (0..zip.len()).filter_map(|i| Some((key(&name(i)?), i))).collect();
        Ok(Self { zip, parts, inflated: 0, what })
    }

    /// The names of all parts as [`Archive::part`] finds them, in the order of the alphabet.
    pub(in crate::reader) fn names(&self) -> impl Iterator<Item = &str> {
        self.parts.keys().map(String::as_str)
    }

    /// The place of a part in the directory of the archive; `None` if there is none of this name.
    pub(in crate::reader) fn index(&self, name: &str) -> Option<usize> {
        self.parts.get(&key(name)).copied()
    }

    /// The bytes of a part; `None` if there is none of this name.
    ///
    /// # Errors
    /// If it is encrypted, broken or too large.
    pub(in crate::reader) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, ReadError> {
        let Some(&index) = self.parts.get(&key(name)) else { return Ok(None) };
        let mut file = self.zip.by_index(index).map_err(|error| match error {
            ZipError::UnsupportedArchive(why) if why == ZipError::PASSWORD_REQUIRED => {
                message::encrypted(self.what)
            }
            _ => message::damaged(self.what),
        })?;
        let compressed = file.compressed_size().max(1);
        let by_ratio = compressed.saturating_mul(limits::HIGHEST_RATIO).max(limits::RATIO_FROM);
        let rest = limits::LARGEST_TOTAL - self.inflated;
        let most = by_ratio.min(limits::LARGEST_PART).min(rest);
        // What a header says of the inflated size may be a lie; only reading tells.
        let mut bytes = Vec::new();
        file.by_ref()
            .take(most + 1)
            .read_to_end(&mut bytes)
            .map_err(|_| message::damaged(self.what))?;
        if bytes.len() as u64 > most {
            return Err(message::too_complex(self.what));
        }
        self.inflated += bytes.len() as u64;
        Ok(Some(bytes))
    }
}

/// A part's name as it is looked up. Office ignores the case; some producers write a leading slash
/// or backslashes.
fn key(name: &str) -> String {
    name.trim_start_matches(['/', '\\']).replace('\\', "/").to_ascii_lowercase()
}

/// How many parts the end of the archive announces. Looked at first, because the whole directory is
/// read before its length is known.
fn announced_parts(bytes: &[u8]) -> Option<usize> {
    const END: &[u8] = b"PK\x05\x06";
    let tail = &bytes[bytes.len().saturating_sub((64 << 10) + 22)..];
    let at = tail.windows(END.len()).rposition(|window| window == END)?;
    let count = tail.get(at + 10..at + 12)?;
    Some(usize::from(u16::from_le_bytes([count[0], count[1]])))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reader::ReadErrorKind;
    use std::io::Write;
    use zip::write::{SimpleFileOptions, ZipWriter};

    fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            zip.start_file(*name, SimpleFileOptions::default()).unwrap();
            zip.write_all(bytes).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }

    #[test]
    fn parts_are_found_by_name() {
        let bytes = archive(&[("word/document.xml", b"<a/>"), ("\\word\\Styles.xml", b"<b/>")]);
        let mut archive = Archive::open(&bytes, "docx 文件").unwrap();
        assert_eq!(archive.part("/word/document.xml").unwrap().unwrap(), b"<a/>");
        assert_eq!(archive.part("word/styles.xml").unwrap().unwrap(), b"<b/>");
        assert_eq!(archive.part("word/numbering.xml").unwrap(), None);
    }

    #[test]
    fn a_bomb_is_refused_while_it_inflates() {
        let bytes = archive(&[("word/document.xml", &vec![0; 4 << 20])]);
        let mut archive = Archive::open(&bytes, "docx 文件").unwrap();
        let error = archive.part("word/document.xml").unwrap_err();
        assert_eq!(error.kind, ReadErrorKind::TooLarge);
    }

    #[test]
    fn an_archive_of_many_parts_is_refused() {
        let names: Vec<String> = (0..=limits::MOST_PARTS).map(|i| i.to_string()).collect();
        let parts: Vec<(&str, &[u8])> =
            names.iter().map(|name| (name.as_str(), &b""[..])).collect();
        let error = Archive::open(&archive(&parts), "docx 文件").err().unwrap();
        assert_eq!(error.kind, ReadErrorKind::TooLarge);
    }

    #[test]
    fn what_is_cut_off_is_damaged() {
        let bytes = archive(&[("word/document.xml", &[7; 5000])]);
        for end in [10, bytes.len() / 2, bytes.len() - 1] {
            let result = Archive::open(&bytes[..end], "docx 文件");
            assert_eq!(result.err().map(|error| error.kind), Some(ReadErrorKind::Damaged));
        }
    }
}
