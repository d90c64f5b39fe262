use crate::ui::copy;
use crate::ui::hooks::{Typed, use_text_field};
use crate::ui::page::use_page;
use crate::ui::state::{Action, Origin};
use crate::ui::work::Work;
use gloo_timers::callback::Timeout;
use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

/// So long after the last key the text is analysed: shorter flickers, longer feels dead.
const PAUSE: u32 = 250;

/// A paste at least this long is a report to look at, not a phrase in the midst of writing.
const REPORT: usize = 600;

/// The text field: pasted into or written in on the start view, and the report's text while it is
/// being changed. It is one and the same element in both, or its focus would go as it moved.
#[component]
pub(super) fn PasteBox() -> Html {
    let page = use_page();
    let field = use_node_ref();
    let timer = use_mut_ref(|| None::<Timeout>);
    let on_desk = page.state.on_desk();
    let ontext = {
        let page = page.clone();
        Callback::from(move |typed: Typed| {
            let report = typed.pasted && typed.text.len() >= REPORT && !page.state.editing;
            let origin = if report { Origin::Pasted } else { Origin::Typed };
            let pause = if origin == Origin::Pasted { 0 } else { PAUSE };
            let later = page.clone();
            let on_desk = page.state.on_desk() && page.state.editing;
            let read = move || {
                if on_desk {
                    later.dispatch(Action::Work(Work::RewriteAll(typed.text)));
                } else {
                    later.read_text(&typed.text, origin, None);
                }
            };
            // Replacing the timer drops, and so cancels, the one before.
            timer.borrow_mut().replace(Timeout::new(pause, read));
        })
    };
    use_text_field(&field, ontext);
    {
        // Filled when somebody asks to change the text, never while somebody writes.
        let (field, desk) = (field.clone(), page.state.desk.clone());
        use_effect_with(page.state.edits, move |_| {
            let text = desk.as_ref().map(|desk| desk.draft().filled_text());
            if let (Some(field), Some(text)) = (field.cast::<HtmlTextAreaElement>(), text) {
                field.set_value(&text);
                let _ = field.focus();
                let _ = field.set_selection_range(0, 0);
                field.set_scroll_top(0);
            }
        });
    }
    let done = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Edit(false)))
    };
    let label = if on_desk { copy::EDIT_LABEL } else { copy::PASTE_LABEL };
    html! {
        <div class={classes!("paste", on_desk.then_some("paste-desk"))} hidden={on_desk && !page.state.editing}>
            <div class="paste-head">
                <label for="paste-field">{ label }</label>
                if on_desk { <button type="button" class="button" onclick={done}>{ copy::EDIT_DONE }</button> }
            </div>
            <textarea ref={field} id="paste-field" placeholder={copy::PASTE_HINT} spellcheck="false" autocomplete="off" />
        </div>
    }
}
