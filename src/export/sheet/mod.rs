//! The verification sheet (核实表): the blanks of a report as a table for the departments, and what
//! they filled in. Columns: specification §7.1.
//!
//! `model` says what is in it, `xlsx` and `csv` write it, `read` reads what comes back, `merge` says
//! what that would do to the draft, and does it. `tables` makes the plain tables of metrics and
//! findings.

mod csv;
mod departments;
mod filled;
#[cfg_attr(
    not(feature = "documents"),
    allow(dead_code, reason = "the tabs of a workbook have names")
)]
mod guard;
mod identity;
mod merge;
mod model;
#[cfg(feature = "documents")]
mod read;
#[cfg(feature = "documents")]
mod read_csv;
#[cfg(feature = "documents")]
mod read_xlsx;
mod tables;
mod target;
#[cfg_attr(not(feature = "documents"), allow(dead_code, reason = "part of it serves reading"))]
mod value;
#[cfg_attr(not(feature = "documents"), allow(dead_code, reason = "part of it serves workbooks"))]
mod wording;
#[cfg(feature = "documents")]
mod xlsx;

pub use csv::{write_csv, write_table_csv};
pub use departments::{DEPARTMENTS, Department, suggest};
pub use filled::{FilledRow, FilledSheet, FilledValue, SheetError};
pub use merge::{Candidate, Choices, FillPreview, FillRow, Gone, RefusedRow, apply, merge};
pub use model::{Expected, SheetGroup, SheetModel, SheetOptions, SheetRow, sheet_model};
#[cfg(feature = "documents")]
pub use read::read_filled;
pub use tables::{findings_table, metrics_table};
#[cfg(feature = "documents")]
pub use xlsx::{write_table_xlsx, write_xlsx};

use serde::{Deserialize, Serialize};

/// One cell of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cell {
    /// Text, whatever it looks like.
    Text(String),
    /// A figure as a decimal string of at most fifteen digits: a spreadsheet keeps no more.
    Number(String),
}

impl Cell {
    /// Text in a cell.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// A figure if `text` is one that a spreadsheet keeps exactly, text otherwise: 1,234.5 and ３５ are
    /// figures, 约32 and 3/4 are not, nor is a code of twenty digits.
    #[must_use]
    pub fn figure(text: &str) -> Self {
        match value::plain_number(text) {
            Some(number) => Self::Number(number),
            None => Self::Text(text.to_owned()),
        }
    }

    /// What is in it, as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        let (Self::Text(text) | Self::Number(text)) = self;
        text
    }
}

/// A plain table with a head.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Table {
    /// Its name, for the tab.
    pub name: String,
    /// The names of its columns, and how many half-width characters each is wide.
    pub columns: Vec<(String, u16)>,
    /// Its rows, each as long as there are columns.
    pub rows: Vec<Vec<Cell>>,
}
