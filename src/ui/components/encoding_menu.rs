use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Shared;
use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct EncodingProps {
    /// The report.
    pub(super) desk: Shared,
}

/// The encoding the file was read in; another can be chosen while the file is at hand.
#[component]
pub(super) fn EncodingMenu(props: &EncodingProps) -> Html {
    let page = use_page();
    let menu = use_node_ref();
    let encoding = props.desk.document().source.encoding.clone();
    let label = encoding.as_deref().map(label_of).unwrap_or_default();
    {
        // A `selected` attribute says nothing any more once somebody has chosen by hand.
        let menu = menu.clone();
        use_effect_with((props.desk.clone(), label), move |(_, label)| {
            if let Some(menu) = menu.cast::<HtmlSelectElement>() {
                menu.set_value(label);
            }
        });
    }
    let Some(encoding) = encoding else { return html! {} };
    if !page.state.rereadable {
        return html! { <span>{ encoding }</span> };
    }
    let onchange = {
        let menu = menu.clone();
        Callback::from(move |_: Event| {
            if let Some(menu) = menu.cast::<HtmlSelectElement>() {
                page.reread(menu.value());
            }
        })
    };
    html! {
        <select ref={menu} class="encoding" aria-label={copy::ENCODING} {onchange}>
            { for copy::ENCODINGS.iter().map(|(name, label)| html! { <option value={*label}>{ *name }</option> }) }
        </select>
    }
}

/// The WHATWG label of an encoding that the reader names.
fn label_of(encoding: &str) -> &'static str {
    let known = |label: &&(&str, &'static str)| label.1.eq_ignore_ascii_case(encoding);
    let exact = copy::ENCODINGS.iter().find(known).map(|(_, label)| *label);
    exact.unwrap_or(if encoding.to_ascii_lowercase().starts_with("gb") {
        "gb18030"
    } else {
        "utf-8"
    })
}
