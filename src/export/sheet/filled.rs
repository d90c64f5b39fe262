//! A sheet that came back.

use serde::{Deserialize, Serialize};
use std::fmt;

/// What stands in a cell that was to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum FilledValue {
    /// Nothing, or blanks.
    #[default]
    Empty,
    /// Text as typed.
    Text(String),
    /// A number, as a spreadsheet shows it at full length.
    Number(String),
    /// A number that is shown as a percentage: 86.5 for 0.865 shown as 86.5%.
    Percent(String),
    /// A day: year, month, day.
    Date(u16, u8, u8),
    /// A formula that gives no value: #REF!
    Broken(String),
}

impl FilledValue {
    /// Whether there is nothing in it.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        match self {
            Self::Empty => true,
            Self::Text(text) => text.trim().is_empty(),
            _ => false,
        }
    }
}

impl fmt::Display for FilledValue {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Empty => Ok(()),
            Self::Text(text) | Self::Number(text) | Self::Broken(text) => f.write_str(text),
            Self::Percent(number) => write!(f, "{number}%"),
            Self::Date(year, month, day) => write!(f, "{year}年{month}月{day}日"),
        }
    }
}

/// One row that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledRow {
    /// The id in its hidden column.
    pub id: String,
    /// The name of its tab; "" in a csv.
    pub tab: String,
    /// The number of the row, from 1.
    pub line: u32,
    /// The name of the indicator, as it stands there.
    pub name: String,
    /// The sentence, as it stands there.
    pub sentence: String,
    /// What was filled in.
    pub value: FilledValue,
    /// Who filled it in (填报人).
    pub reporter: String,
    /// What was noted (备注).
    pub note: String,
}

/// A sheet that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FilledSheet {
    /// The title of the report, if the caption still says it.
    pub title: Option<String>,
    /// Its rows, in the order of its tabs.
    pub rows: Vec<FilledRow>,
}

/// Why a file is no sheet to fill in from. It says so in Chinese.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum SheetError {
    /// No spreadsheet at all.
    NotASheet,
    /// A spreadsheet of an old or another kind: xls, et, ods.
    OtherFormat,
    /// A spreadsheet without the columns of ours.
    NotOurs,
    /// A sheet of another report, with its title as far as the sheet says it.
    OtherReport(Option<String>),
    /// A password or a product for document security keeps it closed.
    Encrypted,
    /// Cut off or broken.
    Damaged,
    /// Larger than any sheet.
    TooLarge,
}

impl fmt::Display for SheetError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotASheet => "这不是表格文件。请放入从这里导出、填好的核实表（xlsx 或 csv）。",
            Self::OtherFormat => {
                "这是 xls、et 或 ods 格式的表格。请用 Excel 或 WPS 打开，另存为 xlsx 再放进来。"
            }
            Self::NotOurs => {
                "这张表里没有“核实数值”和“编号（勿改）”两列，不是从这里导出的核实表，或者表头被改过。"
            }
            Self::OtherReport(Some(title)) => {
                return write!(f, "这是另一份报告《{title}》的核实表，没有填入。");
            }
            Self::OtherReport(None) => "这是另一份报告的核实表，没有填入。",
            Self::Encrypted => "这份表格加了密码或被文档加密软件锁着。请解密后另存一份再放进来。",
            Self::Damaged => "这份表格不完整或已经损坏。请用 Excel 或 WPS 打开修复，另存为 xlsx 再放进来。",
            Self::TooLarge => "这份表格大得不正常，没有读取。请只保留核实表，另存为 xlsx 再放进来。",
        })
    }
}

impl std::error::Error for SheetError {}
