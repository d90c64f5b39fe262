//! The cells of an xlsx workbook.

use super::filled::{FilledValue, SheetError};
use super::read::{FilledCell, Rows};
use super::value::number_text;
use crate::reader::workbook::{Package, Value, Workbook};

/// Columns beyond this one are not looked at: ours has fourteen, and people add some.
const LAST_COLUMN: u32 = 200;

/// Hands the rows of all tabs to `rows`, the hidden ones too: somebody may have hidden one by mistake.
pub(super) fn read(bytes: &[u8], rows: &mut Rows) -> Result<(), SheetError> {
    let mut workbook = match Package::open(bytes)? {
        Package::Workbook(workbook) => workbook,
        Package::OpenDocument => return Err(SheetError::OtherFormat),
        Package::Other => return Err(SheetError::NotASheet),
    };
    let names: Vec<String> = workbook.tabs().map(str::to_owned).collect();
    for (tab, name) in names.iter().enumerate() {
        rows.tab(name);
        read_tab(&mut workbook, tab, rows)?;
    }
    Ok(())
}

fn read_tab(workbook: &mut Workbook<'_>, tab: usize, rows: &mut Rows) -> Result<(), SheetError> {
    let mut line = 1;
    let mut cells: Vec<FilledCell> = Vec::new();
    workbook.cells(tab, |cell| {
        if cell.row != line {
            rows.row(line, &cells)?;
            cells.clear();
            line = cell.row;
        }
        if cell.column >= LAST_COLUMN || cells.len() >= LAST_COLUMN as usize {
            return Ok(());
        }
        let value = filled(cell.value);
        if !value.is_empty() {
            cells.push((cell.column, value));
        }
        Ok::<_, SheetError>(())
    })?;
    rows.row(line, &cells)
}

fn filled(value: Value<'_>) -> FilledValue {
    match value {
        Value::Empty => FilledValue::Empty,
        Value::Text(text) => FilledValue::Text(text.into_owned()),
        Value::Number(number) | Value::Percent(number) if !number.is_finite() => {
            FilledValue::Broken(number.to_string())
        }
        Value::Number(number) => FilledValue::Number(number_text(number)),
        Value::Percent(number) => FilledValue::Percent(number_text(number * 100.0)),
        Value::Date(year, month, day) => FilledValue::Date(year, month, day),
        Value::Error(error) => FilledValue::Broken(error),
    }
}
