//! What a patch leaves out and names, and what it refuses.

use super::package::package;
use super::{NUMBERED, check_skipped, p, patch, r, read, underlined};
use hegao::document::Edit;
use hegao::export::patch::{PatchError, PatchOptions, Reason, patch_docx};
use hegao::reader::Revisions;
use hegao::text::Span;

#[test]
fn what_cannot_be_done_is_said() {
    let cell = |text: &str| format!("<w:tc>{}</w:tc>", p("", &r("", text)));
    let table = format!("<w:tbl><w:tr>{}{}</w:tr></w:tbl>", cell("甲*"), cell("*乙"));
    check_skipped(&table, &[("甲*\n*乙", "甲乙")], &[("甲*\n*乙", Reason::Border)]);
    check_skipped(&table, &[("*\n*", "1\n2")], &[]);
    let numbered = p(NUMBERED, &r("", "甲*")) + &p(NUMBERED, &r("", "乙*"));
    check_skipped(
        &numbered,
        &[("一", "二"), ("*", "1"), ("二、乙", "三、丙"), ("*", "2")],
        &[("一", Reason::Generated), ("二、乙", Reason::Generated)],
    );
    check_skipped(&numbered, &[("甲*\n二、", "丁\n二、")], &[]);
    check_skipped(&numbered, &[("*\n", "")], &[("*\n", Reason::Generated)]);
    let formula = p("", &(r("", "得") + "<m:oMath><m:r><m:t>x*2</m:t></m:r></m:oMath>"));
    check_skipped(&formula, &[("*", "1")], &[("*", Reason::Generated)]);
    let box_ = p(
        "",
        "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox/></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    );
    check_skipped(&(box_ + &p("", &r("", "是"))), &[("□", "☑")], &[("□", Reason::Generated)]);
    // What is left of the line would be read as a blank.
    let rest = p("", &(underlined("甲    ") + &r("", "乙*")));
    check_skipped(
        &rest,
        &[("甲", ""), ("*", "")],
        &[("甲", Reason::Unfaithful), ("*", Reason::Unfaithful)],
    );
}

#[test]
fn edits_that_do_not_fit_are_left_out() {
    let bytes = package(&p("", &r("", "甲*乙")));
    let edit = |start, end| Edit { span: Span { start, end }, replacement: "1".to_owned() };
    let given = [edit(3, 4), edit(3, 4), edit(5, 6), edit(40, 50), edit(7, 4)];
    let patched = patch(&bytes, &given);
    assert_eq!(patched.skipped.len(), 4);
    assert!(patched.skipped.iter().all(|skip| skip.reason == Reason::NoPlace));
    assert_eq!(read(&patched.bytes, Revisions::Accepted).text, "甲1乙");
}

#[test]
fn what_is_no_docx_is_refused() {
    for bytes in [&b"text"[..], b"PK\x03\x04", b""] {
        assert!(matches!(
            patch_docx(bytes, &[], &PatchOptions::default()),
            Err(PatchError::Read(_))
        ));
    }
}
