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
        let (before, rest) = (site.before(), site.after());
        let end = rest.char_indices().take(LONGEST).find(|&(_, c)| !is_han(c));
        let Some((len, _)) = end.filter(|&(_, c)| "，、；。".contains(c)) else { return };
        let clause = &rest[..len];
        let whole = before.strip_suffix(clause).is_some_and(|head| !head.ends_with(is_han));
        if !whole || clause.chars().nth(SHORTEST - 1).is_none() {
            return;
        }
        let second = Span::new(site.at, site.at + site.word.len() + clause.len());
        let message = format!("“{clause}”连着写了两遍，应当删去一遍。");
        checked.findings.push(ABOUT.finding(second, message).fixed(vec![deletion(second)]));
    }
}
