//! The structure of the report the project starts from (specification §0), where it lies beside
//! the project.

use crate::project::shared;
use hegao::analysis::{Analysis, analyze};
use hegao::document::Document;
use hegao::genre::composition;
use hegao::reader::{self, ReadOptions};
use serde_json::{Value, json};

fn seed() -> Option<(Document, Analysis, Value)> {
    let Some(shared) = shared() else {
        println!("skipped: there is no `shared` beside the project");
        return None;
    };
    let bytes = std::fs::read(shared.join("reports/seed.txt")).expect("the seed is readable");
    let gold = std::fs::read(shared.join("gold/domain.json")).expect("its gold is readable");
    let gold: Value = serde_json::from_slice(&gold).expect("it is JSON");
    let document = reader::read(&bytes, &ReadOptions::default()).expect("it is text");
    let analysis = analyze(&document);
    Some((document, analysis, gold["seed"].clone()))
}

#[test]
fn the_outline_is_that_of_the_gold() {
    let Some((document, analysis, gold)) = seed() else { return };
    let line = |at: u32| document.text[..at as usize].matches('\n').count() + 1;
    let found: Vec<Value> = analysis
        .outline
        .sections
        .iter()
        .map(|section| {
            json!({
                "line": line(section.heading.start), "depth": section.depth,
                "gbLevel": section.standard_level, "marker": section.number,
                "text": section.title, "runIn": section.run_in,
            })
        })
        .collect();
    assert_eq!(Value::from(found), gold["outline"]);
}

#[test]
fn the_frame_is_that_of_the_specification() {
    let Some((document, analysis, _)) = seed() else { return };
    let frame = &analysis.outline.frame;
    let text = |span: Option<hegao::text::Span>| span.map(|span| span.of(&document.text));
    assert_eq!(text(frame.title), Some("2022年副县长个人述职报告"));
    assert_eq!(text(frame.duplicate_title), Some("2022年副县长述职报告"));
    assert!(text(frame.lead).is_some_and(|lead| lead.ends_with("情况报告如下：")));
    let closing = frame.closing.expect("the last paragraph is the closing");
    assert!(closing.of(&document.text).starts_with("总结近全年的工作"));
    assert_eq!(analysis.outline.section_at(closing.start), None);
    assert_eq!((frame.signature, frame.date, frame.attachment), (None, None, None));
    assert_eq!(analysis.outline.numbering.iter().find(|number| number.defect.is_some()), None);
}

#[test]
fn its_parts_are_those_of_the_specification() {
    let Some((document, analysis, _)) = seed() else { return };
    let parts = composition(&document, &analysis.outline).parts;
    let missing: Vec<&str> = parts.iter().filter(|p| p.is_missing()).map(|p| p.name).collect();
    assert_eq!(missing, ["称谓", "存在问题", "结束语", "署名和日期"]);
    let place = |name: &str| {
        let part = parts.iter().find(|part| part.name.starts_with(name)).expect(name);
        part.found.map_or("", |span| span.of(&document.text)).chars().take(7).collect::<String>()
    };
    assert_eq!(place("述学"), "一、加强理论学");
    assert_eq!(place("述职"), "二、倾力履职尽");
    assert_eq!(place("述廉"), "三、遵守规矩纪");
    assert_eq!(place("述法"), "3.注重依法行");
    assert_eq!(place("下一步"), "在今后的工作中");
}

#[test]
fn its_findings_are_those_of_the_specification() {
    let Some((document, analysis, _)) = seed() else { return };
    let found: Vec<(&str, &str)> = analysis
        .findings
        .iter()
        .map(|finding| (finding.rule.as_ref(), finding.span.of(&document.text)))
        .collect();
    assert_eq!(
        found,
        [
            ("duplicate-title", "2022年副县长述职报告"),
            ("half-width-punctuation", ","),
            ("spliced-watermark", "笔杆儿网www.bgzjy.cn"),
            ("spliced-watermark", "笔杆儿网，www.biganzijiayuan.com"),
            ("repeated-word", "行动"),
            ("trailing-blank", " "),
        ]
    );
}
