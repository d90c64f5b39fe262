//! A7, U13. One indicator with two values in one section, or 元 for 万元 (specification §5.5, §5.4).

use super::{base_unit, is_amount};
use crate::metric::{Approximation, Status, Value};
use crate::rules::trace::{Groups, hash};
use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Trace, TraceKind,
};
use crate::text::unit::Dimension;

pub(in crate::rules) struct ContradictingFigures;

const ABOUT: About = About {
    id: "contradicting-figures",
    title: "同一指标前后不一",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Info,
    why: "同一个指标前后差一个数字，总有一处写错了。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &[
        "一、总体情况\n全年完成固定资产投资52.6亿元。\n二、主要做法\n全年完成固定资产投资56.2亿元，带动就业。",
    ],
    good: &[
        "一、总体情况\n全年完成固定资产投资52.6亿元。\n二、主要做法\n上半年完成固定资产投资20.1亿元。",
    ],
};

/// A shorter name says too little (characters).
const SHORTEST: usize = 5;

impl Rule for ContradictingFigures {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in block.metrics {
            let figure = matches!(metric.value, Some(Value::Figure(_)));
            let exact = figure
                && metric.approximation == Approximation::Exact
                && metric.status == Status::Done;
            let named = metric.full_name.chars().nth(SHORTEST - 1).is_some();
            let measured =
                matches!(metric.dimension, Dimension::Money | Dimension::Area | Dimension::Mass);
            if exact && named && measured && is_amount(metric) {
                let period = metric.period.as_deref().unwrap_or_default();
                let scope = metric.scope.as_deref().unwrap_or_default();
                let unit = base_unit(&metric.unit);
                let key = hash(&[&metric.full_name, "|", period, "|", scope, "|", unit].concat());
                checked.trace(TraceKind::Figure, metric.span, key);
            }
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let traces: Vec<&Trace> = document.traces_of(TraceKind::Figure).collect();
        let groups = Groups::new(traces.iter().map(|trace| trace.key).collect());
        for group in groups.companies() {
            let places: Vec<&Trace> = group.into_iter().map(|at| traces[at]).collect();
            // Three and more are a list in which the name stands for something else each time.
            let [first, second] = places[..] else { continue };
            let written = [first, second].map(|trace| trace.span.of(document.text));
            // 815元和615元 of one sentence are two figures of a list.
            let between = first.span.end as usize..second.span.start as usize;
            let apart = || document.text[between].contains(['。', '\n']);
            if is_slip(written[0], written[1]) && apart() {
                let message =
                    format!("同一指标前面是“{}”，此处是“{}”，请核对。", written[0], written[1]);
                findings.push(ABOUT.finding(second.span, message).with(vec![first.span]));
            }
        }
    }
}

/// Whether two figures of one indicator differ as typing errors do: one digit, two neighbours
/// exchanged, or 元 for 万元. Figures that are far apart are two different things with one name.
fn is_slip(a: &str, b: &str) -> bool {
    let split = |written: &str| {
        written.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(written.len())
    };
    let ((a, unit), (b, other)) = (a.split_at(split(a)), b.split_at(split(b)));
    if a == b {
        return unit != other && a.contains('.');
    }
    if unit != other || a.len() != b.len() || a.len() < 4 {
        return false;
    }
    let differing: Vec<usize> =
        (0..a.len()).filter(|&at| a.as_bytes()[at] != b.as_bytes()[at]).collect();
    match differing[..] {
        [_] => true,
        [x, y] => a[x..=x] == b[y..=y] && a[y..=y] == b[x..=x],
        _ => false,
    }
}
