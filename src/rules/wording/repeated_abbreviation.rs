//! An abbreviation that is explained twice: （以下简称“指挥部”）.

use crate::rules::trace::{Groups, hash};
use crate::rules::{
    About, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, Trace, TraceKind,
};
use crate::text::Span;

pub(in crate::rules) struct RepeatedAbbreviation;

const ABOUT: About = About {
    id: "repeated-abbreviation",
    title: "简称重复说明",
    group: Group::Wording,
    on: true,
    severity: Severity::Info,
    why: "简称说明一次，以后就用简称；再说明一次，多是几份材料拼接的痕迹。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &["成立防汛抗旱指挥部（以下简称“指挥部”）。防汛抗旱指挥部（以下简称“指挥部”）负责调度。"],
    good: &["成立防汛抗旱指挥部（以下简称“指挥部”）。指挥部负责调度。"],
};

/// An abbreviation is not longer (characters).
const LONGEST: usize = 20;

impl Rule for RepeatedAbbreviation {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["以下简称", "下称"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let rest = site.after();
        let name = rest.trim_start_matches(['为', '：', '“', '《', ' ']);
        let start = site.at + site.word.len() + (rest.len() - name.len());
        let end = name.char_indices().take(LONGEST).find(|&(_, c)| "”》）)，。".contains(c));
        if let Some((len, _)) = end.filter(|&(len, _)| len > 0) {
            checked.trace(
                TraceKind::Abbreviation,
                Span::new(start, start + len),
                hash(&name[..len]),
            );
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let traces: Vec<&Trace> = document.traces_of(TraceKind::Abbreviation).collect();
        let groups = Groups::new(traces.iter().map(|trace| trace.key).collect());
        for group in groups.companies() {
            let (first, again) = (traces[group[0]].span, traces[group[1]].span);
            let message = format!("简称“{}”前面已经说明过。", again.of(document.text));
            findings.push(ABOUT.finding(again, message).with(vec![first]));
        }
    }
}
