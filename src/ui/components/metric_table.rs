use super::metric_head::MetricHead;
use super::metric_line::MetricLine;
use super::spacer::Spacer;
use crate::ui::hooks::{Typed, use_text_field, use_window};
use crate::ui::page::use_page;
use crate::ui::state::{Action, Selection, Shared};
use crate::ui::{browser, copy};
use crate::view::{Mark, metric_order};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlInputElement};
use yew::prelude::*;

/// The height of a row of a windowed table, in pixels, as in `www/styles/50-panel.css`.
const ROW: usize = 40;

/// Names beyond this many are sorted by code point: asking the browser for the pinyin order of
/// each pair would take seconds.
const PINYIN: usize = 5_000;

#[derive(PartialEq, Properties)]
pub(super) struct TableProps {
    /// The report.
    pub(super) desk: Shared,
}

/// The table of metrics, with its search.
#[component]
pub(super) fn MetricTable(props: &TableProps) -> Html {
    let page = use_page();
    let desk = props.desk.clone();
    let deps = (desk.clone(), page.state.metrics.clone(), page.state.sort);
    let order = use_memo(deps, |(desk, filter, sort)| {
        if desk.counters().metrics > PINYIN {
            metric_order(desk, filter, *sort, &str::cmp)
        } else {
            metric_order(desk, filter, *sort, &browser::pinyin_order())
        }
    });
    let rows = use_window(order.len(), ROW);
    let selected = page.state.selection.and_then(|s| selected_row(&desk, &order, s));
    {
        let (list, deps) = (rows.node.clone(), (page.state.selection, selected));
        let drawn = rows.window.rows.clone();
        use_effect_with(deps, move |(selection, selected)| {
            if let (Some(list), Some(at), Some(_)) = (list.cast::<Element>(), selected, selection) {
                if !drawn.contains(at) {
                    list.set_scroll_top((at.saturating_sub(3) * ROW) as i32);
                } else if let Ok(Some(row)) = list.query_selector("tr[aria-current]") {
                    browser::scroll_near(&row);
                }
            }
        });
    }
    let field = use_node_ref();
    {
        let dispatcher = page.state.dispatcher();
        use_text_field(
            &field,
            Callback::from(move |t: Typed| dispatcher.dispatch(Action::Query(t.text))),
        );
    }
    {
        let (field, query) = (field.clone(), page.state.metrics.query.clone());
        use_effect_with(desk.clone(), move |_| set(&field, &query));
    }
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let row = target.and_then(|t| t.closest("tr[data-metric]").ok().flatten());
            let index = row.and_then(|row| row.get_attribute("data-metric")?.parse().ok());
            if let Some(index) = index {
                page.dispatch(Action::Show(Mark::Metric(index)));
            }
        })
    };
    let copy_table = {
        let (page, order) = (page.clone(), order.clone());
        Callback::from(move |_: MouseEvent| page.copy_table(&order))
    };
    let only = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| {
            page.dispatch(Action::OpenOnly(!page.state.metrics.open_only));
        })
    };
    let clear = {
        let (page, field) = (page.clone(), field.clone());
        Callback::from(move |_: MouseEvent| {
            set(&field, "");
            page.dispatch(Action::Query(String::new()));
            page.dispatch(Action::OpenOnly(false));
        })
    };
    let all = desk.counters().metrics;
    let windowed = rows.window.before + rows.window.after > 0;
    html! {
        <>
            <div class="tools">
                <input ref={field} type="search" class="search" aria-label={copy::SEARCH} placeholder={copy::SEARCH} autocomplete="off" spellcheck="false" />
                <button type="button" class="button" aria-pressed={page.state.metrics.open_only.to_string()} onclick={only}>{ copy::OPEN_ONLY }</button>
                <button type="button" class="button" onclick={copy_table} disabled={order.is_empty()}>{ copy::COPY_TABLE }</button>
            </div>
            <p class="shown" role="status">{ copy::shown(order.len(), all) }</p>
            if all == 0 { <p class="empty">{ copy::NO_METRICS }</p> }
            else if order.is_empty() {
                <p class="empty">{ copy::NO_MATCHES }<button type="button" class="link" onclick={clear}>{ copy::CLEAR_SEARCH }</button></p>
            } else {
                <div ref={rows.node.clone()} class="list" onscroll={rows.onscroll.clone()} tabindex="0" role="region" aria-label={copy::TAB_METRICS}>
                    <table class={classes!("metrics", windowed.then_some("windowed"))} aria-rowcount={(order.len() + 1).to_string()}>
                        <caption class="visually-hidden">{ copy::metrics_caption(order.len()) }</caption>
                        <MetricHead sort={page.state.sort} />
                        <tbody {onclick}>
                            if windowed { <Spacer tag="tr" height={rows.window.before * ROW} /> }
                            { for rows.window.rows.clone().map(|at| html! {
                                <MetricLine key={order[at]} desk={desk.clone()} index={order[at]} {at} selected={selected == Some(at)} />
                            }) }
                            if windowed { <Spacer tag="tr" height={rows.window.after * ROW} /> }
                        </tbody>
                    </table>
                </div>
            }
        </>
    }
}

/// The row that shows what is selected: the metric itself, or the one its blank belongs to.
fn selected_row(desk: &Shared, order: &[u32], selection: Selection) -> Option<usize> {
    order.iter().position(|&index| {
        desk.place(Mark::Metric(index)).is_some_and(|span| span.contains(selection.span))
    })
}

/// Sets the text of a field that nobody writes in just now.
fn set(field: &NodeRef, text: &str) {
    if let Some(field) = field.cast::<HtmlInputElement>() {
        field.set_value(text);
    }
}
