use crate::rules::Severity;
use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::{FindingCard, Fold, finding_card};
use yew::prelude::*;

/// What a press on a button of a card asks for, as its `data-do` says it.
pub(super) const ADOPT: &str = "adopt";
pub(super) const ADOPT_RULE: &str = "adopt-rule";
pub(super) const ADOPT_EQUAL: &str = "adopt-equal";
pub(super) const IGNORE: &str = "ignore";
pub(super) const IGNORE_RULE: &str = "ignore-rule";
pub(super) const MIND: &str = "mind";
pub(super) const MIND_RULE: &str = "mind-rule";
pub(super) const WHY: &str = "why";
pub(super) const NEXT: &str = "next";
pub(super) const BACK: &str = "back";
pub(super) const UNFOLD: &str = "unfold";

/// So many places of a card are listed; the buttons lead to the rest.
const PLACES: usize = 200;

/// Findings that say the same: what is wrong, one of the places before and after, the way to the
/// others, and what can be done about it. Not a component: the list listens for all of them.
pub(super) fn finding_fold(desk: &Shared, fold: &Fold, selected: Option<u32>, open: bool) -> Html {
    let (at, number) = (fold.at(selected), fold.members.len());
    let index = fold.members[at];
    let Some(card) = finding_card(desk, index) else { return html! {} };
    let current = selected == Some(index);
    let actions = html! {
        <>
            if card.correction.is_some() {
                { button(copy::ADOPT.to_owned(), "button-adopt", ADOPT) }
                if card.safe && number > 1 { { button(copy::adopt_equal(number), "", ADOPT_EQUAL) } }
                else if card.safe && card.alike > 1 { { button(copy::adopt_alike(card.alike), "", ADOPT_RULE) } }
            }
            { button(copy::IGNORE.to_owned(), "", IGNORE) }
            if card.alike > 1 { { button(copy::ignore_alike(card.alike), "", IGNORE_RULE) } }
            <button type="button" class="link" data-do={WHY}>{ copy::WHY }</button>
        </>
    };
    html! {
        <li key={fold.members[0]} class={classes!("card", "finding-card", severity_class(card.severity))} data-finding={index.to_string()} aria-current={current.then_some("true")}>
            { head(&card, number) }
            { sentence(&card) }
            if number > 1 {
                <div class="card-places">
                    <button type="button" class="button small" data-do={BACK}>{ copy::FIND_BACK }</button>
                    <span class="card-place">{ copy::place_of(at, number) }</span>
                    <button type="button" class="button small" data-do={NEXT}>{ copy::FIND_NEXT }</button>
                    <button type="button" class="link" data-do={UNFOLD} aria-expanded={open.to_string()}>{ copy::all_places(number) }</button>
                </div>
            }
            <div class="card-actions">{ actions }</div>
            if open {
                <ol class="places">
                    { for fold.members.iter().take(PLACES).map(|&member| place(desk, member, selected == Some(member))) }
                    if number > PLACES { <li class="foot">{ copy::and_more(number - PLACES) }</li> }
                </ol>
            }
        </li>
    }
}

/// A finding that is ignored, and the way back.
pub(super) fn ignored_finding(desk: &Shared, index: u32, selected: bool) -> Html {
    let Some(card) = finding_card(desk, index) else { return html! {} };
    let by_rule = desk.draft().marks().ignored_rules.contains(&card.rule);
    let (name, work) = if by_rule { (copy::MIND_RULE, MIND_RULE) } else { (copy::MIND, MIND) };
    html! {
        <li key={index} class={classes!("card", "finding-card", "card-ignored", severity_class(card.severity))} data-finding={index.to_string()} aria-current={selected.then_some("true")}>
            { head(&card, 1) }
            { sentence(&card) }
            <div class="card-actions">{ button(name.to_owned(), "", work) }</div>
        </li>
    }
}

/// The class that gives the sign of a severity its shape.
pub(super) fn severity_class(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "group-error",
        Severity::Warning => "group-warning",
        Severity::Info => "group-info",
    }
}

fn button(name: String, class: &'static str, work: &'static str) -> Html {
    html! { <button type="button" class={classes!("button", "small", class)} data-do={work}>{ name }</button> }
}

fn head(card: &FindingCard, number: usize) -> Html {
    let (word, sign) = copy::severity(card.severity);
    html! {
        <div class="card-head">
            <span class="sign-word" aria-hidden="true">{ sign }</span>
            <button type="button" class="row-name"><span class="visually-hidden">{ word }{ "：" }</span>{ card.message.clone() }
                if number > 1 { <span class="tab-count">{ copy::times(number) }</span> }
            </button>
            <span class="card-section">{ card.section.clone() }</span>
        </div>
    }
}

/// The sentence, with what is taken out of it and put in.
fn sentence(card: &FindingCard) -> Html {
    let [before, place, after] = card.context.clone();
    let changed = card.correction.as_ref().map(|fix| {
        html! {
            <>
                if !fix.removed.is_empty() { <del>{ visible(&fix.removed) }</del> }
                if !fix.added.is_empty() { <ins>{ visible(&fix.added) }</ins> }
            </>
        }
    });
    html! {
        <p class="card-text">{ before }{ changed.unwrap_or_else(|| html! { <mark class="place">{ visible(&place) }</mark> }) }{ after }</p>
    }
}

/// One of the places of a card.
fn place(desk: &Shared, index: u32, selected: bool) -> Html {
    let Some(card) = finding_card(desk, index) else { return html! {} };
    let [before, place, after] = card.context;
    html! {
        <li key={index} data-finding={index.to_string()} aria-current={selected.then_some("true")}>
            <button type="button" class="place-line"><span class="card-section">{ card.section }</span>{ before }<mark class="place">{ visible(&place) }</mark>{ after }</button>
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
