//! A picture of the report: how many figures and how many blanks each top section holds.

use super::super::desk::Desk;
use super::group::{section_name, top_sections};
use super::value::is_missing;

/// So many sections are drawn; those after them are summed up.
const MOST_SECTIONS: usize = 24;

/// One top section in the picture. Lengths are in parts of 1000 of the width.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionBar {
    /// The section; `None` is the room before the first.
    pub section: Option<u32>,
    /// Its number and title; empty before the first.
    pub name: String,
    /// Metrics that have their value, in it and beneath it.
    pub figures: u32,
    /// Blanks that are still open, in it and beneath it.
    pub blanks: u32,
    /// The length of the bar of its figures.
    pub figures_length: u32,
    /// The length of the bar of its blanks, which follows.
    pub blanks_length: u32,
}

/// The picture of the sections, in reading order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SectionBars {
    /// The sections that are drawn.
    pub bars: Vec<SectionBar>,
    /// How many sections are not drawn.
    pub rest: usize,
    /// Figures and open blanks in those.
    pub rest_counts: (u32, u32),
}

/// How figures and open blanks are spread over the top sections. A metric without value counts as
/// the blank it is, not twice.
#[must_use]
pub fn section_bars(desk: &Desk) -> SectionBars {
    let top = top_sections(desk);
    let sections = &desk.analysis().outline.sections;
    let mut counts = vec![(0_u32, 0_u32); sections.len() + 1];
    // The room before the first section comes first.
    let slot = |section: Option<u32>| {
        section.and_then(|index| top.get(index as usize)).map_or(0, |&index| index as usize + 1)
    };
    for (index, metric) in (0_u32..).zip(desk.metrics()) {
        counts[slot(metric.at.section)].0 += u32::from(!is_missing(desk, index));
    }
    for (_, blank) in desk.draft().open_blanks().filter(|(index, _)| desk.is_open(*index)) {
        counts[slot(blank.at.section)].1 += 1;
    }
    let is_top = |at: usize| match at.checked_sub(1) {
        Some(index) => top[index] as usize == index,
        None => counts[0] != (0, 0),
    };
    let mut shown: Vec<usize> = (0..counts.len()).filter(|&at| is_top(at)).collect();
    let rest = shown.split_off(shown.len().min(MOST_SECTIONS));
    let widest = shown.iter().map(|&at| counts[at].0 + counts[at].1).max().unwrap_or(0).max(1);
    let length = |count: u32| count * 1000 / widest;
    let bars = shown.iter().map(|&at| {
        let section = at.checked_sub(1).map(|index| index as u32);
        let (figures, blanks) = counts[at];
        let (figures_length, blanks_length) = (length(figures), length(blanks));
        let name = section_name(desk, section);
        SectionBar { section, name, figures, blanks, figures_length, blanks_length }
    });
    let sum = |(a, b): (u32, u32), at: &usize| (a + counts[*at].0, b + counts[*at].1);
    SectionBars {
        bars: bars.collect(),
        rest: rest.len(),
        rest_counts: rest.iter().fold((0, 0), sum),
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::read;
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[(&str, u32, u32, u32, u32)], rest: (usize, (u32, u32))) {
        let picture = section_bars(&read(text));
        let row = |bar: &SectionBar| {
            (bar.name.clone(), bar.figures, bar.blanks, bar.figures_length, bar.blanks_length)
        };
        let found: Vec<_> = picture.bars.iter().map(row).collect();
        let found: Vec<_> = found.iter().map(|r| (r.0.as_str(), r.1, r.2, r.3, r.4)).collect();
        assert_eq!(found[..expected.len().min(found.len())], *expected);
        assert_eq!((picture.rest, picture.rest_counts), rest);
    }

    #[test]
    fn a_blank_figure_counts_once() {
        check(
            "工作总结\n一、项目\n新建道路12公里，投资5万元。\n（一）还款\n还款*万元，某事____。\n二、民生\n新增就业30人。\n三、党建\n认真学习。\n",
            &[("一、项目", 2, 2, 500, 500), ("二、民生", 1, 0, 250, 0), ("三、党建", 0, 0, 0, 0)],
            (0, (0, 0)),
        );
    }

    #[test]
    fn what_stands_before_the_first_section_has_a_bar_if_there_is_something() {
        check(
            "工作总结\n全年完成投资3亿元。\n一、项目\n认真学习。\n",
            &[("", 1, 0, 1000, 0), ("一、项目", 0, 0, 0, 0)],
            (0, (0, 0)),
        );
        check("", &[], (0, (0, 0)));
    }

    #[test]
    fn many_sections_are_summed_up() {
        let chapter = |i: u32| format!("第{i}章 工作\n新建道路12公里，还款*万元。\n");
        let chapters: Vec<String> = (1..=27).map(chapter).collect();
        check(&chapters.concat(), &[], (3, (3, 3)));
    }
}
