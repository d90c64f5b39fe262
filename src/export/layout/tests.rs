use super::*;
use crate::analysis::Session;
use crate::document::Source;
use std::rc::Rc;

fn draft(text: &str) -> Draft {
    let document = Document::from_text(Source::default(), text.to_owned());
    Draft::new(Rc::new(Session::new(document)))
}

/// The elements in short, one a line.
fn dump(model: &LayoutModel) -> String {
    let run = |run: &Run| {
        let text = match run.heading {
            Some(level) => format!("⟪{level}:{}⟫", run.text),
            None => run.text.clone(),
        };
        match &run.mark {
            Some(Mark::Open(lines)) => format!("⟦{text}|{}⟧", lines.join("；")),
            Some(Mark::Filled) => format!("⟦+{text}⟧"),
            Some(Mark::Inserted) => format!("⟦ins {text}⟧"),
            Some(Mark::Deleted) => format!("⟦del {text}⟧"),
            None if run.bold => format!("⟦b {text}⟧"),
            None => text,
        }
    };
    let element = |element: &Element| match element {
        Element::Paragraph(paragraph) => {
            let text: String = paragraph.runs.iter().map(run).collect();
            let name = format!("{:?}", paragraph.role)
                .replace("Heading { depth: ", "H")
                .replace(", level: ", "/")
                .replace(" }", "");
            format!("{name} {text}").trim_end().to_owned()
        }
        Element::Table(rows) => {
            let cell = |cell: &Cell| cell.iter().flatten().map(run).collect::<String>();
            let row = |row: &Row| row.iter().map(cell).collect::<Vec<_>>().join("│");
            format!("Table {}", rows.iter().map(row).collect::<Vec<_>>().join(" / "))
        }
    };
    model.elements.iter().map(element).collect::<Vec<_>>().join("\n")
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let model = layout_model(&draft(text), &LayoutOptions::default());
    assert_eq!(dump(&model), expected.join("\n"));
}

const REPORT: &str = "\
2024年述职报告
（2024年12月20日）
各位领导：
　　一年来，认真履职。现将情况报告如下：
一、主要工作
（一）抓落实
1.抓学习。撰写心得*篇，开展调研12次。
加强统筹协调，
推动落实。
特此报告。
附件：1.任务分解表
2.项目清单
张三
2024年12月31日
（此件公开发布）
附件1
任务分解表
任务分为三项，逐项落实到人，按月调度推进。";

#[test]
fn every_paragraph_has_its_role() {
    check(
        REPORT,
        &[
            "Title 2024年述职报告",
            "Subtitle （2024年12月20日）",
            "Empty",
            "Salutation 各位领导：",
            "Body 一年来，认真履职。现将情况报告如下：",
            "H1/1 一、主要工作",
            "H2/2 （一）抓落实",
            "Body ⟪3:1.抓学习。⟫撰写心得⟦*|待填：撰写心得（单位：篇）；类别：数字；章节：一·一·1⟧篇，开展调研12次。",
            "Body 加强统筹协调，",
            "Body 推动落实。",
            "Body 特此报告。",
            "Empty",
            "AttachmentNote 附件：1.任务分解表",
            "AttachmentNoteItem 2.项目清单",
            "Empty",
            "Signature 张三",
            "Date 2024年12月31日",
            "Note （此件公开发布）",
            "Attachment 附件1",
            "Empty",
            "AttachmentTitle 任务分解表",
            "Empty",
            "Body 任务分为三项，逐项落实到人，按月调度推进。",
        ],
    );
}

#[test]
fn a_sentence_broken_at_the_margin_is_one_line() {
    check(
        "报告\n今年以来，在县委、县政府的正确领导下，本人紧紧围绕分管领域工作，\n认真履职、真抓实干，完成了任务。",
        &[
            "Title 报告",
            "Empty",
            "Body 今年以来，在县委、县政府的正确领导下，本人紧紧围绕分管领域工作，认真履职、真抓实干，完成了任务。",
        ],
    );
}

#[test]
fn lines_with_tabs_and_pipes_are_tables() {
    check(
        "报告\n指标\t单位\t数值\n投资\t亿元\t*\n特此报告。",
        &[
            "Title 报告",
            "Empty",
            "Table 指标│单位│数值 / 投资│亿元│⟦*|待填：名称⟧",
            "Body 特此报告。",
        ],
    );
    check(
        "# 报告\n\n| 指标 | 数值 |\n|---|---|\n| 投资 | 3亿元 |\n\n> 引文",
        &["Title 报告", "Empty", "Table 指标│数值 / 投资│3亿元", "Body 引文"],
    );
}

#[test]
fn marks_of_markdown_are_taken_off() {
    check(
        "# 工作报告\n\n## 一、做法 ##\n\n- 完成*户\n- **重点**推进\n- 三项\n\n见[附件](a.docx)。",
        &[
            "Title 工作报告",
            "Empty",
            "H1/1 一、做法",
            "ListItem 完成⟦*|待填：数字（单位：户）；章节：一⟧户",
            "ListItem ⟦b 重点⟧推进",
            "ListItem 三项",
            "Body 见[附件](a.docx)。",
        ],
    );
}

#[test]
fn values_and_changes_are_marked_when_asked() {
    let mut draft = draft("报告\n一、工作\n开展检查*余次，完成亿元。");
    draft.fill(0, "35", "").unwrap();
    draft.drop_approximator(0, true);
    let shown = |options: &LayoutOptions| {
        dump(&layout_model(&draft, options)).lines().last().unwrap_or_default().to_owned()
    };
    let rest = "完成⟦亿|待填：开展检查（单位：亿元）；类别：数字；章节：一⟧元。";
    assert_eq!(shown(&LayoutOptions::default()), format!("Body 开展检查35次，{rest}"));
    let marked = LayoutOptions { mark_filled: true, ..LayoutOptions::default() };
    assert_eq!(shown(&marked), format!("Body 开展检查⟦+35⟧次，{rest}"));
    let author = Some("张三".to_owned());
    let tracked = LayoutOptions { revision_author: author, ..LayoutOptions::default() };
    assert_eq!(shown(&tracked), format!("Body 开展检查⟦del *余⟧⟦ins 35⟧次，{rest}"));
}

/// The paragraphs of a report that was rewritten, with tracked changes.
#[track_caller]
fn check_tracked(text: &str, old: &str, new: &str, expected: &[&str]) {
    let mut draft = draft(text);
    draft.replace_all(&draft.find(old), old, new);
    let author = Some("张三".to_owned());
    let options = LayoutOptions { revision_author: author, ..LayoutOptions::default() };
    assert_eq!(dump(&layout_model(&draft, &options)), expected.join("\n"));
}

#[test]
fn what_was_rewritten_is_tracked() {
    check_tracked("甲方乙方。", "乙方", "丙方", &["Body 甲方⟦del 乙⟧⟦ins 丙⟧方。"]);
    check_tracked("甲。\n乙。\n丙。", "乙。\n", "", &["Body 甲。", "Body ⟦del 乙。\n⟧丙。"]);
    check_tracked("甲。\n乙。", "\n乙。", "", &["Body 甲。⟦del \n乙。⟧"]);
    check_tracked(
        "甲。\n丙。",
        "丙。",
        "乙。\n　　丁。",
        &["Body 甲。", "Body ⟦del 丙⟧⟦ins 乙。⟧", "Body ⟦ins 丁⟧。"],
    );
}

#[test]
fn the_model_crosses_the_border() {
    let model = layout_model(&draft(REPORT), &LayoutOptions::default());
    let bytes = postcard::to_stdvec(&model).unwrap();
    assert_eq!(postcard::from_bytes::<LayoutModel>(&bytes).unwrap(), model);
    assert_eq!((model.title.as_str(), model.open_blanks()), ("2024年述职报告", 1));
}

#[test]
fn a_table_with_one_long_row_does_not_grow_by_all_others() {
    let cells = |lines: usize| {
        let text = format!("{}|{}\n", "|甲|乙|\n".repeat(lines), "丙|".repeat(63));
        let model = layout_model(&draft(&text), &LayoutOptions::default());
        let [Element::Table(rows)] = model.elements.as_slice() else { panic!("one table") };
        (rows[0].len(), rows.iter().map(Vec::len).sum::<usize>())
    };
    assert_eq!(cells(100), (63, 101 * 63));
    assert_eq!(cells(3000), (63, 2999 * 2 + 2 * 63));
}

#[test]
fn what_follows_a_list_is_no_part_of_it() {
    let text = "# 工作报告\n\n## 一、做法 ##\n\n- **重点**推进\n- 三项\n\n见[附件](a.docx)。";
    let markdown =
        crate::export::to_markdown(&layout_model(&draft(text), &LayoutOptions::default()));
    assert!(markdown.contains("\n- **重点**推进\n- 三项\n\n见"), "{markdown}");
}

#[cfg(feature = "documents")]
#[test]
fn two_tables_stay_two() {
    use crate::document::{Block, BlockKind, CellPlace};
    let place = |table| BlockKind::Cell(CellPlace { table, row: 0, column: 0 });
    let block = |table, start| Block { kind: place(table), span: Span::new(start, start + 3) };
    let mut document = Document::from_text(Source::default(), "甲\n乙".to_owned());
    document.blocks = vec![block(0, 0), block(1, 4)];
    let draft = Draft::new(Rc::new(Session::new(document)));
    let model = layout_model(&draft, &LayoutOptions::default());
    assert_eq!(dump(&model), "Table 甲\nTable 乙");
    let bytes = write_docx(&model).unwrap();
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut part = archive.by_name("word/document.xml").unwrap();
    let xml = std::io::read_to_string(&mut part).unwrap();
    assert_eq!(xml.matches("</w:tbl><w:p/>").count(), 2, "{xml}");
}
