//! D4. A clause that is said twice in a row (specification §5.2).

use crate::rules::{About, Checked, Fix, Group, Rule, Severity, Site, deletion};
use crate::text::Span;
use crate::text::scanner::is_han;

pub(in crate::rules) struct RepeatedClause;

const ABOUT: About = About {
    id: "repeated-clause",
    title: "分句重复",
    group: Group::Repetition,
    on: true,
    severity: Severity::Warning,
    why: "相邻两个分句一字不差，多是粘贴时多贴了一遍。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &["全面压实各方责任，全面压实各方责任，确保安全。"],
    good: &["全面压实领导责任，全面压实监管责任，确保安全。"],
};

/// A shorter clause may be said twice for emphasis.
const SHORTEST: usize = 6;

/// Clauses are not longer; the search stops there.
const LONGEST: usize = 60;

impl Rule for RepeatedClause {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["，", "、", "；"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let clause = clause_before(site.before());
        let rest = site.after();
        let ends = |rest: &str| rest.starts_with(['，', '、', '；', '。']);
        if clause.chars().count() < SHORTEST
            || !rest.strip_prefix(clause).is_some_and(ends)
            || !clause.chars().all(is_han)
        {
            return;
        }
        let second = Span::new(site.at, site.at + site.word.len() + clause.len());
        let message = format!("“{clause}”连着写了两遍，应当删去一遍。");
        checked.findings.push(ABOUT.finding(second, message).fixed(vec![deletion(second)]));
    }
}

/// The characters since the last mark, of which there are not too many.
fn clause_before(before: &str) -> &str {
    let letters = before.chars().rev().take(LONGEST).take_while(|&c| is_han(c));
    &before[before.len() - letters.map(char::len_utf8).sum::<usize>()..]
}
