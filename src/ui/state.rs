//! The state of the page, and everything that can happen to it. Nothing of the DOM.

use super::copy;
use crate::reader::ReadError;
use crate::text::Span;
use crate::view::{BlankFilter, Column, Desk, Mark, MetricFilter, Sort};
use std::rc::Rc;
use yew::{AttrValue, Reducible};

/// A report on the desk, shared by all panes; two are equal if they are the same one.
#[derive(Clone, Debug)]
pub(crate) struct Shared(Rc<Desk>);

impl Shared {
    /// Shares a desk.
    #[must_use]
    pub(crate) fn new(desk: Desk) -> Self {
        Self(Rc::new(desk))
    }
}

impl std::ops::Deref for Shared {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        &self.0
    }
}

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// A list beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The table of metrics (指标表).
    #[default]
    Metrics,
    /// The checklist of blanks (待填清单).
    Blanks,
    /// The findings (问题).
    Findings,
}

impl Tab {
    /// The tab that lists `mark`.
    #[must_use]
    pub(crate) fn of(mark: Mark) -> Self {
        match mark {
            Mark::Metric(_) => Self::Metrics,
            Mark::Blank(_) => Self::Blanks,
            Mark::Finding(_) => Self::Findings,
        }
    }
}

/// What lies over the text on a narrow screen. On a wide one it has its own column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Drawer {
    /// The outline.
    Outline,
    /// The lists.
    Panel,
}

/// A dialog.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Dialog {
    /// What leaves this machine: nothing.
    Privacy,
    /// How to use the page.
    Help,
}

/// What the page is at.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) enum Phase {
    /// Nothing.
    #[default]
    Idle,
    /// Reading and analysing.
    Working {
        /// The file's name.
        name: Option<AttrValue>,
        /// Whether it takes long.
        slow: bool,
    },
}

/// How a message is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoticeKind {
    /// Something failed.
    Failed,
    /// Worth knowing as long as it is true.
    Remark,
    /// Something was done; it goes by itself.
    Done,
}

/// A message above the desk that stays until it is dismissed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Notice {
    /// How it is meant.
    pub(crate) kind: NoticeKind,
    /// What it says.
    pub(crate) text: AttrValue,
}

/// Where the input came from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Origin {
    /// A file, which can be read again in another encoding.
    File,
    /// Pasted or dropped text.
    Pasted,
    /// The text field, while somebody types in it.
    Typed,
}

/// What somebody chose, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    /// The place in the text: the only thing that links the panes.
    pub(crate) span: Span,
    /// Whether it was chosen in the text, so that the list has to follow; or the text has to.
    pub(crate) in_text: bool,
    /// Counts up, so that choosing the same place twice shows it twice.
    pub(crate) turn: u32,
}

/// The state of the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State {
    /// The report on the desk: the last one that could be read.
    pub(crate) desk: Option<Shared>,
    /// Whether it came from a file that can be read again.
    pub(crate) rereadable: bool,
    /// What the page is at.
    pub(crate) phase: Phase,
    /// The message above the desk.
    pub(crate) notice: Option<Notice>,
    /// The place both panes show.
    pub(crate) selection: Option<Selection>,
    /// The list that is shown.
    pub(crate) tab: Tab,
    /// What lies over the text on a narrow screen.
    pub(crate) drawer: Option<Drawer>,
    /// The open dialog.
    pub(crate) dialog: Option<Dialog>,
    /// Whether the text field is shown in place of the text.
    pub(crate) editing: bool,
    /// How often the text field was asked for: each time it is filled anew.
    pub(crate) edits: u32,
    /// Whether the start view is shown although a report is on the desk.
    pub(crate) at_start: bool,
    /// The section at the top of the screen.
    pub(crate) section: Option<u32>,
    /// Which metrics are listed.
    pub(crate) metrics: MetricFilter,
    /// How often the filter was cleared: each time the search field is set anew.
    pub(crate) clears: u32,
    /// How they are sorted.
    pub(crate) sort: Option<Sort>,
    /// Which blanks are listed.
    pub(crate) blanks: BlankFilter,
    /// What a screen reader is told.
    pub(crate) announcement: AttrValue,
}

/// Everything that can happen.
#[derive(Clone, Debug)]
pub(crate) enum Action {
    /// Something is being read.
    Asked(Option<AttrValue>),
    /// It takes long.
    Slow,
    /// A report was read.
    Arrived(Shared, Origin),
    /// It could not be read.
    Refused(ReadError),
    /// The work ended without an answer; the sentence says why.
    Lost(AttrValue),
    /// Something was done: 已复制.
    Tell(AttrValue),
    /// Something failed.
    Fail(AttrValue),
    /// The message was read.
    Dismiss,
    /// A place was chosen in a list.
    Show(Mark),
    /// A section was chosen in the outline.
    ShowSection(u32),
    /// The closing was chosen in the outline.
    ShowClosing,
    /// A mark was chosen in the text.
    Pick(Mark),
    /// Go to the next (or with `true` the previous) finding.
    NextFinding(bool),
    /// Go to the next (or with `true` the previous) open blank.
    NextBlank(bool),
    /// Show a list.
    Tab(Tab),
    /// Show what has no column of its own, or hide it.
    Drawer(Option<Drawer>),
    /// Open a dialog, or close it.
    Dialog(Option<Dialog>),
    /// Show the text field, or the text.
    Edit(bool),
    /// Show the start view, or the desk.
    Start(bool),
    /// The section at the top of the screen changed.
    Scrolled(Option<u32>),
    /// The words to search metrics for.
    Query(String),
    /// Only metrics without a value.
    OpenOnly(bool),
    /// All metrics again.
    ClearFilter,
    /// The head of a column was pressed.
    Sort(Column),
    /// Which blanks are listed.
    Blanks(BlankFilter),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut state = (*self).clone();
        state.apply(action);
        Rc::new(state)
    }
}

impl State {
    /// Whether the desk is shown, not the start view.
    #[must_use]
    pub(crate) fn on_desk(&self) -> bool {
        self.desk.is_some() && !self.at_start
    }

    fn apply(&mut self, action: Action) {
        match action {
            Action::Asked(name) => self.phase = Phase::Working { name, slow: false },
            Action::Slow => self.slow(),
            Action::Arrived(desk, origin) => self.arrive(desk, origin),
            Action::Refused(error) => self.fail(error.message.into()),
            Action::Lost(text) | Action::Fail(text) => self.fail(text),
            Action::Tell(text) => self.tell(text),
            Action::Dismiss => self.notice = None,
            Action::Show(mark) => self.show(mark, false),
            Action::ShowSection(index) => self.show_section(index),
            Action::ShowClosing => self.show_closing(),
            Action::Pick(mark) => self.pick(mark),
            Action::NextFinding(back) => self.step(back, Tab::Findings),
            Action::NextBlank(back) => self.step(back, Tab::Blanks),
            Action::Tab(tab) => self.tab = tab,
            Action::Drawer(drawer) => self.drawer = drawer,
            Action::Dialog(dialog) => self.dialog = dialog,
            Action::Edit(on) => self.edit(on),
            Action::Start(on) => (self.at_start, self.notice) = (on, None),
            Action::Scrolled(section) => self.section = section,
            Action::Query(query) => self.metrics.query = query,
            Action::OpenOnly(on) => self.metrics.open_only = on,
            Action::ClearFilter => self.clear_filter(),
            Action::Sort(column) => self.sort = Sort::press(self.sort, column),
            Action::Blanks(filter) => self.blanks = filter,
        }
    }

    fn slow(&mut self) {
        if let Phase::Working { slow, .. } = &mut self.phase {
            *slow = true;
        }
    }

    /// A report was read. Typing goes on in the text field; everything else shows the text.
    fn arrive(&mut self, desk: Shared, origin: Origin) {
        self.announcement = copy::finished(desk.counters()).into();
        let source = &desk.document().source;
        let lost = Some(source.lost_characters).filter(|lost| *lost > 0).map(copy::lost_characters);
        let remark = lost.or_else(|| copy::notes(&source.notes, source.revisions));
        self.notice = remark.map(|text| Notice { kind: NoticeKind::Remark, text: text.into() });
        if origin != Origin::Typed {
            (self.metrics, self.sort, self.section) = (MetricFilter::default(), None, None);
            self.drawer = None;
        }
        self.editing = origin == Origin::Typed;
        self.rereadable = origin == Origin::File;
        (self.desk, self.selection, self.at_start) = (Some(desk), None, false);
        self.phase = Phase::Idle;
    }

    fn clear_filter(&mut self) {
        self.metrics = MetricFilter::default();
        self.clears += 1;
    }

    fn edit(&mut self, on: bool) {
        (self.editing, self.drawer) = (on, None);
        self.edits += u32::from(on);
    }

    /// What is on the page stays; the message says what happened.
    fn fail(&mut self, text: AttrValue) {
        self.phase = Phase::Idle;
        self.notice = Some(Notice { kind: NoticeKind::Failed, text });
    }

    fn tell(&mut self, text: AttrValue) {
        self.announcement = text.clone();
        self.notice = Some(Notice { kind: NoticeKind::Done, text });
    }

    fn select(&mut self, span: Span, in_text: bool) {
        let turn = self.selection.map_or(0, |selection| selection.turn.wrapping_add(1));
        self.selection = Some(Selection { span, in_text, turn });
        if !in_text {
            (self.editing, self.drawer) = (false, None);
        }
    }

    fn show(&mut self, mark: Mark, in_text: bool) {
        let Some(span) = self.desk.as_ref().and_then(|desk| desk.place(mark)) else { return };
        self.tab = Tab::of(mark);
        self.select(span, in_text);
    }

    /// On a narrow screen the list has to come before it can show anything.
    fn pick(&mut self, mark: Mark) {
        self.show(mark, true);
        self.drawer = Some(Drawer::Panel);
    }

    fn show_section(&mut self, index: u32) {
        let sections = self.desk.as_ref().map(|desk| &desk.analysis().outline.sections);
        let Some(section) = sections.and_then(|list| list.get(index as usize)) else { return };
        let span = section.heading;
        self.section = Some(index);
        self.select(span, false);
    }

    fn show_closing(&mut self) {
        let closing = self.desk.as_ref().and_then(|desk| desk.analysis().outline.frame.closing);
        if let Some(span) = closing {
            self.select(span, false);
        }
    }

    fn step(&mut self, back: bool, tab: Tab) {
        let Some(desk) = self.desk.clone() else { return };
        let from = self.selection.map(|selection| selection.span);
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
