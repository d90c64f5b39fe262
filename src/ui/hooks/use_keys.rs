//! The keyboard: chords that work everywhere on the page.

use crate::ui::page::Page;
use crate::ui::state::{Action, Dialog};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, KeyboardEvent};
use yew::{NodeRef, hook, use_effect_with};

/// What a chord asks for.
enum Command {
    /// Choose a file.
    Open,
    /// Something the reducer knows.
    Do(Action),
}

/// Listens for the chords of the page; `picker` is the field that chooses a file.
#[hook]
pub(crate) fn use_keys(page: &Page, picker: &NodeRef) {
    use_effect_with((page.clone(), picker.clone()), |(page, picker)| {
        let (page, picker) = (page.clone(), picker.clone());
        let listener = super::super::browser::document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                let Some(command) = command(key, &page) else { return };
                event.prevent_default();
                match command {
                    Command::Open => {
                        if let Some(picker) = picker.cast::<HtmlInputElement>() {
                            picker.click();
                        }
                    }
                    Command::Do(action) => page.dispatch(action),
                }
            })
        });
        move || drop(listener)
    });
}

/// The command of a key. While an input method composes, keys are its own (229 is how old kernels
/// say so).
fn command(key: &KeyboardEvent, page: &Page) -> Option<Command> {
    if key.is_composing() || key.key_code() == 229 || page.state.dialog.is_some() {
        return None;
    }
    let (control, shift) = (key.ctrl_key() || key.meta_key(), key.shift_key());
    let on_desk = page.state.on_desk();
    match key.key().as_str() {
        "o" | "O" if control && !shift && !key.alt_key() => Some(Command::Open),
        "F8" if on_desk && control => Some(Command::Do(Action::NextBlank(shift))),
        "F8" if on_desk => Some(Command::Do(Action::NextFinding(shift))),
        "F1" => Some(Command::Do(Action::Dialog(Some(Dialog::Help)))),
        "Escape" if page.state.drawer.is_some() => Some(Command::Do(Action::Drawer(None))),
        "Escape" if page.state.notice.is_some() => Some(Command::Do(Action::Dismiss)),
        _ => None,
    }
}
