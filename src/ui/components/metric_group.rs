use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::view::{Group, TableChange};
use std::rc::Rc;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct GroupProps {
    /// All groups: one may hold the greater part of a report, and is not to be cloned for its head.
    pub(super) groups: Rc<Vec<Group>>,
    /// Which of them it is.
    pub(super) head: u32,
    /// Which row of the table its head is, from 0.
    pub(super) at: usize,
    /// How many columns the table has.
    pub(super) columns: usize,
    /// Whether only its head is shown.
    pub(super) folded: bool,
}

/// The head of a group of metrics, which folds it up: its name, how many there are, and quietly
/// what they come to.
#[component]
pub(super) fn MetricGroup(props: &GroupProps) -> Html {
    let page = use_page();
    let Some(group) = props.groups.get(props.head as usize) else { return html! {} };
    let key = group.key.clone();
    let onclick = Callback::from(move |_: MouseEvent| {
        page.dispatch(Action::Table(TableChange::Fold(key.clone())));
    });
    let total = group.total.as_ref().map(copy::total);
    html! {
        <tr class="group-row" aria-rowindex={(props.at + 2).to_string()}>
            <td colspan={props.columns.to_string()}>
                <button type="button" class="group-fold" aria-expanded={(!props.folded).to_string()} {onclick}>
                    <span class="group-name">{ copy::group_name(group) }</span>
                    <span class="group-count">{ copy::group_count(group) }</span>
                    if let Some(total) = total { <span class="group-total" title={total.clone()}>{ total }</span> }
                </button>
            </td>
        </tr>
    }
}
