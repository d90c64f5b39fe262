//! The cells of a tab.

use super::format::{Shown, day};
use super::strings::{Strings, rich_text, unescape};
use super::{WHAT, Workbook, damaged};
use crate::reader::container::stream::{Piece, Stream, Tag};
use crate::reader::{ReadError, limits, message};
use std::borrow::Cow;

/// The most rows and columns that a spreadsheet has: XFD1048576 is the last cell.
const MOST_ROWS: u32 = 1_048_576;
const MOST_COLUMNS: u32 = 16_384;

/// A cell that is in the file; empty ones mostly are not.
pub(crate) struct Cell<'a> {
    /// Its row, from 1.
    pub(crate) row: u32,
    /// Its column, from 0.
    pub(crate) column: u32,
    /// What is in it.
    pub(crate) value: Value<'a>,
}

/// What is in a cell; of a formula, what it gave when the file was saved.
#[derive(Debug, PartialEq)]
pub(crate) enum Value<'a> {
    /// Nothing.
    Empty,
    /// Text.
    Text(Cow<'a, str>),
    /// A number.
    Number(f64),
    /// A number that is shown as so many of a hundred: 0.865 shown as 86.5%.
    Percent(f64),
    /// A day: year, month, day.
    Date(u16, u8, u8),
    /// What a formula failed with: #REF!
    Error(String),
}

/// What the values of cells are made with.
struct Tables<'a> {
    strings: &'a Strings,
    styles: &'a [Shown],
    is_1904: bool,
}

/// Hands cell after cell to `take`.
pub(super) fn read<E: From<ReadError>>(
    mut stream: Stream<'_>,
    workbook: &mut Workbook<'_>,
    mut take: impl FnMut(Cell<'_>) -> Result<(), E>,
) -> Result<(), E> {
    let Workbook { strings, styles, is_1904, handed_out, .. } = workbook;
    let tables = Tables { strings, styles, is_1904: *is_1904 };
    // Where the next cell is that does not say so itself.
    let (mut row, mut column) = (1, 0);
    while let Some(piece) = stream.next()? {
        match &piece {
            Piece::Open(tag) if tag.is("row") => {
                let [number] = tag.attributes(["r"])?;
                if let Some(number) = number {
                    row = position(&number).ok_or_else(damaged)?.0;
                }
            }
            Piece::Open(tag) if tag.is("c") => {
                let [reference, style, kind] = tag.attributes(["r", "s", "t"])?;
                if let Some(reference) = reference {
                    let (own_row, own_column) = position(&reference).ok_or_else(damaged)?;
                    (row, column) = (own_row, own_column.ok_or_else(damaged)?);
                }
                let content = content(&mut stream)?;
                let value = tables.value(content, style.as_deref(), kind.as_deref())?;
                if let Value::Text(text) = &value {
                    // A text that stands in the file once may be that of a million cells.
                    *handed_out += text.len() as u64;
                    if *handed_out > limits::LARGEST_TOTAL {
                        return Err(message::too_complex(WHAT).into());
                    }
                }
                take(Cell { row, column, value })?;
                column = column.saturating_add(1);
            }
            piece if piece.closes("row") => (row, column) = (row.saturating_add(1), 0),
            piece if piece.closes("sheetData") => break,
            _ => {}
        }
    }
    Ok(())
}

/// What a reference says: B7 is row 7 (from 1) and column 1 (from 0); that of a row has no column.
fn position(reference: &str) -> Option<(u32, Option<u32>)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at(letters);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let letter = u32::from(letter.to_ascii_uppercase() - b'A') + 1;
        Some(column * 26 + letter).filter(|column| *column <= MOST_COLUMNS)
    })?;
    let row = digits.bytes().all(|b| b.is_ascii_digit()).then(|| digits.parse::<u32>().ok())??;
    (1..=MOST_ROWS).contains(&row).then_some((row, column.checked_sub(1)))
}

/// What stands in a cell: its value as written, and the text that is written into it.
#[derive(Default)]
struct Content {
    value: Option<String>,
    inline: Option<String>,
}

/// Reads a cell that has just begun to its end. Its formula is not looked at.
fn content(stream: &mut Stream<'_>) -> Result<Content, ReadError> {
    let mut content = Content::default();
    let mut is_value = false;
    while let Some(piece) = stream.next()? {
        match &piece {
            Piece::Open(tag) if tag.is("is") => {
                rich_text(stream, "is", content.inline.get_or_insert_default())?;
            }
            Piece::Open(tag) => is_value = opens_value(tag, &mut content),
            Piece::Text(text) if is_value => content.value.get_or_insert_default().push_str(text),
            piece if piece.closes("c") => break,
            Piece::Close(_) => is_value = false,
            Piece::Text(_) => {}
        }
    }
    Ok(content)
}

/// Whether the value of the cell begins.
fn opens_value(tag: &Tag<'_>, content: &mut Content) -> bool {
    let is_value = tag.is("v");
    if is_value {
        content.value = Some(String::new());
    }
    is_value
}

impl<'a> Tables<'a> {
    /// What is in a cell of this style and type (clause 18.18.11).
    fn value(
        &self,
        content: Content,
        style: Option<&str>,
        kind: Option<&str>,
    ) -> Result<Value<'a>, ReadError> {
        if let Some(text) = content.inline {
            return Ok(Value::Text(Cow::Owned(text)));
        }
        let Some(value) = content.value else { return Ok(Value::Empty) };
        let plain = value.trim();
        let text = |value: String| Ok(Value::Text(Cow::Owned(value)));
        match kind {
            Some("inlineStr" | "is") => Ok(Value::Empty),
            Some("str") => {
                let mut unescaped = String::new();
                unescape(&value, &mut unescaped);
                text(unescaped)
            }
            _ if plain.is_empty() => Ok(Value::Empty),
            Some("s") => {
                let shared = plain.parse().ok().and_then(|number| self.strings.get(number));
                shared.map(|text| Value::Text(Cow::Borrowed(text))).ok_or_else(damaged)
            }
            Some("b") => match plain {
                "0" | "false" => text("false".to_owned()),
                "1" | "true" => text("true".to_owned()),
                _ => Err(damaged()),
            },
            Some("e") => Ok(Value::Error(plain.to_owned())),
            Some("d") => Ok(iso_day(plain).unwrap_or(Value::Text(Cow::Owned(value)))),
            Some("n") | None => match plain.parse() {
                Ok(number) => Ok(self.number(number, style)),
                Err(_) if kind.is_none() => text(value),
                Err(_) => Err(damaged()),
            },
            Some(_) => Err(damaged()),
        }
    }

    /// A number as its style shows it. Without a style of its own a cell has the first.
    fn number(&self, number: f64, style: Option<&str>) -> Value<'a> {
        let style = style.and_then(|style| style.parse::<usize>().ok()).unwrap_or_default();
        let date =
            || day(number, self.is_1904).map(|(year, month, day)| Value::Date(year, month, day));
        match self.styles.get(style).copied().unwrap_or_default() {
            Shown::Plain => Value::Number(number),
            Shown::Percent => Value::Percent(number),
            Shown::Date => date().unwrap_or(Value::Number(number)),
        }
    }
}

/// A day as ISO 8601 writes it: 2024-03-04T00:00:00.
fn iso_day(text: &str) -> Option<Value<'static>> {
    let day = text.split('T').next().unwrap_or_default();
    let mut parts = day.split('-');
    let mut part = || parts.next().and_then(|part| part.parse::<u16>().ok());
    match (part(), part(), part()) {
        (Some(year), Some(month @ 1..=12), Some(day @ 1..=31)) => {
            Some(Value::Date(year, month as u8, day as u8))
        }
        _ => None,
    }
}
