use super::finding_item::finding_item;
use crate::rules::Severity;
use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::finding_order;
use yew::prelude::*;

/// So many cards are drawn at first, and so many more each time.
const PAGE: usize = 100;

#[derive(PartialEq, Properties)]
pub(super) struct GroupProps {
    /// The report.
    pub(super) desk: Shared,
    /// Whose findings.
    pub(super) severity: Severity,
    /// The selected finding.
    pub(super) selected: Option<u32>,
}

/// The findings of one severity.
#[component]
pub(super) fn FindingGroup(props: &GroupProps) -> Html {
    let deps = (props.desk.clone(), props.severity);
    let order = use_memo(deps, |(desk, severity)| finding_order(desk, *severity));
    let shown = use_state(|| PAGE);
    let more = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    if order.is_empty() {
        return html! {};
    }
    let (word, sign) = copy::severity(props.severity);
    let class = match props.severity {
        Severity::Error => "group group-error",
        Severity::Warning => "group group-warning",
        Severity::Info => "group group-info",
    };
    // The selected card is drawn wherever it is; the page is moved rather than stretched.
    let at = props.selected.and_then(|index| order.binary_search(&index).ok());
    let start = at.filter(|&at| at >= *shown).map_or(0, |at| at.saturating_sub(PAGE / 2));
    let end = (start + *shown).min(order.len());
    html! {
        <section {class}>
            <h3><span class="sign-word" aria-hidden="true">{ sign }</span>{ word }<span class="tab-count">{ copy::count(order.len()) }</span></h3>
            <ol class="cards">
                { for order[start..end].iter().map(|&index| finding_item(&props.desk, index, props.selected == Some(index), false)) }
            </ol>
            if end < order.len() {
                <p class="foot"><button type="button" class="link" onclick={more}>{ copy::more(order.len() - end) }</button></p>
            }
        </section>
    }
}
