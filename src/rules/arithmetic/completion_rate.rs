//! A4. A percentage that is not that of the two figures before it (specification §5.5).

use super::{between, is_amount, is_same_measure};
use crate::metric::Metric;
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};

pub(in crate::rules) struct CompletionRate;

const ABOUT: About = About {
    id: "completion-rate",
    title: "完成比例与数据不符",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Warning,
    why: "完成数除以任务数，得不出所写的百分比。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &["完成税收收入25.47亿元，完成年度任务42.5亿元的69.94%。"],
    good: &[
        "完成税收收入25.47亿元，完成年度任务42.5亿元的59.94%。",
        "到位资金约25亿元，占计划40亿元的60%。",
    ],
};

impl Rule for CompletionRate {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for three in block.metrics.windows(3) {
            let [done, task, rate] = three else { continue };
            let written = between(block, task, rate) == Some("的")
                && between(block, done, task).is_some_and(is_link);
            let percent = matches!(rate.unit.as_str(), "%" | "％");
            let measured = is_amount(done) && is_same_measure(done, task);
            if written && percent && measured && is_off(done, task, rate) {
                let message = format!(
                    "“{}”除以“{}”，不是{}，请核对。",
                    done.span.of(block.text),
                    task.span.of(block.text),
                    rate.span.of(block.text)
                );
                checked
                    .findings
                    .push(ABOUT.finding(rate.span, message).with(vec![done.span, task.span]));
            }
        }
    }
}

/// Whether the words between two figures say that the first is a part of the second.
fn is_link(words: &str) -> bool {
    let Some(words) = words.strip_prefix('，') else { return false };
    let verb = ["完成", "占", "达到", "为"].iter().any(|verb| words.starts_with(verb));
    let task = ["任务", "目标", "计划", "预算", "总", "全"].iter().any(|noun| words.contains(noun));
    verb && task && !words.contains(['，', '；'])
}

fn is_off(done: &Metric, task: &Metric, rate: &Metric) -> bool {
    let intervals = [done, task, rate].map(Interval::of);
    let [Some(done), Some(task), Some(rate)] = intervals else { return false };
    done.over(task).is_some_and(|ratio| !ratio.times(100).meets(rate))
}
