//! P9. Blanks at the end of a paragraph (specification §5.3).

use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, deletion};
use crate::text::Span;
use crate::text::scanner::{is_blank, run_back};

pub(in crate::rules) struct TrailingBlank;

const ABOUT: About = About {
    id: "trailing-blank",
    title: "段末空格",
    group: Group::Punctuation,
    on: true,
    severity: Severity::Info,
    why: "段末的空格看不见，排版时却可能多出一行。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &["遵守规矩纪律，全力抓好廉政建设。 "],
    good: &["遵守规矩纪律，全力抓好廉政建设。"],
};

impl Rule for TrailingBlank {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let span = Span::new(run_back(block.text, is_blank), block.text.len());
        // A line of blanks only, or one that ends in a blank to fill in, is another matter.
        let filled = block.blanks.iter().any(|blank| blank.overlaps(span));
        if !span.is_empty() && span.start > 0 && !filled {
            let finding = ABOUT.finding(span, "段末有多余的空格。");
            checked.findings.push(finding.fixed(vec![deletion(span)]));
        }
    }
}
