//! The words of the overview.

use super::{BLANKS, CLOSING, FINDINGS, METRICS, SECTIONS, count};
use crate::view::{Stretch, StretchKind};

pub(crate) const TAB_OVERVIEW: &str = "总览";
pub(crate) const CHARACTERS: &str = "字数";
pub(crate) const ALOUD: &str = "宣读约";
pub(crate) const SILENT: &str = "默读约";
pub(crate) const MINUTES: &str = "分钟";
pub(crate) const PARAGRAPHS: &str = "段落";
pub(crate) const STRETCHES: &str = "篇幅";
pub(crate) const NO_STRETCHES: &str = "这份稿子里还没有字。";
pub(crate) const LEGEND_BLANK: &str = "待填处";
pub(crate) const LEGEND_FINDING: &str = "问题处";
pub(crate) const NOTHING_FOUND: &str = "没有发现问题";
pub(crate) const PARTS: &str = "组成部分";
pub(crate) const PART_MISSING: &str = "未见";
pub(crate) const SUGGESTION: &str = "建议";
pub(crate) const SOURCE: &str = "来源";
pub(crate) const UNREADABLE: &str = "读不出";

/// The year a report is about.
#[must_use]
pub(crate) fn year(year: u16) -> String {
    format!("{year} 年度")
}

/// What a stretch of the text is called where it is no section.
#[must_use]
pub(crate) fn stretch_name(kind: StretchKind) -> &'static str {
    match kind {
        StretchKind::Opening => "标题和导语",
        StretchKind::Section(_) => SECTIONS,
        StretchKind::Closing => CLOSING,
        StretchKind::Whole => "全文",
    }
}

/// The share of a stretch in the whole.
#[must_use]
pub(crate) fn share(stretch: &Stretch) -> String {
    match stretch.share {
        0 => "不到 1%".to_owned(),
        share => format!("{share}%"),
    }
}

/// What stands in a stretch: 指标 12 · 待填 3; nothing for what it does not have.
#[must_use]
pub(crate) fn stretch_marks(stretch: &Stretch) -> String {
    let counts = [
        (METRICS, stretch.metrics),
        (BLANKS, stretch.blanks.count),
        (FINDINGS, stretch.findings.count),
    ];
    let there = counts.into_iter().filter(|(_, number)| *number > 0);
    let words: Vec<String> = there.map(|(name, n)| format!("{name} {}", count(n))).collect();
    words.join(" · ")
}

/// Sections that are not drawn.
#[must_use]
pub(crate) fn more_sections(rest: usize) -> String {
    format!("另有 {} 节，请看提纲。", count(rest))
}

/// How many blanks are open.
#[must_use]
pub(crate) fn places(number: usize) -> String {
    format!("{} 处", count(number))
}

/// How many of a type are filled in.
#[must_use]
pub(crate) fn done_of(done: usize, all: usize) -> String {
    format!("{}/{}", count(done), count(all))
}

/// How many findings there are.
#[must_use]
pub(crate) fn findings(number: usize) -> String {
    format!("{} 条", count(number))
}

/// How many parts were not seen.
#[must_use]
pub(crate) fn suggestions(number: usize) -> String {
    format!("{SUGGESTION} {number} 项")
}

/// What the list of parts is good for.
#[must_use]
pub(crate) fn parts_note(kind: &str, missing: usize) -> String {
    if missing == 0 {
        format!("对照{kind}的常见写法，各部分都有。")
    } else {
        format!("对照{kind}的常见写法；未见的只是建议，不必写的不用理会。")
    }
}

/// Characters the encoding does not have.
#[must_use]
pub(crate) fn unreadable(lost: u32) -> String {
    format!("{} 个字符，显示为 �", count(lost as usize))
}
