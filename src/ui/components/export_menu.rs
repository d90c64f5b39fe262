use crate::ui::copy;
use crate::ui::page::use_page;
use crate::view::{MetricFilter, metric_order};
use wasm_bindgen::JsCast;
use web_sys::{Element, FocusEvent, HtmlElement, KeyboardEvent, Node};
use yew::prelude::*;

/// What can be taken away. A button that opens a few more: Esc or leaving them closes it.
#[component]
pub(super) fn ExportMenu() -> Html {
    let page = use_page();
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
    let copy_table = {
        let (page, open) = (page.clone(), open.setter());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            let order = page
                .state
                .desk
                .as_ref()
                .map(|desk| metric_order(desk, &MetricFilter::default(), None, &str::cmp));
            page.copy_table(&order.unwrap_or_default());
        })
    };
    let save = {
        let (page, open) = (page, open.setter());
        Callback::from(move |_: MouseEvent| {
            open.set(false);
            page.save_json();
        })
    };
    html! {
        <div class="menu" {onkeydown} {onfocusout}>
            <button ref={button} type="button" class="button button-primary" aria-expanded={open.to_string()} onclick={toggle}>{ copy::EXPORT }</button>
            if *open {
                <ul class="menu-list">
                    <li><button type="button" class="menu-item" onclick={copy_table}>{ copy::EXPORT_TSV }</button></li>
                    <li><button type="button" class="menu-item" onclick={save}>{ copy::EXPORT_JSON }</button></li>
                </ul>
            }
        </div>
    }
}
