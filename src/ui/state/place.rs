//! Which place of the text is shown, and how one gets there.

use super::{Drawer, Selection, State, Tab};
use crate::text::Span;
use crate::ui::copy;
use crate::view::Mark;

impl State {
    pub(super) fn select(&mut self, span: Span, in_text: bool) {
        let turn = self.selection.map_or(0, |selection| selection.turn.wrapping_add(1));
        self.selection = Some(Selection { span, in_text, returned: false, focus: true, turn });
        self.region = None;
        if !in_text {
            (self.editing, self.drawer) = (false, None);
        }
    }

    pub(super) fn show(&mut self, mark: Mark, in_text: bool) {
        let Some(span) = self.desk.as_ref().and_then(|desk| desk.place(mark)) else { return };
        self.tab = Tab::of(mark);
        self.select(span, in_text);
    }

    /// On a narrow screen the list has to come before it can show anything.
    pub(super) fn pick(&mut self, mark: Mark) {
        self.show(mark, true);
        // A blank is filled in where it stands.
        self.drawer = (!matches!(mark, Mark::Blank(_))).then_some(Drawer::Panel);
    }

    /// Another report may lie there by now: then there is no such place.
    pub(super) fn come_back(&mut self, at: u32) {
        let there =
            self.desk.as_ref().is_some_and(|desk| desk.text().is_char_boundary(at as usize));
        if there && self.on_desk() {
            self.select(Span { start: at, end: at }, false);
            self.selection =
                self.selection.map(|selection| Selection { returned: true, ..selection });
        }
    }

    /// On a narrow screen the list lies over the text: it stays.
    pub(super) fn accompany(&mut self, mark: Mark) {
        let Some(span) = self.desk.as_ref().and_then(|desk| desk.place(mark)) else { return };
        if !self.editing {
            let drawer = self.drawer;
            self.select(span, false);
            self.selection =
                self.selection.map(|selection| Selection { focus: false, ..selection });
            self.drawer = drawer;
        }
    }

    pub(super) fn show_section(&mut self, index: u32) {
        let sections = self.desk.as_ref().map(|desk| &desk.analysis().outline.sections);
        let Some(section) = sections.and_then(|list| list.get(index as usize)) else { return };
        let span = section.heading;
        self.select(span, false);
    }

    pub(super) fn show_closing(&mut self) {
        let closing = self.desk.as_ref().and_then(|desk| desk.analysis().outline.frame.closing);
        if let Some(span) = closing {
            self.select(span, false);
        }
    }

    pub(super) fn step(&mut self, back: bool, tab: Tab) {
        let Some(desk) = self.desk.clone() else { return };
        let filling = self.filling.and_then(|index| desk.place(Mark::Blank(index)));
        let from = filling.or(self.selection.map(|selection| selection.span));
        let (mark, text) = if tab == Tab::Findings {
            let next = desk.next_finding(from, back);
            (next.map(Mark::Finding), next.and_then(|i| copy::finding_announced(&desk, i)))
        } else {
            let next = desk.next_blank(from, back);
            (next.map(Mark::Blank), next.and_then(|i| copy::blank_announced(&desk, i)))
        };
        match (mark, text) {
            (Some(mark), Some(text)) => {
                self.show(mark, false);
                self.announcement = text.into();
            }
            _ => self.announcement = copy::NOTHING_THERE.into(),
        }
    }
}
