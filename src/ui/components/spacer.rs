use web_sys::HtmlElement;
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

/// Room for the rows of a list that are not drawn. The height is set through the object model: the
/// policy of the page forbids style attributes.
#[component]
pub(super) fn Spacer(props: &SpacerProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with((props.rows, props.height), move |&(rows, height)| {
            let pixels = i32::try_from(rows).unwrap_or(i32::MAX).saturating_mul(height);
            if let Some(element) = node.cast::<HtmlElement>() {
                let _ = element.style().set_property("height", &format!("{pixels}px"));
            }
        });
    }
    match props.tag {
        "tr" => html! { <tr ref={node} class="spacer" aria-hidden="true"></tr> },
        _ => html! { <li ref={node} class="spacer" aria-hidden="true"></li> },
    }
}
