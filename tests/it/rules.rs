//! Every rule by its own examples: its bad ones fire it and nothing else, its good ones nothing.

use hegao::analysis::analyze;
use hegao::document::{Document, Source};
use hegao::rules::{Fix, RULES};
use std::collections::BTreeSet;

fn findings(text: &str) -> Vec<hegao::rules::Finding> {
    analyze(&Document::from_text(Source::default(), text.to_owned())).findings
}

#[test]
fn bad_examples_fire_exactly_their_rule() {
    for rule in RULES.iter().map(|rule| rule.about()) {
        assert!(!rule.bad.is_empty() && !rule.good.is_empty(), "{} has no examples", rule.id);
        for text in rule.bad {
            let fired: Vec<_> = findings(text).into_iter().map(|finding| finding.rule).collect();
            let only = !fired.is_empty() && fired.iter().all(|id| id == rule.id);
            assert!(only, "{}: {text} fires {fired:?}", rule.id);
        }
    }
}

#[test]
fn good_examples_fire_nothing() {
    for rule in RULES.iter().map(|rule| rule.about()) {
        for text in rule.good {
            let fired: Vec<_> = findings(text).into_iter().map(|finding| finding.rule).collect();
            assert!(fired.is_empty(), "{}: {text} fires {fired:?}", rule.id);
        }
    }
}

#[test]
fn a_rule_says_what_it_is_and_mends_what_it_promises() {
    let ids: BTreeSet<_> = RULES.iter().map(|rule| rule.about().id).collect();
    assert_eq!(ids.len(), RULES.len(), "two rules share an id");
    for rule in RULES.iter().map(|rule| rule.about()) {
        assert!(rule.id.chars().all(|c| c.is_ascii_lowercase() || c == '-'), "{}", rule.id);
        assert!(
            [rule.title, rule.why, rule.source].iter().all(|text| !text.is_empty()),
            "{}",
            rule.id
        );
        for finding in rule.bad.iter().flat_map(|text| findings(text)) {
            match rule.fix {
                Fix::Always => assert!(finding.fix.is_some(), "{}: {finding:?}", rule.id),
                Fix::Never => assert!(finding.fix.is_none(), "{}: {finding:?}", rule.id),
                Fix::Sometimes => {}
            }
        }
    }
}
