//! A3. Shares of a structure that do not make 100 (specification §5.5).

use crate::metric::Value;
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};
use crate::text::Decimal;

pub(in crate::rules) struct Shares;

const ABOUT: About = About {
    id: "shares",
    title: "构成之和不是100",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Warning,
    why: "三次产业结构一类的构成，各部分之和应当是100，四舍五入的零头除外。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &["三次产业结构调整为12.4:45.1:44.5。"],
    good: &[
        "三次产业结构调整为12.4:45.1:42.5。",
        "三次产业结构比为22.8:38.8:38.3。",
        "城乡收入比为2.5∶1。",
    ],
};

impl Rule for Shares {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in block.metrics {
            let Some(Value::Ratio(parts)) = &metric.value else { continue };
            if parts.len() < 3 {
                continue;
            }
            let sum = parts.iter().map(|part| Interval::printed(*part, 0, false));
            let Some(sum) = sum.reduce(|a, b| Some(a?.plus(b?))).flatten() else { continue };
            // 1:2:3 is a ratio, not the structure of something: that makes nearly 100.
            let near = Interval::printed(Decimal::whole(10), 1, false);
            if near.is_some_and(|near| near.meets(sum)) && !sum.meets(Interval::whole(100)) {
                let message =
                    format!("“{}”各部分之和不是100，请核对。", metric.span.of(block.text));
                checked.findings.push(ABOUT.finding(metric.span, message));
            }
        }
    }
}
