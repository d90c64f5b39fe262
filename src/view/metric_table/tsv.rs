//! The table as tab-separated text, for WPS and Excel.

use super::super::desk::Desk;
use super::row::metric_row;
use crate::text::scanner::fold;

/// The head of the exported table. It has every column, whichever are shown.
const HEAD: [&str; 8] = ["指标", "数值", "单位", "时期", "范围", "状态", "章节", "原文"];

/// The table of the metrics in `order` as tab-separated text, for WPS and Excel.
#[must_use]
pub fn metrics_tsv(desk: &Desk, order: &[u32]) -> String {
    let mut text = HEAD.join("\t");
    for row in order.iter().filter_map(|&index| metric_row(desk, index)) {
        let cells = [
            row.full_name.as_deref().unwrap_or(&row.name),
            row.value.as_deref().unwrap_or("待填"),
            &row.unit,
            &row.period,
            &row.scope,
            row.status,
            &row.section,
            row.source.of(desk.text()),
        ];
        text.push_str("\r\n");
        text.push_str(&cells.map(cell).join("\t"));
    }
    text
}

/// A cell that a spreadsheet takes for text: no tab or line break in it, and never a formula.
fn cell(text: &str) -> String {
    let flat: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let flat = flat.trim().to_owned();
    let formula = flat.chars().next().is_some_and(|c| matches!(fold(c), '=' | '+' | '-' | '@'));
    let number = flat.trim_start_matches('-').chars().all(|c| c.is_ascii_digit() || c == '.');
    if formula && !number { format!("'{flat}") } else { flat }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::desk;
    use super::*;

    #[test]
    fn copies_a_table_that_a_spreadsheet_reads() {
        let tsv = metrics_tsv(&desk(), &[0, 1]);
        let lines: Vec<&str> = tsv.split("\r\n").collect();
        assert_eq!(lines[0], "指标\t数值\t单位\t时期\t范围\t状态\t章节\t原文");
        assert_eq!(lines[1], "撰写心得\t32\t篇\t\t\t\t一\t32篇");
        assert_eq!(lines[2], "对接工作\t待填\t次\t\t\t\t一\t*余次");
    }

    #[test]
    fn a_cell_is_never_a_formula() {
        for (text, expected) in
            [("=1+1", "'=1+1"), ("-3.2", "-3.2"), ("＝cmd", "'＝cmd"), ("a\tb\nc", "a b c")]
        {
            assert_eq!(cell(text), expected);
        }
    }
}
