use crate::ui::copy;
use crate::ui::hooks::{Typed, use_text_field};
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use std::rc::Rc;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// The report.
    pub(super) desk: Shared,
    /// The metrics that are listed, in their order.
    pub(super) order: Rc<Vec<u32>>,
}

/// Search, filter and copy of the table of metrics, and how many rows they leave.
#[component]
pub(super) fn MetricTools(props: &ToolsProps) -> Html {
    let page = use_page();
    let field = use_node_ref();
    let dispatcher = page.state.dispatcher();
    let ontext = move |typed: Typed| dispatcher.dispatch(Action::Query(typed.text));
    use_text_field(&field, Callback::from(ontext));
    {
        // The field shows what the state says only when it is new, or the report is: somebody may
        // be composing in it at any other time.
        let (field, query) = (field.clone(), page.state.metrics.query.clone());
        use_effect_with((page.state.arrivals, page.state.clears), move |_| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_value(&query);
            }
        });
    }
    let copy_table = {
        let (page, order) = (page.clone(), props.order.clone());
        Callback::from(move |_: MouseEvent| page.copy_table(&order))
    };
    let open_only = page.state.metrics.open_only;
    let only = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::OpenOnly(!open_only)))
    };
    let clear = Callback::from(move |_: MouseEvent| page.dispatch(Action::ClearFilter));
    let (shown, all) = (props.order.len(), props.desk.counters().metrics);
    html! {
        <>
            <div class="tools">
                <input ref={field} type="search" class="search" aria-label={copy::SEARCH} placeholder={copy::SEARCH} autocomplete="off" spellcheck="false" />
                <button type="button" class="button" aria-pressed={open_only.to_string()} onclick={only}>{ copy::OPEN_ONLY }</button>
                <button type="button" class="button" onclick={copy_table} disabled={shown == 0}>{ copy::COPY_TABLE }</button>
            </div>
            <p class="shown" role="status">{ copy::shown(shown, all) }</p>
            if all == 0 { <p class="empty">{ copy::NO_METRICS }</p> }
            else if shown == 0 {
                <p class="empty">{ copy::NO_MATCHES }<button type="button" class="link" onclick={clear}>{ copy::CLEAR_SEARCH }</button></p>
            }
        </>
    }
}
