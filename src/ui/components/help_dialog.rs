use super::dialog::ModalDialog;
use crate::ui::copy;
use yew::prelude::*;

/// How to use the page, and its keys.
#[component]
pub(super) fn HelpDialog() -> Html {
    html! {
        <ModalDialog title={copy::HELP_TITLE}>
            <ul class="prose">{ for copy::HELP_LINES.iter().map(|line| html! { <li>{ *line }</li> }) }</ul>
            <h3>{ copy::KEYS_TITLE }</h3>
            <dl class="keys">
                { for copy::KEYS.iter().map(|(keys, meaning)| html! {
                    <div><dt><kbd>{ *keys }</kbd></dt><dd>{ *meaning }</dd></div>
                }) }
            </dl>
        </ModalDialog>
    }
}
