//! A document that is to be written back into: where each stretch of its text stands in the XML.

use super::blocks::{Walker, each_text};
use super::package::Package;
use super::runs::text_of;
use super::style::{self, Styles};
use super::{Archive, Tree, WHAT, definitions, main_part, walk};
use crate::document::Document;
use crate::reader::container::xml::Element;
use crate::reader::trace::Trace;
use crate::reader::{ReadError, ReadOptions, limits, message};
use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// A document with its source.
pub(crate) struct Source {
    /// What reading gives.
    pub(crate) document: Document,
    /// Where its text stands.
    pub(crate) trace: Trace,
    /// The place of the part with the text in the directory of the archive.
    pub(crate) part: usize,
    /// That part, as text.
    pub(crate) xml: String,
    tree: Tree,
    styles: Styles,
    encoding: Encoding,
}

/// How a part is encoded.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Encoding {
    Utf8,
    /// UTF-8 after a byte order mark.
    Marked,
    /// Another one: it is written in UTF-8.
    Other,
}

/// An element that holds text of the document, or stands for some.
pub(crate) struct Spot<'s> {
    /// Its bytes in the part.
    pub(crate) outer: Range<usize>,
    /// Its text as the reader takes it; `None` for a mark: a tab, a line break.
    pub(crate) value: Option<Cow<'s, str>>,
    /// The prefix of the names of Word in the file, with its colon: `w:`.
    pub(crate) prefix: &'s str,
    /// Whether blanks at the ends of its text count.
    pub(crate) keeps_blanks: bool,
    /// Whether it is deleted text of a tracked change.
    pub(crate) is_deleted: bool,
    /// The run it stands directly in: the tag that opens it, and its properties.
    pub(crate) run: Option<(&'s str, String)>,
}

/// Reads a document with its source.
///
/// # Errors
/// As for reading it, and if it has characters that its encoding does not have.
pub(crate) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Source, ReadError> {
    if bytes.len() > limits::LARGEST_FILE {
        return Err(message::file_too_large());
    }
    let mut archive = Archive::open(bytes, WHAT)?;
    let package = Package::open(&mut archive)?;
    let bytes = main_part(&mut archive, &package)?;
    let (tree, text) = Tree::parse_placed(&bytes, WHAT)?;
    let encoding = match &text {
        Cow::Borrowed(text) if text.len() < bytes.len() => Encoding::Marked,
        Cow::Borrowed(_) => Encoding::Utf8,
        Cow::Owned(text) if text.contains(char::REPLACEMENT_CHARACTER) => {
            return Err(message::damaged(WHAT));
        }
        Cow::Owned(_) => Encoding::Other,
    };
    let (styles, lists) = definitions(&mut archive, &package)?;
    let walker = Walker::new(&styles, lists, options.revisions).traced();
    let (document, trace) = walk(walker, &tree, options)?;
    let part = archive.index(&package.main).ok_or_else(|| message::damaged(WHAT))?;
    let (xml, trace) = (text.into_owned(), trace.unwrap_or_default());
    Ok(Source { document, trace, part, xml, tree, styles, encoding })
}

impl Source {
    /// The bytes of the part that has become `xml`.
    pub(crate) fn encode(&self, xml: String) -> Vec<u8> {
        match self.encoding {
            Encoding::Utf8 => xml.into_bytes(),
            Encoding::Marked => [b"\xEF\xBB\xBF", xml.as_bytes()].concat(),
            Encoding::Other => declared_as_utf8(&xml).into_bytes(),
        }
    }

    /// What there is to know about element `node`.
    pub(crate) fn spot(&self, node: u32) -> Spot<'_> {
        let element = self.tree.element(node);
        let is_text = matches!(element.name(), "w:t" | "w:delText");
        let deleted = |around: Element<'_>| matches!(around.name(), "w:del" | "w:moveFrom");
        let parent = element.ancestors().next().filter(|parent| parent.name() == "w:r");
        let name = name_of(self.tag(element));
        Spot {
            outer: outer(element),
            value: is_text.then(|| text_of(element)),
            prefix: name.split_once(':').map_or("", |(prefix, _)| &name[..=prefix.len()]),
            keeps_blanks: element.attribute("xml:space") == Some("preserve"),
            is_deleted: element.name() == "w:delText" || element.ancestors().any(deleted),
            run: parent.map(|run| (self.tag(run), self.properties(run))),
        }
    }

    /// What has to go so that a value at `node` stays: the mark that a content control still shows
    /// its prompt, the look of the prompt, and the binding of the control to data elsewhere in the
    /// file, from which Word would take its text again.
    pub(crate) fn holds(&self, node: u32) -> Vec<Range<usize>> {
        let element = self.tree.element(node);
        let controls = element.ancestors().filter(|around| around.name() == "w:sdt");
        let properties = controls.filter_map(|control| control.child("w:sdtPr"));
        let mut holds = Vec::new();
        let mut shows_prompt = false;
        for properties in properties {
            shows_prompt |= style::switch(properties, "w:showingPlcHdr") == Some(true);
            let held = properties.children().filter(|child| {
                matches!(child.name(), "w:showingPlcHdr" | "w:dataBinding" | "?:dataBinding")
            });
            holds.extend(held.map(outer));
        }
        let run = element.ancestors().next();
        let look = run.and_then(|run| run.descend(&["w:rPr", "w:rStyle"]));
        holds.extend(look.filter(|look| shows_prompt && self.is_prompt(*look)).map(outer));
        holds
    }

    /// The paragraph that `node` stands in.
    pub(crate) fn paragraph(&self, node: u32) -> Option<u32> {
        let mut around = self.tree.element(node).ancestors();
        around.find(|around| around.name() == "w:p").map(Element::index)
    }

    /// What `paragraph` stands in.
    pub(crate) fn container(&self, paragraph: u32) -> Option<u32> {
        self.tree.element(paragraph).ancestors().next().map(Element::index)
    }

    /// The bytes that have to go so that paragraph `second` goes on where `first` ends; `None` if
    /// something stands between them, or the second ends a section.
    pub(crate) fn between(&self, first: u32, second: u32) -> Option<Range<usize>> {
        let (first, second) = (self.tree.element(first), self.tree.element(second));
        let gap = self.xml.get(outer(first).end..outer(second).start)?;
        let properties = second.child("w:pPr");
        let ends_section =
            properties.is_some_and(|properties| properties.child("w:sectPr").is_some());
        let start = properties.map_or(second.place().inner as usize, |p| outer(p).end);
        let fits = gap.trim().is_empty() && !ends_section;
        fits.then_some(first.place().inner_end as usize..start)
    }

    /// The bytes of a paragraph that may go with its text: it holds nothing else, and stands between
    /// paragraphs of the body.
    pub(crate) fn removable(&self, paragraph: u32) -> Option<Range<usize>> {
        let paragraph = self.tree.element(paragraph);
        let in_body = paragraph.ancestors().next().is_some_and(|a| a.name() == "w:body");
        let plain = paragraph.children().all(|child| match child.name() {
            "w:pPr" => child.child("w:sectPr").is_none(),
            "w:r" => child.children().all(|inner| {
                let name = inner.name();
                matches!(name, "w:rPr" | "w:t" | "w:tab" | "w:br" | "w:lastRenderedPageBreak")
            }),
            "w:proofErr" => true,
            _ => false,
        });
        // Two tables with nothing between them would become one.
        let before = self.xml[..outer(paragraph).start].trim_end();
        let closing = format!("</{}>", name_of(self.tag(paragraph)));
        let follows = in_body && before.ends_with(&closing);
        (plain && follows).then(|| outer(paragraph))
    }

    /// The choice that `node` stands in, beside which the file may say the same for older programs.
    pub(crate) fn choice(&self, node: u32) -> Option<u32> {
        let mut around = self.tree.element(node).ancestors();
        around.find(|around| around.name() == "mc:Choice").map(Element::index)
    }

    /// The elements of a choice with those that say the same for older programs; none if these say
    /// something else.
    pub(crate) fn twins(&self, choice: u32) -> BTreeMap<u32, u32> {
        let texts = |element: Option<Element<'_>>| {
            let mut texts = Vec::new();
            if let Some(element) = element {
                each_text(element, &mut |text| {
                    texts.push((text.index(), text_of(text).into_owned()));
                });
            }
            texts
        };
        let choice = self.tree.element(choice);
        let around = choice.ancestors().next();
        let fallback = around.and_then(|around| around.child("mc:Fallback"));
        let (own, other) = (texts(Some(choice)), texts(fallback));
        let same = own.iter().map(|(_, text)| text).eq(other.iter().map(|(_, text)| text));
        let pairs = own.iter().zip(&other).map(|(own, other)| (own.0, other.0));
        if same { pairs.collect() } else { BTreeMap::new() }
    }

    /// All values of `w:id` in the part.
    pub(crate) fn ids(&self) -> BTreeSet<u32> {
        let mut ids = BTreeSet::new();
        let mut open = vec![self.tree.root()];
        while let Some(element) = open.pop() {
            ids.extend(element.attribute("w:id").and_then(|id| id.trim().parse::<u32>().ok()));
            open.extend(element.children());
        }
        ids
    }

    fn tag(&self, element: Element<'_>) -> &str {
        &self.xml[element.place().start as usize..element.place().inner as usize]
    }

    fn is_prompt(&self, look: Element<'_>) -> bool {
        look.attribute("w:val").is_some_and(|id| self.styles.is_prompt(id))
    }

    /// The properties of a run as they are repeated for a part of it: without what is said of the
    /// whole only, its former properties and the look of a prompt.
    fn properties(&self, run: Element<'_>) -> String {
        let Some(properties) = run.child("w:rPr") else { return String::new() };
        let Range { start, end } = outer(properties);
        let left_out = properties.children().filter(|child| {
            let prompt = child.name() == "w:rStyle" && self.is_prompt(*child);
            prompt || matches!(child.name(), "w:rPrChange" | "w:ins" | "w:del")
        });
        let (mut text, mut done) = (String::new(), start);
        for child in left_out.map(outer) {
            text.push_str(&self.xml[done..child.start]);
            done = child.end;
        }
        text + &self.xml[done..end]
    }
}

/// The name in a tag that opens an element.
fn name_of(tag: &str) -> &str {
    let name = tag.trim_start_matches('<');
    let end = name.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>'));
    &name[..end.unwrap_or(name.len())]
}

/// The bytes of an element in its part.
fn outer(element: Element<'_>) -> Range<usize> {
    element.place().start as usize..element.place().end as usize
}

/// The same part, which says that it is in UTF-8.
fn declared_as_utf8(xml: &str) -> String {
    let declared = || {
        let end = xml.find("?>")?;
        let at = xml[..end].find("encoding=")? + "encoding=".len();
        let quote = xml[at..].chars().next().filter(|c| matches!(c, '"' | '\''))?;
        let length = xml[at + 1..end].find(quote)?;
        Some([&xml[..=at], "UTF-8", &xml[at + 1 + length..]].concat())
    };
    declared().unwrap_or_else(|| xml.to_owned())
}
