//! Short texts, each with what is missing and where a part was found.

use super::{Composition, composition};
use crate::document::{Document, Source};
use crate::outline::{Line, LineFacts, Outline, read_line};

fn read(text: &str) -> Composition {
    let document = Document::from_text(Source::default(), text.to_owned());
    let texts = || document.blocks.iter().map(|block| (block, document.text_of(block)));
    let facts: Vec<LineFacts> = texts().map(|(block, text)| read_line(text, block.kind)).collect();
    let lines: Vec<Line<'_>> = texts()
        .zip(&facts)
        .map(|((block, text), facts)| Line { span: block.span, text, kind: block.kind, facts })
        .collect();
    composition(&document, &Outline::build(&lines))
}

/// `missing` are the names of the usual parts that are not there, up to their bracket.
#[track_caller]
fn check(text: &str, kind: &str, missing: &str) {
    let composition = read(text);
    let names = composition.parts.iter().filter(|part| part.is_missing()).map(|part| part.name);
    let names: Vec<&str> = names.map(|name| name.split('（').next().unwrap_or(name)).collect();
    let expected: Vec<&str> = missing.split_whitespace().collect();
    assert_eq!((composition.kind.unwrap_or_default(), names), (kind, expected), "{text}");
}

/// The part `name` is told by `place`; "" if it is not there.
#[track_caller]
fn check_place(text: &str, name: &str, place: &str) {
    let composition = read(text);
    let part = composition.parts.iter().find(|part| part.name.starts_with(name));
    let span = part.expect(name).found;
    assert_eq!(span.map_or("", |span| span.of(text)), place, "{text}");
}

/// A deputy's report as they often are: no section on problems, no formula, nobody addressed and
/// nobody signed.
const DEPUTY: &str = "2023年副镇长个人述职报告\n\n\
    今年以来，在镇党委的领导下，本人认真履职、真抓实干，现将一年来的工作情况报告如下：\n\
    一、加强理论学习，全面提升综合素质\n坚持把学习放在首位，参加集中学习12次。\n\
    二、倾力履职尽责，推动工作提质增效\n分管工作稳步推进。\n\
    1.项目建设有序推进。全年开工项目6个，完成投资2亿元，全镇位次前移。\n\
    2.安全生产形势平稳。全年排查隐患32处，全部整改到位。\n\
    三、遵守规矩纪律，全力抓好廉政建设\n工作中严守政治纪律，注重党性锻炼。\n\
    1.严于律己。坚持以身作则，带头执行廉洁自律各项规定，管好身边的人。\n\
    2.落实“一岗双责”。认真执行党风廉政建设责任制，定期召开专题会议。\n\
    3.注重依法行政。坚持用法治方式处理事务，严格按照法定程序履行职责。\n\
    总结近一年的工作，我感到仍需进一步解放思想。在今后的工作中，我将正视存在的问题，扬长补短。";

#[test]
fn a_deputy_s_report() {
    check(DEPUTY, "述职报告", "称谓 存在问题 结束语 署名和日期");
    check_place(DEPUTY, "述学", "一、加强理论学习，全面提升综合素质");
    check_place(DEPUTY, "述职", "二、倾力履职尽责，推动工作提质增效");
    check_place(DEPUTY, "述廉", "三、遵守规矩纪律，全力抓好廉政建设");
    check_place(DEPUTY, "述法", "3.注重依法行政");
    check_place(DEPUTY, "述德", "");
    check_place(DEPUTY, "下一步", "在今后的工作中，我将正视存在的问题，扬长");
}

#[test]
fn a_heading_or_the_opening_of_a_paragraph_will_do() {
    let report = |end: &str| {
        format!("某局工作总结\n一、突出党建引领\n内容。\n二、抓实重点项目\n内容。\n{end}")
    };
    check(&report(""), "工作总结", "存在问题 下一步打算");
    check(&report("三、存在的问题和下一步打算\n内容。"), "工作总结", "");
    check(&report("三、问题与打算\n内容。"), "工作总结", "");
    check(&report("成绩之外，我们也清醒认识到，队伍还不够强。下一步，抓好培训。"), "工作总结", "");
    // What is solved for others is no shortcoming of one's own.
    check(&report("三、解决群众急难愁盼问题\n内容。"), "工作总结", "存在问题 下一步打算");
    check_place(&report("明年，继续努力。再创佳绩。"), "下一步", "明年，继续努力");
}

#[test]
fn the_main_part_may_be_called_anything() {
    let report = "某校工作总结\n一、存在不足\n内容。\n二、五育并举\n内容。\n三、下步打算\n内容。";
    check_place(report, "做法", "二、五育并举");
    check("某校工作总结\n一年来工作顺利。\n问题和不足也有。\n下一步，再努力。", "工作总结", "");
    check("某校工作总结\n一、存在不足\n内容。\n二、下步打算\n内容。", "工作总结", "做法与成效");
}

#[test]
fn masks_do_not_hide_the_kind() {
    check(
        "**县20XX年某局述职述廉报告\n×年，工作*项。",
        "述职报告",
        "称谓 导语 述廉 存在问题 下一步打算 结束语 署名和日期",
    );
    check("某县*年工 作 总 结\n下一步，完成*项。还存在**不足。", "工作总结", "");
    check("", "", "");
}

#[test]
fn kinds_without_fixed_parts_have_a_name_only() {
    check("关于印发春耕生产方案的通知\n各单位：\n请遵照执行。", "通知", "");
    check("某县人民法院工作报告\n各位代表：\n请予审议。", "工作报告", "");
}

#[test]
fn headings_tell_where_the_title_does_not() {
    let headings = "一、主要做法和成效\n内容。\n二、存在的不足\n内容。\n三、下一步打算\n内容。";
    check(&format!("凝心聚力谱新篇\n{headings}"), "工作总结", "");
    check(&format!("在推进会上的讲话\n{headings}"), "讲话", "");
    check(
        "一、基本情况\n内容。\n二、存在的主要问题\n内容。\n三、对策建议\n内容。",
        "调研报告",
        "标题",
    );
    check("一、学习\n内容。\n二、工作\n内容。", "", "");
}

#[test]
fn government_reports_open_paragraphs_with_their_parts() {
    let report = "政府工作报告\n各位代表：\n现在，我代表县人民政府，向大会报告工作，请予审议。\n\
        一、2024年工作回顾\n内容。\n二、2025年重点工作\n\
        今年政府工作的总体要求是：稳中求进。主要预期目标是：增长5%。\n三、加强政府自身建设\n内容。";
    check(report, "政府工作报告", "");
    check_place(report, "总体要求", "今年政府工作的总体要求是：稳中求进");
}
