//! P9. Characters that are not seen: zero-width blanks, soft hyphens (specification §5.3).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity, deletion};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "invisible-character",
        title: "不可见字符",
        group: Group::Punctuation,
        on: true,
        severity: Severity::Warning,
        why: "从网页复制来的零宽字符看不见，却让查找、统计和换行出错。",
        source: "编辑惯例",
        fix: Fix::Always,
        bad: &["完成年度\u{200B}目标任务。", "完成年度目\u{AD}标任务。"],
        good: &["完成年度目标任务。"],
    },
    words: &[
        "\u{200B}", "\u{200C}", "\u{200D}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}",
        "\u{202C}", "\u{202D}", "\u{202E}", "\u{2060}", "\u{FEFF}", "\u{AD}",
    ],
    judge: |about, site| {
        // The joiner of an emoji belongs to it.
        let joins = site.word == "\u{200D}" && site.after().starts_with(|c: char| c > '\u{FFFF}');
        let message = "此处有一个看不见的字符，应当删去。";
        (!joins).then(|| about.finding(site.span(), message).fixed(vec![deletion(site.span())]))
    },
};
