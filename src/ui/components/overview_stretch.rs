use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{Stretch, StretchKind, Ticks};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct StretchProps {
    /// The report.
    pub(super) desk: Shared,
    /// The stretch.
    pub(super) stretch: Stretch,
    /// Whether the text is scrolled to it.
    pub(super) current: bool,
}

/// One stretch of the text: its name, its bar with the places of blanks and findings, and the same
/// in numbers.
#[component]
pub(super) fn OverviewStretch(props: &StretchProps) -> Html {
    let page = use_page();
    let stretch = &props.stretch;
    let outline = &props.desk.analysis().outline;
    let action = match stretch.kind {
        StretchKind::Section(index) => Action::ShowSection(index),
        StretchKind::Closing => Action::ShowClosing,
        StretchKind::Opening | StretchKind::Whole => {
            Action::ShowPlace(outline.frame.title.unwrap_or_default())
        }
    };
    let onclick = Callback::from(move |_: MouseEvent| page.dispatch(action.clone()));
    let section = match stretch.kind {
        StretchKind::Section(index) => outline.sections.get(index as usize),
        _ => None,
    };
    let (number, title) = section.map_or(("", copy::stretch_name(stretch.kind)), |section| {
        (section.number.as_str(), section.title.as_str())
    });
    html! {
        <li>
            <button type="button" class="stretch" aria-current={props.current.then_some("location")} {onclick}>
                <span class="stretch-name">
                    <span class="stretch-number">{ number.to_owned() }</span>{ title.to_owned() }
                </span>
                <span class="stretch-size">{ copy::characters(stretch.characters) }</span>
                { bar(stretch) }
                <span class="stretch-marks">{ copy::stretch_marks(stretch) }</span>
                <span class="stretch-share">{ copy::share(stretch) }</span>
            </button>
        </li>
    }
}

/// The bar: as long as the stretch, with a tick above it for a finding, as an editor sets one above
/// the line, and a tick through it and below for a blank. Sizes are attributes of a drawing,
/// because the policy of the page forbids those of style.
fn bar(stretch: &Stretch) -> Html {
    // One path for all ticks of a kind: a bar may have a hundred.
    let ticks = |ticks: &Ticks, top: u32, bottom: u32| -> String {
        let places = ticks.places.iter().map(|along| along * stretch.length / 1000);
        places.map(|x| format!("M{x} {top}V{bottom}")).collect::<Vec<_>>().concat()
    };
    html! {
        <svg class="glance-bar" viewBox="0 0 1000 16" preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="bar-rest" x="0" y="8" width="1000" height="1" />
            <rect class="bar-body" x="0" y="5" width={stretch.length.to_string()} height="6" />
            <path class="bar-blank" d={ticks(&stretch.blanks, 5, 16)} />
            <path class="bar-finding" d={ticks(&stretch.findings, 0, 5)} />
        </svg>
    }
}

/// What the ticks mean, if there are any.
pub(super) fn legend(desk: &Shared) -> Html {
    let counters = desk.counters();
    let item = |class: &'static str, tick: &'static str, name: &'static str| {
        html! {
            <span class="legend-item">
                <svg class="legend-bar" viewBox="0 0 20 16" aria-hidden="true" focusable="false">
                    <rect class="bar-body" x="0" y="5" width="20" height="6" />
                    <path {class} d={tick} />
                </svg>{ name }
            </span>
        }
    };
    html! {
        <span class="legend">
            if counters.blanks > 0 { { item("bar-blank", "M10 5V16", copy::LEGEND_BLANK) } }
            if counters.findings > 0 { { item("bar-finding", "M10 0V5", copy::LEGEND_FINDING) } }
        </span>
    }
}
