//! Whole outlines of small reports.

use super::{Line, Outline, read_line};
use crate::document::{Document, Source};
use std::fmt::Write;

/// The outline of `text`: the frame's parts, then the sections, indented by depth, `~` before an
/// unsure one, each with the first characters of its body after `|`.
fn dump(text: &str) -> String {
    let document = Document::from_text(Source::default(), text.to_owned());
    let texts: Vec<&str> = document.blocks.iter().map(|block| document.text_of(block)).collect();
    let facts: Vec<_> =
        document.blocks.iter().zip(&texts).map(|(b, text)| read_line(text, b.kind)).collect();
    let lines: Vec<Line<'_>> = document
        .blocks
        .iter()
        .zip(texts.iter().zip(&facts))
        .map(|(block, (text, facts))| Line { span: block.span, text, kind: block.kind, facts })
        .collect();
    let outline = Outline::build(&lines);
    let frame = &outline.frame;
    let parts = [
        ("标题", frame.title),
        ("重复", frame.duplicate_title),
        ("副题", frame.subtitle),
        ("作者", frame.author),
        ("称谓", frame.salutation),
        ("导语", frame.lead),
        ("结尾", frame.closing),
        ("署名", frame.signature),
        ("日期", frame.date),
        ("附件", frame.attachment),
    ];
    let mut out = String::new();
    for (name, span) in parts {
        if let Some(span) = span {
            let _ = writeln!(out, "{name}：{}", span.of(&document.text).replace('\n', "/"));
        }
    }
    for section in &outline.sections {
        let indent = "  ".repeat(usize::from(section.depth) - 1);
        let unsure = if section.confidence < 60 { "~" } else { "" };
        let body: String =
            section.body.of(&document.text).trim().chars().take(4).filter(|&c| c != '\n').collect();
        let (number, title) = (&section.number, &section.title);
        let _ = writeln!(out, "{indent}{unsure}{number}{title}|{body}");
    }
    out
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(dump(text).trim_end(), expected.trim());
}

#[test]
fn a_unit_s_summary_with_attachments() {
    check(
        "某县住房和城乡建设局\n2023年度工作总结\n\n县委、县政府：\n\
         今年以来，我局完成了各项任务。现将有关情况汇报如下：\n\
         一、完成情况\n（一）主要指标\n1、固定资产投资。完成12.3亿元。\n（1）资质企业。新增3家。\n\
         2、销售面积：完成12万平方米。\n（二）存在的问题\n1.资金压力大\n2.人员不足\n二、计划\n\
         （一）抓项目。\n以上汇报，请审议。\n\n\
         附件：1.2023年指标表\n      2.2024年项目清单\n\n某县住房和城乡建设局\n2024年1月5日\n\
         （联系人：张三）\n\n附件1\n2023年指标表\n一、投资指标\n1.固定资产投资",
        "标题：某县住房和城乡建设局/2023年度工作总结\n\
         称谓：县委、县政府：\n\
         导语：今年以来，我局完成了各项任务。现将有关情况汇报如下：\n\
         结尾：以上汇报，请审议。\n\
         署名：某县住房和城乡建设局\n\
         日期：2024年1月5日\n\
         附件：附件：1.2023年指标表/      2.2024年项目清单\n\
         一、完成情况|\n\
         \u{20} （一）主要指标|\n\
         \u{20}   1、固定资产投资|。完成1\n\
         \u{20}     （1）资质企业|。新增3\n\
         \u{20}   2、销售面积|：完成1\n\
         \u{20} （二）存在的问题|\n\
         \u{20}   1.资金压力大|\n\
         \u{20}   2.人员不足|\n\
         二、计划|\n\
         \u{20} （一）抓项目|。\n\
         附件12023年指标表|\n\
         \u{20} 一、投资指标|\n\
         \u{20}   1.固定资产投资|",
    );
}

#[test]
fn a_duty_report_with_unnumbered_headings() {
    let body = "始终把学习作为首要任务，坚持自学与集中学习相结合，全年参加学习12次，撰写心得8篇。";
    check(
        &format!(
            "述职述廉报告\n县自然资源局　张三\n（2022年12月）\n各位领导、同志们：\n\
             根据安排，现就本人履职情况报告如下，请予审议。\n\
             思想政治建设\n{body}\n坚持服务大局　优化营商环境\n{body}\n特此报告，请予评议。\n\
             述职人：张三\n2022年12月20日"
        ),
        "标题：述职述廉报告\n\
         副题：（2022年12月）\n\
         作者：县自然资源局　张三\n\
         称谓：各位领导、同志们：\n\
         导语：根据安排，现就本人履职情况报告如下，请予审议。\n\
         结尾：特此报告，请予评议。\n\
         署名：述职人：张三\n\
         日期：2022年12月20日\n\
         ~思想政治建设|始终把学\n\
         ~坚持服务大局　优化营商环境|始终把学",
    );
}

#[test]
fn markdown_and_code() {
    check(
        "# 2023年度个人工作总结\n\n## 一、工作回顾\n完成项目12个。\n\n### （一）项目建设\n内容。\n\n\
         ```\n# 注释\n1. 代码\n```\n\n## 二、存在问题\n1. 学习不够。要努力。\n2. 创新不够。要努力。",
        "标题：2023年度个人工作总结\n\
         一、工作回顾|完成项目\n\
         \u{20} （一）项目建设|内容。\n\
         二、存在问题|\n\
         \u{20} 1.学习不够|。要努力\n\
         \u{20} 2.创新不够|。要努力",
    );
}

#[test]
fn rules_of_procedure() {
    check(
        "某局工作规则\n第一章　总　　则\n第一条　为了规范工作，制定本规则。\n第二章　职责\n\
         第二条　局长主持全局工作。\n一、主持会议；\n二、签发文件；\n第三章　附则\n第三条　自印发之日起施行。",
        "标题：某局工作规则\n\
         第一章总　　则|\n\
         \u{20} 第一条为了规范工作，制定本规则|。\n\
         第二章职责|\n\
         \u{20} 第二条局长主持全局工作|。一、\n\
         第三章附则|\n\
         \u{20} 第三条自印发之日起施行|。",
    );
}

#[test]
fn the_paragraph_after_the_last_item_is_the_closing() {
    check(
        "2022年述职报告\n一、廉政\n1.严于律己。守纪律。\n2.依法行政。守法律。\n总结全年工作，仍需努力。",
        "标题：2022年述职报告\n\
         结尾：总结全年工作，仍需努力。\n\
         一、廉政|\n\
         \u{20} 1.严于律己|。守纪律\n\
         \u{20} 2.依法行政|。守法律",
    );
    check(
        "2022年述职报告\n一、廉政\n1.严于律己。守纪律。\n还学习。\n2.依法行政。守法律。\n还普法。",
        "标题：2022年述职报告\n\
         一、廉政|\n\
         \u{20} 1.严于律己|。守纪律\n\
         \u{20} 2.依法行政|。守法律",
    );
}

#[test]
fn long_numbered_paragraphs_are_no_sections() {
    let item = "通过以工代赈发放重点工程、高标准农田建设劳务报酬20亿元以上；扩大失业保险覆盖面。";
    check(
        &format!("工作要点\n一、民生实事\n1.{item}\n2.{item}\n3.{item}\n4.新增就业。稳就业。"),
        "标题：工作要点\n一、民生实事|1.通过",
    );
    check(
        &format!("工作要点\n一、民生实事\n1.新增就业。稳就业。\n2.{item}"),
        "标题：工作要点\n\
         一、民生实事|\n\
         \u{20} 1.新增就业|。稳就业\n\
         \u{20} 2.通过以工代赈发放重点工程、高标准农田建设劳务报酬…|20亿元",
    );
}

#[test]
fn anything_is_an_outline() {
    for text in [
        "", "\n", "一、", "附件", "附件1\n附件2", "#", "**", "一、\n附件：\n2022年1月1日",
        "名词解释",
    ] {
        let _ = dump(text);
    }
}
