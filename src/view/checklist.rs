//! The checklist of blanks (待填清单).

use super::desk::{Desk, Mark, is_open};
use super::outline_tree::{lies_in, section_label};
use super::paragraph::Paragraph;
use crate::analysis::PlacedPlaceholder;
use crate::placeholder::PlaceholderType;
use crate::text::Span;
use crate::text::order;
use crate::text::scanner::is_sentence_end;

/// Which blanks are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlankState {
    /// All that are to be filled in.
    #[default]
    Fill,
    /// Those without a value (未填).
    Open,
    /// Those with a value (已填).
    Done,
    /// Deliberate masks (138****1234, 某企业), which stay as they are.
    Masked,
}

/// Which blanks are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct BlankFilter {
    /// By how far they are.
    pub state: BlankState,
    /// By what they stand for.
    pub kind: Option<PlaceholderType>,
    /// By section, with those beneath it.
    pub section: Option<u32>,
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
    /// Whether it takes a figure.
    pub figure: bool,
    /// Whether it is one to fill in.
    pub fill: bool,
    /// Its value; what was typed, if that was refused; "" if nothing.
    pub value: String,
    /// Why what was typed is not taken.
    pub refusal: Option<String>,
    /// How many blanks most likely take the same value, itself among them.
    pub group: usize,
    /// Whether all of them have its value.
    pub group_filled: bool,
    /// For a figure before 余 or 多: whether that word goes, because the figure is exact.
    pub exact: Option<bool>,
    /// The number of its section.
    pub section: String,
    /// The words before it, the blank as written, the words after it.
    pub context: [String; 3],
}

/// The blanks that `filter` lets through, in reading order, as indices. `kept` is listed although
/// it has just been filled in: somebody is typing in it.
#[must_use]
pub fn blank_order(desk: &Desk, filter: BlankFilter, kept: Option<u32>) -> Vec<u32> {
    let fits = |index: u32, blank: &PlacedPlaceholder| {
        let state = match filter.state {
            BlankState::Fill => is_open(blank),
            BlankState::Open => desk.is_open(index) || kept == Some(index),
            BlankState::Done => is_open(blank) && desk.value(index).is_some(),
            BlankState::Masked => !is_open(blank),
        };
        state
            && filter.kind.is_none_or(|kind| kind == blank.at.fact.kind)
            && filter.section.is_none_or(|section| lies_in(desk, blank.at.section, section))
    };
    (0_u32..).zip(desk.blanks()).filter(|(i, b)| fits(*i, b)).map(|(i, _)| i).collect()
}

/// How many blanks each state would show, in the order of [`BlankState`].
#[must_use]
pub fn blank_counts(desk: &Desk) -> [usize; 4] {
    let progress = desk.progress();
    let open = progress.total - progress.filled;
    [progress.total, open, progress.filled, desk.blanks().len() - progress.total]
}

/// The kinds of blanks that are to be filled in, with how many there are, in the order of
/// [`PlaceholderType`].
#[must_use]
pub fn blank_kinds(desk: &Desk) -> Vec<(PlaceholderType, &'static str, usize)> {
    let mut kinds: Vec<(PlaceholderType, &'static str, usize)> = Vec::new();
    for (_, blank) in desk.draft().open_blanks() {
        let kind = blank.at.fact.kind;
        match kinds.iter_mut().find(|(known, ..)| *known == kind) {
            Some((.., count)) => *count += 1,
            None => kinds.push((kind, kind.name(), 1)),
        }
    }
    order::sort_by_key(&mut kinds, |(kind, ..)| *kind as u8);
    kinds
}

/// The field of a blank in the text: what of its row the text shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlankField {
    /// What is expected: 收缴罚没款（万元）.
    pub label: String,
    /// Its value; what was typed, if that was refused; "" if nothing.
    pub value: String,
    /// Why what was typed is not taken.
    pub refusal: Option<String>,
}

/// The field of blank `index`. A chunk has dozens of them and is drawn with every letter, so nothing
/// is looked up that only the checklist shows.
#[must_use]
pub fn blank_field(desk: &Desk, index: u32) -> Option<BlankField> {
    let span = desk.place(Mark::Blank(index))?;
    let refused = desk.draft().refused(span);
    let value = desk.draft().value(span).or(refused.map(|(typed, _)| typed));
    Some(BlankField {
        label: blank_label(desk, index),
        value: value.unwrap_or_default().to_owned(),
        refusal: refused.map(|(_, refusal)| refusal.to_string()),
    })
}

/// The row of blank `index`.
#[must_use]
pub fn blank_row(desk: &Desk, index: u32) -> Option<BlankRow> {
    let placed = desk.blanks().get(index as usize)?;
    let span = desk.place(Mark::Blank(index))?;
    let draft = desk.draft();
    let BlankField { label, value, refusal } = blank_field(desk, index)?;
    let group = draft.group(index);
    let same = |span: &Span| draft.value(*span).unwrap_or_default() == value;
    Some(BlankRow {
        mark: Mark::Blank(index),
        span,
        label,
        kind: placed.at.fact.kind.name(),
        figure: placed.at.fact.kind == PlaceholderType::Number,
        fill: is_open(placed),
        refusal,
        group_filled: group.iter().all(same),
        group: group.len(),
        exact: draft.has_approximator(index).then(|| draft.marks().exact.contains(&span)),
        value,
        section: section_label(desk, placed.at.section),
        context: surroundings(desk, span, 14),
    })
}

/// What a blank is called: its metric's name and unit, or what the words around it say; "" if there
/// is no such blank.
#[must_use]
pub fn blank_label(desk: &Desk, index: u32) -> String {
    desk.analysis().blank_label(index)
}

/// The text around `span`: at most `reach` characters of its sentence to either side, and the text
/// of the span itself.
#[must_use]
pub fn surroundings(desk: &Desk, span: Span, reach: usize) -> [String; 3] {
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
        assert_eq!((row.label.as_str(), row.kind, row.fill), ("对接工作（次）", "数字", true));
        assert_eq!(row.context, ["撰写心得32篇,对接工作", "*", "余次。"]);
        let row = blank_row(&desk(), 1).unwrap();
        assert_eq!(row.label, "完成投资（亿元）");
        assert_eq!(row.context, ["共完成", "", "亿元，推进“百日行动”行动。"]);
    }

    #[test]
    fn what_stands_between_two_sentences_is_shown_with_the_one_before() {
        let desk = desk();
        let start = desk.text().find("笔杆").unwrap();
        let around = surroundings(&desk, Span::new(start, start + "笔杆".len()), 14);
        assert_eq!(around, ["亿元，推进“百日行动”行动。", "笔杆", "。"]);
    }

    #[track_caller]
    fn listed(desk: &Desk, state: BlankState, section: Option<u32>, expected: &[u32]) {
        let filter = BlankFilter { state, section, kind: None };
        assert_eq!(blank_order(desk, filter, None), expected);
    }

    #[test]
    fn lists_blanks_in_reading_order() {
        let mut draft = desk().draft().clone();
        draft.fill(0, "35", "").unwrap();
        let desk = desk().next(draft);
        listed(&desk, BlankState::Fill, None, &[0, 1]);
        listed(&desk, BlankState::Open, None, &[1]);
        listed(&desk, BlankState::Done, None, &[0]);
        listed(&desk, BlankState::Masked, None, &[]);
        listed(&desk, BlankState::Fill, Some(1), &[1]);
        let open = BlankFilter { state: BlankState::Open, ..BlankFilter::default() };
        assert_eq!(blank_order(&desk, open, Some(0)), [0, 1], "somebody types in it");
        assert_eq!(blank_counts(&desk), [2, 1, 1, 0]);
        assert_eq!(blank_kinds(&desk), [(PlaceholderType::Number, "数字", 2)]);
    }

    #[test]
    fn a_row_says_what_was_typed() {
        let mut draft = desk().draft().clone();
        assert!(draft.fill(0, "三十", "").is_err());
        draft.fill(1, "1.5", "").unwrap();
        let desk = desk().next(draft);
        let row = blank_row(&desk, 0).unwrap();
        assert_eq!((row.value.as_str(), row.exact), ("三十", Some(false)));
        assert!(row.refusal.unwrap().contains("阿拉伯数字"));
        assert_eq!(blank_row(&desk, 1).unwrap().value, "1.5");
    }
}
