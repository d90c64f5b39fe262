//! N8. One sequence of numbers in two styles: 1. and 2、, （一） and (二) (specification §5.1).

use crate::outline::{Family, Numbered};
use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity};
use crate::text::scanner::fold;

pub(in crate::rules) struct MixedMarkers;

const ABOUT: About = About {
    id: "mixed-markers",
    title: "序号样式混用",
    group: Group::Structure,
    on: true,
    severity: Severity::Info,
    why: "同一级序号一会儿用点、一会儿用顿号，像是两份材料拼起来的。",
    source: "GB/T 9704 7.3.3；编辑惯例",
    fix: Fix::Never,
    bad: &["1.加强学习\n2、抓好落实\n3.廉洁自律"],
    good: &["1.加强学习\n2.抓好落实"],
};

/// Families that are written in more than one style.
const STYLED: [Family; 4] =
    [Family::Chinese, Family::ChineseBracketed, Family::Arabic, Family::ArabicBracketed];

impl Rule for MixedMarkers {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let style = |number: &Numbered| {
            let written = number.marker.span.of(document.text);
            let fullwidth = written.starts_with('（');
            (written.trim_end().chars().next_back().map(fold), fullwidth)
        };
        // The first marker of each sequence.
        let mut told = None;
        let mut first: Vec<Option<&Numbered>> = Vec::new();
        for number in &document.outline.numbering {
            if !STYLED.contains(&number.marker.family) {
                continue;
            }
            let sequence = number.sequence as usize;
            if sequence >= first.len() {
                first.resize(sequence + 1, None);
            }
            let before = *first[sequence].get_or_insert(number);
            // The first that differs is told, not the way back.
            if told != Some(number.sequence) && style(before) != style(number) {
                told = Some(number.sequence);
                let markers = [before, number].map(|n| n.marker.span.of(document.text).trim());
                let message =
                    format!("“{}”与“{}”样式不同，同一级序号宜统一。", markers[0], markers[1]);
                let related = vec![before.marker.span];
                findings.push(ABOUT.finding(number.marker.span, message).with(related));
            }
        }
    }
}
