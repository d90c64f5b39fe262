//! N10. A second line that repeats the title (specification §5.1, §1.5).

use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity, deletion};
use crate::text::Span;

pub(in crate::rules) struct DuplicateTitle;

const ABOUT: About = About {
    id: "duplicate-title",
    title: "标题重复",
    group: Group::Structure,
    on: true,
    severity: Severity::Warning,
    why: "下载的文稿常在正文前再印一遍标题，两个标题还往往不一致。",
    source: "GB/T 9704 7.3.1：标题只排一个",
    fix: Fix::Always,
    bad: &[
        "2022年副县长个人述职报告\n\n2022年副县长述职报告\n今年以来，本人认真履职，现将工作情况报告如下：",
    ],
    good: &[
        "2022年副县长个人述职报告\n\n今年以来，本人认真履职，现将工作情况报告如下：",
        "工作总结\n现将2025年全镇各项工作总结如实报告大家\n今年以来，全镇干部认真履职。",
    ],
};

impl Rule for DuplicateTitle {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let frame = &document.outline.frame;
        let (Some(title), Some(second)) = (frame.title, frame.duplicate_title) else { return };
        let line_break = document.text[second.end as usize..].starts_with('\n');
        let line = Span { end: second.end + u32::from(line_break), ..second };
        findings.push(Finding {
            related: vec![title],
            fix: Some(vec![deletion(line)]),
            ..ABOUT.finding(
                second,
                format!("这一行与标题“{}”重复，应当删去一个。", title.of(document.text)),
            )
        });
    }
}
