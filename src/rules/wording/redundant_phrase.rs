//! Phrases that say one thing twice: 涉及到, 目前现状 (specification §5.6).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity};

/// What is written, and what is enough.
const ROWS: &[(&str, &str)] = &[
    ("涉及到", "涉及"),
    ("目前现状", "现状"),
    ("凯旋归来", "凯旋"),
    ("悬殊很大", "悬殊"),
    ("过高的奢望", "奢望"),
    ("亲眼目睹", "目睹"),
    ("不必要的浪费", "浪费"),
];

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "redundant-phrase",
        title: "语义重复",
        group: Group::Wording,
        // A matter of taste, and common in print.
        on: false,
        severity: Severity::Info,
        why: "前后两个词意思重叠，删去一个更干净。",
        source: "编辑惯例",
        fix: Fix::Always,
        bad: &["改革涉及到多个部门。"],
        good: &["改革涉及多个部门。"],
    },
    words: &[
        "涉及到", "目前现状", "凯旋归来", "悬殊很大", "过高的奢望", "亲眼目睹", "不必要的浪费",
    ],
    judge: |about, site| {
        let (_, enough) = ROWS.iter().find(|row| row.0 == site.word)?;
        let message = format!("“{}”语义重复，用“{enough}”即可。", site.word);
        Some(about.finding(site.span(), message).mended(*enough))
    },
};
