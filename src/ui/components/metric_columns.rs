use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{Column, TableChange};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ColumnsProps {
    /// The report.
    pub(super) desk: Shared,
}

/// Which columns are shown. A column that would be empty is not offered.
#[component]
pub(super) fn MetricColumns(props: &ColumnsProps) -> Html {
    let page = use_page();
    let filled = use_memo(props.desk.clone(), |desk| {
        let metrics = &desk.analysis().metrics;
        Column::ALL.map(|column| match column {
            Column::Period => metrics.iter().any(|metric| metric.at.fact.period.is_some()),
            Column::Scope => metrics.iter().any(|metric| metric.at.fact.scope.is_some()),
            _ => true,
        })
    });
    let columns = page.state.table.columns;
    let offered = Column::ALL.into_iter().zip(filled.iter()).filter(|(_, filled)| **filled);
    html! {
        <div id="metric-columns" class="tool-region column-fields" role="group" aria-label={copy::COLUMN_MENU}>
            { for offered.map(|(column, _)| {
                let page = page.clone();
                let onchange = Callback::from(move |_: Event| {
                    page.dispatch(Action::Table(TableChange::Column(column)));
                });
                html! {
                    <label key={copy::column(column)} class="check">
                        <input type="checkbox" checked={columns.has(column)} disabled={column == Column::Name} {onchange} />{ copy::column(column) }
                    </label>
                }
            }) }
        </div>
    }
}
