//! The state of the page, and everything that can happen to it. Nothing of the DOM.

use super::copy;
use super::work::Work;
use crate::draft::Draft;
use crate::reader::ReadError;
use crate::text::Span;
use crate::view::{BlankFilter, Column, Desk, Mark, MetricFilter, Sort};
use std::rc::Rc;
use yew::{AttrValue, Reducible};

/// So many reports are kept that another took the place of: each may be many megabytes.
const EARLIER: usize = 5;

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

/// What stands beside the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tab {
    /// The report at one glance (总览).
    #[default]
    Overview,
    /// The table of metrics (指标表).
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
    /// Where the work is kept.
    Keeping,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Print {
    /// The text, with what is open and what is wrong as numbered notes.
    Text,
    /// The lists alone.
    Lists,
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
        /// Of the text, so many per cent are analysed; `None` until it is read.
        percent: Option<u8>,
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
    /// A project file, or what was kept in the browser.
    Project,
}

/// What somebody chose, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Selection {
    /// The place in the text: the only thing that links the panes.
    pub(crate) span: Span,
    /// Whether it was chosen in the text, so that the list has to follow; or the text has to.
    pub(crate) in_text: bool,
    /// Whether it came from the browser's own 后退, which is not to be remembered again.
    pub(crate) returned: bool,
    /// Whether the place in the text gets the focus; or the list keeps it.
    pub(crate) focus: bool,
    /// Counts up, so that choosing the same place twice shows it twice.
    pub(crate) turn: u32,
}

/// The state of the page.
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of the page, on its own")]
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct State {
    /// The report on the desk: the last one that could be read.
    pub(crate) desk: Option<Shared>,
    /// Reports that the one on the desk took the place of, oldest first: 撤销 brings them back.
    pub(crate) earlier: Vec<Shared>,
    /// Reports that were on the desk until 撤销 took them from it, the next one last.
    pub(crate) later: Vec<Shared>,
    /// How many reports have come on the desk.
    pub(crate) arrivals: u32,
    /// The step of the draft that was saved last.
    pub(crate) saved: u32,
    /// Whether the draft is kept in the browser while somebody works on it.
    pub(crate) keeping: bool,
    /// What of the text is being rewritten in its place.
    pub(crate) region: Option<Span>,
    /// The blank that somebody types in.
    pub(crate) filling: Option<u32>,
    /// Whether the bar for finding and replacing is shown.
    pub(crate) finding: bool,
    /// Whether letters are larger (大字).
    pub(crate) large: bool,
    /// What is being printed.
    pub(crate) printing: Option<Print>,
    /// How often the page was asked to print.
    pub(crate) prints: u32,
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
    /// Of the text, so many per cent are analysed.
    Progress(u8),
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
    /// Somebody fills in a blank in the list: the text goes along.
    Accompany(Mark),
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
    /// Something is done to the draft.
    Work(Work),
    /// Take the last step back.
    Undo,
    /// Do the step again that was taken back last.
    Redo,
    /// Go to where so many steps are done.
    GoTo(usize),
    /// Rewrite the paragraph at this byte in its place; or be done with that.
    Rewrite(Option<u32>),
    /// The paragraph was rewritten to this.
    Rewritten(String),
    /// Somebody types in a blank, or has left it.
    Filling(Option<u32>),
    /// Show the bar for finding and replacing, or hide it.
    Find(bool),
    /// A place was chosen that is no mark: one that was found, a part of the report.
    ShowPlace(Span),
    /// The browser's own 后退 or 前进 leads to this byte.
    Return(u32),
    /// Larger letters (大字), or not.
    Large(bool),
    /// The draft was saved as it was at this step.
    Saved(u32),
    /// Whether the draft is kept in the browser while somebody works on it.
    Keep(bool),
    /// The browser is printing the page, or has.
    Printing(Option<Print>),
    /// Print the page.
    Print(Print),
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
            Action::Asked(name) => self.phase = Phase::Working { name, slow: false, percent: None },
            Action::Slow => self.slow(),
            Action::Progress(percent) => self.progress(percent),
            Action::Arrived(desk, origin) => self.arrive(desk, origin),
            Action::Refused(error) => self.fail(error.message.into()),
            Action::Lost(text) | Action::Fail(text) => self.fail(text),
            Action::Tell(text) => self.tell(text),
            Action::Dismiss => self.notice = None,
            Action::Show(mark) => self.show(mark, false),
            Action::Accompany(mark) => self.accompany(mark),
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
            Action::Work(work) => self.work(&work),
            Action::Undo => self.undo(),
            Action::Redo => self.redo(),
            Action::GoTo(steps) => self.change(|draft| draft.go_to(steps)),
            Action::Rewrite(at) => self.rewrite(at),
            Action::Rewritten(text) => self.rewritten(&text),
            Action::Filling(index) => self.filling(index),
            Action::Find(on) => self.finding = on,
            Action::ShowPlace(span) => self.select(span, false),
            Action::Return(at) => self.come_back(at),
            Action::Large(on) => self.large = on,
            Action::Saved(version) => self.saved = version,
            Action::Keep(on) => self.keeping = on,
            Action::Printing(what) => self.printing = what,
            Action::Print(what) => (self.printing, self.prints) = (Some(what), self.prints + 1),
        }
    }

    fn slow(&mut self) {
        if let Phase::Working { slow, .. } = &mut self.phase {
            *slow = true;
        }
    }

    fn progress(&mut self, done: u8) {
        if let Phase::Working { percent, .. } = &mut self.phase {
            *percent = Some(done);
        }
    }

    /// A report was read. Typing goes on in the text field; everything else shows the text.
    fn arrive(&mut self, desk: Shared, origin: Origin) {
        self.announcement = copy::finished(desk.counters()).into();
        let lost = desk.document().source.lost_characters;
        self.notice = (lost > 0)
            .then(|| Notice { kind: NoticeKind::Remark, text: copy::lost_characters(lost).into() });
        if origin != Origin::Typed {
            (self.metrics, self.sort, self.section) = (MetricFilter::default(), None, None);
            (self.drawer, self.tab) = (None, Tab::Overview);
        }
        self.editing = origin == Origin::Typed;
        self.rereadable = origin == Origin::File;
        self.at_start = false;
        self.phase = Phase::Idle;
        self.arrivals += 1;
        self.saved = desk.draft().version();
        self.blanks = BlankFilter::default();
        self.later.clear();
        self.earlier.extend(self.desk.take());
        let forgotten = self.earlier.len().saturating_sub(EARLIER);
        self.earlier.drain(..forgotten);
        self.lay(desk);
    }

    /// Puts a report on the desk in place of what is there.
    fn lay(&mut self, desk: Shared) {
        self.desk = Some(desk);
        (self.selection, self.region, self.filling) = (None, None, None);
    }

    /// Changes the draft on the desk.
    fn change(&mut self, change: impl FnOnce(&mut Draft)) {
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

    fn work(&mut self, work: &Work) {
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
    fn undo(&mut self) {
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

    fn redo(&mut self) {
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
    fn reveal(&mut self, place: Option<Span>) {
        if let Some(span) = place.filter(|_| !self.editing) {
            self.select(span, false);
        }
    }

    fn rewrite(&mut self, at: Option<u32>) {
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

    fn rewritten(&mut self, text: &str) {
        let Some(region) = self.region else { return };
        let mut now = region;
        self.change(|draft| now = draft.rewrite(region, text));
        self.region = Some(now);
    }

    fn filling(&mut self, index: Option<u32>) {
        let left = self.filling.filter(|left| Some(*left) != index);
        if left.is_some() {
            self.change(Draft::pause);
        }
        self.filling = index;
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
        self.selection = Some(Selection { span, in_text, returned: false, focus: true, turn });
        self.region = None;
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
        // A blank is filled in where it stands.
        self.drawer = (!matches!(mark, Mark::Blank(_))).then_some(Drawer::Panel);
    }

    /// Another report may lie there by now: then there is no such place.
    fn come_back(&mut self, at: u32) {
        let there =
            self.desk.as_ref().is_some_and(|desk| desk.text().is_char_boundary(at as usize));
        if there && self.on_desk() {
            self.select(Span { start: at, end: at }, false);
            self.selection =
                self.selection.map(|selection| Selection { returned: true, ..selection });
        }
    }

    /// On a narrow screen the list lies over the text: it stays.
    fn accompany(&mut self, mark: Mark) {
        let Some(span) = self.desk.as_ref().and_then(|desk| desk.place(mark)) else { return };
        if self.drawer.is_none() && !self.editing {
            self.select(span, false);
            self.selection =
                self.selection.map(|selection| Selection { focus: false, ..selection });
        }
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
