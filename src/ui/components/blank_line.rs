use crate::ui::copy;
use crate::ui::hooks::sync_field;
use crate::ui::page::Sheet;
use crate::view::BlankRow;
use web_sys::HtmlInputElement;
use yew::prelude::*;

/// What a press on a button of a line asks for, as its `data-do` says it.
pub(super) const FILL_SAME: &str = "same";
pub(super) const EXACT: &str = "exact";
pub(super) const INEXACT: &str = "inexact";

#[derive(PartialEq, Properties)]
pub(super) struct BlankLineProps {
    /// Which blank.
    pub(super) index: u32,
    /// It in words: as long as they are the same, the line is not drawn again.
    pub(super) row: BlankRow,
    /// Whether it is the one that is shown in the text.
    pub(super) selected: bool,
    /// Where the report lies.
    pub(super) sheet: Sheet,
}

/// One blank: what is expected leads, the words around it follow, and the field to fill it in. It
/// listens to nothing: the list listens for all of them.
#[component]
pub(super) fn BlankLine(props: &BlankLineProps) -> Html {
    let (index, row) = (props.index, &props.row);
    let field = use_node_ref();
    {
        let (field, sheet) = (field.clone(), props.sheet.clone());
        use_effect(move || {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                sync_field(&field, &sheet);
            }
        });
    }
    let [before, blank, after] = row.context.clone();
    let done = !row.value.is_empty() && row.refusal.is_none();
    let same = row.group > 1 && done && !row.group_filled;
    let exact = row.exact.filter(|_| done);
    let class = classes!("card", "blank-card", done.then_some("card-done"));
    html! {
        <li {class} data-blank={index.to_string()} aria-current={props.selected.then_some("true")}>
            <div class="card-head">
                <button type="button" class="row-name">{ row.label.clone() }</button>
                <span class="card-kind">{ row.kind }</span>
                <span class="card-section">{ row.section.clone() }</span>
            </div>
            <p class="card-text">{ before }{ in_context(row, blank, done) }{ after }</p>
            if row.fill { { value_field(&field, row, index, done) } }
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

fn value_field(field: &NodeRef, row: &BlankRow, index: u32, done: bool) -> Html {
    let refused = row.refusal.is_some();
    let class = classes!("value", done.then_some("value-done"), refused.then_some("value-refused"));
    html! {
        <input ref={field} type="text" {class} aria-label={copy::blank_name(&row.label)} placeholder={copy::hint(row.kind)}
            inputmode={row.figure.then_some("decimal")} autocomplete="off" spellcheck="false"
            aria-invalid={refused.then_some("true")} aria-describedby={refused.then(|| format!("refusal-{index}"))}
            data-value={row.value.clone()} data-blank={index.to_string()} />
    }
}
