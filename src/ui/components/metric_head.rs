use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::view::{Column, Sort};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct HeadProps {
    /// How the table is sorted.
    pub(super) sort: Option<Sort>,
}

/// The head of the table: each column sorts by itself.
#[component]
pub(super) fn MetricHead(props: &HeadProps) -> Html {
    let page = use_page();
    let columns = [Column::Name, Column::Value, Column::Unit, Column::Section];
    html! {
        <thead><tr>
            { for columns.into_iter().zip(copy::COLUMNS).map(|(column, name)| {
                let page = page.clone();
                let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Sort(column)));
                let sorted = props.sort.filter(|sort| sort.column == column);
                let aria_sort = sorted.map(|s| if s.descending { "descending" } else { "ascending" });
                let class = (column == Column::Value).then_some("num");
                html! {
                    <th scope="col" {class} aria-sort={aria_sort}>
                        <button type="button" class="sort" title={copy::sort_by(name)} {onclick}>{ name }</button>
                    </th>
                }
            }) }
        </tr></thead>
    }
}
