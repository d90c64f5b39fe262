//! A10. A title of one year over a text of the year before (specification §5.5).

use crate::rules::{
    About, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, TraceKind,
};
use crate::text::Span;
use crate::text::scanner::{is_digit, run_back};

pub(in crate::rules) struct YearOfTitle;

const ABOUT: About = About {
    id: "year-of-title",
    title: "标题与正文年份不一",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Info,
    why: "套用上一年的稿子，标题改了年份，正文里的年份常常忘了改。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &[
        "2023年全县水利工作总结\n2022年，全县水利工作扎实推进。\n一、2022年工作情况\n2022年完成投资3亿元。",
    ],
    good: &["2023年全县水利工作总结\n2022年打下基础，2023年全县水利工作扎实推进。"],
};

/// So often the other year must be named.
const LEAST: usize = 2;

impl Rule for YearOfTitle {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["年"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let start = run_back(site.before(), is_digit);
        let digits = &site.before()[start..];
        if digits.len() == 4 && digits.starts_with("20") {
            let year = digits.parse().unwrap_or_default();
            checked.trace(TraceKind::Year, Span::new(start, site.at), year);
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let Some(title) = document.outline.frame.title else { return };
        let mut of_title = None;
        let (mut before, mut first) = (0, Span::default());
        for trace in document.traces_of(TraceKind::Year) {
            match of_title {
                None if title.contains(trace.span) => of_title = Some(trace),
                Some(own) if trace.key + 1 == own.key => {
                    first = if before == 0 { trace.span } else { first };
                    before += 1;
                }
                // The title's own year, or the plans for the next one, in the text.
                Some(own) if trace.key >= own.key => return,
                _ => {}
            }
        }
        if let Some(own) = of_title.filter(|_| before >= LEAST) {
            let message = format!("标题是{}年，正文只提到{}年，请核对。", own.key, own.key - 1);
            findings.push(ABOUT.finding(own.span, message).with(vec![first]));
        }
    }
}
