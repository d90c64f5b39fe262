use super::find_bar::FindBar;
use super::menu::Menu;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared};
use yew::prelude::*;

/// So many steps of the history are listed, the latest ones.
const LISTED: usize = 100;

/// What can be done to the text: take back, do again, find, change the whole of it.
#[component]
pub(super) fn TextTools() -> Html {
    let page = use_page();
    let Some(desk) = page.state.desk.clone() else { return html! {} };
    let act = |action: Action| {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(action.clone()))
    };
    let finding = page.state.finding;
    let hint = |word: &str, name: Option<&str>| {
        name.map_or_else(|| word.to_owned(), |name| copy::step_hint(word, name))
    };
    let undo = hint(copy::UNDO, desk.draft().undo_name());
    let redo = hint(copy::REDO, desk.draft().redo_name());
    html! {
        <div class="text-tools" role="group" aria-label={copy::TEXT_TOOLS}>
            <div class="text-tools-row">
                <button type="button" class="tool tool-undo" title={undo.clone()} aria-label={undo} aria-keyshortcuts="Control+Z" disabled={!page.state.can_undo()} onclick={act(Action::Undo)}>{ copy::UNDO }</button>
                <button type="button" class="tool tool-redo" title={redo.clone()} aria-label={redo} aria-keyshortcuts="Control+Y" disabled={!page.state.can_redo()} onclick={act(Action::Redo)}>{ copy::REDO }</button>
                <History desk={desk.clone()} />
                <span class="text-tools-gap"></span>
                <button type="button" class="tool" aria-pressed={finding.to_string()} aria-keyshortcuts="Control+H" onclick={act(Action::Find(!finding))}>{ copy::FIND }</button>
                <button type="button" class="tool" onclick={act(Action::Edit(true))}>{ copy::EDIT }</button>
            </div>
            if finding { <FindBar {desk} /> }
        </div>
    }
}

#[derive(PartialEq, Properties)]
struct HistoryProps {
    /// The report.
    desk: Shared,
}

/// Everything that was done, the latest first; a press on a step goes back to where it was done.
#[component]
fn History(props: &HistoryProps) -> Html {
    let page = use_page();
    let (done, undone) = props.desk.draft().history();
    let count = done.len();
    let all: Vec<(usize, &str)> = (1..).zip(done.into_iter().chain(undone)).collect();
    let step = |steps: usize, name: &str| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| page.dispatch(Action::GoTo(steps)));
        let class = classes!("menu-item", "step", (steps > count).then_some("step-undone"));
        html! {
            <li key={steps}><button type="button" {class} aria-current={(steps == count).then_some("step")} {onclick}>{ name.to_owned() }</button></li>
        }
    };
    let from = count.saturating_sub(LISTED);
    html! {
        <Menu label={copy::HISTORY} class={classes!("tool")} disabled={all.is_empty()}>
            { for all.iter().rev().filter(|(steps, _)| *steps > from).map(|(steps, name)| step(*steps, name)) }
            if from == 0 { { step(0, copy::HISTORY_START) } }
        </Menu>
    }
}
