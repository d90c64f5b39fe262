use super::icon::open_sign;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::{copy, keeping};
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
    let kept = use_state(keeping::kept);
    let resume = {
        let (page, kept) = (page.clone(), (*kept).clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(text) = &kept {
                page.open_project(text);
                page.dispatch(Action::Keep(true));
            }
        })
    };
    let clear = {
        let kept = kept.setter();
        Callback::from(move |_: MouseEvent| {
            keeping::forget();
            kept.set(None);
        })
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
            if kept.is_some() && page.state.desk.is_none() {
                <p class="intro-kept">{ copy::KEPT }
                    <button type="button" class="button button-primary" onclick={resume}>{ copy::KEPT_OPEN }</button>
                    <button type="button" class="button" onclick={clear}>{ copy::KEPT_CLEAR }</button>
                </p>
            }
            <button type="button" class="drop-target" onclick={onopen}>
                { open_sign() }
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
