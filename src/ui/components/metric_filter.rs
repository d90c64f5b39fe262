use super::choice_field::ChoiceField;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{Choice, Facet, TableChange, choices};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct FilterProps {
    /// The report.
    pub(super) desk: Shared,
}

/// The choices of the filter. Only what occurs is offered, with how many metrics it would leave.
#[component]
pub(super) fn MetricFilterFields(props: &FilterProps) -> Html {
    let page = use_page();
    let desk = props.desk.clone();
    let filter = page.state.table.filter.clone();
    let offered = use_memo((desk.clone(), filter.clone()), |(desk, filter)| choices(desk, filter));
    html! {
        <div id="metric-filter" class="tool-region filter-fields" role="group" aria-label={copy::FILTER}>
            { for Facet::ALL.into_iter().map(|facet| {
                let of_facet = |choice: &&Choice| choice.criterion.facet() == facet;
                let rows: Vec<Choice> = offered.iter().filter(of_facet).copied().collect();
                let name = |choice: &Choice| {
                    copy::with_count(&copy::criterion(&desk, choice.criterion), choice.count as usize)
                };
                let words = std::iter::once(copy::ALL.to_owned()).chain(rows.iter().map(name));
                let options: Vec<AttrValue> = words.map(AttrValue::from).collect();
                let chosen = filter.chosen(facet);
                let at = rows.iter().position(|choice| Some(choice.criterion) == chosen);
                let page = page.clone();
                let onchoose = Callback::from(move |at: usize| {
                    // The first option is everything.
                    let choice = at.checked_sub(1).and_then(|at| rows.get(at));
                    let criterion = choice.map(|choice| choice.criterion);
                    page.dispatch(Action::Table(TableChange::Choose(facet, criterion)));
                });
                html! {
                    <ChoiceField key={copy::facet(facet)} label={copy::facet(facet)} {options} chosen={at.map_or(0, |at| at + 1)} {onchoose} />
                }
            }) }
        </div>
    }
}
