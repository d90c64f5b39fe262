//! P9. A blank inside a sentence (specification §5.3).

use crate::outline::LineRole;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, deletion};
use crate::text::Span;
use crate::text::scanner::{after, before, is_blank, is_han, run};

pub(in crate::rules) struct StrayBlank;

const ABOUT: About = About {
    id: "stray-blank",
    title: "句中空格",
    group: Group::Punctuation,
    on: true,
    severity: Severity::Info,
    why: "句子中间的空格多是粘贴或误按留下的，两端对齐时会拉出一道空隙。",
    source: "编辑惯例",
    fix: Fix::Always,
    bad: &["本人紧紧围绕分管领域工作，认真 履职、真抓实干，完成了各项任务。"],
    good: &[
        "市长 龚 正",
        "举办“鹭引五洲 才聚八闽”全国创新创业大赛，吸引各方人才参与。",
        "参加调研的有张某某 李某某 王某某 赵某某 钱某某等同志，历时三天。",
        "完成投资 3 亿元，增长 5%，好于预期目标，结构持续优化。",
    ],
};

/// More of them are a layout, not a slip.
const MOST: usize = 3;

/// Names and offices at the start of a line are set apart by blanks (characters from the first Han
/// character on).
const HEAD: usize = 10;

impl Rule for StrayBlank {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let text = &block.text[..block.own_end()];
        // To look for one character is far cheaper than to look at every one.
        let any = [' ', '\u{3000}', '\u{A0}', '\t'].iter().any(|blank| text.contains(*blank));
        let prose = matches!(block.line.role, LineRole::Body) && text.ends_with('。');
        if !any || !prose {
            return;
        }
        let Some(body) = text.find(is_han) else { return };
        let head = text[body..].char_indices().nth(HEAD).map_or(text.len(), |(at, _)| body + at);
        let between = |&(at, len): &(usize, usize)| {
            // A motto in two halves is written so: “鹭引五洲 才聚八闽”.
            let quoted = text[..at].rfind(['“', '”']).is_some_and(|q| text[q..].starts_with('“'));
            !quoted
                && before(text, at).is_some_and(is_han)
                && after(text, at + len).is_some_and(is_han)
        };
        let blanks = text[body..].match_indices(is_blank).map(|(at, _)| body + at);
        let runs = blanks.filter(|&at| !before(text, at).is_some_and(is_blank));
        let runs = runs.map(|at| (at, run(&text[at..], is_blank)));
        let stray: Vec<(usize, usize)> = runs.filter(between).take(MOST + 1).collect();
        if stray.len() > MOST {
            return;
        }
        for (at, len) in stray.into_iter().filter(|&(at, _)| at >= head) {
            let span = Span::new(at, at + len);
            let finding = ABOUT.finding(span, "句子中间有多余的空格。");
            checked.findings.push(finding.fixed(vec![deletion(span)]));
        }
    }
}
