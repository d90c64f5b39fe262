//! U14. One dimension in two units: 亩 and 公顷 (specification §5.4).

use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, TraceKind,
};

pub(in crate::rules) struct MixedUnits;

const ABOUT: About = About {
    id: "mixed-units",
    title: "同一量纲用了两种单位",
    group: Group::Numbers,
    // Land for building is counted in 公顷 and fields in 亩; both in one report are usual.
    on: false,
    severity: Severity::Info,
    why: "同类的量用两种单位，读者难以比较；宜统一，或者注明换算。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &["完成造林2000亩，治理沙地130公顷。"],
    good: &["完成造林2000亩，治理沙地1950亩。"],
};

/// Pairs of units, and how they convert.
const PAIRS: &[(&str, &str, &str)] = &[
    ("亩", "公顷", "1公顷=15亩"),
    ("公里", "千米", "1公里=1千米"),
    ("吨", "公斤", "1吨=1000公斤"),
    ("公斤", "斤", "1公斤=2斤"),
    ("千瓦时", "度", "1度=1千瓦时"),
];

impl Rule for MixedUnits {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in block.metrics {
            let unit = metric.unit.trim_start_matches(['万', '亿', '百', '十']);
            for (pair, row) in (0_u64..).zip(PAIRS) {
                let side = u64::from(unit != row.0);
                if unit == row.0 || unit == row.1 {
                    checked.trace(TraceKind::Unit, metric.span, pair * 2 + side);
                }
            }
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let mut first = vec![None; PAIRS.len() * 2];
        for trace in document.traces_of(TraceKind::Unit) {
            first[trace.key as usize % (PAIRS.len() * 2)].get_or_insert(trace.span);
        }
        for (row, pair) in PAIRS.iter().zip(first.chunks_exact(2)) {
            if let (Some(one), Some(other)) = (pair[0], pair[1]) {
                let message = format!("文中“{}”与“{}”并用（{}），宜统一。", row.0, row.1, row.2);
                findings.push(ABOUT.finding(one.max(other), message).with(vec![one.min(other)]));
            }
        }
    }
}
