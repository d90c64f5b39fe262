//! Packages of Office Open XML (ECMA-376, part 2): the archive, and the parts that each of them has.

mod xml;

pub(in crate::export) use xml::Xml;

use std::io::{self, Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// How the types of relationships begin.
pub(in crate::export) const KINDS: &str =
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The archive.
pub(in crate::export) struct Archive(ZipWriter<Cursor<Vec<u8>>>);

impl Archive {
    /// An archive without parts.
    pub(in crate::export) fn new() -> Self {
        Self(ZipWriter::new(Cursor::new(Vec::new())))
    }

    /// Puts in a part.
    ///
    /// # Errors
    /// If it is too large for an archive.
    pub(in crate::export) fn add(&mut self, name: &str, bytes: &[u8]) -> io::Result<()> {
        // The earliest time there is, so that the same report is always the same file.
        let options = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .last_modified_time(DateTime::DEFAULT);
        self.0.start_file(name, options)?;
        self.0.write_all(bytes)
    }

    /// The file.
    ///
    /// # Errors
    /// If there are too many parts for an archive.
    pub(in crate::export) fn finish(self) -> io::Result<Vec<u8>> {
        Ok(self.0.finish()?.into_inner())
    }
}

/// `[Content_Types].xml` of parts with their types, the properties first.
pub(in crate::export) fn content_types(parts: &[(String, String)]) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/package/2006/content-types";
    let mut xml = Xml::new("Types", &[("xmlns", namespace)]);
    let relationships = "application/vnd.openxmlformats-package.relationships+xml";
    xml.empty("Default", &[("Extension", "rels"), ("ContentType", relationships)]);
    xml.empty("Default", &[("Extension", "xml"), ("ContentType", "application/xml")]);
    let core = "application/vnd.openxmlformats-package.core-properties+xml";
    xml.empty("Override", &[("PartName", "/docProps/core.xml"), ("ContentType", core)]);
    for (part, content) in parts {
        xml.empty("Override", &[("PartName", part), ("ContentType", content)]);
    }
    xml.finish()
}

/// A part of relationships: kind, target. Their order makes their ids: rId1 …
pub(in crate::export) fn relationships(rows: &[(String, &str)]) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/package/2006/relationships";
    let mut xml = Xml::new("Relationships", &[("xmlns", namespace)]);
    for (index, (kind, target)) in rows.iter().enumerate() {
        let id = format!("rId{}", index + 1);
        xml.empty("Relationship", &[("Id", &id), ("Type", kind), ("Target", target)]);
    }
    xml.finish()
}

/// The relationships of the package itself: its main part, and the properties.
pub(in crate::export) fn package_relationships(main: &str) -> Vec<u8> {
    let core =
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    relationships(&[
        (format!("{KINDS}officeDocument"), main),
        (core.to_owned(), "docProps/core.xml"),
    ])
}

/// The properties that Explorer and Finder show. There is no date in them.
pub(in crate::export) fn core(title: &str) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    let elements = "http://purl.org/dc/elements/1.1/";
    let mut xml = Xml::new("cp:coreProperties", &[("xmlns:cp", namespace), ("xmlns:dc", elements)]);
    xml.text("dc:title", title);
    xml.finish()
}
