//! D2. A particle written twice: 的的 (specification §5.2).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "doubled-particle",
        title: "虚词重复",
        group: Group::Repetition,
        on: true,
        severity: Severity::Warning,
        why: "“的的”“与与”一类的重复，多是改稿时留下的。",
        source: "编辑惯例",
        fix: Fix::Always,
        bad: &["提高了服务群众的的能力。", "加强部门与与部门的配合。", "我我将继续努力。"],
        good: &[
            "的的确确是这样。",
            "进一步了了解情况",
            "实实在在为群众办事。",
            "首都都市圈建设提速。",
            "作为为政之魂",
            "明辨是是非非",
            "为了了却心愿",
            "是一定能够达到目的的。",
            "解放思想同实事求是是统一的。",
            "强化监测以及及时响应。",
            "加强科学普及及成果应用。",
            "深化各方参与与合作。",
            "侦破棉被被盗案件。",
            "明确合同标的的范围。",
        ],
    },
    words: &["的的", "与与", "及及", "被被", "将将", "了了", "是是", "我我", "也也"],
    judge: |about, site| {
        let next = site.after().chars().next();
        let other_word = |(word, follows): &(&str, &str)| {
            *word == site.word && next.is_some_and(|c| follows.contains(c))
        };
        let word = &site.word[..site.word.len() / 2];
        let before = site.before();
        let longer = before.ends_with(word) || site.after().starts_with(word);
        let previous = before.chars().next_back();
        let ends_word = |(word, ends): &(&str, &str)| {
            *word == site.word && previous.is_some_and(|c| ends.contains(c))
        };
        (!longer && !ENDING_WORDS.iter().any(ends_word) && !OTHER_WORDS.iter().any(other_word))
            .then(|| {
                let message = format!("“{word}”字重复，应当删去一个。");
                about.finding(site.span(), message).mended(word)
            })
    },
};

/// What may follow where the second character begins another word: 的的确确, 了了解.
const OTHER_WORDS: &[(&str, &str)] = &[
    ("的的", "确士"),
    ("与与", "会"),
    ("及及", "时早格第"),
    ("被被", "子褥"),
    ("将将", "士军领帅"),
    ("了了", "解事结却如断"),
    ("是是", "非否"),
];

/// What may stand before where the first character ends another word: 目的的, 实事求是是, 参与与.
const ENDING_WORDS: &[(&str, &str)] =
    &[("的的", "目标"), ("与与", "参给赋"), ("及及", "普"), ("被被", "棉毛"), ("是是", "求国")];
