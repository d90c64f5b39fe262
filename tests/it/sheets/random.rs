//! Sheets of random reports: what is written is read, what is filled in comes out.

use super::draft_of;
use hegao::export::sheet::{self, Choices, Expected, FilledSheet, FilledValue, SheetOptions};
use proptest::prelude::*;

/// Reports with blanks at random.
fn reports() -> impl Strategy<Value = String> {
    const PIECES: &[&str] = &[
        "检查企业*次", "，", "。", "\n", "一、学习\n", "完成投资XX亿元", "**县", "增长*%",
        "撰写心得32篇", "截至*月*日", "__人", "=1+1", "完成亿元", "“", "2024年", "\t",
        "下降0.8个百分点",
    ];
    let piece = prop::sample::select(PIECES).prop_map(str::to_owned).boxed();
    prop::collection::vec(piece, 0..40).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read(report in reports(), tabs in any::<bool>()) {
        let draft = draft_of(&report);
        let options = SheetOptions { metrics: true, tab_per_department: tabs, ..SheetOptions::default() };
        let model = sheet::sheet_model(&draft, &options);
        let written: Vec<(String, String)> =
            model.rows().map(|(_, row)| (row.id.clone(), row.name.clone())).collect();
        for bytes in [sheet::write_xlsx(&model), sheet::write_csv(&model).into_bytes()] {
            match sheet::read_filled(&bytes) {
                Err(error) => prop_assert!(written.is_empty(), "{error}"),
                Ok(filled) => {
                    let mut ids: Vec<&str> = written.iter().map(|(id, _)| id.as_str()).collect();
                    let read: Vec<&str> = filled.rows.iter().map(|row| row.id.as_str()).collect();
                    prop_assert_eq!(&read, &ids);
                    ids.sort_unstable();
                    ids.dedup();
                    prop_assert_eq!(ids.len(), written.len(), "every row has an id of its own");
                }
            }
        }
    }

    #[test]
    fn what_is_filled_in_is_what_comes_out(report in reports(), figure in 0..1_000_000_u32) {
        let mut draft = draft_of(&report);
        let model = sheet::sheet_model(&draft, &SheetOptions::default());
        let mut filled = FilledSheet::default();
        for (_, row) in model.rows() {
            let value = match row.expected {
                Expected::Figure => FilledValue::Number(figure.to_string()),
                _ => FilledValue::Text("青禾".to_owned()),
            };
            filled.rows.push(sheet::FilledRow { id: row.id.clone(), value, ..Default::default() });
        }
        let count = filled.rows.len();
        let before = draft.filled_text();
        let preview = sheet::merge(&draft, &[("表".to_owned(), filled)]);
        prop_assert_eq!(preview.fills.len(), count);
        sheet::apply(&mut draft, &preview, &Choices::default());
        let progress = draft.progress();
        prop_assert_eq!(progress.filled, progress.total);
        prop_assert_eq!(draft.undo(), count > 0);
        prop_assert_eq!(draft.filled_text(), before);
    }
}
