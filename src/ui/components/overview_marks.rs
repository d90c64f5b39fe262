//! What is still to be done, counted: blanks by type, findings by severity.

use super::metric_table::TableProps;
use crate::rules::Severity;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::view::{Mark, blank_tallies, finding_tallies};
use yew::prelude::*;

/// The blanks by type, and how many of each are filled in.
#[component]
pub(super) fn BlankTallies(props: &TableProps) -> Html {
    let tallies = use_memo(props.desk.clone(), |desk| blank_tallies(desk));
    let progress = props.desk.progress();
    let total =
        if progress.filled > 0 { copy::filled(progress) } else { copy::places(progress.total) };
    html! {
        <section class="glance">
            <div class="glance-top"><h3>{ copy::BLANKS }</h3><span class="glance-total">{ total }</span></div>
            if progress.filled == progress.total { <p class="glance-done">{ copy::all_filled(progress) }</p> }
            <ul class="tallies tallies-blank">
                { for tallies.iter().map(|tally| html! {
                    <TallyLine key={tally.kind} name={tally.kind} count={tally.count} done={tally.done} length={tally.length} first={tally.first} />
                }) }
            </ul>
        </section>
    }
}

/// The findings by severity.
#[component]
pub(super) fn FindingTallies(props: &TableProps) -> Html {
    let tallies = use_memo(props.desk.clone(), |desk| finding_tallies(desk));
    html! {
        <section class="glance">
            <div class="glance-top"><h3>{ copy::FINDINGS }</h3><span class="glance-total">{ copy::findings(props.desk.counters().findings) }</span></div>
            if tallies.is_empty() { <p class="glance-done">{ copy::NOTHING_FOUND }</p> }
            <ul class="tallies">
                { for tallies.iter().map(|tally| {
                    let (name, sign) = copy::severity(tally.kind);
                    let class = match tally.kind {
                        Severity::Error => "group-error",
                        Severity::Warning => "group-warning",
                        Severity::Info => "group-info",
                    };
                    html! {
                        <TallyLine key={name} {class} {sign} {name} count={tally.count} done={tally.done} length={tally.length} first={tally.first} />
                    }
                }) }
            </ul>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct TallyProps {
    /// The class that gives the bar its shape.
    #[prop_or_default]
    class: &'static str,
    /// The sign before the name.
    #[prop_or_default]
    sign: &'static str,
    /// What is counted.
    name: &'static str,
    /// How many there are.
    count: usize,
    /// How many of them are done.
    done: usize,
    /// The length of the bar, in per mille.
    length: u32,
    /// Which to go to.
    first: Mark,
}

/// One row: the name, a bar of which that part is green that is done, the number. It leads to the
/// first that is to do, in its list and in the text.
#[component]
fn TallyLine(props: &TallyProps) -> Html {
    let page = use_page();
    let (first, done) = (props.first, props.done);
    let filled = props.length as usize * done / props.count.max(1);
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::Show(first)));
    html! {
        <li class={props.class}>
            <button type="button" class="tally" {onclick}>
                <span class="tally-name">
                    if !props.sign.is_empty() { <span class="sign-word" aria-hidden="true">{ props.sign }</span> }
                    { props.name }
                </span>
                <svg class="glance-bar" viewBox="0 0 1000 10" preserveAspectRatio="none" aria-hidden="true" focusable="false">
                    <rect class="tally-body" x="0" y="1" width={props.length.to_string()} height="8" />
                    if done > 0 { <rect class="tally-done" x="0" y="1" width={filled.to_string()} height="8" /> }
                </svg>
                <span class="tally-count">
                    if done > 0 { { copy::done_of(done, props.count) } } else { { copy::count(props.count) } }
                </span>
            </button>
        </li>
    }
}
