//! Lists and the numbering of headings.

use super::style::definitions;
use crate::reader::container::xml::Element;
use crate::reader::list::{Counter, LEVELS, Level};
use crate::reader::number_format;
use std::collections::BTreeMap;

/// The name under which the numbering of headings stands among the lists.
pub(super) const OUTLINE: &str = "\0outline";

/// All list styles of a document, with how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists<'t> {
    styles: BTreeMap<&'t str, BTreeMap<u8, Level>>,
    counters: BTreeMap<&'t str, Counter>,
}

impl<'t> Lists<'t> {
    pub(super) fn read(roots: &[Element<'t>]) -> Self {
        let mut styles = BTreeMap::new();
        for element in definitions(roots) {
            let name = match element.name() {
                "text:list-style" => element.attribute("style:name"),
                "text:outline-style" => Some(OUTLINE),
                _ => None,
            };
            if let Some(name) = name {
                styles.insert(name, element.children().filter_map(read_level).collect());
            }
        }
        Self { styles, counters: BTreeMap::new() }
    }

    /// The list begins again.
    pub(super) fn restart(&mut self, style: &str) {
        self.counters.remove(style);
    }

    /// Counts one paragraph on and gives what stands before it.
    pub(super) fn next(&mut self, style: &str, level: u8, begin: Option<u32>) -> String {
        let Some((&name, levels)) = self.styles.get_key_value(style) else {
            return String::new();
        };
        self.counters.entry(name).or_default().next(level, begin, |index| levels.get(&index))
    }
}

/// One level of a list style, with its index from 0.
fn read_level(element: Element<'_>) -> Option<(u8, Level)> {
    let level: u8 = element.attribute("text:level")?.parse().ok()?;
    let index = level.checked_sub(1).filter(|index| usize::from(*index) < LEVELS)?;
    let label = element
        .descend(&["style:list-level-properties", "style:list-level-label-alignment"])
        .and_then(|label| label.attribute("text:label-followed-by"));
    let bullet = element.name() == "text:list-level-style-bullet";
    let text = if bullet {
        element.attribute("text:bullet-char").unwrap_or_default().to_owned()
    } else {
        template(element, level)
    };
    let level = Level {
        start: element.attribute("text:start-value").and_then(|s| s.parse().ok()).unwrap_or(1),
        format: number_format::by_sample(element.attribute("style:num-format").unwrap_or_default()),
        digits: 0,
        bullet,
        text,
        separator: if label == Some("nothing") { "" } else { " " },
        legal: false,
        restart: None,
    };
    Some((index, level))
}

/// The text of a level as `%1.%2`. Newer files give it whole (`%1%.%2%`), older ones as what stands
/// before, after, and how many levels are shown.
fn template(element: Element<'_>, level: u8) -> String {
    let whole = ["style:num-list-format", "loext:num-list-format"];
    if let Some(format) = whole.iter().find_map(|name| element.attribute(name)) {
        return whole_template(format);
    }
    if element.attribute("style:num-format").is_none_or(str::is_empty) {
        return String::new();
    }
    let shown: u8 = element
        .attribute("text:display-levels")
        .and_then(|shown| shown.parse().ok())
        .unwrap_or(1)
        .clamp(1, level);
    let numbers: Vec<String> = (level - shown + 1..=level).map(|i| format!("%{i}")).collect();
    let around = |name| element.attribute(name).unwrap_or_default();
    format!("{}{}{}", around("style:num-prefix"), numbers.join("."), around("style:num-suffix"))
}

/// `%1%.%2%` as `%1.%2`.
fn whole_template(format: &str) -> String {
    let mut text = String::new();
    for (i, piece) in format.split('%').enumerate() {
        let is_number = i % 2 == 1 && piece.bytes().all(|b| b.is_ascii_digit());
        if is_number {
            text.push('%');
        }
        text.push_str(piece);
    }
    text
}
