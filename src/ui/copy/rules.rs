//! The words of the list of rules, and of the tools above the findings.

use super::count;
use crate::rules::{About, Group, Preset, Selection};

pub(crate) const SEVERITIES_LABEL: &str = "看哪些问题";
pub(crate) const ALL_SEVERITIES: &str = "全部";
pub(crate) const NO_FINDINGS_OF: &str = "这一类没有问题。";
pub(crate) const WHY: &str = "为什么";
pub(crate) const RULES: &str = "规则";
pub(crate) const RULES_TITLE: &str = "检查哪些规则";
pub(crate) const RULES_HINT: &str =
    "改了立刻重新核对，已填的值和忽略的问题都留着；可以撤销，随进度文件保存。";
pub(crate) const PRESETS_LABEL: &str = "松紧";
pub(crate) const RULES_RESET: &str = "恢复默认";
pub(crate) const RULES_SEARCH: &str = "搜索规则、依据、例子";
pub(crate) const NO_RULES_MATCH: &str = "没有符合的规则。换个词试试。";
pub(crate) const RULE_DETAILS: &str = "说明和例子";
pub(crate) const RULE_SOURCE: &str = "依据";
pub(crate) const RULE_BAD: &str = "不对";
pub(crate) const RULE_MENDED: &str = "改为";
pub(crate) const RULE_GOOD: &str = "不算错";
pub(crate) const RULE_IGNORED: &str = "本稿已忽略此类";

/// What a preset is good for.
#[must_use]
pub(crate) fn preset_hint(preset: Preset) -> &'static str {
    match preset {
        Preset::Strict => "固定提法之外，全部都查",
        Preset::Standard => "平常核稿用",
        Preset::ErrorsOnly => "只看错误和警告，不看提示",
    }
}

/// The button that opens the list of rules: it says what is chosen, if that is not the usual.
#[must_use]
pub(crate) fn rules_button(rules: &Selection) -> String {
    match rules.preset {
        _ if !rules.switched.is_empty() => format!("{RULES}：已调整"),
        Preset::Standard => RULES.to_owned(),
        preset => format!("{RULES}：{}", preset.title()),
    }
}

/// How many rules are on, and how many findings there are.
#[must_use]
pub(crate) fn rules_summary((on, all): (usize, usize), findings: usize) -> String {
    format!("已开 {on}/{all} 条规则，现有问题 {} 条", count(findings))
}

/// How many findings a rule has, or would have.
#[must_use]
pub(crate) fn rule_count(on: bool, number: usize) -> String {
    match (on, number) {
        (true, 0) => "没有发现".to_owned(),
        (true, number) => format!("{} 处", count(number)),
        (false, 0) => "已关闭".to_owned(),
        (false, number) => format!("已关闭，打开有 {} 处", count(number)),
    }
}

/// The step that switches a rule.
#[must_use]
pub(crate) fn switched_rule(about: &About, on: bool) -> String {
    format!("{}“{}”", if on { "打开" } else { "关闭" }, about.title)
}

/// The step that switches a group of rules.
#[must_use]
pub(crate) fn switched_group(group: Group, on: bool) -> String {
    format!("{}“{}”一组", if on { "打开" } else { "关闭" }, group.title())
}

/// The box that switches a group of rules.
#[must_use]
pub(crate) fn group_switch(group: Group) -> String {
    format!("{}（整组）", group.title())
}

/// Other rules are minded.
#[must_use]
pub(crate) fn rules_changed(findings: usize) -> String {
    format!("规则已改，现有问题 {} 条。", count(findings))
}

/// How often the same is found.
#[must_use]
pub(crate) fn times(number: usize) -> String {
    format!("×{}", count(number))
}

/// Which of the places of a card is shown.
#[must_use]
pub(crate) fn place_of(at: usize, number: usize) -> String {
    format!("{}/{}", count(at + 1), count(number))
}

/// The button that lists all places of a card.
#[must_use]
pub(crate) fn all_places(number: usize) -> String {
    format!("列出 {} 处", count(number))
}

/// Applies the correction at all places of a card.
#[must_use]
pub(crate) fn adopt_equal(number: usize) -> String {
    format!("全部采纳（{}）", count(number))
}
