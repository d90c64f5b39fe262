//! U12. A difference of percentages that is itself called a percentage (specification §5.4).

use crate::metric::{Metric, MetricKind};
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};

pub(in crate::rules) struct PercentagePoint;

const ABOUT: About = About {
    id: "percentage-point",
    title: "百分比与百分点混用",
    group: Group::Numbers,
    on: true,
    severity: Severity::Warning,
    why: "两个百分比相减，差是百分点；写成百分之几，意思就变了。",
    source: "统计用语；编辑惯例",
    fix: Fix::Never,
    bad: &["森林覆盖率由52%提高到56%，提高4%。"],
    good: &["森林覆盖率由52%提高到56%，提高4个百分点。", "森林覆盖率由50%提高到60%，提高20%。"],
};

impl Rule for PercentagePoint {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for three in block.metrics.windows(3) {
            let [base, current, change] = three else { continue };
            let kinds = (base.kind, current.kind) == (MetricKind::Base, MetricKind::Current);
            let percent = |metric: &Metric| matches!(metric.unit.as_str(), "%" | "％");
            let gap = block.text.get(current.span.end as usize..change.span.start as usize);
            let near = gap.is_some_and(|gap| {
                gap.len() <= 24 && gap.starts_with('，') && gap.matches('，').count() == 1
            });
            if kinds && near && three.iter().all(percent) && is_difference(base, current, change) {
                let written = change.span.of(block.text);
                let message = format!(
                    "两个百分比之差应当说“{}个百分点”。",
                    written.trim_end_matches(['%', '％'])
                );
                checked.findings.push(ABOUT.finding(change.span, message));
            }
        }
    }
}

fn is_difference(base: &Metric, current: &Metric, change: &Metric) -> bool {
    let intervals = [base, current, change].map(Interval::of);
    let [Some(base), Some(current), Some(change)] = intervals else { return false };
    // Where the change of the ratio fits too (50% to 60% by 20%), nothing is certain.
    let relative = current.minus(base).over(base).map(|ratio| ratio.times(100));
    current.minus(base).magnitude().meets(change.magnitude())
        && !relative.is_some_and(|relative| relative.magnitude().meets(change.magnitude()))
}
