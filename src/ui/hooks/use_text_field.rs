//! Text fields that Chinese input methods can live with.

use gloo_events::EventListener;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, HtmlTextAreaElement, InputEvent};
use yew::{Callback, NodeRef, hook, use_effect_with, use_mut_ref};

/// What somebody wrote into a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Typed {
    /// The whole text of the field.
    pub(crate) text: String,
    /// Whether it came in at once, by pasting or dropping.
    pub(crate) pasted: bool,
}

/// Calls `on_text` when the text of `field` changes.
///
/// The field is uncontrolled: Yew sets a `value` on every render if it differs from the element's,
/// and during a composition it does differ, which ends the composition. So the field is only read,
/// and not while its letters are still pinyin. Yew has no composition events, hence the listeners.
#[hook]
pub(crate) fn use_text_field(field: &NodeRef, on_text: Callback<Typed>) {
    // The listeners stay for the life of the field and call whatever the latest render gave.
    let latest: Rc<RefCell<Callback<Typed>>> = use_mut_ref(Callback::noop);
    *latest.borrow_mut() = on_text;
    use_effect_with(field.clone(), move |field| {
        let listeners = field.cast::<web_sys::Element>().map(|target| {
            let here = latest.clone();
            let input = EventListener::new(&target, "input", move |event| {
                let input = event.dyn_ref::<InputEvent>();
                if input.is_some_and(InputEvent::is_composing) {
                    return;
                }
                let kind = input.map(InputEvent::input_type).unwrap_or_default();
                let pasted = matches!(&*kind, "insertFromPaste" | "insertFromDrop");
                emit(&here, event, pasted);
            });
            let composed = EventListener::new(&target, "compositionend", move |event| {
                emit(&latest, event, false);
            });
            (input, composed)
        });
        move || drop(listeners)
    });
}

fn emit(latest: &Rc<RefCell<Callback<Typed>>>, event: &Event, pasted: bool) {
    let Some(target) = event.target() else { return };
    let text = target
        .dyn_ref::<HtmlTextAreaElement>()
        .map(HtmlTextAreaElement::value)
        .or_else(|| target.dyn_ref::<HtmlInputElement>().map(HtmlInputElement::value));
    let callback = latest.borrow().clone();
    if let Some(text) = text {
        callback.emit(Typed { text, pasted });
    }
}
