//! U10. 截止 before a time that goes on: 截止目前 (specification §5.4).

use super::pattern::PatternRule;
use super::{About, Fix, Severity};
use std::sync::OnceLock;

pub(super) static RULE: PatternRule = PatternRule {
    about: &About {
        id: "misused-deadline",
        title: "截止与截至混用",
        severity: Severity::Warning,
        why: "“截止”是停止，后面不带时间；“截至”是到某个时间，后面必须带时间。",
        source: "《现代汉语词典》；编辑惯例",
        fix: Fix::Always,
        bad: &["截止目前，全县完成造林任务。", "截止6月底，各项工作进展顺利。"],
        good: &[
            "截至目前，全县完成造林任务。",
            "报名截止日期另行通知。",
            "报名已于5月截止。",
            "申报截止6月底。",
        ],
    },
    triggers: &["截止"],
    pattern: "(?:^|[^名报标费缴交集])(?P<here>截止)(?:目前|今年|去年|上年|年底|月底|本月|[0-9０-９]{1,4} ?[年月日]|[一二三四五六七八九十]{1,3}月)",
    message: |_| "“截止”后面跟时间，应当用“截至”。".to_owned(),
    correction: |_| Some("截至".to_owned()),
    compiled: OnceLock::new(),
};
