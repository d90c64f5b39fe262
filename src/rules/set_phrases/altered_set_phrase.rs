//! Z2. A quoted set phrase with a wrong word in it (specification §5.7).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "altered-set-phrase",
        title: "固定提法用词有误",
        group: Group::SetPhrases,
        on: false,
        severity: Severity::Warning,
        why: "引号里的固定提法一字之差，就不是原来的提法了。",
        source: "公开报道的通行表述（2024年）",
        fix: Fix::Never,
        bad: &["深刻领悟“两个确定”的决定性意义。", "增强“五个意识”。"],
        good: &["深刻领悟“两个确立”的决定性意义，增强“四个意识”。"],
    },
    words: &[
        "“五个意识”", "“四个意志”", "“四种意识”", "“两个确定”", "“两个确保”的决定性", "“两个维稳”",
        "“两个拥护”", "“四个自强”", "“四种自信”", "“四个全面建设”", "“五位一体化”",
    ],
    judge: |about, site| {
        Some(about.finding(site.span(), format!("{}与通行的提法不同，请核对。", site.word)))
    },
};
