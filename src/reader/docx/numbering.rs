//! Automatic numbering (自动编号): what Word shows in front of a paragraph but does not store.

use super::style::{self, ListReference, Styles};
use crate::reader::container::xml::Element;
use crate::reader::list::{Counters, LEVELS, Level, List};
use crate::reader::number_format;
use std::collections::BTreeMap;

/// The levels that lists share: `w:abstractNum`.
#[derive(Debug, Default)]
struct Definition {
    levels: BTreeMap<u8, Level>,
    /// The levels that paragraph styles are linked to.
    linked: BTreeMap<String, u8>,
    /// A list style that defines the levels instead.
    style: Option<String>,
}

/// All lists of a document, with how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    definitions: BTreeMap<u32, Definition>,
    /// By `w:numId`.
    numbered: BTreeMap<u32, List>,
    counters: Counters,
}

impl Lists {
    /// Reads `w:numbering`.
    pub(super) fn read(root: Element<'_>, styles: &Styles) -> Self {
        let mut lists = Self::default();
        for element in root.children() {
            match element.name() {
                "w:abstractNum" => {
                    let Some(id) = number(element, "w:abstractNumId") else { continue };
                    lists.definitions.insert(id, Definition::read(element));
                }
                "w:num" => {
                    let Some(id) = number(element, "w:numId") else { continue };
                    lists.numbered.insert(id, read_list(element));
                }
                _ => {}
            }
        }
        lists.follow_styles(styles);
        lists
    }

    /// Lets each list whose definition refers to a list style use the definition of that style.
    fn follow_styles(&mut self, styles: &Styles) {
        let target = |lists: &Self, definition: u32| {
            let style = lists.definitions.get(&definition)?.style.as_deref()?;
            let list = styles.list(Some(style)).0.list?;
            Some(lists.numbered.get(&list)?.definition)
        };
        let followed: Vec<(u32, u32)> = self
            .numbered
            .iter()
            .filter_map(|(&id, list)| Some((id, target(self, list.definition)?)))
            .collect();
        for (id, definition) in followed {
            if let Some(list) = self.numbered.get_mut(&id) {
                list.definition = definition;
            }
        }
    }

    /// The level of `list` that is linked to a paragraph style.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        self.definitions.get(&self.numbered.get(&list)?.definition)?.linked.get(style).copied()
    }

    /// Counts one paragraph on and gives what stands before it, "" if nothing does.
    pub(super) fn next(&mut self, reference: ListReference) -> String {
        self.count(reference).unwrap_or_default()
    }

    fn count(&mut self, reference: ListReference) -> Option<String> {
        let (id, level) = (reference.list?, reference.level.unwrap_or(0).min(LEVELS as u8 - 1));
        let list = self.numbered.get(&id)?;
        let definition = self.definitions.get(&list.definition)?;
        let find = |index: u8| definition.levels.get(&index);
        Some(self.counters.next((id, list), level, find))
    }
}

impl Definition {
    fn read(element: Element<'_>) -> Self {
        let linked = element.children().filter_map(|level| {
            let index = number(level, "w:ilvl").filter(|index| *index < LEVELS as u32)?;
            Some((value(level, "w:pStyle")?.to_owned(), index as u8))
        });
        Self {
            levels: levels(element),
            linked: linked.collect(),
            style: value(element, "w:numStyleLink").map(str::to_owned),
        }
    }
}

/// Reads `w:num`.
fn read_list(element: Element<'_>) -> List {
    let mut list = List::default();
    let definition = value(element, "w:abstractNumId").and_then(|text| text.parse().ok());
    list.definition = definition.unwrap_or_default();
    for change in element.children().filter(|child| child.name() == "w:lvlOverride") {
        let Some(index) = number(change, "w:ilvl").filter(|i| *i < LEVELS as u32) else {
            continue;
        };
        list.overrides.extend(levels(change));
        let start = value(change, "w:startOverride").and_then(|text| text.parse().ok());
        let own_start = || Some(list.overrides.get(&(index as u8))?.start);
        if let Some(start) = start.or_else(own_start) {
            list.starts.insert(index as u8, start);
        }
    }
    list
}

/// The levels that `element` defines.
fn levels(element: Element<'_>) -> BTreeMap<u8, Level> {
    let own = element.children().filter(|child| child.name() == "w:lvl");
    own.filter_map(|level| {
        let index = number(level, "w:ilvl").filter(|index| *index < LEVELS as u32)?;
        Some((index as u8, read_level(level)))
    })
    .collect()
}

/// Reads `w:lvl`.
fn read_level(element: Element<'_>) -> Level {
    // A format that only newer programs know stands in a choice, an older one beside it. One of
    // one's own is given by its first numbers: `001, 002, 003, ...`; of `α, β, γ, ...` the older one
    // is read, as the programs do that do not know it.
    let first = |format: Element<'_>| {
        let numbers = format.attribute("w:format").unwrap_or_default();
        numbers.split(',').next().unwrap_or_default().trim().to_owned()
    };
    let is_known = |format: &Element<'_>| first(*format).bytes().all(|byte| byte.is_ascii_digit());
    let side = |name| element.descend(&["mc:AlternateContent", name, "w:numFmt"]);
    let format = side("mc:Choice").filter(is_known).or_else(|| side("mc:Fallback"));
    let format = format.or_else(|| element.child("w:numFmt"));
    let name = format.and_then(|format| format.attribute("w:val")).unwrap_or("decimal");
    Level {
        start: value(element, "w:start").and_then(|text| text.parse().ok()).unwrap_or(0),
        format: number_format::by_name(name),
        digits: format.map_or(0, |format| first(format).len()).min(10),
        bullet: name == "bullet",
        text: value(element, "w:lvlText").unwrap_or_default().to_owned(),
        separator: if value(element, "w:suff") == Some("nothing") { "" } else { " " },
        legal: style::switch(element, "w:isLgl").unwrap_or(false),
        restart: value(element, "w:lvlRestart").and_then(|text| text.parse().ok()),
    }
}

fn value<'t>(element: Element<'t>, name: &str) -> Option<&'t str> {
    element.child(name)?.attribute("w:val")
}

fn number(element: Element<'_>, attribute: &str) -> Option<u32> {
    element.attribute(attribute)?.trim().parse().ok()
}
