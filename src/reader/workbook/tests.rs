//! Workbooks as producers write them, made here part by part.

use super::format::{Shown, day, shown};
use super::strings::unescape;
use super::*;
use crate::reader::ReadErrorKind;
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const TRANSITIONAL: [&str; 2] = [
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
];
const STRICT: [&str; 2] = [
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
];

/// A workbook of one tab: what varies between producers.
#[derive(Clone, Copy)]
struct Made<'t> {
    namespaces: [&'t str; 2],
    /// The prefix of all elements, with its colon.
    prefix: &'t str,
    /// What targets of relationships begin with.
    folder: &'t str,
    properties: &'t str,
    formats: &'t str,
    styles: &'t str,
    strings: &'t str,
    rows: &'t str,
}

impl Default for Made<'_> {
    fn default() -> Self {
        Self {
            namespaces: TRANSITIONAL,
            prefix: "",
            folder: "",
            properties: "",
            formats: "",
            styles: "",
            strings: "",
            rows: "",
        }
    }
}

impl Made<'_> {
    fn bytes(&self) -> Vec<u8> {
        let [main, kinds] = self.namespaces;
        let (folder, prefix) = (self.folder, self.prefix);
        let relationships = |all: &[(&str, &str, &str)]| {
            let all = all.iter().map(|(id, kind, target)| {
                format!("<Relationship Id='{id}' Type='{kinds}/{kind}' Target='{target}'/>")
            });
            let all: String = all.collect();
            format!(
                "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>{all}</Relationships>"
            )
        };
        let own = [
            ("r1", "worksheet", &*format!("{folder}worksheets/sheet7.xml")),
            ("r2", "styles", &*format!("{folder}styles.xml")),
            ("r3", "sharedStrings", &*format!("{folder}texts.xml")),
        ];
        let bound = match prefix.strip_suffix(':') {
            Some(prefix) => format!("xmlns:{prefix}='{main}' xmlns:k='{kinds}'"),
            None => format!("xmlns='{main}' xmlns:k='{kinds}'"),
        };
        // Elements are written with a full stop where the prefix goes.
        let part = |root: &str, inner: &str| {
            let inner = inner.replace("</.", &format!("</{prefix}"));
            let inner = inner.replace("<.", &format!("<{prefix}"));
            format!("<{prefix}{root} {bound}>{inner}</{prefix}{root}>")
        };
        let properties = self.properties;
        let workbook = format!(
            "<.workbookPr{properties}/><.sheets><.sheet name='甲' sheetId='9' k:id='r1'/></.sheets>"
        );
        let (formats, styles) = (self.formats, self.styles);
        let styles = format!("<.numFmts>{formats}</.numFmts><.cellXfs>{styles}</.cellXfs>");
        let rows = format!("<.sheetData>{}</.sheetData>", self.rows);
        let start = [("r0", "officeDocument", "/xl/workbook.xml")];
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in [
            ("_rels/.rels", relationships(&start)),
            ("xl/_rels/workbook.xml.rels", relationships(&own)),
            ("xl/workbook.xml", part("workbook", &workbook)),
            ("xl/styles.xml", part("styleSheet", &styles)),
            ("xl/texts.xml", part("sst", self.strings)),
            ("xl/worksheets/sheet7.xml", part("worksheet", &rows)),
        ] {
            zip.start_file(name, SimpleFileOptions::default()).unwrap();
            zip.write_all(text.as_bytes()).unwrap();
        }
        zip.finish().unwrap().into_inner()
    }
}

/// All cells of all tabs: `甲 2,0 Number(5.0)`, rows from 1 and columns from 0.
fn cells(bytes: &[u8]) -> Result<Vec<String>, ReadErrorKind> {
    let Package::Workbook(mut workbook) = Package::open(bytes).map_err(|error| error.kind)? else {
        return Err(ReadErrorKind::Unsupported);
    };
    let names: Vec<String> = workbook.tabs().map(str::to_owned).collect();
    let mut found = Vec::new();
    for (tab, name) in names.iter().enumerate() {
        let taken = workbook.cells(tab, |cell| {
            found.push(format!("{name} {},{} {:?}", cell.row, cell.column, cell.value));
            Ok::<_, ReadError>(())
        });
        taken.map_err(|error| error.kind)?;
    }
    Ok(found)
}

#[track_caller]
fn check(made: &Made<'_>, expected: &[&str]) {
    let found = cells(&made.bytes()).unwrap();
    let found: Vec<&str> = found.iter().map(|cell| cell.strip_prefix("甲 ").unwrap()).collect();
    assert_eq!(found, expected);
}

#[track_caller]
fn check_rows(rows: &str, expected: &[&str]) {
    check(&Made { rows, ..Made::default() }, expected);
}

#[track_caller]
fn check_damaged(rows: &str) {
    let made = Made { rows, ..Made::default() };
    assert_eq!(cells(&made.bytes()), Err(ReadErrorKind::Damaged), "{rows}");
}

#[test]
fn strict_and_transitional_are_one() {
    let usual = Made {
        strings: "<.si><.t>统计</.t></.si>",
        styles: "<.xf numFmtId='0'/><.xf numFmtId='10'/>",
        rows: "<.row r='1'><.c r='A1' t='s'><.v>0</.v></.c><.c r='B1' s='1'><.v>0.5</.v></.c></.row>",
        ..Made::default()
    };
    let expected = ["1,0 Text(\"统计\")", "1,1 Percent(0.5)"];
    check(&usual, &expected);
    check(&Made { namespaces: STRICT, ..usual }, &expected);
    check(&Made { prefix: "x:", ..usual }, &expected);
    check(&Made { folder: "/xl/", ..usual }, &expected);
    check(&Made { folder: "./../xl/", ..usual }, &expected);
}

#[test]
fn cells_have_the_types_of_the_specification() {
    for (cell, expected) in [
        ("<.c r='A1'><.v>5</.v></.c>", "1,0 Number(5.0)"),
        ("<.c r='A1' t='n'><.v>1.5E3</.v></.c>", "1,0 Number(1500.0)"),
        ("<.c r='A1' t='n'/>", "1,0 Empty"),
        ("<.c r='A1'><.v> </.v></.c>", "1,0 Empty"),
        ("<.c r='A1'><.v>约5</.v></.c>", "1,0 Text(\"约5\")"),
        ("<.c r='A1' t='b'><.v>1</.v></.c>", "1,0 Text(\"true\")"),
        ("<.c r='A1' t='e'><.f>1/0</.f><.v>#DIV/0!</.v></.c>", "1,0 Error(\"#DIV/0!\")"),
        ("<.c r='A1' t='e'><.v>#SPILL!</.v></.c>", "1,0 Error(\"#SPILL!\")"),
        ("<.c r='A1'><.f>SUM(B1:B3)</.f><.v>7</.v></.c>", "1,0 Number(7.0)"),
        ("<.c r='A1'><.f>SUM(B1:B3)</.f></.c>", "1,0 Empty"),
        ("<.c r='A1' t='str'><.f>B1</.f><.v>甲&amp;_x4E59_</.v></.c>", "1,0 Text(\"甲&乙\")"),
        ("<.c r='A1' t='d'><.v>2024-03-04T00:00:00</.v></.c>", "1,0 Date(2024, 3, 4)"),
        ("<.c r='A1' t='d'><.v>三月</.v></.c>", "1,0 Text(\"三月\")"),
        ("<.c r='A1' t='inlineStr'><.is><.t>甲</.t></.is></.c>", "1,0 Text(\"甲\")"),
        (
            "<.c r='A1' t='inlineStr'><.is><.r><.t>甲</.t></.r><.r><.t>乙</.t></.r></.is></.c>",
            "1,0 Text(\"甲乙\")",
        ),
        ("<.c r='A1' t='inlineStr'><.v>甲</.v></.c>", "1,0 Empty"),
    ] {
        check_rows(&format!("<.row>{cell}</.row>"), &[expected]);
    }
}

#[test]
fn what_cannot_be_is_damaged() {
    for cell in [
        "<.c r='A1' t='s'><.v>3</.v></.c>", "<.c r='A1' t='s'><.v>-1</.v></.c>",
        "<.c r='A1' t='n'><.v>五</.v></.c>", "<.c r='A1' t='b'><.v>2</.v></.c>",
        "<.c r='A1' t='z'><.v>2</.v></.c>", "<.c r='A0'/>", "<.c r='7'/>", "<.c r='甲1'/>",
        "<.c r='XFE1'/>", "<.c r='A1048577'/>", "<.c r='A99999999999999999999'/>",
        "<.c r='AAAAAAAAAAAAAAAA1'/>", "<.c r=A1/>", "<.c r='A1'><.v>1</.v>",
    ] {
        check_damaged(&format!("<.row>{cell}</.row>"));
    }
    check_damaged("<.row r='x'/>");
}

#[test]
fn references_are_optional_and_rows_sparse() {
    let value = "<.v>1</.v></.c>";
    let rows = format!(
        "<.row><.c>{value}<.c>{value}</.row><.row/><.row><.c r='C3'>{value}<.c>{value}</.row>\
         <.row r='900'><.c>{value}</.row><.row><.c>{value}</.row><.row r='1048576'><.c r='XFD1048576'>{value}</.row>"
    );
    let places = ["1,0", "1,1", "3,2", "3,3", "900,0", "901,0", "1048576,16383"];
    let expected: Vec<String> = places.iter().map(|place| format!("{place} Number(1.0)")).collect();
    check_rows(&rows, &expected.iter().map(String::as_str).collect::<Vec<_>>());
}

#[test]
fn shared_texts_are_joined_from_their_runs() {
    let strings = "<.si><.t xml:space='preserve'> 甲 </.t></.si><.si><.t> 乙\n</.t></.si>\
        <.si><.r><.rPr><.b/></.rPr><.t xml:space='preserve'>新增 </.t></.r><.r><.t>学位</.t></.r>\
        <.rPh sb='0' eb='2'><.t>シンゾウ</.t></.rPh><.phoneticPr/></.si><.si/><.si><.t/></.si>";
    let cell = |number: usize| format!("<.c t='s'><.v>{number}</.v></.c>");
    let rows: String = (0..5).map(cell).collect();
    let expected = [
        "1,0 Text(\" 甲 \")", "1,1 Text(\"乙\")", "1,2 Text(\"新增 学位\")", "1,3 Text(\"\")",
        "1,4 Text(\"\")",
    ];
    check(&Made { strings, rows: &format!("<.row>{rows}</.row>"), ..Made::default() }, &expected);
}

#[test]
fn a_text_may_not_stand_in_a_million_cells() {
    let strings = format!("<.si><.t>{}</.t></.si>", "长".repeat(300_000));
    let rows = "<.c t='s'><.v>0</.v></.c>".repeat(300);
    let made = Made { strings: &strings, rows: &format!("<.row>{rows}</.row>"), ..Made::default() };
    assert_eq!(cells_count(&made.bytes()), Err(ReadErrorKind::TooLarge));
}

/// How many cells there are, without keeping them.
fn cells_count(bytes: &[u8]) -> Result<usize, ReadErrorKind> {
    let Package::Workbook(mut workbook) = Package::open(bytes).map_err(|error| error.kind)? else {
        return Err(ReadErrorKind::Unsupported);
    };
    let mut count = 0;
    let taken = workbook.cells(0, |_| {
        count += 1;
        Ok::<_, ReadError>(())
    });
    taken.map(|()| count).map_err(|error| error.kind)
}

#[test]
fn numbers_are_what_their_styles_show() {
    let formats = "<.numFmt numFmtId='176' formatCode='0.0%'/>\
        <.numFmt numFmtId='177' formatCode='yyyy&quot;年&quot;m&quot;月&quot;'/>\
        <.numFmt numFmtId='178' formatCode='0.0&quot;%&quot;'/>";
    let ids = [0, 176, 177, 178, 9, 14, 31, 46];
    let styles: String = ids.map(|id| format!("<.xf numFmtId='{id}'/>")).concat();
    let cell = |style: usize| format!("<.c s='{style}'><.v>45355</.v></.c>");
    let rows: String = (0..=ids.len()).map(cell).collect();
    let rows = format!("<.row>{rows}</.row>");
    let expected = [
        "1,0 Number(45355.0)", "1,1 Percent(45355.0)", "1,2 Date(2024, 3, 4)",
        "1,3 Number(45355.0)", "1,4 Percent(45355.0)", "1,5 Date(2024, 3, 4)",
        "1,6 Date(2024, 3, 4)", "1,7 Number(45355.0)", "1,8 Number(45355.0)",
    ];
    let made = Made { formats, styles: &styles, rows: &rows, ..Made::default() };
    check(&made, &expected);
    let rows = "<.row><.c s='5'><.v>43893</.v></.c></.row>";
    for (properties, expected) in [
        (" date1904='1'", "1,0 Date(2024, 3, 4)"),
        (" date1904='true'", "1,0 Date(2024, 3, 4)"),
        (" date1904='0'", "1,0 Date(2020, 3, 3)"),
    ] {
        check(&Made { properties, rows, ..made }, &[expected]);
    }
}

#[test]
fn a_format_says_what_it_shows() {
    for (code, expected) in [
        ("General", Shown::Plain),
        ("G/通用格式", Shown::Plain),
        ("#,##0.00_);[Red]\\(#,##0.00\\)", Shown::Plain),
        ("0.00%", Shown::Percent),
        ("0.0%;-0.0%;0%", Shown::Percent),
        ("0.0\\%", Shown::Plain),
        ("0.0\"%\"", Shown::Plain),
        ("0\"m\"_d", Shown::Plain),
        ("[$-804]yyyy\"年\"m\"月\"d\"日\";@", Shown::Date),
        ("[DBNum1][$-804]m\"月\"", Shown::Date),
        ("h:mm AM/PM", Shown::Date),
        ("[h]:mm:ss", Shown::Plain),
        ("[HH]:MM", Shown::Plain),
        ("[Red]0", Shown::Plain),
        ("\"未完", Shown::Plain),
        ("[", Shown::Plain),
        ("\\", Shown::Plain),
    ] {
        assert_eq!(shown(code), expected, "{code}");
    }
}

#[test]
fn days_are_counted_as_spreadsheets_do() {
    for (number, expected) in [
        (0.5, None),
        (1.0, Some((1900, 1, 1))),
        (59.9, Some((1900, 2, 28))),
        (60.0, Some((1900, 2, 29))),
        (61.0, Some((1900, 3, 1))),
        (36_585.0, Some((2000, 2, 29))),
        (36_586.0, Some((2000, 3, 1))),
        (45_351.0, Some((2024, 2, 29))),
        (45_657.75, Some((2024, 12, 31))),
        (73_109.0, Some((2100, 2, 28))),
        (73_110.0, Some((2100, 3, 1))),
        (2_958_465.0, Some((9999, 12, 31))),
        (2_958_466.0, None),
        (f64::NAN, None),
        (-3.0, None),
    ] {
        assert_eq!(day(number, false), expected, "{number}");
    }
    assert_eq!(day(0.0, true), Some((1904, 1, 1)));
}

#[test]
fn escapes_are_resolved() {
    for (text, expected) in [
        ("a_x000D_b", "a\rb"),
        ("_x005F_x0041_", "_x0041_"),
        ("_x0041", "_x0041"),
        ("_x00G1_", "_x00G1_"),
        ("_x甲乙", "_x甲乙"),
        ("_x_x0041_", "_xA"),
        ("_xD83D__xDE00_", "😀"),
        ("_xD83D_x", "\u{FFFD}x"),
        ("_xDE00_", "\u{FFFD}"),
    ] {
        let mut out = String::new();
        unescape(text, &mut out);
        assert_eq!(out, expected, "{text}");
    }
}
