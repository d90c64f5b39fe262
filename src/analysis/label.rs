//! What things are called: a section by its number, a blank by what is expected.

use super::Analysis;
use crate::metric::Metric;
use crate::placeholder::PlaceholderType;

impl Analysis {
    /// The number of a section with those above it, without their punctuation: 二·1. A section without
    /// a number is named by its first characters; "—" before the first section.
    #[must_use]
    pub fn section_label(&self, section: Option<u32>) -> String {
        let sections = &self.outline.sections;
        let mut labels = Vec::new();
        let mut next = section;
        while let Some(section) = next.and_then(|i| sections.get(i as usize)) {
            let number = section.number.trim_matches(|c: char| !c.is_alphanumeric());
            let short = if number.is_empty() { section.title.as_str() } else { number };
            labels.push(short.chars().take(6).collect::<String>());
            // A parent has the smaller index; anything else would walk in a circle.
            next = section.parent.filter(|&parent| next.is_some_and(|i| parent < i));
        }
        labels.reverse();
        if labels.is_empty() { "—".to_owned() } else { labels.join("·") }
    }

    /// What a blank is called: its metric's name and unit, or what the words around it say; "" if
    /// there is no such blank.
    #[must_use]
    pub fn blank_label(&self, index: u32) -> String {
        let name = self.blank_name(index);
        // 数字（户） says no more than 数字.
        let unit = self.named_metric(index).map_or("", |metric| &metric.unit);
        if unit.is_empty() { name } else { format!("{name}（{unit}）") }
    }

    /// What a blank is called, without its unit; "" if there is no such blank.
    #[must_use]
    pub fn blank_name(&self, index: u32) -> String {
        let Some(placed) = self.placeholders.get(index as usize) else { return String::new() };
        let blank = &placed.at.fact;
        match self.named_metric(index) {
            Some(metric) => metric.name.clone(),
            None if !blank.label.is_empty() => blank.label.clone(),
            None => blank.kind.name().to_owned(),
        }
    }

    /// The unit of the figure a blank stands for; "" if it has none.
    #[must_use]
    pub fn blank_unit(&self, index: u32) -> &str {
        self.metric_of(index).map_or("", |metric| &metric.unit)
    }

    /// The metric a blank is the figure of, if it has a name.
    fn named_metric(&self, index: u32) -> Option<&Metric> {
        self.metric_of(index).filter(|metric| !metric.name.is_empty())
    }

    /// The metric a blank is the figure of.
    fn metric_of(&self, index: u32) -> Option<&Metric> {
        let metric = self.placeholders.get(index as usize)?.metric?;
        Some(&*self.metrics.get(metric as usize)?.at.fact)
    }
}

impl PlaceholderType {
    /// What a blank stands for, in the words of an office.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "数字",
            Self::Ordinal => "名次",
            Self::Date => "日期",
            Self::Place => "地名",
            Self::Organization => "单位",
            Self::Person => "姓名",
            Self::DocumentNumber => "文号",
            Self::Phone => "电话",
            Self::Id => "证号",
            Self::Name => "名称",
            Self::Instruction => "填写说明",
        }
    }
}
