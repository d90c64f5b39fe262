//! A8. One object counted in several classifiers: 382起违法建筑，已处理…宗，剩余…户 (§5.5).

use crate::metric::Metric;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};
use crate::text::unit::Dimension;

pub(in crate::rules) struct MixedClassifiers;

const ABOUT: About = About {
    id: "mixed-classifiers",
    title: "同一对象量词不一",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Info,
    why: "同一样东西一会儿论起、一会儿论宗，总数与分项就对不上了。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &[
        "城区382起违法建筑已处理120宗，剩余存量262户。",
        "上半年办理信访案件120件，下半年办理信访案件60起。",
    ],
    good: &[
        "城区382起违法建筑已处理120起，剩余存量262起。",
        "上半年办理信访案件120件，下半年办理信访案件60件。",
        "搬迁安置群众35户120人，搬迁安置群众25户。",
    ],
};

/// Classifiers of which one may stand for the other: whoever uses both has not decided.
const INTERCHANGEABLE: &[&[&str]] =
    &[&["件", "起", "宗", "桩"], &["户", "家"], &["座", "栋", "幢"]];

/// So many figures in front are compared with one.
const REACH: usize = 8;

/// A shorter name says too little (characters).
const SHORTEST: usize = 4;

impl Rule for MixedClassifiers {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for (at, metric) in block.metrics.iter().enumerate() {
            let earlier = &block.metrics[at.saturating_sub(REACH)..at];
            if let Some(other) = earlier.iter().find(|other| is_mixed(other, metric)) {
                report(other, metric, checked);
            }
        }
        let mut first: Option<usize> = None;
        for (at, metric) in block.metrics.iter().enumerate() {
            let counted = metric.dimension == Dimension::Count && metric.power == 0;
            let Some(head) = first.map(|first| &block.metrics[first]) else {
                first = Some(at).filter(|_| counted);
                continue;
            };
            let parts = ["已处理", "剩余", "已整改", "已办结", "已完成", "已拆除", "未处理"];
            let rest = metric.name.strip_prefix(head.name.as_str());
            let part = rest.is_some_and(|rest| parts.iter().any(|word| rest.starts_with(word)));
            let same = head.name.chars().nth(SHORTEST - 1).is_some() && part;
            let counted_too = matches!(metric.dimension, Dimension::Count | Dimension::Person);
            if same && counted_too && metric.unit != head.unit {
                report(head, metric, checked);
                first = None;
            } else if rest.is_none() {
                first = Some(at).filter(|_| counted);
            }
        }
    }
}

fn report(head: &Metric, metric: &Metric, checked: &mut Checked) {
    let message = format!(
        "“{}”一处论“{}”，一处论“{}”，请核对是否同一口径。",
        head.name, head.unit, metric.unit
    );
    checked.findings.push(ABOUT.finding(metric.span, message).with(vec![head.span]));
}

/// Whether both count what has one name, in classifiers of which one would do.
fn is_mixed(one: &Metric, other: &Metric) -> bool {
    let mixed = INTERCHANGEABLE.iter().any(|classifiers| {
        classifiers.contains(&one.unit.as_str()) && classifiers.contains(&other.unit.as_str())
    });
    let named = one.name.chars().nth(SHORTEST - 1).is_some();
    mixed && named && one.unit != other.unit && one.name == other.name
}
