use super::finding_group::FindingGroup;
use super::metric_table::TableProps;
use crate::rules::Severity;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::{browser, copy};
use crate::view::Mark;
use web_sys::Element;
use yew::prelude::*;

/// The findings, gravest first. Hints are folded up while there is something graver.
#[component]
pub(super) fn FindingList(props: &TableProps) -> Html {
    let page = use_page();
    let node = use_node_ref();
    let desk = props.desk.clone();
    let selected = page.state.selection.and_then(|selection| {
        let findings = &desk.analysis().findings;
        findings.iter().position(|f| f.span == selection.span).map(|index| index as u32)
    });
    {
        let node = node.clone();
        use_effect_with(page.state.selection, move |_| {
            let list = node.cast::<Element>();
            let card = list.and_then(|l| l.query_selector("[aria-current]").ok().flatten());
            if let Some(card) = card {
                browser::scroll_near(&card);
            }
        });
    }
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            if let Some(index) = browser::index_clicked(&event, "data-finding") {
                page.dispatch(Action::Show(Mark::Finding(index)));
            }
        })
    };
    if desk.counters().findings == 0 {
        return html! {
            <p class="empty empty-done">{ copy::NO_FINDINGS }<span>{ copy::NO_FINDINGS_HINT }</span></p>
        };
    }
    html! {
        <div ref={node} class="list" {onclick} tabindex="0" role="region" aria-label={copy::TAB_FINDINGS}>
            { for [Severity::Error, Severity::Warning, Severity::Info].into_iter().map(|severity| html! {
                <FindingGroup desk={desk.clone()} {severity} {selected} />
            }) }
            <p class="foot">{ copy::NO_FINDINGS_HINT }</p>
        </div>
    }
}
