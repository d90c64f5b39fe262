use super::kept_list::KeptList;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Drawer, Tab};
use crate::ui::{browser, copy};
use web_sys::KeyboardEvent;
use yew::prelude::*;

/// The overview and the three lists, one at a time, as tabs: arrow keys go from one to the next.
#[component]
pub(super) fn Panel() -> Html {
    let page = use_page();
    let Some(desk) = page.state.desk.clone() else { return html! {} };
    let (n, tab) = (desk.counters(), page.state.tab);
    let open = page.state.drawer == Some(Drawer::Panel);
    let tabs = [
        (Tab::Overview, "overview", copy::TAB_OVERVIEW, None),
        (Tab::Metrics, "metrics", copy::TAB_METRICS, Some(n.metrics)),
        (Tab::Blanks, "blanks", copy::TAB_BLANKS, Some(n.blanks)),
        (Tab::Findings, "findings", copy::TAB_FINDINGS, Some(n.findings)),
    ];
    let onkeydown = {
        let page = page.clone();
        Callback::from(move |event: KeyboardEvent| {
            let at = tabs.iter().position(|row| row.0 == page.state.tab).unwrap_or(0);
            let next = match event.key().as_str() {
                "ArrowRight" => (at + 1) % tabs.len(),
                "ArrowLeft" => (at + tabs.len() - 1) % tabs.len(),
                "Home" => 0,
                "End" => tabs.len() - 1,
                _ => return,
            };
            event.prevent_default();
            page.dispatch(Action::Tab(tabs[next].0));
            if let Some(button) = browser::element(&format!("tab-{}", tabs[next].1)) {
                browser::focus(&button);
            }
        })
    };
    let close = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Drawer(None)))
    };
    html! {
        <aside class={classes!("panel", open.then_some("open"))} aria-label={copy::PANEL}>
            <div class="panel-head">
                <div class="tabs" role="tablist" aria-label={copy::PANEL} {onkeydown}>
                    { for tabs.iter().map(|&(row, id, name, count)| {
                        let page = page.clone();
                        let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Tab(row)));
                        let chosen = row == tab;
                        html! {
                            <button key={id} type="button" role="tab" id={format!("tab-{id}")} class="tab"
                                aria-selected={chosen.to_string()} aria-controls={format!("list-{id}")} tabindex={if chosen { "0" } else { "-1" }} {onclick}>
                                { name }if let Some(count) = count { <span class="tab-count">{ copy::count(count) }</span> }
                            </button>
                        }
                    }) }
                </div>
                <button type="button" class="close sheet-close" aria-label={copy::CLOSE_PANEL} onclick={close}>{ "×" }</button>
            </div>
            <div class="tab-panels">
                { for (0..).zip(&tabs).map(|(turn, &(row, id, ..))| html! {
                    <KeptList key={format!("{id}-{}", page.state.arrivals)} tab={row} {id} shown={row == tab} {turn} />
                }) }
            </div>
        </aside>
    }
}
