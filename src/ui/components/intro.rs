use super::icon::OpenSign;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct IntroProps {
    /// Asks for a file.
    pub(super) onopen: Callback<()>,
}

/// The start view: what the page does, and the ways to begin.
#[component]
pub(super) fn Intro(props: &IntroProps) -> Html {
    let page = use_page();
    let onopen = props.onopen.reform(|_: MouseEvent| ());
    let onsample = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.read_sample())
    };
    let onback = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Start(false)))
    };
    html! {
        <div class="intro">
            <h1 class="intro-head">{ copy::HEADLINE }</h1>
            <p class="intro-lead">{ copy::LEAD }<strong>{ copy::LEAD_TRUST }</strong></p>
            <ul class="finds">
                { for copy::FINDS.iter().map(|(shape, name, meaning)| html! {
                    <li class={format!("find find-{shape}")}><b>{ *name }</b><span>{ *meaning }</span></li>
                }) }
            </ul>
            <button type="button" class="drop-target" onclick={onopen}>
                <OpenSign />
                <span class="drop-open">{ copy::OPEN_FILE }</span>
                <span class="drop-hint">{ copy::DROP_HERE }</span>
                <span class="drop-formats">{ copy::FORMATS }</span>
            </button>
            <p class="intro-more">
                { copy::SAMPLE_HINT }
                <button type="button" class="link" onclick={onsample}>{ copy::SAMPLE }</button>
                if page.state.desk.is_some() {
                    <button type="button" class="button back" onclick={onback}>{ copy::BACK_TO_DESK }</button>
                }
            </p>
        </div>
    }
}
