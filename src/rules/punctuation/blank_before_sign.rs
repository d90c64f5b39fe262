//! P10. A blank between a figure and its sign: 1.4 % (specification §5.3).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity, deletion};
use crate::text::Span;
use crate::text::scanner::is_digit;

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "blank-before-sign",
        title: "数字与符号之间的空格",
        group: Group::Punctuation,
        on: true,
        severity: Severity::Info,
        why: "数字与百分号之间不留空格，否则换行时会被拆开。",
        source: "GB/T 15835；编辑惯例",
        fix: Fix::Always,
        bad: &["固定资产投资增长1.4 %，好于预期。"],
        good: &["固定资产投资增长1.4%，好于预期。"],
    },
    words: &[" %", " ％", " ‰", " ℃", "\u{A0}%"],
    judge: |about, site| {
        let blank = site.word.chars().next()?.len_utf8();
        site.before().ends_with(is_digit).then(|| {
            let span = Span::new(site.at, site.at + blank);
            about.finding(span, "数字与符号之间不留空格。").fixed(vec![deletion(span)])
        })
    },
};
