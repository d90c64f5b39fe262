//! P6. A 、 between some quotations of a series, and none between others (specification §5.3).

use crate::rules::{
    About, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, TraceKind,
};

pub(in crate::rules) struct MixedQuoteList;

const ABOUT: About = About {
    id: "mixed-quote-list",
    title: "引号之间顿号不一致",
    group: Group::Punctuation,
    // A third of what is printed has the mark; only who wants one style throughout asks for this.
    on: false,
    severity: Severity::Info,
    why: "并列的引号、书名号之间通常不用顿号；用与不用，全文宜一致。",
    source: "GB/T 15834 4.5.3.5",
    fix: Fix::Never,
    bad: &["树牢“四个意识”、坚定“四个自信”，落实“河长制”、“林长制”和“街长制”“路长制”。"],
    good: &["落实“河长制”、“林长制”。", "落实“河长制”“林长制”。"],
};

/// Both styles.
const STYLES: [&str; 4] = ["”、“", "》、《", "”“", "》《"];

impl Rule for MixedQuoteList {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        STYLES.to_vec()
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let style = u64::from(site.word.contains('、'));
        checked.trace(TraceKind::QuoteList, site.span(), style);
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let with = |key| document.traces_of(TraceKind::QuoteList).find(move |t| t.key == key);
        if let (Some(with_mark), Some(without)) = (with(1), with(0)) {
            let message = "并列的引号之间有的用顿号，有的不用，全文宜一致。";
            findings.push(ABOUT.finding(with_mark.span, message).with(vec![without.span]));
        }
    }
}
