//! The history (历史): steps are taken, taken back, and done again.

use super::marks::{self, Change};
use super::{Draft, Marks, Step, Typing, filled, is_open, place, rewriting};
use crate::document::Edit;
use crate::text::Span;
use crate::text::order;
use std::collections::BTreeSet;
use std::rc::Rc;

impl Draft {
    /// The names of the steps that are done, oldest first, then of those that were taken back, the
    /// next to be done again first.
    #[must_use]
    pub fn history(&self) -> (Vec<&str>, Vec<&str>) {
        let done = self.done.iter().map(|step| step.name.as_str());
        (done.collect(), self.undone.iter().rev().map(|step| step.name.as_str()).collect())
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

    /// Which step was the last: 0 if none is done. Two drafts of one report with the same number
    /// hold the same.
    #[must_use]
    pub fn version(&self) -> u32 {
        self.done.last().map_or(0, |step| step.number)
    }

    /// The base text before the first step. Of a draft that was saved it is the text as it was saved.
    #[must_use]
    pub fn original_text(&self) -> String {
        let steps = self.done.iter().rev();
        steps.fold(self.text().to_owned(), |text, step| edited(&text, &step.backward))
    }

    /// Where the last step did something, in the text as it is now.
    #[must_use]
    pub fn last_place(&self) -> Option<Span> {
        self.done.last().and_then(|step| Step::place(&step.backward, &step.forward_marks))
    }

    /// Where the step did something that was taken back last, in the text as it is now.
    #[must_use]
    pub fn undone_place(&self) -> Option<Span> {
        self.undone.last().and_then(|step| Step::place(&step.forward, &step.backward_marks))
    }

    /// Takes the last step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(step) = self.done.pop() else { return false };
        self.change(&step.backward, &step.backward_marks);
        self.undone.push(step);
        self.pause();
        true
    }

    /// Does the step again that was taken back last; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(step) = self.undone.pop() else { return false };
        self.change(&step.forward, &step.forward_marks);
        self.done.push(step);
        self.pause();
        true
    }

    /// Goes to where `steps` steps are done.
    pub fn go_to(&mut self, steps: usize) {
        while self.done.len() > steps && self.undo() {}
        while self.done.len() < steps && self.redo() {}
    }

    /// Whoever was typing has left: what is typed next is a step of its own.
    pub fn pause(&mut self) {
        if let Some(step) = self.done.last_mut().filter(|step| step.typing.is_some()) {
            Rc::make_mut(step).typing = None;
        }
    }

    /// A step that changes only the marks.
    pub(super) fn mark(
        &mut self,
        name: String,
        typing: Option<Typing>,
        change: impl FnOnce(&mut Marks),
    ) {
        let mut after = (*self.marks).clone();
        change(&mut after);
        if after == *self.marks {
            return;
        }
        let now = Rc::clone(&self.marks);
        let before = self.resume(typing.as_ref(), &now);
        self.marks = Rc::new(after);
        self.record(name, typing, Vec::new(), Vec::new(), &before);
    }

    /// A step that changes the base text.
    pub(super) fn edit(&mut self, name: String, edits: Vec<Edit>) {
        self.mark_and_edit(name, edits, |_| {});
    }

    /// A step that changes marks, and then the base text.
    pub(super) fn mark_and_edit(
        &mut self,
        name: String,
        edits: Vec<Edit>,
        change: impl FnOnce(&mut Marks),
    ) {
        let edits = apart(self.text(), edits);
        if edits.is_empty() {
            return self.mark(name, None, change);
        }
        let before = Rc::clone(&self.marks);
        change(Rc::make_mut(&mut self.marks));
        let old = Rc::clone(&self.session);
        self.apply(&edits);
        let (forward, backward) = if self.bake().is_empty() {
            let backward = marks::inverse(&old.document().text, &edits);
            (edits, backward)
        } else {
            // A second round of edits counts from the first: one edit that does both is simpler.
            whole(&old.document().text, self.text(), 0)
        };
        self.record(name, None, forward, backward, &before);
    }

    /// A step that rewrites the base text at `span`, which lies in `region`; where that is now. The
    /// values of the blanks that it has `swallowed` are part of `text`: of a figure that is missing
    /// (`年内完成亿元`) the place is empty, so that no edit of the text would take it away.
    pub(super) fn retype(
        &mut self,
        region: Span,
        span: Span,
        text: String,
        swallowed: &[Span],
    ) -> Span {
        let (old, marks) = (Rc::clone(&self.session), Rc::clone(&self.marks));
        for blank in swallowed {
            Rc::make_mut(&mut self.marks).put(*blank, "");
        }
        let before = self.before_typing(region);
        let edits = [Edit { span, replacement: text }];
        self.apply(&edits);
        let baked = self.bake();
        let now = grown(grown(region, &edits), &baked);
        let name = rewriting(now.of(self.text()));
        if baked.is_empty() {
            let marks = self.resume(Some(&Typing::Region(region, String::new())), &marks);
            self.record(name, Some(Typing::Region(now, before)), Vec::new(), Vec::new(), &marks);
        } else {
            let (forward, backward) = whole(&old.document().text, self.text(), 0);
            self.record(name, None, forward, backward, &marks);
        }
        now
    }

    /// What the region was before somebody began to type in it.
    pub(super) fn before_typing(&self, region: Span) -> String {
        match self.done.last().and_then(|step| step.typing.as_ref()) {
            Some(Typing::Region(there, before)) if *there == region => before.clone(),
            _ => region.of(self.text()).to_owned(),
        }
    }

    /// The marks before a step that begins with `marks`. If somebody goes on typing where the last
    /// step was, that step is taken off the list, and the marks are those before it.
    fn resume(&mut self, typing: Option<&Typing>, marks: &Rc<Marks>) -> Rc<Marks> {
        let same = |step: &mut Rc<Step>| match (step.typing.as_ref(), typing) {
            (Some(Typing::Blank(a)), Some(Typing::Blank(b)))
            | (Some(Typing::Region(a, _)), Some(Typing::Region(b, _))) => a == b,
            _ => false,
        };
        match self.done.pop_if(same) {
            None => Rc::clone(marks),
            Some(step) => {
                let mut before = marks.shifted(&step.backward);
                step.backward_marks.apply(&mut before);
                Rc::new(before)
            }
        }
    }

    /// Writes a step down that has just been done: `before` are the marks as they were. The edits of
    /// somebody's typing in a region are those of the whole step, the earlier letters included.
    fn record(
        &mut self,
        name: String,
        typing: Option<Typing>,
        mut forward: Vec<Edit>,
        mut backward: Vec<Edit>,
        before: &Marks,
    ) {
        self.undone.clear();
        if let Some(Typing::Region(now, old)) = &typing {
            (forward, backward) = whole(old, now.of(self.text()), now.start);
        }
        let forward_marks = Change::between(&before.shifted(&forward), &self.marks);
        let backward_marks = Change::between(&self.marks.shifted(&backward), before);
        if forward.is_empty() && *before == *self.marks {
            return; // Typed and deleted again.
        }
        self.steps += 1;
        let number = self.steps;
        self.done.push(Rc::new(Step {
            name,
            number,
            forward,
            backward,
            forward_marks,
            backward_marks,
            typing,
        }));
    }

    fn change(&mut self, edits: &[Edit], change: &Change) {
        self.apply(edits);
        change.apply(Rc::make_mut(&mut self.marks));
        self.mind_rules();
    }

    /// Changes the base text; the marks keep up.
    fn apply(&mut self, edits: &[Edit]) {
        if !edits.is_empty() {
            self.marks = Rc::new(self.marks.shifted(edits));
            self.session = Rc::new(self.session.edited(edits));
        }
    }

    /// An edit beside a blank may make it something else. Its value then becomes part of the text:
    /// what somebody typed is never lost. The edits that this took.
    fn bake(&mut self) -> Vec<Edit> {
        let open = self.blanks().iter().filter(|blank| is_open(blank)).map(place);
        let open: BTreeSet<Span> = marks::set(open);
        let lost = self.marks.values.iter().filter(|(span, _)| !open.contains(span));
        let edits: Vec<Edit> = lost
            .map(|(&span, value)| {
                let end = span.end + self.dropped_after(span);
                Edit { span: Span { start: span.start, end }, replacement: value.clone() }
            })
            .collect();
        let marks = Rc::make_mut(&mut self.marks);
        marks.refused.retain(|span, _| open.contains(span));
        marks.values.retain(|span, _| open.contains(span));
        marks.exact.retain(|span| open.contains(span));
        self.apply(&edits);
        edits
    }
}

/// Where a region is after edits in it or before it.
fn grown(region: Span, edits: &[Edit]) -> Span {
    let at = |offset: u32, before: &dyn Fn(Span) -> bool| {
        let edits = edits.iter().filter(|edit| before(edit.span));
        edits.fold(offset, |offset, edit| {
            (offset + edit.replacement.len() as u32).saturating_sub(edit.span.len() as u32)
        })
    };
    let before = |span: Span, at: u32| span.end < at || (span.end == at && !span.is_empty());
    let start = at(region.start, &|span| before(span, region.start));
    let end = at(region.end, &|span| {
        span.start < region.end || (span.is_empty() && span.start == region.end)
    });
    Span { start, end: end.max(start) }
}

/// `text` after edits, which fit it and are in reading order.
fn edited(text: &str, edits: &[Edit]) -> String {
    let (mut out, mut done) = (String::with_capacity(text.len()), 0);
    for edit in edits {
        out.push_str(Span { start: done, end: edit.span.start }.of(text));
        out.push_str(&edit.replacement);
        done = edit.span.end;
    }
    out + &text[done as usize..]
}

/// The edits that fit the text, in reading order. Two corrections of one place: the first is done,
/// the other is found again.
fn apart(text: &str, mut edits: Vec<Edit>) -> Vec<Edit> {
    order::sort_by_key(&mut edits, |edit| edit.span);
    let mut end = 0;
    edits.retain(|edit| {
        let free = edit.span.start >= end && text.get(edit.span.range()).is_some();
        end = if free { edit.span.end } else { end };
        free
    });
    edits
}

/// The one edit that makes `new` of `old`, which begins at byte `offset`, and the one back.
fn whole(old: &str, new: &str, offset: u32) -> (Vec<Edit>, Vec<Edit>) {
    let Some((before, after)) = filled::difference(old, new) else {
        return (Vec::new(), Vec::new());
    };
    let edit = |from: &std::ops::Range<usize>, text: &str| Edit {
        span: Span::new(from.start, from.end).shift(offset),
        replacement: text.to_owned(),
    };
    let (forward, backward) =
        (edit(&before, &new[after.clone()]), edit(&after, &old[before.clone()]));
    (vec![forward], vec![backward])
}
