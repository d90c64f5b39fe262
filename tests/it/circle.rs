//! The whole way round: a report, its 核实表, what departments filled in, and the file with it.

use crate::patch::{form, read, rewritten};
use crate::project::root;
use hegao::analysis::Session;
use hegao::document::Document;
use hegao::draft::Draft;
use hegao::export::layout::{LayoutOptions, layout_model, write_docx};
use hegao::export::patch::{Author, PatchOptions, edits_from, patch_docx};
use hegao::export::sheet::{self, Choices, Expected, FilledRow, FilledSheet, FilledValue};
use hegao::export::sheet::{SheetModel, SheetOptions};
use hegao::reader::{self, ReadOptions, Revisions};
use proptest::prelude::*;
use std::rc::Rc;

/// What a department fills in: its row number, so that no two values are the same.
fn answer(model: &SheetModel) -> FilledSheet {
    let rows = model.rows().map(|(_, row)| FilledRow {
        id: row.id.clone(),
        value: match row.expected {
            Expected::Figure => FilledValue::Number((700 + row.number).to_string()),
            Expected::Date | Expected::Text => FilledValue::Text(format!("青禾{}", row.number)),
        },
        ..FilledRow::default()
    });
    FilledSheet { title: Some(model.title.clone()), rows: rows.collect() }
}

/// A draft of `document` with its sheet filled in: every blank has a value.
fn filled(document: Document) -> Draft {
    let mut draft = Draft::new(Rc::new(Session::new(document)));
    let model = sheet::sheet_model(&draft, &SheetOptions::default());
    // What is sent out is read as a sheet of this report, with nothing filled in yet.
    let sent = sheet::read_filled(&sheet::write_xlsx(&model)).expect("it is a sheet");
    let preview = sheet::merge(&draft, &[("空表.xlsx".to_owned(), sent)]);
    assert_eq!((preview.empty, preview.fills.len()), (model.open(), 0));
    let preview = sheet::merge(&draft, &[("填好.xlsx".to_owned(), answer(&model))]);
    assert_eq!((preview.fills.len(), preview.refused.len()), (model.open(), 0));
    sheet::apply(&mut draft, &preview, &Choices::default()).expect("the draft is the same");
    let progress = draft.progress();
    assert_eq!(progress.filled, progress.total);
    draft
}

/// `text` without blanks, which a laid out report has otherwise.
fn squeezed(text: &str) -> String {
    text.split_whitespace().collect()
}

/// What comes back: the rows stand by department, and the last two figures have one.
const FORM: &str = "\
2023年度青禾县水利局工作总结
一、主要工作
全年排查隐患703处，整改率704%，完成投资705万元。
责任单位：青禾6，已检查707次&整改708处。
指标
数值
新建水厂
709座
二、下一步打算
力争完成水利投资701亿元，同比增长702%。";

#[test]
fn a_docx_goes_out_as_a_sheet_and_comes_back_filled() {
    let bytes = form();
    let document = read(&bytes, Revisions::Accepted);
    let original = document.text.clone();
    let draft = filled(document);
    let edits = edits_from(&original, &draft);
    for tracked in [None, Some(Author { name: "张三".to_owned(), date: None })] {
        let is_tracked = tracked.is_some();
        let options = PatchOptions { tracked, ..PatchOptions::default() };
        let patched = patch_docx(&bytes, &edits, &options).expect("it is patched");
        assert_eq!(patched.skipped, []);
        assert_eq!(read(&patched.bytes, Revisions::Accepted).text, draft.filled_text());
        if is_tracked {
            // A content control that holds something shows no prompt any more, refused or not.
            let before = original.replace("【此处填写：请输入单位】", "请输入单位");
            assert_eq!(read(&patched.bytes, Revisions::Original).text, before);
        }
    }
    assert_eq!(draft.filled_text(), FORM);
}

#[test]
fn a_text_goes_out_as_a_sheet_and_comes_back_laid_out() {
    let bytes = std::fs::read(root().join("www/sample/report.txt")).expect("it is there");
    let document = reader::read(&bytes, &ReadOptions::default()).expect("it is read");
    let original = document.text.clone();
    let mut draft = filled(document);
    draft.adopt_safe();
    let line = draft.text().find('\n').expect("it has lines");
    draft.rewrite(hegao::text::Span::new(line, line), "（讨论稿）");
    for author in [None, Some("张三".to_owned())] {
        let is_tracked = author.is_some();
        let options = LayoutOptions { revision_author: author, ..LayoutOptions::default() };
        let docx = write_docx(&layout_model(&draft, &options)).expect("it is written");
        let found = read(&docx, Revisions::Accepted).text;
        assert_eq!(squeezed(&found), squeezed(&draft.filled_text()));
        if is_tracked {
            let found = read(&docx, Revisions::Original).text;
            assert_eq!(squeezed(&found), squeezed(&original));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn tracked_changes_of_a_new_docx_are_both_sides(
        changes in prop::collection::vec((any::<usize>(), 0..30_usize, "[甲乙*\n。1]{0,6}"), 0..6)
    ) {
        let document = read(&form(), Revisions::Accepted);
        let original = document.text.clone();
        let draft = rewritten(&document, &changes);
        let revision_author = Some("张三".to_owned());
        let options = LayoutOptions { revision_author, ..LayoutOptions::default() };
        let docx = write_docx(&layout_model(&draft, &options)).expect("it is written");
        let accepted = read(&docx, Revisions::Accepted).text;
        prop_assert_eq!(squeezed(&accepted), squeezed(&draft.filled_text()));
        let refused = read(&docx, Revisions::Original).text;
        prop_assert_eq!(squeezed(&refused), squeezed(&original));
    }
}
