use super::finding_group::FindingGroup;
use super::finding_item::FindingItem;
use super::metric_table::TableProps;
use crate::rules::Severity;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::work::Work;
use crate::ui::{browser, copy};
use crate::view::{Mark, ignored_order};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// So many of those that are ignored are drawn.
const SHOWN: usize = 200;

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
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let own = |target: &Element| target.matches(".card-actions *").unwrap_or(false);
            if target.as_ref().is_some_and(own) {
                return;
            }
            if let Some(index) = browser::index_clicked(&event, "data-finding") {
                page.dispatch(Action::Show(Mark::Finding(index)));
            }
        })
    };
    let ignored = use_memo(desk.clone(), |desk| ignored_order(desk));
    let safe = desk.draft().safe();
    let adopt = Callback::from(move |_: MouseEvent| page.dispatch(Action::Work(Work::AdoptSafe)));
    html! {
        <>
            if safe > 0 {
                <div class="tools safe"><p>{ copy::SAFE }</p><button type="button" class="button" onclick={adopt}>{ copy::adopt_safe(safe) }</button></div>
            }
            if desk.counters().findings == 0 && ignored.is_empty() {
                <p class="empty empty-done">{ copy::NO_FINDINGS }<span>{ copy::NO_FINDINGS_HINT }</span></p>
            } else {
                <div ref={node} class="list" {onclick} tabindex="0" role="region" aria-label={copy::TAB_FINDINGS}>
                    if desk.counters().findings == 0 { <p class="empty empty-done">{ copy::NO_FINDINGS_LEFT }<span>{ copy::NO_FINDINGS_HINT }</span></p> }
                    { for [Severity::Error, Severity::Warning, Severity::Info].into_iter().map(|severity| html! {
                        <FindingGroup desk={desk.clone()} {severity} {selected} />
                    }) }
                    if !ignored.is_empty() {
                        <details class="group group-ignored">
                            <summary>{ copy::IGNORED }<span class="tab-count">{ copy::count(ignored.len()) }</span></summary>
                            <ol class="cards">
                                { for ignored.iter().take(SHOWN).map(|&index| html! {
                                    <FindingItem key={index} desk={desk.clone()} {index} selected={selected == Some(index)} ignored=true />
                                }) }
                            </ol>
                        </details>
                    }
                    if desk.counters().findings > 0 { <p class="foot">{ copy::NO_FINDINGS_HINT }</p> }
                </div>
            }
        </>
    }
}
