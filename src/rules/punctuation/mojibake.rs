//! Text that was decoded wrongly, and characters that only one font knows.

use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, Site};
use crate::text::Span;

pub(in crate::rules) struct Mojibake;

const ABOUT: About = About {
    id: "mojibake",
    title: "乱码",
    group: Group::Punctuation,
    on: true,
    severity: Severity::Warning,
    why: "编码转错或者只有某个字体才有的字符，换一台机器就是方框。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &["全面锟斤拷完成任务。", "全面完成\u{FFFD}任务。", "全面完成\u{E004}任务。"],
    good: &["全面完成任务。"],
};

impl Rule for Mojibake {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["锟斤拷", "烫烫烫", "屯屯屯", "\u{FFFD}", "â€", "ä¸", "å¹"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        if !site.before().ends_with(site.word) {
            let message = format!("“{}”是编码转换留下的乱码。", site.word);
            checked.findings.push(ABOUT.finding(site.span(), message));
        }
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        // Characters for private use begin with the bytes EE, or EF and one below A4.
        let bytes = block.text.as_bytes();
        let begins = |a: u8, b: u8| a == 0xEE || (a == 0xEF && b < 0xA4);
        // Without a way out of the loop it is compiled to look at many bytes at once.
        let next = bytes.get(1..).unwrap_or_default();
        if !bytes.iter().zip(next).fold(false, |any, (a, b)| any | begins(*a, *b)) {
            return;
        }
        let private = |c: char| ('\u{E000}'..='\u{F8FF}').contains(&c);
        let mut end = usize::MAX;
        for (at, c) in block.text.match_indices(private) {
            // A row of them is one finding.
            if at != end {
                let span = Span::new(at, at + c.len());
                checked
                    .findings
                    .push(ABOUT.finding(span, "此处是某个字体自造的字符，别处显示不出。"));
            }
            end = at + c.len();
        }
    }
}
