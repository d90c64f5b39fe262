//! Windowing of a long list: which rows are drawn while it scrolls.

use crate::ui::browser;
use crate::ui::state::Selection;
use crate::view::{Window, window};
use gloo_timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};
use yew::{Callback, NodeRef, hook, use_effect_with, use_node_ref, use_state_eq};

/// So much of a list is drawn at first, in pixels: a screen of it.
const FIRST: i32 = 900;

/// So many more rows are drawn each time …
const MORE: usize = 12;

/// … so much later, in milliseconds: what is seen is painted first, and no press has to wait for
/// more than a dozen rows that are not.
const LATER: u32 = 50;

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
            let (top, seen) = (rows(list.scroll_top(), height), rows(list.client_height(), height));
            // In steps of ten rows: a list that is not redrawn scrolls best.
            setter.set((top / 10 * 10, seen + 1));
        }
    });
    let (first, seen) = *top;
    let mut window = window(len, first, seen);
    let limit = use_state_eq(|| rows(FIRST, height) + 1);
    let whole = window.rows.len();
    let end = window.rows.start + *limit;
    window.cut(end.max(selected.map_or(0, |at| at + MORE)));
    {
        let setter = limit.setter();
        use_effect_with((*limit, *limit < whole), move |(limit, more)| {
            let grown = *limit + MORE;
            let rest = more.then(|| Timeout::new(LATER, move || setter.set(grown)));
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

/// How many rows of this height fit into so many pixels.
fn rows(pixels: i32, height: i32) -> usize {
    usize::try_from(pixels / height).unwrap_or_default()
}
