//! From changes of elements to the XML of the part.

use super::plan::{Part, Plan};
use super::{Author, DEFAULT_DATE};
use crate::export::xml;
use crate::reader::source::{Source, Spot};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::ops::Range;

/// The part with all that `plan` changes.
pub(super) fn write(source: &Source, mut plan: Plan, tracked: Option<&Author>) -> String {
    change_twins(source, &mut plan);
    let mut changes = Changes::new(source, tracked);
    for (&node, parts) in &plan.nodes {
        changes.element(node, parts);
    }
    let removed = plan.removed.into_iter().map(|range| (range, String::new()));
    changes.list.extend(removed);
    splice(&source.xml, changes.list)
}

/// Lets what the file says twice, for programs of different age, stay the same.
fn change_twins(source: &Source, plan: &mut Plan) {
    let mut known: BTreeMap<u32, BTreeMap<u32, u32>> = BTreeMap::new();
    let mut twins = Vec::new();
    for (&node, parts) in &plan.nodes {
        let Some(choice) = source.choice(node) else { continue };
        let pairs = known.entry(choice).or_insert_with(|| source.twins(choice));
        twins.extend(pairs.get(&node).map(|twin| (*twin, parts.clone())));
    }
    plan.nodes.extend(twins);
}

/// The text with each range replaced; of two that overlap the one that begins first, and of those
/// the longer one.
fn splice(xml: &str, mut changes: Vec<(Range<usize>, String)>) -> String {
    changes.sort_by_key(|(range, _)| (range.start, std::cmp::Reverse(range.end)));
    let (mut out, mut done) = (String::with_capacity(xml.len()), 0);
    for (range, text) in changes {
        if range.start >= done {
            out.push_str(&xml[done..range.start]);
            out.push_str(&text);
            done = range.end;
        }
    }
    out.push_str(&xml[done..]);
    out
}

/// A stretch of an element.
enum Chunk<'c> {
    /// It stays.
    Kept(&'c str),
    /// It goes.
    Deleted(&'c str),
    /// It is new.
    Inserted(&'c str),
}

/// Changes of a part, with what they replace.
struct Changes<'s> {
    source: &'s Source,
    author: Option<&'s Author>,
    /// The numbers of annotations that are taken; looked at only if there are new ones.
    ids: BTreeSet<u32>,
    last_id: u32,
    list: Vec<(Range<usize>, String)>,
    /// What has gone already so that values stay.
    released: BTreeSet<usize>,
}

impl<'s> Changes<'s> {
    fn new(source: &'s Source, author: Option<&'s Author>) -> Self {
        let ids = if author.is_some() { source.ids() } else { BTreeSet::new() };
        let (list, released) = (Vec::new(), BTreeSet::new());
        Self { source, author, ids, last_id: 0, list, released }
    }

    /// Writes one element anew.
    fn element(&mut self, node: u32, parts: &[Part]) {
        let spot = self.source.spot(node);
        let outer = &self.source.xml[spot.outer.clone()];
        // Of a mark everything is one stretch, its XML.
        let chunks = match &spot.value {
            Some(value) => chunks(value, parts, |at| at as usize),
            None => chunks(outer, parts, |at| if at == 0 { 0 } else { outer.len() }),
        };
        let text = match (self.author, &spot.run) {
            (Some(author), Some(_)) => self.tracked(author, &spot, &chunks),
            _ => plain(&spot, &chunks),
        };
        self.list.push((spot.outer.clone(), text));
        for range in self.source.holds(node) {
            if self.released.insert(range.start) {
                self.list.push((range, String::new()));
            }
        }
    }

    /// The chunks of an element as tracked changes (修订), each in a run of its own: the run ends
    /// before them, and begins again after them.
    fn tracked(&mut self, author: &Author, spot: &Spot<'_>, chunks: &[Chunk<'_>]) -> String {
        let (tag, properties) =
            spot.run.as_ref().map_or(("", ""), |(tag, own)| (*tag, own.as_str()));
        let (end, begin) = (format!("</{}r>", spot.prefix), [tag, properties].concat());
        let (mut out, mut is_open) = (String::new(), true);
        for chunk in chunks {
            let (change, element, text) = match *chunk {
                Chunk::Kept(text) => (None, "t", text),
                Chunk::Deleted(text) => (Some("del"), "delText", text),
                Chunk::Inserted(text) => (Some("ins"), "t", text),
            };
            let mut content = Content::new(spot.prefix, element);
            match chunk {
                Chunk::Inserted(_) => content.insert(text),
                _ if spot.value.is_none() => content.xml.push_str(text),
                _ => content.keep(text),
            }
            let content = content.finish();
            if change.is_none() != is_open {
                out.push_str(if is_open { &end } else { &begin });
                is_open = change.is_none();
            }
            out += &match change {
                Some(change) => {
                    self.change(change, author, spot.prefix, &[&begin, &*content, &end].concat())
                }
                None => content,
            };
        }
        if !is_open {
            out.push_str(&begin);
        }
        out
    }

    /// `runs` with what happened to them: `ins`, `del`.
    fn change(&mut self, what: &str, author: &Author, w: &str, runs: &str) -> String {
        let id = self.next_id();
        let name = xml::value(&author.name);
        let date = xml::value(author.date.as_deref().unwrap_or(DEFAULT_DATE));
        format!(
            "<{w}{what} {w}id=\"{id}\" {w}author=\"{name}\" {w}date=\"{date}\">{runs}</{w}{what}>"
        )
    }

    /// A number that no annotation has.
    fn next_id(&mut self) -> u32 {
        self.last_id += 1;
        while self.ids.contains(&self.last_id) {
            self.last_id += 1;
        }
        self.last_id
    }
}

/// The stretches of an element that is `whole`, none of them empty. `at` is where a byte that parts
/// name stands in it.
fn chunks<'c>(whole: &'c str, parts: &'c [Part], at: impl Fn(u32) -> usize) -> Vec<Chunk<'c>> {
    let (mut chunks, mut done) = (Vec::new(), 0);
    let mut push = |chunk: Chunk<'c>| {
        let (Chunk::Kept(text) | Chunk::Deleted(text) | Chunk::Inserted(text)) = &chunk;
        if !text.is_empty() {
            chunks.push(chunk);
        }
    };
    for part in parts {
        let (start, end) = (at(part.span.start), at(part.span.end));
        push(Chunk::Kept(&whole[done..start]));
        push(Chunk::Deleted(&whole[start..end]));
        push(Chunk::Inserted(&part.text));
        done = end;
    }
    push(Chunk::Kept(&whole[done..]));
    chunks
}

/// An element with what its chunks leave of it.
fn plain(spot: &Spot<'_>, chunks: &[Chunk<'_>]) -> String {
    let mut content = Content::new(spot.prefix, "t");
    content.keeps_blanks = spot.keeps_blanks;
    for chunk in chunks {
        match *chunk {
            Chunk::Kept(text) if spot.value.is_none() => {
                content.close();
                content.xml.push_str(text);
            }
            Chunk::Kept(text) => content.keep(text),
            Chunk::Inserted(text) => content.insert(text),
            Chunk::Deleted(_) => {}
        }
    }
    let content = content.finish();
    if !content.is_empty() || spot.value.is_none() {
        return content;
    }
    // The run stays, and in it the place where its text was.
    format!("<{0}t></{0}t>", spot.prefix)
}

/// What stands in a run: texts, line breaks, tabs.
struct Content<'p> {
    prefix: &'p str,
    element: &'static str,
    xml: String,
    /// The text that is not yet in an element.
    open: String,
    /// Whether blanks at the ends of a text count whatever it is.
    keeps_blanks: bool,
}

impl<'p> Content<'p> {
    fn new(prefix: &'p str, element: &'static str) -> Self {
        Self { prefix, element, xml: String::new(), open: String::new(), keeps_blanks: false }
    }

    /// Text that stood in the file.
    fn keep(&mut self, text: &str) {
        self.open.push_str(text);
    }

    /// New text, whose line breaks and tabs are elements of their own.
    fn insert(&mut self, text: &str) {
        for piece in text.split_inclusive(['\n', '\t']) {
            let plain = piece.trim_end_matches(['\n', '\t']);
            self.open.push_str(plain);
            let mark = match &piece[plain.len()..] {
                "\n" => "br",
                "\t" => "tab",
                _ => continue,
            };
            self.close();
            let _ = write!(self.xml, "<{}{mark}/>", self.prefix);
        }
    }

    /// Puts the text so far into an element.
    fn close(&mut self) {
        let text = std::mem::take(&mut self.open);
        if text.is_empty() {
            return;
        }
        let (w, name) = (self.prefix, self.element);
        let blank = |c: char| matches!(c, ' ' | '\t' | '\n' | '\r');
        let has_blanks = text.starts_with(blank) || text.ends_with(blank);
        let space = if self.keeps_blanks || has_blanks { " xml:space=\"preserve\"" } else { "" };
        let text = xml::text(&text);
        let _ = write!(self.xml, "<{w}{name}{space}>{text}</{w}{name}>");
    }

    fn finish(mut self) -> String {
        self.close();
        self.xml
    }
}
