//! P13. The last item of a list that ends in ；, like those before it (specification §5.3).

use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Trace, TraceKind,
};
use crate::text::Span;

pub(in crate::rules) struct ListEnd;

const ABOUT: About = About {
    id: "list-end",
    title: "末项用分号结尾",
    group: Group::Punctuation,
    on: true,
    severity: Severity::Info,
    why: "分项之间用分号，最后一项说完了，应当用句号。",
    source: "GB/T 15834 4.6",
    fix: Fix::Always,
    bad: &["主要任务：\n（1）建成标准厂房，引进龙头企业；\n（2）改造老旧小区，完善配套设施；"],
    good: &["主要任务：\n（1）建成标准厂房，引进龙头企业；\n（2）改造老旧小区，完善配套设施。"],
};

impl Rule for ListEnd {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let text = block.text.trim_end();
        if let Some(before) = text.strip_suffix('；') {
            checked.trace(TraceKind::Semicolon, Span::new(before.len(), text.len()), 0);
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let blocks = document.blocks;
        let block_of = |trace: &Trace| blocks.partition_point(|b| b.span.end < trace.span.end);
        let mut before = None;
        let mut traces = document.traces_of(TraceKind::Semicolon).peekable();
        while let Some(trace) = traces.next() {
            let block = block_of(trace);
            let goes_on = traces.peek().is_some_and(|next| block_of(next) == block + 1);
            let in_list = before == block.checked_sub(1) && before.is_some();
            before = Some(block);
            if in_list && !goes_on && ends_list(document, block) {
                let message = "这是最后一项，应当用句号结尾。";
                findings.push(ABOUT.finding(trace.span, message).mended("。"));
            }
        }
    }
}

/// Whether what follows block `index` begins something else: the end, or a heading that is no
/// sibling of the item.
fn ends_list(document: &DocumentView<'_>, index: usize) -> bool {
    let Some(next) = document.blocks.get(index + 1) else { return true };
    let sections = &document.outline.sections;
    let section_in = |span: Span| {
        let at = sections.partition_point(|section| section.heading.start < span.start);
        sections.get(at).filter(|section| span.contains(section.heading))
    };
    let own = section_in(document.blocks[index].span);
    section_in(next.span).is_some_and(|next| own.is_none_or(|own| next.depth < own.depth))
}
