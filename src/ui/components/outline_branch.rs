use crate::ui::copy;
use crate::ui::state::{Action, Shared};
use crate::view::{Branch, OutlineChange, OutlineOptions, RunInItem};
use std::rc::Rc;
use yew::prelude::*;

/// A heading less sure than this, in per cent, is drawn dashed.
const SURE: u8 = 60;

#[derive(PartialEq, Properties)]
pub(super) struct BranchProps {
    /// The report.
    pub(super) desk: Shared,
    /// The section, with those beneath it.
    pub(super) branch: Rc<Branch>,
    /// The section at the top of the screen, if it is this one or beneath it.
    pub(super) current: Option<u32>,
    /// What is folded up, and whether items are listed.
    pub(super) options: Rc<OutlineOptions>,
    /// Something was chosen.
    pub(super) onpick: Callback<Action>,
}

/// One section of the outline, and those beneath it. A branch that is folded up stands for the
/// section one is in.
#[component]
pub(super) fn OutlineBranch(props: &BranchProps) -> Html {
    let BranchProps { desk, branch, current, options, onpick } = props;
    let Some(section) = desk.analysis().outline.sections.get(branch.section as usize) else {
        return html! {};
    };
    let index = branch.section;
    let folded = options.is_folded(branch, *current);
    let here = *current == Some(index) || folded && branch.holds(*current);
    let class = classes!("branch", (section.confidence < SURE).then_some("unsure"));
    let items = branch.items.iter().filter(|_| options.items);
    // Where nothing can be folded, no room is kept for the arrow.
    let flat = !branch.children.iter().any(|child| options.can_fold(child));
    html! {
        <li>
            <div class="branch-row">
                if options.can_fold(branch) {
                    <button type="button" class="branch-fold" aria-expanded={(!folded).to_string()} aria-label={copy::beneath(&section.number, &section.title)}
                        onclick={onpick.reform(move |_| Action::Outline(OutlineChange::Fold(index, !folded)))} />
                }
                <button type="button" {class} aria-current={here.then_some("location")} onclick={onpick.reform(move |_| Action::ShowSection(index))}>
                    <span class="branch-number">{ section.number.clone() }</span>
                    <span class="branch-title">{ section.title.clone() }</span>
                    { badge("badge badge-metrics", branch.metrics, copy::metric_count) }
                    { badge("badge badge-blanks", branch.open, copy::open_blanks) }
                </button>
            </div>
            if !folded && options.can_fold(branch) {
                <ul class={flat.then_some("flat")}>
                    { for items.map(|item| run_in(desk, *item, onpick)) }
                    { for branch.children.iter().map(|child| html! {
                        <OutlineBranch key={child.section} desk={desk.clone()} branch={child.clone()} current={current.filter(|_| child.holds(*current))}
                            options={options.clone()} onpick={onpick.clone()} />
                    }) }
                </ul>
            }
        </li>
    }
}

/// How many there are of something, if there are any.
fn badge(class: &'static str, number: u32, words: fn(u32) -> String) -> Html {
    if number == 0 {
        return html! {};
    }
    html! {
        <span {class} title={words(number)}>
            <span aria-hidden="true">{ number }</span>
            <span class="visually-hidden">{ words(number) }</span>
        </span>
    }
}

/// An item run into a paragraph.
fn run_in(desk: &Shared, item: RunInItem, onpick: &Callback<Action>) -> Html {
    let onclick = onpick.reform(move |_: MouseEvent| Action::ShowPlace(item.marker));
    html! {
        <li><button type="button" class="branch branch-item" {onclick}>
            <span class="branch-number">{ item.marker.of(desk.text()) }</span>
            <span class="branch-title">{ item.title.of(desk.text()) }</span>
        </button></li>
    }
}
