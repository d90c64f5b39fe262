use super::counters::CountersBar;
use super::encoding_menu::EncodingMenu;
use super::export_menu::ExportMenu;
use super::icon::logo;
use super::revision_menu::RevisionMenu;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Dialog, Phase};
use crate::worker::Stage;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct HeaderProps {
    /// Asks for a file.
    pub(super) onopen: Callback<()>,
}

/// The head of the page: what is on the desk, the four numbers, what can be done.
#[component]
pub(super) fn Header(props: &HeaderProps) -> Html {
    let page = use_page();
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    let onopen = props.onopen.reform(|_: MouseEvent| ());
    let on_desk = page.state.on_desk();
    let desk = page.state.desk.clone().filter(|_| on_desk);
    html! {
        <header class={classes!("top", on_desk.then_some("top-desk"))}>
            <button type="button" class="logo" aria-label={copy::HOME} onclick={act(Action::Start(true))}>
                { logo() }<span aria-hidden="true">{ copy::NAME }</span>
            </button>
            if let Some(desk) = desk {
                <div class="report">
                    <h1 class="report-title">{ desk.title().unwrap_or(copy::UNTITLED).to_owned() }</h1>
                    <p class="report-facts">
                        <span class="report-name">{ desk.document().source.name.clone().unwrap_or_else(|| copy::PASTED.to_owned()) }</span>
                        <EncodingMenu desk={desk.clone()} />
                        <RevisionMenu desk={desk.clone()} />
                        <span>{ copy::characters(desk.analysis().characters) }</span>
                    </p>
                </div>
                <CountersBar counters={desk.counters()} />
                <div class="actions">
                    <button type="button" class="button" onclick={onopen}>{ copy::OPEN }</button>
                    <ExportMenu />
                </div>
            }
            <div class="assurance">
                <button type="button" class="trust" onclick={act(Action::Dialog(Some(Dialog::Privacy)))}>{ copy::TRUST }</button>
                <button type="button" class="large-switch" aria-pressed={page.state.large.to_string()} title={copy::LARGE_HINT} onclick={act(Action::Large(!page.state.large))}>{ copy::LARGE }</button>
                <button type="button" class="help" aria-label={copy::HELP} aria-keyshortcuts="F1" onclick={act(Action::Dialog(Some(Dialog::Help)))}>{ "?" }</button>
            </div>
            { match page.state.phase {
                Phase::Working { stage: Some(Stage::Scanning(percent)), .. } => html! {
                    <svg class="progress-known" aria-hidden="true"><rect width={format!("{percent}%")} height="100%" /></svg>
                },
                Phase::Working { .. } => html! { <div class="progress" aria-hidden="true"></div> },
                Phase::Idle => html! {},
            } }
        </header>
    }
}
