use super::blank_list::BlankList;
use super::finding_list::FindingList;
use super::metric_table::MetricTable;
use super::overview::OverviewPane;
use crate::ui::browser;
use crate::ui::page::{Page, use_page};
use crate::ui::state::Tab;
use gloo_timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

/// So long after a report has come the first list is made ready behind the one that is shown, and
/// each further one so long after it, in milliseconds: whoever reads the overview first notices
/// none of it.
const TURN: u32 = 200;

/// So long after it was made ready it is laid out, in milliseconds: by then all its rows are there.
const LAYING_OUT: u32 = 600;

#[derive(PartialEq, Properties)]
pub(super) struct KeptListProps {
    /// Which list.
    pub(super) tab: Tab,
    /// Its name in ids.
    pub(super) id: &'static str,
    /// Whether it is the one that is shown.
    pub(super) shown: bool,
    /// The place in which it is made ready before it is asked for, from 0.
    pub(super) turn: u32,
}

/// One of the lists, with the panel of its tab. While it is not shown it stands still: it is drawn,
/// laid out and scrolled as it was, and what happens to the page reaches it once it is shown again.
/// A press on its tab then costs a coat of paint; what has changed meanwhile comes a frame later.
#[component]
pub(super) fn KeptList(props: &KeptListProps) -> Html {
    let page = use_page();
    let still = use_mut_ref(|| None::<Page>);
    let node = use_node_ref();
    let ready = use_state_eq(|| false);
    {
        let (setter, node, turn) = (ready.setter(), node.clone(), props.turn);
        use_effect_with(*ready, move |ready| {
            let timeout = if *ready {
                Timeout::new(LAYING_OUT, move || lay_out(&node))
            } else {
                Timeout::new(TURN * (turn + 1), move || setter.set(true))
            };
            move || drop(timeout)
        });
    }
    let update = use_force_update();
    let seen = use_mut_ref(|| false);
    let comes = !seen.replace(props.shown) && props.shown && still.borrow().is_some();
    if comes && still.borrow().as_ref() != Some(&page) {
        browser::after_paint(move || update.force_update());
    } else if props.shown || (*ready && still.borrow().is_none()) {
        still.replace(Some(page));
    }
    let page = still.borrow().clone();
    let class = classes!("tab-panel", (!props.shown).then_some("still"));
    html! {
        <div ref={node} id={format!("list-{}", props.id)} {class} role="tabpanel" aria-labelledby={format!("tab-{}", props.id)}>
            if let Some(page) = page {
                <ContextProvider<Page> context={page.clone()}>{ list(props.tab, &page) }</ContextProvider<Page>>
            }
        </div>
    }
}

/// Asks where something of a list is. The browser has to lay it out to answer, which it would
/// otherwise put off until the list is shown.
fn lay_out(panel: &NodeRef) {
    let row =
        panel.cast::<Element>().and_then(|panel| panel.query_selector("li, tr").ok().flatten());
    if let Some(row) = row {
        let _ = row.get_bounding_client_rect();
    }
}

fn list(tab: Tab, page: &Page) -> Html {
    let Some(desk) = page.state.desk.clone() else { return html! {} };
    match tab {
        Tab::Overview => html! { <OverviewPane {desk} /> },
        Tab::Metrics => html! { <MetricTable {desk} /> },
        Tab::Blanks => html! { <BlankList {desk} /> },
        Tab::Findings => html! { <FindingList {desk} /> },
    }
}
