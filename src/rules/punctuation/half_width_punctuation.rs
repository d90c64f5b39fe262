//! P1. Half-width punctuation in Chinese text: 32篇,发言 (specification §5.3).

use crate::rules::phrase::PhraseRule;
use crate::rules::{About, Fix, Group, Severity};
use crate::text::scanner::{is_digit, is_han};

pub(in crate::rules) static RULE: PhraseRule = PhraseRule {
    about: &About {
        id: "half-width-punctuation",
        title: "半角标点",
        group: Group::Punctuation,
        on: true,
        severity: Severity::Warning,
        why: "中文句子用全角标点，夹一个半角的，排出来间距忽宽忽窄。",
        source: "GB/T 15834 5.1：标点符号的位置和占用的空间",
        fix: Fix::Always,
        bad: &[
            "撰写心得32篇,发言12次。",
            "主要做法有:加强领导、健全机制。",
            "增长5%,好于预期。",
            "全面完成任务，成效明显.",
        ],
        good: &["人均收入45,000元。", "会议于8:30开始。", "比例尺为1:500。", "约翰.史密斯来访"],
    },
    words: &[",", ";", ":", "!", "?", "."],
    judge: |about, site| {
        const WIDE: &[(&str, &str)] =
            &[(",", "，"), (";", "；"), (":", "："), ("!", "！"), ("?", "？"), (".", "。")];
        let left = site.before().chars().next_back()?;
        let right = site.after().trim_end().chars().next();
        let begins = |c: char| is_han(c) || "“《（".contains(c);
        let chinese = match (site.word, right) {
            // A full stop inside a paragraph may divide a foreign name.
            (".", right) => right.is_none() && is_han(left) && site.before().contains('，'),
            (_, None) => is_han(left),
            (_, Some(right)) => {
                (is_han(left) && is_digit(right))
                    || ((is_han(left) || "”》）%％℃".contains(left)) && begins(right))
            }
        };
        let (mark, wide) = WIDE.iter().find(|(mark, _)| *mark == site.word)?;
        chinese.then(|| {
            let message = format!("中文里的半角“{mark}”应当用全角“{wide}”。");
            about.finding(site.span(), message).mended(*wide)
        })
    },
};
