use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ChoiceProps {
    /// What is chosen, in words.
    pub(super) label: AttrValue,
    /// What there is to choose from.
    pub(super) options: Vec<AttrValue>,
    /// Which of them is chosen.
    pub(super) chosen: usize,
    /// Another was chosen.
    pub(super) onchoose: Callback<usize>,
    /// Whether only a screen reader is told the label.
    #[prop_or_default]
    pub(super) bare: bool,
}

/// One choice of several.
#[component]
pub(super) fn ChoiceField(props: &ChoiceProps) -> Html {
    let menu = use_node_ref();
    {
        // A `selected` attribute says nothing any more once somebody has chosen by hand.
        let menu = menu.clone();
        use_effect_with((props.options.clone(), props.chosen), move |(_, chosen)| {
            if let Some(menu) = menu.cast::<HtmlSelectElement>() {
                menu.set_selected_index(i32::try_from(*chosen).unwrap_or_default());
            }
        });
    }
    let onchoose = props.onchoose.clone();
    let onchange = Callback::from(move |event: Event| {
        let menu = event.target().and_then(|target| target.dyn_into::<HtmlSelectElement>().ok());
        let chosen = menu.and_then(|menu| usize::try_from(menu.selected_index()).ok());
        if let Some(chosen) = chosen {
            onchoose.emit(chosen);
        }
    });
    html! {
        <label class="choice">
            <span class={if props.bare { "visually-hidden" } else { "choice-label" }}>{ props.label.clone() }</span>
            <select ref={menu} {onchange}>
                { for props.options.iter().map(|option| html! { <option>{ option.clone() }</option> }) }
            </select>
        </label>
    }
}
