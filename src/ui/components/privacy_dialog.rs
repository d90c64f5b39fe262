use super::dialog::ModalDialog;
use crate::ui::{browser, copy};
use yew::prelude::*;

/// What leaves this machine: nothing, and how to see that for oneself.
#[component]
pub(super) fn PrivacyDialog() -> Html {
    html! {
        <ModalDialog title={copy::PRIVACY_TITLE}>
            <ul class="prose">{ for copy::PRIVACY.iter().map(|line| html! { <li>{ *line }</li> }) }</ul>
            <p class="version">{ copy::NAME }{ " " }{ browser::version() }</p>
        </ModalDialog>
    }
}
