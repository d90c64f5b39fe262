use super::choice_field::ChoiceField;
use super::metric_columns::MetricColumns;
use super::metric_filter::MetricFilterFields;
use super::metric_summary::MetricSummary;
use crate::ui::copy;
use crate::ui::hooks::{Typed, use_text_field};
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{Criterion, Facet, Grouping, TableChange, Tool};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// How the rows can be grouped, in the order of `copy::GROUPINGS`.
const GROUPINGS: [Grouping; 3] = [Grouping::None, Grouping::Section, Grouping::Unit];

#[derive(PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// The report.
    pub(super) desk: Shared,
    /// The metrics that are listed, in their order.
    pub(super) order: Rc<Vec<u32>>,
}

/// What stands above the table of metrics: search and copy, the tools, and what they leave.
#[component]
pub(super) fn MetricTools(props: &ToolsProps) -> Html {
    let page = use_page();
    let field = use_node_ref();
    let dispatcher = page.state.dispatcher();
    let ontext =
        move |typed: Typed| dispatcher.dispatch(Action::Table(TableChange::Query(typed.text)));
    use_text_field(&field, Callback::from(ontext));
    let table = &page.state.table;
    {
        // The field shows what the state says only when it is new, or the report is: somebody may
        // be composing in it at any other time.
        let (field, query) = (field.clone(), table.filter.query.clone());
        use_effect_with((page.state.arrivals, table.clears), move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value(&query);
            }
        });
    }
    let copy_table = {
        let (page, order) = (page.clone(), props.order.clone());
        Callback::from(move |_: MouseEvent| page.copy_table(&order))
    };
    let open_only = table.filter.chosen(Facet::Open) == Some(Criterion::Open(true));
    let change = |change: TableChange| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Table(change.clone())))
    };
    let only =
        change(TableChange::Choose(Facet::Open, (!open_only).then_some(Criterion::Open(true))));
    let tools = [
        (Tool::Filter, "metric-filter", copy::FILTER),
        (Tool::Columns, "metric-columns", copy::COLUMN_MENU),
    ];
    let grouped = GROUPINGS.iter().position(|grouping| *grouping == table.grouping);
    let ongroup = {
        let page = page.clone();
        Callback::from(move |at: usize| {
            page.dispatch(Action::Table(TableChange::Group(GROUPINGS[at])));
        })
    };
    html! {
        <>
            <div class="tools">
                <input ref={field} type="search" class="search" aria-label={copy::SEARCH} placeholder={copy::SEARCH} autocomplete="off" spellcheck="false" />
                <button type="button" class="button" aria-pressed={open_only.to_string()} onclick={only}>{ copy::OPEN_ONLY }</button>
                <button type="button" class="button" onclick={copy_table} disabled={props.order.is_empty()}>{ copy::COPY_TABLE }</button>
            </div>
            <div class="tool-row">
                { for tools.into_iter().map(|(tool, region, name)| {
                    let open = table.tool == Some(tool);
                    html! {
                        <button key={name} type="button" class="tool" aria-expanded={open.to_string()} aria-controls={open.then_some(region)}
                            onclick={change(TableChange::Tool(tool))}>{ name }</button>
                    }
                }) }
                <button type="button" class="tool" aria-expanded={table.pictured.to_string()} aria-controls={table.pictured.then_some("metric-picture")}
                    onclick={change(TableChange::Pictured(!table.pictured))}>{ copy::PICTURE }</button>
                <ChoiceField label={copy::GROUPING} options={copy::GROUPINGS.map(AttrValue::from).to_vec()} chosen={grouped.unwrap_or(0)} onchoose={ongroup} bare=true />
                <p class="shown" role="status">{ copy::shown(props.order.len(), props.desk.counters().metrics) }</p>
            </div>
            { match table.tool {
                Some(Tool::Filter) => html! { <MetricFilterFields desk={props.desk.clone()} /> },
                Some(Tool::Columns) => html! { <MetricColumns desk={props.desk.clone()} /> },
                None => html! {},
            } }
            <MetricSummary desk={props.desk.clone()} order={props.order.clone()} />
        </>
    }
}
