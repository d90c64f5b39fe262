use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::{BlankRow, blank_row};
use yew::prelude::*;

/// What a press on a button of a line asks for, as its `data-do` says it.
pub(super) const FILL_SAME: &str = "same";
pub(super) const EXACT: &str = "exact";
pub(super) const INEXACT: &str = "inexact";

/// One blank: what is expected leads, the words around it follow, and the field to fill it in. Not
/// a component: the list listens for all of them.
pub(super) fn blank_line(desk: &Shared, index: u32, selected: bool) -> Html {
    let Some(row) = blank_row(desk, index) else { return html! {} };
    let [before, blank, after] = row.context.clone();
    let done = !row.value.is_empty() && row.refusal.is_none();
    let same = row.group > 1 && done && !row.group_filled;
    let exact = row.exact.filter(|_| done);
    let class = classes!("card", "blank-card", done.then_some("card-done"));
    html! {
        <li key={index} {class} data-blank={index.to_string()} aria-current={selected.then_some("true")}>
            <div class="card-head">
                <button type="button" class="row-name">{ row.label.clone() }</button>
                <span class="card-kind">{ row.kind }</span>
                <span class="card-section">{ row.section.clone() }</span>
            </div>
            <p class="card-text">{ before }{ in_context(&row, blank, done) }{ after }</p>
            if row.fill { { value_field(&row, index, done) } }
            if let Some(why) = row.refusal.clone() { <p class="refusal" id={format!("refusal-{index}")}>{ why }</p> }
            if same || exact.is_some() {
                <div class="card-actions">
                    if same { <button type="button" class="link" data-do={FILL_SAME}>{ copy::fill_same(row.group) }</button> }
                    if let Some(exact) = exact { <button type="button" class="link" data-do={if exact { INEXACT } else { EXACT }}>{ copy::approximator(exact) }</button> }
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
