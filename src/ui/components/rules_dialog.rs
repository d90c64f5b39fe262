use super::dialog::ModalDialog;
use super::rule_group::rule_group;
use super::rule_item::details_id;
use crate::rules::{Preset, Selection};
use crate::ui::hooks::{Typed, use_text_field};
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::work::Work;
use crate::ui::{browser, copy};
use crate::view::{potential, rule_groups, rules_on};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct RulesProps {
    /// The rule that is unfolded, by its id.
    pub(super) shown: Option<&'static str>,
}

/// What is checked, why, and how often; each rule can be switched, and each group.
#[component]
pub(super) fn RulesDialog(props: &RulesProps) -> Html {
    let page = use_page();
    let query = use_state_eq(String::new);
    let field = use_node_ref();
    let ontext = {
        let query = query.clone();
        Callback::from(move |typed: Typed| query.set(typed.text))
    };
    use_text_field(&field, ontext);
    use_effect_with(props.shown, |shown| {
        let fold = shown.and_then(|rule| browser::element(&details_id(rule)));
        if let Some(fold) = fold {
            browser::scroll_to(&fold);
            browser::focus(&fold);
        }
    });
    let desk = page.state.desk.clone();
    // The text stays the same while the dialog is open, whatever is switched.
    let possible = use_memo((), |()| {
        desk.as_ref().map(|desk| potential(desk.draft().session())).unwrap_or_default()
    });
    let Some(desk) = page.state.desk.clone() else { return html! {} };
    let rules = desk.draft().marks().rules.clone();
    let choose = |preset: Preset, name: &'static str| {
        let page = page.clone();
        Callback::from(move |()| {
            page.dispatch(Action::Work(Work::Rules(Selection::of(preset), name.to_owned())));
        })
    };
    let groups = rule_groups(&desk, &query, &possible);
    let reset = choose(Preset::default(), copy::RULES_RESET).reform(|_: MouseEvent| ());
    html! {
        <ModalDialog title={copy::RULES_TITLE} class="dialog-wide">
            <p class="prose">{ copy::RULES_HINT }</p>
            <div class="presets" role="group" aria-label={copy::PRESETS_LABEL}>
                { for Preset::ALL.into_iter().map(|preset| {
                    let onclick = choose(preset, preset.title()).reform(|_: MouseEvent| ());
                    let chosen = rules == Selection::of(preset);
                    html! {
                        <button key={preset.id()} type="button" class="preset" aria-pressed={chosen.to_string()} {onclick}>
                            <strong>{ preset.title() }</strong><span>{ copy::preset_hint(preset) }</span>
                        </button>
                    }
                }) }
            </div>
            <div class="rule-tools">
                <input ref={field} type="search" class="search" aria-label={copy::RULES_SEARCH} placeholder={copy::RULES_SEARCH} autocomplete="off" spellcheck="false" />
                <button type="button" class="button" onclick={reset} disabled={rules == Selection::default()}>{ copy::RULES_RESET }</button>
            </div>
            <p class="rules-summary" role="status">{ copy::rules_summary(rules_on(&rules), desk.counters().findings) }</p>
            // In an element of its own: as brothers of the field, groups that go would take it along.
            <div>{ for groups.iter().map(|group| rule_group(group, props.shown)) }</div>
            if groups.is_empty() { <p class="empty">{ copy::NO_RULES_MATCH }</p> }
        </ModalDialog>
    }
}
