//! Packages: a docx of our own, and what a patch leaves of the parts of any.

use super::{edits, p, patch, r};
use hegao::export::patch::PatchNote;
use std::io::{Cursor, Read, Write};
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, ZipArchive};

/// The namespaces of the parts.
const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;

/// Numbers 一、 and 二、 before the paragraphs of list 1.
const LISTS: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

const STYLES: &str =
    r#"<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>"#;

const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document with these contents of `w:body`.
pub(super) fn package(body: &str) -> Vec<u8> {
    package_with(body, &[])
}

fn package_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let relations = |list: &[(&str, &str)]| {
        let list = list.iter().enumerate().map(|(id, (kind, target))| {
            format!(r#"<Relationship Id="r{id}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>"#)
        });
        let list: String = list.collect();
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{list}</Relationships>"#
        )
    };
    let part = |root: &str, inner: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {NAMESPACES}>{inner}</w:{root}>"
        )
    };
    let mut parts = vec![
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")])),
        (
            "word/_rels/document.xml.rels",
            relations(&[("styles", "styles.xml"), ("numbering", "numbering.xml")]),
        ),
        ("word/document.xml", part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/styles.xml", part("styles", STYLES)),
        ("word/numbering.xml", part("numbering", LISTS)),
    ];
    parts.extend(more.iter().map(|(name, text)| (*name, (*text).to_owned())));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (number, (name, text)) in (0..).zip(parts) {
        let time = DateTime::from_date_and_time(2021, 3, 4, 5, 6, number * 2).expect("a time");
        // One part is stored, so that it shows if parts are packed anew.
        let how = if number == 4 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().last_modified_time(time).compression_method(how);
        zip.start_file(name, options).expect("it is written");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    zip.finish().expect("it is written").into_inner()
}

/// The contents of `w:body`.
pub(super) fn body_of(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the part is there");
    part.read_to_string(&mut xml).expect("it is UTF-8");
    let start = xml.find("<w:body>").expect("there is a body") + "<w:body>".len();
    xml[start..xml.rfind("</w:body>").expect("it ends")].to_owned()
}

#[test]
fn other_parts_stay_as_they_are() {
    let bytes = package_with(&p("", &r("", "甲*")), &[("_xmlsignatures/sig1.xml", "<a/>")]);
    let given = edits("甲*", &[("*", "1")]);
    assert!(patch(&bytes, &[]).bytes == bytes);
    let patched = patch(&bytes, &given);
    assert_eq!(patched.notes, [PatchNote::Signed]);
    assert!(patch(&bytes, &given).bytes == patched.bytes, "two exports are the same");
    let (mut old, mut new) = (
        ZipArchive::new(Cursor::new(&bytes)).expect("a zip"),
        ZipArchive::new(Cursor::new(&patched.bytes)).expect("a zip"),
    );
    assert_eq!(old.len(), new.len());
    for index in 0..old.len() {
        let raw = |archive: &mut ZipArchive<Cursor<&Vec<u8>>>| {
            let mut file = archive.by_index_raw(index).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it is read");
            (file.name_raw().to_vec(), file.last_modified(), file.compression(), bytes)
        };
        let (own, other) = (raw(&mut old), raw(&mut new));
        assert_eq!((&own.0, own.1), (&other.0, other.1));
        assert!(own == other || own.0 == b"word/document.xml");
    }
}

#[test]
fn names_and_encodings_are_those_of_the_file() {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let own = format!(
        "<document xmlns='{word}'><body><p><r><t/><t>甲</t><t>*乙</t></r></p></body></document>"
    );
    let other = format!(
        "<x:document xmlns:x='{word}'><x:body><x:p><x:r><x:t>甲*乙</x:t></x:r></x:p></x:body></x:document>"
    );
    let wide = format!("<?xml version='1.0' encoding='UTF-16'?>{other}");
    let wide: Vec<u8> =
        format!("\u{FEFF}{wide}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xEF\xBB\xBF", other.as_bytes()].concat();
    let filled = own.replace("<t>*乙", "<t xml:space=\"preserve\">1 </t><br/><t>2乙");
    let prefixed =
        other.replace("<x:t>甲*乙", "<x:t xml:space=\"preserve\">甲1 </x:t><x:br/><x:t>2乙");
    let cases: [(&[u8], Vec<u8>); 4] = [
        (own.as_bytes(), filled.into_bytes()),
        (other.as_bytes(), prefixed.clone().into_bytes()),
        (&marked, [b"\xEF\xBB\xBF", prefixed.as_bytes()].concat()),
        (&wide, format!("<?xml version='1.0' encoding='UTF-8'?>{prefixed}").into_bytes()),
    ];
    for (part, expected) in cases {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("written");
        zip.write_all(part).expect("written");
        let bytes = zip.finish().expect("written").into_inner();
        let patched = patch(&bytes, &edits("甲*乙", &[("*", "1 \n2")]));
        let mut archive = ZipArchive::new(Cursor::new(patched.bytes)).expect("a zip");
        let mut found = Vec::new();
        archive.by_index(0).expect("a part").read_to_end(&mut found).expect("it is read");
        assert_eq!(String::from_utf8_lossy(&found), String::from_utf8_lossy(&expected));
    }
}
