//! The keyboard: chords that work everywhere on the page.

use crate::ui::browser;
use crate::ui::components::paragraph_of;
use crate::ui::hooks::Picker;
use crate::ui::page::Page;
use crate::ui::state::{Action, Dialog, Drawer, State, Tab};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, KeyboardEvent};
use yew::{hook, use_effect_with};

/// What a chord asks for.
enum Command {
    /// Choose a file.
    Open,
    /// Save the draft as a project file.
    Save,
    /// Copy the text with its values put in.
    Copy,
    /// Something the reducer knows.
    Do(Action),
}

/// Listens for the chords of the page; `picker` chooses a file.
#[hook]
pub(crate) fn use_keys(page: &Page, picker: &Picker) {
    let (page, picker) = (page.clone(), picker.clone());
    use_effect_with((), move |()| {
        let listener = super::super::browser::document().map(|document| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&document, "keydown", options, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                let Some(command) = command(key, &page.sheet.state()) else { return };
                event.prevent_default();
                match command {
                    Command::Open => picker.ask(),
                    Command::Save => page.save_project(),
                    Command::Copy => page.copy_rich(),
                    Command::Do(action) => page.dispatch(action),
                }
            })
        });
        move || drop(listener)
    });
}

/// The command of a key. While an input method composes, keys are its own (229 is how old kernels
/// say so). Whether a dialog is open the browser knows before the page does: it closes one with Esc
/// and tells so a task later, when the next chord may have been pressed.
fn command(key: &KeyboardEvent, state: &State) -> Option<Command> {
    if key.is_composing() || key.key_code() == 229 || browser::in_dialog() {
        return None;
    }
    let (control, shift) = (key.ctrl_key() || key.meta_key(), key.shift_key());
    let on_desk = state.on_desk();
    let chord = control && !key.alt_key();
    if on_desk && control && key.alt_key() {
        return pane(key);
    }
    match key.key().as_str() {
        "o" | "O" if chord && !shift => Some(Command::Open),
        "s" | "S" if chord && !shift && on_desk => Some(Command::Save),
        "s" | "S" if chord && on_desk => Some(Command::Do(Action::Dialog(Some(Dialog::Export)))),
        "h" | "H" if chord && !shift && on_desk => Some(Command::Do(Action::Find(!state.finding))),
        "z" | "Z" if chord && on_desk && !writes(key) => {
            Some(Command::Do(if shift { Action::Redo } else { Action::Undo }))
        }
        "y" | "Y" if chord && on_desk && !writes(key) => Some(Command::Do(Action::Redo)),
        "F2" if on_desk && !state.editing => {
            Some(Command::Do(Action::Rewrite(Some(place(state)?))))
        }
        "F8" if on_desk && control => Some(Command::Do(Action::NextBlank(shift))),
        "F8" if on_desk => Some(Command::Do(Action::NextFinding(shift))),
        "F1" => Some(Command::Do(Action::Dialog(Some(Dialog::Help)))),
        "Escape" if state.drawer.is_some() => Some(Command::Do(Action::Drawer(None))),
        "Escape" if state.notice.is_some() => Some(Command::Do(Action::Dismiss)),
        "Escape" if state.finding => Some(Command::Do(Action::Find(false))),
        _ => None,
    }
}

/// The lists by number, as they stand from left to right: Ctrl+Alt+1 and on. By the key, not by
/// what it writes: with Alt that is another character on some keyboards.
fn pane(key: &KeyboardEvent) -> Option<Command> {
    let action = match key.code().as_str() {
        "KeyC" => return Some(Command::Copy),
        "Digit1" => Action::Drawer(Some(Drawer::Outline)),
        "Digit2" => Action::Tab(Tab::Metrics),
        "Digit3" => Action::Tab(Tab::Blanks),
        "Digit4" => Action::Tab(Tab::Findings),
        "Digit5" => Action::Tab(Tab::Overview),
        _ => return None,
    };
    if let Action::Tab(tab) = action {
        browser::focus_later(tab_id(tab));
    } else {
        browser::focus_later("outline-title");
    }
    Some(Command::Do(action))
}

/// The id of the button of a tab.
fn tab_id(tab: Tab) -> &'static str {
    match tab {
        Tab::Overview => "tab-overview",
        Tab::Metrics => "tab-metrics",
        Tab::Blanks => "tab-blanks",
        Tab::Findings => "tab-findings",
    }
}

/// Whether a key was pressed in a field that has its own changes to take back. The field of a blank
/// has none: what is typed there is a step of the draft at once.
fn writes(key: &KeyboardEvent) -> bool {
    let target = key.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| {
        target.matches("textarea, input:not([data-value]):not([type=checkbox])").unwrap_or(false)
    })
}

/// The place to rewrite: where the focus is in the text, or what is selected.
fn place(state: &State) -> Option<u32> {
    let desk = state.desk.as_ref()?;
    let focused = browser::document().and_then(|document| document.active_element());
    let paragraph = focused.and_then(|element| paragraph_of(&element, desk));
    paragraph.or_else(|| state.selection.map(|selection| selection.span.start))
}
