//! U8. Another sign for the 〇 of a year: 二O二二年, 二零二二年 (specification §5.4).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site};
use crate::text::Span;

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "letter-in-year",
        title: "年份中的字母O",
        group: Group::Numbers,
        on: true,
        severity: Severity::Warning,
        why: "汉字年份里的零写作“〇”，字母O只是形似，查找、排序都认不出。",
        source: "GB/T 15835 5.4",
        fix: Fix::Always,
        bad: &["二O二二年十二月二十日", "二Ｏ二三年工作要点", "二零二二年工作要点"],
        good: &["二〇二二年十二月二十日", "二○三五年远景目标", "O型血", "二零年代"],
    },
    words: &["二O", "二Ｏ", "二o", "二零"],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    let written = &site.block.text[site.at..];
    let len: usize = written.chars().take(4).map(char::len_utf8).sum();
    let (year, rest) = written.split_at(len);
    let digits = year.chars().all(|c| "〇○零一二三四五六七八九OＯo".contains(c));
    (digits && rest.starts_with('年')).then(|| {
        let right = year.replace(['O', 'Ｏ', 'o', '零'], "〇");
        let place = Span::new(site.at, site.at + len);
        let finding = about.finding(place, "汉字年份里的零应当写作“〇”。").mended(right);
        if site.word.ends_with('零') { finding.graded(Severity::Info) } else { finding }
    })
}
