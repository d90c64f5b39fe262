//! Sheets and tables as xlsx: Office Open XML, ECMA-376 part 1, `SpreadsheetML`, Transitional.
//!
//! Two writings of one model are the same bytes. No cell is a formula: there is no way here to write
//! one.

mod book;
mod checks;
mod strings;
mod style;
mod tab;

use super::csv::cells;
use super::guard::{LONGEST_CELL, clean, clean_to, tab_name};
use super::{Cell, Expected, SheetGroup, SheetModel, SheetRow, Table, wording};
use book::Book;
use std::collections::BTreeSet;
use std::io;
use strings::Ink;
use style::Look;
use tab::{Area, MOST_ROWS, Tab};

/// The rows above those of a sheet: caption, instructions, head, with their heights in points.
const HEIGHTS: [f64; 3] = [26.0, 44.0, 30.0];
/// The columns of [`wording::COLUMNS`] that are not plain text.
const SENTENCE: usize = 3;
const FILLED: usize = 8;
/// The longest part of a sentence, in characters: all three are one cell.
const LONGEST_PART: usize = LONGEST_CELL / 3;
/// The longest title that programs show.
const LONGEST_TITLE: usize = 200;

/// The sheet as xlsx; the same model gives the same bytes. Empty only if a spreadsheet has not so many
/// rows.
#[must_use]
pub fn write_xlsx(model: &SheetModel) -> Vec<u8> {
    try_write_sheet(model).unwrap_or_default()
}

/// A table as xlsx, see [`write_xlsx`].
#[must_use]
pub fn write_table_xlsx(table: &Table) -> Vec<u8> {
    try_write_table(table).unwrap_or_default()
}

fn try_write_sheet(model: &SheetModel) -> io::Result<Vec<u8>> {
    let mut book = Book::new();
    let mut taken = BTreeSet::new();
    if model.tab_per_department && !model.groups.is_empty() {
        for group in &model.groups {
            let caption = wording::caption(&model.title, Some(&group.department));
            let name = tab_name(&group.department, &mut taken);
            write_tab(&mut book, name, &caption, std::slice::from_ref(group))?;
        }
    } else {
        let caption = wording::caption(&model.title, None);
        write_tab(&mut book, wording::SHEET.to_owned(), &caption, &model.groups)?;
    }
    book.finish(&clean_to(&wording::caption(&model.title, None), LONGEST_TITLE))
}

/// Writes the rows of some groups to a tab.
fn write_tab(
    book: &mut Book,
    name: String,
    caption: &str,
    groups: &[SheetGroup],
) -> io::Result<()> {
    let rows = groups.iter().flat_map(|g| g.rows.iter().map(|row| (g.department.as_str(), row)));
    let rows: Vec<(&str, &SheetRow)> = rows.collect();
    let area = area(HEIGHTS.len(), rows.len(), wording::COLUMNS.len())?;
    let mut tab = book.tab(name, area, &wording::COLUMNS, true);
    tab.row(HEIGHTS[0]);
    tab.text(Look::Caption, &clean(caption));
    tab.row(HEIGHTS[1]);
    tab.text(Look::Instructions, wording::INSTRUCTIONS);
    write_head(&mut tab, &wording::COLUMNS);
    tab.text(Look::Plain, wording::ID);
    for (department, row) in &rows {
        write_row(&mut tab, department, row);
    }
    let expected: Vec<Expected> = rows.iter().map(|(_, row)| row.expected).collect();
    let merged: Vec<String> = (1..area.head).map(|row| area.row(row)).collect();
    let tab = tab.finish(&merged, FILLED, &expected);
    book.add(tab);
    Ok(())
}

/// Where a table of so many rows stands whose head is row `head`.
fn area(head: usize, rows: usize, columns: usize) -> io::Result<Area> {
    let last = u32::try_from(head + rows).ok().filter(|last| *last <= MOST_ROWS);
    let last = last.ok_or(io::ErrorKind::FileTooLarge)?;
    Ok(Area { head: head as u32, last, columns: columns.max(1) })
}

fn write_head(tab: &mut Tab<'_>, columns: &[(&str, u16)]) {
    tab.row(HEIGHTS[2]);
    for (name, _) in columns {
        tab.text(Look::Head, &clean(name));
    }
}

fn write_row(tab: &mut Tab<'_>, department: &str, row: &SheetRow) {
    let cells = cells(department, row);
    tab.row(height(&cells, &wording::COLUMNS));
    for (at, cell) in cells.iter().enumerate() {
        match (at, row.expected) {
            (SENTENCE, _) => write_sentence(tab, &row.sentence),
            (FILLED, Expected::Figure) => tab.blank(Look::OpenFigure),
            (FILLED, _) => tab.blank(Look::OpenText),
            _ => write_cell(tab, cell),
        }
    }
    tab.text(Look::Plain, &clean(&row.id));
}

/// The height of a row whose cells are wrapped, in points. Excel would find it itself, `LibreOffice` and
/// WPS do not.
fn height(cells: &[Cell], columns: &[(&str, u16)]) -> f64 {
    const LINE: f64 = 13.5;
    let lines = cells.iter().zip(columns).map(|(cell, (_, width))| {
        let columns = |c: char| if c.is_ascii() { 1 } else { 2 };
        let length: u16 = cell.as_str().chars().take(4000).map(columns).sum();
        // A cell has margins, and a line ends before what does not fit.
        length.div_ceil(width.saturating_sub(1).max(1))
    });
    f64::from(lines.max().unwrap_or_default().clamp(1, 28)) * LINE + 6.0
}

fn write_cell(tab: &mut Tab<'_>, cell: &Cell) {
    match cell {
        Cell::Number(number) => match number.parse::<f64>().ok().filter(|n| n.is_finite()) {
            Some(number) => tab.number(Look::Figure, number),
            None => tab.text(Look::Text, &clean(number)),
        },
        Cell::Text(text) => tab.text(Look::Text, &clean(text)),
    }
}

/// The sentence with its blank in bold red; where a figure was deleted without a mark, 〔 〕.
fn write_sentence(tab: &mut Tab<'_>, sentence: &[String; 3]) {
    let [before, blank, after] = sentence.each_ref().map(|part| clean_to(part, LONGEST_PART));
    let blank = if blank.is_empty() { "〔　〕".to_owned() } else { blank };
    let runs = vec![(Ink::Words, before), (Ink::Blank, blank), (Ink::Words, after)];
    tab.runs(Look::Text, runs);
}

fn try_write_table(table: &Table) -> io::Result<Vec<u8>> {
    let mut book = Book::new();
    let columns = table.columns.iter().map(|(name, width)| (name.as_str(), *width));
    let columns: Vec<(&str, u16)> = columns.collect();
    let name = tab_name(&table.name, &mut BTreeSet::new());
    let mut tab = book.tab(name, area(1, table.rows.len(), columns.len())?, &columns, false);
    write_head(&mut tab, &columns);
    for row in &table.rows {
        tab.row(height(row, &columns));
        for cell in row {
            write_cell(&mut tab, cell);
        }
    }
    let tab = tab.finish(&[], 0, &[]);
    book.add(tab);
    book.finish(&clean_to(&table.name, LONGEST_TITLE))
}
