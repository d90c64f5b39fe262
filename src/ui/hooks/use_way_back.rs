//! The browser's own 后退: back to where one was before a jump.

use crate::ui::page::Page;
use crate::ui::state::Action;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::PopStateEvent;
use yew::{hook, use_effect_with};

/// So long one has to stay where one jumped to before it is a place to come back to, in
/// milliseconds. The browser takes seven milliseconds to remember it, and F8 is pressed many times
/// in a row.
const STAYING: u32 = 400;

/// Remembers each jump in the browser's history, and follows it back and forth. Only the place is
/// remembered, without an address: a page that was opened from the disk may not change its own.
#[hook]
pub(crate) fn use_way_back(page: &Page) {
    let jump = page.state.selection.filter(|s| !s.in_text && s.focus && !s.returned);
    let jump = jump.map(|selection| (selection.turn, selection.span.start));
    use_effect_with(jump, |jump| {
        // Who goes on before that only passed by.
        let staying = jump.map(|(_, at)| Timeout::new(STAYING, move || remember(at)));
        move || drop(staying)
    });
    let dispatcher = page.state.dispatcher();
    use_effect_with((), move |()| {
        let listener = web_sys::window().map(|window| {
            EventListener::new(&window, "popstate", move |event| {
                let state = event.dyn_ref::<PopStateEvent>().map(PopStateEvent::state);
                let at = state.and_then(|state| state.as_f64()).unwrap_or_default();
                // It was a byte offset when it was written there.
                #[allow(clippy::cast_sign_loss, reason = "an offset is never negative")]
                dispatcher.dispatch(Action::Return(at as u32));
            })
        });
        move || drop(listener)
    });
}

fn remember(at: u32) {
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let _ = history.push_state(&JsValue::from(at), "");
    }
}
