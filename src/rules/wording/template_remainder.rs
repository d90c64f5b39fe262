//! Sentences of a template that were left in: instructions, 范文 in the title.

use crate::outline::LineRole;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, Site};
use crate::text::Span;
use crate::text::scanner::is_digit;

pub(in crate::rules) struct TemplateRemainder;

const ABOUT: About = About {
    id: "template-remainder",
    title: "模板遗留文字",
    group: Group::Wording,
    on: true,
    severity: Severity::Warning,
    why: "模板里的指示语和“范文”字样忘了删，等于告诉读者这份材料是抄来的。",
    source: "编辑惯例",
    fix: Fix::Never,
    bad: &["2022年个人述职报告范文", "工作中存在的不足，请根据实际情况填写。"],
    good: &[
        "开展规范文明执法活动",
        "根据实际情况填写报表，按时上报。",
        "组织编写公文写作范文，印发各单位学习。",
    ],
};

impl Rule for TemplateRemainder {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec![
            "请根据实际情况填写", "请根据实际情况修改", "请在此处", "此处省略", "此处插入",
            "以下为范文", "范文如下", "以下是范文", "本模板", "本范文", "模板内容", "请自行修改",
            "请自行补充", "请自行填写",
        ]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        report(site.span(), site.block.text, checked);
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        const ENDINGS: [&str; 6] =
            ["报告范文", "总结范文", "材料范文", "报告模板", "总结模板", "讲话稿范文"];
        let heading = matches!(block.line.role, LineRole::Short { .. } | LineRole::Body);
        let text = block.text.trim();
        if !heading || text.len() > 120 {
            return;
        }
        let bare = text.trim_end_matches(|c: char| {
            is_digit(c) || "（）()精选通用优秀最新篇份字一二三四五".contains(c)
        });
        let Some(ending) = ENDINGS.iter().find(|ending| bare.ends_with(**ending)) else { return };
        let end = block.text.len() - block.text.trim_start().len() + bare.len();
        let word = ending.len() - "范文".len();
        report(Span::new(end - ending.len() + word, end), block.text, checked);
    }
}

fn report(span: Span, text: &str, checked: &mut Checked) {
    let message = format!("“{}”像是模板里遗留的文字，请核对。", span.of(text));
    checked.findings.push(ABOUT.finding(span, message));
}
