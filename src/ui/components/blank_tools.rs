use crate::placeholder::PlaceholderType;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use crate::view::{BlankFilter, BlankState, Branch, blank_counts, blank_kinds, section_label};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlSelectElement};
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
                    <FillingBar filled={progress.filled} total={progress.total} />
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
                <SectionChoice desk={desk.clone()} {filter} choose={choose.clone()} />
                <KindChoice desk={desk.clone()} {filter} {choose} />
            </div>
            <p class="shown" role="status">{ copy::shown(props.shown, counts[..3].iter().copied().max().unwrap_or(0)) }</p>
        </>
    }
}

#[derive(PartialEq, Properties)]
struct BarProps {
    filled: usize,
    total: usize,
}

/// A bar that grows with the filling.
#[component]
fn FillingBar(props: &BarProps) -> Html {
    let node = use_node_ref();
    let (filled, total) = (props.filled, props.total);
    {
        let node = node.clone();
        use_effect_with((filled, total), move |&(filled, total)| {
            if let Some(bar) = node.cast::<HtmlElement>() {
                let percent = filled * 100 / total.max(1);
                let _ = bar.style().set_property("width", &format!("{percent}%"));
            }
        });
    }
    html! {
        <div class="bar" role="progressbar" aria-label={copy::PROGRESS} aria-valuemin="0" aria-valuemax={total.to_string()}
            aria-valuenow={filled.to_string()} aria-valuetext={copy::filled(crate::draft::Progress { filled, total })}>
            <span ref={node}></span>
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct ChoiceProps {
    desk: Shared,
    filter: BlankFilter,
    choose: Callback<BlankFilter>,
}

/// The value of the select that an event came from.
fn chosen(event: &Event) -> Option<String> {
    let select = event.target()?.dyn_into::<HtmlSelectElement>().ok()?;
    Some(select.value())
}

/// Which section's blanks are listed: offered are the top ones that have blanks.
#[component]
fn SectionChoice(props: &ChoiceProps) -> Html {
    let desk = &props.desk;
    let filter = props.filter;
    let branches = use_memo(desk.clone(), |desk| Branch::tree(desk));
    let listed: Vec<&Rc<Branch>> =
        branches.iter().filter(|b| b.open > 0 || filter.section == Some(b.section)).collect();
    if listed.len() < 2 && filter.section.is_none() {
        return html! {};
    }
    let onchange = props.choose.reform(move |event: Event| {
        let section = chosen(&event).and_then(|value| value.parse().ok());
        BlankFilter { section, ..filter }
    });
    html! {
        <select class="choice" aria-label={copy::BY_SECTION} {onchange}>
            <option value="" selected={filter.section.is_none()}>{ copy::ALL_SECTIONS }</option>
            { for listed.into_iter().map(|branch| {
                let title = desk.analysis().outline.sections.get(branch.section as usize).map(|s| s.title.clone());
                let label = section_label(desk, Some(branch.section));
                html! {
                    <option value={branch.section.to_string()} selected={filter.section == Some(branch.section)}>{ copy::section_choice(&label, &title.unwrap_or_default(), branch.open) }</option>
                }
            }) }
        </select>
    }
}

/// Which kind of blanks is listed.
#[component]
fn KindChoice(props: &ChoiceProps) -> Html {
    let filter = props.filter;
    let kinds = use_memo(props.desk.clone(), |desk| blank_kinds(desk));
    if kinds.len() < 2 {
        return html! {};
    }
    let offered: Vec<PlaceholderType> = kinds.iter().map(|(kind, ..)| *kind).collect();
    let onchange = props.choose.reform(move |event: Event| {
        let at = chosen(&event).and_then(|value| value.parse::<usize>().ok());
        BlankFilter { kind: at.and_then(|at| offered.get(at).copied()), ..filter }
    });
    html! {
        <select class="choice" aria-label={copy::BY_KIND} {onchange}>
            <option value="" selected={filter.kind.is_none()}>{ copy::ALL_KINDS }</option>
            { for kinds.iter().enumerate().map(|(at, (kind, name, count))| html! {
                <option value={at.to_string()} selected={filter.kind == Some(*kind)}>{ copy::kind_choice(name, *count) }</option>
            }) }
        </select>
    }
}
