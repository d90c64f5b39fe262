//! What blanks and sections are called in exported files.

use crate::analysis::Analysis;
use crate::outline::Outline;
use crate::placeholder::PlaceholderType;

/// So many characters of an unnumbered heading are enough to find it.
const LONGEST_NAME: usize = 6;

/// What a blank is called: its metric's name, or what the words around it say.
pub(super) fn blank_name(analysis: &Analysis, index: u32) -> String {
    let Some(placed) = analysis.placeholders.get(index as usize) else { return String::new() };
    let metric = placed.metric.and_then(|metric| analysis.metrics.get(metric as usize));
    match metric.map(|metric| metric.at.fact.name.as_str()).filter(|name| !name.is_empty()) {
        Some(name) => name.to_owned(),
        None if !placed.at.fact.label.is_empty() => placed.at.fact.label.clone(),
        None => kind_name(placed.at.fact.kind).to_owned(),
    }
}

/// The unit of a blank's figure, "" if it has none.
pub(super) fn blank_unit(analysis: &Analysis, index: u32) -> &str {
    let metric = analysis.placeholders.get(index as usize).and_then(|placed| placed.metric);
    let metric = metric.and_then(|metric| analysis.metrics.get(metric as usize));
    metric.map_or("", |metric| &metric.at.fact.unit)
}

/// What a blank stands for, in the words of an office.
pub(super) const fn kind_name(kind: PlaceholderType) -> &'static str {
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

/// The sections from the top down to `section`, by number or the beginning of the title: 二·（一）;
/// "" outside all sections.
pub(super) fn section_path(outline: &Outline, section: Option<u32>) -> String {
    let mut names = Vec::new();
    let mut next = section;
    while let Some((index, section)) =
        next.and_then(|index| Some((index, outline.sections.get(index as usize)?)))
    {
        let number = section.number.trim_end_matches(['、', '.', '．']);
        let name = if number.is_empty() { &section.title } else { number };
        names.push(name.chars().take(LONGEST_NAME).collect::<String>());
        // A parent has the smaller index; anything else would walk in a circle.
        next = section.parent.filter(|&parent| parent < index);
    }
    names.reverse();
    names.join("·")
}
