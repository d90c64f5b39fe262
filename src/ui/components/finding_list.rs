use super::finding_item::{
    ADOPT, ADOPT_EQUAL, ADOPT_RULE, BACK, IGNORE, IGNORE_RULE, MIND, MIND_RULE, NEXT, UNFOLD, WHY,
    finding_fold, ignored_finding,
};
use super::finding_tools::FindingTools;
use super::metric_table::TableProps;
use crate::rules::Severity;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Dialog, Shared};
use crate::ui::work::Work;
use crate::ui::{browser, copy};
use crate::view::{Fold, Mark, folds, ignored_order};
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// So many cards are drawn at first, and so many more each time.
const PAGE: usize = 100;

/// So many of those that are ignored are drawn.
const SHOWN: usize = 200;

/// The findings by place, those that say the same on one card.
#[component]
pub(super) fn FindingList(props: &TableProps) -> Html {
    let page = use_page();
    let node = use_node_ref();
    let desk = props.desk.clone();
    let severity = use_state_eq(|| None::<Severity>);
    let shown = use_state(|| PAGE);
    // The card whose places are listed, by what it says: indices change with every step.
    let unfolded = use_state_eq(|| None::<(String, String)>);
    let selected = page.state.selection.and_then(|selection| {
        let findings = &desk.analysis().findings;
        findings.iter().position(|f| f.span == selection.span).map(|index| index as u32)
    });
    {
        // What is chosen in the text is listed, whatever was filtered.
        let (node, severity) = (node.clone(), severity.clone());
        let chosen = selected.and_then(|i| desk.analysis().findings.get(i as usize));
        let chosen = chosen.map(|finding| finding.severity);
        use_effect_with(page.state.selection, move |_| {
            if severity.is_some() && chosen.is_some() && *severity != chosen {
                severity.set(None);
            }
            let list = node.cast::<Element>();
            let card = list.and_then(|l| l.query_selector("[aria-current]").ok().flatten());
            if let Some(card) = card {
                browser::scroll_near(&card);
            }
        });
    }
    let listed = use_memo((desk.clone(), *severity), |(desk, severity)| folds(desk, *severity));
    let ignored = use_memo(desk.clone(), |desk| ignored_order(desk));
    let onclick = {
        let (listed, unfolded) = (listed.clone(), unfolded.clone());
        Callback::from(move |event: MouseEvent| {
            let Some(desk) = page.state.desk.as_ref() else { return };
            match pressed(&event, desk, &listed) {
                Some(Pressed::Do(action)) => page.dispatch(action),
                Some(Pressed::Unfold(card)) => {
                    unfolded.set(Some(card).filter(|card| unfolded.as_ref() != Some(card)));
                }
                None => {}
            }
        })
    };
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    let onchoose = {
        let severity = severity.clone();
        Callback::from(move |chosen| severity.set(chosen))
    };
    // The selected card is drawn wherever it is; the page is moved rather than stretched.
    let holds = |fold: &Fold| selected.is_some_and(|i| fold.members.binary_search(&i).is_ok());
    let at = listed.iter().position(holds);
    let start = at.filter(|&at| at >= *shown).map_or(0, |at| at.saturating_sub(PAGE / 2));
    let end = (start + *shown).min(listed.len());
    let findings = desk.counters().findings;
    html! {
        <>
            <FindingTools desk={desk.clone()} severity={*severity} {onchoose} />
            if findings == 0 && ignored.is_empty() {
                <p class="empty empty-done">{ copy::NO_FINDINGS }<span>{ copy::NO_FINDINGS_HINT }</span></p>
            } else {
                <div ref={node} class="list" {onclick} tabindex="0" role="region" aria-label={copy::TAB_FINDINGS}>
                    if findings == 0 { <p class="empty empty-done">{ copy::NO_FINDINGS_LEFT }<span>{ copy::NO_FINDINGS_HINT }</span></p> }
                    else if listed.is_empty() { <p class="empty">{ copy::NO_FINDINGS_OF }</p> }
                    <ol class="cards">
                        { for listed[start..end].iter().map(|fold| finding_fold(&desk, fold, selected, unfolded.is_some() && key(&desk, fold) == *unfolded)) }
                    </ol>
                    if end < listed.len() {
                        <p class="foot"><button type="button" class="link" onclick={more}>{ copy::more(listed.len() - end) }</button></p>
                    }
                    if !ignored.is_empty() {
                        <details class="group group-ignored">
                            <summary>{ copy::IGNORED }<span class="tab-count">{ copy::count(ignored.len()) }</span></summary>
                            <ol class="cards">
                                { for ignored.iter().take(SHOWN).map(|&index| ignored_finding(&desk, index, selected == Some(index))) }
                            </ol>
                        </details>
                    }
                    if findings > 0 { <p class="foot">{ copy::NO_FINDINGS_HINT }</p> }
                </div>
            }
        </>
    }
}

/// What the findings of a card say, by which it is known again after a step.
fn key(desk: &Shared, fold: &Fold) -> Option<(String, String)> {
    let finding = desk.analysis().findings.get(fold.members[0] as usize)?;
    Some((finding.rule.clone().into_owned(), finding.message.clone()))
}

/// What a press in the list asks for.
enum Pressed {
    /// Something the reducer knows.
    Do(Action),
    /// The places of a card, or no longer.
    Unfold((String, String)),
}

fn pressed(event: &MouseEvent, desk: &Shared, folds: &[Fold]) -> Option<Pressed> {
    let target: Element = event.target()?.dyn_into().ok()?;
    let index = browser::index_clicked(event, "data-finding")?;
    let finding = desk.analysis().findings.get(index as usize)?;
    let rule = || finding.rule.clone().into_owned();
    let fold = || folds.iter().find(|fold| fold.members.binary_search(&index).is_ok());
    Some(Pressed::Do(match target.get_attribute("data-do").as_deref() {
        Some(ADOPT) => Action::Work(Work::Adopt(index)),
        Some(ADOPT_RULE) => Action::Work(Work::AdoptRule(rule())),
        Some(ADOPT_EQUAL) => Action::Work(Work::AdoptEqual(index)),
        Some(word @ (IGNORE | MIND)) => Action::Work(Work::Ignore(index, word == IGNORE)),
        Some(word @ (IGNORE_RULE | MIND_RULE)) => {
            Action::Work(Work::IgnoreRule(rule(), word == IGNORE_RULE))
        }
        Some(WHY) => Action::Dialog(Some(Dialog::Rules(Some(finding.about()?.id)))),
        Some(word @ (NEXT | BACK)) => {
            Action::Accompany(Mark::Finding(fold()?.step(Some(index), word == BACK)))
        }
        Some(UNFOLD) => return key(desk, fold()?).map(Pressed::Unfold),
        _ => Action::Show(Mark::Finding(index)),
    }))
}
