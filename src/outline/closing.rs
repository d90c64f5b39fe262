//! The closing (结尾): paragraphs after the last section that do not belong to it
//! (specification §1.5).

use super::node::Node;
use super::{Line, LineRole};
use crate::text::Span;

/// How a closing opens.
const OPENINGS: &[&str] = &[
    "各位代表", "各位委员", "各位领导", "各位评委", "各位同志", "各位同事", "同志们", "特此报告",
    "以上报告", "以上是", "以上就是", "以上汇报", "以上述职", "以上意见", "不当之处", "不妥之处",
    "谢谢", "感谢大家", "让我们", "总之，", "综上", "述职完毕", "汇报完毕", "我的述职", "我的汇报",
    "最后，", "请予", "请批评", "敬请", "恳请",
];

/// How a closing opens that is one sentence, which may stand right under the last heading.
const FORMULAS: &[&str] = &[
    "特此报告", "以上报告", "以上是", "以上就是", "以上汇报", "以上述职", "不当之处", "不妥之处",
    "谢谢", "述职完毕", "汇报完毕",
];

/// The closing among `lines[..end]` after the last of `nodes`.
pub(super) fn find(lines: &[Line<'_>], nodes: &[Node], end: usize) -> Option<Span> {
    let last = nodes.last()?;
    let paragraphs: Vec<usize> =
        (last.line + 1..end).filter(|&index| lines[index].facts.role != LineRole::Noise).collect();
    let begins = |index: usize, openings: &[&str]| {
        openings.iter().any(|opening| lines[index].text.trim_start().starts_with(opening))
    };
    // The first paragraph after a heading on a line of its own is that section's body.
    let opens = |(position, index): (usize, usize)| {
        let openings = if position == 0 && !last.is_run_in() { FORMULAS } else { OPENINGS };
        begins(index, openings)
    };
    let first = if last.is_run_in() && siblings_are_single_paragraphs(lines, nodes) {
        paragraphs.first()
    } else {
        let position = paragraphs.iter().copied().enumerate().position(opens);
        position.map(|position| &paragraphs[position])
    }?;
    let close = paragraphs.last()?;
    Some(Span { start: lines[*first].trimmed().start, end: lines[*close].trimmed().end })
}

/// Whether the last section is a run-in one whose elder siblings all are one paragraph each. Then
/// the paragraph after it is no part of it: 3.注重依法行政。… / 总结近全年的工作，….
fn siblings_are_single_paragraphs(lines: &[Line<'_>], nodes: &[Node]) -> bool {
    let Some(last) = nodes.last() else { return false };
    let mut siblings = 0;
    for (node, next) in nodes.iter().zip(nodes.iter().skip(1)).rev() {
        if node.place.sequence == last.place.sequence {
            siblings += 1;
            let between = &lines[node.line + 1..next.line];
            if between.iter().any(|line| line.facts.role != LineRole::Noise) {
                return false;
            }
        } else if node.place.depth < last.place.depth {
            break;
        }
    }
    siblings > 0
}
