use crate::rules::Severity;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Dialog, Shared};
use crate::ui::work::Work;
use crate::view::severity_counts;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// The report.
    pub(super) desk: Shared,
    /// Of which severity findings are listed; `None` for all.
    pub(super) severity: Option<Severity>,
    /// Another is to be listed.
    pub(super) onchoose: Callback<Option<Severity>>,
}

/// Which findings are listed, the way to the rules, and all that can be mended at once.
#[component]
pub(super) fn FindingTools(props: &ToolsProps) -> Html {
    let page = use_page();
    let desk = &props.desk;
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    let all = (None, copy::ALL_SEVERITIES, desk.counters().findings);
    let severities = severity_counts(desk)
        .into_iter()
        .map(|(severity, number)| (Some(severity), copy::severity(severity).0, number));
    let offered =
        severities.filter(|(severity, _, number)| *number > 0 || *severity == props.severity);
    let safe = desk.draft().safe();
    html! {
        <>
            <div class="tools filters finding-tools">
                <div class="segments" role="group" aria-label={copy::SEVERITIES_LABEL}>
                    { for std::iter::once(all).chain(offered).map(|(severity, name, number)| {
                        let onclick = props.onchoose.reform(move |_: MouseEvent| severity);
                        html! {
                            <button key={name} type="button" class="segment" aria-pressed={(props.severity == severity).to_string()} {onclick}>{ name }<span class="tab-count">{ copy::count(number) }</span></button>
                        }
                    }) }
                </div>
                <button type="button" class="button" aria-haspopup="dialog" onclick={act(Action::Dialog(Some(Dialog::Rules(None))))}>{ copy::rules_button(&desk.draft().marks().rules) }</button>
            </div>
            if safe > 0 {
                <div class="tools safe"><p>{ copy::SAFE }</p><button type="button" class="button" onclick={act(Action::Work(Work::AdoptSafe))}>{ copy::adopt_safe(safe) }</button></div>
            }
        </>
    }
}
