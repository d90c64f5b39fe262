//! W7. Words of the web page, not of the report: 打印 收藏 【字号：大 中 小】 (specification §4.1).

use super::repair;
use crate::injected::InjectedKind;
use crate::rules::{About, BlockView, Checked, Finding, Fix, Group, Rule, Severity};

pub(in crate::rules) struct PageChrome;

const ABOUT: About = About {
    id: "page-chrome",
    title: "网页版面文字",
    group: Group::Injected,
    on: true,
    severity: Severity::Info,
    why: "从网页上复制的文稿，常把“打印”“收藏”“字号”一类的按钮文字也带了进来。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &["【字号：大 中 小】"],
    good: &["会议要求压缩文件字号，控制篇幅。"],
};

impl Rule for PageChrome {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let pieces = block.injected.iter().filter(|piece| piece.kind == InjectedKind::PageChrome);
        checked.findings.extend(pieces.map(|piece| Finding {
            fix: repair(piece),
            ..ABOUT.finding(piece.span, "此处是网页的版面文字，不是正文。".to_owned())
        }));
    }
}
