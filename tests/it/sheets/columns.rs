//! What people and programs do to the columns and the bytes of a sheet before it comes back.

use super::{draft, model};
use hegao::export::sheet::{self, SheetError};

/// A csv with these heads, in which every row of our sheet has `cells` and its id.
fn csv(heads: &[&str], cells: &[&str], separator: &str) -> String {
    let mut lines = vec![heads.join(separator)];
    for (_, row) in model(&draft()).rows() {
        let own: Vec<&str> =
            cells.iter().map(|cell| if *cell == "#" { row.id.as_str() } else { *cell }).collect();
        lines.push(own.join(separator));
    }
    lines.join("\r\n") + "\r\n"
}

/// The value and the sentence of the first row, and how many rows there are.
#[track_caller]
fn check(bytes: &[u8], value: &str, sentence: &str) {
    let sheet = sheet::read_filled(bytes).expect("it is a sheet");
    assert_eq!(sheet.rows.len(), model(&draft()).rows().count());
    assert_eq!(
        (sheet.rows[0].value.to_string(), &*sheet.rows[0].sentence),
        (value.to_owned(), sentence)
    );
}

#[test]
fn a_column_that_only_looks_like_ours_is_not_taken_for_it() {
    let heads = ["去年核实数值", "备注说明", "核实数值", "编号（勿改）", "原文语句"];
    check(csv(&heads, &["30", "x", "35", "#", "句"], ",").as_bytes(), "35", "句");
    // A head that somebody added to is still ours.
    let heads = ["核实数值（截至12月底）", "编号 (勿改)", "原文语句"];
    check(csv(&heads, &["35", "#", "句"], ",").as_bytes(), "35", "句");
    let heads = ["核实数", "编号（勿改）"];
    let renamed = sheet::read_filled(csv(&heads, &["35", "#"], ",").as_bytes());
    assert_eq!(renamed, Err(SheetError::NotOurs));
}

#[test]
fn a_csv_comes_in_any_encoding_with_any_separator() {
    let heads = ["原文语句", "核实数值", "编号（勿改）"];
    for (separator, sentence) in [(",", "甲，乙"), (";", "甲,乙"), ("\t", "甲;乙")] {
        let text = csv(&heads, &[sentence, "1234.5", "#"], separator);
        check(text.as_bytes(), "1234.5", sentence);
        let (gbk, _, lost) = encoding_rs::GBK.encode(&text);
        assert!(!lost);
        check(&gbk, "1234.5", sentence);
        let wide: Vec<u8> =
            format!("\u{FEFF}{text}").encode_utf16().flat_map(u16::to_le_bytes).collect();
        check(&wide, "1234.5", sentence);
    }
    let quoted = csv(&heads, &["\"甲\"\"乙\"\"\r\n,丙\"", "\"1,234.5\"", "#"], ",");
    check(quoted.as_bytes(), "1,234.5", "甲\"乙\"\r\n,丙");
    // The first line is a caption that nobody filled up to the last column.
    let captioned = format!("《报告》数据核实表\r\n{}", csv(&heads, &["句", "3", "#"], "\t"));
    check(captioned.as_bytes(), "3", "句");
}
