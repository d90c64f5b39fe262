//! A2. A part that is greater than its total (specification §5.5).

use super::{is_amount, is_same_measure, sentences};
use crate::metric::Metric;
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};
use crate::text::unit::Dimension;

pub(in crate::rules) struct PartOverTotal;

const ABOUT: About = About {
    id: "part-over-total",
    title: "其中项大于总数",
    group: Group::Arithmetic,
    on: true,
    severity: Severity::Warning,
    why: "“其中”的数不会比总数大，两个数里必有一个错了。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &["累计推出制度创新成果56项，其中259项为全国首创。"],
    good: &[
        "累计推出制度创新成果259项，其中56项为全国首创。",
        "近四年年均超收2040亿元，其中去年超收2573亿元。",
    ],
};

impl Rule for PartOverTotal {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for sentence in sentences(block) {
            for pair in sentence.windows(2) {
                let [total, part] = pair else { continue };
                let introduced = super::between(block, total, part).is_some_and(|gap| {
                    gap.split_once("其中").is_some_and(|(before, after)| {
                        // What stands between is the rest of the total's clause, nothing more.
                        !before.trim_end_matches(['，', '、', '；']).contains(['，', '；', '、'])
                            && !after.contains(['，', '；', '比', '较'])
                    })
                });
                if introduced && comparable(total, part) && exceeds(part, total) {
                    let message = format!(
                        "其中项“{}”大于总数“{}”，请核对。",
                        part.span.of(block.text),
                        total.span.of(block.text)
                    );
                    checked.findings.push(ABOUT.finding(part.span, message).with(vec![total.span]));
                }
            }
        }
    }
}

fn comparable(total: &Metric, part: &Metric) -> bool {
    let countable =
        !matches!(total.dimension, Dimension::Ratio | Dimension::Time | Dimension::Other);
    // 年均超收2040亿元，其中去年超收2573亿元; 每千人6.6批次: an average has no parts.
    let average = ["均", "每"].iter().any(|word| total.full_name.contains(word));
    countable && !average && is_amount(total) && is_amount(part) && is_same_measure(total, part)
}

fn exceeds(part: &Metric, total: &Metric) -> bool {
    Interval::of(part).zip(Interval::of(total)).is_some_and(|(part, total)| part.exceeds(total))
}
