//! A4. A percentage that is not that of the two figures before it: A，占B的P%; 受理A件，办结B件，办结率P%
//! (specification §5.5).

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
    why: "部分除以总数、完成数除以任务数，得不出所写的百分比。",
    source: "统计数据勾稽关系",
    fix: Fix::Never,
    bad: &[
        "完成税收收入25.47亿元，完成年度任务42.5亿元的69.94%。",
        "完成技改投资120亿元，占工业投资300亿元的45%。",
        "受理群众诉求831件，办结464件，办结率65.8%。",
    ],
    good: &[
        "完成税收收入25.47亿元，完成年度任务42.5亿元的59.94%。",
        "到位资金约25亿元，占计划40亿元的60%。",
        "完成工业投资300亿元，其中技改投资120亿元，新开工项目投资60亿元，占工业投资300亿元的40%。",
        "受理群众诉求831件，办结464件，办结率55.8%。",
        "受理群众诉求300件，办结299件，办结率99.66%。",
        "发现隐患120处，整改90处，重大隐患整改率100%。",
    ],
};

/// What is counted of what: the rate, the words of its whole and of its part.
const RATES: &[(&str, &[&str], &[&str])] = &[
    ("办结率", &["受理", "收到", "接到", "交办"], &["办结"]),
    ("整改率", &["发现", "排查", "查出", "查摆", "反馈"], &["整改"]),
    ("整改完成率", &["发现", "排查", "查出", "查摆", "反馈"], &["整改"]),
    ("破案率", &["立案", "发案"], &["破案", "侦破", "破获"]),
    ("结案率", &["受理", "立案", "收案"], &["结案", "审结", "办结"]),
    ("调解成功率", &["调解"], &["成功"]),
    ("合格率", &["抽检", "抽查", "检测", "监测"], &["合格"]),
    ("化解率", &["排查", "受理", "梳理"], &["化解"]),
];

impl Rule for CompletionRate {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for (at, three) in block.metrics.windows(3).enumerate() {
            let [one, two, rate] = three else { continue };
            let measured = is_amount(one) && is_amount(two) && is_same_measure(one, two);
            if !measured || !matches!(rate.unit.as_str(), "%" | "％") {
                continue;
            }
            let pair = if between(block, two, rate) == Some("的") {
                between(block, one, two).filter(|words| is_link(words)).map(|_| (one, two))
            } else {
                is_rate(block, at).then_some((two, one))
            };
            // The subject of 占 may stand further in front: one that fits is believed.
            let earlier = &block.metrics[at.saturating_sub(REACH)..at];
            let fits = |whole: &Metric| {
                let mut candidates = earlier.iter().filter(|other| is_same_measure(other, whole));
                candidates.any(|other| !is_off(other, whole, rate))
            };
            let wrong = pair.filter(|(part, whole)| is_off(part, whole, rate) && !fits(whole));
            if let Some((part, whole)) = wrong {
                let message = format!(
                    "“{}”除以“{}”，不是{}，请核对。",
                    part.span.of(block.text),
                    whole.span.of(block.text),
                    rate.span.of(block.text)
                );
                let related = vec![part.span, whole.span];
                checked.findings.push(ABOUT.finding(rate.span, message).with(related));
            }
        }
    }
}

/// So many figures in front are looked at for the one that a share is of.
const REACH: usize = 8;

/// Whether the three figures from `at` are a whole, a part of it and the rate of the part, each named
/// by its verb: 受理831件，办结464件，办结率. What else stands before the rate makes it that of
/// something else: 重大隐患整改率.
fn is_rate(block: &BlockView<'_>, at: usize) -> bool {
    let [whole, part, rate] = &block.metrics[at..at + 3] else { return false };
    let (Some(before_part), Some(before_rate)) =
        (between(block, whole, part), between(block, part, rate))
    else {
        return false;
    };
    let name = before_rate.trim_start_matches('，').trim_end_matches(['为', '达', '到', '是']);
    let Some((_, wholes, parts)) = RATES.iter().find(|(word, ..)| *word == name) else {
        return false;
    };
    // The verb of the whole stands in its own clause, that of the part is all there is between.
    let clause = block.text.get(..whole.span.start as usize).unwrap_or_default();
    let clause = clause.rsplit(['，', '。', '；', '：', '、']).next().unwrap_or_default();
    let verb = before_part.trim_start_matches('，').trim_start_matches('已');
    let verb = verb.strip_suffix('了').unwrap_or(verb);
    wholes.iter().any(|word| clause.contains(word)) && parts.contains(&verb)
}

/// Whether the words between two figures say that the first is a part of the second.
fn is_link(words: &str) -> bool {
    let Some(words) = words.strip_prefix('，') else { return false };
    if words.contains(['，', '；', '。', '比']) {
        return false;
    }
    let verb = ["完成", "达到", "为"].iter().any(|verb| words.starts_with(verb));
    let task = ["任务", "目标", "计划", "预算", "总", "全"].iter().any(|noun| words.contains(noun));
    words.starts_with('占') || (verb && task)
}

fn is_off(done: &Metric, task: &Metric, rate: &Metric) -> bool {
    let intervals = [done, task, rate].map(Interval::of);
    let [Some(done), Some(task), Some(rate)] = intervals else { return false };
    done.over(task).is_some_and(|ratio| !ratio.times(100).meets(rate.cut_off()))
}
