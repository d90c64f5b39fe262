//! N9. A heading alone on its line that ends in 。 while its siblings do not (specification §5.1).

use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity};
use crate::text::Span;

pub(in crate::rules) struct HeadingStop;

const ABOUT: About = About {
    id: "heading-stop",
    title: "标题末尾的句号",
    group: Group::Structure,
    on: true,
    severity: Severity::Info,
    why: "独占一行的标题末尾不用句号；有的用有的不用，更不整齐。",
    source: "GB/T 15834 4.1；编辑惯例",
    fix: Fix::Always,
    bad: &["一、加强学习\n坚持把学习放在首位。\n二、抓好落实。\n坚持一抓到底。"],
    good: &["一、加强学习。\n坚持把学习放在首位。\n二、抓好落实。\n坚持一抓到底。"],
};

impl Rule for HeadingStop {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let sections = &document.outline.sections;
        let rest = |at: usize| &document.text[sections[at].heading.end as usize..];
        let alone = |at: usize| !sections[at].run_in && !sections[at].number.is_empty();
        let stops = |at: usize| rest(at).starts_with("。\n");
        // Whether a sibling stands without; siblings have one parent, 0 stands for none.
        let parent = |at: usize| sections[at].parent.map_or(0, |parent| parent as usize + 1);
        let mut bare = vec![false; sections.len() + 1];
        for at in (0..sections.len()).filter(|&at| alone(at)) {
            bare[parent(at)] |= rest(at).starts_with('\n');
        }
        for at in (0..sections.len()).filter(|&at| alone(at) && stops(at) && bare[parent(at)]) {
            let start = sections[at].heading.end;
            let span = Span { start, end: start + '。'.len_utf8() as u32 };
            let message = "同级标题末尾都没有句号，此处应当删去。";
            findings.push(ABOUT.finding(span, message).mended(""));
        }
    }
}
