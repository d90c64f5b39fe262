use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct MenuProps {
    /// What stands on its button.
    pub(super) label: AttrValue,
    /// The classes of its button.
    pub(super) class: Classes,
    /// Whether there is nothing in it.
    #[prop_or_default]
    pub(super) disabled: bool,
    /// Its items; a press on one closes it.
    pub(super) children: Html,
}

/// A button that opens a few more: Esc, leaving them or choosing one closes it.
#[component]
pub(super) fn Menu(props: &MenuProps) -> Html {
    let open = use_state(|| false);
    let button = use_node_ref();
    let toggle = {
        let open = open.clone();
        Callback::from(move |_: MouseEvent| open.set(!*open))
    };
    let onkeydown = {
        let (open, button) = (open.clone(), button.clone());
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && *open {
                event.stop_propagation();
                open.set(false);
                if let Some(button) = button.cast::<HtmlElement>() {
                    let _ = button.focus();
                }
            }
        })
    };
    let onfocusout = {
        let open = open.setter();
        Callback::from(move |event: FocusEvent| {
            let menu = event.target().and_then(|t| t.dyn_into::<Element>().ok());
            let menu = menu.and_then(|element| element.closest(".menu").ok().flatten());
            let next = event.related_target().and_then(|t| t.dyn_into::<Node>().ok());
            if !menu.is_some_and(|menu| menu.contains(next.as_ref())) {
                open.set(false);
            }
        })
    };
    let chosen = {
        let open = open.setter();
        Callback::from(move |_: MouseEvent| open.set(false))
    };
    html! {
        <div class="menu" {onkeydown} {onfocusout}>
            <button ref={button} type="button" class={props.class.clone()} disabled={props.disabled} aria-expanded={open.to_string()} onclick={toggle}>{ props.label.clone() }</button>
            if *open { <ul class="menu-list" onclick={chosen}>{ props.children.clone() }</ul> }
        </div>
    }
}
