//! Dropping and pasting anywhere on the page.

use crate::ui::browser;
use crate::ui::page::Page;
use crate::ui::state::Origin;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, DataTransfer, DragEvent, Element, Event};
use yew::{UseStateSetter, hook, use_effect_with, use_state};

/// Takes files and text that are dropped or pasted anywhere; says whether something hovers above
/// the page now.
///
/// `dataTransfer.files` is asked first because entries cannot be read in a page that was opened
/// from the disk.
#[hook]
pub(crate) fn use_drop(page: &Page) -> bool {
    let hovering = use_state(|| false);
    let setter = hovering.setter();
    let page = page.clone();
    use_effect_with((), move |()| {
        let listeners = browser::document().map(|document| {
            ["dragover", "dragleave", "drop", "paste"].map(|kind| {
                let (page, setter) = (page.clone(), setter.clone());
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&document, kind, options, move |event| match kind {
                    "paste" => paste(event, &page),
                    _ => drag(event, kind, &page, &setter),
                })
            })
        });
        move || drop(listeners)
    });
    *hovering
}

fn drag(event: &Event, kind: &str, page: &Page, hovering: &UseStateSetter<bool>) {
    let Some(drag) = event.dyn_ref::<DragEvent>() else { return };
    let Some(data) = drag.data_transfer() else { return };
    // Words dragged inside the page, or into a field, are the browser's business.
    let is_file = data.types().includes(&"Files".into(), 0);
    if !is_file && in_field(event) {
        return;
    }
    match kind {
        "dragover" if is_file => {
            event.prevent_default();
            data.set_drop_effect("copy");
            hovering.set(true);
        }
        "dragover" => event.prevent_default(),
        // Leaving the window has nothing it leaves for.
        "dragleave" if drag.related_target().is_none() => hovering.set(false),
        "drop" => {
            event.prevent_default();
            hovering.set(false);
            take(&data, page);
        }
        _ => {}
    }
}

fn paste(event: &Event, page: &Page) {
    let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data)
    else {
        return;
    };
    let has_file = data.files().is_some_and(|files| files.length() > 0);
    if has_file || !in_field(event) {
        event.prevent_default();
        take(&data, page);
    }
}

/// Whether an event happened in a text field.
fn in_field(event: &Event) -> bool {
    let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
    target.is_some_and(|target| target.matches("input, textarea").unwrap_or(false))
}

/// Whether HTML knows what is a heading or a cell.
fn has_structure(html: &str) -> bool {
    ["<h1", "<h2", "<h3", "<h4", "<td", "mso-outline-level"].iter().any(|mark| html.contains(mark))
}

fn take(data: &DataTransfer, page: &Page) {
    if let Some(files) = data.files().filter(|files| files.length() > 0) {
        page.open_all(Some(files));
        return;
    }
    let flavour = |kind| data.get_data(kind).unwrap_or_default();
    let html = flavour("text/html");
    // Headings and tables are lost in the plain flavour. Without any, it is the better one: an
    // editor colours its plain text by HTML.
    if has_structure(&html) {
        page.read_html(&html);
    } else {
        page.read_text(&flavour("text/plain"), Origin::Pasted, None);
    }
}
