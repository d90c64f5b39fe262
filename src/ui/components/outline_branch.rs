use crate::ui::copy;
use crate::ui::state::Shared;
use crate::view::Branch;
use yew::prelude::*;

/// A heading less sure than this, in per cent, is drawn dashed.
const SURE: u8 = 60;

#[derive(PartialEq, Properties)]
pub(super) struct BranchProps {
    /// The report.
    pub(super) desk: Shared,
    /// The section, with those beneath it.
    pub(super) branch: Branch,
    /// The section at the top of the screen.
    pub(super) current: Option<u32>,
    /// Whether only the branch that holds it is unfolded.
    pub(super) folded: bool,
    /// A section was chosen.
    pub(super) onpick: Callback<u32>,
}

/// One section of the outline, and those beneath it.
#[component]
pub(super) fn OutlineBranch(props: &BranchProps) -> Html {
    let BranchProps { desk, branch, current, folded, onpick } = props;
    let Some(section) = desk.analysis().outline.sections.get(branch.section as usize) else {
        return html! {};
    };
    let index = branch.section;
    let class = classes!("branch", (section.confidence < SURE).then_some("unsure"));
    let aria_current = (*current == Some(index)).then_some("location");
    html! {
        <li>
            <button type="button" {class} aria-current={aria_current} onclick={onpick.reform(move |_| index)}>
                <span class="branch-number">{ section.number.clone() }</span>
                <span class="branch-title">{ section.title.clone() }</span>
                if branch.open > 0 {
                    <span class="badge" title={copy::open_blanks(branch.open)}>
                        <span aria-hidden="true">{ branch.open }</span>
                        <span class="visually-hidden">{ copy::open_blanks(branch.open) }</span>
                    </span>
                }
            </button>
            if !branch.children.is_empty() && (!folded || branch.holds(*current)) {
                <ul>
                    { for branch.children.iter().map(|child| html! {
                        <OutlineBranch key={child.section} desk={desk.clone()} branch={child.clone()} current={*current} folded={*folded} onpick={onpick.clone()} />
                    }) }
                </ul>
            }
        </li>
    }
}
