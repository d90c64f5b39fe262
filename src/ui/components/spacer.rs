use crate::view::Window;
use yew::prelude::*;

/// The rows of a list that are drawn, with the room for those that are not. Every child has a key:
/// where one has none, Yew matches old and new from the end, and a dozen more rows would make all
/// of them anew.
pub(super) fn windowed(
    tag: &str,
    window: &Window,
    height: i32,
    row: impl Fn(usize) -> Html,
) -> Html {
    let rows = window.rows.clone().map(row);
    if !window.is_windowed() {
        return rows.collect();
    }
    let before = spacer(tag, "before", window.before, height);
    let after = spacer(tag, "after", window.after, height);
    std::iter::once(before).chain(rows).chain([after]).collect()
}

/// Room for the rows of a list that are not drawn, as a row of it: `tr` or `li`; `height` is that of
/// one row, in pixels. The policy of the page forbids style attributes, so an empty picture holds
/// the room. Set later, through the object model, the height would lag behind the rows, and the
/// list would jump to where it still had something to show.
fn spacer(tag: &str, key: &'static str, rows: usize, height: i32) -> Html {
    let pixels = i32::try_from(rows).unwrap_or(i32::MAX).saturating_mul(height);
    let room = html! { <svg width="1" height={pixels.to_string()} focusable="false" /> };
    match tag {
        "tr" => html! { <tr {key} class="spacer" aria-hidden="true"><td>{ room }</td></tr> },
        _ => html! { <li {key} class="spacer" aria-hidden="true">{ room }</li> },
    }
}
