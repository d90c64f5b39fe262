use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::{browser, copy};
use web_sys::{Event, HtmlDialogElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct DialogProps {
    /// Its heading.
    pub(super) title: AttrValue,
    /// A class of its own.
    #[prop_or_default]
    pub(super) class: Option<&'static str>,
    /// What it says.
    pub(super) children: Html,
}

/// A modal dialog. The browser keeps the focus in it and closes it on Esc. Kernels before 102 do not
/// give the focus back when it closes, so that is done here.
#[component]
pub(super) fn ModalDialog(props: &DialogProps) -> Html {
    let page = use_page();
    let node = use_node_ref();
    let opener = use_mut_ref(|| browser::document().and_then(|d| d.active_element()));
    use_effect_with(node.clone(), |node| {
        if let Some(dialog) = node.cast::<HtmlDialogElement>() {
            let _ = dialog.show_modal();
        }
    });
    let close = {
        let node = node.clone();
        Callback::from(move |_: MouseEvent| {
            if let Some(dialog) = node.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    let onclose = Callback::from(move |_: Event| {
        page.dispatch(Action::Dialog(None));
        // The browser may have told of it late: whoever has gone on to a field keeps it.
        if let Some(opener) = opener.take().filter(|_| browser::nothing_focused()) {
            browser::focus(&opener);
        }
        // What opened it may have gone meanwhile: the card of a rule that was switched off.
        let tab = browser::nothing_focused().then(browser::document).flatten();
        let tab =
            tab.and_then(|page| page.query_selector("[role=tab][aria-selected=true]").ok()?);
        if let Some(tab) = tab {
            browser::focus(&tab);
        }
    });
    html! {
        <dialog ref={node} class={classes!("dialog", props.class)} aria-labelledby="dialog-title" {onclose}>
            <div class="dialog-head">
                <h2 id="dialog-title">{ &props.title }</h2>
                <button type="button" class="close" aria-label={copy::CLOSE} onclick={close}>{ "×" }</button>
            </div>
            <div class="dialog-body">{ props.children.clone() }</div>
        </dialog>
    }
}
