//! The new docx, the template, text, Markdown and HTML of real reports.

use crate::project::{root, shared};
use crate::quality::gold::Gold;
use hegao::analysis::{Analysis, Session};
use hegao::document::{BlockKind, Document, Source};
use hegao::draft::Draft;
use hegao::export::layout::{
    Element, LatinFont, LayoutModel, LayoutOptions, Mark, PageNumber, Role, Run, layout_model,
    write_docx,
};
use hegao::export::{
    MASKS, Template, TemplateOptions, TextOptions, template, to_html, to_html_fragment,
    to_markdown, to_text,
};
use hegao::placeholder::PlaceholderType;
use hegao::reader::{self, ReadOptions, Revisions};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use std::path::Path;
use std::rc::Rc;

fn draft(document: Document) -> Draft {
    Draft::new(Rc::new(Session::new(document)))
}

fn draft_of(text: &str) -> Draft {
    draft(Document::from_text(Source::default(), text.to_owned()))
}

fn model(draft: &Draft) -> LayoutModel {
    layout_model(draft, &LayoutOptions::default())
}

fn read(bytes: &[u8], revisions: Revisions) -> Document {
    let options = ReadOptions { revisions, ..ReadOptions::default() };
    reader::read(bytes, &options).expect("what we write we read")
}

fn written(draft: &Draft) -> Vec<u8> {
    write_docx(&model(draft)).expect("it is written")
}

/// The part of a docx, as text.
fn part(docx: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(docx)).expect("it is an archive");
    let mut text = String::new();
    let mut part = archive.by_name(name).unwrap_or_else(|_| panic!("{name} is there"));
    part.read_to_string(&mut text).expect("it is UTF-8");
    text
}

/// Every report that is at hand, by name: the project's own, and the shared ones where they are.
fn reports() -> BTreeMap<String, Draft> {
    let mut reports = own_reports();
    match shared() {
        Some(shared) => {
            for folder in ["reports", "fixtures/docx"] {
                add_files(&shared.join(folder), &mut reports);
            }
        }
        None => eprintln!("skipped: no shared reports"),
    }
    reports
}

/// The sample, the gold, the fixtures of all formats.
fn own_reports() -> BTreeMap<String, Draft> {
    let mut reports = BTreeMap::new();
    for folder in ["tests/fixtures/formats", "tests/fixtures/libreoffice", "www/sample"] {
        add_files(&root().join(folder), &mut reports);
    }
    let gold = std::fs::read_dir(root().join("tests/gold")).expect("it is there").flatten();
    for file in gold.map(|entry| entry.path()) {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if name.starts_with(|c: char| c.is_ascii_digit()) {
            let source = std::fs::read_to_string(&file).expect("it is readable");
            let gold = Gold::report(&name, &source).expect("its marks are right");
            reports.insert(name, draft_of(&gold.text));
        }
    }
    reports
}

fn add_files(folder: &Path, reports: &mut BTreeMap<String, Draft>) {
    for path in std::fs::read_dir(folder).expect("it is there").flatten().map(|e| e.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Ok(bytes) = std::fs::read(&path) else { continue };
        if let Ok(document) = reader::read(&bytes, &ReadOptions::default()) {
            reports.insert(name, draft(document));
        }
    }
}

/// What is said of the structure, one section a line.
fn outline(analysis: &Analysis) -> String {
    let sections = analysis.outline.sections.iter();
    let lines = sections.map(|s| format!("{} {}{}", s.depth, s.number, s.title));
    lines.collect::<Vec<_>>().join("\n")
}

/// The first line in which two outlines differ.
fn difference(name: &str, before: &str, after: &str) -> String {
    let lines = before.lines().chain([""]).zip(after.lines().chain([""]));
    let first = lines.into_iter().find(|(before, after)| before != after);
    format!("{name}: {first:?}")
}

fn words(runs: &[Run]) -> String {
    runs.iter().filter(|run| run.mark != Some(Mark::Deleted)).map(|run| run.text.as_str()).collect()
}

/// The text of a model without blanks, cell by cell.
fn squeezed(model: &LayoutModel) -> String {
    let text = model.elements.iter().map(|element| match element {
        Element::Paragraph(paragraph) => words(&paragraph.runs),
        Element::Table(rows) => rows.iter().flatten().flatten().map(|p| words(p)).collect(),
    });
    text.collect::<String>().split_whitespace().collect()
}

#[test]
fn our_reader_reads_the_same_report() {
    let mut wrong = Vec::new();
    for (name, draft) in reports() {
        let docx = written(&draft);
        assert_eq!(docx, written(&draft), "{name}: the same bytes");
        let document = read(&docx, Revisions::Accepted);
        let again: String = document.text.split_whitespace().collect();
        let again = again.replace('\u{AD}', "");
        assert_eq!(again, squeezed(&model(&draft)).replace('\u{AD}', ""), "{name}: the text");
        let cells = |document: &Document| {
            let cells = document.blocks.iter().filter(|block| block.kind.is_cell());
            let place = |kind| match kind {
                BlockKind::Cell(place) => Some((place.row, place.column)),
                _ => None,
            };
            cells.map(|b| (place(b.kind), document.text_of(b).to_owned())).collect::<Vec<_>>()
        };
        let own = cells(draft.session().document());
        if !own.is_empty() {
            let found = cells(&document);
            let first = found.iter().zip(&own).find(|(a, b)| a != b);
            assert_eq!(first, None, "{name}: the tables");
            assert_eq!(found.len(), own.len(), "{name}: the tables");
        }
        let again = Session::new(document);
        let (before, after) = (outline(draft.session().analysis()), outline(again.analysis()));
        if before != after {
            wrong.push(difference(&name, &before, &after));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The structure without the words of the titles, which may hold figures.
fn structure(analysis: &Analysis) -> String {
    let lines = analysis.outline.sections.iter().map(|s| format!("{} {}", s.depth, s.number));
    lines.collect::<Vec<_>>().join("\n")
}

#[test]
fn a_template_has_a_blank_for_each_figure() {
    let reports = own_reports();
    for (index, mask) in MASKS.iter().enumerate() {
        let (mut figures, mut blanks) = (0, 0);
        let (mut wrong, mut unread_places) = (Vec::new(), Vec::new());
        for (name, draft) in &reports {
            let options = TemplateOptions { mask: index, ..TemplateOptions::default() };
            let made = template(draft, options);
            let (before, after) =
                (structure(draft.session().analysis()), structure(made.draft.session().analysis()));
            if before != after {
                wrong.push(difference(name, &before, &after));
            }
            let left = template(&made.draft, options).figures;
            if left > 0 {
                wrong.push(format!("{name}: {left} figures are left"));
            }
            figures += made.figures;
            let (missed, all) = unread(&made);
            blanks += all - missed.len();
            unread_places.extend(missed);
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
        // *分之*, *:*:*, *成受访者 are read as blanks of names or not at all.
        let most = blanks * 100 >= figures * 95;
        assert!(most, "{}: {blanks} of {figures}\n{}", mask.token, unread_places.join("\n"));
    }
}

/// The words around each mask that is not read as the blank of a figure, and how many masks there are.
fn unread(made: &Template) -> (Vec<String>, usize) {
    let text = made.draft.text();
    let blanks = &made.draft.session().analysis().placeholders;
    let mut missed = Vec::new();
    let mut moved = 0_isize;
    for edit in &made.edits {
        let start = (edit.span.start as usize).saturating_add_signed(moved);
        let end = start + edit.replacement.len();
        moved += edit.replacement.len().cast_signed() - edit.span.len().cast_signed();
        let is_read = blanks.iter().any(|blank| {
            let span = blank.at.place(blank.at.fact.span);
            span.start as usize <= start
                && end <= span.end as usize
                && blank.at.fact.kind == PlaceholderType::Number
        });
        if !is_read {
            let before: String = text[..start].chars().rev().take(12).collect();
            let before: String = before.chars().rev().collect();
            let after: String = text[end..].chars().take(12).collect();
            missed.push(format!("{before}⟦{}⟧{after}", &edit.replacement).replace('\n', " "));
        }
    }
    (missed, made.edits.len())
}

/// A report in which every field holds what another program would take for its own.
const NASTY: &str = "\
=cmd|'/c calc'!A1的工作报告
一、<w:p>&amp;</w:t>]]>
完成*户，<script>alert(1)</script>\u{1}\u{B}\u{FFFE}{{x}}\"'`**重点**[a](javascript:b)。
指标\t=1+1\t@SUM
*\t-2\t+3
述职人：\u{202E}张三";

#[test]
fn what_looks_like_markup_comes_back_as_text() {
    let mut draft = draft_of(NASTY);
    let blanks = draft.progress().total;
    let names: Vec<u32> = draft.open_blanks().map(|(index, _)| index).collect();
    for index in names {
        let _ = draft.fill(index, "<b>&\"\u{2}", "");
    }
    assert!(blanks > 1);
    let author = Some("\"><x/>".to_owned());
    for options in [
        LayoutOptions::default(),
        LayoutOptions { revision_author: author, ..LayoutOptions::default() },
    ] {
        let model = layout_model(&draft, &options);
        let docx = write_docx(&model).expect("it is written");
        let again: String = read(&docx, Revisions::Accepted).text.split_whitespace().collect();
        let illegal = ['\u{1}', '\u{2}', '\u{B}', '\u{FFFE}'];
        assert_eq!(again, squeezed(&model).replace(illegal, ""));
    }
    let model = model(&draft);
    for html in [to_html(&model), to_html_fragment(&model)] {
        assert!(!html.contains("<script") && !html.contains("<w:p>") && !html.contains('\u{1}'));
        let document = reader::read_html(&html, &ReadOptions::default()).expect("it is read");
        assert!(document.text.contains("<script>alert(1)</script>"), "{}", document.text);
        assert!(document.blocks.iter().any(|block| block.kind.is_cell()));
    }
    let markdown = to_markdown(&model);
    assert!(markdown.contains("\\<script\\>") && markdown.contains("\\[a\\]"), "{markdown}");
}

#[test]
fn html_has_the_same_headings() {
    let draft = draft_of(
        "2024年工作总结\n\n一、做法\n（一）抓学习\n开展学习*次。\n（二）抓落实\n完成投资3亿元。\n二、问题\n能力不足。",
    );
    let html = to_html(&model(&draft));
    let document = reader::read_html(&html, &ReadOptions::default()).expect("it is read");
    let again = Session::new(document);
    let titles = |analysis: &Analysis| {
        analysis.outline.sections.iter().map(|s| s.title.clone()).collect::<Vec<_>>()
    };
    assert_eq!(titles(again.analysis()), titles(draft.session().analysis()));
    assert!(
        html.contains(
            "<mark title=\"待填：开展学习（单位：次）；类别：数字；章节：一·一\">*</mark>"
        ),
        "{html}"
    );
    let expected = "# 2024年工作总结\n\n## 一、做法\n\n### （一）抓学习\n\n开展学习\\*次。\n";
    assert!(to_markdown(&model(&draft)).starts_with(expected));
    assert_eq!(to_text(&draft, TextOptions::AsWritten), draft.text());
    let indented = to_text(&draft, TextOptions::Indented);
    assert!(indented.starts_with("2024年工作总结\n\n\u{3000}\u{3000}一、做法\n"), "{indented}");
}

/// What the parts of a docx hold.
#[track_caller]
fn check(docx: &[u8], name: &str, expected: &[&str]) {
    let part = part(docx, name);
    for piece in expected {
        assert!(part.contains(piece), "{name} has no {piece}\n{part}");
    }
}

#[test]
fn the_page_is_that_of_the_standard() {
    let draft = draft_of("工作总结\n一、做法\n（一）抓学习。开展学习*次。");
    let docx = written(&draft);
    check(
        &docx,
        "word/document.xml",
        &[
            "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
            "w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1587\"",
            "<w:pStyle w:val=\"Title\"/>",
            "<w:pStyle w:val=\"1\"/>",
            "<w:rStyle w:val=\"2Char\"/>",
            "<w:highlight w:val=\"yellow\"/>",
            "<w:commentReference w:id=\"0\"/>",
        ],
    );
    let fonts = |font: &str| {
        format!(
            "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\" w:eastAsia=\"{font}\""
        )
    };
    let fonts = ["方正小标宋简体", "黑体", "楷体_GB2312", "仿宋_GB2312"].map(fonts);
    let mut facts: Vec<&str> = fonts.iter().map(String::as_str).collect();
    facts.extend([
        "<w:spacing w:line=\"560\" w:lineRule=\"exact\"/>",
        "w:firstLineChars=\"200\"",
        "<w:outlineLvl w:val=\"0\"/>",
        "<w:outlineLvl w:val=\"3\"/>",
        "<w:name w:val=\"heading 1\"/>",
    ]);
    check(&docx, "word/styles.xml", &facts);
    assert!(!part(&docx, "word/styles.xml").contains("<w:outlineLvl w:val=\"9\"/>"));
    check(&docx, "word/settings.xml", &["<w:evenAndOddHeaders/>"]);
    check(
        &docx,
        "word/footer1.xml",
        &["<w:jc w:val=\"right\"/>", "w:rightChars=\"100\"", " PAGE "],
    );
    check(&docx, "word/footer2.xml", &["<w:jc w:val=\"left\"/>", "w:leftChars=\"100\""]);
    check(&docx, "word/comments.xml", &["待填：开展学习（单位：次）", "章节：一·一"]);
    check(&docx, "word/fontTable.xml", &["<w:altName w:val=\"仿宋\"/>"]);
}

#[test]
fn the_page_can_be_set_otherwise() {
    let draft = draft_of("工作总结\n一、做法\n1.抓学习。开展学习12次。");
    let options = LayoutOptions {
        line_spacing: 290,
        bold_third_level: true,
        latin: LatinFont::LikeChinese,
        page_number: PageNumber::Centred,
        ..LayoutOptions::default()
    };
    let docx = write_docx(&layout_model(&draft, &options)).expect("it is written");
    let fonts = "w:ascii=\"仿宋_GB2312\" w:hAnsi=\"仿宋_GB2312\"";
    check(&docx, "word/styles.xml", &["<w:spacing w:line=\"580\"", fonts, "<w:b/>"]);
    check(&docx, "word/footer1.xml", &["<w:jc w:val=\"center\"/>"]);
    assert!(!part(&docx, "word/settings.xml").contains("evenAndOdd"));
    assert!(!part(&docx, "[Content_Types].xml").contains("comments"), "nothing is open");
}

#[test]
fn tracked_changes_can_be_taken_back() {
    let mut draft = draft_of("工作总结\n一、做法\n开展学习*余次。");
    draft.fill(0, "35", "").expect("it is a figure");
    draft.drop_approximator(0, true);
    let author = Some("张三".to_owned());
    let options = LayoutOptions { revision_author: author, ..LayoutOptions::default() };
    let docx = write_docx(&layout_model(&draft, &options)).expect("it is written");
    check(&docx, "word/document.xml", &["<w:del w:id=\"1\" w:author=\"张三\">", "<w:delText"]);
    assert!(read(&docx, Revisions::Accepted).text.ends_with("开展学习35次。"));
    assert!(read(&docx, Revisions::Original).text.ends_with("开展学习*余次。"));
}

#[test]
fn a_model_asks_for_no_figure() {
    let draft = draft_of("工作总结\n一、做法\n开展学习*次。");
    let model = model(&draft);
    assert_eq!(
        (model.open_blanks(), words_of(&model, Role::Body)),
        (1, "开展学习*次。".to_owned())
    );
}

fn words_of(model: &LayoutModel, role: Role) -> String {
    let paragraphs = model.elements.iter().filter_map(|element| match element {
        Element::Paragraph(paragraph) if paragraph.role == role => Some(words(&paragraph.runs)),
        _ => None,
    });
    paragraphs.collect()
}
