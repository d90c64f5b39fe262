use super::metric_tools::ToolsProps;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::view::{Grouping, TableChange, total};
use yew::prelude::*;

/// What the filter has left of the table: each choice, to be lifted by a press, what the metrics
/// come to, or why there are none.
#[component]
pub(super) fn MetricSummary(props: &ToolsProps) -> Html {
    let page = use_page();
    let table = &page.state.table;
    let (desk, order) = (&props.desk, &props.order);
    // Of a whole report a sum says nothing; and groups have their own.
    let summed = !table.filter.is_empty() && table.grouping == Grouping::None;
    let sum = use_memo((desk.clone(), order.clone(), summed), |(desk, order, summed)| {
        summed.then(|| total(desk, order)).flatten()
    });
    let clear = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Table(TableChange::Clear)))
    };
    let chip = |criterion| {
        let words = copy::chosen(desk, criterion);
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            page.dispatch(Action::Table(TableChange::Choose(criterion.facet(), None)));
        });
        html! {
            <li key={words.clone()}><button type="button" class="filter-chip" aria-label={copy::lift(&words)} {onclick}>{ words }<span aria-hidden="true">{ "×" }</span></button></li>
        }
    };
    html! {
        <>
            if !table.filter.criteria.is_empty() {
                <ul class="filter-chips" aria-label={copy::FILTER}>{ for table.filter.criteria.iter().copied().map(chip) }</ul>
            }
            if let Some(sum) = sum.as_ref() { <p class="sum">{ copy::total(sum) }</p> }
            if desk.counters().metrics == 0 { <p class="empty">{ copy::NO_METRICS }</p> }
            else if order.is_empty() {
                <p class="empty">{ copy::NO_MATCHES }<button type="button" class="link" onclick={clear}>{ copy::CLEAR_SEARCH }</button></p>
            }
        </>
    }
}
