//! U5. Two approximations of one figure: 约5000万元左右 (specification §5.4).

use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, deletion};
use crate::text::Span;

pub(in crate::rules) struct StackedApproximation;

const ABOUT: About = About {
    id: "stacked-approximation",
    title: "约数重复",
    group: Group::Numbers,
    on: true,
    severity: Severity::Warning,
    why: "“约”与“左右”、“近”与“余”一前一后，说的是一回事，或者自相矛盾。",
    source: "GB/T 15835；编辑惯例",
    fix: Fix::Always,
    bad: &["预计投资约5000万元左右。", "近200余人参加。", "投入至少1000万元以上。"],
    good: &["预计投资约5000万元。", "签约12个以上项目。", "超过1.3亿多样本。"],
};

/// What stands before the figure, what follows then says too much, and after which other characters
/// it is part of another word (签约, 最近).
const ROWS: &[(&str, &[&str], &str)] = &[
    ("约", &["余", "多", "左右", "上下", "以上"], "签节合预契条公履违邀制"),
    ("大约", &["余", "多", "左右", "上下"], ""),
    ("近", &["余", "多", "左右", "上下", "以上"], "最附靠邻就"),
    ("将近", &["余", "多", "左右", "上下"], ""),
    ("超过", &["余", "多", "以上", "左右"], "不"),
    ("逾", &["余", "多", "以上", "左右"], ""),
    ("至少", &["以上", "左右"], ""),
    ("不少于", &["以上", "左右"], ""),
    ("不低于", &["以上", "左右"], ""),
    ("不超过", &["以下", "以内", "左右"], ""),
    ("最多", &["以下", "以内", "左右"], ""),
];

impl Rule for StackedApproximation {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in block.metrics.iter().filter(|metric| !metric.unit.is_empty()) {
            let (before, written) =
                (&block.text[..metric.span.start as usize], metric.span.of(block.text));
            let row = ROWS.iter().filter(|row| before.ends_with(row.0));
            let Some((word, excess, other)) = row.max_by_key(|row| row.0.len()) else { continue };
            let head = &before[..before.len() - word.len()];
            if head.ends_with(|c| other.contains(c)) {
                continue;
            }
            let after = &block.text[metric.span.end as usize..];
            let place = excess.iter().find_map(|excess| {
                if after.starts_with(excess) && excess.chars().count() > 1 {
                    let end = metric.span.end;
                    return Some(Span { start: end, end: end + excess.len() as u32 });
                }
                let at = written.find(excess).filter(|at| at + excess.len() < written.len())?;
                Some(Span::new(at, at + excess.len()).shift(metric.span.start))
            });
            if let Some(place) = place {
                let message =
                    format!("前有“{word}”，后又有“{}”，应当只留一个。", place.of(block.text));
                checked.findings.push(ABOUT.finding(place, message).fixed(vec![deletion(place)]));
            }
        }
    }
}
