//! What styles say: outline level, list, whether text is hidden or underlined.

use crate::reader::container::xml::Element;
use crate::reader::limits;
use std::collections::BTreeMap;

/// The folders of style definitions in a document.
const FOLDERS: &[&str] = &["office:styles", "office:automatic-styles"];

/// The elements in all folders of styles.
pub(super) fn definitions<'t>(roots: &[Element<'t>]) -> impl Iterator<Item = Element<'t>> {
    let folders = roots.iter().flat_map(|root| root.children());
    folders.filter(|folder| FOLDERS.contains(&folder.name())).flat_map(Element::children)
}

/// One style, with only what it says itself.
#[derive(Debug, Default)]
struct Style<'t> {
    parent: Option<&'t str>,
    hidden: Option<bool>,
    underlined: Option<bool>,
    level: Option<u8>,
    list: Option<&'t str>,
}

/// All styles of a document, by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles<'t>(BTreeMap<(&'t str, &'t str), Style<'t>>);

impl<'t> Styles<'t> {
    pub(super) fn read(roots: &[Element<'t>]) -> Self {
        let mut styles = BTreeMap::new();
        for element in definitions(roots).filter(|element| element.name() == "style:style") {
            let family = element.attribute("style:family").unwrap_or_default();
            let Some(name) = element.attribute("style:name") else { continue };
            let text = element.child("style:text-properties");
            let says = |name| text.and_then(|text| text.attribute(name));
            let style = Style {
                parent: element.attribute("style:parent-style-name"),
                hidden: says("text:display").map(|display| display == "none"),
                underlined: says("style:text-underline-style").map(|line| line != "none"),
                level: element
                    .attribute("style:default-outline-level")
                    .and_then(|level| level.parse().ok()),
                list: element.attribute("style:list-style-name"),
            };
            styles.insert((family, name), style);
        }
        Self(styles)
    }

    /// Whether text in this style is hidden.
    pub(super) fn hides(&self, family: &str, name: Option<&str>) -> bool {
        self.find(family, name, |style| style.hidden).unwrap_or(false)
    }

    /// Whether text in this style is underlined.
    pub(super) fn underlines(&self, family: &str, name: Option<&str>) -> bool {
        self.find(family, name, |style| style.underlined).unwrap_or(false)
    }

    /// The outline level that a paragraph style gives, from 1.
    pub(super) fn level(&self, name: Option<&str>) -> Option<u8> {
        self.find("paragraph", name, |style| style.level)
    }

    /// The list style of a paragraph style.
    pub(super) fn list(&self, name: Option<&str>) -> Option<&'t str> {
        self.find("paragraph", name, |style| style.list).filter(|list| !list.is_empty())
    }

    /// What the nearest style of the chain says.
    fn find<T>(
        &self,
        family: &str,
        name: Option<&str>,
        said: impl Fn(&Style<'t>) -> Option<T>,
    ) -> Option<T> {
        let mut name = name;
        for _ in 0..limits::LONGEST_STYLE_CHAIN {
            let style = self.0.get(&(family, name?))?;
            if let Some(found) = said(style) {
                return Some(found);
            }
            name = style.parent;
        }
        None
    }
}
