//! N9. A heading alone on its line that ends in 。 while its siblings do not (specification §5.1).

use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, TraceKind,
};
use crate::text::Span;
use crate::text::scanner::is_blank;
use std::collections::BTreeSet;

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

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let end = block.own_end();
        if !block.injected.is_empty() && end < block.text.len() {
            checked.trace(TraceKind::Advert, Span::new(end, block.text.len()), 0);
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let sections = &document.outline.sections;
        let alone = |at: usize| !sections[at].run_in && !sections[at].number.is_empty();
        let rest = |at: usize| &document.text[sections[at].heading.end as usize..];
        let adverts: Vec<Span> = document.traces_of(TraceKind::Advert).map(|t| t.span).collect();
        let line_ends = |rest: &str| {
            let place = (document.text.len() - rest.len()) as u32;
            rest.trim_start_matches(is_blank).starts_with('\n')
                || adverts.binary_search_by_key(&place, |advert| advert.start).is_ok()
        };
        let stops = |at: usize| rest(at).strip_prefix('。').is_some_and(line_ends);
        // A sibling has the same parent, or none, and stands as deep: （2） at the start of the text
        // is no sibling of 一、 below it.
        let family = |at: usize| (sections[at].parent, sections[at].standard_level);
        let bare = (0..sections.len()).filter(|&at| alone(at) && line_ends(rest(at)));
        let bare: BTreeSet<_> = bare.map(family).collect();
        let stopped = (0..sections.len()).filter(|&at| alone(at) && stops(at));
        for at in stopped.filter(|&at| bare.contains(&family(at))) {
            let start = sections[at].heading.end;
            let span = Span { start, end: start + '。'.len_utf8() as u32 };
            let message = "同级标题末尾都没有句号，此处应当删去。";
            findings.push(ABOUT.finding(span, message).mended(""));
        }
    }
}
