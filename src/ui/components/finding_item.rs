use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::ui::work::Work;
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
    /// Whether it is ignored.
    #[prop_or_default]
    pub(super) ignored: bool,
}

/// One finding: what is wrong, the sentence before and after, and what can be done about it.
#[component]
pub(super) fn FindingItem(props: &ItemProps) -> Html {
    let page = use_page();
    let Some(card) = finding_card(&props.desk, props.index) else { return html! {} };
    let index = props.index;
    let work = |name: String, class: &'static str, work: Work| {
        let page = page.clone();
        let onclick =
            Callback::from(move |_: MouseEvent| page.dispatch(Action::Work(work.clone())));
        html! { <button type="button" class={classes!("button", "small", class)} {onclick}>{ name }</button> }
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
    let ignored_rule = props.desk.draft().marks().ignored_rules.contains(&card.rule);
    let rule = card.rule.clone();
    let actions = if props.ignored {
        let back =
            if ignored_rule { Work::IgnoreRule(rule, false) } else { Work::Ignore(index, false) };
        let name = if ignored_rule { copy::MIND_RULE } else { copy::MIND };
        html! { { work(name.to_owned(), "", back) } }
    } else {
        html! {
            <>
                if mends { { work(copy::ADOPT.to_owned(), "button-adopt", Work::Adopt(index)) } }
                if mends && card.safe && card.alike > 1 { { work(copy::adopt_alike(card.alike), "", Work::AdoptRule(rule.clone())) } }
                { work(copy::IGNORE.to_owned(), "", Work::Ignore(index, true)) }
                if card.alike > 1 { { work(copy::ignore_alike(card.alike), "", Work::IgnoreRule(rule, true)) } }
            </>
        }
    };
    html! {
        <li class={classes!("card", "finding-card", props.ignored.then_some("card-ignored"))} data-finding={index.to_string()} aria-current={props.selected.then_some("true")}>
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
