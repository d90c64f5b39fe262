//! W8. A page-chunk marker in the middle of a word: 非税收⏎2、入XX万元 (specification §1.0).

use super::repair;
use crate::injected::InjectedKind;
use crate::rules::{About, BlockView, Checked, Finding, Fix, Group, Rule, Severity};

pub(in crate::rules) struct PageSplice;

const ABOUT: About = About {
    id: "page-splice",
    title: "分页拼接标记",
    group: Group::Injected,
    on: true,
    severity: Severity::Warning,
    why: "文档网站分页显示时插入的序号，会把一句话断成两截，还会被误认成标题。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &["完成税收收入1200万元，非税收\n2、入300万元。"],
    good: &["一、工作情况\n二、存在问题"],
};

impl Rule for PageSplice {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let pieces = block.injected.iter().filter(|piece| piece.kind == InjectedKind::SpliceMarker);
        checked.findings.extend(pieces.map(|piece| Finding {
            fix: repair(piece),
            ..ABOUT.finding(piece.span, "此处疑似分页拼接标记，把一句话断成了两截。".to_owned())
        }));
    }
}
