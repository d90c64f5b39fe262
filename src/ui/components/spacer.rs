use yew::prelude::*;

/// Room for the rows of a list that are not drawn, as a row of it: `tr` or `li`; `height` is that of
/// one row, in pixels. The policy of the page forbids style attributes, so an empty picture holds
/// the room. Set later, through the object model, the height would lag behind the rows, and the
/// list would jump to where it still had something to show.
pub(super) fn spacer(tag: &str, rows: usize, height: i32) -> Html {
    let pixels = i32::try_from(rows).unwrap_or(i32::MAX).saturating_mul(height);
    let room = html! { <svg width="1" height={pixels.to_string()} focusable="false" /> };
    match tag {
        "tr" => html! { <tr class="spacer" aria-hidden="true"><td>{ room }</td></tr> },
        _ => html! { <li class="spacer" aria-hidden="true">{ room }</li> },
    }
}
