//! What is drawn at once, and what a frame later.

use crate::ui::browser;
use crate::ui::page::Page;
use crate::ui::state::State;
use std::rc::Rc;
use yew::{hook, use_force_update, use_mut_ref};

/// The page as it is to be drawn now.
pub(crate) struct Pages {
    /// For the text.
    pub(crate) text: Page,
    /// For what stands around it: the head, the outline, the lists.
    pub(crate) around: Page,
}

/// Lets a press be answered before what follows from it is drawn. A letter is painted by the browser
/// itself, and a step taken back is seen in the text: outline, lists and counts can come one frame
/// later, and for whoever types fast once for several letters. Whatever is chosen in them is drawn
/// at once.
#[hook]
pub(crate) fn use_late(page: &Page) -> Pages {
    let latest = use_mut_ref(|| page.clone());
    let text = use_mut_ref(|| page.clone());
    let around = use_mut_ref(|| page.clone());
    let (waiting, update) = (use_mut_ref(|| false), use_force_update());
    latest.replace(page.clone());
    let typed = typed(text.borrow().state.shared(), page.state.shared());
    let follows = follows(around.borrow().state.shared(), page.state.shared());
    if !typed {
        text.replace(page.clone());
    }
    if !follows {
        around.replace(page.clone());
    }
    if (typed || follows) && !waiting.replace(true) {
        let (latest, text, around) = (latest.clone(), text.clone(), around.clone());
        browser::after_paint(move || {
            waiting.replace(false);
            text.replace(latest.borrow().clone());
            around.replace(latest.borrow().clone());
            update.force_update();
        });
    }
    Pages { text: text.borrow().clone(), around: around.borrow().clone() }
}

/// Whether all that happened is that somebody typed in a blank, or went to one in the checklist: the
/// letter is there already, and so is the caret.
fn typed(before: &Rc<State>, after: &Rc<State>) -> bool {
    let stays = after.selection == before.selection;
    let keeps = stays || after.selection.is_some_and(|selection| !selection.focus);
    after.filling.is_some() && keeps && follows(before, after)
}

/// Whether what happened is to be seen in the text, so that the rest follows from it.
fn follows(before: &Rc<State>, after: &Rc<State>) -> bool {
    if Rc::ptr_eq(before, after) {
        return false;
    }
    let text = State {
        desk: before.desk.clone(),
        saved: before.saved,
        region: before.region,
        filling: before.filling,
        selection: before.selection,
        announcement: before.announcement.clone(),
        ..State::clone(after)
    };
    text == **before
}
