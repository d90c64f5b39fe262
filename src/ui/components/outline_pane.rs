use super::outline_branch::OutlineBranch;
use super::outline_tools::OutlineTools;
use super::section_on_top::use_section_on_top;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Drawer, SameText};
use crate::ui::{browser, copy};
use crate::view::Branch;
use web_sys::Element;
use yew::prelude::*;

/// So many top sections make one part of a long list; parts off the screen are not laid out. Each
/// branch by itself would be: but then the browser has thousands to watch.
const PART: usize = 50;

/// The outline, which follows the text.
#[component]
pub(super) fn OutlinePane() -> Html {
    let page = use_page();
    let node = use_node_ref();
    let desk = page.state.desk.clone();
    let tree = use_memo(desk.clone(), |desk| {
        desk.as_ref().map(|desk| Branch::tree(desk)).unwrap_or_default()
    });
    let options = use_memo(page.state.outline.clone(), Clone::clone);
    let items =
        use_memo(tree.clone(), |tree| tree.iter().map(|branch| branch.all_items()).sum::<usize>());
    let top = use_section_on_top();
    let current = top.section;
    let open = page.state.drawer == Some(Drawer::Outline);
    {
        let node = node.clone();
        use_effect_with(current, move |_| {
            let pane = node.cast::<Element>();
            let item = pane.and_then(|p| p.query_selector("[aria-current]").ok().flatten());
            if let Some(item) = item {
                browser::scroll_near(&item);
            }
        });
    }
    let close = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Drawer(None)))
    };
    let closing = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::ShowClosing))
    };
    // The same one in every render, or each branch would be drawn again with every letter typed.
    let dispatcher = page.state.dispatcher();
    let onpick = use_callback((), move |action: Action, ()| {
        if let Action::ShowSection(section) = action {
            top.setter.set(Some(section));
        }
        dispatcher.dispatch(action);
    });
    let Some(desk) = desk else { return html! {} };
    html! {
        <nav ref={node} class={classes!("outline", open.then_some("open"))} aria-labelledby="outline-title">
            <div class="pane-head">
                <h2 id="outline-title" tabindex="-1">{ copy::OUTLINE }</h2>
                <button type="button" class="close drawer-close" aria-label={copy::CLOSE_OUTLINE} onclick={close}>{ "×" }</button>
            </div>
            if tree.is_empty() { <p class="empty">{ copy::OUTLINE_EMPTY }</p> }
            else { <OutlineTools sections={desk.counters().sections} items={*items} /> }
            { for tree.chunks(PART).map(|part| html! {
                <ul class={classes!("tree", (tree.len() > PART).then_some("tree-part"))}>
                    { for part.iter().map(|branch| html! {
                        <OutlineBranch key={branch.section} desk={SameText(desk.clone())} branch={branch.clone()} current={current.filter(|_| branch.holds(current))}
                            options={options.clone()} onpick={onpick.clone()} />
                    }) }
                </ul>
            }) }
            if desk.analysis().outline.frame.closing.is_some() {
                <ul class="tree"><li><button type="button" class="branch branch-closing" onclick={closing}><span class="branch-title">{ copy::CLOSING }</span></button></li></ul>
            }
        </nav>
    }
}
