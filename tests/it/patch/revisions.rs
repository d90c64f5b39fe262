//! Tracked changes: those that a patch writes, and those that were there.

use super::package::{body_of, package};
use super::{NUMBERED, edited, edits, p, r, read, underlined};
use hegao::export::patch::{Author, PatchOptions, Reason, patch_docx};
use hegao::reader::Revisions;

#[test]
fn tracked_changes_are_both_sides() {
    let options = PatchOptions {
        tracked: Some(Author { name: "张“三”\"<&".to_owned(), date: None }),
        ..PatchOptions::default()
    };
    let body = p(
        NUMBERED,
        &(r("<w:b/>", "完成*") + "<w:bookmarkStart w:id=\"1\" w:name=\"n\"/>" + &r("", "*次")),
    ) + &p("", &(r("", "投资") + &underlined("    ") + &r("", "万元\u{3000}甲")))
        + &p("", "<w:r><w:t>日期：</w:t><w:tab/><w:t>。</w:t></w:r>");
    let bytes = package(&body);
    let text = read(&bytes, Revisions::Accepted).text;
    let given =
        edits(&text, &[("**", "35"), ("____", "40"), ("甲", "甲\n乙"), ("\t", "5月"), ("。", "")]);
    let patched = patch_docx(&bytes, &given, &options).expect("it is patched");
    assert_eq!(patched.skipped, []);
    let expected = edited(&text, &given.iter().collect::<Vec<_>>());
    assert_eq!(read(&patched.bytes, Revisions::Accepted).text, expected);
    assert_eq!(read(&patched.bytes, Revisions::Original).text, text);
    let body = body_of(&patched.bytes);
    let first = "<w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:t>完成</w:t></w:r><w:del w:id=\"2\" w:author=\"张“三”&quot;&lt;&amp;\" w:date=\"2000-01-01T00:00:00Z\"><w:r w:rsidR=\"1\"><w:rPr><w:b/></w:rPr><w:delText>*</w:delText></w:r></w:del><w:ins w:id=\"3\" ";
    assert!(body.contains(first), "{body}");
    let ids: Vec<&str> =
        body.split(" w:id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert_eq!(ids.len(), ids.iter().collect::<std::collections::BTreeSet<_>>().len());
    let border = edits(&text, &[("次\n投", "")]);
    let patched = patch_docx(&bytes, &border, &options).expect("it is patched");
    assert_eq!(patched.skipped.first().map(|skip| skip.reason), Some(Reason::Nested));
}

#[test]
fn one_side_of_earlier_changes_is_edited() {
    let inserted = format!("<w:ins w:id=\"4\">{}</w:ins>", r("", "新*"));
    let deleted = "<w:del w:id=\"5\"><w:r><w:delText>旧*</w:delText></w:r></w:del>";
    let bytes = package(&p("", &(r("", "甲") + &inserted + deleted + &r("", "乙*"))));
    let sides = [
        (Revisions::Accepted, "甲新*乙*", "甲新1乙1", 0),
        (Revisions::Original, "甲旧*乙*", "甲旧*乙1", 1),
    ];
    for (revisions, text, expected, skipped) in sides {
        let options = PatchOptions { revisions, ..PatchOptions::default() };
        let given = edits(text, &[("*", "1"), ("*", "1")]);
        let patched = patch_docx(&bytes, &given, &options).expect("it is patched");
        assert_eq!(read(&patched.bytes, revisions).text, expected);
        assert_eq!(patched.skipped.len(), skipped);
    }
}
