//! Sheets and tables as xlsx.

use super::csv::cells;
use super::guard::{clean, tab_name};
use super::{Cell, Expected, SheetGroup, SheetModel, SheetRow, Table, value, wording};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign,
    FormatBorder, Workbook, Worksheet, XlsxError,
};
use std::collections::BTreeSet;

/// The rows above the table: caption, instructions, head.
const HEAD_ROW: u32 = 2;
/// The columns of [`wording::COLUMNS`] that are not plain text.
const SENTENCE: usize = 3;
const FILLED: usize = 8;
const PHONE: usize = 11;
/// The hidden column.
const ID: u16 = wording::COLUMNS.len() as u16;
/// The heights of caption, instructions and head, in points.
const HEIGHTS: [f64; 3] = [26.0, 44.0, 30.0];
/// A4.
const PAPER: u8 = 9;
/// The largest figure a cell takes: fifteen digits.
const LARGEST: f64 = 1e15;

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

fn try_write_sheet(model: &SheetModel) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = workbook(&wording::caption(&clean(&model.title), None));
    let looks = Looks::new();
    let mut taken = BTreeSet::new();
    if model.tab_per_department && !model.groups.is_empty() {
        for group in &model.groups {
            let tab = workbook.add_worksheet().set_name(tab_name(&group.department, &mut taken))?;
            let caption = wording::caption(&model.title, Some(&group.department));
            write_tab(tab, &looks, &caption, std::slice::from_ref(group))?;
        }
    } else {
        let tab = workbook.add_worksheet().set_name(wording::SHEET)?;
        write_tab(tab, &looks, &wording::caption(&model.title, None), &model.groups)?;
    }
    workbook.save_to_buffer()
}

/// An empty workbook. Its date is the same for all, so that exports are the same bytes.
fn workbook(title: &str) -> Workbook {
    let mut workbook = Workbook::new();
    let properties = DocProperties::new().set_title(title.chars().take(200).collect::<String>());
    if let Ok(date) = ExcelDateTime::from_ymd(2000, 1, 1) {
        workbook.set_properties(&properties.set_creation_datetime(&date));
    }
    workbook
}

/// How cells look.
struct Looks {
    caption: Format,
    instructions: Format,
    head: Format,
    text: Format,
    figure: Format,
    /// What is to be filled in: a figure, words.
    open: [Format; 2],
    /// Words around the blank, the blank.
    plain: Format,
    blank: Format,
}

impl Looks {
    fn new() -> Self {
        let base = Format::new().set_font_name("宋体").set_font_size(10.0);
        let cell =
            base.clone().set_border(FormatBorder::Thin).set_align(FormatAlign::VerticalCenter);
        let cell = cell.set_text_wrap();
        let text = cell.clone().set_num_format("@");
        let figure = cell.clone().set_align(FormatAlign::Center);
        let filled = |format: &Format| format.clone().set_background_color(Color::RGB(0x00FF_F9DB));
        let head = cell.clone().set_bold().set_align(FormatAlign::Center);
        Self {
            caption: base
                .clone()
                .set_font_size(16.0)
                .set_bold()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter),
            instructions: base.clone().set_text_wrap().set_align(FormatAlign::VerticalCenter),
            head: head.set_background_color(Color::RGB(0x00E8_EDF3)),
            open: [filled(&figure), filled(&text)],
            plain: base.clone(),
            blank: base.set_bold().set_font_color(Color::Red),
            text,
            figure,
        }
    }
}

/// Writes the rows of some groups to a tab.
fn write_tab(
    tab: &mut Worksheet,
    looks: &Looks,
    caption: &str,
    groups: &[SheetGroup],
) -> Result<(), XlsxError> {
    tab.merge_range(0, 0, 0, ID - 1, &clean(caption), &looks.caption)?;
    tab.merge_range(1, 0, 1, ID - 1, wording::INSTRUCTIONS, &looks.instructions)?;
    for (row, height) in (0..).zip(HEIGHTS) {
        tab.set_row_height(row, height)?;
    }
    write_head(tab, looks, HEAD_ROW, &wording::COLUMNS)?;
    tab.write_string(HEAD_ROW, ID, wording::ID)?;
    tab.set_column_hidden(ID)?;
    let rows = groups.iter().flat_map(|g| g.rows.iter().map(|row| (g.department.as_str(), row)));
    let rows: Vec<(&str, &SheetRow)> = rows.collect();
    for (line, (department, row)) in (HEAD_ROW + 1..).zip(&rows) {
        write_row(tab, looks, line, department, row)?;
    }
    let mut from = 0;
    while let Some((_, first)) = rows.get(from) {
        let same =
            rows[from..].iter().take_while(|(_, row)| row.expected == first.expected).count();
        let line = |at: usize| HEAD_ROW + 1 + at as u32;
        let column = FILLED as u16;
        let check = validation(first.expected)?;
        tab.add_data_validation(line(from), column, line(from + same - 1), column, &check)?;
        from += same;
    }
    finish(tab, HEAD_ROW, HEAD_ROW + rows.len() as u32, ID)
}

fn write_head(
    tab: &mut Worksheet,
    looks: &Looks,
    row: u32,
    columns: &[(&str, u16)],
) -> Result<(), XlsxError> {
    for (column, (name, width)) in (0..).zip(columns) {
        tab.write_string_with_format(row, column, clean(name), &looks.head)?;
        tab.set_column_width(column, *width)?;
    }
    Ok(())
}

fn write_row(
    tab: &mut Worksheet,
    looks: &Looks,
    line: u32,
    department: &str,
    row: &SheetRow,
) -> Result<(), XlsxError> {
    let cells = cells(department, row);
    for (at, cell) in cells.iter().enumerate() {
        let column = at as u16;
        match (at, row.expected) {
            (SENTENCE, _) => write_sentence(tab, looks, line, &row.sentence)?,
            (FILLED, Expected::Figure) => drop(tab.write_blank(line, column, &looks.open[0])?),
            (FILLED, _) => drop(tab.write_blank(line, column, &looks.open[1])?),
            (PHONE, _) => drop(tab.write_blank(line, column, &looks.text)?),
            _ => write_cell(tab, looks, line, column, cell)?,
        }
    }
    tab.write_string(line, ID, &row.id)?;
    tab.set_row_height(line, height(&cells, &wording::COLUMNS))?;
    Ok(())
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

fn write_cell(
    tab: &mut Worksheet,
    looks: &Looks,
    row: u32,
    column: u16,
    cell: &Cell,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Number(number) => match number.parse::<f64>() {
            Ok(number) => tab.write_number_with_format(row, column, number, &looks.figure)?,
            Err(_) => tab.write_string_with_format(row, column, clean(number), &looks.text)?,
        },
        Cell::Text(text) if text.is_empty() => tab.write_blank(row, column, &looks.text)?,
        Cell::Text(text) => tab.write_string_with_format(row, column, clean(text), &looks.text)?,
    };
    Ok(())
}

/// The sentence with its blank in bold red; where a figure was deleted without a mark, 〔 〕.
fn write_sentence(
    tab: &mut Worksheet,
    looks: &Looks,
    row: u32,
    sentence: &[String; 3],
) -> Result<(), XlsxError> {
    let [before, blank, after] = sentence.each_ref().map(|part| clean(part));
    let blank = if blank.is_empty() { "〔　〕".to_owned() } else { blank };
    let parts = [(&looks.plain, before), (&looks.blank, blank), (&looks.plain, after)];
    let parts = parts.iter().filter(|(_, part)| !part.is_empty());
    let parts: Vec<(&Format, &str)> = parts.map(|(look, part)| (*look, part.as_str())).collect();
    let column = SENTENCE as u16;
    match parts.as_slice() {
        [(_, only)] => tab.write_string_with_format(row, column, *only, &looks.text)?,
        parts => tab.write_rich_string_with_format(row, column, parts, &looks.text)?,
    };
    Ok(())
}

/// What a cell takes. A date may be only a month, so its cell takes any words and hints at the way to
/// write them.
fn validation(expected: Expected) -> Result<DataValidation, XlsxError> {
    let length = value::LONGEST_VALUE as u32;
    let words =
        DataValidation::new().allow_text_length(DataValidationRule::LessThanOrEqualTo(length));
    match expected {
        Expected::Figure => {
            let figure = DataValidationRule::Between(-LARGEST, LARGEST);
            let (title, message) = wording::NO_NUMBER;
            let figure = DataValidation::new().allow_decimal_number(figure);
            figure.set_error_title(title)?.set_error_message(message)
        }
        Expected::Text => {
            let (title, message) = wording::TOO_LONG;
            words.set_error_title(title)?.set_error_message(message)
        }
        Expected::Date => {
            let (title, message) = wording::DATE_HINT;
            words.set_input_title(title)?.set_input_message(message)
        }
    }
}

/// How a tab is scrolled and printed.
fn finish(tab: &mut Worksheet, head: u32, last: u32, columns: u16) -> Result<(), XlsxError> {
    tab.autofilter(head, 0, last.max(head), columns - 1)?;
    tab.set_freeze_panes(head + 1, 0)?;
    tab.set_repeat_rows(head, head)?;
    tab.set_print_area(0, 0, last, columns - 1)?;
    tab.set_landscape().set_paper_size(PAPER).set_print_fit_to_pages(1, 0);
    tab.set_margins(0.4, 0.4, 0.6, 0.6, 0.3, 0.3).set_print_center_horizontally(true);
    tab.set_footer(wording::FOOTER);
    Ok(())
}

fn try_write_table(table: &Table) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = workbook(&clean(&table.name));
    let looks = Looks::new();
    let name = tab_name(&table.name, &mut BTreeSet::new());
    let tab = workbook.add_worksheet().set_name(name)?;
    let columns = table.columns.iter().map(|(name, width)| (name.as_str(), *width));
    let columns: Vec<(&str, u16)> = columns.collect();
    write_head(tab, &looks, 0, &columns)?;
    for (line, row) in (1..).zip(&table.rows) {
        for (column, cell) in (0..).zip(row) {
            write_cell(tab, &looks, line, column, cell)?;
        }
        tab.set_row_height(line, height(row, &columns))?;
    }
    finish(tab, 0, table.rows.len() as u32, (columns.len() as u16).max(1))?;
    workbook.save_to_buffer()
}
