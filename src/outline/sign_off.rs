//! The sign-off: attachment note, signature, date (specification §1.5).

use super::title::is_name;
use super::{Ending, Frame, Line, LineRole, date};
use crate::text::Span;
use crate::text::scanner::{is_blank, is_digit};

/// The sign-off stands in the last lines.
const LAST_LINES: usize = 8;

/// A signature is at most this long.
const LONGEST_SIGNATURE: u8 = 25;

/// What a label of a signature says besides 人: 述职人：, 述责述廉人：, but not 联系人：.
const LABELS: &[&str] = &["述", "报告", "汇报", "总结", "撰稿", "起草", "发言"];

/// How the name of a unit ends.
const UNIT_ENDINGS: &[&str] = &[
    "县", "市", "区", "局", "办", "委", "公司", "政府", "委员会", "办公室", "中心", "院", "校",
    "支部", "党组", "组", "处", "所", "站", "镇", "乡", "街道", "厅", "部", "会", "队", "集团",
    "科", "室", "庭", "馆", "园", "社", "厂", "店", "矿", "场", "行", "村", "大学", "中学", "小学",
    "幼儿园", "团委",
];

/// Lines after the sign-off: 附注 and 版记.
const AFTER: &[&str] = &["（此件", "(此件", "（联系人", "抄送", "主送", "联系人", "联系电话"];

/// Reads the sign-off in `lines` (those of the main text, from `from` on) into `frame`; gives the
/// index of its first line, or the number of lines.
pub(super) fn read(lines: &[Line<'_>], from: usize, frame: &mut Frame) -> usize {
    let tail = tail(lines, from);
    let mut start = lines.len();
    let date_in_title_block = frame.date;
    for (i, &index) in tail.iter().enumerate() {
        let line = &lines[index];
        let numbered = matches!(line.facts.role, LineRole::Heading { .. } | LineRole::Item { .. });
        let in_note = frame.attachment.is_some_and(|note| note.contains(line.trimmed()));
        let found = if is_attachment_note(line) {
            let last = last_of_note(lines, &tail[i..]);
            frame.attachment =
                Some(Span { start: line.trimmed().start, end: lines[last].trimmed().end });
            true
        } else if numbered {
            // Whatever looked like a sign-off stood before a heading. An attachment's number is
            // none: 附件：1.… / 2.….
            if !in_note {
                (frame.signature, frame.attachment, start) = (None, None, lines.len());
                frame.date = date_in_title_block;
            }
            false
        } else {
            read_signed(lines, &tail, i, frame)
        };
        let after = AFTER.iter().any(|word| line.text.trim_start().starts_with(word));
        if found || (after && start < lines.len()) {
            start = start.min(index);
        }
    }
    start
}

/// The last lines that are not noise, in reading order.
fn tail(lines: &[Line<'_>], from: usize) -> Vec<usize> {
    let own = |index: &usize| lines[*index].facts.role != LineRole::Noise;
    let mut tail: Vec<usize> = (from..lines.len()).rev().filter(own).take(LAST_LINES).collect();
    tail.reverse();
    tail
}

/// Reads a date line, a signature beside one, or a labelled signature.
fn read_signed(lines: &[Line<'_>], tail: &[usize], i: usize, frame: &mut Frame) -> bool {
    let line = &lines[tail[i]];
    let neighbour_is_date = [i.checked_sub(1), Some(i + 1)]
        .into_iter()
        .flatten()
        .filter_map(|at| tail.get(at))
        .any(|&at| date::is_date_line(lines[at].text.trim()));
    if date::is_date_line(line.text.trim()) {
        frame.date = Some(line.trimmed());
        return true;
    }
    if let Some((signature, date)) = split_at_date(line) {
        (frame.signature, frame.date) = (Some(signature), Some(date));
        return true;
    }
    let signs = is_labelled(line) || (neighbour_is_date && is_signature(line));
    if signs {
        frame.signature = Some(line.trimmed());
    }
    signs
}

/// 附件：1.任务分解表
fn is_attachment_note(line: &Line<'_>) -> bool {
    let Some(rest) = line.text.trim_start().strip_prefix("附件") else { return false };
    let named = rest.trim_start_matches(|c| matches!(c, '：' | ':') || is_blank(c));
    let marked = rest.starts_with(['：', ':'])
        || (rest.starts_with(|c: char| c.is_ascii_digit())
            && rest.contains(['.', '．', '、', '：']));
    marked && !named.is_empty() && line.facts.length <= 100 && !rest.contains('。')
}

/// The last line of the attachment note that begins `tail`: its further numbers stand on lines of
/// their own.
fn last_of_note(lines: &[Line<'_>], tail: &[usize]) -> usize {
    // 2.2024年重点项目清单 is no heading, so the number is looked for here.
    let goes_on = |&&index: &&usize| {
        let text = lines[index].text.trim();
        let rest = text.trim_start_matches(is_digit);
        rest.len() < text.len()
            && rest.starts_with(['.', '．', '、'])
            && lines[index].facts.ending != Ending::Complete
    };
    tail.iter().skip(1).take_while(goes_on).last().or(tail.first()).copied().unwrap_or(0)
}

/// 张三　2022年12月31日: signature and date on one line.
fn split_at_date(line: &Line<'_>) -> Option<(Span, Span)> {
    let text = line.text.trim_end();
    if line.facts.length > 50 || line.text.contains(['。', '，']) {
        return None;
    }
    let (gap, blank) = text.char_indices().find(|&(at, c)| {
        is_blank(c)
            && at > 0
            && date::is_date_line(text[at..].trim())
            && !text[..at].trim().is_empty()
    })?;
    let signature = text[..gap].trim_end();
    let start = signature.len() - signature.trim_start().len();
    let date = text[gap + blank.len_utf8()..].trim_start();
    let place = |start: usize, end: usize| Span::new(start, end).shift(line.span.start);
    Some((place(start, signature.len()), place(text.len() - date.len(), text.len())))
}

/// 述职人：张三
fn is_labelled(line: &Line<'_>) -> bool {
    let label = line.text.split_once(['：', ':']).and_then(|(label, _)| label.strip_suffix('人'));
    line.facts.length <= LONGEST_SIGNATURE
        && label.is_some_and(|label| LABELS.iter().any(|word| label.contains(word)))
}

/// Whether the line is the name of a unit or a person.
fn is_signature(line: &Line<'_>) -> bool {
    let text = line.text.trim();
    line.facts.length <= LONGEST_SIGNATURE
        && !text.contains(['，', '。', '；', '：'])
        && (is_name(text) || UNIT_ENDINGS.iter().any(|ending| text.ends_with(ending)))
}
