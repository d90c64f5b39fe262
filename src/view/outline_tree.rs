//! The outline (提纲) as a tree, with the open blanks of each section.

use super::desk::Desk;

/// A section of the tree, with the sections beneath it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Branch {
    /// The section, as an index into `Outline::sections`.
    pub section: u32,
    /// The section after the last one beneath it.
    pub end: u32,
    /// Blanks still open in it and beneath it.
    pub open: u32,
    /// The sections beneath it, in reading order.
    pub children: Vec<Branch>,
}

impl Branch {
    /// The tree of a report: its top sections.
    #[must_use]
    pub fn tree(desk: &Desk) -> Vec<Self> {
        let sections = &desk.analysis().outline.sections;
        let mut own = vec![0_u32; sections.len()];
        let open = desk.draft().open_blanks().filter(|(index, _)| desk.is_open(*index));
        for section in open.filter_map(|(_, blank)| blank.at.section) {
            if let Some(count) = own.get_mut(section as usize) {
                *count += 1;
            }
        }
        // A parent comes before its children, so from the back each branch is complete when it is
        // handed to its parent. Siblings arrive in reverse and are turned at the end.
        let mut branches: Vec<Self> = (0_u32..)
            .zip(own)
            .map(|(section, open)| Self { section, end: section + 1, open, children: Vec::new() })
            .collect();
        let mut top = Vec::new();
        while let Some(mut branch) = branches.pop() {
            branch.children.reverse();
            let parent = sections[branches.len()].parent;
            match parent.and_then(|parent| branches.get_mut(parent as usize)) {
                Some(parent) => {
                    parent.open += branch.open;
                    parent.end = parent.end.max(branch.end);
                    parent.children.push(branch);
                }
                None => top.push(branch),
            }
        }
        top.reverse();
        top
    }

    /// Whether `section` is this one or beneath it.
    #[must_use]
    pub fn holds(&self, section: Option<u32>) -> bool {
        section.is_some_and(|section| (self.section..self.end).contains(&section))
    }
}

/// The number of a section with those above it, without their punctuation: 二·1. A section without
/// a number is named by its first characters; "—" before the first section.
#[must_use]
pub fn section_label(desk: &Desk, section: Option<u32>) -> String {
    let sections = &desk.analysis().outline.sections;
    let mut labels = Vec::new();
    let mut next = section;
    while let Some(section) = next.and_then(|i| sections.get(i as usize)) {
        let number = section.number.trim_matches(|c: char| !c.is_alphanumeric());
        let short = if number.is_empty() { section.title.as_str() } else { number };
        labels.push(short.chars().take(6).collect::<String>());
        // A parent has the smaller index; anything else would walk in a circle.
        next = section.parent.filter(|&parent| next.is_some_and(|i| parent < i));
    }
    labels.reverse();
    if labels.is_empty() { "—".to_owned() } else { labels.join("·") }
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

/// The title of a section, "" before the first.
pub(super) fn section_title(desk: &Desk, section: Option<u32>) -> &str {
    let sections = &desk.analysis().outline.sections;
    section.and_then(|i| sections.get(i as usize)).map_or("", |section| &section.title)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{desk, empty};
    use super::*;

    #[test]
    fn blanks_count_for_every_section_above_them() {
        let leaf = Branch { section: 2, end: 3, open: 1, children: Vec::new() };
        let middle = Branch { section: 1, end: 3, open: 1, children: vec![leaf] };
        let top = Branch { section: 0, end: 3, open: 2, children: vec![middle] };
        assert_eq!(Branch::tree(&desk()), [top]);
        assert!(Branch::tree(&empty()).is_empty());
    }

    #[test]
    fn labels_are_short_and_readable() {
        assert_eq!(section_label(&desk(), Some(2)), "一·一·1");
        assert_eq!(section_label(&desk(), None), "—");
        assert_eq!(section_title(&desk(), Some(1)), "管理");
    }
}
