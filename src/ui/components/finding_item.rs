use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::finding_card;
use yew::prelude::*;

/// What a press on a button of a card asks for, as its `data-do` says it.
pub(super) const ADOPT: &str = "adopt";
pub(super) const ADOPT_RULE: &str = "adopt-rule";
pub(super) const IGNORE: &str = "ignore";
pub(super) const IGNORE_RULE: &str = "ignore-rule";
pub(super) const MIND: &str = "mind";
pub(super) const MIND_RULE: &str = "mind-rule";

/// One finding: what is wrong, the sentence before and after, and what can be done about it. Not a
/// component: the list listens for all of them.
pub(super) fn finding_item(desk: &Shared, index: u32, selected: bool, ignored: bool) -> Html {
    let Some(card) = finding_card(desk, index) else { return html! {} };
    let button = |name: String, class: &'static str, work: &'static str| {
        html! { <button type="button" class={classes!("button", "small", class)} data-do={work}>{ name }</button> }
    };
    let [before, place, after] = card.context;
    let (word, _) = copy::severity(card.severity);
    let mends = card.correction.is_some();
    let changed = card.correction.map(|fix| {
        html! {
            <>
                if !fix.removed.is_empty() { <del>{ visible(&fix.removed) }</del> }
                if !fix.added.is_empty() { <ins>{ visible(&fix.added) }</ins> }
            </>
        }
    });
    let actions = if ignored {
        let by_rule = desk.draft().marks().ignored_rules.contains(&card.rule);
        let (name, work) = if by_rule { (copy::MIND_RULE, MIND_RULE) } else { (copy::MIND, MIND) };
        button(name.to_owned(), "", work)
    } else {
        html! {
            <>
                if mends { { button(copy::ADOPT.to_owned(), "button-adopt", ADOPT) } }
                if mends && card.safe && card.alike > 1 { { button(copy::adopt_alike(card.alike), "", ADOPT_RULE) } }
                { button(copy::IGNORE.to_owned(), "", IGNORE) }
                if card.alike > 1 { { button(copy::ignore_alike(card.alike), "", IGNORE_RULE) } }
            </>
        }
    };
    html! {
        <li key={index} class={classes!("card", "finding-card", ignored.then_some("card-ignored"))} data-finding={index.to_string()} aria-current={selected.then_some("true")}>
            <div class="card-head">
                <button type="button" class="row-name"><span class="visually-hidden">{ word }{ "：" }</span>{ card.message }</button>
                <span class="card-section">{ card.section }</span>
            </div>
            <p class="card-text">{ before }{ changed.unwrap_or_else(|| html! { <mark class="place">{ visible(&place) }</mark> }) }{ after }</p>
            <div class="card-actions">{ actions }</div>
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
