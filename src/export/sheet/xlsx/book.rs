//! The workbook and the package it is in.

use super::strings::Strings;
use super::style;
use super::tab::{Area, Tab, WrittenTab};
use crate::export::package::{self, Archive, KINDS, Xml};
use std::io;

/// The namespace of `SpreadsheetML`.
pub(super) const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
/// How the types of parts begin.
const TYPES: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

/// A workbook that is being written.
pub(super) struct Book {
    strings: Strings,
    tabs: Vec<WrittenTab>,
}

impl Book {
    /// A workbook without tabs.
    pub(super) fn new() -> Self {
        Self { strings: Strings::default(), tabs: Vec::new() }
    }

    /// Begins a tab, see [`Tab::new`].
    pub(super) fn tab(
        &mut self,
        name: String,
        area: Area,
        columns: &[(&str, u16)],
        has_hidden: bool,
    ) -> Tab<'_> {
        let is_first = self.tabs.is_empty();
        Tab::new((name, area), &mut self.strings, columns, has_hidden, is_first)
    }

    /// Takes a tab that is written.
    pub(super) fn add(&mut self, tab: WrittenTab) {
        self.tabs.push(tab);
    }

    /// The file.
    pub(super) fn finish(self, title: &str) -> io::Result<Vec<u8>> {
        let mut parts: Vec<(String, &str, Vec<u8>)> = Vec::new();
        let workbook = workbook(&self.tabs);
        for (number, tab) in (1..).zip(self.tabs) {
            parts.push((format!("worksheets/sheet{number}.xml"), "worksheet", tab.xml));
        }
        parts.push(("styles.xml".to_owned(), "styles", style::write()));
        parts.push(("sharedStrings.xml".to_owned(), "sharedStrings", self.strings.write()));
        let main = ("/xl/workbook.xml".to_owned(), format!("{TYPES}sheet.main+xml"));
        let others = parts
            .iter()
            .map(|(name, kind, _)| (format!("/xl/{name}"), format!("{TYPES}{kind}+xml")));
        let types: Vec<_> = [main].into_iter().chain(others).collect();
        let links = parts.iter().map(|(name, kind, _)| (format!("{KINDS}{kind}"), name.as_str()));
        let links = package::relationships(&links.collect::<Vec<_>>());
        let mut archive = Archive::new();
        archive.add("[Content_Types].xml", &package::content_types(&types))?;
        archive.add("_rels/.rels", &package::package_relationships("xl/workbook.xml"))?;
        archive.add("docProps/core.xml", &package::core(title))?;
        archive.add("xl/workbook.xml", &workbook)?;
        archive.add("xl/_rels/workbook.xml.rels", &links)?;
        for (name, _, bytes) in &parts {
            archive.add(&format!("xl/{name}"), bytes)?;
        }
        archive.finish()
    }
}

/// `workbook.xml`. The part of a tab is the relationship of the same number.
fn workbook(tabs: &[WrittenTab]) -> Vec<u8> {
    let relationships = KINDS.trim_end_matches('/');
    let mut xml = Xml::new("workbook", &[("xmlns", MAIN), ("xmlns:r", relationships)]);
    xml.open("bookViews", &[]);
    let size = [("windowWidth", "28800"), ("windowHeight", "15000")];
    xml.empty("workbookView", &[[("xWindow", "0"), ("yWindow", "0")], size].concat());
    xml.close();
    xml.open("sheets", &[]);
    for (number, tab) in (1..).zip(tabs) {
        let (number, id) = (format!("{number}"), format!("rId{number}"));
        xml.empty("sheet", &[("name", &tab.name), ("sheetId", &number), ("r:id", &id)]);
    }
    xml.close();
    xml.open("definedNames", &[]);
    for (index, tab) in tabs.iter().enumerate() {
        write_names(&mut xml, &index.to_string(), tab);
    }
    xml.finish()
}

/// The names by which a program knows what is filtered, printed, and repeated on every page.
fn write_names(xml: &mut Xml, index: &str, tab: &WrittenTab) {
    let sheet = format!("'{}'", tab.name.replace('\'', "''"));
    let Area { head, .. } = tab.area;
    let hidden: &[(&str, &str)] = &[("hidden", "1")];
    for (name, more, cells) in [
        ("_xlnm._FilterDatabase", hidden, tab.area.absolute_from(head)),
        ("_xlnm.Print_Area", &[], tab.area.absolute_from(1)),
        ("_xlnm.Print_Titles", &[], format!("${head}:${head}")),
    ] {
        let own = [("name", name), ("localSheetId", index)];
        xml.leaf("definedName", &[&own, more].concat(), &format!("{sheet}!{cells}"));
    }
}
