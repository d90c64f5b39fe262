use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, NoticeKind, Phase};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// So long a message stays that something was done, in milliseconds.
const STAY: u32 = 6_000;

/// What failed or is worth knowing, until it is dismissed; and what takes long, with a way to stop.
#[component]
pub(super) fn NoticeBar() -> Html {
    let page = use_page();
    {
        let dispatcher = page.state.dispatcher();
        use_effect_with(page.state.notice.clone(), move |notice| {
            let done = notice.as_ref().is_some_and(|notice| notice.kind == NoticeKind::Done);
            let timer =
                done.then(|| Timeout::new(STAY, move || dispatcher.dispatch(Action::Dismiss)));
            move || drop(timer)
        });
    }
    let dismiss = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Dismiss))
    };
    let stop = {
        let background = page.background.clone();
        Callback::from(move |_: MouseEvent| background.stop())
    };
    let slow = match &page.state.phase {
        Phase::Working { name, slow, stage } if *slow || name.is_some() => {
            Some((copy::working(name.as_deref()), *stage, *slow || stage.is_some()))
        }
        _ => None,
    };
    let notice = page.state.notice.as_ref();
    let failed = notice.is_some_and(|notice| notice.kind == NoticeKind::Failed);
    html! {
        <div class="notices">
            if let Some((text, stage, stoppable)) = slow {
                <div class="notice notice-working" role="status">
                    <p>{ text }
                        // Shown, not said: it changes many times a second.
                        if let Some(stage) = stage { <span aria-hidden="true">{ copy::stage(stage) }</span> }
                    </p>
                    if stoppable { <button type="button" class="button" onclick={stop}>{ copy::STOP }</button> }
                </div>
            }
            if let Some(notice) = &page.state.notice {
                <div class={classes!("notice", failed.then_some("notice-failed"))} role={if failed { "alert" } else { "status" }}>
                    <p>{ notice.text.clone() }</p>
                    <button type="button" class="close" aria-label={copy::CLOSE} onclick={dismiss}>{ "×" }</button>
                </div>
            }
        </div>
    }
}
