//! L5. The draft (稿): the report as it is being worked on.
//!
//! A base text with its analysis, and what somebody said about places of it: values for blanks,
//! findings to ignore. A correction that is adopted, or a paragraph that is rewritten, changes the
//! base text; the places keep up. Every step can be taken back, and says in Chinese what it was. A
//! clone is cheap: all but the list of steps is shared.

mod filled;
mod findings;
mod history;
mod many;
mod marks;
mod project;
mod refusal;
mod shown;
mod step;
#[cfg(test)]
mod tests;

pub use marks::Marks;
pub use project::Project;
pub use refusal::{Refusal, check_number};

use crate::analysis::{PlacedPlaceholder, Session};
use crate::document::Edit;
use crate::placeholder::{PlaceholderType, Severity};
use crate::text::Span;
use filled::{Filled, Rewrite};
use std::rc::Rc;
use step::{Step, Typing};

/// Some words of a step's name are cut after so many characters.
const LONGEST_NAME: usize = 16;

/// How far the filling is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Blanks with a value.
    pub filled: usize,
    /// All blanks that are to be filled in.
    pub total: usize,
}

/// A report as it is being worked on.
#[derive(Clone, Debug)]
pub struct Draft {
    session: Rc<Session>,
    marks: Rc<Marks>,
    done: Vec<Rc<Step>>,
    undone: Vec<Rc<Step>>,
    /// How many steps were ever taken.
    steps: u32,
}

impl Draft {
    /// A draft on which nothing is done yet.
    #[must_use]
    pub fn new(session: Rc<Session>) -> Self {
        Self::with_marks(session, Marks::default())
    }

    /// A draft that was saved: its history is gone, what it led to is there. A value that has no
    /// blank to go into is dropped.
    #[must_use]
    pub fn with_marks(session: Rc<Session>, marks: Marks) -> Self {
        let (done, undone) = (Vec::new(), Vec::new());
        let mut draft = Self { session, marks: Rc::new(marks), done, undone, steps: 0 };
        draft.mind_rules();
        let blanks = marks::set(draft.open_blanks().map(|(_, blank)| place(blank)));
        let marks = Rc::make_mut(&mut draft.marks);
        marks.values.retain(|span, _| blanks.contains(span));
        marks.refused.retain(|span, _| blanks.contains(span));
        marks.exact.retain(|span| marks.values.contains_key(span));
        draft
    }

    /// The base text with its analysis.
    #[must_use]
    pub fn session(&self) -> &Rc<Session> {
        &self.session
    }

    /// The base text: blanks as they are written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.session.document().text
    }

    /// Values and ignored findings.
    #[must_use]
    pub fn marks(&self) -> &Marks {
        &self.marks
    }

    /// The value of the blank at `span`.
    #[must_use]
    pub fn value(&self, span: Span) -> Option<&str> {
        self.marks.values.get(&span).map(String::as_str)
    }

    /// What was typed into the blank at `span` and not taken, and why.
    #[must_use]
    pub fn refused(&self, span: Span) -> Option<(&str, Refusal)> {
        let typed = self.marks.refused.get(&span)?;
        refusal::check_number(typed).err().map(|why| (typed.as_str(), why))
    }

    /// How far the filling is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        self.open_blanks().fold(Progress::default(), |progress, (_, blank)| Progress {
            filled: progress.filled + usize::from(self.marks.values.contains_key(&place(blank))),
            total: progress.total + 1,
        })
    }

    /// Fills in blank `index`; an empty value empties it again. `label` is what it is called.
    /// Filling the same blank again and again is one step, until [`Draft::pause`].
    ///
    /// # Errors
    /// If it takes a figure and `value` is none. What was typed is kept, see [`Draft::refused`].
    pub fn fill(&mut self, index: u32, value: &str, label: &str) -> Result<(), Refusal> {
        let blank = self.blank(index)?;
        let (span, typed) = (place(blank), value);
        let value = value.trim();
        let figure = blank.at.fact.kind == PlaceholderType::Number && !value.is_empty();
        let checked = if figure { refusal::check_number(value) } else { Ok(()) };
        let name = match value {
            "" => format!("清空：{label}"),
            _ => format!("填写：{label} = {}", short(value)),
        };
        self.mark(name, Some(Typing::Blank(span)), |marks| {
            marks.put(span, if checked.is_ok() { value } else { "" });
            if checked.is_err() {
                marks.refused.insert(span, typed.to_owned());
            }
        });
        checked
    }

    /// Fills in all blanks of the group that blank `index` belongs to.
    ///
    /// # Errors
    /// If it takes a figure: two figures are not the same because they look the same.
    pub fn fill_group(&mut self, index: u32, value: &str, label: &str) -> Result<(), Refusal> {
        if self.blank(index)?.at.fact.kind == PlaceholderType::Number {
            return Err(Refusal::NumberGroup);
        }
        let (spans, value) = (self.group(index), value.trim());
        let name = match value {
            "" => format!("清空：{label} ×{}", spans.len()),
            _ => format!("填写：{label} ×{} = {}", spans.len(), short(value)),
        };
        self.mark(name, None, |marks| spans.iter().for_each(|span| marks.put(*span, value)));
        Ok(())
    }

    /// The places of the open blanks that most likely take the same value as blank `index`; only
    /// its own for a figure.
    #[must_use]
    pub fn group(&self, index: u32) -> Vec<Span> {
        let Ok(blank) = self.blank(index) else { return Vec::new() };
        let fact = &blank.at.fact;
        let Some(group) = fact.group.as_ref().filter(|_| fact.kind != PlaceholderType::Number)
        else {
            return vec![place(blank)];
        };
        let same = self.open_blanks().filter(|(_, b)| b.at.fact.group.as_ref() == Some(group));
        same.map(|(_, blank)| place(blank)).collect()
    }

    /// Whether the words after blank `index` say that its figure is not exact: *余次, *多户.
    #[must_use]
    pub fn has_approximator(&self, index: u32) -> bool {
        self.blank(index).is_ok_and(|blank| {
            let rest = &self.text()[place(blank).end as usize..];
            blank.at.fact.kind == PlaceholderType::Number && rest.starts_with(['余', '多'])
        })
    }

    /// Says that the figure in blank `index` is exact, so that its 余 goes, or with `false` stays.
    pub fn drop_approximator(&mut self, index: u32, exact: bool) {
        let Some(span) = self.has_approximator(index).then(|| self.blank(index)) else { return };
        let Ok(span) = span.map(place) else { return };
        let name = if exact { "删去“余”：数字是准数" } else { "保留“余”" };
        self.mark(name.to_owned(), None, |marks| {
            if exact {
                marks.exact.insert(span)
            } else {
                marks.exact.remove(&span)
            };
        });
    }

    /// The bytes after the blank at `span` that are not said, because its figure is exact.
    #[must_use]
    pub fn dropped_after(&self, span: Span) -> u32 {
        let rest = &self.text()[span.end as usize..];
        let approximator = rest.chars().next().filter(|c| matches!(c, '余' | '多'));
        let dropped = approximator.filter(|_| self.marks.exact.contains(&span));
        dropped.map_or(0, char::len_utf8) as u32
    }

    /// What the values of blanks in `region` do to the base text, in reading order: each stands in the
    /// place of its blank, and of the 余 that goes.
    pub fn value_edits(&self, region: Span) -> impl Iterator<Item = Edit> {
        self.values_in(region).map(|(span, value)| Edit {
            span: Span { end: span.end + self.dropped_after(span), ..span },
            replacement: value.to_owned(),
        })
    }

    /// The text at `region` with its values put in.
    #[must_use]
    pub fn filled(&self, region: Span) -> String {
        Filled::of(self, region).text
    }

    /// The whole text with its values put in. Blanks without a value stay as they are written.
    #[must_use]
    pub fn filled_text(&self) -> String {
        self.filled(self.whole())
    }

    /// The place of the whole text.
    #[must_use]
    pub fn whole(&self) -> Span {
        Span::new(0, self.text().len())
    }

    /// Lets the filled text at `region` become `text`, and says where it is now. Typing into a value
    /// changes the value. Rewriting the same region again and again is one step, until
    /// [`Draft::pause`].
    pub fn rewrite(&mut self, region: Span, text: &str) -> Span {
        let is_figure = |span: Span| {
            let blank = self.blanks().binary_search_by_key(&span, place);
            blank.is_ok_and(|at| self.blanks()[at].at.fact.kind == PlaceholderType::Number)
        };
        match Filled::of(self, region).rewrite(text, is_figure) {
            Rewrite::Nothing => region,
            Rewrite::Value(span, value) => {
                // What a figure does not take is part of the sentence: 约35. So is a line break.
                let figure = is_figure(span) && refusal::check_number(&value).is_err();
                if figure || value.contains('\n') {
                    let end = span.end + self.dropped_after(span);
                    return self.retype(region, Span { start: span.start, end }, value, &[span]);
                }
                let before = self.before_typing(region);
                let typing = Some(Typing::Region(region, before));
                let name = rewriting(text);
                self.mark(name, typing, |marks| marks.put(span, &value));
                region
            }
            Rewrite::Text(span, text, swallowed) => self.retype(region, span, text, &swallowed),
        }
    }

    /// Replaces every one of `places`, which are in reading order, by `text`; those in filled
    /// blanks stay.
    pub fn replace_all(&mut self, places: &[Span], query: &str, text: &str) {
        let free = places.iter().filter(|span| !self.is_filled(**span));
        let edits = free.map(|span| Edit { span: *span, replacement: text.to_owned() });
        let edits: Vec<Edit> = edits.collect();
        let name = format!("替换：{} → {} ×{}", short(query), short(text), edits.len());
        self.edit(name, edits);
    }

    /// Every place of `query` in the base text, in reading order.
    #[must_use]
    pub fn find(&self, query: &str) -> Vec<Span> {
        let found = self.text().match_indices(query).filter(|_| !query.is_empty());
        found.map(|(at, found)| Span::new(at, at + found.len())).collect()
    }

    /// Whether a value stands at `span` or in it.
    #[must_use]
    pub fn is_filled(&self, span: Span) -> bool {
        let first = Span { start: 0, end: 0 };
        let last = Span { start: span.end, end: span.end };
        let mut before = self.marks.values.range(first..last).rev();
        before.next().is_some_and(|(value, _)| value.overlaps(span))
    }

    /// The open blanks, with their indices.
    pub fn open_blanks(&self) -> impl Iterator<Item = (u32, &PlacedPlaceholder)> {
        (0_u32..).zip(self.blanks()).filter(|(_, blank)| is_open(blank))
    }

    /// The blanks in `region` that have a value, in reading order.
    fn values_in(&self, region: Span) -> impl Iterator<Item = (Span, &str)> {
        let first = Span { start: region.start, end: region.start };
        let values = self.marks.values.range(first..).map(|(&span, value)| (span, value.as_str()));
        values.take_while(move |(span, _)| span.end <= region.end)
    }

    fn blanks(&self) -> &[PlacedPlaceholder] {
        &self.session.analysis().placeholders
    }

    /// Blank `index`, if it is to be filled in.
    fn blank(&self, index: u32) -> Result<&PlacedPlaceholder, Refusal> {
        let blank = self.blanks().get(index as usize).filter(|blank| is_open(blank));
        blank.ok_or(Refusal::NoBlank)
    }
}

/// Where a blank stands in the base text.
fn place(blank: &PlacedPlaceholder) -> Span {
    blank.at.place(blank.at.fact.span)
}

/// Whether a blank is to be filled in.
fn is_open(blank: &PlacedPlaceholder) -> bool {
    blank.at.fact.severity == Severity::Fill
}

/// The name of a step that rewrites a region.
fn rewriting(text: &str) -> String {
    match text.trim() {
        "" => "删去一段".to_owned(),
        text => format!("修改：{}", short(text)),
    }
}

/// The beginning of `text`, for a name.
fn short(text: &str) -> String {
    let text = text.lines().next().unwrap_or_default();
    match text.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.trim_end_matches('。').to_owned(),
    }
}
