use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::metric_row;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct LineProps {
    /// The report.
    pub(super) desk: Shared,
    /// Which metric.
    pub(super) index: u32,
    /// Which row of the table it is, from 0.
    pub(super) at: usize,
    /// Whether it is the selected one.
    pub(super) selected: bool,
}

/// One metric. The whole row can be clicked; the name is the button for the keyboard.
#[component]
pub(super) fn MetricLine(props: &LineProps) -> Html {
    let Some(row) = metric_row(&props.desk, props.index) else { return html! {} };
    let title = row.full_name.clone().unwrap_or_else(|| row.name.clone());
    html! {
        <tr data-metric={props.index.to_string()} aria-rowindex={(props.at + 2).to_string()} aria-current={props.selected.then_some("true")}>
            <th scope="row"><button type="button" class="row-name" {title}>{ row.name }</button></th>
            <td class="num">
                if let Some(value) = row.value { { value } } else { <span class="chip">{ copy::MASKED }</span> }
            </td>
            <td class="unit">{ row.unit }
                if !row.status.is_empty() { <span class="tag">{ row.status }</span> }
            </td>
            <td class="section" title={row.section_title}>{ row.section }</td>
        </tr>
    }
}
