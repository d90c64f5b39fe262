//! A form with all that makes it hard, filled by a draft and edited at random.

use super::package::package;
use super::{NUMBERED, edited, lines, p, patch, r, read, underlined};
use hegao::analysis::Session;
use hegao::document::{Document, Edit};
use hegao::draft::Draft;
use hegao::export::patch::{Author, PatchOptions, edits_from, patch_docx};
use hegao::reader::Revisions;
use hegao::text::Span;
use proptest::prelude::*;
use std::rc::Rc;

/// A report with all that makes it hard: numbers, split blanks, controls, a table, tabs.
pub(crate) fn form() -> Vec<u8> {
    let look = "<w:rStyle w:val=\"a3\"/>";
    let control = |run: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:id w:val=\"7\"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )
    };
    let cell = |text: &str| {
        format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"4000\" w:type=\"dxa\"/></w:tcPr>{}</w:tc>",
            p("", &r("", text))
        )
    };
    let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
    let body = p("<w:jc w:val=\"center\"/>", &r("<w:b/>", "2023年度青禾县水利局工作总结"))
        + &p(NUMBERED, &r("<w:b/>", "主要工作"))
        + &p(
            "",
            &(r("", "全年排查隐患*")
                + "<w:proofErr w:type=\"gramStart\"/>"
                + &r("<w:b/>", "*")
                + &r("", "处，整改率")
                + &r("", "**")
                + &r("", "%，完成投资")
                + &underlined("      ")
                + &r("", "万元。")),
        )
        + &p(
            "",
            &(r("", "责任单位：")
                + &control(&r(look, "请输入单位"))
                + &r("", "，已检查XX次&amp;整改XX处。")),
        )
        + &format!(
            "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol w:w=\"4000\"/><w:gridCol w:w=\"4000\"/></w:tblGrid>{}{}</w:tbl>",
            row("指标", "数值"),
            row("新建水厂", "*座")
        )
        + &p(NUMBERED, &r("<w:b/>", "下一步打算"))
        + &p(
            "",
            &(r("", "力争完成水利投资") + &r("", "X") + &r("", "X") + &r("", "亿元，同比增长*%。")),
        );
    package(&body)
}

/// A draft of a text whose every open blank has a value.
pub(crate) fn filled(document: Document) -> Draft {
    let mut draft = Draft::new(Rc::new(Session::new(document)));
    let blanks: Vec<u32> = draft.open_blanks().map(|(index, _)| index).collect();
    for (number, index) in blanks.into_iter().enumerate() {
        draft.fill(index, &(1000 + number).to_string(), "").expect("a figure fits anywhere");
    }
    draft
}

/// The lines of a draft that is rewritten here and there.
pub(crate) fn rewritten(document: &Document, changes: &[(usize, usize, String)]) -> Draft {
    let mut draft = filled(document.clone());
    for (at, length, text) in changes {
        let base = draft.text();
        let starts: Vec<usize> =
            base.char_indices().map(|(at, _)| at).chain([base.len()]).collect();
        let start = at % starts.len();
        let end = (start + length).min(starts.len() - 1);
        let region = Span::new(starts[start], starts[end]);
        draft.rewrite(region, text);
        draft.pause();
    }
    draft
}

#[test]
fn a_form_is_filled() {
    let bytes = form();
    let document = read(&bytes, Revisions::Accepted);
    let original = document.text.clone();
    let draft = filled(document);
    assert_eq!(draft.progress().total, 9);
    let given = edits_from(&original, &draft);
    let spans: Vec<Span> = given.iter().map(|edit| edit.span).collect();
    assert_eq!(spans, draft.marks().values.keys().copied().collect::<Vec<_>>());
    let patched = patch(&bytes, &given);
    assert_eq!(patched.skipped, []);
    assert_eq!(read(&patched.bytes, Revisions::Accepted).text, draft.filled_text());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(48))]

    #[test]
    fn edits_of_a_draft_give_its_text(
        changes in prop::collection::vec((any::<usize>(), 0..30_usize, "[甲乙*\n。1]{0,6}"), 0..6)
    ) {
        let document = read(&form(), Revisions::Accepted);
        let draft = rewritten(&document, &changes);
        let given = edits_from(&document.text, &draft);
        prop_assert!(given.is_sorted_by(|a, b| a.span.end <= b.span.start));
        let expected = draft.filled_text();
        prop_assert_eq!(edited(&document.text, &given.iter().collect::<Vec<_>>()), expected);
    }

    #[test]
    fn any_edits_read_back_or_are_skipped(
        changes in prop::collection::vec((any::<usize>(), 0..12_usize, "[甲*\n\t <& 1_]{0,5}"), 1..8),
        is_tracked in any::<bool>(),
    ) {
        check_random(&form(), &changes, is_tracked)?;
        let fixtures = crate::project::root().join("tests/fixtures");
        for name in ["formats/report.docx", "formats/strict.docx", "libreoffice/report.docx"] {
            let bytes = std::fs::read(fixtures.join(name)).expect("the fixture is there");
            check_random(&bytes, &changes, is_tracked)?;
        }
    }
}

/// Edits at random places, in order and disjoint.
pub(crate) fn random_edits(text: &str, changes: &[(usize, usize, String)]) -> Vec<Edit> {
    let starts: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut places: Vec<(usize, usize, &String)> =
        changes.iter().map(|(at, length, new)| (at % starts.len(), *length, new)).collect();
    places.sort_unstable();
    let mut given: Vec<Edit> = Vec::new();
    for (at, length, new) in places {
        let end = (at + length).min(starts.len() - 1);
        let span = Span::new(starts[at], starts[end]);
        if given.last().is_none_or(|last| last.span.end < span.start) {
            given.push(Edit { span, replacement: new.clone() });
        }
    }
    given
}

fn check_random(
    bytes: &[u8],
    changes: &[(usize, usize, String)],
    is_tracked: bool,
) -> Result<(), TestCaseError> {
    let tracked = is_tracked.then(|| Author { name: "甲".to_owned(), date: None });
    let options = PatchOptions { tracked, ..PatchOptions::default() };
    let text = read(bytes, Revisions::Accepted).text;
    let given = random_edits(&text, changes);
    let patched = patch_docx(bytes, &given, &options);
    prop_assert!(patched.is_ok(), "{:?}: {:?}", given, patched.err());
    let patched = patched.expect("just looked at");
    let done: Vec<&Edit> = given
        .iter()
        .filter(|edit| patched.skipped.iter().all(|skip| skip.edit != **edit))
        .collect();
    let expected = edited(&text, &done);
    let found = read(&patched.bytes, Revisions::Accepted).text;
    prop_assert_eq!(lines(&found), lines(&expected));
    Ok(())
}
