//! The archive and its smaller parts.

use super::super::{LayoutModel, PageNumber, PageSetup};
use super::style::{self, Face};
use crate::export::package::{self, Archive, KINDS, Xml};
use std::io;

/// How the types of parts begin.
const TYPES: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.";

/// The parts of the main document: file, kind. Their order makes their ids: rId1 …
const PARTS: &[(&str, &str)] = &[
    ("styles", "styles"),
    ("settings", "settings"),
    ("fontTable", "fontTable"),
    ("footer1", "footer"),
    ("footer2", "footer"),
    ("comments", "comments"),
];

/// The file of a model whose text is already written.
pub(super) fn write(
    model: &LayoutModel,
    document: &[u8],
    comments: Option<Vec<u8>>,
) -> io::Result<Vec<u8>> {
    let page = &model.page;
    let sides = match page.page_number {
        PageNumber::Outside => ["right", "left"],
        PageNumber::Centred => ["center", "center"],
    };
    let mut parts = vec![
        ("styles", style::write(page)),
        ("settings", settings(page)),
        ("fontTable", font_table()),
        ("footer1", footer(sides[0])),
        ("footer2", footer(sides[1])),
    ];
    parts.extend(comments.map(|comments| ("comments", comments)));
    let mut archive = Archive::new();
    archive.add("[Content_Types].xml", &content_types(parts.len()))?;
    archive.add("_rels/.rels", &package::package_relationships("word/document.xml"))?;
    archive.add("docProps/core.xml", &package::core(&model.title))?;
    archive.add("word/document.xml", document)?;
    archive.add("word/_rels/document.xml.rels", &document_relationships(parts.len()))?;
    for (name, bytes) in parts {
        archive.add(&format!("word/{name}.xml"), &bytes)?;
    }
    archive.finish()
}

fn content_types(parts: usize) -> Vec<u8> {
    let part = |name: &str, kind: &str| (format!("/word/{name}.xml"), format!("{TYPES}{kind}+xml"));
    let others = PARTS[..parts].iter().map(|(name, kind)| part(name, kind));
    let types: Vec<_> = [part("document", "document.main")].into_iter().chain(others).collect();
    package::content_types(&types)
}

fn document_relationships(parts: usize) -> Vec<u8> {
    let targets: Vec<String> = PARTS.iter().map(|(name, _)| format!("{name}.xml")).collect();
    let rows = PARTS.iter().zip(&targets).take(parts);
    let rows: Vec<_> =
        rows.map(|((_, kind), to)| (format!("{KINDS}{kind}"), to.as_str())).collect();
    package::relationships(&rows)
}

fn settings(page: &PageSetup) -> Vec<u8> {
    let mut xml = Xml::new("w:settings", &[("xmlns:w", super::MAIN)]);
    xml.empty("w:zoom", &[("w:percent", "100")]);
    xml.empty("w:bordersDoNotSurroundHeader", &[]);
    xml.empty("w:bordersDoNotSurroundFooter", &[]);
    if page.page_number == PageNumber::Outside {
        xml.empty("w:evenAndOddHeaders", &[]);
    }
    // Marks of punctuation move together, as in a Chinese Word.
    xml.value("w:characterSpacingControl", "compressPunctuation");
    xml.open("w:compat", &[]);
    xml.empty("w:spaceForUL", &[]);
    xml.empty("w:balanceSingleByteDoubleByteWidth", &[]);
    xml.empty("w:doNotLeaveBackslashAlone", &[]);
    xml.empty("w:ulTrailSpace", &[]);
    xml.empty("w:adjustLineHeightInTable", &[]);
    xml.empty("w:useFELayout", &[]);
    xml.empty(
        "w:compatSetting",
        &[
            ("w:name", "compatibilityMode"),
            ("w:uri", "http://schemas.microsoft.com/office/word"),
            ("w:val", "15"),
        ],
    );
    xml.close();
    xml.empty("w:themeFontLang", &[("w:val", "en-US"), ("w:eastAsia", "zh-CN")]);
    xml.finish()
}

/// The fonts with what to take where one is missing: they are licensed and cannot be put in.
fn font_table() -> Vec<u8> {
    let mut xml = Xml::new("w:fonts", &[("xmlns:w", super::MAIN)]);
    for face in Face::ALL {
        let (name, instead) = face.names();
        xml.open("w:font", &[("w:name", name)]);
        xml.value("w:altName", instead);
        xml.value("w:charset", "86");
        xml.value("w:family", "auto");
        xml.value("w:pitch", "default");
        xml.close();
    }
    xml.finish()
}

/// `— 1 —` in 四号 Song, one character in from its side.
fn footer(side: &str) -> Vec<u8> {
    let mut xml = Xml::new("w:ftr", &[("xmlns:w", super::MAIN)]);
    xml.open("w:p", &[]);
    xml.open("w:pPr", &[]);
    xml.value("w:pStyle", "Footer");
    match side {
        "left" => xml.empty("w:ind", &[("w:leftChars", "100"), ("w:left", "280")]),
        "right" => xml.empty("w:ind", &[("w:rightChars", "100"), ("w:right", "280")]),
        _ => {}
    }
    xml.value("w:jc", side);
    xml.close();
    footer_text(&mut xml, "— ");
    for (kind, code) in [("begin", Some(" PAGE ")), ("separate", None)] {
        xml.open("w:r", &[]);
        xml.empty("w:fldChar", &[("w:fldCharType", kind)]);
        xml.close();
        if let Some(code) = code {
            xml.open("w:r", &[]);
            xml.text("w:instrText", code);
            xml.close();
        }
    }
    footer_text(&mut xml, "1");
    xml.open("w:r", &[]);
    xml.empty("w:fldChar", &[("w:fldCharType", "end")]);
    xml.close();
    footer_text(&mut xml, " —");
    xml.finish()
}

fn footer_text(xml: &mut Xml, text: &str) {
    xml.open("w:r", &[]);
    xml.open("w:rPr", &[]);
    xml.empty("w:rFonts", &[("w:hint", "eastAsia")]);
    xml.close();
    xml.text("w:t", text);
    xml.close();
}
