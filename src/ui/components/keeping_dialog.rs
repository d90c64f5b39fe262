use super::dialog::ModalDialog;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::{copy, keeping};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

/// Where the work is kept: in a file, and only for those who ask for it in this browser.
#[component]
pub(super) fn KeepingDialog() -> Html {
    let page = use_page();
    let kept = use_state(|| keeping::kept().is_some());
    let save = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.save_project();
            page.dispatch(Action::Dialog(None));
        })
    };
    let onkeep = {
        let (page, kept) = (page.clone(), kept.setter());
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let on = field.is_some_and(|field| field.checked());
            page.dispatch(Action::Keep(on));
            if on {
                page.keep();
            }
            kept.set(on || keeping::kept().is_some());
        })
    };
    let clear = {
        let (page, kept) = (page.clone(), kept.setter());
        Callback::from(move |_: MouseEvent| {
            keeping::forget();
            page.dispatch(Action::Keep(false));
            kept.set(false);
        })
    };
    html! {
        <ModalDialog title={copy::KEEPING_TITLE}>
            <h3>{ copy::KEEP_FILE }</h3>
            <p class="prose">{ copy::KEEP_FILE_HINT }</p>
            <p><button type="button" class="button button-primary" onclick={save}>{ copy::SAVE_PROJECT }</button></p>
            <h3>{ copy::KEEP_BROWSER }</h3>
            <p class="prose">{ copy::KEEP_BROWSER_HINT }</p>
            <label class="check keep-check"><input type="checkbox" checked={page.state.keeping} onchange={onkeep} />{ copy::KEEP_BROWSER_ON }</label>
            if *kept { <p><button type="button" class="button" onclick={clear}>{ copy::KEEP_CLEAR }</button></p> }
        </ModalDialog>
    }
}
