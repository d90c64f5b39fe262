//! P1. Half-width punctuation in Chinese text: 32篇,发言 (specification §5.3).

use super::{About, BlockView, Finding, Fix, Rule, Severity};
use crate::document::Edit;
use crate::text::Span;
use crate::text::scanner::{after, before, is_han};

pub(super) struct HalfWidthPunctuation;

const ABOUT: About = About {
    id: "half-width-punctuation",
    title: "半角标点",
    severity: Severity::Warning,
    why: "中文句子用全角标点，夹一个半角的，排出来间距忽宽忽窄。",
    source: "GB/T 15834 5.1：标点符号的位置和占用的空间",
    fix: Fix::Always,
    bad: &["撰写心得32篇,发言12次。", "主要做法有:加强领导、健全机制。"],
    good: &["人均收入45,000元。", "会议于8:30开始。", "比例尺为1:500。"],
};

/// Half-width marks and what they should be.
const MARKS: &[(char, &str)] = &[(',', "，"), (';', "；"), (':', "："), ('!', "！"), ('?', "？")];

impl Rule for HalfWidthPunctuation {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, findings: &mut Vec<Finding>) {
        for (at, byte) in
            block.text.bytes().enumerate().filter(|(_, byte)| byte.is_ascii_punctuation())
        {
            let Some((mark, wide)) = MARKS.iter().find(|(mark, _)| *mark == char::from(byte))
            else {
                continue;
            };
            let span = Span::new(at, at + 1);
            if is_chinese_around(block.text, at) && !block.is_elsewhere(span) {
                let fix = Edit { span, replacement: (*wide).to_owned() };
                let message = format!("中文里的半角“{mark}”应当用全角“{wide}”。");
                findings.push(Finding { fix: Some(vec![fix]), ..ABOUT.finding(span, message) });
            }
        }
    }
}

/// Whether Chinese text stands on both sides; on the left a closing mark will do.
fn is_chinese_around(text: &str, at: usize) -> bool {
    let left = before(text, at).is_some_and(|c| is_han(c) || matches!(c, '”' | '》' | '）'));
    left && after(text, at + 1).is_some_and(|c| is_han(c) || matches!(c, '“' | '《' | '（'))
}
