//! The outline (提纲) as a tree, with the open blanks of each section.

use super::desk::Desk;
use crate::outline::Family;
use crate::text::Span;
use std::rc::Rc;

/// A section of the tree, with the sections beneath it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Branch {
    /// The section, as an index into `Outline::sections`.
    pub section: u32,
    /// The section after the last one beneath it.
    pub end: u32,
    /// Metrics in it and beneath it.
    pub metrics: u32,
    /// Blanks still open in it and beneath it.
    pub open: u32,
    /// The items run into its own paragraphs, in reading order.
    pub items: Vec<RunInItem>,
    /// The sections beneath it, in reading order.
    pub children: Vec<Rc<Branch>>,
}

/// An item run into a paragraph: 一是…
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct RunInItem {
    /// Its marker: 一是.
    pub marker: Span,
    /// Its words up to the first mark.
    pub title: Span,
}

/// The words of an item are cut after so many characters.
const LONGEST_ITEM: usize = 30;

impl Branch {
    /// The tree of a report: its top sections.
    #[must_use]
    pub fn tree(desk: &Desk) -> Vec<Rc<Self>> {
        // A parent comes before its children, so from the back each branch is complete when it is
        // handed to its parent. Siblings arrive in reverse and are turned at the end.
        let sections = &desk.analysis().outline.sections;
        let mut branches = own_branches(desk);
        let mut top = Vec::new();
        while let Some(mut branch) = branches.pop() {
            branch.children.reverse();
            let parent = sections[branches.len()].parent;
            match parent.and_then(|parent| branches.get_mut(parent as usize)) {
                Some(parent) => {
                    parent.metrics += branch.metrics;
                    parent.open += branch.open;
                    parent.end = parent.end.max(branch.end);
                    parent.children.push(Rc::new(branch));
                }
                None => top.push(Rc::new(branch)),
            }
        }
        top.reverse();
        top
    }

    /// How many items are run into its paragraphs and those beneath it.
    #[must_use]
    pub fn all_items(&self) -> usize {
        self.items.len() + self.children.iter().map(|child| child.all_items()).sum::<usize>()
    }

    /// Whether `section` is this one or beneath it.
    #[must_use]
    pub fn holds(&self, section: Option<u32>) -> bool {
        section.is_some_and(|section| (self.section..self.end).contains(&section))
    }
}

/// Each section by itself: what is in it, not what is beneath it.
fn own_branches(desk: &Desk) -> Vec<Branch> {
    let outline = &desk.analysis().outline;
    let branch = |section| Branch { section, end: section + 1, ..Branch::default() };
    let mut branches: Vec<Branch> = (0..outline.sections.len() as u32).map(branch).collect();
    let mut own = |section: Option<u32>, count: &dyn Fn(&mut Branch)| {
        if let Some(branch) = section.and_then(|section| branches.get_mut(section as usize)) {
            count(branch);
        }
    };
    for metric in desk.metrics() {
        own(metric.at.section, &|branch| branch.metrics += 1);
    }
    for (_, blank) in desk.draft().open_blanks().filter(|(index, _)| desk.is_open(*index)) {
        own(blank.at.section, &|branch| branch.open += 1);
    }
    for item in &outline.numbering {
        if let Family::Enumerated(_) = item.marker.family {
            let item = RunInItem::new(desk.text(), item.marker.span);
            own(outline.section_at(item.marker.start), &|branch| branch.items.push(item));
        }
    }
    branches
}

impl RunInItem {
    /// The item that begins with `marker`.
    fn new(text: &str, marker: Span) -> Self {
        let start = marker.end as usize;
        let goes_on =
            |c: &char| !matches!(c, '，' | '。' | '；' | '：' | '！' | '？' | ',' | ';' | '\n');
        let words = text[start..].chars().take(LONGEST_ITEM).take_while(goes_on);
        let len: usize = words.map(char::len_utf8).sum();
        Self { marker, title: Span::new(start, start + len) }
    }
}

/// The outline as text, each level two characters further in; with `items` also what is run into
/// the paragraphs.
#[must_use]
pub fn outline_text(desk: &Desk, tree: &[Rc<Branch>], items: bool) -> String {
    let mut text = String::new();
    for branch in tree {
        write_branch(desk, branch, items, 0, &mut text);
    }
    text
}

fn write_branch(desk: &Desk, branch: &Branch, items: bool, depth: usize, text: &mut String) {
    let mut line = |depth: usize, words: [&str; 2]| {
        text.push_str(&"　".repeat(2 * depth));
        text.push_str(&words.concat().replace('\n', ""));
        text.push('\n');
    };
    if let Some(section) = desk.analysis().outline.sections.get(branch.section as usize) {
        line(depth, [&section.number, &section.title]);
    }
    for item in branch.items.iter().filter(|_| items) {
        line(depth + 1, [item.marker.of(desk.text()), item.title.of(desk.text())]);
    }
    for child in &branch.children {
        write_branch(desk, child, items, depth + 1, text);
    }
}

/// The number of a section with those above it, without their punctuation: 二·1. A section without
/// a number is named by its first characters; "—" before the first section.
#[must_use]
pub fn section_label(desk: &Desk, section: Option<u32>) -> String {
    desk.analysis().section_label(section)
}

/// Whether `section` is `above` or beneath it.
pub(super) fn lies_in(desk: &Desk, section: Option<u32>, above: u32) -> bool {
    let sections = &desk.analysis().outline.sections;
    let mut next = section;
    // A parent has the smaller index, so this ends.
    while let Some(index) = next.filter(|&index| index > above) {
        next = sections.get(index as usize).and_then(|section| section.parent);
    }
    next == Some(above)
}

/// The section after the last one beneath `section`.
pub(super) fn subtree_end(desk: &Desk, section: u32) -> u32 {
    let rest = desk.analysis().outline.sections.iter().skip(section as usize + 1);
    let beneath = rest.take_while(|s| s.parent.is_some_and(|parent| parent >= section));
    section + 1 + beneath.count() as u32
}

/// The title of a section, "" before the first.
pub(super) fn section_title(desk: &Desk, section: Option<u32>) -> &str {
    let sections = &desk.analysis().outline.sections;
    section.and_then(|i| sections.get(i as usize)).map_or("", |section| &section.title)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{desk, empty, read};
    use super::*;

    #[test]
    fn what_is_in_a_section_counts_for_every_section_above_it() {
        let leaf = Branch { section: 2, end: 3, metrics: 1, open: 1, ..Branch::default() };
        let middle = Branch {
            section: 1,
            end: 3,
            metrics: 1,
            open: 1,
            children: vec![Rc::new(leaf)],
            ..Branch::default()
        };
        let top = Branch {
            section: 0,
            end: 3,
            metrics: 3,
            open: 2,
            children: vec![Rc::new(middle)],
            ..Branch::default()
        };
        assert_eq!(Branch::tree(&desk()), [Rc::new(top)]);
        assert!(Branch::tree(&empty()).is_empty());
    }

    #[test]
    fn the_outline_is_copied_as_indented_text() {
        let desk = read(
            "工作总结\n一、强化学习\n（一）政治学习。一是学文件；二是谈体会，写心得。\n（二）业务学习。认真。\n二、狠抓落实\n加大力度。\n",
        );
        let tree = Branch::tree(&desk);
        let sections = "一、强化学习\n　　（一）政治学习\n　　（二）业务学习\n二、狠抓落实\n";
        assert_eq!(outline_text(&desk, &tree, false), sections);
        let items = "（一）政治学习\n　　　　一是学文件\n　　　　二是谈体会\n";
        assert_eq!(outline_text(&desk, &tree, true), sections.replace("（一）政治学习\n", items));
    }

    #[test]
    fn labels_are_short_and_readable() {
        assert_eq!(section_label(&desk(), Some(2)), "一·一·1");
        assert_eq!(section_label(&desk(), None), "—");
        assert_eq!(section_title(&desk(), Some(1)), "管理");
    }
}
