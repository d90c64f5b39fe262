//! A5. Growth that is not that of the figures beside it: 由45万辆增加到356万辆，增长5% (§5.5), and
//! that of last year's figure.

use super::{between, is_same_measure};
use crate::metric::{Metric, MetricKind};
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};
use crate::text::unit::Dimension;

pub(in crate::rules) struct GrowthMismatch;

const ABOUT: About = About {
    id: "growth-mismatch",
    title: "增幅与数据不符",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Warning,
    why: "前后两个数算出来的增幅，与所写的不一样。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &[
        "新能源汽车由45万辆增加到90万辆，增长50%。",
        "完成税收收入22.35亿元，上年为20.12亿元，增长15%。",
    ],
    good: &[
        "新能源汽车由45万辆增加到90万辆，增长100%。",
        "完成税收收入22.35亿元，上年为20.12亿元，增长11.1%。",
        "生产总值由300亿元增加到439亿元，年均增长10%。",
        "完成税收收入22亿元，上年为20亿元，按可比口径增长8%。",
    ],
};

impl Rule for GrowthMismatch {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for three in block.metrics.windows(3) {
            let [one, two, change] = three else { continue };
            let percent = matches!(change.unit.as_str(), "%" | "％");
            let level = one.dimension != Dimension::Ratio && is_same_measure(one, two);
            let follows = between(block, two, change).is_some_and(is_growth);
            if !(percent && level && follows) {
                continue;
            }
            let pair = match (one.kind, two.kind) {
                (MetricKind::Base, MetricKind::Current) => Some((one, two)),
                (MetricKind::Level, MetricKind::Level) => {
                    between(block, one, two).filter(|words| is_last_year(words)).map(|_| (two, one))
                }
                _ => None,
            };
            if let Some((base, current)) =
                pair.filter(|(base, current)| is_off(base, current, change))
            {
                let message = format!(
                    "从“{}”到“{}”，不是{}，请核对。",
                    base.span.of(block.text),
                    current.span.of(block.text),
                    change.span.of(block.text)
                );
                let related = vec![one.span, two.span];
                checked.findings.push(ABOUT.finding(change.span, message).with(related));
            }
        }
    }
}

/// Whether the words say that the figure behind them is the change of the one before, and of nothing
/// else: 年均 and comparable prices are another matter.
fn is_growth(words: &str) -> bool {
    let words = words.trim_start_matches(['，', '、', '（']);
    let words = words.strip_prefix("同比").unwrap_or(words);
    [
        "增长", "增长了", "下降", "下降了", "增幅", "增幅为", "增幅达", "减少", "减少了", "增加",
        "增加了",
    ]
    .contains(&words)
}

/// Whether the words introduce last year's figure: ，上年为.
fn is_last_year(words: &str) -> bool {
    let words = words.trim_start_matches(['，', '（']);
    let words = words.trim_end_matches(['为', '是']);
    ["上年", "去年", "上年同期", "去年同期", "同期"].contains(&words)
}

fn is_off(base: &Metric, current: &Metric, change: &Metric) -> bool {
    let intervals = [base, current, change].map(Interval::of);
    let [Some(base), Some(current), Some(change)] = intervals else { return false };
    let ratio = current.minus(base).over(base).map(|ratio| ratio.times(100).magnitude());
    ratio.is_some_and(|ratio| !ratio.meets(change.cut_off().magnitude()))
}
