//! N1, N2, N3, N6. Numbers that do not run on: 一、…三、, 3.…3., 一是…三是 (specification §5.1).

use crate::outline::{Numbered, NumberingDefect};
use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity};

/// A number is missing.
pub(in crate::rules) struct SkippedNumber;

const SKIPPED: About = About {
    id: "skipped-number",
    title: "序号跳号",
    group: Group::Structure,
    on: true,
    severity: Severity::Warning,
    why: "中间少了一个序号，要么漏了一部分，要么删改后没有重排。",
    source: "GB/T 9704 7.3.3；编辑惯例",
    fix: Fix::Never,
    bad: &["一、加强学习\n二、抓好落实\n四、廉洁自律", "一是抓早，成效明显。三是抓小。"],
    good: &["第一章 总则\n一、原则\n二、目标\n第二章 任务\n三、产业", "一是抓早；二是抓小。"],
};

/// A number stands twice, or goes back.
pub(in crate::rules) struct RepeatedNumber;

const REPEATED: About = About {
    id: "repeated-number",
    title: "序号重复或颠倒",
    group: Group::Structure,
    on: true,
    severity: Severity::Warning,
    why: "同一个序号用了两次，或者次序颠倒，引用时就不知道指哪一条。",
    source: "GB/T 9704 7.3.3；编辑惯例",
    fix: Fix::Never,
    bad: &["一、加强学习\n二、抓好落实\n二、廉洁自律", "一是抓早；二是抓小；二是抓实。"],
    good: &["1.学习\n2.落实\n一、要求\n1.早抓\n2.抓实"],
};

impl Rule for SkippedNumber {
    fn about(&self) -> &'static About {
        &SKIPPED
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        for (number, defect) in defects(document) {
            if let NumberingDefect::Gap(expected) = defect {
                let marker = number.marker.span.of(document.text).trim();
                let message = format!("序号“{marker}”之前缺少第{expected}项。");
                findings.push(SKIPPED.finding(number.marker.span, message));
            }
        }
    }
}

impl Rule for RepeatedNumber {
    fn about(&self) -> &'static About {
        &REPEATED
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        for (number, defect) in defects(document) {
            let what = match defect {
                NumberingDefect::Duplicate => "与前一项重复",
                NumberingDefect::Backwards => "比前一项还小",
                NumberingDefect::Gap(_) | NumberingDefect::LateStart => continue,
            };
            let marker = number.marker.span.of(document.text).trim();
            let message = format!("序号“{marker}”{what}。");
            findings.push(REPEATED.finding(number.marker.span, message));
        }
    }
}

fn defects<'a>(
    document: &DocumentView<'a>,
) -> impl Iterator<Item = (&'a Numbered, NumberingDefect)> {
    document.outline.numbering.iter().filter_map(|number| Some((number, number.defect?)))
}
