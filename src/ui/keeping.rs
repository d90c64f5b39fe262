//! Keeping the work: in a file, or, for those who ask for it, in this browser.

use super::browser;
use super::copy;
use super::page::Page;
use super::state::{Action, Shared};
use crate::draft::Project;
use wasm_bindgen::JsValue;
use web_sys::Storage;

/// Where the draft is kept in the browser; there only if somebody asked for it.
const KEPT: &str = "hegao.draft";

/// The ending of a project file.
pub(super) const ENDING: &str = ".hegao.json";

impl Page {
    /// Saves the draft as a project file.
    pub(super) fn save_project(&self) {
        let Some(desk) = self.sheet.desk() else { return };
        let name = format!("{}{ENDING}", self.stem());
        let saved = json(&desk).and_then(|text| browser::save(&name, &text, "application/json"));
        self.dispatch(match saved {
            Some(()) => Action::Tell(copy::saved_project(&name).into()),
            None => Action::Fail(copy::SAVE_FAILED.into()),
        });
        if saved.is_some() {
            self.dispatch(Action::Saved(desk.draft().version()));
        }
    }

    /// Goes on with the project in `text`.
    pub(super) fn open_project(&self, text: &str) {
        let value = js_sys::JSON::parse(text).ok();
        let read = |value: JsValue| serde_wasm_bindgen::from_value::<Project>(value).ok();
        match value.and_then(read).filter(Project::is_known) {
            Some(project) => {
                let (document, marks) = project.into_parts();
                self.background.resume(&document, marks);
            }
            None => self.dispatch(Action::Fail(copy::BROKEN_PROJECT.into())),
        }
    }

    /// Keeps the draft in the browser; if there is no room for it, says so and stops keeping.
    pub(super) fn keep(&self) {
        let Some(desk) = self.sheet.desk() else { return };
        let kept = json(&desk).and_then(|text| storage()?.set_item(KEPT, &text).ok());
        if kept.is_some() {
            self.dispatch(Action::Saved(desk.draft().version()));
        } else {
            forget();
            self.dispatch(Action::Keep(false));
            self.dispatch(Action::Fail(copy::NO_ROOM.into()));
        }
    }
}

/// What is kept in the browser.
pub(super) fn kept() -> Option<String> {
    storage()?.get_item(KEPT).ok().flatten()
}

/// Clears what is kept in the browser.
pub(super) fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEPT);
    }
}

/// The browser's storage; `None` where it is forbidden.
fn storage() -> Option<Storage> {
    web_sys::window()?.local_storage().ok().flatten()
}

fn json(desk: &Shared) -> Option<String> {
    browser::json(&Project::of(desk.draft()))
}
