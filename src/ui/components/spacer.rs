use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct SpacerProps {
    /// `tr` or `li`.
    pub(super) tag: &'static str,
    /// For how many rows.
    pub(super) rows: usize,
    /// How high a row is, in pixels.
    pub(super) height: i32,
}

/// Room for the rows of a list that are not drawn. The policy of the page forbids style attributes,
/// so an empty picture holds the room. Set later, through the object model, the height would lag
/// behind the rows, and the list would jump to where it still had something to show.
#[component]
pub(super) fn Spacer(props: &SpacerProps) -> Html {
    let pixels = i32::try_from(props.rows).unwrap_or(i32::MAX).saturating_mul(props.height);
    let room = html! { <svg width="1" height={pixels.to_string()} focusable="false" /> };
    match props.tag {
        "tr" => html! { <tr class="spacer" aria-hidden="true"><td>{ room }</td></tr> },
        _ => html! { <li class="spacer" aria-hidden="true">{ room }</li> },
    }
}
