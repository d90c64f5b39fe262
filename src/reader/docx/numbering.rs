//! Automatic numbering (自动编号): what Word shows in front of a paragraph but does not store.

use super::style::{ListReference, Styles, is_on};
use crate::reader::container::xml::Element;
use crate::reader::number_format::{self, NumberFormat, bullet, separated};
use std::collections::{BTreeMap, BTreeSet};

/// The levels of a list.
const LEVELS: usize = 9;

/// One level of a list.
#[derive(Clone, Debug)]
struct Level {
    start: u32,
    format: &'static NumberFormat,
    /// The number as written in a format of its own: `001, 002, …` pads with zeros.
    digits: usize,
    bullet: bool,
    /// Its text with `%1` to `%9` for the numbers of the levels: 第%1章.
    text: String,
    separator: &'static str,
    /// Whether all numbers in it are written in decimal digits: 1.1 under 一.
    legal: bool,
    /// After which level it begins again, from 1; 0 never does.
    restart: Option<u8>,
    /// The paragraph style that is linked to it.
    style: Option<String>,
}

/// The levels that lists share: `w:abstractNum`.
#[derive(Debug, Default)]
struct Definition {
    levels: BTreeMap<u8, Level>,
    /// A list style that defines the levels instead.
    style: Option<String>,
}

/// A list: `w:num`.
#[derive(Debug, Default)]
struct List {
    definition: u32,
    /// Levels it defines anew.
    overrides: BTreeMap<u8, Level>,
    /// Levels it begins anew, and with what number.
    starts: BTreeMap<u8, u32>,
}

/// All lists of a document, with how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    definitions: BTreeMap<u32, Definition>,
    lists: BTreeMap<u32, List>,
    /// The numbers reached, by definition: lists of one definition count on together.
    counters: BTreeMap<u32, [Option<u32>; LEVELS]>,
    /// Lists and levels whose start has been used.
    begun: BTreeSet<(u32, u8)>,
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
                    lists.lists.insert(id, List::read(element));
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
            Some(lists.lists.get(&list)?.definition)
        };
        let followed: Vec<(u32, u32)> = self
            .lists
            .iter()
            .filter_map(|(&id, list)| Some((id, target(self, list.definition)?)))
            .collect();
        for (id, definition) in followed {
            if let Some(list) = self.lists.get_mut(&id) {
                list.definition = definition;
            }
        }
    }

    /// The level of `list` that is linked to a paragraph style.
    pub(super) fn level_of_style(&self, list: u32, style: &str) -> Option<u8> {
        let levels = &self.definitions.get(&self.lists.get(&list)?.definition)?.levels;
        let linked = levels.iter().find(|(_, level)| level.style.as_deref() == Some(style));
        linked.map(|(index, _)| *index)
    }

    /// Counts one paragraph on and gives what stands before it, "" if nothing does.
    pub(super) fn next(&mut self, reference: ListReference) -> String {
        self.count(reference).unwrap_or_default()
    }

    fn count(&mut self, reference: ListReference) -> Option<String> {
        let (id, level) = (reference.list?, reference.level.unwrap_or(0).min(LEVELS as u8 - 1));
        let list = self.lists.get(&id)?;
        let definition = self.definitions.get(&list.definition)?;
        let find = |index: u8| list.overrides.get(&index).or(definition.levels.get(&index));
        let own = find(level)?;
        let counters = self.counters.entry(list.definition).or_default();
        // A list with a start of its own begins there the first time it is used.
        let start = list.starts.get(&level).copied();
        let begins = start.is_some() && self.begun.insert((id, level));
        let current = &mut counters[usize::from(level)];
        let next = match *current {
            Some(number) if !begins => number.saturating_add(1),
            _ => start.unwrap_or(own.start),
        };
        *current = Some(next);
        for index in level + 1..LEVELS as u8 {
            let restart = find(index).and_then(|level| level.restart);
            if restart.is_none_or(|after| level < after) {
                counters[usize::from(index)] = None;
            }
        }
        if own.bullet {
            return Some(format!("{}{}", bullet(&own.text), own.separator));
        }
        let text = own.write(|index| {
            let start = find(index).map_or(1, |level| level.start);
            (counters[usize::from(index)].unwrap_or(start), find(index))
        });
        Some(if text.is_empty() { text } else { separated(text, own.separator) })
    }
}

impl Definition {
    fn read(element: Element<'_>) -> Self {
        Self { levels: levels(element), style: value(element, "w:numStyleLink").map(str::to_owned) }
    }
}

impl List {
    fn read(element: Element<'_>) -> Self {
        let mut list = Self::default();
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
}

/// The levels that `element` defines.
fn levels(element: Element<'_>) -> BTreeMap<u8, Level> {
    let own = element.children().filter(|child| child.name() == "w:lvl");
    own.filter_map(|level| {
        let index = number(level, "w:ilvl").filter(|index| *index < LEVELS as u32)?;
        Some((index as u8, Level::read(level)))
    })
    .collect()
}

impl Level {
    fn read(element: Element<'_>) -> Self {
        // A format that only newer programs know stands in a choice, an older one beside it.
        let choice = element.descend(&["mc:AlternateContent", "mc:Choice", "w:numFmt"]);
        let format = choice.or_else(|| element.child("w:numFmt"));
        let name = format.and_then(|format| format.attribute("w:val")).unwrap_or("decimal");
        let custom = format.and_then(|format| format.attribute("w:format")).unwrap_or_default();
        Self {
            start: value(element, "w:start").and_then(|text| text.parse().ok()).unwrap_or(0),
            format: number_format::by_name(name),
            digits: custom.split(',').next().map_or(0, |first| first.trim().len()).min(10),
            bullet: name == "bullet",
            text: value(element, "w:lvlText").unwrap_or_default().to_owned(),
            separator: match value(element, "w:suff") {
                Some("nothing") => "",
                _ => " ",
            },
            legal: element.child("w:isLgl").is_some_and(|e| e.attribute("w:val").is_none_or(is_on)),
            restart: value(element, "w:lvlRestart").and_then(|text| text.parse().ok()),
            style: value(element, "w:pStyle").map(str::to_owned),
        }
    }

    /// Its text with numbers in it. `number` gives the number and the definition of a level.
    fn write<'l>(&self, number: impl Fn(u8) -> (u32, Option<&'l Level>)) -> String {
        let mut text = String::new();
        let mut rest = self.text.as_str();
        while let Some((before, after)) = rest.split_once('%') {
            text.push_str(before);
            rest = after;
            match after.bytes().next() {
                Some(digit @ b'1'..=b'9') => {
                    let (number, level) = number(digit - b'1');
                    text.push_str(
                        &level.map_or_else(String::new, |l| l.number(number, self.legal)),
                    );
                    rest = &after[1..];
                }
                _ => text.push('%'),
            }
        }
        text + rest
    }

    fn number(&self, number: u32, legal: bool) -> String {
        if self.digits > 1 {
            return format!("{number:0width$}", width = self.digits);
        }
        if legal { number.to_string() } else { self.format.write(number) }
    }
}

fn value<'t>(element: Element<'t>, name: &str) -> Option<&'t str> {
    element.child(name)?.attribute("w:val")
}

fn number(element: Element<'_>, attribute: &str) -> Option<u32> {
    element.attribute(attribute)?.trim().parse().ok()
}
