//! The checklist of blanks (待填清单).

use super::desk::{Desk, Mark, is_open};
use super::outline_tree::section_label;
use super::paragraph::Paragraph;
use crate::placeholder::PlaceholderType;
use crate::text::Span;
use crate::text::scanner::is_sentence_end;

/// Which blanks are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlankFilter {
    /// Those still to be filled in.
    #[default]
    Open,
    /// Deliberate masks too (138****1234).
    All,
}

/// One blank, in words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlankRow {
    /// Its mark in the text.
    pub mark: Mark,
    /// Where it stands.
    pub span: Span,
    /// What is expected: 收缴罚没款（万元）.
    pub label: String,
    /// What it stands for: 数字, 地名.
    pub kind: &'static str,
    /// Whether it is still to be filled in.
    pub open: bool,
    /// The number of its section.
    pub section: String,
    /// The words before it, the blank as written, the words after it.
    pub context: [String; 3],
}

/// The blanks that `filter` lets through, in reading order, as indices.
#[must_use]
pub fn blank_order(desk: &Desk, filter: BlankFilter) -> Vec<u32> {
    let blanks = (0_u32..).zip(desk.blanks());
    blanks.filter(|(_, b)| filter == BlankFilter::All || is_open(b)).map(|(i, _)| i).collect()
}

/// The row of blank `index`.
#[must_use]
pub fn blank_row(desk: &Desk, index: u32) -> Option<BlankRow> {
    let placed = desk.blanks().get(index as usize)?;
    let span = desk.place(Mark::Blank(index))?;
    Some(BlankRow {
        mark: Mark::Blank(index),
        span,
        label: blank_label(desk, index),
        kind: kind_name(placed.at.fact.kind),
        open: is_open(placed),
        section: section_label(desk, placed.at.section),
        context: context(desk, span, 14),
    })
}

/// What a blank is called: its metric's name and unit, or what the words around it say.
fn blank_label(desk: &Desk, index: u32) -> String {
    let placed = &desk.blanks()[index as usize];
    let blank = &placed.at.fact;
    let metric = placed.metric.and_then(|i| desk.metrics().get(i as usize));
    let named = metric.map(|metric| &metric.at.fact).filter(|metric| !metric.name.is_empty());
    match named {
        Some(metric) if metric.unit.is_empty() => metric.name.clone(),
        Some(metric) => format!("{}（{}）", metric.name, metric.unit),
        None if !blank.label.is_empty() => blank.label.clone(),
        None => kind_name(blank.kind).to_owned(),
    }
}

/// What a blank stands for, in the words of an office.
pub(super) fn kind_name(kind: PlaceholderType) -> &'static str {
    match kind {
        PlaceholderType::Number => "数字",
        PlaceholderType::Ordinal => "名次",
        PlaceholderType::Date => "日期",
        PlaceholderType::Place => "地名",
        PlaceholderType::Organization => "单位",
        PlaceholderType::Person => "姓名",
        PlaceholderType::DocumentNumber => "文号",
        PlaceholderType::Phone => "电话",
        PlaceholderType::Id => "证号",
        PlaceholderType::Name => "名称",
        PlaceholderType::Instruction => "填写说明",
    }
}

/// The text around `span`: at most `reach` characters of its sentence to either side, and the text
/// of the span itself.
pub(super) fn context(desk: &Desk, span: Span, reach: usize) -> [String; 3] {
    let text = desk.text();
    let at = desk.paragraph_at(span.start).map(|i| desk.paragraphs()[i]);
    let whole = at.map_or(span, |Paragraph { span: p, .. }| Span {
        start: p.start.min(span.start),
        end: p.end.max(span.end),
    });
    let before = &text[whole.start as usize..span.start as usize];
    let after = &text[span.end as usize..whole.end as usize];
    // What stands between two sentences (an advert, a blank) is shown with the one before it.
    let mut last_character = true;
    let first =
        before.char_indices().rev().take(reach).take_while(|(_, c)| {
            std::mem::replace(&mut last_character, false) || !is_sentence_end(*c)
        });
    let start = first.last().map_or(before.len(), |(i, _)| i);
    let mut ended = false;
    let last = after
        .char_indices()
        .take(reach)
        .take_while(|(_, c)| !std::mem::replace(&mut ended, is_sentence_end(*c)));
    let end = last.last().map_or(0, |(i, c)| i + c.len_utf8());
    [&before[start..], span.of(text), &after[..end]].map(|part| part.replace('\n', ""))
}

#[cfg(test)]
mod tests {
    use super::super::sample::desk;
    use super::*;

    #[test]
    fn labels_a_figure_by_its_metric() {
        let row = blank_row(&desk(), 0).unwrap();
        assert_eq!((row.label.as_str(), row.kind, row.open), ("对接工作（次）", "数字", true));
        assert_eq!(row.context, ["撰写心得32篇,对接工作", "*", "余次。"]);
        let row = blank_row(&desk(), 1).unwrap();
        assert_eq!(row.label, "完成投资（亿元）");
        assert_eq!(row.context, ["共完成", "", "亿元，推进“百日行动”行动。"]);
    }

    #[test]
    fn what_stands_between_two_sentences_is_shown_with_the_one_before() {
        let desk = desk();
        let start = desk.text().find("笔杆").unwrap();
        let around = context(&desk, Span::new(start, start + "笔杆".len()), 14);
        assert_eq!(around, ["亿元，推进“百日行动”行动。", "笔杆", "。"]);
    }

    #[test]
    fn lists_open_blanks_in_reading_order() {
        assert_eq!(blank_order(&desk(), BlankFilter::Open), [0, 1]);
        assert_eq!(blank_order(&desk(), BlankFilter::All), [0, 1]);
    }
}
