//! D2. A particle written twice: 的的 (specification §5.2).

use super::pattern::PatternRule;
use super::{About, Fix, Severity};
use std::sync::OnceLock;

pub(super) static RULE: PatternRule = PatternRule {
    about: &About {
        id: "doubled-particle",
        title: "虚词重复",
        severity: Severity::Warning,
        why: "“的的”“与与”一类的重复，多是改稿时留下的。",
        source: "编辑惯例",
        fix: Fix::Always,
        bad: &["提高了服务群众的的能力。", "加强部门与与部门的配合。"],
        good: &[
            "的的确确是这样。", "进一步了了解情况", "实实在在为群众办事。", "首都都市圈建设提速。",
        ],
    },
    triggers: &["的的", "与与", "及及", "被被", "将将"],
    pattern: "(?P<here>的的|与与|及及|被被|将将)(?:$|[^确的与及被将士军])",
    message: |found| {
        let word: String = found.chars().take(1).collect();
        format!("“{word}”字重复，应当删去一个。")
    },
    correction: |found| Some(found.chars().take(1).collect()),
    compiled: OnceLock::new(),
};
