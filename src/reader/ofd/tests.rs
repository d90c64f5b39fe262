use super::{page, paragraphs};
use crate::reader::container::xml::Tree;

/// The paragraphs of a page with these objects.
#[track_caller]
fn check(objects: &str, expected: &[&str]) {
    let xml = format!(
        "<ofd:Page xmlns:ofd='http://www.ofdspec.org/2016'><ofd:Content><ofd:Layer>{objects}</ofd:Layer></ofd:Content></ofd:Page>"
    );
    let mut lines = Vec::new();
    page::read(Tree::parse(xml.as_bytes(), "").unwrap().root(), &mut lines);
    assert_eq!(paragraphs(lines), expected);
}

fn object(attributes: &str, x: u32, y: u32, text: &str) -> String {
    format!(
        "<ofd:TextObject Size='5' {attributes}><ofd:TextCode X='{x}' Y='{y}'>{text}</ofd:TextCode></ofd:TextObject>"
    )
}

#[test]
fn pieces_are_paragraphs_by_their_place() {
    let at = |x, y, text| object("Boundary='20 30 100 100'", x, y, text);
    check(
        &(at(0, 20, "短行") + &at(0, 10, "第一行") + &at(15, 10, "很长很长很长")),
        &["第一行很长很长很长短行"],
    );
    check(&(at(0, 10, "左边的字") + &at(60, 11, "右")), &["左边的字 右"]);
    let body = at(10, 10, "段落首行写满了")
        + &at(0, 20, "第二行接着写满了写")
        + &at(10, 30, "另一段")
        + &at(20, 60, "— 3 —");
    check(&body, &["段落首行写满了第二行接着写满了写", "另一段"]);
}

#[test]
fn objects_may_be_transformed_nested_and_hidden() {
    let moved = object("Boundary='10 0 9 9' CTM='1 0 0 1 0 50'", 0, 5, "下");
    let group =
        format!("<ofd:PageBlock>{}</ofd:PageBlock>", object("Boundary='0 0 9 9'", 0, 5, "上"));
    check(&(moved + &group + &object("Visible='false'", 0, 9, "藏")), &["上", "下"]);
    check("<ofd:ImageObject/>", &[]);
}

#[test]
fn lengths_are_thousandths_of_millimetres() {
    for (text, expected) in
        [("10.5", 10_500), ("-.25", -250), ("7", 7000), ("1.23456", 1234), ("x", 0)]
    {
        assert_eq!(page::length(text), expected, "{text}");
    }
    assert_eq!(page::length("99999999999999999999999"), 0);
    assert_eq!(page::length("9999999999"), 1_000_000_000);
}
