use super::metric_line::LineProps;
use crate::view::blank_row;
use yew::prelude::*;

/// One blank: what is expected leads, the words around it follow.
#[component]
pub(super) fn BlankLine(props: &LineProps) -> Html {
    let Some(row) = blank_row(&props.desk, props.index) else { return html! {} };
    let [before, blank, after] = row.context;
    html! {
        <li class="card" data-blank={props.index.to_string()} aria-current={props.selected.then_some("true")}>
            <div class="card-head">
                <button type="button" class="row-name">{ row.label }</button>
                <span class="card-kind">{ row.kind }</span>
                <span class="card-section">{ row.section }</span>
            </div>
            <p class="card-text">{ before }<span class={if row.open { "chip" } else { "chip chip-masked" }}>{ if blank.is_empty() { "＿".to_owned() } else { blank } }</span>{ after }</p>
        </li>
    }
}
