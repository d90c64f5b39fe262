//! Z1. A set phrase from which a site deleted the name (specification §5.7).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "stripped-name",
        title: "固定提法缺少姓名",
        group: Group::SetPhrases,
        on: false,
        severity: Severity::Warning,
        why: "有的网站会删去固定提法里的姓名，复制后成了残句。",
        source: "公开报道的通行表述（2024年）",
        fix: Fix::Never,
        bad: &[
            "紧密团结在以同志为核心的党中央周围。",
            "以新时代中国特色社会主义思想为指导，开展工作。",
        ],
        good: &[
            "紧密团结在以习近平同志为核心的党中央周围。",
            "以习近平新时代中国特色社会主义思想为指导，开展工作。",
        ],
    },
    words: &[
        "总书记新时代中国特色社会主义思想",
        "以同志为核心的党中央",
        "以新时代中国特色社会主义思想为指导",
    ],
    judge: |about, site| {
        (!site.before().ends_with("习近平"))
            .then(|| about.finding(site.span(), "此处的固定提法似乎缺少姓名，请核对。"))
    },
};
