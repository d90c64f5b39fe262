//! Whether an element is on the screen or near it.

use js_sys::Array;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, IntersectionObserver, IntersectionObserverEntry, IntersectionObserverInit};
use yew::{NodeRef, hook, use_effect_with, use_state};

/// So far beyond the screen an element still counts as near.
const MARGIN: &str = "1200px 0px";

/// Whether `node` is on the screen or near it. With `always` it is without looking.
#[hook]
pub(crate) fn use_near(node: &NodeRef, always: bool) -> bool {
    let near = use_state(|| always);
    let setter = near.setter();
    use_effect_with((node.clone(), always), move |(node, always)| {
        let observed = node.cast::<Element>().filter(|_| !*always).and_then(|element| {
            let react = Closure::<dyn Fn(Array)>::new(move |entries: Array| {
                let last = entries.pop().dyn_into::<IntersectionObserverEntry>();
                if let Ok(entry) = last {
                    setter.set(entry.is_intersecting());
                }
            });
            let options = IntersectionObserverInit::new();
            options.set_root_margin(MARGIN);
            options.set_root(element.closest("main").ok().flatten().as_ref());
            let function = react.as_ref().unchecked_ref();
            let observer = IntersectionObserver::new_with_options(function, &options).ok()?;
            observer.observe(&element);
            Some((observer, react))
        });
        move || {
            if let Some((observer, _react)) = observed {
                observer.disconnect();
            }
        }
    });
    *near || always
}
