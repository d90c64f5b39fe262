//! An attachment that is mentioned and not listed: 详见附件3 with two attachments.

use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, TraceKind,
};
use crate::text::Span;
use crate::text::chinese_numeral;
use crate::text::scanner::{is_blank, is_digit, run};

pub(in crate::rules) struct MissingAttachment;

const ABOUT: About = About {
    id: "missing-attachment",
    title: "附件与正文不符",
    group: Group::Structure,
    on: true,
    severity: Severity::Warning,
    why: "正文提到的附件，附件说明里没有列出，多半是漏附或者编号没有跟着改。",
    source: "GB/T 9704 7.3.4：附件说明",
    fix: Fix::Never,
    bad: &["任务分工详见附件3，请认真落实。\n附件：1.任务分工表\n2.时间进度表"],
    good: &["任务分工详见附件2，请认真落实。\n附件：1.任务分工表\n2.时间进度表"],
};

impl Rule for MissingAttachment {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["附件"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let begins = site.before().trim().is_empty();
        let after = site.after().trim_start_matches(is_blank);
        if begins && after.starts_with(['：', ':']) {
            // The note lists them: each 1. in it, or one without number.
            let list = &after[after.chars().next().map_or(0, char::len_utf8)..];
            let number = list.trim_start_matches(is_blank);
            let number = number_at(number).map_or(1, |(number, _)| number);
            checked.trace(TraceKind::AttachmentListed, site.span(), number);
        } else if let Some((number, len)) = number_at(after) {
            let own = site.at + site.word.len() + (site.after().len() - after.len()) + len;
            let kind = if begins && is_short(&after[len..]) {
                TraceKind::AttachmentListed
            } else {
                TraceKind::AttachmentMentioned
            };
            checked.trace(kind, Span::new(site.at, own), number);
        }
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        // 2.时间进度表 under the note has a line of its own.
        let text = block.text.trim_start();
        let number = number_at(text).filter(|(_, len)| text[*len..].starts_with(['.', '．', '、']));
        if let Some((number, _)) = number.filter(|_| !text.contains('。')) {
            checked.trace(TraceKind::ListItem, Span::new(0, block.text.len()), number);
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let mut listed: Vec<u64> =
            document.traces_of(TraceKind::AttachmentListed).map(|trace| trace.key).collect();
        let Some(note) = document.outline.frame.attachment else { return };
        let mut end = note.end;
        for item in document.traces_of(TraceKind::ListItem) {
            if item.span.start >= note.start && item.span.start <= end + 2 {
                listed.push(item.key);
                end = item.span.end;
            }
        }
        let Some(most) = listed.iter().max() else { return };
        for trace in document.traces_of(TraceKind::AttachmentMentioned) {
            if trace.key > *most {
                let message = format!("文中提到附件{}，附件说明只列到{most}。", trace.key);
                findings.push(ABOUT.finding(trace.span, message).with(vec![note]));
            }
        }
    }
}

/// The number of at most two digits at the start of `text`, and its length.
fn number_at(text: &str) -> Option<(u64, usize)> {
    let len = run(text, is_digit);
    if (1..=2).contains(&len) {
        return Some((text[..len].parse().ok()?, len));
    }
    let numeral = chinese_numeral::read(text).filter(|_| len == 0)?;
    (1..=99).contains(&numeral.value).then_some((numeral.value, numeral.len))
}

/// Whether nothing or little stands after 附件2 at the start of its line: the attachment itself.
fn is_short(rest: &str) -> bool {
    !rest.contains(['。', '，']) && rest.chars().count() < 40
}
