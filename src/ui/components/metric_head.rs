use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::view::{Column, Columns, Sort, TableChange};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct HeadProps {
    /// The columns that are shown.
    pub(super) columns: Columns,
    /// How the table is sorted.
    pub(super) sort: Option<Sort>,
}

/// The head of the table: each column sorts by itself.
#[component]
pub(super) fn MetricHead(props: &HeadProps) -> Html {
    let page = use_page();
    html! {
        <thead><tr>
            { for props.columns.shown().map(|column| {
                let page = page.clone();
                let onclick = Callback::from(move |_: MouseEvent| {
                    page.dispatch(Action::Table(TableChange::Sort(column)));
                });
                let sorted = props.sort.filter(|sort| sort.column == column);
                let aria_sort = sorted.map(|s| if s.descending { "descending" } else { "ascending" });
                let name = copy::column(column);
                html! {
                    <th key={name} scope="col" class={column_class(column)} aria-sort={aria_sort}>
                        <button type="button" class="sort" title={copy::sort_by(name)} {onclick}>{ name }</button>
                    </th>
                }
            }) }
        </tr></thead>
    }
}

/// The class of the cells of a column.
pub(super) fn column_class(column: Column) -> &'static str {
    match column {
        Column::Name => "name",
        Column::Value => "num",
        Column::Unit => "unit",
        Column::Period => "period",
        Column::Scope => "scope",
        Column::Status => "status",
        Column::Section => "section",
        Column::Source => "source",
    }
}
