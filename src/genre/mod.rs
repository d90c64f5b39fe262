//! L3. What kind of report (文种) it is and which of that kind's parts it has. Specification §6.
//!
//! Nothing here is a fault: a part may be missing for good reason, so what is not found is at most
//! a suggestion (建议). To be found is easy therefore, by a heading or by how a paragraph opens.

mod search;
mod table;
#[cfg(test)]
mod tests;

use crate::document::Document;
use crate::outline::{Genre, Outline};
use crate::text::Span;
use table::{KINDS, Kind, OUTLINE_ONLY};

/// The kind of a report and its parts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Composition {
    /// The name of the kind; `None` if neither title nor headings tell.
    pub kind: Option<&'static str>,
    /// The parts of that kind in their usual order; none for kinds that have no fixed parts.
    pub parts: Vec<Part>,
}

/// A part that reports of a kind have: 存在问题.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name.
    pub name: &'static str,
    /// Whether a report of this kind usually has it.
    pub usual: bool,
    /// Its heading, or the sentence it is told by, counted from the start of the document's text.
    pub found: Option<Span>,
}

impl Part {
    /// Whether it is worth a suggestion: usual, and not found.
    #[must_use]
    pub fn is_missing(&self) -> bool {
        self.usual && self.found.is_none()
    }
}

/// The kind of a report, by its title or its lead, else by its headings; and its parts.
#[must_use]
pub fn composition(document: &Document, outline: &Outline) -> Composition {
    let by_name = KINDS.iter().find(|kind| kind.genre == outline.genre);
    let named = by_name.is_none().then(|| name_in_title(document, outline)).flatten();
    let by_headings = || KINDS.iter().find(|kind| named.is_none() && search::fits(outline, kind));
    let Some(kind) = by_name.or_else(by_headings) else {
        return Composition { kind: named, parts: Vec::new() };
    };
    debug_assert!(kind.genre != Genre::Other, "the table has kinds with parts only");
    Composition { kind: Some(kind.name), parts: parts(document, outline, kind) }
}

fn parts(document: &Document, outline: &Outline, kind: &Kind) -> Vec<Part> {
    let found = search::find(document, outline, kind);
    let rows = kind.parts.iter().zip(found);
    rows.map(|(&(part, usual), found)| Part { name: part.name, usual, found }).collect()
}

/// The last word of the title that names a kind: 关于印发…方案的通知 is a 通知.
fn name_in_title(document: &Document, outline: &Outline) -> Option<&'static str> {
    let title = outline.frame.title?.of(&document.text);
    let squeezed: String = title.chars().filter(|c| !c.is_whitespace()).collect();
    let named = OUTLINE_ONLY.iter().filter_map(|word| {
        let end = squeezed.rfind(word)? + word.len();
        Some((end, word.len(), *word))
    });
    named.max().map(|(_, _, word)| word)
}
