use super::{read, read_text};
use crate::document::{BlockKind, CellPlace, NoteKind};
use crate::reader::{ReadOptions, Revisions};

/// The blocks of a page.
#[track_caller]
fn check(html: &str, expected: &[&str]) {
    let document = read_text(html, &ReadOptions::default()).unwrap();
    assert_eq!(document.text.split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn paragraphs_are_blocks_without_markup() {
    check(
        "<p>一、<b>工作</b></p><div>完成<a href='javascript:x'>投资</a>",
        &["一、工作", "完成投资"],
    );
    check("甲<br>乙<p>丙<p>丁</p>", &["甲", "乙", "丙", "丁"]);
    check("3 < 5，A&B<p>&ldquo;甲&rdquo;&#8230;", &["3 < 5，A&B", "“甲”…"]);
    check("<p title=\"a>b\">甲</p><p title=\"不闭合>乙</p>", &["甲", "乙"]);
}

#[test]
fn blanks_are_those_of_the_screen() {
    check("<p>  全县完成\r\n投资  12\n亿元 </p>", &["全县完成投资 12 亿元"]);
    check("<pre>甲\n  乙</pre>", &["甲", "  乙"]);
    check("<p>姓名：<u>&nbsp;&nbsp;&nbsp;&nbsp;</u></p>", &["姓名：____"]);
}

#[test]
fn what_is_no_text_is_passed_over() {
    check(
        "<head><title>甲</title></head><script>if (1<2) {\"<p>\"}</script><!-- <p>乙 -->丙<style>p{}</style>",
        &["丙"],
    );
    check("<div style=\"Display: none\"><div>甲</div>乙</div>丙<nav>首页</nav>", &["丙"]);
    check(
        "<![if !supportLists]>一、<![endif]>甲<!--[if gte mso 9]><xml>乙</xml><![endif]-->",
        &["一、甲"],
    );
    check(
        "Version:0.9\r\nStartHTML:0001\r\n<html><!--StartFragment-->甲<!--EndFragment-->",
        &["甲"],
    );
}

#[test]
fn headings_and_cells_are_known() {
    let html = "<h2>二</h2><p style='mso-outline-level:3'>三</p><p>文</p>\
        <table><tr><td>甲<td>乙<table><tr><td>内</td></tr></table></tr><tr><th>丙</table>";
    let document = read_text(html, &ReadOptions::default()).unwrap();
    let kinds: Vec<_> = document.blocks.iter().map(|b| (b.kind, document.text_of(b))).collect();
    use BlockKind::{Heading, Paragraph};
    let cell = |row, column| BlockKind::Cell(CellPlace { table: 0, row, column });
    assert_eq!(
        kinds,
        [
            (Heading(2), "二"),
            (Heading(3), "三"),
            (Paragraph, "文"),
            (cell(0, 0), "甲"),
            (cell(0, 1), "乙"),
            (cell(0, 1), "内"),
            (cell(1, 0), "丙"),
        ]
    );
}

#[test]
fn lists_are_numbered() {
    check(
        "<ol start=3><li>甲<li>乙<ul><li>丙</ul><li value='9'>丁</ol>",
        &["3. 甲", "4. 乙", "丙", "9. 丁"],
    );
    check("<ol style='list-style-type: cjk-ideographic'><li>甲</li></ol>", &["一、甲"]);
    check("<ol type=A><li>甲</ol><ol style='list-style:none'><li>乙</ol>", &["A. 甲", "乙"]);
}

#[test]
fn changes_of_word_are_one_side() {
    let html = "<p>完成<ins>新</ins><del>旧</del></p>";
    check(html, &["完成新"]);
    let original = ReadOptions { revisions: Revisions::Original, ..ReadOptions::default() };
    let document = read_text(html, &original).unwrap();
    assert_eq!(document.text, "完成旧");
    assert_eq!(document.source.notes[0].kind, NoteKind::Revisions);
}

#[test]
fn the_declared_encoding_counts_unless_it_is_wrong() {
    let page = |charset: &str| format!("<html><meta charset=\"{charset}\"><p>全县完成投资");
    let gbk = encoding_rs::GBK.encode(&page("gb2312")).0.into_owned();
    let text = |bytes: &[u8]| read(bytes, &ReadOptions::default()).unwrap();
    assert_eq!(text(&gbk).text, "全县完成投资");
    assert_eq!(text(&gbk).source.encoding.as_deref(), Some("GB18030"));
    assert_eq!(text(page("utf-8").as_bytes()).text, "全县完成投资");
    assert_eq!(text(&encoding_rs::GBK.encode(&page("utf-8")).0).text, "全县完成投资");
}

#[test]
fn broken_pages_take_no_longer() {
    for broken in ["<", "<p", "<p a=\"", "<!--", "<ol><li>", "<table><td>", "<script>", "&#"] {
        let _ = read_text(&broken.repeat(100_000), &ReadOptions::default());
    }
}
