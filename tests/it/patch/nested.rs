//! Blanks in what Word wraps runs in: hyperlinks, fields, controls, earlier changes.

use super::package::{body_of, package};
use super::{edited, edits, p, patched_body, r, read};
use hegao::export::patch::{Author, PatchOptions, patch_docx};
use hegao::reader::Revisions;

/// A blank of eight stars, each in another wrapper.
fn wrapped() -> String {
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let stars = [
        r("", "完成*"),
        format!("<w:hyperlink w:anchor=\"a\">{}</w:hyperlink>", r("<w:b/>", "*")),
        format!("<w:ins w:id=\"7\" w:author=\"甲\">{}</w:ins>", r("", "*")),
        "<w:del w:id=\"8\" w:author=\"甲\"><w:r><w:delText>旧</w:delText></w:r></w:del>".to_owned(),
        format!("<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>", r("", "*")),
        format!("<w:smartTag w:element=\"x\">{}</w:smartTag>", r("", "*")),
        field("begin") + "<w:r><w:instrText> REF x </w:instrText></w:r>" + &field("separate"),
        r("", "*") + &field("end"),
        format!("<w:fldSimple w:instr=\" REF y \">{}</w:fldSimple>", r("", "*")),
        "<w:commentRangeStart w:id=\"3\"/>".to_owned() + &r("<w:i/>", "*次。"),
    ];
    p("", &stars.concat())
}

#[test]
fn a_blank_across_all_wrappers_is_filled() {
    let body = patched_body(&wrapped(), &[("********", "35")]);
    assert_eq!(body.matches('*').count(), 0, "{body}");
    assert_eq!(body.matches("35").count(), 1, "{body}");
}

#[test]
fn a_blank_across_all_wrappers_is_filled_as_a_tracked_change() {
    let bytes = package(&wrapped());
    let options = PatchOptions {
        tracked: Some(Author { name: "乙".to_owned(), date: None }),
        ..PatchOptions::default()
    };
    let text = read(&bytes, Revisions::Accepted).text;
    assert_eq!(text, "完成********次。");
    let given = edits(&text, &[("********", "35")]);
    let patched = patch_docx(&bytes, &given, &options).expect("it is patched");
    let done: Vec<_> = given.iter().filter(|_| patched.skipped.is_empty()).collect();
    assert_eq!(read(&patched.bytes, Revisions::Accepted).text, edited(&text, &done));
    assert_eq!(patched.skipped, []);
    let body = body_of(&patched.bytes);
    let opened = body.matches("<w:del ").count() + body.matches("<w:ins ").count();
    assert_eq!(opened, body.matches("</w:del>").count() + body.matches("</w:ins>").count());
    // What was inserted earlier is not there before it.
    assert_eq!(read(&patched.bytes, Revisions::Original).text, "完成**旧*****次。");
}
