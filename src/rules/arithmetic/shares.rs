//! A3. Shares of a structure that do not make 100 (specification §5.5).

use super::between;
use crate::metric::{Metric, Value};
use crate::rules::figure::Interval;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};
use crate::text::{Decimal, Span};

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
    bad: &[
        "三次产业结构调整为12.4:45.1:44.5。",
        "第一、二、三产业增加值分别占12.4%、45.1%、44.5%。",
    ],
    good: &[
        "三次产业结构调整为12.4:45.1:42.5。",
        "三次产业结构比为22.8:38.8:38.3。",
        "城乡收入比为2.5∶1。",
        "第一、二、三产业增加值占比分别为12.4%、45.1%、42.4%。",
        "第一、二、三产业增加值占比分别提高12.4%、45.1%、44.5%。",
        "城镇、农村新增就业分别占全省的32.4%、65.1%。",
    ],
};

impl Rule for Shares {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for parts in block.metrics.windows(3) {
            let percent = parts.iter().all(|part| matches!(part.unit.as_str(), "%" | "％"));
            if percent && is_whole(block, parts) {
                let sum = parts.iter().map(Interval::of).reduce(|a, b| Some(a?.plus(b?)));
                report(block, parts, sum.flatten(), checked);
            }
        }
        for metric in block.metrics {
            let Some(Value::Ratio(parts)) = &metric.value else { continue };
            if parts.len() < 3 {
                continue;
            }
            let sum = parts.iter().map(|part| Interval::printed(*part, 0, false));
            let sum = sum.reduce(|a, b| Some(a?.plus(b?))).flatten();
            report(block, std::slice::from_ref(metric), sum, checked);
        }
    }
}

/// The sectors are named so many bytes before the first of their shares.
const REACH: usize = 120;

/// Says so if the parts make nearly 100 and not 100: 1:2:3 is a ratio, not the structure of something.
fn report(block: &BlockView<'_>, parts: &[Metric], sum: Option<Interval>, checked: &mut Checked) {
    let near = Interval::printed(Decimal::whole(10), 1, false);
    let (Some(near), Some(sum), [first, .., last] | [first @ last]) = (near, sum, parts) else {
        return;
    };
    if near.meets(sum) && !sum.meets(Interval::whole(100)) {
        let span = Span { start: first.span.start, end: last.span.end };
        let message = format!("“{}”各部分之和不是100，请核对。", span.of(block.text));
        checked.findings.push(ABOUT.finding(span, message));
    }
}

/// Whether three percentages are those of all three sectors in a whole: 第一、二、三产业分别占.
fn is_whole(block: &BlockView<'_>, parts: &[Metric]) -> bool {
    const SECTORS: &[&str] = &[
        "第一、二、三产业",
        "第一、第二、第三产业",
        "第一产业、第二产业、第三产业",
        "一、二、三产业",
        "一二三产业",
        "三次产业",
    ];
    let joined = parts.windows(2).all(|two| {
        let gap = between(block, &two[0], &two[1]);
        gap.is_some_and(|gap| matches!(gap, "、" | "和" | "，" | "：" | ":" | "∶"))
    });
    if !joined {
        return false;
    }
    let end = parts[0].span.start as usize;
    let start = (end.saturating_sub(REACH)..=end).find(|&at| block.text.is_char_boundary(at));
    let before = block.text.get(start.unwrap_or(end)..end).unwrap_or_default();
    let clause = before.rsplit(['。', '；', '，']).next().unwrap_or_default();
    SECTORS.iter().find_map(|name| clause.rsplit_once(name)).is_some_and(|(_, words)| {
        let words = words.trim_start_matches("增加值");
        let share = ["占", "比重", "构成"].iter().any(|word| words.contains(word));
        let change = ["增", "提高", "下降", "上升", "拉动", "减"];
        share && !change.iter().any(|word| words.contains(word))
    })
}
