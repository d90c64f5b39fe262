//! The fields of blanks: in the text and in the checklist, in step with each other.

use crate::ui::browser;
use crate::ui::page::{Sheet, use_page};
use crate::ui::state::{Action, State};
use crate::ui::work::Work;
use crate::view::Mark;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, FocusEvent, HtmlInputElement, InputEvent, KeyboardEvent};
use yew::{NodeRef, UseReducerDispatcher, hook, use_effect_with};

/// What a field is told by the browser.
const KINDS: [&str; 6] =
    ["input", "compositionstart", "compositionend", "focusin", "focusout", "keydown"];

/// Listens to all fields in `node`: one listener for all instead of six for each.
#[hook]
pub(crate) fn use_fields(node: &NodeRef) {
    let page = use_page();
    let (dispatcher, sheet) = (page.state.dispatcher(), page.sheet.clone());
    use_effect_with(node.clone(), move |node| {
        let listeners = node.cast::<Element>().map(|target| {
            KINDS.map(|kind| {
                let (dispatcher, sheet, area) = (dispatcher.clone(), sheet.clone(), target.clone());
                let options = EventListenerOptions::enable_prevent_default();
                EventListener::new_with_options(&target, kind, options, move |event| {
                    let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
                    let field = field.filter(|field| field.has_attribute("data-value"));
                    if let Some(field) = field {
                        hear(kind, event, &field, &area, &sheet, &dispatcher);
                    }
                })
            })
        });
        move || drop(listeners)
    });
}

fn hear(
    kind: &str,
    event: &Event,
    field: &HtmlInputElement,
    area: &Element,
    sheet: &Sheet,
    dispatcher: &UseReducerDispatcher<State>,
) {
    let Some(index) = blank_of(field, sheet) else { return };
    let composing = event.dyn_ref::<InputEvent>().is_some_and(InputEvent::is_composing);
    match kind {
        "compositionstart" => sheet.set_composing(true),
        "input" if composing || sheet.is_composing() => {}
        "input" | "compositionend" => {
            sheet.set_composing(false);
            dispatcher.dispatch(Action::Work(Work::Fill(index, field.value())));
        }
        "focusin" => {
            dispatcher.dispatch(Action::Filling(Some(index)));
            if field.closest("[data-chunk]").ok().flatten().is_none() {
                dispatcher.dispatch(Action::Accompany(Mark::Blank(index)));
            }
        }
        // Who goes from one field to the next is told of once, by the next.
        "focusout" if goes_to_a_field(event) => {}
        "focusout" => dispatcher.dispatch(Action::Filling(None)),
        _ => {
            let key = event.dyn_ref::<KeyboardEvent>();
            let enter = key.is_some_and(|key| {
                key.key() == "Enter" && !key.is_composing() && key.key_code() != 229
            });
            if enter {
                event.prevent_default();
                go_on(field, area, dispatcher);
            }
        }
    }
}

/// Whether the focus leaves a field for another one.
fn goes_to_a_field(event: &Event) -> bool {
    let next = event.dyn_ref::<FocusEvent>().and_then(FocusEvent::related_target);
    let next = next.and_then(|next| next.dyn_into::<Element>().ok());
    next.is_some_and(|next| next.has_attribute("data-value"))
}

/// From one field to the next: in the checklist to the next line, in the text to the next blank
/// that is not filled in.
fn go_on(field: &HtmlInputElement, area: &Element, dispatcher: &UseReducerDispatcher<State>) {
    if field.closest("[data-chunk]").ok().flatten().is_some() {
        dispatcher.dispatch(Action::NextBlank(false));
        return;
    }
    let Ok(fields) = area.query_selector_all("input[data-value]") else { return };
    let all = (0..fields.length()).filter_map(|at| fields.get(at)?.dyn_into::<Element>().ok());
    let next = all.skip_while(|other| other != field.as_ref() as &Element).nth(1);
    if let Some(next) = next {
        browser::focus(&next);
        browser::scroll_near(&next);
    }
}

/// The blank of a field. In the text its index counts from the first of the chunk.
fn blank_of(field: &Element, sheet: &Sheet) -> Option<u32> {
    let at: u32 = field.get_attribute("data-blank")?.parse().ok()?;
    let Some(chunk) = field.closest("[data-chunk]").ok().flatten() else { return Some(at) };
    let chunk = chunk.get_attribute("data-chunk")?.parse().ok()?;
    Some(sheet.desk()?.firsts(chunk).blank + at)
}

/// Lets the fields in `area` show what the draft says. They are uncontrolled (see
/// `use_text_field`): a field in which somebody composes is left alone, and so is one that differs
/// in a blank at its end, which is typed on the way to the next word.
pub(crate) fn sync_fields(area: &Element, sheet: &Sheet) {
    let Ok(fields) = area.query_selector_all("input[data-value]") else { return };
    let all = (0..fields.length()).filter_map(|at| fields.get(at));
    for field in all.filter_map(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        sync_field(&field, sheet);
    }
}

/// Lets one field show what the draft says.
pub(crate) fn sync_field(field: &HtmlInputElement, sheet: &Sheet) {
    let value = field.get_attribute("data-value").unwrap_or_default();
    if field.value().trim() != value.trim() && !(sheet.is_composing() && has_focus(field)) {
        field.set_value(&value);
    }
}

fn has_focus(field: &Element) -> bool {
    let active = browser::document().and_then(|document| document.active_element());
    active.as_ref() == Some(field)
}
