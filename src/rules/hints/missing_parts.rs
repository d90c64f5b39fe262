//! Parts that a report of its kind usually has, and this one has not (specification §6).

use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity};

pub(in crate::rules) struct MissingParts;

/// Its id: whoever runs the rules looks for the parts only if somebody asks for this.
pub const MISSING_PARTS: &str = "missing-parts";

const ABOUT: About = About {
    id: MISSING_PARTS,
    title: "常见部分未见",
    group: Group::Hints,
    // The overview says so already; only who asks for it is told once more.
    on: false,
    severity: Severity::Info,
    why: "一种文稿通常有哪几部分，读者心里有数；确实不需要的，不必补。",
    source: "文种惯例",
    fix: Fix::Never,
    bad: &[
        "2022年个人述职报告\n各位领导：\n一年来，本人认真履职，现将工作情况报告如下：\n一、加强学习\n坚持学以致用。\n二、履职尽责\n推动工作落实。\n三、廉洁自律\n严格遵守纪律。\n特此报告。",
    ],
    good: &["一、加强学习\n坚持学以致用。"],
};

/// A text with fewer headings is a piece of a report, or not laid out yet.
const LEAST_SECTIONS: usize = 3;

impl Rule for MissingParts {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let Some(title) = document.outline.frame.title else { return };
        if !document.missing_parts.is_empty() && document.outline.sections.len() >= LEAST_SECTIONS {
            let parts = document.missing_parts.join("、");
            let message = format!("这类文稿通常还有：{parts}。建议核对是否需要。");
            findings.push(ABOUT.finding(title, message));
        }
    }
}
