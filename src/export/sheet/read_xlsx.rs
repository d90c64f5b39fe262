//! The cells of an xlsx workbook.

use super::filled::{FilledValue, SheetError};
use super::read::{FilledCell, Rows};
use super::value::number_text;
use crate::reader;
use calamine::{DataRef, DataType, ExcelDateTime, Reader, Xlsx, XlsxError};
use std::io::Cursor;

/// Columns beyond this one are not looked at: ours has fourteen, and people add some.
const LAST_COLUMN: u32 = 200;
/// The last day that a spreadsheet knows, as a number: 9999-12-31.
const LAST_DAY: f64 = 2_958_465.0;

/// Hands the rows of all tabs to `rows`, the hidden ones too: somebody may have hidden one by mistake.
pub(super) fn read(bytes: &[u8], rows: &mut Rows) -> Result<(), SheetError> {
    // The library inflates whatever it is asked for; what a bomb becomes is found out before.
    let parts = reader::archive_parts(bytes).map_err(|error| SheetError::of(&error))?;
    if parts.iter().any(|part| part == "content.xml") {
        return Err(SheetError::OtherFormat);
    }
    if !parts.iter().any(|part| part.starts_with("xl/")) {
        return Err(SheetError::NotASheet);
    }
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(|error| fault(&error))?;
    for name in workbook.sheet_names() {
        rows.tab(&name);
        read_tab(&mut workbook, &name, rows)?;
    }
    Ok(())
}

fn fault(error: &XlsxError) -> SheetError {
    match error {
        XlsxError::Password => SheetError::Encrypted,
        _ => SheetError::Damaged,
    }
}

/// Reads cell after cell. The library would also give the whole tab as a rectangle, which is as large
/// as its farthest cell says: a cell in XFD1048576 takes all memory there is.
fn read_tab(
    workbook: &mut Xlsx<Cursor<&[u8]>>,
    name: &str,
    rows: &mut Rows,
) -> Result<(), SheetError> {
    let mut reader = match workbook.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(XlsxError::NotAWorksheet(_)) => return Ok(()),
        Err(error) => return Err(fault(&error)),
    };
    let percent = reader.styles().iter().map(|style| {
        let format = style.number_format.as_ref();
        format.is_some_and(|format| format.format_code.contains('%'))
    });
    let percent: Vec<bool> = percent.collect();
    let mut line = 0;
    let mut cells: Vec<FilledCell> = Vec::new();
    while let Some((cell, style)) =
        reader.next_cell_with_style_id().map_err(|error| fault(&error))?
    {
        let (row, column) = cell.get_position();
        if row != line {
            rows.row(line.saturating_add(1), &cells)?;
            cells.clear();
            line = row;
        }
        let value = value(cell.get_value(), percent.get(style) == Some(&true));
        if column < LAST_COLUMN && !value.is_empty() && cells.len() < LAST_COLUMN as usize {
            cells.push((column, value));
        }
    }
    rows.row(line.saturating_add(1), &cells)
}

fn value(data: &DataRef<'_>, percent: bool) -> FilledValue {
    match data {
        DataRef::Empty => FilledValue::Empty,
        DataRef::Int(_) | DataRef::Float(_) => {
            data.as_f64().map_or(FilledValue::Empty, |number| number_value(number, percent))
        }
        DataRef::String(text) | DataRef::DurationIso(text) => FilledValue::Text(text.clone()),
        DataRef::SharedString(text) => FilledValue::Text((*text).to_owned()),
        DataRef::Bool(value) => FilledValue::Text(value.to_string()),
        DataRef::DateTime(date) => day(date),
        DataRef::DateTimeIso(text) => iso_day(text),
        DataRef::Error(error) => FilledValue::Broken(error.to_string()),
    }
}

fn number_value(number: f64, percent: bool) -> FilledValue {
    if !number.is_finite() {
        FilledValue::Broken(number.to_string())
    } else if percent {
        FilledValue::Percent(number_text(number * 100.0))
    } else {
        FilledValue::Number(number_text(number))
    }
}

fn day(date: &ExcelDateTime) -> FilledValue {
    let number = date.as_f64();
    if date.is_duration() || !(1.0..=LAST_DAY).contains(&number) {
        return number_value(number, false);
    }
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    FilledValue::Date(year, month, day)
}

/// A day as ISO 8601 writes it: 2024-03-04T00:00:00.
fn iso_day(text: &str) -> FilledValue {
    let day = text.split('T').next().unwrap_or_default();
    let mut parts = day.split('-');
    let mut part = || parts.next().and_then(|part| part.parse::<u16>().ok());
    match (part(), part(), part()) {
        (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) => {
            FilledValue::Date(year, month as u8, day as u8)
        }
        _ => FilledValue::Text(text.to_owned()),
    }
}
