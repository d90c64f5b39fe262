use super::finding_item::severity_class;
use crate::rules::{About, Fix};
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::work::Work;
use crate::view::{RuleRow, mended};
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct RuleProps {
    /// The id of the rule.
    pub(super) id: &'static str,
    /// Whether it is on.
    pub(super) on: bool,
    /// How many findings it has, or would have.
    pub(super) count: usize,
    /// Whether whatever it finds is ignored in this report.
    pub(super) ignored: bool,
    /// Whether what it says of itself is shown at first.
    pub(super) unfolded: bool,
}

impl RuleProps {
    pub(super) fn new(row: &RuleRow, shown: Option<&'static str>) -> Self {
        let id = row.about.id;
        let (on, count, ignored) = (row.on, row.count, row.ignored);
        Self { id, on, count, ignored, unfolded: shown == Some(id) }
    }
}

/// The id of the element that unfolds what a rule says of itself.
pub(super) fn details_id(rule: &str) -> String {
    format!("rule-{rule}")
}

/// One rule: its switch, how much it finds, and on demand why there is such a rule, with examples.
#[component]
pub(super) fn RuleItem(props: &RuleProps) -> Html {
    let page = use_page();
    let unfolded = use_state_eq(|| props.unfolded);
    let Some(about) = About::of(props.id) else { return html! {} };
    let switch = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
            let (Some(field), Some(desk)) = (field, page.state.desk.as_ref()) else { return };
            let on = field.checked();
            let rules = desk.draft().marks().rules.clone().with(about, on);
            page.dispatch(Action::Work(Work::Rules(rules, copy::switched_rule(about, on))));
        })
    };
    let mind = Callback::from(move |_: MouseEvent| {
        page.dispatch(Action::Work(Work::IgnoreRule(about.id.to_owned(), false)));
    });
    let ontoggle = {
        let unfolded = unfolded.clone();
        Callback::from(move |_: MouseEvent| unfolded.set(!*unfolded))
    };
    let (word, sign) = copy::severity(about.severity);
    html! {
        <li class={classes!("rule", severity_class(about.severity), (!props.on).then_some("rule-off"))}>
            <div class="rule-head">
                <label class="check"><input type="checkbox" checked={props.on} onchange={switch} />{ about.title }</label>
                <span class="rule-severity"><span class="sign-word" aria-hidden="true">{ sign }</span>{ word }</span>
                <span class="rule-count">{ copy::rule_count(props.on, props.count) }</span>
                <button type="button" class="link rule-fold" id={details_id(about.id)} aria-expanded={unfolded.to_string()} onclick={ontoggle}>
                    { copy::RULE_DETAILS }<span class="visually-hidden">{ "：" }{ about.title }</span>
                </button>
            </div>
            if props.ignored && props.on {
                <p class="rule-ignored">{ copy::RULE_IGNORED }<button type="button" class="button small" onclick={mind}>{ copy::MIND_RULE }</button></p>
            }
            if *unfolded { { details(about) } }
        </li>
    }
}

/// Why there is such a rule, what it rests on, and examples.
fn details(about: &'static About) -> Html {
    let line = |name: &'static str, class: &'static str, text: String| {
        html! { <div class={class}><dt>{ name }</dt><dd>{ text }</dd></div> }
    };
    html! {
        <div class="rule-details">
            <p>{ about.why }</p>
            <dl>
                { line(copy::RULE_SOURCE, "rule-source", format!("{}（{}）", about.source, about.fix.title())) }
                { for about.bad.iter().map(|bad| {
                    let after = (about.fix != Fix::Never).then(|| mended(about, bad)).flatten();
                    html! {
                        <>
                            { line(copy::RULE_BAD, "rule-bad", (*bad).to_owned()) }
                            if let Some(after) = after { { line(copy::RULE_MENDED, "rule-mended", after) } }
                        </>
                    }
                }) }
                { for about.good.iter().map(|good| line(copy::RULE_GOOD, "rule-good", (*good).to_owned())) }
            </dl>
        </div>
    }
}
