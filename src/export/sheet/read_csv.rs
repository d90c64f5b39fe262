//! The cells of a csv, as Excel and WPS save it: commas, semicolons or tabs, quoted as RFC 4180 says.

use super::filled::{FilledValue, SheetError};
use super::guard::without_formula;
use super::read::Rows;

/// What may stand between two cells.
const SEPARATORS: [char; 3] = [',', '\t', ';'];

/// Hands the rows of a csv to `rows`.
pub(super) fn read(text: &str, rows: &mut Rows) -> Result<(), SheetError> {
    let text = text.trim_start_matches('\u{FEFF}');
    // A caption that somebody put above the table has none.
    let first = text.lines().find(|line| line.contains(SEPARATORS)).unwrap_or_default();
    let most =
        SEPARATORS.into_iter().rev().max_by_key(|&separator| first.matches(separator).count());
    let separator = most.unwrap_or(',');
    let mut line = 0;
    let mut record = Vec::new();
    let mut field = String::new();
    let mut quoted = false;
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                field.push('"');
            }
            '"' if quoted => quoted = false,
            '"' if field.is_empty() => quoted = true,
            c if quoted => field.push(c),
            c if c == separator => record.push(std::mem::take(&mut field)),
            '\r' if characters.peek() == Some(&'\n') => {}
            '\n' | '\r' => {
                record.push(std::mem::take(&mut field));
                line += 1;
                take(&mut record, line, rows)?;
            }
            c => field.push(c),
        }
    }
    record.push(field);
    take(&mut record, line + 1, rows)
}

fn take(record: &mut Vec<String>, line: u32, rows: &mut Rows) -> Result<(), SheetError> {
    let cells = (0_u32..).zip(record.drain(..)).filter(|(_, text)| !text.trim().is_empty());
    let cells: Vec<_> =
        cells.map(|(column, text)| (column, FilledValue::Text(plain(&text).to_owned()))).collect();
    rows.row(line, &cells)
}

/// A cell without the apostrophe that keeps it from being a formula.
fn plain(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| without_formula(rest) != **rest).unwrap_or(text)
}
