//! Words about the sheets that come back from the departments.

use super::count;
use crate::export::sheet::{Candidate, FillPreview, FillRow, SheetError};

pub(crate) const READING_SHEETS: &str = "正在读取核实表……";
pub(crate) const SHEETS_TITLE: &str = "收回核实表";
pub(crate) const SHEETS_HINT: &str = "确认后才填入，是一步，可以撤销。";
pub(crate) const FILLS: &str = "将填入";
pub(crate) const CONFLICTS: &str = "说法不一，请选一个";
pub(crate) const DIFFERING: &str = "单位改了稿中的数字，请定";
pub(crate) const REFUSED_ROWS: &str = "没有采用";
pub(crate) const GONE_ROWS: &str = "稿中已没有这一处";
pub(crate) const FOREIGN_FILES: &str = "不是这份稿子的表";
pub(crate) const KEEP_AS_IS: &str = "不改";
pub(crate) const SHEETS_EMPTY: &str = "这些表里没有要填入的内容。";
pub(crate) const NOT_WRITABLE: &str = "这一处是汉字数字或范围，请到稿中手改。";
pub(crate) const ALL_LISTED: usize = 500;

/// The button that fills in what was decided.
#[must_use]
pub(crate) fn fill_in(rows: usize) -> String {
    format!("填入 {} 项", count(rows))
}

/// A part of the preview with how many rows it has.
#[must_use]
pub(crate) fn part_of(name: &str, rows: usize) -> String {
    format!("{name}（{}）", count(rows))
}

/// What needs nothing to be decided.
#[must_use]
pub(crate) fn preview_summary(preview: &FillPreview) -> String {
    let parts = [
        (preview.unchanged, "处与已填的相同"),
        (preview.confirmed, "个数字单位确认无误"),
        (preview.empty, "行还空着"),
    ];
    let said = parts.iter().filter(|(number, _)| *number > 0);
    let said: Vec<String> =
        said.map(|(number, what)| format!("{} {what}", count(*number))).collect();
    if said.is_empty() { String::new() } else { format!("{}。", said.join("，")) }
}

/// What is filled in, with its unit.
#[must_use]
pub(crate) fn candidate(row: &FillRow, candidate: &Candidate) -> String {
    format!("{}{}", candidate.value, row.unit)
}

/// Who says so.
#[must_use]
pub(crate) fn sources(candidate: &Candidate) -> String {
    candidate.sources.join("、")
}

/// A file that is no sheet of this report, and why.
#[must_use]
pub(crate) fn refused_sheet(name: &str, error: &SheetError) -> String {
    format!("{name}：{error}")
}

/// More rows than are listed.
#[must_use]
pub(crate) fn more_rows(rows: usize) -> String {
    format!("另有 {} 行，也一并填入。", count(rows))
}
