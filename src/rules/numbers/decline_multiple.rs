//! U6. What falls by multiples: 下降了一倍 (specification §5.4).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::{is_digit, run_back};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "decline-multiple",
        title: "减少用倍数",
        group: Group::Numbers,
        on: true,
        severity: Severity::Warning,
        why: "减少一倍就是减到零；下降只能用百分数、分数或者“降为原来的几分之一”。",
        source: "GB/T 15835；编辑惯例",
        fix: Fix::Never,
        bad: &["单位成本下降了一倍。", "事故起数减少2倍。"],
        good: &["单位成本下降0.5个百分点。", "产值比上年增长1.2倍。"],
    },
    words: &["倍"],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    const FALLS: [&str; 6] = ["下降", "减少", "降低", "缩小", "缩短", "减轻"];
    let before = site.before();
    let start =
        run_back(before, |c| is_digit(c) || is_numeral(c) || matches!(c, '.' | '．' | '半' | '多'));
    let verb = before[..start].trim_end_matches(['了', '近', '约', '超', '过', '达']);
    let falls = start < before.len() && FALLS.iter().any(|word| verb.ends_with(word));
    falls.then(|| {
        let place = Span::new(start, site.at + site.word.len());
        about.finding(place, "下降、减少不用倍数表示。")
    })
}
