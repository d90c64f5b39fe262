//! A9. A share of more than all: 覆盖率105% (specification §5.5).

use crate::metric::MetricKind;
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};

pub(in crate::rules) struct ExcessiveRate;

const ABOUT: About = About {
    id: "excessive-rate",
    title: "比率超过100%",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Warning,
    why: "覆盖率、合格率一类的比率不可能超过100%。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &["农村自来水普及率达到102%。"],
    good: &["完成年度任务的117.4%，完成率117.4%。", "农村自来水普及率达到100%。"],
};

/// Rates that cannot exceed all. 完成率, 产销率 and 结案率 can.
const RATES: &[&str] = &[
    "覆盖率", "合格率", "普及率", "满意率", "满意度", "优良率", "及格率", "入学率", "参保率",
    "绿化率", "绿地率", "办复率", "达标率", "占比",
];

impl Rule for ExcessiveRate {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in block.metrics.iter().filter(|m| matches!(m.unit.as_str(), "%" | "％")) {
            let rate = RATES.iter().any(|rate| metric.name.ends_with(rate));
            let share = !matches!(metric.kind, MetricKind::Growth | MetricKind::Ratio);
            let over =
                || Interval::of(metric).is_some_and(|value| value.exceeds(Interval::whole(100)));
            if rate && share && over() {
                let message = format!("“{}”不会超过100%，请核对。", metric.name);
                checked.findings.push(ABOUT.finding(metric.span, message));
            }
        }
    }
}
