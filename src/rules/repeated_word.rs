//! D1. A word doubled across a closing mark: “百日行动”行动 (specification §5.2).

use super::{About, BlockView, Finding, Fix, Rule, Severity, deletion};
use crate::text::Span;
use crate::text::scanner::is_han;

pub(super) struct RepeatedWord;

const ABOUT: About = About {
    id: "repeated-word",
    title: "词语重复",
    severity: Severity::Warning,
    why: "引号或书名号里已经有的词，紧接着又写了一遍，是改稿时最常见的遗留。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &[
        "开展城镇燃气安全整治“百日行动”行动，排查隐患。",
        "认真贯彻《信访工作条例》条例，规范办理程序。",
    ],
    good: &[
        "扎实开展“百日攻坚”行动，排查隐患。",
        "推进“新城”新城区建设。",
        "落实“河长制”，管好每一条河。",
    ],
};

impl Rule for RepeatedWord {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, findings: &mut Vec<Finding>) {
        for (at, mark) in block.text.match_indices(['”', '’', '》', '）']) {
            let Some(word) = doubled(block.text, at, at + mark.len()) else { continue };
            let message = format!("“{}”在{mark}前后重复，应当删去后一个。", word.of(block.text));
            findings
                .push(Finding { fix: Some(vec![deletion(word)]), ..ABOUT.finding(word, message) });
        }
    }
}

/// The repetition behind a mark, if the two to four Han before it stand again behind it and the
/// word ends there: 新城 in “新城”新城区 goes on, and is another word.
fn doubled(text: &str, mark: usize, behind: usize) -> Option<Span> {
    let (before, rest) = (&text[..mark], &text[behind..]);
    (2..=4).rev().find_map(|count| {
        let start = before.char_indices().rev().nth(count - 1)?.0;
        let word = &before[start..];
        let ends = !rest.get(word.len()..)?.starts_with(is_word_continued);
        (word.chars().all(is_han) && rest.starts_with(word) && ends)
            .then(|| Span::new(behind, behind + word.len()))
    })
}

/// Whether a word may go on with `c`; 的, 和 and the like begin another.
fn is_word_continued(c: char) -> bool {
    is_han(c)
        && !matches!(
            c,
            '的' | '和' | '及' | '与' | '中' | '等' | '是' | '在' | '已' | '将' | '为' | '并'
        )
}
