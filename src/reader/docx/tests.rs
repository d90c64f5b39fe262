use super::read;
use crate::document::{BlockKind, Document, NoteKind};
use crate::reader::{ReadErrorKind, ReadOptions, Revisions};
use std::io::{Cursor, Write};
use zip::write::{SimpleFileOptions, ZipWriter};

const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const STRICT: &str = "http://purl.oclc.org/ooxml/wordprocessingml/main";

const LISTS: &str = r#"
    <w:abstractNum w:abstractNumId="0">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/><w:lvlText w:val="（%2）"/></w:lvl>
      <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%3."/></w:lvl>
      <w:lvl w:ilvl="3"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:isLgl/><w:lvlText w:val="%1.%3.%4"/></w:lvl>
      <w:lvl w:ilvl="4"><w:start w:val="1"/><w:numFmt w:val="decimalEnclosedCircle"/><w:lvlRestart w:val="0"/><w:suff w:val="nothing"/><w:lvlText w:val="%5"/></w:lvl>
      <w:lvl w:ilvl="5"><w:numFmt w:val="bullet"/><w:lvlText w:val="&#xF06C;"/></w:lvl>
    </w:abstractNum>
    <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseLegalSimplified"/><w:pStyle w:val="Part"/><w:lvlText w:val="第%1部分"/></w:lvl></w:abstractNum>
    <w:abstractNum w:abstractNumId="2">
      <w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl>
      <w:lvl w:ilvl="1"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="α, β, γ, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%2."/></w:lvl>
    </w:abstractNum>
    <w:num w:numId="5"><w:abstractNumId w:val="2"/></w:num>
    <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>
    <w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>
    <w:num w:numId="3"><w:abstractNumId w:val="1"/></w:num>
    <w:num w:numId="4"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="7"/><w:numFmt w:val="decimalFullWidth"/><w:lvlText w:val="%1．"/></w:lvl></w:lvlOverride></w:num>"#;

const STYLES: &str = r#"
    <w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>
    <w:style w:type="paragraph" w:styleId="1"><w:name w:val="heading 1"/><w:basedOn w:val="a"/></w:style>
    <w:style w:type="paragraph" w:styleId="Own"><w:name w:val="二级"/><w:basedOn w:val="1"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Part"><w:name w:val="部分"/><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>
    <w:style w:type="paragraph" w:styleId="Circle"><w:name w:val="圈"/><w:basedOn w:val="Circle"/></w:style>
    <w:style w:type="character" w:styleId="Hidden"><w:name w:val="隐藏"/><w:rPr><w:vanish/></w:rPr></w:style>"#;

/// A package around the contents of `w:body`.
fn package(body: &str, namespace: &str) -> Vec<u8> {
    let part = |root: &str, inner: &str| {
        format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:{root} xmlns:w=\"{namespace}\" \
             xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\">{inner}</w:{root}>"
        )
    };
    let relationships = |list: &str| {
        format!(
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{list}</Relationships>"
        )
    };
    let parts = [
        (
            "_rels/.rels",
            relationships(
                r#"<Relationship Id="1" Type="x/officeDocument" Target="/word/report.xml"/>"#,
            ),
        ),
        (
            "word/_rels/report.xml.rels",
            relationships(
                r#"<Relationship Id="1" Type="x/styles" Target="styles.xml"/><Relationship Id="2" Type="x/numbering" Target="numbering.xml"/>"#,
            ),
        ),
        ("word/report.xml", part("document", &format!("<w:body>{body}</w:body>"))),
        ("word/styles.xml", part("styles", STYLES)),
        ("word/numbering.xml", part("numbering", LISTS)),
    ];
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Document {
    read(&package(body, TRANSITIONAL), &ReadOptions::default()).unwrap()
}

/// The text of the document with this body; a line for each block.
#[track_caller]
fn check(body: &str, expected: &[&str]) {
    assert_eq!(document(body).text.split('\n').collect::<Vec<_>>(), expected);
}

/// A paragraph.
fn p(properties: &str, runs: &str) -> String {
    format!("<w:p><w:pPr>{properties}</w:pPr>{runs}</w:p>")
}

/// A run of plain text.
fn r(text: &str) -> String {
    format!("<w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r>")
}

/// A paragraph in a list.
fn item(list: u32, level: u8, text: &str) -> String {
    p(
        &format!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>"),
        &r(text),
    )
}

fn field(instruction: &str, result: &str) -> String {
    format!(
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>{instruction}</w:instrText></w:r>\
         <w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{result}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
    )
}

#[test]
fn a_format_of_one_s_own_is_read_if_it_is_of_digits() {
    let list = item(5, 0, "甲") + &item(5, 1, "乙") + &item(5, 1, "丙");
    check(&list, &["001. 甲", "1. 乙", "2. 丙"]);
}

#[test]
fn automatic_numbers_become_text() {
    let list: String = [
        (1, 0, "甲"),
        (1, 1, "乙"),
        (1, 1, "丙"),
        (1, 2, "丁"),
        (1, 3, "戊"),
        (1, 0, "己"),
        (1, 1, "庚"),
        (1, 2, "辛"),
        (1, 4, "壬"),
        (1, 0, "癸"),
        (1, 4, "子"),
        (1, 5, "丑"),
    ]
    .map(|(list, level, text)| item(list, level, text))
    .concat();
    check(
        &list,
        &[
            "一、甲", "（一）乙", "（二）丙", "1. 丁", "1.1.1 戊", "二、己", "（一）庚", "1. 辛",
            "①壬", "三、癸", "②子", "• 丑",
        ],
    );
}

#[test]
fn lists_of_one_definition_count_on_unless_they_start_anew() {
    let lists = [(1, "甲"), (2, "乙"), (2, "丙"), (1, "丁"), (4, "戊"), (4, "己")];
    let body: String = lists.map(|(list, text)| item(list, 0, text)).concat();
    check(&body, &["一、甲", "一、乙", "二、丙", "三、丁", "７．戊", "８．己"]);
}

#[test]
fn a_level_that_was_skipped_counts_as_used() {
    check(&(item(1, 1, "甲") + &item(1, 0, "乙")), &["（一）甲", "二、乙"]);
    check(&item(1, 3, "甲"), &["1.1.1 甲"]);
}

#[test]
fn lists_come_from_styles_and_are_taken_back() {
    let part = "<w:pStyle w:val=\"Part\"/>";
    let without = format!("{part}<w:numPr><w:numId w:val=\"0\"/></w:numPr>");
    let body = p(part, &r("总结")) + &p(&without, &r("没有序号")) + &p(part, &r("计划"));
    check(&body, &["第壹部分总结", "没有序号", "第贰部分计划"]);
    check(&(item(1, 0, "") + &item(1, 0, "甲") + &item(99, 0, "乙")), &["二、甲", "乙"]);
}

#[test]
fn headings_are_told_by_outline_level_or_style() {
    let body = p("<w:pStyle w:val=\"1\"/>", &r("一"))
        + &p("<w:pStyle w:val=\"Own\"/>", &r("二"))
        + &p("<w:outlineLvl w:val=\"2\"/>", &r("三"))
        + &p("<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/>", &r("四"))
        + &p("<w:pStyle w:val=\"Circle\"/>", &r("五"));
    let kinds: Vec<_> = document(&body).blocks.iter().map(|block| block.kind).collect();
    use BlockKind::{Heading, Paragraph};
    assert_eq!(kinds, [Heading(1), Heading(2), Heading(3), Paragraph, Paragraph]);
}

#[test]
fn strict_documents_are_the_same() {
    let body = item(1, 0, "甲") + &p("", &r("乙"));
    let strict = read(&package(&body, STRICT), &ReadOptions::default()).unwrap();
    assert_eq!(strict, document(&body));
}

#[test]
fn tracked_changes_are_one_side_or_the_other() {
    let insertion = format!("<w:ins w:id=\"1\">{}</w:ins>", r("新增"));
    let deletion = "<w:del w:id=\"2\"><w:r><w:delText>原有</w:delText></w:r></w:del>";
    let moved = format!("<w:moveFrom>{}</w:moveFrom><w:moveTo>{}</w:moveTo>", r("前"), r("后"));
    let deleted_mark = "<w:rPr><w:del w:id=\"3\"/></w:rPr>";
    let inserted_mark = "<w:rPr><w:ins w:id=\"4\"/></w:rPr>";
    let row = |mark: &str, text: &str| {
        format!("<w:tr><w:trPr>{mark}</w:trPr><w:tc>{}</w:tc></w:tr>", p("", &r(text)))
    };
    let body = p("", &(r("完成") + &insertion + deletion + &moved))
        + &p(deleted_mark, &r("接"))
        + &p("", &r("续"))
        + &p(inserted_mark, &r("断"))
        + &p("", &r("开"))
        + &format!("<w:tbl>{}{}</w:tbl>", row("<w:ins/>", "新行"), row("<w:del/>", "旧行"));
    check(&body, &["完成新增后", "接续", "断", "开", "新行"]);
    let original = ReadOptions { revisions: Revisions::Original, ..ReadOptions::default() };
    let before = read(&package(&body, TRANSITIONAL), &original).unwrap();
    assert_eq!(before.text, "完成原有前\n接\n续\n断开\n旧行");
    assert_eq!(before.source.notes[0].kind, NoteKind::Revisions);
}

#[test]
fn fields_show_their_result() {
    let contents = field("TOC \\o", &r("一、目录行……1"));
    check(
        &(p("", &(r("第") + &field(" PAGE ", &r("3")) + &r("页"))) + &p("", &contents)),
        &["第3页"],
    );
    let nested = field("IF 1 ", &field("REF a", &r("甲")));
    check(&p("", &nested), &["甲"]);
    let prompt = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>MACROBUTTON NoMacro [单击此处输入]</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    check(&p("", prompt), &["[单击此处输入]"]);
    let form = "<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>\u{2002}\u{2002}</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    check(&p("", &(r("完成") + form + &r("万元"))), &["完成____万元"]);
}

#[test]
fn controls_with_a_prompt_are_blanks() {
    let control = |text: &str| {
        format!(
            "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>",
            r(text)
        )
    };
    check(&p("", &(r("单位：") + &control("请输入单位"))), &["单位：【此处填写：请输入单位】"]);
    check(&p("", &control("单击或点击此处输入文字。")), &["单击或点击此处输入文字。"]);
    let filled = "<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:r><w:t>某局</w:t></w:r></w:p></w:sdtContent></w:sdt>";
    check(filled, &["某局"]);
}

#[test]
fn text_boxes_are_read_once_and_after_their_paragraph() {
    let inner = format!("<w:txbxContent>{}</w:txbxContent>", p("", &r("框内")));
    let both = format!(
        "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>{inner}</w:drawing></mc:Choice>\
         <mc:Fallback><w:pict>{inner}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    );
    check(&(p("", &(r("正") + &both + &r("文"))) + &p("", &r("后"))), &["正文", "框内", "后"]);
}

#[test]
fn hidden_text_and_footnotes_are_left_out_and_noted() {
    let hidden = |how: &str| format!("<w:r><w:rPr>{how}</w:rPr><w:t>隐藏</w:t></w:r>");
    let body = p(
        "",
        &(r("甲")
            + &hidden("<w:vanish/>")
            + &hidden("<w:rStyle w:val=\"Hidden\"/>")
            + "<w:r><w:footnoteReference w:id=\"1\"/><w:commentReference w:id=\"1\"/></w:r>"
            + "<w:r><w:rPr><w:vanish w:val=\"0\"/></w:rPr><w:t>乙</w:t></w:r>"),
    );
    let document = document(&body);
    assert_eq!(document.text, "甲乙");
    let notes: Vec<_> = document.source.notes.iter().map(|note| (note.kind, note.count)).collect();
    use NoteKind::{Comments, Footnotes, HiddenText};
    assert_eq!(notes, [(HiddenText, 2), (Comments, 1), (Footnotes, 1)]);
}

#[test]
fn tables_are_cells() {
    let cell = |properties: &str, text: &str| {
        format!("<w:tc><w:tcPr>{properties}</w:tcPr>{}</w:tc>", p("", &r(text)))
    };
    let inner = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell("", "内"));
    let body = format!(
        "<w:tbl><w:tr>{}{}</w:tr><w:tr>{}<w:tc>{inner}{}</w:tc></w:tr></w:tbl>{}",
        cell("<w:vMerge w:val=\"restart\"/>", "甲"),
        cell("", "乙"),
        cell("<w:vMerge/>", "盖住"),
        p("", ""),
        p("", &r("后")),
    );
    let document = document(&body);
    assert_eq!(document.text, "甲\n乙\n内\n后");
    let cells = document.blocks.iter().filter(|block| block.kind.is_cell()).count();
    assert_eq!(cells, 3);
}

#[test]
fn marks_in_a_run_are_characters() {
    let run = "<w:r><w:t>甲</w:t><w:tab/><w:t> 乙 </w:t><w:noBreakHyphen/><w:sym w:font=\"Wingdings\" w:char=\"F0A8\"/><w:br/><w:t>丙</w:t></w:r>";
    let ruby = "<w:r><w:ruby><w:rt><w:r><w:t>bing</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>丁</w:t></w:r></w:rubyBase></w:ruby></w:r>";
    check(&p("", &(run.to_owned() + ruby)), &["甲\t乙-□", "丙丁"]);
}

#[test]
fn what_holds_no_text_says_so() {
    let kind = |body: &str| {
        read(&package(body, TRANSITIONAL), &ReadOptions::default()).err().map(|error| error.kind)
    };
    assert_eq!(kind(""), Some(ReadErrorKind::Empty));
    assert_eq!(kind("<w:p><w:r><w:drawing/></w:r></w:p>"), Some(ReadErrorKind::ImageOnly));
    assert_eq!(kind(&"<w:tbl><w:tr><w:tc>".repeat(400)), Some(ReadErrorKind::TooLarge));
    let nested =
        "<w:tbl><w:tr><w:tc>".repeat(80) + &p("", &r("深")) + &"</w:tc></w:tr></w:tbl>".repeat(80);
    assert_eq!(kind(&nested), None);
}
