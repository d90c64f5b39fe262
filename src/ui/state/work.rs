//! What happens to the draft on the desk: steps are taken, taken back and done again.

use super::{Origin, Shared, State};
use crate::draft::Draft;
use crate::text::Span;
use crate::ui::copy;
use crate::ui::work::Work;

impl State {
    /// Puts a report on the desk in place of what is there.
    pub(super) fn lay(&mut self, desk: Shared) {
        self.desk = Some(desk);
        (self.selection, self.region, self.filling) = (None, None, None);
    }

    /// A report that has come, with the rules chosen for the one before it: whoever is strict is
    /// strict with the next one, too. A project brings its own.
    pub(super) fn minding(&self, desk: Shared, origin: Origin) -> Shared {
        let rules = self.desk.as_ref().map(|before| before.draft().marks().rules.clone());
        match rules
            .filter(|rules| origin != Origin::Project && *rules != desk.draft().marks().rules)
        {
            Some(rules) => Shared::new(desk.next(desk.draft().clone().with_rules(rules))),
            None => desk,
        }
    }

    /// Changes the draft on the desk.
    pub(super) fn change(&mut self, change: impl FnOnce(&mut Draft)) {
        let Some(desk) = self.desk.clone() else { return };
        let mut draft = desk.draft().clone();
        change(&mut draft);
        let next = Shared::new(desk.next(draft));
        if next.text() != desk.text() {
            // What was selected may be somewhere else now.
            (self.selection, self.filling) = (None, None);
            self.blanks.section = None;
        }
        self.desk = Some(next);
    }

    pub(super) fn work(&mut self, work: &Work) {
        let Some(desk) = self.desk.clone() else { return };
        let mut outcome = Ok(());
        self.change(|draft| outcome = work.apply(&desk, draft));
        let after = self.desk.as_ref().filter(|_| outcome.is_ok());
        if let Some(said) = after.and_then(|after| work.announcement(&desk, after)) {
            self.announcement = said.into();
        }
    }

    /// Whether there is something that [`Action::Undo`] takes back.
    #[must_use]
    pub(crate) fn can_undo(&self) -> bool {
        let draft = self.desk.as_ref().map(|desk| desk.draft());
        draft.is_some_and(|draft| draft.undo_name().is_some()) || !self.earlier.is_empty()
    }

    /// Whether there is something that [`Action::Redo`] does again.
    #[must_use]
    pub(crate) fn can_redo(&self) -> bool {
        let draft = self.desk.as_ref().map(|desk| desk.draft());
        draft.is_some_and(|draft| draft.redo_name().is_some()) || !self.later.is_empty()
    }

    /// Whether something would be lost if the page were closed.
    #[must_use]
    pub(crate) fn is_unsaved(&self) -> bool {
        self.desk.as_ref().is_some_and(|desk| desk.draft().version() != self.saved)
    }

    /// Takes the last step back and shows where it was; before the first step, brings back the
    /// report that was on the desk before this one.
    pub(super) fn undo(&mut self) {
        let Some(desk) = self.desk.clone() else { return };
        self.region = None;
        if let Some(name) = desk.draft().undo_name() {
            self.announcement = copy::undone(name).into();
            self.change(|draft| _ = draft.undo());
            let place = self.desk.as_ref().and_then(|desk| desk.draft().undone_place());
            self.reveal(place);
        } else if let Some(earlier) = self.earlier.pop() {
            self.announcement = copy::UNDONE_OPENING.into();
            self.later.push(desk);
            self.lay(earlier);
        }
    }

    pub(super) fn redo(&mut self) {
        let Some(desk) = self.desk.clone() else { return };
        self.region = None;
        if let Some(name) = desk.draft().redo_name() {
            self.announcement = copy::redone(name).into();
            self.change(|draft| _ = draft.redo());
            let place = self.desk.as_ref().and_then(|desk| desk.draft().last_place());
            self.reveal(place);
        } else if let Some(later) = self.later.pop() {
            self.earlier.push(desk);
            self.lay(later);
        }
    }

    /// Shows where something was done, if the text is shown.
    pub(super) fn reveal(&mut self, place: Option<Span>) {
        if let Some(span) = place.filter(|_| !self.editing) {
            self.select(span, false);
        }
    }

    pub(super) fn rewrite(&mut self, at: Option<u32>) {
        let desk = self.desk.as_ref();
        let region = at.and_then(|at| desk.and_then(|desk| desk.region_at(at)));
        self.filling = None;
        let left = std::mem::replace(&mut self.region, region);
        self.change(Draft::pause);
        match left.filter(|_| region.is_none()) {
            // Back to where the field was.
            Some(left) => self.select(Span { start: left.start, end: left.start }, false),
            None => self.selection = None,
        }
    }

    pub(super) fn rewritten(&mut self, text: &str) {
        let Some(region) = self.region else { return };
        let mut now = region;
        self.change(|draft| now = draft.rewrite(region, text));
        self.region = Some(now);
    }

    pub(super) fn filling(&mut self, index: Option<u32>) {
        let left = self.filling.filter(|left| Some(*left) != index);
        if left.is_some() {
            self.change(Draft::pause);
        }
        self.filling = index;
    }
}
