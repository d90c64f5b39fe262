//! P5. A mark printed twice: ，， or 。”。 (specification §5.3).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Finding, Fix, Group, Severity, Site, deletion};
use crate::text::Span;

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "repeated-punctuation",
        title: "标点重复",
        group: Group::Punctuation,
        on: true,
        severity: Severity::Warning,
        why: "删改文字之后，前后两个标点常常挤在一起。",
        source: "GB/T 15834 4：标点符号的用法",
        fix: Fix::Sometimes,
        bad: &[
            "完成了年度任务，，取得较好成绩。",
            "健全机制、，压实责任。",
            "他说：“一定要抓实。”。",
        ],
        good: &["怎么会这样？！", "他说：“好。”", "完成了年度任务，取得较好成绩……"],
    },
    words: &[
        "，，", "，。", "，、", "，；", "，：", "、，", "、。", "、、", "、；", "、：", "；，",
        "；。", "；、", "；；", "；：", "：，", "：。", "：、", "：；", "：：", "。，", "。、",
        "。；", "。：", "。。", "。”。", "，”，", "；”；",
    ],
    judge,
};

fn judge(about: &'static About, site: &Site<'_>) -> Option<Finding> {
    const MARKS: [char; 5] = ['，', '。', '、', '；', '：'];
    let quoted = site.word.contains('”');
    // Three and more are an ellipsis or a line to write on.
    if !quoted && (site.before().ends_with(MARKS) || site.after().starts_with(MARKS)) {
        return None;
    }
    let mark = site.word.chars().next()?;
    let same = site.word.ends_with(mark);
    let last = Span::new(site.at + site.word.len() - mark.len_utf8(), site.at + site.word.len());
    let finding = about.finding(site.span(), format!("标点“{}”重复。", site.word));
    Some(if same { finding.fixed(vec![deletion(last)]) } else { finding })
}
