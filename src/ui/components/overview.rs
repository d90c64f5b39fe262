use super::metric_table::TableProps;
use super::overview_marks::{BlankTallies, FindingTallies};
use super::overview_parts::OverviewParts;
use super::overview_stretch::{OverviewStretch, legend};
use super::section_on_top::use_section_on_top;
use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::{Desk, Overview};
use gloo_timers::callback::Timeout;
use yew::prelude::*;

/// So many stretches are drawn. A report has ten; what has hundreds is better seen in the outline.
const MANY: usize = 60;

/// So long after the last change of the report it is made anew, in milliseconds.
const SETTLING: u32 = 250;

/// The report at one glance: facts, then bars, then what is there and what is not.
#[component]
pub(super) fn OverviewPane(props: &TableProps) -> Html {
    let desk = use_settled(&props.desk);
    let overview = use_memo(desk.clone(), |desk| Overview::new(desk));
    let shown = &overview.stretches[..overview.stretches.len().min(MANY)];
    let rest = overview.stretches.len() - shown.len();
    let at = use_section_on_top().section;
    let at = at.and_then(|index| desk.analysis().outline.sections.get(index as usize));
    let at = at.map(|section| section.heading);
    html! {
        <div class="list overview" tabindex="0" role="region" aria-label={copy::TAB_OVERVIEW}>
            { head(&desk, &overview) }
            <section class="glance">
                <div class="glance-top"><h3>{ copy::STRETCHES }</h3>{ legend(&desk) }</div>
                <ol>
                    { for shown.iter().map(|stretch| html! {
                        <OverviewStretch key={stretch.span.start} desk={desk.clone()} stretch={stretch.clone()}
                            current={at.is_some_and(|heading| stretch.span.contains(heading))} />
                    }) }
                </ol>
                if shown.is_empty() { <p class="glance-note">{ copy::NO_STRETCHES }</p> }
                if rest > 0 { <p class="glance-note">{ copy::more_sections(rest) }</p> }
            </section>
            <BlankTallies desk={desk.clone()} />
            <FindingTallies desk={desk.clone()} />
            <OverviewParts overview={overview.clone()} desk={desk.clone()} />
            { source(&desk) }
        </div>
    }
}

/// The report as it was when nothing had happened to it for a moment. Whoever types does not look at
/// the overview, and to make it anew takes as long as all the rest of a letter in a long report.
#[hook]
fn use_settled(desk: &Shared) -> Shared {
    let settled = use_state_eq(|| desk.clone());
    let setter = settled.setter();
    use_effect_with(desk.clone(), move |desk| {
        let desk = desk.clone();
        let timer = Timeout::new(SETTLING, move || setter.set(desk));
        move || drop(timer)
    });
    (*settled).clone()
}

/// Kind, year, title, and the numbers that need no bar.
fn head(desk: &Desk, overview: &Overview) -> Html {
    let year = overview.year.map(copy::year);
    let about: Vec<String> = overview.kind.map(str::to_owned).into_iter().chain(year).collect();
    let facts = [
        (copy::CHARACTERS, overview.characters, ""),
        (copy::ALOUD, overview.aloud, copy::MINUTES),
        (copy::SILENT, overview.silent, copy::MINUTES),
        (copy::PARAGRAPHS, desk.analysis().paragraphs, ""),
    ];
    html! {
        <div class="glance-head">
            if !about.is_empty() { <p class="glance-about">{ about.join(" · ") }</p> }
            <p class="glance-title">{ desk.title().unwrap_or(copy::UNTITLED).to_owned() }</p>
            <dl class="glance-facts">
                { for facts.into_iter().map(|(name, number, unit)| html! {
                    <div><dt>{ name }</dt><dd><b>{ copy::count(number as usize) }</b>{ unit }</dd></div>
                }) }
            </dl>
        </div>
    }
}

/// Where the text came from, and how its bytes were read.
fn source(desk: &Desk) -> Html {
    let source = &desk.document().source;
    let name = source.name.clone().unwrap_or_else(|| copy::PASTED.to_owned());
    let lost = source.lost_characters;
    html! {
        <dl class="glance-source">
            <div><dt>{ copy::SOURCE }</dt><dd>{ name }</dd></div>
            if let Some(encoding) = source.encoding.clone() {
                <div><dt>{ copy::ENCODING }</dt><dd>{ encoding }</dd></div>
            }
            if lost > 0 { <div><dt>{ copy::UNREADABLE }</dt><dd>{ copy::unreadable(lost) }</dd></div> }
        </dl>
    }
}
