use super::rule_item::{RuleItem, RuleProps};
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::work::Work;
use crate::view::RuleGroup;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

/// The rules of one group: its switch, which is between on and off while only some of them are on,
/// and each of those that are listed. `shown` is the one that is unfolded at first.
pub(super) fn rule_group(group: &RuleGroup, shown: Option<&'static str>) -> Html {
    let rows = group.rows.iter().map(|row| {
        html! { <RuleItem key={row.about.id} ..RuleProps::new(row, shown) /> }
    });
    html! {
        <section key={group.group.title()} class="rule-group" aria-label={group.group.title()}>
            <h3><GroupSwitch group={group.group} on={group.on} /></h3>
            <ul>{ for rows }</ul>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct SwitchProps {
    /// The group.
    group: crate::rules::Group,
    /// Whether all of its rules are on, or none.
    on: Option<bool>,
}

#[component]
fn GroupSwitch(props: &SwitchProps) -> Html {
    let page = use_page();
    let field = use_node_ref();
    let group = props.group;
    {
        // Being between the two is no attribute: the field has to be told, and again whenever the
        // browser has made up its own mind at a press.
        let field = field.clone();
        use_effect_with(props.on, move |on| {
            if let Some(field) = field.cast::<HtmlInputElement>() {
                field.set_indeterminate(on.is_none());
            }
        });
    }
    let onchange = Callback::from(move |event: Event| {
        let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        let (Some(field), Some(desk)) = (field, page.state.desk.as_ref()) else { return };
        let on = field.checked();
        let rules = desk.draft().marks().rules.clone().with_group(group, on);
        page.dispatch(Action::Work(Work::Rules(rules, copy::switched_group(group, on))));
    });
    html! {
        <label class="check"><input ref={field} type="checkbox" checked={props.on == Some(true)} aria-label={copy::group_switch(group)} {onchange} />{ group.title() }</label>
    }
}
