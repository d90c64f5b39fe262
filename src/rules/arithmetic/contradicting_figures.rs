//! A7, U13. One indicator with two values in one section, or 元 for 万元 (specification §5.5, §5.4).

use super::is_amount;
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
    why: "同一个指标在一份文稿里出现两个数，总有一处没有跟着改。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &["全年完成固定资产投资52.6亿元。\n二、主要做法\n全年完成固定资产投资56.2亿元，带动就业。"],
    good: &["全年完成固定资产投资52.6亿元。\n二、主要做法\n上半年完成固定资产投资20.1亿元。"],
};

/// A shorter name says too little (characters).
const SHORTEST: usize = 5;

impl Rule for ContradictingFigures {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in block.metrics {
            let Some(Value::Figure(figure)) = &metric.value else { continue };
            let exact = metric.approximation == Approximation::Exact && metric.status == Status::Done;
            let named = metric.full_name.chars().nth(SHORTEST - 1).is_some();
            let measured = matches!(metric.dimension, Dimension::Money | Dimension::Area | Dimension::Mass);
            if exact && named && measured && is_amount(metric) {
                let period = metric.period.as_deref().unwrap_or_default();
                let scope = metric.scope.as_deref().unwrap_or_default();
                let key = hash(&[&metric.full_name, "|", period, "|", scope, "|", &metric.unit].concat());
                let value = hash(&figure.to_string());
                checked.traces.push(Trace { kind: TraceKind::Figure, span: metric.span, key, value });
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
            if first.value != second.value {
                let message = format!("同一指标前面是“{}”，此处是“{}”，请核对。", written[0], written[1]);
                findings.push(ABOUT.finding(second.span, message).with(vec![first.span]));
            }
        }
    }
}
