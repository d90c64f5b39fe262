//! U8. A Latin O for the 〇 of a year: 二O二二年 (specification §5.4).

use super::pattern::PatternRule;
use super::{About, Fix, Severity};
use std::sync::OnceLock;

pub(super) static RULE: PatternRule = PatternRule {
    about: &About {
        id: "letter-in-year",
        title: "年份中的字母O",
        severity: Severity::Warning,
        why: "汉字年份里的零写作“〇”，字母O只是形似，查找、排序都认不出。",
        source: "GB/T 15835 5.4",
        fix: Fix::Always,
        bad: &["二O二二年十二月二十日", "二Ｏ二三年工作要点"],
        good: &["二〇二二年十二月二十日", "二○三五年远景目标", "O型血"],
    },
    triggers: &["二O", "二Ｏ", "二o"],
    pattern: "(?P<here>二[OＯo][〇○零一二三四五六七八九OＯo][〇○零一二三四五六七八九OＯo])年",
    message: |_| "汉字年份里的零应当写作“〇”。".to_owned(),
    correction: |found| Some(found.replace(['O', 'Ｏ', 'o'], "〇")),
    compiled: OnceLock::new(),
};
