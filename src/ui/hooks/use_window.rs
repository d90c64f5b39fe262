//! Windowing of a long list: which rows are drawn while it scrolls.

use crate::view::{Window, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::{Callback, NodeRef, hook, use_node_ref, use_state_eq};

/// A list that draws only what is seen.
pub(crate) struct Rows {
    /// The element that scrolls.
    pub(crate) node: NodeRef,
    /// What to draw.
    pub(crate) window: Window,
    /// To be called when it scrolls.
    pub(crate) onscroll: Callback<Event>,
}

/// The window onto a list of `len` rows, each `height` pixels high.
#[hook]
pub(crate) fn use_window(len: usize, height: usize) -> Rows {
    let node = use_node_ref();
    let top = use_state_eq(|| (0, 40));
    let setter = top.setter();
    let onscroll = Callback::from(move |event: Event| {
        let list = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(list) = list {
            // In steps of ten rows: a list that is not redrawn scrolls best.
            let first = list.scroll_top().max(0) as usize / height / 10 * 10;
            setter.set((first, list.client_height().max(0) as usize / height + 1));
        }
    });
    let (first, seen) = *top;
    Rows { node, window: window(len, first.min(len), seen), onscroll }
}
