//! What becomes of the runs and paragraphs that an edit touches.

use super::package::{body_of, package};
use super::{NUMBERED, check, edits, p, patch, patched_body, r, read, underlined};
use hegao::document::Edit;
use hegao::reader::Revisions;
use hegao::text::Span;

#[test]
fn a_filled_blank_changes_its_run_alone() {
    let one = p("", &(r("<w:b/>", "全年完成") + &r("", "*") + &r("", "次。")));
    check(&one, &[("*", "35")], &[(">*<", ">35<")]);
    let inside = p("", &r("", "完成*次，排查XX处&amp;整改“1”"));
    check(&inside, &[("*", "35"), ("XX", "1,200")], &[("*", "35"), ("XX", "1,200")]);
    let numbered = p(NUMBERED, &r("", "工作*项")) + &p(NUMBERED, &r("", "工作**项"));
    check(&numbered, &[("**", "7")], &[("**", "7")]);
    // Nothing but the place says that there is a blank.
    check(&p("", &(r("", "完成") + &r("<w:b/>", "亿元"))), &[("", "3")], &[("完成", "3完成")]);
    let bytes = package(&p("", &(r("", "完成") + &r("<w:b/>", "亿元"))));
    let between = Edit { span: Span::new(6, 6), replacement: "3".to_owned() };
    assert!(body_of(&patch(&bytes, &[between]).bytes).contains("完成3<"));
}

#[test]
fn a_blank_in_several_runs_is_filled_in_the_first() {
    let marks = "<w:proofErr w:type=\"spellStart\"/><w:bookmarkStart w:id=\"1\" w:name=\"n\"/>";
    let split = p(
        "",
        &(r("", "查处案件*")
            + marks
            + &r("<w:b/>", "*")
            + "<w:bookmarkEnd w:id=\"1\"/>"
            + &r("", "*余起")),
    );
    check(
        &split,
        &[("***余", "382")],
        &[("查处案件*", "查处案件382"), (">*</w:t>", "></w:t>"), ("*余起", "起")],
    );
}

#[test]
fn text_is_escaped_and_keeps_its_blanks() {
    let plain = p("", &r("", "单位：*"));
    check(&plain, &[("*", "<甲>&“乙”")], &[("*", "&lt;甲&gt;&amp;“乙”")]);
    let kept = [("<w:t>单位：*", "<w:t xml:space=\"preserve\">单位： 甲 ")];
    check(&plain, &[("*", " 甲 ")], &kept);
    check(&p("", &r("", "甲*<!-- -->乙 ")), &[("*", "1")], &[("甲*<!-- -->乙 ", "甲1乙")]);
    let cut = p("", &r("", "共 35 次"));
    check(&cut, &[("共", "")], &[("<w:t>共", "<w:t xml:space=\"preserve\">")]);
    let lines = p("", &r("", "备注：*。"));
    let br = "备注：甲</w:t><w:br/><w:t>乙</w:t><w:tab/><w:t>丙。";
    check(&lines, &[("*", "甲\n乙\t丙")], &[("备注：*。", br)]);
    let bytes = package(&plain);
    let illegal = edits("单位：*", &[("*", "甲\u{0}\u{B}乙\u{FFFE}\r\n\u{1F}丙]]>")]);
    let patched = patch(&bytes, &illegal);
    assert_eq!(read(&patched.bytes, Revisions::Accepted).text, "单位：甲\n乙\n丙]]>");
}

#[test]
fn forms_are_filled() {
    let blanks = underlined("   ") + &underlined(" ");
    let filled = [(">   <", ">35<"), ("<w:t xml:space=\"preserve\"> </w:t>", "<w:t></w:t>")];
    check(&p("", &(r("", "完成") + &blanks + &r("", "万元"))), &[("____", "35")], &filled);
    let tabs = p("", "<w:r><w:t>日期：</w:t><w:tab/><w:tab/><w:t>。</w:t></w:r>");
    check(&tabs, &[("\t\t", "5月")], &[("<w:tab/><w:tab/>", "<w:t>5月</w:t>")]);
    let control = |properties: &str, run: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:id w:val=\"7\"/>{properties}</w:sdtPr><w:sdtContent>{run}</w:sdtContent></w:sdt>"
        )
    };
    let look = "<w:rStyle w:val=\"a3\"/>";
    let prompt =
        p("", &(r("", "单位：") + &control("<w:showingPlcHdr/><w:text/>", &r(look, "请输入单位"))));
    check(
        &prompt,
        &[("【此处填写：请输入单位】", "县水利局")],
        &[("<w:showingPlcHdr/>", ""), (look, ""), ("请输入单位", "县水利局")],
    );
    let split = control(
        "<w:showingPlcHdr/><w:dataBinding w:xpath=\"x\"/>",
        &p("", &(r(look, "单击此处") + &r(look, "输入"))),
    );
    let body = patched_body(&split, &[("单击此处输入", "35")]);
    assert!(
        !body.contains("dataBinding") && !body.contains("showingPlcHdr") && !body.contains("a3"),
        "{body}"
    );
    let form = p(
        "",
        "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>\u{2002}\u{2002}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    );
    check(&form, &[("____", "35")], &[("\u{2002}\u{2002}", "35")]);
}

#[test]
fn what_is_said_twice_for_older_programs_changes_twice() {
    let inner = |text: &str| format!("<w:txbxContent>{}</w:txbxContent>", p("", &r("", text)));
    let both = |text: &str, other: &str| {
        let (text, other) = (inner(text), inner(other));
        format!(
            "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{text}</w:drawing></mc:Choice><mc:Fallback><w:pict>{other}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )
    };
    let body = |text: &str, other: &str| p("", &(r("", "正文") + &both(text, other)));
    assert_eq!(patched_body(&body("框*", "框*"), &[("*", "5")]), body("框5", "框5"));
    assert_eq!(patched_body(&body("框*", "另*"), &[("*", "5")]), body("框5", "另*"));
}

#[test]
fn paragraphs_go_and_are_joined() {
    let three = [r("", "甲"), r("", "乙"), r("", "丙")].map(|run| p("", &run));
    let body = three.concat();
    check(&body, &[("乙\n", "")], &[(three[1].as_str(), "")]);
    check(&body, &[("\n乙", "")], &[(three[1].as_str(), "")]);
    check(&body, &[("乙", "")], &[("乙", "")]);
    check(&body, &[("甲\n乙", "丁")], &[("甲", ""), ("乙", "丁")]);
    check(&body, &[("甲\n乙\n丙", "丁\n戊\n己")], &[("甲", "丁"), ("乙", "戊"), ("丙", "己")]);
    check(&body, &[("乙\n丙", "丁\n戊\n己")], &[("乙", "丁"), ("丙", "戊</w:t><w:br/><w:t>己")]);
    let joined = p("", &(r("", "甲一") + &r("", "二乙")));
    let apart = p("", &r("", "甲一")) + &p("", &r("", "二乙"));
    check(&apart, &[("\n", "")], &[("</w:p><w:p><w:pPr></w:pPr>", "")]);
    assert_eq!(patched_body(&apart, &[("一\n二", "")]), joined.replace(['一', '二'], ""));
}
