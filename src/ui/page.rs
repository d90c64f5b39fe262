//! The page's state with the verbs that reach outside of it: open, read again, copy, save.

use super::background::Background;
use super::state::{Action, Origin, State};
use super::{browser, copy};
use crate::document::{Revisions, Source};
use crate::reader::ReadOptions;
use crate::report::Report;
use crate::view::metrics_tsv;
use crate::worker::Work;
use std::cell::RefCell;
use std::rc::Rc;
use web_sys::File;
use yew::platform::spawn_local;
use yew::{AttrValue, UseReducerHandle, hook, use_context};

/// The sample report, written for this project.
const SAMPLE: &str = include_str!("../../www/sample/report.txt");

/// What every component is offered.
#[derive(Clone, PartialEq)]
pub(super) struct Page {
    /// The state, and the way to change it.
    pub(super) state: UseReducerHandle<State>,
    /// The analysis behind the page.
    pub(super) background: Background,
    /// The file on the desk, to read it again in another encoding.
    pub(super) file: KeptFile,
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

    /// Opens the first of the files that were chosen or dropped.
    pub(super) fn open_all(&self, files: Option<web_sys::FileList>) {
        let Some(files) = files else { return };
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

    /// Where the report on the desk came from.
    fn source(&self) -> Source {
        let desk = self.state.desk.as_ref();
        desk.map(|desk| desk.document().source.clone()).unwrap_or_default()
    }

    fn read_file(&self, file: File, options: ReadOptions) {
        let page = self.clone();
        spawn_local(async move {
            let name = file.name();
            let Some(bytes) = browser::bytes(&file).await else {
                page.dispatch(Action::Fail(copy::UNREADABLE_FILE.into()));
                return;
            };
            let options = ReadOptions { name: Some(name.clone()), ..options };
            page.background.ask(Work::Read(options), bytes, Origin::File, Some(name.into()));
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
        let Some(desk) = self.state.desk.clone() else { return };
        let (text, rows) = (metrics_tsv(&desk, order), order.len());
        let page = self.clone();
        spawn_local(async move {
            page.dispatch(if browser::copy_text(&text).await {
                Action::Tell(copy::copied(rows).into())
            } else {
                Action::Fail(copy::COPIED_FAILED.into())
            });
        });
    }

    /// Saves the public report as JSON.
    pub(super) fn save_json(&self) {
        let Some(desk) = self.state.desk.clone() else { return };
        let name = format!("{}.核稿.json", stem(desk.document().source.name.as_deref()));
        let report = browser::json(&Report::new(desk.document(), desk.analysis()));
        let saved = report.and_then(|text| browser::save(&name, &text, "application/json"));
        self.dispatch(match saved {
            Some(()) => Action::Tell(copy::saved(&name).into()),
            None => Action::Fail(copy::SAVE_FAILED.into()),
        });
    }
}

/// A file's name without its ending.
fn stem(name: Option<&str>) -> &str {
    let name = name.unwrap_or(copy::NAME);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}
