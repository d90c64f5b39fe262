//! Grouping: the table in sections or units, each under a head that folds it up.

use super::super::desk::Desk;
use super::total::{Total, total};
use super::unit::base_unit;
use super::value::{fact, is_missing};
use std::collections::{BTreeSet, HashMap};

/// The name of a group holds so many different spellings of its unit; more would not be read.
const SPELLINGS: usize = 4;

/// How the rows are grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// Not at all.
    #[default]
    None,
    /// By top section.
    Section,
    /// By unit without multiplier: 万元 and 亿元 together.
    Unit,
}

/// Which group, whatever is filtered.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum GroupKey {
    /// A top section; `None` is the room before the first.
    Section(Option<u32>),
    /// A unit without multiplier.
    Unit(String),
}

/// Some rows under one head.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// Which group it is.
    pub key: GroupKey,
    /// What its head says: 二、狠抓落实, or 亿元、万元. Empty before the first section and where
    /// there is no unit.
    pub name: String,
    /// Its metrics, in the order of the table.
    pub metrics: Vec<u32>,
    /// How many of them are to be filled in.
    pub open: u32,
    /// What they come to, if they can be added.
    pub total: Option<Total>,
}

/// One line of the table. All lines are of one height, so that a long table can be windowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The head of a group, by its index.
    Head(u32),
    /// A metric.
    Metric(u32),
}

/// The metrics of `order` in groups, each in that order: sections as they are read, units by how
/// much there is of them. No group at all if they are not grouped.
#[must_use]
pub fn groups(desk: &Desk, order: &[u32], grouping: Grouping) -> Vec<Group> {
    if grouping == Grouping::None {
        return Vec::new();
    }
    let top = top_sections(desk);
    let key = |index: u32| match grouping {
        Grouping::Section => {
            let section = desk.metrics()[index as usize].at.section;
            GroupKey::Section(section.and_then(|section| top.get(section as usize)).copied())
        }
        _ => GroupKey::Unit(base_unit(fact(desk, index)).to_owned()),
    };
    let mut at: HashMap<GroupKey, usize> = HashMap::new();
    let mut lists: Vec<(GroupKey, Vec<u32>)> = Vec::new();
    for &index in order {
        let key = key(index);
        let list = *at.entry(key).or_insert_with_key(|key| {
            lists.push((key.clone(), Vec::new()));
            lists.len() - 1
        });
        lists[list].1.push(index);
    }
    match grouping {
        Grouping::Unit => lists.sort_by_key(|(_, metrics)| std::cmp::Reverse(metrics.len())),
        _ => lists.sort_by(|(a, _), (b, _)| a.cmp(b)),
    }
    lists.into_iter().map(|(key, metrics)| Group::new(desk, key, metrics)).collect()
}

/// The lines of the table: those of `order`, or heads with the rows of what is not folded up.
#[must_use]
pub fn lines(groups: &[Group], order: &[u32], folded: &BTreeSet<GroupKey>) -> Vec<Line> {
    if groups.is_empty() {
        return order.iter().copied().map(Line::Metric).collect();
    }
    let of_group = |(head, group): (u32, &Group)| {
        let shown = if folded.contains(&group.key) { &[] } else { group.metrics.as_slice() };
        let rows: Vec<Line> = shown.iter().copied().map(Line::Metric).collect();
        std::iter::once(Line::Head(head)).chain(rows)
    };
    (0_u32..).zip(groups).flat_map(of_group).collect()
}

impl Group {
    fn new(desk: &Desk, key: GroupKey, metrics: Vec<u32>) -> Self {
        let name = match &key {
            GroupKey::Section(section) => section_name(desk, *section),
            GroupKey::Unit(_) => spellings(desk, &metrics),
        };
        let open = metrics.iter().filter(|&&index| is_missing(desk, index)).count() as u32;
        Self { name, open, total: total(desk, &metrics), key, metrics }
    }
}

/// The top section above each section.
pub(super) fn top_sections(desk: &Desk) -> Vec<u32> {
    let mut top: Vec<u32> = Vec::new();
    for (index, section) in (0_u32..).zip(&desk.analysis().outline.sections) {
        let above = section.parent.and_then(|parent| top.get(parent as usize)).copied();
        top.push(above.unwrap_or(index));
    }
    top
}

/// Number and title of a section, "" before the first.
pub(super) fn section_name(desk: &Desk, section: Option<u32>) -> String {
    let sections = &desk.analysis().outline.sections;
    let section = section.and_then(|index| sections.get(index as usize));
    section.map_or_else(String::new, |section| [section.number.as_str(), &section.title].concat())
}

/// The units of some metrics as they are written, the most frequent first: 万元、亿元.
fn spellings(desk: &Desk, metrics: &[u32]) -> String {
    let mut units: Vec<(&str, u32)> = Vec::new();
    for &index in metrics {
        let unit = fact(desk, index).unit.as_str();
        match units.iter_mut().find(|(known, _)| *known == unit) {
            Some((_, count)) => *count += 1,
            None => units.push((unit, 1)),
        }
    }
    units.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let names: Vec<&str> = units.iter().take(SPELLINGS).map(|(unit, _)| *unit).collect();
    names.join("、")
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::{desk, read};
    use super::*;

    const TEXT: &str = "工作总结\n全年完成投资3亿元。\n一、项目\n新建道路12公里，投资5万元，还款*万元。\n\
        二、民生\n（一）就业\n新增就业30人，改造道路8公里。\n";

    #[track_caller]
    fn check(grouping: Grouping, expected: &[(&str, usize, u32)]) {
        let desk = read(TEXT);
        let order: Vec<u32> = (0..desk.metrics().len() as u32).collect();
        let groups = groups(&desk, &order, grouping);
        let found: Vec<_> =
            groups.iter().map(|g| (g.name.as_str(), g.metrics.len(), g.open)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn groups_by_top_section_and_by_unit() {
        check(Grouping::None, &[]);
        check(Grouping::Section, &[("", 1, 0), ("一、项目", 3, 1), ("二、民生", 2, 0)]);
        check(Grouping::Unit, &[("万元、亿元", 3, 1), ("公里", 2, 0), ("人", 1, 0)]);
    }

    #[test]
    fn a_folded_group_is_its_head() {
        let desk = desk();
        let order = [0, 1, 2];
        let groups = groups(&desk, &order, Grouping::Unit);
        let units = ["篇", "次", "亿元"];
        let first = GroupKey::Unit(units[0].to_owned());
        assert_eq!(groups[0].key, first);
        let [a, b, c] = [0, 1, 2].map(Line::Metric);
        let [head_a, head_b, head_c] = [0, 1, 2].map(Line::Head);
        assert_eq!(lines(&groups, &order, &BTreeSet::new()), [head_a, a, head_b, b, head_c, c]);
        assert_eq!(
            lines(&groups, &order, &BTreeSet::from([first])),
            [head_a, head_b, b, head_c, c]
        );
        assert_eq!(lines(&[], &order, &BTreeSet::new()), [a, b, c]);
    }
}
