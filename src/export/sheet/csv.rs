//! Sheets and tables as csv: RFC 4180, UTF-8 with a byte order mark, without which Excel takes it for
//! GBK.

use super::guard::{clean, without_formula};
use super::{Cell, SheetModel, SheetRow, Table, wording};

/// The sheet as csv. The blank in a sentence stands in 〔〕.
#[must_use]
pub fn write_csv(model: &SheetModel) -> String {
    let mut text = String::from('\u{FEFF}');
    let head = wording::COLUMNS.iter().map(|(name, _)| *name).chain([wording::ID]);
    line(&mut text, head.map(Cell::text));
    for (department, row) in model.rows() {
        line(&mut text, cells(department, row).into_iter().chain([Cell::text(&row.id)]));
    }
    text
}

/// A table as csv.
#[must_use]
pub fn write_table_csv(table: &Table) -> String {
    let mut text = String::from('\u{FEFF}');
    line(&mut text, table.columns.iter().map(|(name, _)| Cell::text(name)));
    for row in &table.rows {
        line(&mut text, row.iter().cloned());
    }
    text
}

/// The visible cells of a row, in the order of [`wording::COLUMNS`].
pub(super) fn cells(department: &str, row: &SheetRow) -> [Cell; 13] {
    let [before, blank, after] = &row.sentence;
    let empty = || Cell::text("");
    [
        Cell::Number(row.number.to_string()),
        Cell::text(&row.section),
        Cell::text(&row.name),
        Cell::text(format!("{before}〔{blank}〕{after}")),
        row.value.clone(),
        Cell::text(&row.unit),
        Cell::text(&row.scope),
        Cell::text(department),
        empty(),
        empty(),
        empty(),
        empty(),
        Cell::text(&row.note),
    ]
}

fn line(out: &mut String, cells: impl Iterator<Item = Cell>) {
    let fields = cells.map(|cell| match cell {
        Cell::Number(number) => number,
        Cell::Text(text) => field(&text),
    });
    out.push_str(&fields.collect::<Vec<_>>().join(","));
    out.push_str("\r\n");
}

fn field(text: &str) -> String {
    let text = without_formula(&clean(text));
    if text.contains([',', '"', '\'']) || text.starts_with(' ') || text.ends_with(' ') {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_are_quoted_and_guarded() {
        let text = |text: &str| Cell::text(text);
        let table = Table {
            name: String::new(),
            columns: vec![("指标".to_owned(), 8), ("数值".to_owned(), 8)],
            rows: vec![
                vec![text("甲,\"乙\""), Cell::figure("-3.2")],
                vec![text("=1+1\n"), text("-3.2")],
            ],
        };
        let expected = "\u{FEFF}指标,数值\r\n\"甲,\"\"乙\"\"\",-3.2\r\n\"'=1+1 \",\"'-3.2\"\r\n";
        assert_eq!(write_table_csv(&table), expected);
    }
}
