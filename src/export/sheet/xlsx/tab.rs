//! One tab: `worksheets/sheet1.xml`.

use super::super::{Expected, wording};
use super::strings::{Ink, Strings};
use super::style::Look;
use super::{book, checks};
use crate::export::package::Xml;

/// The most rows a spreadsheet has.
pub(super) const MOST_ROWS: u32 = 1_048_576;
/// How wide the hidden column is for somebody who shows it, in half-width characters.
const HIDDEN_WIDTH: u16 = 24;
/// What a column has besides its characters, as a part of one: five pixels of seven.
const MARGIN: f64 = 0.710_937_5;

/// Where a table stands on its tab. It begins in column A.
#[derive(Clone, Copy)]
pub(super) struct Area {
    /// The row of its head, from 1.
    pub(super) head: u32,
    /// Its last row.
    pub(super) last: u32,
    /// How many columns of it are to be seen.
    pub(super) columns: usize,
}

impl Area {
    /// The cells of a row: A1:M1.
    pub(super) fn row(self, row: u32) -> String {
        format!("A{row}:{}{row}", column_name(self.columns - 1))
    }

    /// The table with its head: A3:M30.
    fn table(self) -> String {
        format!("A{}:{}{}", self.head, column_name(self.columns - 1), self.last)
    }

    /// The cells from a row to the last one, as a name stands for them: $A$3:$M$30.
    pub(super) fn absolute_from(self, row: u32) -> String {
        format!("$A${row}:${}${}", column_name(self.columns - 1), self.last)
    }
}

/// The letters of a column, counted from 0: A, Z, AA.
pub(super) fn column_name(column: usize) -> String {
    let letter = char::from(b'A' + (column % 26) as u8);
    match column / 26 {
        0 => letter.to_string(),
        rest => column_name(rest - 1) + &letter.to_string(),
    }
}

/// A tab that is being written, cell after cell.
pub(super) struct Tab<'b> {
    name: String,
    area: Area,
    strings: &'b mut Strings,
    xml: Xml,
    row: u32,
    column: usize,
}

/// A tab that is written.
pub(super) struct WrittenTab {
    pub(super) name: String,
    pub(super) area: Area,
    pub(super) xml: Vec<u8>,
}

impl<'b> Tab<'b> {
    /// A tab without rows. `columns` are names and widths; behind them there may be a hidden one.
    pub(super) fn new(
        (name, area): (String, Area),
        strings: &'b mut Strings,
        columns: &[(&str, u16)],
        has_hidden: bool,
        is_first: bool,
    ) -> Self {
        let mut xml = Xml::new("worksheet", &[("xmlns", book::MAIN)]);
        xml.open("sheetPr", &[]);
        xml.empty("pageSetUpPr", &[("fitToPage", "1")]);
        xml.close();
        write_view(&mut xml, area, is_first);
        xml.empty("sheetFormatPr", &[("defaultRowHeight", "15")]);
        let hidden = has_hidden.then_some((HIDDEN_WIDTH, &[("hidden", "1")][..]));
        let visible = columns.iter().map(|(_, width)| (*width, &[][..]));
        xml.open("cols", &[]);
        for (number, (width, more)) in (1..).zip(visible.chain(hidden)) {
            let (number, width) = (format!("{number}"), (f64::from(width) + MARGIN).to_string());
            let own: [(&str, &str); 3] = [("min", &number), ("max", &number), ("width", &width)];
            xml.empty("col", &[&own, more, &[("customWidth", "1")]].concat());
        }
        xml.close();
        xml.open("sheetData", &[]);
        Self { name, area, strings, xml, row: 0, column: 0 }
    }

    /// Begins the next row. `height` is in points.
    pub(super) fn row(&mut self, height: f64) {
        if self.row > 0 {
            self.xml.close();
        }
        (self.row, self.column) = (self.row + 1, 0);
        let (row, height) = (self.row.to_string(), height.to_string());
        self.xml.open("row", &[("r", &row), ("ht", &height), ("customHeight", "1")]);
    }

    /// Text in the next cell, whatever it looks like.
    pub(super) fn text(&mut self, look: Look, text: &str) {
        self.runs(look, vec![(Ink::Words, text.to_owned())]);
    }

    /// Text of several colours in the next cell.
    pub(super) fn runs(&mut self, look: Look, mut runs: Vec<(Ink, String)>) {
        runs.retain(|(_, text)| !text.is_empty());
        if runs.is_empty() {
            return self.blank(look);
        }
        let number = self.strings.number(runs).to_string();
        self.cell(look, Some("s"), &number);
    }

    /// A number in the next cell. It is finite.
    pub(super) fn number(&mut self, look: Look, number: f64) {
        self.cell(look, None, &number.to_string());
    }

    /// Nothing in the next cell, which has its frame all the same.
    pub(super) fn blank(&mut self, look: Look) {
        let (reference, look) = (self.next_reference(), look.number());
        self.xml.empty("c", &[("r", &reference), ("s", &look)]);
    }

    fn cell(&mut self, look: Look, kind: Option<&str>, value: &str) {
        let (reference, look) = (self.next_reference(), look.number());
        let mut attributes = vec![("r", reference.as_str()), ("s", &look)];
        attributes.extend(kind.map(|kind| ("t", kind)));
        self.xml.open("c", &attributes);
        self.xml.leaf("v", &[], value);
        self.xml.close();
    }

    fn next_reference(&mut self) -> String {
        self.column += 1;
        format!("{}{}", column_name(self.column - 1), self.row)
    }

    /// The tab with what follows its rows: the cells that are one, and what those of column `filled`
    /// take, row after row.
    pub(super) fn finish(
        mut self,
        merged: &[String],
        filled: usize,
        expected: &[Expected],
    ) -> WrittenTab {
        let xml = &mut self.xml;
        if self.row > 0 {
            xml.close();
        }
        xml.close();
        xml.empty("autoFilter", &[("ref", &self.area.table())]);
        if !merged.is_empty() {
            xml.open("mergeCells", &[("count", &merged.len().to_string())]);
            for cells in merged {
                xml.empty("mergeCell", &[("ref", cells)]);
            }
            xml.close();
        }
        checks::write(xml, &column_name(filled), self.area.head + 1, expected);
        write_page(xml);
        WrittenTab { name: self.name, area: self.area, xml: self.xml.finish() }
    }
}

/// What stays in view: all down to the head.
fn write_view(xml: &mut Xml, area: Area, is_first: bool) {
    let selected = if is_first { "1" } else { "0" };
    let (rows, first) = (area.head.to_string(), format!("A{}", area.head + 1));
    xml.open("sheetViews", &[]);
    xml.open("sheetView", &[("tabSelected", selected), ("workbookViewId", "0")]);
    let pane = [("ySplit", rows.as_str()), ("topLeftCell", &first)];
    let state = [("activePane", "bottomLeft"), ("state", "frozen")];
    xml.empty("pane", &[pane, state].concat());
    xml.empty("selection", &[("pane", "bottomLeft")]);
    xml.close();
    xml.close();
}

/// How it is printed: A4 on its side, as wide as the page and as long as it is.
fn write_page(xml: &mut Xml) {
    xml.empty("printOptions", &[("horizontalCentered", "1")]);
    let sides = [("left", "0.4"), ("right", "0.4"), ("top", "0.6"), ("bottom", "0.6")];
    xml.empty("pageMargins", &[&sides[..], &[("header", "0.3"), ("footer", "0.3")]].concat());
    let paper = [("paperSize", "9"), ("orientation", "landscape"), ("fitToHeight", "0")];
    xml.empty("pageSetup", &paper);
    xml.open("headerFooter", &[]);
    xml.leaf("oddFooter", &[], wording::FOOTER);
    xml.close();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_letters() {
        for (column, name) in
            [(0, "A"), (13, "N"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
        {
            assert_eq!(column_name(column), name);
        }
    }
}
