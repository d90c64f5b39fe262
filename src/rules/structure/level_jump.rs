//! N5. A level left out although the report uses it elsewhere: 一、→（1） (specification §5.1).

use crate::outline::Section;
use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity};

pub(in crate::rules) struct LevelJump;

const ABOUT: About = About {
    id: "level-jump",
    title: "层次序号越级",
    group: Group::Structure,
    on: true,
    severity: Severity::Info,
    why: "层次序号依次为一、（一）1.（1），别处用了的一级，此处跳了过去。",
    source: "GB/T 9704 7.3.3",
    fix: Fix::Never,
    bad: &["一、学习\n（一）理论学习\n1.集中学习\n二、落实\n1.抓项目\n2.抓民生"],
    good: &["一、学习\n1.理论\n2.业务\n二、落实\n1.抓项目\n2.抓民生"],
};

impl Rule for LevelJump {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let sections = &document.outline.sections;
        let parent = |section: &Section| Some(&sections[section.parent? as usize]);
        // Whether a level has the next one under it somewhere: 2 is （一）, 3 is 1.. A report that
        // has （一） in one part and 1. in another uses two levels with two kinds of markers.
        let mut used = [false; 2];
        for section in sections.iter().filter(|section| section.standard_level >= Some(3)) {
            let above = parent(section).and_then(|parent| parent.standard_level);
            if let Some(level) = above.filter(|level| (2..=3).contains(level)) {
                used[usize::from(level) - 2] = true;
            }
        }
        let mut told = None;
        for section in sections.iter().filter(|section| section.standard_level >= Some(3)) {
            let (Some(level), Some(above)) =
                (section.standard_level, parent(section).and_then(|parent| parent.standard_level))
            else {
                continue;
            };
            let skipped = (above + 1..level).find(|level| used[usize::from(*level) - 2]);
            // One is told of the items under one heading.
            if skipped.is_some() && told != section.parent {
                told = section.parent;
                let message = format!("“{}”之上缺了一级序号，而别处用了这一级。", section.number);
                findings.push(ABOUT.finding(section.heading, message));
            }
        }
    }
}
