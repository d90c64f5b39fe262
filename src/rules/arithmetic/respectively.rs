//! A6. More or fewer figures behind 分别 than names before it (specification §5.5).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::scanner::is_digit;

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "respectively",
        title: "“分别”前后数目不等",
        group: Group::Arithmetic,
        on: true,
        severity: Severity::Warning,
        why: "“分别”前面说了几项，后面就要有几个数，一一对应。",
        source: "编辑惯例",
        fix: Fix::Never,
        bad: &["固定资产投资、社会消费品零售总额、进出口总额分别增长7.8%、5.5%。"],
        good: &[
            "固定资产投资、社会消费品零售总额分别增长7.8%、5.5%。",
            "人均收入达到38381元、15187元，分别增长4.9%、6.8%。",
            "地区总部、研发中心分别从771家、481家增加到1076家、636家。",
        ],
    },
    words: &["分别"],
    judge,
};

/// Names and figures reach no further (bytes).
const REACH: usize = 240;

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    let names = clause_before(site.before());
    let figures = figures_after(site.after());
    // 道路、桥梁等设施和… is one name; with 和 one cannot tell where a name ends.
    let plain = !names.contains([
        '等', '和', '与', '及', '（', '“', '《', '以', '对', '在', '由', '从', '将', '的', '其',
    ]);
    let count = names.split('、').count();
    let wrong = plain && count >= 2 && figures >= 2 && count != figures;
    wrong.then(|| {
        let message = format!("“分别”前有{count}项，后有{figures}个数，请核对。");
        about.finding(site.span(), message)
    })
}

/// The clause before, without its mark.
fn clause_before(before: &str) -> &str {
    let mut start = before.len().saturating_sub(REACH);
    while !before.is_char_boundary(start) {
        start += 1;
    }
    let near = &before[start..];
    let end = near.rfind(['，', '。', '；', '：', '！', '？', '\n']);
    end.map_or(near, |at| &near[at..])
        .trim_start_matches(['，', '。', '；', '：', '！', '？', '\n'])
}

/// How many figures follow, separated by 、 or 和; 0 if something else stands among them.
fn figures_after(after: &str) -> usize {
    let end = after.char_indices().take(REACH / 3).find(|&(_, c)| "，。；：\n（".contains(c));
    let Some((end, _)) = end else { return 0 };
    let list = after[..end].replace(['和', '及'], "、");
    let items: Vec<&str> = list.split('、').collect();
    // The first holds the verb: 增长7.8%. Two figures in one, 481家增加到1076家, are another list.
    let one = |item: &str| {
        let parts = item.split(|c: char| !is_digit(c) && !".,．".contains(c));
        parts.filter(|part| part.contains(is_digit)).count() == 1
    };
    let bare = items[1..].iter().all(|item| item.starts_with(is_digit));
    if bare && items.iter().all(|item| one(item)) { items.len() } else { 0 }
}
