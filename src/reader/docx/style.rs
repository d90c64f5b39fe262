//! What the style of a paragraph or run says: outline level, list, whether it is hidden.

use crate::reader::container::xml::Element;
use crate::reader::{body, limits};
use std::collections::BTreeMap;

/// A reference to a list: `w:numPr`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct ListReference {
    /// The list; 0 takes a paragraph out of the list of its style.
    pub(super) list: Option<u32>,
    /// The level in it, from 0.
    pub(super) level: Option<u8>,
}

/// One style, with only what it says itself.
#[derive(Debug, Default)]
struct Style {
    based_on: Option<String>,
    outline: Option<u8>,
    list: ListReference,
    hidden: Option<bool>,
    underlined: Option<bool>,
    /// Whether it is the built-in style of prompts in content controls.
    prompt: bool,
}

/// All styles of a document.
#[derive(Debug, Default)]
pub(super) struct Styles {
    styles: BTreeMap<String, Style>,
    default_paragraph: Option<String>,
}

impl Styles {
    /// Reads `w:styles`.
    pub(super) fn read(root: Element<'_>) -> Self {
        let mut styles = Self::default();
        for element in root.children().filter(|child| child.name() == "w:style") {
            let Some(id) = element.attribute("w:styleId") else { continue };
            let is_paragraph = element.attribute("w:type") == Some("paragraph");
            if is_paragraph && element.attribute("w:default").is_some_and(is_on) {
                styles.default_paragraph = Some(id.to_owned());
            }
            styles.styles.insert(id.to_owned(), Style::read(element));
        }
        styles
    }

    /// The outline level from 1 that a paragraph style gives; `None` for body text.
    pub(super) fn outline(&self, id: Option<&str>) -> Option<u8> {
        self.find(self.or_default(id), |style| style.outline).filter(|level| *level <= 9)
    }

    /// The list that a paragraph style puts its paragraphs in, and the style that says so: list and
    /// level may stand in different styles of the chain.
    pub(super) fn list(&self, id: Option<&str>) -> (ListReference, Option<&str>) {
        let id = self.or_default(id);
        let level = self.find(id, |style| style.list.level);
        let source = self.chain(id).find(|(_, style)| style.list.list.is_some());
        let list = source.and_then(|(_, style)| style.list.list);
        (ListReference { list, level }, source.map(|(id, _)| id))
    }

    /// Whether a paragraph or character style hides its text.
    pub(super) fn hides(&self, id: Option<&str>) -> bool {
        self.find(id, |style| style.hidden).unwrap_or(false)
    }

    /// Whether a character style underlines its text.
    pub(super) fn underlines(&self, id: Option<&str>) -> bool {
        self.find(id, |style| style.underlined).unwrap_or(false)
    }

    /// Whether a character style is the one of prompts in content controls (占位符文本).
    pub(super) fn is_prompt(&self, id: &str) -> bool {
        self.styles.get(id).map_or(id == "PlaceholderText", |style| style.prompt)
    }

    fn or_default<'s>(&'s self, id: Option<&'s str>) -> Option<&'s str> {
        id.or(self.default_paragraph.as_deref())
    }

    /// What the nearest style of the chain says.
    fn find<T>(&self, id: Option<&str>, said: impl Fn(&Style) -> Option<T>) -> Option<T> {
        self.chain(id).find_map(|(_, style)| said(style))
    }

    /// A style, the one it is based on, and so on.
    fn chain<'s>(&'s self, id: Option<&str>) -> impl Iterator<Item = (&'s str, &'s Style)> {
        let mut next = id.and_then(|id| self.styles.get_key_value(id));
        let steps = std::iter::from_fn(move || {
            let (id, style) = next?;
            next = style.based_on.as_ref().and_then(|id| self.styles.get_key_value(id));
            Some((id.as_str(), style))
        });
        steps.take(limits::LONGEST_STYLE_CHAIN)
    }
}

impl Style {
    fn read(element: Element<'_>) -> Self {
        let value = |name| element.child(name).and_then(|child| child.attribute("w:val"));
        let paragraph = element.child("w:pPr");
        let outline = paragraph.and_then(outline_level);
        let named = || body::heading_level(value("w:name").unwrap_or_default());
        let run = element.child("w:rPr");
        let name = value("w:name").unwrap_or_default();
        Self {
            based_on: value("w:basedOn").map(str::to_owned),
            outline: outline.or_else(named),
            list: paragraph.and_then(list_reference).unwrap_or_default(),
            hidden: run.and_then(|run| switch(run, "w:vanish")),
            underlined: run.and_then(underline),
            prompt: name.eq_ignore_ascii_case("Placeholder Text") || name == "占位符文本",
        }
    }
}

/// `w:outlineLvl` from 1; 10 for body text, which overrides the style.
pub(super) fn outline_level(properties: Element<'_>) -> Option<u8> {
    let value = properties.child("w:outlineLvl")?.attribute("w:val")?;
    value.trim().parse::<u8>().ok().map(|level| level.min(9) + 1)
}

/// `w:numPr` of paragraph properties.
pub(super) fn list_reference(properties: Element<'_>) -> Option<ListReference> {
    let reference = properties.child("w:numPr")?;
    let value = |name| reference.child(name).and_then(|child| child.attribute("w:val"));
    Some(ListReference {
        list: value("w:numId").and_then(|text| text.trim().parse().ok()),
        level: value("w:ilvl").and_then(|text| text.trim().parse().ok()),
    })
}

/// A property that is on by being there, unless its value says otherwise.
pub(super) fn switch(properties: Element<'_>, name: &str) -> Option<bool> {
    let element = properties.child(name)?;
    Some(element.attribute("w:val").is_none_or(is_on))
}

/// Whether run properties underline.
pub(super) fn underline(properties: Element<'_>) -> Option<bool> {
    let element = properties.child("w:u")?;
    Some(element.attribute("w:val").is_some_and(|value| value != "none"))
}

/// Whether an on-off value is on.
fn is_on(value: &str) -> bool {
    !matches!(value, "0" | "false" | "off")
}
