use crate::genre::Part;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::Overview;
use std::rc::Rc;
use yew::prelude::*;

/// So many characters of the place that tells a part are shown.
const PLACE: usize = 40;

#[derive(PartialEq, Properties)]
pub(super) struct PartsProps {
    /// The report.
    pub(super) desk: Shared,
    /// Its overview.
    pub(super) overview: Rc<Overview>,
}

/// The parts that reports of its kind have: where each is, or that it was not seen. That is a
/// suggestion and looks like one.
#[component]
pub(super) fn OverviewParts(props: &PartsProps) -> Html {
    let overview = &props.overview;
    let Some(kind) = overview.kind.filter(|_| !overview.parts.is_empty()) else {
        return html! {};
    };
    let missing = overview.suggestions();
    html! {
        <section class="glance">
            <div class="glance-top">
                <h3>{ copy::PARTS }</h3>
                if missing > 0 { <span class="glance-total">{ copy::suggestions(missing) }</span> }
            </div>
            <ul class="parts">
                { for overview.parts.iter().map(|part| html! {
                    <PartLine key={part.name} desk={props.desk.clone()} part={*part} />
                }) }
            </ul>
            <p class="glance-note">{ copy::parts_note(kind, missing) }</p>
        </section>
    }
}

#[derive(PartialEq, Properties)]
struct PartProps {
    /// The report.
    desk: Shared,
    /// The part.
    part: Part,
}

/// One part: a tick and its place, to which it leads, or an empty circle.
#[component]
fn PartLine(props: &PartProps) -> Html {
    let page = use_page();
    let name = props.part.name;
    let Some(span) = props.part.found else {
        return html! {
            <li class="part part-missing">
                <span class="part-sign" aria-hidden="true">{ "○" }</span>
                <span class="part-name">{ name }</span>
                <span class="part-place">{ copy::PART_MISSING }<span class="tag">{ copy::SUGGESTION }</span></span>
            </li>
        };
    };
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::ShowPlace(span)));
    // A sentence may be megabytes long.
    let place: String = span.of(props.desk.text()).chars().take(PLACE).collect();
    html! {
        <li>
            <button type="button" class="part" {onclick}>
                <span class="part-sign" aria-hidden="true">{ "✓" }</span>
                <span class="part-name">{ name }</span>
                <span class="part-place">{ place }</span>
            </button>
        </li>
    }
}
