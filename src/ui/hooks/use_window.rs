//! Windowing of a long list: which rows are drawn while it scrolls.

use crate::ui::browser;
use crate::ui::state::Selection;
use crate::view::{Window, window};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::{Callback, NodeRef, hook, use_effect_with, use_node_ref, use_state_eq};

/// So many rows are drawn at first: more than a screen holds.
const FIRST: usize = 24;

/// A list that draws only what is seen.
pub(crate) struct Rows {
    /// The element that scrolls.
    pub(crate) node: NodeRef,
    /// What to draw.
    pub(crate) window: Window,
    /// To be called when it scrolls.
    pub(crate) onscroll: Callback<Event>,
}

/// The window onto a list of `len` rows, each `height` pixels high if there are too many to draw
/// them all. The list follows the selection: row `selected` comes into view.
#[hook]
pub(crate) fn use_window(
    len: usize,
    height: i32,
    selection: Option<Selection>,
    selected: Option<usize>,
) -> Rows {
    let node = use_node_ref();
    let top = use_state_eq(|| (0, 40));
    let setter = top.setter();
    let onscroll = Callback::from(move |event: Event| {
        let list = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        if let Some(list) = list {
            let rows = |pixels: i32| usize::try_from(pixels / height).unwrap_or_default();
            // In steps of ten rows: a list that is not redrawn scrolls best.
            setter.set((rows(list.scroll_top()) / 10 * 10, rows(list.client_height()) + 1));
        }
    });
    let (first, seen) = *top;
    let mut window = window(len, first, seen);
    let whole = use_state_eq(|| false);
    if !*whole && selected.is_none() {
        // What is seen is painted first: a press on a tab is answered a frame earlier.
        window.rows.end = window.rows.end.min(window.rows.start + FIRST);
    }
    {
        let whole = whole.setter();
        use_effect_with((), move |()| {
            let rest = Timeout::new(0, move || whole.set(true));
            move || drop(rest)
        });
    }
    let (list, drawn) = (node.clone(), window.rows.clone());
    use_effect_with((selection, selected), move |(_, selected)| {
        let (Some(list), Some(at)) = (list.cast::<Element>(), *selected) else { return };
        if !drawn.contains(&at) {
            let row = i32::try_from(at.saturating_sub(3)).unwrap_or(i32::MAX);
            list.set_scroll_top(row.saturating_mul(height));
        } else if let Ok(Some(row)) = list.query_selector("[aria-current]") {
            browser::scroll_near(&row);
        }
    });
    Rows { node, window, onscroll }
}
