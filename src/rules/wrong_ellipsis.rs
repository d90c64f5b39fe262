//! P7. An ellipsis of full stops: 。。。 (specification §5.3).

use super::pattern::PatternRule;
use super::{About, Fix, Severity};
use std::sync::OnceLock;

pub(super) static RULE: PatternRule = PatternRule {
    about: &About {
        id: "wrong-ellipsis",
        title: "省略号写法",
        severity: Severity::Warning,
        why: "省略号是六个居中的点，占两个字，不用句号或英文句点代替。",
        source: "GB/T 15834 4.11",
        fix: Fix::Always,
        bad: &["走访了农户、企业、学校。。。", "走访了农户、企业、学校...等处"],
        good: &["走访了农户、企业、学校……", "下载地址为a...b"],
    },
    triggers: &["。。。", "..."],
    pattern: r"(?:[\u{4E00}-\u{9FFF}”》）])(?P<here>。{3,}|\.{3,})(?:$|[\u{4E00}-\u{9FFF}“《（，。；])",
    message: |_| "省略号应当写作“……”。".to_owned(),
    correction: |_| Some("……".to_owned()),
    compiled: OnceLock::new(),
};
