//! Nothing is lost by closing the page, and nothing is kept that was not asked for.

use crate::ui::page::Page;
use gloo_events::{EventListener, EventListenerOptions};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::BeforeUnloadEvent;
use yew::{hook, use_effect_with};

/// So long after the last step the draft is kept, in milliseconds.
const PAUSE: u32 = 1_000;

/// Asks before the page is closed, only while there is unsaved work; and keeps the draft in the
/// browser if somebody asked for that.
#[hook]
pub(crate) fn use_keeping(page: &Page) {
    use_effect_with(page.state.is_unsaved(), |unsaved| {
        let listener = web_sys::window().filter(|_| *unsaved).map(|window| {
            let options = EventListenerOptions::enable_prevent_default();
            EventListener::new_with_options(&window, "beforeunload", options, |event| {
                event.prevent_default();
                // Kernels before 119 ask only if there is something to say, which they do not show.
                if let Some(event) = event.dyn_ref::<BeforeUnloadEvent>() {
                    event.set_return_value("1");
                }
            })
        });
        move || drop(listener)
    });
    let version = page.state.desk.as_ref().map(|desk| desk.draft().version());
    let page = page.clone();
    use_effect_with((page.state.arrivals, version, page.state.keeping), move |(_, _, keeping)| {
        let timer = keeping.then(|| Timeout::new(PAUSE, move || page.keep()));
        move || drop(timer)
    });
}
