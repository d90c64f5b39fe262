//! The original docx filled in place: only what an edit touches changes, and what was written reads
//! as it should.

mod real;

use hegao::analysis::Session;
use hegao::document::{Document, Edit};
use hegao::draft::Draft;
use hegao::export::patch::{
    Author, PatchError, PatchNote, PatchOptions, Patched, Reason, edits_from, patch_docx,
};
use hegao::reader::{self, ReadOptions, Revisions};
use hegao::text::Span;
use proptest::prelude::*;
use std::io::{Cursor, Read, Write};
use std::rc::Rc;
use zip::write::{SimpleFileOptions, ZipWriter};
use zip::{CompressionMethod, DateTime, ZipArchive};

/// The namespaces of the parts.
const NAMESPACES: &str = r#"xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math""#;

/// Numbers 一、 and 二、 before the paragraphs of list 1.
const LISTS: &str = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/><w:suff w:val="nothing"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>"#;

const STYLES: &str =
    r#"<w:style w:type="character" w:styleId="a3"><w:name w:val="Placeholder Text"/></w:style>"#;

const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/></Types>"#;

const RELATIONSHIPS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// A document with these contents of `w:body`.
pub(crate) fn package(body: &str) -> Vec<u8> {
    package_with(body, &[])
}

fn package_with(body: &str, more: &[(&str, &str)]) -> Vec<u8> {
    let relations = |list: &[(&str, &str)]| {
        let list = list.iter().enumerate().map(|(id, (kind, target))| {
            format!(r#"<Relationship Id="r{id}" Type="{RELATIONSHIPS}/{kind}" Target="{target}"/>"#)
        });
        let list: String = list.collect();
        format!(
            r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{list}</Relationships>"#
        )
    };
    let part = |root: &str, inner: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} {NAMESPACES}>{inner}</w:{root}>"
        )
    };
    let mut parts = vec![
        ("[Content_Types].xml", CONTENT_TYPES.to_owned()),
        ("_rels/.rels", relations(&[("officeDocument", "word/document.xml")])),
        (
            "word/_rels/document.xml.rels",
            relations(&[("styles", "styles.xml"), ("numbering", "numbering.xml")]),
        ),
        ("word/document.xml", part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/styles.xml", part("styles", STYLES)),
        ("word/numbering.xml", part("numbering", LISTS)),
    ];
    parts.extend(more.iter().map(|(name, text)| (*name, (*text).to_owned())));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (number, (name, text)) in (0..).zip(parts) {
        let time = DateTime::from_date_and_time(2021, 3, 4, 5, 6, number * 2).expect("a time");
        // One part is stored, so that it shows if parts are packed anew.
        let how = if number == 4 { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default().last_modified_time(time).compression_method(how);
        zip.start_file(name, options).expect("it is written");
        zip.write_all(text.as_bytes()).expect("it is written");
    }
    zip.finish().expect("it is written").into_inner()
}

/// The contents of `w:body`.
fn body_of(bytes: &[u8]) -> String {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip");
    let mut xml = String::new();
    let mut part = archive.by_name("word/document.xml").expect("the part is there");
    part.read_to_string(&mut xml).expect("it is UTF-8");
    let start = xml.find("<w:body>").expect("there is a body") + "<w:body>".len();
    xml[start..xml.rfind("</w:body>").expect("it ends")].to_owned()
}

pub(crate) fn read(bytes: &[u8], revisions: Revisions) -> Document {
    let options = ReadOptions { revisions, ..ReadOptions::default() };
    reader::read(bytes, &options).expect("it is read")
}

/// Edits that replace the first words by the second, each found after the one before.
fn edits(text: &str, replaced: &[(&str, &str)]) -> Vec<Edit> {
    let mut from = 0;
    let edit = |(old, new): &(&str, &str)| {
        let start = from + text[from..].find(old).unwrap_or_else(|| panic!("{old} in {text}"));
        from = start + old.len();
        Edit { span: Span::new(start, from), replacement: (*new).to_owned() }
    };
    replaced.iter().map(edit).collect()
}

/// `text` after the edits.
pub(crate) fn edited(text: &str, edits: &[&Edit]) -> String {
    let (mut out, mut done) = (String::new(), 0);
    for edit in edits {
        out.push_str(&text[done..edit.span.start as usize]);
        out.push_str(&edit.replacement);
        done = edit.span.end as usize;
    }
    out + &text[done..]
}

/// The lines that are not blank: reading leaves out the others.
pub(crate) fn lines(text: &str) -> Vec<&str> {
    text.split('\n').filter(|line| !line.trim().is_empty()).collect()
}

fn patch(bytes: &[u8], edits: &[Edit]) -> Patched {
    patch_docx(bytes, edits, &PatchOptions::default()).expect("it is patched")
}

/// Replaces words in the document with this body, and gives the body it becomes.
#[track_caller]
fn patched_body(body: &str, replaced: &[(&str, &str)]) -> String {
    let bytes = package(body);
    let text = read(&bytes, Revisions::Accepted).text;
    let edits = edits(&text, replaced);
    let patched = patch(&bytes, &edits);
    assert_eq!(patched.skipped, []);
    let expected = edited(&text, &edits.iter().collect::<Vec<_>>());
    let found = read(&patched.bytes, Revisions::Accepted).text;
    assert_eq!(lines(&found), lines(&expected));
    body_of(&patched.bytes)
}

/// Replaces words; the body is the same but for the first strings, which become the second.
#[track_caller]
fn check(body: &str, replaced: &[(&str, &str)], changed: &[(&str, &str)]) {
    let mut expected = body.to_owned();
    for (old, new) in changed {
        assert_eq!(expected.matches(old).count(), 1, "{old} in {expected}");
        expected = expected.replace(old, new);
    }
    assert_eq!(patched_body(body, replaced), expected);
}

/// What is skipped when words are replaced; the rest is done.
#[track_caller]
fn check_skipped(body: &str, replaced: &[(&str, &str)], expected: &[(&str, Reason)]) {
    let bytes = package(body);
    let text = read(&bytes, Revisions::Accepted).text;
    let edits = edits(&text, replaced);
    let patched = patch(&bytes, &edits);
    let skipped: Vec<_> =
        patched.skipped.iter().map(|skip| (skip.edit.span.of(&text), skip.reason)).collect();
    assert_eq!(skipped, expected);
    let done: Vec<&Edit> = edits
        .iter()
        .filter(|edit| patched.skipped.iter().all(|skip| skip.edit != **edit))
        .collect();
    let found = read(&patched.bytes, Revisions::Accepted).text;
    assert_eq!(lines(&found), lines(&edited(&text, &done)));
    if done.is_empty() {
        assert!(patched.bytes == bytes, "not a byte changes");
    }
}

/// A paragraph.
fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// A run of text.
fn r(properties: &str, text: &str) -> String {
    format!("<w:r w:rsidR=\"1\"><w:rPr>{properties}</w:rPr><w:t>{text}</w:t></w:r>")
}

/// A run of underlined text.
fn underlined(text: &str) -> String {
    r("<w:u w:val=\"single\"/>", text).replace("<w:t>", "<w:t xml:space=\"preserve\">")
}

const NUMBERED: &str = "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>";

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
fn other_parts_stay_as_they_are() {
    let bytes = package_with(&p("", &r("", "甲*")), &[("_xmlsignatures/sig1.xml", "<a/>")]);
    let given = edits("甲*", &[("*", "1")]);
    assert!(patch(&bytes, &[]).bytes == bytes);
    let patched = patch(&bytes, &given);
    assert_eq!(patched.notes, [PatchNote::Signed]);
    assert!(patch(&bytes, &given).bytes == patched.bytes, "two exports are the same");
    let (mut old, mut new) = (
        ZipArchive::new(Cursor::new(&bytes)).expect("a zip"),
        ZipArchive::new(Cursor::new(&patched.bytes)).expect("a zip"),
    );
    assert_eq!(old.len(), new.len());
    for index in 0..old.len() {
        let raw = |archive: &mut ZipArchive<Cursor<&Vec<u8>>>| {
            let mut file = archive.by_index_raw(index).expect("a part");
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).expect("it is read");
            (file.name_raw().to_vec(), file.last_modified(), file.compression(), bytes)
        };
        let (own, other) = (raw(&mut old), raw(&mut new));
        assert_eq!((&own.0, own.1), (&other.0, other.1));
        assert!(own == other || own.0 == b"word/document.xml");
    }
}

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

#[test]
fn what_is_no_docx_is_refused() {
    for bytes in [&b"text"[..], b"PK\x03\x04", b""] {
        assert!(matches!(
            patch_docx(bytes, &[], &PatchOptions::default()),
            Err(PatchError::Read(_))
        ));
    }
}

#[test]
fn names_and_encodings_are_those_of_the_file() {
    let word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    let own = format!(
        "<document xmlns='{word}'><body><p><r><t/><t>甲</t><t>*乙</t></r></p></body></document>"
    );
    let other = format!(
        "<x:document xmlns:x='{word}'><x:body><x:p><x:r><x:t>甲*乙</x:t></x:r></x:p></x:body></x:document>"
    );
    let wide = format!("<?xml version='1.0' encoding='UTF-16'?>{other}");
    let wide: Vec<u8> =
        format!("\u{FEFF}{wide}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let marked = [b"\xEF\xBB\xBF", other.as_bytes()].concat();
    let filled = own.replace("<t>*乙", "<t xml:space=\"preserve\">1 </t><br/><t>2乙");
    let prefixed =
        other.replace("<x:t>甲*乙", "<x:t xml:space=\"preserve\">甲1 </x:t><x:br/><x:t>2乙");
    let cases: [(&[u8], Vec<u8>); 4] = [
        (own.as_bytes(), filled.into_bytes()),
        (other.as_bytes(), prefixed.clone().into_bytes()),
        (&marked, [b"\xEF\xBB\xBF", prefixed.as_bytes()].concat()),
        (&wide, format!("<?xml version='1.0' encoding='UTF-8'?>{prefixed}").into_bytes()),
    ];
    for (part, expected) in cases {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file("word/document.xml", SimpleFileOptions::default()).expect("written");
        zip.write_all(part).expect("written");
        let bytes = zip.finish().expect("written").into_inner();
        let patched = patch(&bytes, &edits("甲*乙", &[("*", "1 \n2")]));
        let mut archive = ZipArchive::new(Cursor::new(patched.bytes)).expect("a zip");
        let mut found = Vec::new();
        archive.by_index(0).expect("a part").read_to_end(&mut found).expect("it is read");
        assert_eq!(String::from_utf8_lossy(&found), String::from_utf8_lossy(&expected));
    }
}

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
