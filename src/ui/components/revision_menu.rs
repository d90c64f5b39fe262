use crate::document::{NoteKind, Revisions};
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Shared;
use web_sys::{Event, HtmlSelectElement};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct RevisionProps {
    /// The report.
    pub(super) desk: Shared,
}

/// Which side of tracked changes is read, for a file that has any and is at hand.
#[component]
pub(super) fn RevisionMenu(props: &RevisionProps) -> Html {
    let page = use_page();
    let menu = use_node_ref();
    let source = &props.desk.document().source;
    let side = copy::REVISION_SIDES.iter().position(|(_, side)| *side == source.revisions);
    {
        let menu = menu.clone();
        use_effect_with((props.desk.clone(), side), move |(_, side)| {
            if let (Some(menu), Some(side)) = (menu.cast::<HtmlSelectElement>(), side) {
                menu.set_selected_index(i32::try_from(*side).unwrap_or(0));
            }
        });
    }
    let has_revisions = source.notes.iter().any(|note| note.kind == NoteKind::Revisions);
    if !has_revisions || !page.state.rereadable {
        return html! {};
    }
    let onchange = {
        let menu = menu.clone();
        Callback::from(move |_: Event| {
            let Some(menu) = menu.cast::<HtmlSelectElement>() else { return };
            let chosen = usize::try_from(menu.selected_index()).ok();
            let side = chosen.and_then(|index| copy::REVISION_SIDES.get(index));
            page.reread_side(side.map_or(Revisions::Accepted, |(_, side)| *side));
        })
    };
    html! {
        <select ref={menu} class="encoding" aria-label={copy::REVISIONS} {onchange}>
            { for copy::REVISION_SIDES.iter().map(|(name, _)| html! { <option>{ *name }</option> }) }
        </select>
    }
}
