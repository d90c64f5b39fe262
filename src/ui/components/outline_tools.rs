use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::view::{OutlineChange, OutlineOptions};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// How many sections there are.
    pub(super) sections: usize,
    /// How many items are run into paragraphs.
    pub(super) items: usize,
}

/// What can be done with the outline. Thousands of sections are not unfolded at once: that would
/// take the page seconds, and nobody could survey them.
#[component]
pub(super) fn OutlineTools(props: &ToolsProps) -> Html {
    let page = use_page();
    let items = page.state.outline.items;
    let change = |change: OutlineChange| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Outline(change)))
    };
    let button = |(short, name): (&'static str, &'static str), onclick: Callback<MouseEvent>| {
        html! { <button type="button" class="tool" aria-label={name} title={name} {onclick}>{ short }</button> }
    };
    let copy_outline = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.copy_outline())
    };
    let (short, name) = copy::RUN_IN_ITEMS;
    html! {
        <div class="outline-tools" role="group" aria-label={copy::OUTLINE_TOOLS}>
            if !OutlineOptions::is_long(props.sections) {
                { button(copy::UNFOLD_ALL, change(OutlineChange::FoldAll(false))) }
            }
            { button(copy::FOLD_ALL, change(OutlineChange::FoldAll(true))) }
            if props.items > 0 {
                <button type="button" class="tool" aria-pressed={items.to_string()} aria-label={name} title={name} onclick={change(OutlineChange::Items(!items))}>{ short }</button>
            }
            { button(copy::COPY_OUTLINE, copy_outline) }
        </div>
    }
}
