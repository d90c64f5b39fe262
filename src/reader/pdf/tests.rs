//! Files as they are put together by hand: pages by their content, and the file around them.

use super::read;
use crate::reader::{ReadError, ReadErrorKind, ReadOptions};

/// A font of ASCII letters half as wide as they are high, and one of GBK.
const FONTS: &str = "/Font << /A << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >> \
    /G << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /GBK-EUC-H /DescendantFonts [ << /DW 1000 >> ] >> \
    /V << /Type /Font /Subtype /Type0 /BaseFont /SimSun /Encoding /UniGB-UCS2-V /DescendantFonts [ << /DW 1000 >> ] >> \
    /U << /Type /Font /Subtype /Type0 /BaseFont /X /Encoding /Identity-H /DescendantFonts [ << >> ] >> >>";

/// A file with one page of this content, and with other objects from number 4 on.
fn file(content: &str, resources: &str, objects: &[&str]) -> Vec<u8> {
    let mut text = format!(
        "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj\n\
         2 0 obj << /Kids [ << /Type /Page /Parent 2 0 R /Contents 3 0 R /Resources << {FONTS} {resources} >> >> ] \
         /MediaBox [0 0 600 800] >> endobj\n\
         3 0 obj << /Length {} >> stream\n{content}\nendstream endobj\n",
        content.len()
    );
    for (index, object) in objects.iter().enumerate() {
        text += &[&(index + 4).to_string(), " 0 obj ", object, " endobj\n"].concat();
    }
    (text + "trailer << /Root 1 0 R >>").into_bytes()
}

fn text(bytes: &[u8]) -> Result<String, ReadError> {
    read(bytes, &ReadOptions::default()).map(|document| document.text)
}

#[track_caller]
fn check(content: &str, expected: &str) {
    check_with(content, "", &[], expected);
}

#[track_caller]
fn check_with(content: &str, resources: &str, objects: &[&str], expected: &str) {
    assert_eq!(text(&file(content, resources, objects)).unwrap(), expected, "{content}");
}

#[track_caller]
fn refused(bytes: &[u8], expected: ReadErrorKind) {
    let start = cpu_time::ThreadTime::now();
    let error = text(bytes).unwrap_err();
    assert_eq!(error.kind, expected, "{error}");
    // A fifth of a second in a release build.
    assert!(start.elapsed().as_secs() < 5, "{:?}", start.elapsed());
}

#[test]
fn strings_are_shown_where_they_stand() {
    check("BT /A 10 Tf 50 700 Td (second) Tj 0 20 Td (first) Tj ET", "first\nsecond");
    check("BT /A 10 Tf 1 0 0 1 50 700 Tm (one) Tj 30 0 Td (two) Tj ET", "one two");
    check("BT /A 10 Tf 12 TL 50 700 Td (a) Tj T* (b) Tj (c) ' 1 2 (d) \" ET", "a\nb\nc\nd");
    check("BT /A 10 Tf 50 700 Td [(ab) -40 (cd) -400 (ef)] TJ ET", "abcd ef");
    check(
        "q 2 0 0 2 0 0 cm BT /A 10 Tf 50 300 Td (big) Tj ET Q BT /A 10 Tf 50 500 Td (low) Tj ET",
        "big\nlow",
    );
    check("BT /G 16 Tf 50 700 Td <CBAEC0FB> Tj ET", "水利");
    check(
        "BT /V 16 Tf 500 700 Td <6C345229> Tj ET BT /V 16 Tf 470 700 Td <5C40> Tj ET",
        "水利\n局",
    );
}

#[test]
fn gaps_between_words_are_blanks_and_others_are_none() {
    // Chinese and figures are set apart by a quarter.
    check("BT /G 16 Tf 50 700 Td <CBAE> Tj 20 0 Td (12) Tj 20 0 Td <CDF2> Tj ET", "水12万");
    check("BT /G 16 Tf 50 700 Td <CBAE> Tj 60 0 Td <C0FB> Tj ET", "水 利");
    // （一） and 水利, a tab apart.
    check("BT /G 16 Tf 50 700 Td <A3A8D2BBA3A9> Tj 90 0 Td <CBAEC0FB> Tj ET", "（一）水利");
    // A title whose characters are set apart.
    check("BT /G 22 Tf 50 700 Td <D7DC> Tj 44 0 Td <BDE1> Tj 44 0 Td <B1ED> Tj ET", "总结表");
    check("BT /A 10 Tf 5 Tc 50 700 Td (wide) Tj ET", "wide");
}

#[test]
fn what_is_drawn_twice_is_read_once() {
    let bold = "BT /G 16 Tf 50 700 Td <CBAE> Tj ET BT /G 16 Tf 50.3 700 Td <CBAE> Tj ET";
    check(bold, "水");
    check("BT /G 16 Tf 50 700 Td <CBAE20> Tj 16 0 Td <C0FB20> Tj ET", "水利");
}

#[test]
fn what_is_not_on_the_paper_is_not_read() {
    let own = "BT /A 10 Tf 50 700 Td (text) Tj ET ";
    check(&format!("{own} BT /A 60 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (secret) Tj ET"), "text");
    check(&format!("{own} BT /A 10 Tf 900 700 Td (outside) Tj ET"), "text");
    check(
        &format!(
            "{own} /Artifact << /Type /Pagination >> BDC BT /A 10 Tf 50 500 Td (head) Tj ET EMC"
        ),
        "text",
    );
    check("/Artifact BMC BT /A 10 Tf 50 500 Td (all) Tj ET EMC", "all");
    // What a scanner recognised is drawn invisibly.
    check("BT 3 Tr /A 10 Tf 50 700 Td (scanned) Tj ET", "scanned");
    let layer = "/Properties << /L 4 0 R >>";
    let bytes = file(
        &format!("{own} /OC /L BDC BT /A 10 Tf 50 600 Td (off) Tj ET EMC"),
        layer,
        &["<< /Type /OCG >>"],
    );
    let hidden = String::from_utf8(bytes)
        .unwrap()
        .replace("/Pages 2 0 R", "/Pages 2 0 R /OCProperties << /D << /OFF [4 0 R] >> >>");
    assert_eq!(text(hidden.as_bytes()).unwrap(), "text");
}

#[test]
fn turned_pages_are_read_as_they_are_shown() {
    let bytes = file("BT /A 10 Tf 0 1 -1 0 300 50 Tm (turned) Tj 0 -20 Td (below) Tj ET", "", &[]);
    let shown =
        String::from_utf8(bytes).unwrap().replace("/Type /Page ", "/Type /Page /Rotate 90 ");
    assert_eq!(text(shown.as_bytes()).unwrap(), "turned\nbelow");
    check("BT /A 10 Tf 0 1 -1 0 300 50 Tm (up) Tj 0 -20 Td (next) Tj ET", "up\nnext");
}

#[test]
fn blanks_with_a_line_below_are_to_be_filled_in() {
    check("BT /A 10 Tf 50 700 Td (sum:    yuan) Tj ET 70 698 20 0.5 re f", "sum:____yuan");
    check("BT /A 10 Tf 50 700 Td (name:) Tj ET 76 698.5 m 136 698.5 l S", "name:____________");
    // A line below a whole line of text is a border.
    check("BT /A 10 Tf 50 700 Td (running head) Tj ET 20 698 m 500 698 l S", "running head");
}

#[test]
fn forms_are_drawn_in_their_place() {
    let form = "<< /Subtype /Form /Matrix [1 0 0 1 0 100] /Length 41 >> stream\nBT /A 10 Tf 50 500 Td (form) Tj ET        \nendstream";
    check_with(
        "BT /A 10 Tf 50 550 Td (page) Tj ET /F Do",
        "/XObject << /F 4 0 R >>",
        &[form],
        "form\npage",
    );
}

#[test]
fn a_file_is_read_without_its_index() {
    let whole = file("BT /A 10 Tf 50 700 Td (text) Tj ET", "", &[]);
    let without_trailer = &whole[..whole.len() - 25];
    assert_eq!(text(without_trailer).unwrap(), "text");
    // Of an object that is written twice the last one counts.
    let update =
        "3 0 obj << /Length 34 >> stream\nBT /A 10 Tf 50 700 Td (new) Tj ET  \nendstream endobj";
    assert_eq!(text(&[&whole[..], update.as_bytes()].concat()).unwrap(), "new");
    let wrong_length = String::from_utf8(whole).unwrap().replace("/Length 34", "/Length 9");
    assert_eq!(text(wrong_length.as_bytes()).unwrap(), "text");
}

#[test]
fn what_cannot_be_read_says_why() {
    refused(b"%PDF-1.7", ReadErrorKind::Damaged);
    refused(b"%PDF-1.7\n1 0 obj << /Type /Catalog >> endobj", ReadErrorKind::Damaged);
    refused(&file("", "", &[]), ReadErrorKind::Empty);
    refused(&file("BI /W 1 ID x EI", "", &[]), ReadErrorKind::ImageOnly);
    let picture = "<< /Subtype /Image /Length 1 >> stream\nx\nendstream";
    refused(&file("/P Do", "/XObject << /P 4 0 R >>", &[picture]), ReadErrorKind::ImageOnly);
    refused(&file(&"0 0 m 9 9 l S ".repeat(300), "", &[]), ReadErrorKind::ImageOnly);
    refused(
        &file("BT /U 16 Tf 50 700 Td <00010002> Tj ET", "", &[]),
        ReadErrorKind::UnknownEncoding,
    );
    let encrypted = String::from_utf8(file("", "", &["<< /Filter /Adobe.PubSec >>"])).unwrap();
    let encrypted = encrypted.replace("trailer <<", "trailer << /Encrypt 4 0 R");
    refused(encrypted.as_bytes(), ReadErrorKind::Encrypted);
}

#[test]
fn circles_end() {
    let tree = "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Kids [2 0 R 2 0 R] >> endobj";
    refused(tree.as_bytes(), ReadErrorKind::Damaged);
    let reference = "%PDF-1.4\n1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer << /Root 1 0 R >>";
    refused(reference.as_bytes(), ReadErrorKind::Damaged);
    // Forms that draw each other twice.
    let form = "<< /Subtype /Form /Length 11 /Resources << /XObject << /F 4 0 R >> >> >> stream\n/F Do /F Do\nendstream";
    refused(&file("/F Do", "/XObject << /F 4 0 R >>", &[form]), ReadErrorKind::TooLarge);
}

#[test]
fn floods_are_refused() {
    let many = format!("%PDF-1.4\n{}", "1 0 obj 1 endobj\n".repeat(600_000));
    refused(many.as_bytes(), ReadErrorKind::TooLarge);
    let kids = format!(
        "%PDF-1.4\n1 0 obj << /Type /Catalog /Pages 2 0 R >> endobj 2 0 obj << /Kids [{}] >> endobj",
        "<<>>".repeat(30_000)
    );
    refused(kids.as_bytes(), ReadErrorKind::TooLarge);
    let deep = format!("%PDF-1.4\n1 0 obj {} endobj", "[".repeat(500_000));
    refused(deep.as_bytes(), ReadErrorKind::Damaged);
    let open = format!("%PDF-1.4\n{}", "1 0 obj (".repeat(100_000));
    refused(open.as_bytes(), ReadErrorKind::Damaged);
}
