//! U1, U2. A decimal point that became another mark: 1。24万平方米, 1·8% (specification §5.4).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::Span;
use crate::text::scanner::{is_digit, run, run_back};
use crate::text::unit::{self, Usage};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "broken-decimal",
        title: "小数点写错",
        group: Group::Numbers,
        on: true,
        severity: Severity::Warning,
        why: "小数点被换成句号或间隔号，一个数就成了两个。",
        source: "GB/T 15835 4.1",
        fix: Fix::Always,
        bad: &["新建厂房1。24万平方米。", "规模工业增加值增长1·8%。"],
        good: &[
            "城乡收入比缩小至2.27:1。15个平台建成。",
            "遭遇“23·7”特大洪水。",
            "建成3个。12个在建。",
        ],
    },
    words: &["。", "·", "・"],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    let (before, after) = (site.before(), site.after());
    let len = run(after, is_digit);
    let start = run_back(before, is_digit);
    if len == 0 || before.len() == start || before.len() - start > 4 {
        return None;
    }
    // 2.27:1。15个: the figure on the left has its point already; “23·7” is an event.
    let other = before[..start].ends_with(['.', '．', ':', '：', '∶', '“', '-', '/', '·']);
    let measure = unit::read(&after[len..]).filter(|measure| measure.usage == Usage::Strict);
    let sure = measure
        .is_some_and(|m| site.word != "。" || m.power > 0 || m.unit.starts_with(['%', '％']));
    (sure && !other).then(|| {
        let figure = Span::new(start, site.at + site.word.len() + len);
        let message = format!("“{}”里的小数点写成了“{}”。", figure.of(site.block.text), site.word);
        about.finding(site.span(), message).mended(".")
    })
}
