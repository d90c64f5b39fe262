use super::read_flat;
use crate::document::{BlockKind, Document, NoteKind};
use crate::reader::{ReadOptions, Revisions};

const STYLES: &str = r#"<office:styles>
    <text:outline-style><text:outline-level-style text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、"/>
    <text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>
    <style:style style:family="text" style:name="H"><style:text-properties text:display="none"/></style:style>
    <style:style style:family="text" style:name="U"><style:text-properties style:text-underline-style="solid"/></style:style>
    <text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>
    <text:list-level-style-number text:level="2" style:num-format="1" text:display-levels="2"/>
    <text:list-level-style-number text:level="3" style:num-format="1" loext:num-list-format="（%3%）"/>
    <text:list-level-style-bullet text:level="4" text:bullet-char="●"/></text:list-style></office:styles>"#;

fn flat(body: &str) -> String {
    let namespaces: String = ["office", "text", "table", "style"]
        .map(|name| format!(" xmlns:{name}=\"urn:oasis:names:tc:opendocument:xmlns:{name}:1.0\""))
        .concat();
    format!(
        "<?xml version=\"1.0\"?><office:document{namespaces} xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\" \
         xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\">\
         {STYLES}<office:body><office:text>{body}</office:text></office:body></office:document>"
    )
}

fn document(body: &str, revisions: Revisions) -> Document {
    let options = ReadOptions { revisions, ..ReadOptions::default() };
    read_flat(flat(body).as_bytes(), &options).unwrap()
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let document = document(body, Revisions::Accepted);
    assert_eq!(document.text.split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn headings_are_numbered_and_known() {
    let body = "<text:h text:outline-level='1'>甲</text:h><text:h text:outline-level='2'>乙</text:h>\
        <text:h text:outline-level='1' text:is-list-header='true'>丙</text:h><text:h text:outline-level='1'>丁</text:h>";
    check(body, &["一、甲", "乙", "丙", "二、丁"]);
    let kinds: Vec<_> = document(body, Revisions::Accepted).blocks.iter().map(|b| b.kind).collect();
    assert_eq!(kinds, [1, 2, 1, 1].map(BlockKind::Heading));
}

#[test]
fn lists_are_numbered() {
    let item = |text: &str| format!("<text:list-item><text:p>{text}</text:p></text:list-item>");
    let deeper =
        |inner: &str| format!("<text:list-item><text:list>{inner}</text:list></text:list-item>");
    let list = |attributes: &str, inner: &str| {
        format!("<text:list text:style-name='L' {attributes}>{inner}</text:list>")
    };
    let body = list(
        "",
        &(item("甲") + &deeper(&(item("乙") + &deeper(&(item("丙") + &deeper(&item("丁"))))))),
    ) + "<text:p>文</text:p>"
        + &list("text:continue-numbering='true'", &item("戊"))
        + &list("", &item("己"))
        + &list(
            "",
            "<text:list-item text:start-value='5'><text:p>庚</text:p><text:p>辛</text:p></text:list-item>",
        );
    check(&body, &["1. 甲", "1.1 乙", "（1）丙", "● 丁", "文", "2. 戊", "1. 己", "5. 庚", "辛"]);
}

#[test]
fn runs_are_text() {
    check(
        "<text:p>完成<text:span>投资</text:span>\n  12<text:s text:c='2'/>亿元<text:note>脚注</text:note><text:tab/>止<text:line-break/>行</text:p>",
        &["完成投资 12  亿元\t止", "行"],
    );
    check(
        "<text:p>姓名<text:span text:style-name='U'><text:s text:c='8'/></text:span></text:p>",
        &["姓名________"],
    );
    check(
        "<text:p>单位<text:placeholder>&lt;名称&gt;</text:placeholder></text:p>",
        &["单位【此处填写：名称】"],
    );
    check("<text:p>甲<text:span text:style-name='H'>藏</text:span></text:p>", &["甲"]);
}

#[test]
fn tables_and_boxes_are_read() {
    let body = "<table:table><table:table-header-rows><table:table-row><table:table-cell><text:p>甲</text:p></table:table-cell>\
        <table:covered-table-cell><text:p>盖</text:p></table:covered-table-cell></table:table-row></table:table-header-rows></table:table>\
        <text:p>正<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>文</text:p>\
        <text:table-of-content><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>";
    check(body, &["甲", "正文", "框"]);
    let document = document(body, Revisions::Accepted);
    assert!(document.blocks[0].kind.is_cell());
    assert_eq!(document.source.notes[0].kind, NoteKind::Contents);
}

#[test]
fn tracked_changes_are_one_side_or_the_other() {
    let body = "<text:tracked-changes><text:changed-region text:id='1'><text:insertion/></text:changed-region>\
        <text:changed-region xml:id='2'><text:deletion><text:p>旧</text:p></text:deletion></text:changed-region></text:tracked-changes>\
        <text:p>完成<text:change-start text:change-id='1'/>新<text:change-end text:change-id='1'/><text:change text:change-id='2'/>。</text:p>";
    check(body, &["完成新。"]);
    assert_eq!(document(body, Revisions::Original).text, "完成旧。");
}
