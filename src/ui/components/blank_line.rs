use super::metric_line::LineProps;
use crate::ui::copy;
use crate::ui::hooks::sync_fields;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::work::Work;
use crate::view::{BlankRow, blank_row};
use web_sys::Element;
use yew::prelude::*;

/// One blank: what is expected leads, the words around it follow, and the field to fill it in.
#[component]
pub(super) fn BlankLine(props: &LineProps) -> Html {
    let page = use_page();
    let node = use_node_ref();
    {
        let (node, sheet) = (node.clone(), page.sheet.clone());
        use_effect(move || {
            if let Some(line) = node.cast::<Element>() {
                sync_fields(&line, &sheet);
            }
        });
    }
    let Some(row) = blank_row(&props.desk, props.index) else { return html! {} };
    let index = props.index;
    let work = |work: Work| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Work(work.clone())))
    };
    let [before, blank, after] = row.context.clone();
    let done = !row.value.is_empty() && row.refusal.is_none();
    let same = (row.group > 1 && done && !row.group_filled).then(|| work(Work::FillGroup(index)));
    let exact = row.exact.filter(|_| done).map(|exact| (exact, work(Work::Exact(index, !exact))));
    let class = classes!("card", "blank-card", done.then_some("card-done"));
    html! {
        <li ref={node} {class} data-blank={index.to_string()} aria-current={props.selected.then_some("true")}>
            <div class="card-head">
                <button type="button" class="row-name">{ row.label.clone() }</button>
                <span class="card-kind">{ row.kind }</span>
                <span class="card-section">{ row.section.clone() }</span>
            </div>
            <p class="card-text">{ before }{ in_context(&row, blank, done) }{ after }</p>
            if row.fill { { value_field(&row, index, done) } }
            if let Some(why) = row.refusal.clone() { <p class="refusal" id={format!("refusal-{index}")}>{ why }</p> }
            if same.is_some() || exact.is_some() {
                <div class="card-actions">
                    if let Some(onclick) = same { <button type="button" class="link" {onclick}>{ copy::fill_same(row.group) }</button> }
                    if let Some((exact, onclick)) = exact { <button type="button" class="link" {onclick}>{ copy::approximator(exact) }</button> }
                </div>
            }
        </li>
    }
}

/// The blank among its words: as it is written, or its value.
fn in_context(row: &BlankRow, written: String, done: bool) -> Html {
    if done {
        return html! { <ins>{ row.value.clone() }</ins> };
    }
    let written = if written.is_empty() { "＿".to_owned() } else { written };
    html! { <span class={if row.fill { "chip" } else { "chip chip-masked" }}>{ written }</span> }
}

fn value_field(row: &BlankRow, index: u32, done: bool) -> Html {
    let refused = row.refusal.is_some();
    let class = classes!("value", done.then_some("value-done"), refused.then_some("value-refused"));
    html! {
        <input type="text" {class} aria-label={copy::blank_name(&row.label)} placeholder={copy::hint(row.kind)}
            inputmode={row.figure.then_some("decimal")} autocomplete="off" spellcheck="false"
            aria-invalid={refused.then_some("true")} aria-describedby={refused.then(|| format!("refusal-{index}"))}
            data-value={row.value.clone()} data-blank={index.to_string()} />
    }
}
