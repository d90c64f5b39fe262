//! U7. Digits before 百 or 千: 3千里 (specification §5.4).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity};
use crate::text::Span;
use crate::text::scanner::{is_digit, run_back};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "digit-multiplier",
        title: "阿拉伯数字加百、千",
        group: Group::Numbers,
        on: true,
        severity: Severity::Info,
        why: "阿拉伯数字后只用“万”“亿”作单位，百、千应当写成数字。",
        source: "GB/T 15835 5.1.3",
        fix: Fix::Never,
        bad: &["发动群众3千人参与。"],
        good: &["装机容量5千瓦，线路长3千米。", "投资5千万元。", "数千人参与。"],
    },
    words: &[
        "百人", "千人", "百名", "千名", "百户", "千户", "百家", "千家", "百个", "千个", "百元",
        "千元", "百亩", "千亩", "百吨", "千吨", "千里", "百里", "百件", "千件", "百余", "千余",
    ],
    judge: |about, site| {
        let start = run_back(site.before(), is_digit);
        (start < site.at).then(|| {
            let place = Span::new(start, site.at + site.word.len());
            about.finding(place, "阿拉伯数字后不用“百”“千”，应当写全数字。")
        })
    },
};
