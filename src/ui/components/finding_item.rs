use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::finding_card;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ItemProps {
    /// The report.
    pub(super) desk: Shared,
    /// Which finding.
    pub(super) index: u32,
    /// Whether it is the selected one.
    pub(super) selected: bool,
}

/// One finding: what is wrong, and the sentence before and after.
#[component]
pub(super) fn FindingItem(props: &ItemProps) -> Html {
    let Some(card) = finding_card(&props.desk, props.index) else { return html! {} };
    let [before, place, after] = card.context;
    let (word, _) = copy::severity(card.severity);
    let changed = card.correction.map(|fix| {
        html! {
            <>
                if !fix.removed.is_empty() { <del>{ visible(&fix.removed) }</del> }
                if !fix.added.is_empty() { <ins>{ visible(&fix.added) }</ins> }
            </>
        }
    });
    html! {
        <li class="card" data-finding={props.index.to_string()} aria-current={props.selected.then_some("true")}>
            <div class="card-head">
                <button type="button" class="row-name"><span class="visually-hidden">{ word }{ "：" }</span>{ card.message }</button>
                <span class="card-section">{ card.section }</span>
            </div>
            <p class="card-text">{ before }{ changed.unwrap_or_else(|| html! { <mark class="place">{ visible(&place) }</mark> }) }{ after }</p>
        </li>
    }
}

/// Blanks made visible, where nothing else is there.
fn visible(text: &str) -> String {
    if !text.is_empty() && text.trim().is_empty() {
        "␣".repeat(text.chars().count())
    } else {
        text.to_owned()
    }
}
