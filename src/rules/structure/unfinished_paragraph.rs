//! A paragraph that ends in the middle of a sentence.

use crate::document::BlockKind;
use crate::outline::{Ending, LineRole};
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};
use crate::text::Span;
use crate::text::scanner::is_han;

pub(in crate::rules) struct UnfinishedParagraph;

const ABOUT: About = About {
    id: "unfinished-paragraph",
    title: "段落没有写完",
    group: Group::Structure,
    on: true,
    severity: Severity::Warning,
    why: "段末停在逗号上，或者没有标点，可能漏了后半句，也可能是复制时截断的。",
    source: "GB/T 15834 4.1：句号",
    fix: Fix::Never,
    bad: &[
        "严格落实安全生产责任制，组织开展重点行业领域隐患排查整治，\n\n各项工作有序推进，群众比较满意。",
        "严格落实责任制，组织开展隐患排查整治。各项工作有序推进，群众比较满意",
    ],
    good: &[
        "尊敬的各位领导，\n各位同志：",
        "（一）加强学习\n严格落实责任制，组织开展隐患排查整治。",
    ],
};

/// A shorter line may be anything (characters).
const SHORTEST: usize = 25;

impl Rule for UnfinishedParagraph {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let text = block.text.trim_end();
        let Some(last) = text.chars().next_back() else { return };
        let span = Span::new(text.len() - last.len_utf8(), text.len());
        let prose = block.kind == BlockKind::Paragraph
            && !matches!(block.line.role, LineRole::Noise | LineRole::Short { .. });
        if !prose || block.is_elsewhere(span) {
            return;
        }
        let open = block.line.ending == Ending::Open && (is_han(last) || last == '%');
        // 尊敬的各位领导， is a salutation over two lines.
        if matches!(last, '，' | '、') && text.contains(is_han) && is_long(text) {
            let message = "段末停在逗号或顿号上，这句话没有写完，或者被断开了。";
            checked.findings.push(ABOUT.finding(span, message));
        } else if open && text.contains('。') && is_long(text) {
            let message = "段末没有标点，请核对这句话是否写完。";
            checked.findings.push(ABOUT.finding(span, message).graded(Severity::Info));
        }
    }
}

fn is_long(text: &str) -> bool {
    text.chars().nth(SHORTEST).is_some()
}
