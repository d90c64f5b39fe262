//! The page's state with the verbs that reach outside of it: open, read again, copy, save.

use super::background::Background;
use super::state::{Action, Origin, Shared, State};
use super::{browser, copy, keeping};
use crate::document::{Revisions, Source};
use crate::reader::ReadOptions;
use crate::report::Report;
use crate::view::{Branch, metrics_tsv, outline_text};
use crate::worker::{Stage, Work};
use std::cell::{Cell, RefCell};
use std::ops::Deref;
use std::rc::Rc;
use web_sys::File;
use yew::platform::spawn_local;
use yew::{AttrValue, UseReducerDispatcher, hook, use_context};

/// The sample report, written for this project.
const SAMPLE: &str = include_str!("../../www/sample/report.txt");

/// What every component is offered.
#[derive(Clone, PartialEq)]
pub(super) struct Page {
    /// The state as it was when the page was drawn, and the way to change it.
    pub(super) state: Drawn,
    /// The analysis behind the page.
    pub(super) background: Background,
    /// Where the report on the desk lies.
    pub(super) sheet: Sheet,
    /// The file on the desk, to read it again in another encoding.
    pub(super) file: KeptFile,
}

/// The state of the page as it was when the page was drawn, and the way to change it.
///
/// A handle of Yew's always shows the state of now. A list that is not shown would be drawn anew
/// with every letter typed somewhere else.
#[derive(Clone)]
pub(super) struct Drawn {
    state: Rc<State>,
    dispatcher: UseReducerDispatcher<State>,
}

impl Drawn {
    /// The state that is being drawn.
    pub(super) fn new(state: Rc<State>, dispatcher: UseReducerDispatcher<State>) -> Self {
        Self { state, dispatcher }
    }

    /// The state that is being drawn, to compare it with another.
    pub(super) fn shared(&self) -> &Rc<State> {
        &self.state
    }

    /// Something happened.
    pub(super) fn dispatch(&self, action: Action) {
        self.dispatcher.dispatch(action);
    }

    /// The way to change the state.
    pub(super) fn dispatcher(&self) -> UseReducerDispatcher<State> {
        self.dispatcher.clone()
    }
}

impl Deref for Drawn {
    type Target = State;
    fn deref(&self) -> &State {
        &self.state
    }
}

impl PartialEq for Drawn {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.state, &other.state)
    }
}

/// Where the report on the desk lies, as the page shows it now: all clones are the same place.
/// Whoever draws a part of it looks here, and so never draws a report of before; and so does whoever
/// listens for as long as the page is there.
#[derive(Clone, Default)]
pub(super) struct Sheet(Rc<SheetInner>);

#[derive(Default)]
struct SheetInner {
    state: RefCell<Rc<State>>,
    composing: Cell<bool>,
}

impl PartialEq for Sheet {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Sheet {
    /// The report.
    pub(super) fn desk(&self) -> Option<Shared> {
        self.0.state.borrow().desk.clone()
    }

    /// The state of the page, with the report.
    pub(super) fn state(&self) -> Rc<State> {
        self.0.state.borrow().clone()
    }

    /// Lays another report there, or the same after a step.
    pub(super) fn lay(&self, state: Rc<State>) {
        self.0.state.replace(state);
    }

    /// Whether somebody composes a word in one of its fields (输入法).
    pub(super) fn is_composing(&self) -> bool {
        self.0.composing.get()
    }

    /// Somebody begins to compose, or is done.
    pub(super) fn set_composing(&self, on: bool) {
        self.0.composing.set(on);
    }
}

/// The file that was opened last; all clones are the same place.
#[derive(Clone, Default)]
pub(super) struct KeptFile(Rc<RefCell<Option<File>>>);

impl PartialEq for KeptFile {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The page that the component lives on.
#[hook]
pub(super) fn use_page() -> Page {
    use_context().expect("every component lives under App, which offers the page")
}

impl Page {
    /// Something happened.
    pub(super) fn dispatch(&self, action: Action) {
        self.state.dispatch(action);
    }

    /// Opens a file.
    pub(super) fn open(&self, file: File) {
        self.file.0.replace(Some(file.clone()));
        self.read_file(file, ReadOptions::default());
    }

    /// Opens the first of the files that were chosen or dropped. Sheets that come back are filled in.
    pub(super) fn open_all(&self, files: Option<web_sys::FileList>) {
        let Some(files) = files else { return };
        let all: Vec<File> = (0..files.length()).filter_map(|at| files.get(at)).collect();
        if !all.is_empty() && all.iter().all(|file| self.is_sheet(file)) {
            self.take_back(all);
            return;
        }
        if let Some(file) = files.get(0) {
            self.open(file);
        }
        if files.length() > 1 {
            self.dispatch(Action::Tell(copy::ONE_AT_A_TIME.into()));
        }
    }

    /// Reads the file on the desk again, in the encoding with this label.
    pub(super) fn reread(&self, encoding: String) {
        let revisions = self.source().revisions;
        self.reread_as(ReadOptions { encoding: Some(encoding), revisions, name: None });
    }

    /// Reads the file on the desk again, on this side of its tracked changes.
    pub(super) fn reread_side(&self, revisions: Revisions) {
        let encoding = self.source().encoding;
        self.reread_as(ReadOptions { encoding, revisions, name: None });
    }

    fn reread_as(&self, options: ReadOptions) {
        let file = self.file.0.borrow().clone();
        if let Some(file) = file {
            self.read_file(file, options);
        }
    }

    /// The file on the desk.
    pub(super) fn original(&self) -> Option<File> {
        self.file.0.borrow().clone()
    }

    /// Where the report on the desk came from.
    pub(super) fn source(&self) -> Source {
        let desk = self.sheet.desk();
        desk.map(|desk| desk.document().source.clone()).unwrap_or_default()
    }

    fn read_file(&self, file: File, options: ReadOptions) {
        let page = self.clone();
        let name = file.name();
        let revision = self.background.begin(Origin::File, Some(name.clone().into()));
        page.dispatch(Action::Progress(Stage::Opening));
        spawn_local(async move {
            let bytes = browser::bytes(&file).await;
            if !page.background.is_latest(revision) {
                return;
            }
            let Some(bytes) = bytes else {
                page.dispatch(Action::Fail(copy::UNREADABLE_FILE.into()));
                return;
            };
            if name.ends_with(keeping::ENDING) {
                page.open_project(&browser::text(&bytes));
                return;
            }
            let options = ReadOptions { name: Some(name), ..options };
            page.background.go_on(revision, Work::Read(options), bytes);
        });
    }

    /// Reads pasted or typed text. Blank text is nothing to complain about.
    pub(super) fn read_text(&self, text: &str, origin: Origin, name: Option<&str>) {
        if text.trim().is_empty() {
            return;
        }
        let options = ReadOptions { name: name.map(str::to_owned), ..ReadOptions::default() };
        let shown = name.map(|name| AttrValue::from(name.to_owned()));
        self.background.ask(Work::ReadText(options), browser::utf8(text), origin, shown);
    }

    /// Reads what a word processor or browser put on the clipboard as HTML.
    pub(super) fn read_html(&self, html: &str) {
        let work = Work::ReadHtml(ReadOptions::default());
        self.background.ask(work, browser::utf8(html), Origin::Pasted, None);
    }

    /// Reads the sample report.
    pub(super) fn read_sample(&self) {
        self.read_text(SAMPLE, Origin::Pasted, Some(copy::SAMPLE_NAME));
    }

    /// Copies the metrics in `order` as a table.
    pub(super) fn copy_table(&self, order: &[u32]) {
        let Some(desk) = self.sheet.desk() else { return };
        self.copy(metrics_tsv(&desk, order), copy::copied(order.len()));
    }

    /// Copies the outline as indented text.
    pub(super) fn copy_outline(&self) {
        let Some(desk) = self.sheet.desk() else { return };
        let text = outline_text(&desk, &Branch::tree(&desk), self.sheet.state().outline.items);
        let said = copy::copied_outline(text.lines().count());
        self.copy(text, said);
    }

    /// Puts text on the clipboard and says so.
    fn copy(&self, text: String, said: String) {
        let page = self.clone();
        spawn_local(async move {
            page.dispatch(if browser::copy_text(&text).await {
                Action::Tell(said.into())
            } else {
                Action::Fail(copy::COPIED_FAILED.into())
            });
        });
    }

    /// Saves the text with its values put in. It says how many blanks are still open.
    pub(super) fn save_text(&self) {
        let Some(desk) = self.sheet.desk() else { return };
        let name = format!("{}.核稿.txt", stem(desk.document().source.name.as_deref()));
        // The mark tells old editors on Windows that it is UTF-8.
        let text = format!("\u{feff}{}", desk.draft().filled_text().replace('\n', "\r\n"));
        self.dispatch(match browser::save(&name, &text, "text/plain") {
            Some(()) => Action::Tell(copy::saved_text(&name, desk.counters().blanks).into()),
            None => Action::Fail(copy::SAVE_FAILED.into()),
        });
    }

    /// Copies the text with its values put in.
    pub(super) fn copy_text(&self) {
        let Some(desk) = self.sheet.desk() else { return };
        let page = self.clone();
        spawn_local(async move {
            page.dispatch(if browser::copy_text(&desk.draft().filled_text()).await {
                Action::Tell(copy::copied_text(desk.counters().blanks).into())
            } else {
                Action::Fail(copy::COPIED_FAILED.into())
            });
        });
    }

    /// Saves the public report as JSON.
    pub(super) fn save_json(&self) {
        let Some(desk) = self.sheet.desk() else { return };
        let name = format!("{}.核稿.json", stem(desk.document().source.name.as_deref()));
        let report = browser::json(&Report::new(desk.document(), desk.analysis()));
        let saved = report.and_then(|text| browser::save(&name, &text, "application/json"));
        self.dispatch(match saved {
            Some(()) => Action::Tell(copy::saved(&name).into()),
            None => Action::Fail(copy::SAVE_FAILED.into()),
        });
    }
}

impl Page {
    /// The name of the report's file without its ending.
    pub(super) fn stem(&self) -> String {
        let name = self.sheet.desk().and_then(|desk| desk.document().source.name.clone());
        stem(name.as_deref()).to_owned()
    }
}

/// A file's name without its ending.
fn stem(name: Option<&str>) -> &str {
    let name = name.unwrap_or(copy::NAME);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
