//! L5. The draft (稿): the report as it is being worked on.
//!
//! A base text with its analysis, and what somebody said about places of it: values for blanks,
//! findings to ignore. A correction that is adopted changes the base text; the places keep up. Every
//! step can be taken back, and says in Chinese what it was. A clone is cheap: all is shared.

mod marks;
mod refusal;
#[cfg(test)]
mod tests;

pub use marks::Marks;
pub use refusal::Refusal;

use crate::analysis::{PlacedPlaceholder, Session};
use crate::document::Edit;
use crate::placeholder::{PlaceholderType, Severity};
use crate::rules::{Fix, RULES};
use crate::text::Span;
use std::rc::Rc;

/// Some words of a step's name are cut after so many characters.
const LONGEST_NAME: usize = 16;

/// One step of the history: what it changed, there and back.
#[derive(Debug)]
struct Step {
    name: String,
    forward: Vec<Edit>,
    backward: Vec<Edit>,
    before: Rc<Marks>,
    after: Rc<Marks>,
}

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
}

impl Draft {
    /// A draft on which nothing is done yet.
    #[must_use]
    pub fn new(session: Rc<Session>) -> Self {
        Self { session, marks: Rc::default(), done: Vec::new(), undone: Vec::new() }
    }

    /// The base text with its analysis.
    #[must_use]
    pub fn session(&self) -> &Rc<Session> {
        &self.session
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

    /// How far the filling is.
    #[must_use]
    pub fn progress(&self) -> Progress {
        let spans = self.blanks().iter().filter(|blank| is_open(blank)).map(place);
        spans.fold(Progress::default(), |progress, span| Progress {
            filled: progress.filled + usize::from(self.marks.values.contains_key(&span)),
            total: progress.total + 1,
        })
    }

    /// Fills in blank `index`; an empty value empties it again. `label` is what it is called.
    ///
    /// # Errors
    /// If it takes a figure and `value` is none.
    pub fn fill(&mut self, index: u32, value: &str, label: &str) -> Result<(), Refusal> {
        let blank = self.blank(index)?;
        let (span, value) = (place(blank), value.trim());
        if !value.is_empty() && blank.at.fact.kind == PlaceholderType::Number {
            refusal::check_number(value)?;
        }
        let name = match value {
            "" => format!("清空：{label}"),
            _ => format!("填写：{label} = {}", short(value)),
        };
        self.mark(name, |marks| put(marks, span, value));
        Ok(())
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
        self.mark(name, |marks| spans.iter().for_each(|span| put(marks, *span, value)));
        Ok(())
    }

    /// The places of the open blanks that most likely take the same value as blank `index`.
    #[must_use]
    pub fn group(&self, index: u32) -> Vec<Span> {
        let Ok(blank) = self.blank(index) else { return Vec::new() };
        let Some(group) = &blank.at.fact.group else { return vec![place(blank)] };
        let open = self.blanks().iter().filter(|blank| is_open(blank));
        open.filter(|other| other.at.fact.group.as_ref() == Some(group)).map(place).collect()
    }

    /// Whether the words after blank `index` say that its figure is not exact: *余次, *多户.
    #[must_use]
    pub fn has_approximator(&self, index: u32) -> bool {
        self.blank(index).is_ok_and(|blank| {
            let rest = &self.session.document().text[place(blank).end as usize..];
            blank.at.fact.kind == PlaceholderType::Number && rest.starts_with(['余', '多'])
        })
    }

    /// Says that the figure in blank `index` is exact, so that its 余 goes, or with `false` stays.
    pub fn drop_approximator(&mut self, index: u32, exact: bool) {
        let Some(span) = self.has_approximator(index).then(|| self.blank(index)) else { return };
        let Ok(span) = span.map(place) else { return };
        let name = if exact { "删去“余”：数字是准数" } else { "保留“余”" };
        self.mark(name.to_owned(), |marks| {
            if exact {
                marks.exact.insert(span)
            } else {
                marks.exact.remove(&span)
            };
        });
    }

    /// Applies the correction of finding `index`, if it has one.
    pub fn adopt(&mut self, index: u32) {
        let finding = self.session.analysis().findings.get(index as usize);
        let Some((finding, fix)) = finding.and_then(|f| Some((f, f.fix.clone()?))) else { return };
        self.edit(format!("采纳：{}", short(&finding.message)), fix);
    }

    /// Applies the corrections of all findings of a rule that mends whatever it finds, those
    /// aside that are ignored.
    pub fn adopt_all(&mut self, rule: &str) {
        let about = RULES.iter().map(|rule| rule.about());
        let Some(about) = about.into_iter().find(|a| a.id == rule && a.fix == Fix::Always) else {
            return;
        };
        let findings = self.session.analysis().findings.iter();
        let found = findings.filter(|f| f.rule == rule && !self.is_ignored(f.span, rule));
        let fixes: Vec<Edit> = found.filter_map(|f| f.fix.clone()).flatten().collect();
        self.edit(format!("全部采纳：{}", about.title), fixes);
    }

    /// Whether the finding of `rule` at `span` is ignored.
    #[must_use]
    pub fn is_ignored(&self, span: Span, rule: &str) -> bool {
        self.marks.ignored.contains(&(span, rule.to_owned()))
    }

    /// Ignores finding `index`, or with `false` minds it again.
    pub fn ignore(&mut self, index: u32, on: bool) {
        let Some(finding) = self.session.analysis().findings.get(index as usize) else { return };
        let key = (finding.span, finding.rule.clone().into_owned());
        let word = if on { "忽略" } else { "恢复" };
        let name = format!("{word}：{}", short(&finding.message));
        self.mark(name, |marks| {
            if on {
                marks.ignored.insert(key)
            } else {
                marks.ignored.remove(&key)
            };
        });
    }

    /// The name of the step that [`Draft::undo`] takes back.
    #[must_use]
    pub fn undo_name(&self) -> Option<&str> {
        self.done.last().map(|step| step.name.as_str())
    }

    /// The name of the step that [`Draft::redo`] does again.
    #[must_use]
    pub fn redo_name(&self) -> Option<&str> {
        self.undone.last().map(|step| step.name.as_str())
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.done.pop() else { return false };
        self.change(&step.backward, &step.before);
        self.undone.push(step);
        true
    }

    /// Does the step again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        self.change(&step.forward, &step.after);
        self.done.push(step);
        true
    }

    /// The base text with the values put in. Blanks without a value stay as they are written.
    #[must_use]
    pub fn filled_text(&self) -> String {
        let text = &self.session.document().text;
        let (mut out, mut from) = (String::with_capacity(text.len()), 0);
        for (span, value) in &self.marks.values {
            out.push_str(&text[from..span.start as usize]);
            out.push_str(value);
            from = span.end as usize;
            let approximator = text[from..].chars().next().filter(|c| matches!(c, '余' | '多'));
            if self.marks.exact.contains(span) {
                from += approximator.map_or(0, char::len_utf8);
            }
        }
        out.push_str(&text[from..]);
        out
    }

    fn blanks(&self) -> &[PlacedPlaceholder] {
        &self.session.analysis().placeholders
    }

    /// Blank `index`, if it is to be filled in.
    fn blank(&self, index: u32) -> Result<&PlacedPlaceholder, Refusal> {
        let blank = self.blanks().get(index as usize).filter(|blank| is_open(blank));
        blank.ok_or(Refusal::NoBlank)
    }

    /// A step that changes only the marks.
    fn mark(&mut self, name: String, change: impl FnOnce(&mut Marks)) {
        let mut after = (*self.marks).clone();
        change(&mut after);
        if after != *self.marks {
            self.take(name, Vec::new(), after);
        }
    }

    /// A step that changes the base text.
    fn edit(&mut self, name: String, mut edits: Vec<Edit>) {
        let text = &self.session.document().text;
        edits.sort_by_key(|edit| edit.span);
        let mut end = 0;
        // Two corrections of one place: the first is done, the other is found again.
        edits.retain(|edit| {
            let free = edit.span.start >= end && text.get(edit.span.range()).is_some();
            end = if free { edit.span.end } else { end };
            free
        });
        if !edits.is_empty() {
            let after = self.marks.shifted(&edits);
            self.take(name, edits, after);
        }
    }

    /// Takes a step.
    fn take(&mut self, name: String, forward: Vec<Edit>, after: Marks) {
        let backward = marks::inverse(&self.session.document().text, &forward);
        let (before, after) = (Rc::clone(&self.marks), Rc::new(after));
        self.change(&forward, &after);
        self.undone.clear();
        self.done.push(Rc::new(Step { name, forward, backward, before, after }));
    }

    fn change(&mut self, edits: &[Edit], marks: &Rc<Marks>) {
        if !edits.is_empty() {
            Rc::make_mut(&mut self.session).edit(edits);
        }
        self.marks = Rc::clone(marks);
        // An edit beside a blank may make it something else: a value without a blank is no value.
        if !edits.is_empty() {
            self.forget_lost();
        }
    }

    /// Drops the values whose place holds no open blank any more.
    fn forget_lost(&mut self) {
        let blanks = self.blanks().iter().filter(|blank| is_open(blank)).map(place);
        let there: std::collections::BTreeSet<Span> = blanks.collect();
        if self.marks.values.keys().any(|span| !there.contains(span)) {
            let marks = Rc::make_mut(&mut self.marks);
            marks.values.retain(|span, _| there.contains(span));
            marks.exact.retain(|span| there.contains(span));
        }
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

/// Puts a value at a place, or takes it away if it is empty.
fn put(marks: &mut Marks, span: Span, value: &str) {
    if value.is_empty() {
        marks.values.remove(&span);
        marks.exact.remove(&span);
    } else {
        marks.values.insert(span, value.to_owned());
    }
}

/// The beginning of `text`, for a name.
fn short(text: &str) -> String {
    match text.char_indices().nth(LONGEST_NAME) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.trim_end_matches('。').to_owned(),
    }
}
