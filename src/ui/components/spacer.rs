use web_sys::HtmlElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct SpacerProps {
    /// `tr` or `li`.
    pub(super) tag: AttrValue,
    /// How high, in pixels.
    pub(super) height: usize,
}

/// Room for the rows of a list that are not drawn. The height is set through the object model: the
/// policy of the page forbids style attributes.
#[component]
pub(super) fn Spacer(props: &SpacerProps) -> Html {
    let node = use_node_ref();
    {
        let node = node.clone();
        use_effect_with(props.height, move |height| {
            if let Some(element) = node.cast::<HtmlElement>() {
                let _ = element.style().set_property("height", &format!("{height}px"));
            }
        });
    }
    html! { <@{props.tag.to_string()} ref={node} class="spacer" aria-hidden="true"></@> }
}
