use super::choice_field::ChoiceField;
use crate::draft::Progress;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{BlankFilter, BlankState, Branch, blank_counts, blank_kinds, section_label};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ToolsProps {
    /// The report.
    pub(super) desk: Shared,
    /// How many blanks are listed.
    pub(super) shown: usize,
}

/// The states in the order they are offered, which is that of `blank_counts`.
const STATES: [BlankState; 4] =
    [BlankState::Fill, BlankState::Open, BlankState::Done, BlankState::Masked];

/// How far the filling is, and which blanks are listed.
#[component]
pub(super) fn BlankTools(props: &ToolsProps) -> Html {
    let page = use_page();
    let desk = &props.desk;
    let branches = use_memo(desk.clone(), |desk| Branch::tree(desk));
    let filter = page.state.blanks;
    let choose = {
        let page = page.clone();
        Callback::from(move |filter: BlankFilter| page.dispatch(Action::Blanks(filter)))
    };
    let next = Callback::from(move |_: MouseEvent| page.dispatch(Action::NextBlank(false)));
    let progress = desk.progress();
    let counts = blank_counts(desk);
    html! {
        <>
            if progress.total > 0 {
                <div class="filling">
                    <p class="filling-text"><strong>{ copy::filled(progress) }</strong>
                        if progress.filled < progress.total { <button type="button" class="button" aria-keyshortcuts="Control+F8" onclick={next}>{ copy::NEXT_BLANK }</button> }
                        else { <span class="filling-done">{ copy::ALL_FILLED }</span> }
                    </p>
                    { filling_bar(progress) }
                </div>
            }
            <div class="tools filters">
                <div class="segments" role="group" aria-label={copy::BLANK_STATES_LABEL}>
                    { for STATES.into_iter().zip(copy::BLANK_STATES).zip(counts).filter(|((state, _), count)| *count > 0 || *state == filter.state).map(|((state, name), count)| {
                        let onclick = choose.reform(move |_: MouseEvent| BlankFilter { state, ..filter });
                        html! {
                            <button type="button" class="segment" aria-pressed={(filter.state == state).to_string()} {onclick}>{ name }<span class="tab-count">{ copy::count(count) }</span></button>
                        }
                    }) }
                </div>
                { section_choice(desk, &branches, filter, &choose) }
                { kind_choice(desk, filter, &choose) }
            </div>
            <p class="shown" role="status">{ copy::shown(props.shown, counts[..3].iter().copied().max().unwrap_or(0)) }</p>
        </>
    }
}

/// A bar that grows with the filling.
fn filling_bar(progress: Progress) -> Html {
    let Progress { filled, total } = progress;
    let width = format!("{}%", filled * 100 / total.max(1));
    html! {
        <div class="filling-bar" role="progressbar" aria-label={copy::PROGRESS} aria-valuemin="0" aria-valuemax={total.to_string()}
            aria-valuenow={filled.to_string()} aria-valuetext={copy::filled(progress)}>
            <svg width="100%" height="6" aria-hidden="true" focusable="false"><rect {width} height="6" /></svg>
        </div>
    }
}

/// Which section's blanks are listed: offered are the top ones that have blanks.
fn section_choice(
    desk: &Shared,
    branches: &[Rc<Branch>],
    filter: BlankFilter,
    choose: &Callback<BlankFilter>,
) -> Html {
    let offered: Vec<u32> = branches
        .iter()
        .filter(|branch| branch.open > 0 || filter.section == Some(branch.section))
        .map(|branch| branch.section)
        .collect();
    if offered.len() < 2 && filter.section.is_none() {
        return html! {};
    }
    let name = |&section: &u32| {
        let title = desk.analysis().outline.sections.get(section as usize).map_or("", |s| &s.title);
        copy::section_choice(&section_label(desk, Some(section)), title)
    };
    let options = options(copy::ALL_SECTIONS, offered.iter().map(name));
    let chosen = filter.section.and_then(|section| offered.iter().position(|s| *s == section));
    let onchoose = choose.reform(move |at: usize| {
        let section = at.checked_sub(1).and_then(|at| offered.get(at)).copied();
        BlankFilter { section, ..filter }
    });
    html! { <ChoiceField label={copy::BY_SECTION} {options} chosen={chosen.map_or(0, |at| at + 1)} {onchoose} bare=true /> }
}

/// Which kind of blanks is listed.
fn kind_choice(desk: &Shared, filter: BlankFilter, choose: &Callback<BlankFilter>) -> Html {
    let kinds = blank_kinds(desk);
    if kinds.len() < 2 {
        return html! {};
    }
    let options = options(
        copy::ALL_KINDS,
        kinds.iter().map(|(_, name, count)| copy::kind_choice(name, *count)),
    );
    let chosen = kinds.iter().position(|(kind, ..)| Some(*kind) == filter.kind);
    let onchoose = choose.reform(move |at: usize| {
        let kind = at.checked_sub(1).and_then(|at| kinds.get(at)).map(|(kind, ..)| *kind);
        BlankFilter { kind, ..filter }
    });
    html! { <ChoiceField label={copy::BY_KIND} {options} chosen={chosen.map_or(0, |at| at + 1)} {onchoose} bare=true /> }
}

/// What there is to choose from: everything first.
fn options(all: &'static str, rest: impl Iterator<Item = String>) -> Vec<AttrValue> {
    std::iter::once(AttrValue::from(all)).chain(rest.map(AttrValue::from)).collect()
}
