//! Reading documents of every format.

pub(crate) mod mutation;
mod oracle;
mod shared;

use crate::project::root;
use hegao::analysis::analyze;
use hegao::document::{Block, BlockKind, Document, Format, NoteKind};
use hegao::reader::{self, ReadOptions, Revisions};
use std::path::PathBuf;

/// One report in every format, written by `make.py` beside the files.
const FILES: &[(&str, Format)] = &[
    ("report.docx", Format::Docx),
    ("typed.docx", Format::Docx),
    ("strict.docx", Format::Docx),
    ("docx-called.doc", Format::Docx),
    ("zip-called.wps", Format::Docx),
    ("report.doc", Format::Doc),
    ("report.wps", Format::Wps),
    ("report.html", Format::Html),
    ("page-called.doc", Format::Html),
    ("mht-called.doc", Format::Html),
    ("report.odt", Format::Odt),
    ("report.fodt", Format::Odt),
    ("report.rtf", Format::Rtf),
    ("unicode.rtf", Format::Rtf),
];

/// The same in formats that do not know what a heading or a cell is, or only how it looks.
const PLAIN_FILES: &[(&str, Format)] =
    &[("report.txt", Format::Text), ("report.md", Format::Markdown), ("report.ofd", Format::Ofd)];

/// The same as it is printed, in the encodings of fonts that Chinese documents have.
const PRINTED_FILES: &[(&str, Format)] = &[
    ("report.pdf", Format::Pdf),
    ("gbk.pdf", Format::Pdf),
    ("ucs2.pdf", Format::Pdf),
    ("gb1.pdf", Format::Pdf),
    ("protected.pdf", Format::Pdf),
    ("../libreoffice/report.pdf", Format::Pdf),
];

/// What `LibreOffice` made of `report.docx`, see `convert.sh` beside the files.
const CONVERTED_FILES: &[(&str, Format)] = &[
    ("../libreoffice/report.docx", Format::Docx),
    ("../libreoffice/report.doc", Format::Doc),
    ("../libreoffice/report.odt", Format::Odt),
    ("../libreoffice/report.rtf", Format::Rtf),
];

fn path(name: &str) -> PathBuf {
    root().join("tests/fixtures/formats").join(name)
}

fn read(name: &str, revisions: Revisions) -> Document {
    let bytes = std::fs::read(path(name)).expect("the fixture is readable");
    let options = ReadOptions { name: Some(name.to_owned()), revisions, ..ReadOptions::default() };
    reader::read(&bytes, &options).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The blocks of a document, one a line.
fn dump(document: &Document) -> String {
    let line = |block: &Block| {
        let kind = match block.kind {
            BlockKind::Paragraph => "p".to_owned(),
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Cell => "c".to_owned(),
        };
        format!("{kind} {}\n", document.text_of(block))
    };
    document.blocks.iter().map(line).collect()
}

/// The outline, the metrics and the blanks that the analysis finds.
fn findings(document: &Document) -> String {
    let analysis = analyze(document);
    let sections = analysis
        .outline
        .sections
        .iter()
        .map(|section| format!("{} {}{}", section.depth, section.number, section.title));
    let metrics = analysis.metrics.iter().map(|metric| metric.at.place(metric.at.fact.span));
    let blanks = analysis.placeholders.iter().map(|blank| blank.at.place(blank.at.fact.span));
    let texts = metrics.chain(blanks).map(|span| span.of(&document.text).to_owned());
    sections.chain(texts).collect::<Vec<_>>().join("\n")
}

#[test]
fn one_report_in_every_format_is_one_document() {
    let expected = dump(&read("report.docx", Revisions::Accepted));
    assert_eq!(expected.lines().nth(3), Some("h2 （一）防汛备汛"));
    for (name, format) in FILES.iter().chain(CONVERTED_FILES) {
        let document = read(name, Revisions::Accepted);
        assert_eq!(document.source.format, *format, "{name}");
        assert_eq!(dump(&document), expected, "{name}");
    }
}

#[test]
fn what_is_printed_is_the_same_but_for_the_style_of_headings() {
    let expected = dump(&read("report.docx", Revisions::Accepted));
    let expected = expected.replace("h1 ", "p ").replace("h2 ", "p ");
    for (name, format) in PRINTED_FILES {
        let document = read(name, Revisions::Accepted);
        assert_eq!(document.source.format, *format, "{name}");
        assert_eq!(dump(&document), expected, "{name}");
    }
}

#[test]
fn a_password_is_asked_for_by_name() {
    let bytes = std::fs::read(path("password.pdf")).expect("the fixture is readable");
    let error = reader::read(&bytes, &ReadOptions::default()).expect_err("nobody knows it");
    assert_eq!(error.kind, reader::ReadErrorKind::Encrypted);
}

#[test]
fn what_is_found_does_not_depend_on_the_format() {
    let expected = findings(&read("report.docx", Revisions::Accepted));
    assert!(
        expected.starts_with("1 一、主要工作\n2 （一）防汛备汛\n2 （二）农村饮水\n3 1.新建水厂"),
        "{expected}"
    );
    for (name, format) in
        FILES.iter().chain(PLAIN_FILES).chain(PRINTED_FILES).chain(CONVERTED_FILES)
    {
        let document = read(name, Revisions::Accepted);
        assert_eq!(document.source.format, *format, "{name}");
        assert_eq!(findings(&document), expected, "{name}");
    }
}

#[test]
fn tracked_changes_have_two_sides_in_every_format() {
    for (name, _) in FILES {
        let sides = [Revisions::Accepted, Revisions::Original].map(|side| read(name, side));
        let has = |document: &Document| ["原定", "其中"].map(|word| document.text.contains(word));
        assert_eq!(sides.each_ref().map(has), [[false, true], [true, false]], "{name}");
        for document in sides {
            let noted = document.source.notes.iter().any(|note| note.kind == NoteKind::Revisions);
            assert!(noted, "{name}");
        }
    }
}

#[test]
fn the_clipboard_s_html_is_a_document() {
    let html = std::fs::read_to_string(path("report.html")).expect("the fixture is readable");
    let clipboard = format!("Version:0.9\r\nStartHTML:00000097\r\n{html}");
    let document = reader::read_html(&clipboard, &ReadOptions::default()).expect("it is text");
    assert_eq!(dump(&document), dump(&read("report.docx", Revisions::Accepted)));
}
