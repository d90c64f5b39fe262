//! Choosing files with the browser's own dialog.

use crate::ui::page::Page;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::{Callback, NodeRef, hook, use_node_ref};

/// A file field that is not seen: a button of the page, or a chord, presses it.
#[derive(Clone)]
pub(crate) struct Picker {
    /// The `ref` of the field.
    pub(crate) field: NodeRef,
    /// The `onchange` of the field: opens what was chosen.
    pub(crate) onpick: Callback<Event>,
}

impl Picker {
    /// Opens the browser's dialog, which it does only while a press or a key is being handled.
    pub(crate) fn ask(&self) {
        if let Some(field) = self.field.cast::<HtmlInputElement>() {
            field.click();
        }
    }

    /// The same for a button.
    pub(crate) fn on_ask<T>(&self) -> Callback<T> {
        let picker = self.clone();
        Callback::from(move |_| picker.ask())
    }
}

/// A picker whose files the page opens.
#[hook]
pub(crate) fn use_picker(page: &Page) -> Picker {
    let page = page.clone();
    let onpick = Callback::from(move |event: Event| {
        let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            page.open_all(field.files());
            // Or choosing the same file again would change nothing.
            field.set_value("");
        }
    });
    Picker { field: use_node_ref(), onpick }
}
