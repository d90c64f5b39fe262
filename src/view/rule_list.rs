//! The list of rules (规则): what is checked, whether it is on, and what it finds now.

use super::desk::Desk;
use crate::analysis::{AnalysisOptions, Session};
use crate::document::{Document, Edit, Source};
use crate::rules::{About, Group, Preset, RULES, Selection};
use std::collections::BTreeMap;

/// One rule.
#[derive(Clone, Copy, Debug)]
pub struct RuleRow {
    /// What it says of itself.
    pub about: &'static About,
    /// Whether it is on.
    pub on: bool,
    /// How many findings it has that are not ignored; while it is off, how many it would have.
    pub count: usize,
    /// Whether whatever it finds is ignored in this report.
    pub ignored: bool,
}

/// The rules of one group, those that are searched for.
#[derive(Clone, Debug)]
pub struct RuleGroup {
    /// The group.
    pub group: Group,
    /// Whether all of its rules are on, or none, listed or not; `None` if only some are.
    pub on: Option<bool>,
    /// The rules that are listed; never empty.
    pub rows: Vec<RuleRow>,
}

/// How many findings each rule would have if all were on, by id. It does not depend on the choice, so
/// whoever lists the rules asks once for a text.
#[must_use]
pub fn potential(session: &Session) -> BTreeMap<String, usize> {
    let rules = Group::ALL
        .into_iter()
        .fold(Selection::of(Preset::Strict), |selection, group| selection.with_group(group, true));
    let mut counts = BTreeMap::new();
    for finding in &session.with_options(AnalysisOptions { rules }).analysis().findings {
        *counts.entry(finding.rule.clone().into_owned()).or_default() += 1;
    }
    counts
}

/// The rules by group that hold `query` in their words; all if it is blank.
#[must_use]
pub fn rule_groups(
    desk: &Desk,
    query: &str,
    potential: &BTreeMap<String, usize>,
) -> Vec<RuleGroup> {
    let selection = &desk.draft().marks().rules;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for finding in desk.findings().iter().filter(|f| !desk.draft().is_ignored(f)) {
        *counts.entry(finding.rule.as_ref()).or_default() += 1;
    }
    let row = |about: &'static About| {
        let on = selection.is_on(about);
        let count = if on { counts.get(about.id) } else { potential.get(about.id) };
        let ignored = desk.draft().marks().ignored_rules.contains(about.id);
        RuleRow { about, on, count: count.copied().unwrap_or_default(), ignored }
    };
    let query = query.trim().to_lowercase();
    let group = |group: Group| {
        let abouts = || RULES.iter().map(|rule| rule.about()).filter(|about| about.group == group);
        let on = abouts().filter(|about| selection.is_on(about)).count();
        let wanted = abouts().filter(|about| holds(about, &query));
        RuleGroup {
            group,
            on: if on == 0 { Some(false) } else { (on == abouts().count()).then_some(true) },
            rows: wanted.map(row).collect(),
        }
    };
    Group::ALL.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect()
}

/// Whether the words of a rule hold `query`.
fn holds(about: &About, query: &str) -> bool {
    let words = [about.title, about.group.title(), about.why, about.source, about.id];
    let examples = about.bad.iter().chain(about.good);
    words.iter().chain(examples).any(|text| text.to_lowercase().contains(query))
}

/// How many rules are on, and how many there are.
#[must_use]
pub fn rules_on(selection: &Selection) -> (usize, usize) {
    (RULES.iter().filter(|rule| selection.is_on(rule.about())).count(), RULES.len())
}

/// What becomes of a bad example of a rule if all it finds there is mended; `None` if it leaves that
/// to a person.
#[must_use]
pub fn mended(about: &About, bad: &str) -> Option<String> {
    let document = Document::from_text(Source::default(), bad.to_owned());
    let rules = Selection::of(Preset::Strict).with(about, true);
    let session = Session::new(document).with_options(AnalysisOptions { rules });
    let findings = session.analysis().findings.iter().filter(|f| f.rule == about.id);
    let edits: Vec<Edit> = findings.filter_map(|f| f.fix.clone()).flatten().collect();
    (!edits.is_empty()).then(|| session.document().apply(&edits).text)
}

#[cfg(test)]
mod tests {
    use super::super::sample::read;
    use super::*;

    const TEXT: &str = "撰写心得32篇,发言12次,座谈3次。\n改革涉及到多个部门。\n";

    fn listed(desk: &Desk, query: &str) -> Vec<RuleRow> {
        let potential = potential(desk.draft().session());
        rule_groups(desk, query, &potential).into_iter().flat_map(|group| group.rows).collect()
    }

    #[track_caller]
    fn check(desk: &Desk, id: &str, on: bool, count: usize) {
        let row = listed(desk, "").into_iter().find(|row| row.about.id == id).expect(id);
        assert_eq!((row.on, row.count), (on, count), "{id}");
    }

    #[test]
    fn counts_what_a_rule_finds_and_would_find() {
        let desk = read(TEXT);
        check(&desk, "half-width-punctuation", true, 2);
        check(&desk, "redundant-phrase", false, 1);
        let mut draft = desk.draft().clone();
        draft.ignore(0, true);
        check(&desk.next(draft), "half-width-punctuation", true, 1);
    }

    #[test]
    fn a_group_is_on_off_or_between() {
        let desk = read(TEXT);
        let state = |desk: &Desk, group: Group| {
            let groups = rule_groups(desk, "", &BTreeMap::new());
            groups.iter().find(|row| row.group == group).expect("it is listed").on
        };
        assert_eq!(state(&desk, Group::Repetition), Some(true));
        assert_eq!(state(&desk, Group::SetPhrases), Some(false));
        assert_eq!(state(&desk, Group::Wording), None);
        let mut draft = desk.draft().clone();
        draft.choose_rules(Selection::default().with_group(Group::Wording, true), "");
        let desk = desk.next(draft);
        assert_eq!(state(&desk, Group::Wording), Some(true));
        check(&desk, "redundant-phrase", true, 1);
    }

    #[test]
    fn rules_are_searched_by_all_their_words() {
        let desk = read(TEXT);
        assert_eq!(listed(&desk, " ").len(), RULES.len());
        for (query, id) in [
            ("错别字", "confused-word"),
            ("9704", "duplicate-title"),
            ("再接再励", "confused-word"),
            ("固定提法", "stripped-name"),
        ] {
            assert!(listed(&desk, query).iter().any(|row| row.about.id == id), "{query}");
        }
        assert!(listed(&desk, "没有这样的规则").is_empty());
    }

    #[test]
    fn an_example_is_shown_as_it_should_be() {
        let check = |id: &str, expected: Option<&str>| {
            let about = About::of(id).expect(id);
            assert_eq!(mended(about, about.bad[0]).as_deref(), expected);
        };
        check("half-width-punctuation", Some("撰写心得32篇，发言12次。"));
        check("redundant-phrase", Some("改革涉及多个部门。"));
        check("skipped-number", None);
    }
}
