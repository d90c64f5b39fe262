//! Printing: what only stands on paper is there while the page is printed.

use crate::ui::browser;
use crate::ui::page::Page;
use crate::ui::state::{Action, Print};
use gloo_events::EventListener;
use yew::{hook, use_effect_with};

/// Prepares the page when the browser is about to print it, and prints it when somebody asked for
/// that on the page.
#[hook]
pub(crate) fn use_printing(page: &Page) {
    let printing = page.state.printing;
    let dispatcher = page.state.dispatcher();
    use_effect_with(printing, move |printing| {
        let asked = printing.is_some();
        let listeners = web_sys::window().map(|window| {
            let (before, after) = (dispatcher.clone(), dispatcher);
            [
                EventListener::new(&window, "beforeprint", move |_| {
                    if !asked {
                        before.dispatch(Action::Printing(Some(Print::Text)));
                    }
                }),
                EventListener::new(&window, "afterprint", move |_| {
                    after.dispatch(Action::Printing(None));
                }),
            ]
        });
        move || drop(listeners)
    });
    use_effect_with(page.state.prints, |prints| {
        if *prints > 0 {
            browser::print();
        }
    });
}
