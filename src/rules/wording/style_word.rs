//! Words that official texts write in one way: 其它 → 其他 (specification §5.6).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "style-word",
        title: "用字习惯",
        group: Group::Wording,
        on: true,
        severity: Severity::Info,
        why: "公文里通常只用其中一种写法。",
        source: "公文用字习惯；《第一批异形词整理表》",
        fix: Fix::Always,
        bad: &["统筹做好其它各项工作。"],
        good: &["统筹做好其他各项工作。"],
    },
    words: &["其它"],
    judge: |about, site| {
        let message = "公文通常写作“其他”。";
        Some(about.finding(site.span(), message).mended("其他"))
    },
};
