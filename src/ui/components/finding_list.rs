use super::finding_group::FindingGroup;
use super::finding_item::{ADOPT, ADOPT_RULE, IGNORE, IGNORE_RULE, MIND, MIND_RULE, finding_item};
use super::metric_table::TableProps;
use crate::rules::Severity;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
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
            if let Some(action) = page.state.desk.as_ref().and_then(|desk| pressed(&event, desk)) {
                page.dispatch(action);
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
                                { for ignored.iter().take(SHOWN).map(|&index| finding_item(&desk, index, selected == Some(index), true)) }
                            </ol>
                        </details>
                    }
                    if desk.counters().findings > 0 { <p class="foot">{ copy::NO_FINDINGS_HINT }</p> }
                </div>
            }
        </>
    }
}

/// What a press in the list asks for.
fn pressed(event: &MouseEvent, desk: &Shared) -> Option<Action> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let index = browser::index_clicked(event, "data-finding")?;
    let rule = || desk.analysis().findings.get(index as usize).map(|f| f.rule.clone().into_owned());
    Some(match target.get_attribute("data-do").as_deref() {
        Some(ADOPT) => Action::Work(Work::Adopt(index)),
        Some(ADOPT_RULE) => Action::Work(Work::AdoptRule(rule()?)),
        Some(word @ (IGNORE | MIND)) => Action::Work(Work::Ignore(index, word == IGNORE)),
        Some(word @ (IGNORE_RULE | MIND_RULE)) => {
            Action::Work(Work::IgnoreRule(rule()?, word == IGNORE_RULE))
        }
        _ => Action::Show(Mark::Finding(index)),
    })
}
