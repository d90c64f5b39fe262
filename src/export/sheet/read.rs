//! Reads a sheet that came back. Its columns are found by their heads, its rows by their ids: people
//! move, hide and sort both, and save one sheet for each department.

use super::filled::{FilledRow, FilledSheet, FilledValue, SheetError};
use super::identity::Id;
use super::{read_csv, read_xlsx, wording};
use crate::reader;

/// What a file of ours begins with, as zip archives do.
const ZIP: &[u8] = b"PK";
/// What compound files begin with: xls, et, doc, and whatever a password closes.
const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
/// What products for document security write at the beginning of every file.
const PROTECTED: &[u8] = b"%TSD-Header-###%";
/// The most rows of a sheet. A report of a megabyte has 20,000 figures.
const MOST_ROWS: usize = 200_000;

/// Reads a sheet that came back, as xlsx or as csv in any of the usual encodings.
///
/// # Errors
/// A [`SheetError`] that says what the file is and what to do.
pub fn read_filled(bytes: &[u8]) -> Result<FilledSheet, SheetError> {
    let mut rows = Rows::default();
    if bytes.starts_with(ZIP) {
        read_xlsx::read(bytes, &mut rows)?;
    } else if bytes.starts_with(COMPOUND) {
        return Err(compound_file(bytes));
    } else if bytes.starts_with(PROTECTED) {
        return Err(SheetError::Encrypted);
    } else {
        let text = reader::decode(bytes)?;
        read_csv::read(&text, &mut rows)?;
    }
    rows.finish()
}

/// What a compound file is. The names in its directory are UTF-16.
fn compound_file(bytes: &[u8]) -> SheetError {
    const NAMES: [(&str, SheetError); 4] = [
        ("EncryptedPackage", SheetError::Encrypted),
        ("WordDocument", SheetError::NotASheet),
        ("Workbook", SheetError::OtherFormat),
        ("Book", SheetError::OtherFormat),
    ];
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    let found = NAMES.into_iter().find(|(name, _)| holds(name));
    found.map_or(SheetError::NotASheet, |(_, error)| error)
}

impl From<reader::ReadError> for SheetError {
    fn from(error: reader::ReadError) -> Self {
        match error.kind {
            reader::ReadErrorKind::Encrypted => Self::Encrypted,
            reader::ReadErrorKind::TooLarge => Self::TooLarge,
            reader::ReadErrorKind::Damaged => Self::Damaged,
            _ => Self::NotASheet,
        }
    }
}

/// One cell: its column, and what is in it.
pub(super) type FilledCell = (u32, FilledValue);

/// Where the columns are that are read.
#[derive(Clone, Copy, Debug, Default)]
struct Columns {
    id: u32,
    value: u32,
    name: Option<u32>,
    sentence: Option<u32>,
    reporter: Option<u32>,
    note: Option<u32>,
}

/// Rows as they are read, tab by tab.
#[derive(Debug, Default)]
pub(super) struct Rows {
    sheet: FilledSheet,
    tab: String,
    columns: Option<Columns>,
    /// Whether the head of ours was seen anywhere.
    known: bool,
}

impl Rows {
    /// Goes on to another tab.
    pub(super) fn tab(&mut self, name: &str) {
        name.clone_into(&mut self.tab);
        self.columns = None;
    }

    /// Takes in a row. A row that names the columns begins a table: several may stand in one tab.
    ///
    /// # Errors
    /// If there are more than any sheet has.
    pub(super) fn row(&mut self, line: u32, cells: &[FilledCell]) -> Result<(), SheetError> {
        if let Some(columns) = columns(cells) {
            self.columns = Some(columns);
            self.known = true;
            return Ok(());
        }
        if self.sheet.title.is_none() && self.columns.is_none() {
            self.sheet.title = cells.iter().find_map(|(_, cell)| title(&cell.to_string()));
        }
        let Some(columns) = self.columns else { return Ok(()) };
        let at = |column: u32| cells.iter().find(|(at, _)| *at == column).map(|(_, cell)| cell);
        let text = |column: Option<u32>| {
            column.and_then(at).map(|cell| cell.to_string().trim().to_owned()).unwrap_or_default()
        };
        let id = text(Some(columns.id));
        if Id::parse(&id).is_none() {
            return Ok(());
        }
        if self.sheet.rows.len() == MOST_ROWS {
            return Err(SheetError::TooLarge);
        }
        self.sheet.rows.push(FilledRow {
            id,
            tab: self.tab.clone(),
            line,
            name: text(columns.name),
            sentence: text(columns.sentence),
            value: at(columns.value).cloned().unwrap_or_default(),
            reporter: text(columns.reporter),
            note: text(columns.note),
        });
        Ok(())
    }

    fn finish(self) -> Result<FilledSheet, SheetError> {
        let ours = self.known && !self.sheet.rows.is_empty();
        if ours { Ok(self.sheet) } else { Err(SheetError::NotOurs) }
    }
}

/// The columns, if the row is a head of ours.
fn columns(cells: &[FilledCell]) -> Option<Columns> {
    let heads = cells.iter().filter_map(|(column, cell)| match cell {
        FilledValue::Text(text) => Some((*column, bare(text))),
        _ => None,
    });
    let heads: Vec<(u32, String)> = heads.collect();
    let find = |name: &str| {
        let name = bare(name);
        // People add to our heads, 核实数值（万元）, and add columns of their own, 去年核实数值: the
        // nearest to what we wrote is ours.
        let fits: [fn(&str, &str) -> bool; 3] = [
            |head, name| head == name,
            |head, name| head.starts_with(name),
            |head, name| head.contains(name),
        ];
        let named = |fits: fn(&str, &str) -> bool| {
            heads.iter().find(|(_, head)| fits(head, &name)).map(|(column, _)| *column)
        };
        fits.into_iter().find_map(named)
    };
    Some(Columns {
        id: find(wording::ID)?,
        value: find(wording::VALUE)?,
        name: find(wording::NAME),
        sentence: find(wording::SENTENCE),
        reporter: find(wording::REPORTER),
        note: find(wording::NOTE),
    })
}

/// A head without blanks and brackets, which people change.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

/// The title of the report in a caption: 《…》数据核实表.
fn title(text: &str) -> Option<String> {
    let (title, _) = text.trim().strip_prefix('《')?.rsplit_once("》数据核实表")?;
    Some(title.to_owned())
}
