//! The state of the page, and everything that can happen to it. Nothing of the DOM.

mod export;
mod kinds;
mod place;
mod work;

pub(crate) use export::ExportChoices;
pub(crate) use kinds::{Dialog, Drawer, Notice, NoticeKind, Origin, Phase, Print, Selection, Tab};

use super::copy;
use super::work::Work;
use crate::export::sheet::FillPreview;
use crate::reader::ReadError;
use crate::text::Span;
use crate::view::{
    BlankFilter, Desk, Mark, OutlineChange, OutlineOptions, TableChange, TableOptions,
};
use crate::worker::Stage;
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

/// A report for whoever shows only its text and structure: equal to another as long as those are the
/// same, whatever is filled in.
#[derive(Clone, Debug)]
pub(crate) struct SameText(pub(crate) Shared);

impl std::ops::Deref for SameText {
    type Target = Desk;
    fn deref(&self) -> &Desk {
        &self.0
    }
}

impl PartialEq for SameText {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(self.draft().session(), other.draft().session())
    }
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
    /// What is chosen about the table of metrics.
    pub(crate) table: TableOptions,
    /// What is chosen about the outline.
    pub(crate) outline: OutlineOptions,
    /// Which blanks are listed.
    pub(crate) blanks: BlankFilter,
    /// What is chosen about files to take away.
    pub(crate) export: ExportChoices,
    /// What sheets that came back would do.
    pub(crate) preview: Option<Rc<FillPreview>>,
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
    /// What is being done to it.
    Progress(Stage),
    /// A report was read.
    Arrived(Shared, Origin),
    /// It could not be read.
    Refused(ReadError),
    /// The work ended without an answer; the sentence says why.
    Lost(AttrValue),
    /// Something is worth knowing, or being done.
    Remark(AttrValue),
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
    /// A place without a mark of its own was chosen.
    ShowPlace(Span),
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
    /// The table of metrics is filtered, sorted, grouped …
    Table(TableChange),
    /// The outline is folded, unfolded …
    Outline(OutlineChange),
    /// Which blanks are listed.
    Blanks(BlankFilter),
    /// Something is chosen about files to take away.
    Export(Box<ExportChoices>),
    /// Sheets came back; this is what they would do.
    Preview(Rc<FillPreview>),
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
            Action::Asked(name) => self.phase = Phase::Working { name, slow: false, stage: None },
            Action::Slow => self.slow(),
            Action::Progress(stage) => self.progress(stage),
            Action::Arrived(desk, origin) => self.arrive(desk, origin),
            Action::Refused(error) => self.fail(error.message.into()),
            Action::Lost(text) | Action::Fail(text) => self.fail(text),
            Action::Remark(text) => self.say(text, NoticeKind::Remark),
            Action::Tell(text) => self.say(text, NoticeKind::Done),
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
            Action::Table(change) => self.table.apply(change),
            Action::Outline(change) => self.outline.apply(change),
            Action::Blanks(filter) => self.blanks = filter,
            Action::Export(choices) => self.export = *choices,
            Action::Preview(preview) => self.preview(preview),
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

    fn progress(&mut self, next: Stage) {
        if let Phase::Working { stage, .. } = &mut self.phase {
            *stage = Some(next);
        }
    }

    /// A report was read. Typing goes on in the text field; everything else shows the text.
    fn arrive(&mut self, desk: Shared, origin: Origin) {
        let desk = self.minding(desk, origin);
        self.announcement = copy::finished(desk.counters()).into();
        let source = &desk.document().source;
        let lost = Some(source.lost_characters).filter(|lost| *lost > 0).map(copy::lost_characters);
        let remark = lost.or_else(|| copy::notes(&source.notes, source.revisions));
        self.notice = remark.map(|text| Notice { kind: NoticeKind::Remark, text: text.into() });
        let sections = desk.counters().sections;
        if origin != Origin::Typed {
            self.table = self.table.for_another_report();
            (self.drawer, self.tab) = (None, Tab::Overview);
        }
        // Whoever writes goes on with the outline as it is, unless it has become too long to draw.
        if origin != Origin::Typed || OutlineOptions::is_long(sections) {
            self.outline = self.outline.for_another_report(sections);
        }
        self.editing = origin == Origin::Typed;
        if origin != Origin::Typed {
            self.export = self.export.for_another_report();
        }
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

    fn edit(&mut self, on: bool) {
        (self.editing, self.drawer) = (on, None);
        self.edits += u32::from(on);
    }

    /// What is on the page stays; the message says what happened.
    fn fail(&mut self, text: AttrValue) {
        self.phase = Phase::Idle;
        self.notice = Some(Notice { kind: NoticeKind::Failed, text });
    }

    fn say(&mut self, text: AttrValue, kind: NoticeKind) {
        self.announcement = text.clone();
        self.notice = Some(Notice { kind, text });
    }

    fn preview(&mut self, preview: Rc<FillPreview>) {
        (self.preview, self.notice) = (Some(preview), None);
        self.dialog = Some(Dialog::Sheets);
    }
}
