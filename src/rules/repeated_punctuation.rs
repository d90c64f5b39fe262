//! P5. A mark printed twice: ，， (specification §5.3).

use super::pattern::PatternRule;
use super::{About, Fix, Severity};
use std::sync::OnceLock;

pub(super) static RULE: PatternRule = PatternRule {
    about: &About {
        id: "repeated-punctuation",
        title: "标点重复",
        severity: Severity::Warning,
        why: "删改文字之后，前后两个标点常常挤在一起。",
        source: "GB/T 15834 4：标点符号的用法",
        fix: Fix::Sometimes,
        bad: &["完成了年度任务，，取得较好成绩。", "健全机制、，压实责任。"],
        good: &["怎么会这样？！", "他说：“好。”", "完成了年度任务，取得较好成绩……"],
    },
    triggers: &[
        "，，", "。。", "、、", "；；", "：：", "，。", "。，", "、，", "，、", "；。", "。；",
        "、。", "：，", "，；", "；，",
    ],
    pattern: "(?:^|[^。，、；：])(?P<here>[，、；：][，。、；：]|。[，、；：]|。。)(?:$|[^。，、；：])",
    message: |found| format!("两个标点“{found}”连在了一起。"),
    correction: |found| {
        let mark = found.chars().next()?;
        found.chars().all(|c| c == mark).then(|| mark.to_string())
    },
    compiled: OnceLock::new(),
};
