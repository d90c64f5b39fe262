//! N4. A numbering that does not begin with 1 (specification §5.1).

use crate::outline::{Family, NumberingDefect};
use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity};

pub(in crate::rules) struct LateStart;

const ABOUT: About = About {
    id: "late-start",
    title: "序号不从一开始",
    group: Group::Structure,
    on: true,
    severity: Severity::Info,
    why: "一组序号不从一开始，前面可能缺了一段。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &["二、抓好落实\n三、廉洁自律"],
    good: &["一、抓好落实\n二、廉洁自律"],
};

impl Rule for LateStart {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        // Items in prose often go on from something that is no item: 首要的是…；二是….
        let late = document.outline.numbering.iter().filter(|number| {
            number.defect == Some(NumberingDefect::LateStart)
                && !matches!(number.marker.family, Family::Enumerated(_))
        });
        findings.extend(late.map(|number| {
            let marker = number.marker.span.of(document.text).trim();
            ABOUT.finding(
                number.marker.span,
                format!("这一组序号从“{marker}”开始，请核对前面是否有缺漏。"),
            )
        }));
    }
}
