use super::read;
use crate::document::{BlockKind, CellPlace, Document, NoteKind};
use crate::reader::{ReadErrorKind, ReadOptions, Revisions};

fn document(body: &str, revisions: Revisions) -> Document {
    let head = r"{\rtf1\ansi\ansicpg936\uc1{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset134 SimSun;}{\f2\fcharset204 Arial;}{\f3\fcharset2 Symbol;}}{\stylesheet{\s1\outlinelevel0 heading 1;}{\s2\sb240 Heading 2;}{\*\cs3 Heading 3 Char;}}";
    let options = ReadOptions { revisions, ..ReadOptions::default() };
    read(format!("{head}{body}}}").as_bytes(), &options).unwrap()
}

#[track_caller]
fn check(body: &str, expected: &[&str]) {
    let document = document(body, Revisions::Accepted);
    assert_eq!(document.text.split('\n').collect::<Vec<_>>(), expected);
}

#[test]
fn bytes_are_read_in_the_code_page_of_file_and_font() {
    check(r"\f1 \'b9\'a4\'d7\'f7\'d7\'dc\'bd\'e1\par", &["工作总结"]);
    check(r"\loch\f0\dbch\af1 \'b9\'a4\b\'d7\'f7\b0\par", &["工作"]);
    check(r"\f2 \'cf\'f0\par", &["Пр"]);
    // A character of a symbol font is ornament in the text.
    check(r"a{\f3\'b7}b\par", &["ab"]);
    // Half a character before a change of format.
    check(r"\f1 \'b9\b \'a4\par", &["工"]);
}

#[test]
fn unicode_characters_replace_their_fallback() {
    check(r"\u20840?\u21439\'3f{\uc2\u-244\'a3\'ac}\u55357?\u56832?\par", &["全县，😀"]);
    check(r"{\uc0\u24037}\u20316 ?\par", &["工作"]);
}

#[test]
fn numbers_of_lists_are_text() {
    check(
        r"{\listtext\pard\plain \u19968?\u12289?\tab}\u24037?\u20316?\par{\pntext\f1 1.\tab}2022\par{\listtext\f3\'b7\tab}a\par",
        &["一、工作", "1. 2022", "• a"],
    );
}

#[test]
fn what_is_no_text_is_skipped() {
    check(
        r"{\info{\title x}}{\*\generator y;}{\header z\par}a{\footnote b}{\v c}{\pict 00ff}\~d{\*\bkmkstart e}\{f\}\par",
        &["a\u{A0}d{f}"],
    );
    check(r"{\upr{ansi}{\*\ud{\u20013?}}}\par", &["中"]);
    check("a\\bin5 }}{}}b\\par", &["ab"]);
}

#[test]
fn fields_show_their_result() {
    check(r"{\field{\*\fldinst{ PAGE }}{\fldrslt 3}}p\par", &["3p"]);
    check(r"{\field{\*\fldinst TOC \\o}{\fldrslt x\par y\par}}z\par", &["z"]);
    check(r"{\field{\*\fldinst MACROBUTTON NoMacro [\u21333?\u20987?]}}\par", &["[单击]"]);
    check(
        r"a{\field{\*\fldinst FORMTEXT{\*\formfield x}}{\fldrslt \u8194?\u8194?}}b\par",
        &["a____b"],
    );
}

#[test]
fn paragraphs_have_kinds() {
    let body = r"\pard\s1 h\par\pard\s2{\listtext\pard\plain 1.}g\par\pard\s3 p\line q\par\trowd\pard\intbl c\cell d\cell\row\pard\outlinelevel2 i\par";
    let document = document(body, Revisions::Accepted);
    let kinds: Vec<_> = document.blocks.iter().map(|b| (b.kind, document.text_of(b))).collect();
    use BlockKind::{Heading, Paragraph};
    let cell = |column| BlockKind::Cell(CellPlace { table: 0, row: 0, column });
    assert_eq!(
        kinds,
        [
            (Heading(1), "h"),
            (Heading(2), "1. g"),
            (Paragraph, "p"),
            (Paragraph, "q"),
            (cell(0), "c"),
            (cell(1), "d"),
            (Heading(3), "i"),
        ]
    );
}

#[test]
fn text_boxes_follow_their_paragraph() {
    check(
        r"a{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt\pard box\par}}{\shprslt box}}b\par c\par",
        &["ab", "box", "c"],
    );
}

#[test]
fn tracked_changes_are_one_side_or_the_other() {
    let body = r"a{\revised new}{\deleted old\par}b\par";
    check(body, &["anewb"]);
    let original = document(body, Revisions::Original);
    assert_eq!(original.text, "aold\nb");
    assert_eq!(original.source.notes[0].kind, NoteKind::Revisions);
}

#[test]
fn broken_files_are_read_or_refused() {
    let kind =
        |text: &str| read(text.as_bytes(), &ReadOptions::default()).err().map(|error| error.kind);
    assert_eq!(kind(r"{\rtf1 a"), None);
    assert_eq!(kind(r"{\rtf1 a}}}}\'"), None);
    assert_eq!(kind(r"{\rtf1}"), Some(ReadErrorKind::Empty));
    assert_eq!(kind(r"{\rtf1{\pict 00}}"), Some(ReadErrorKind::ImageOnly));
    assert_eq!(kind(&"{".repeat(100_000)), Some(ReadErrorKind::TooLarge));
}
