use super::chunk::Chunk;
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Shared, Tab};
use crate::view::Mark;
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// A report of more chunks than this is painted only where it is seen.
const PAINTED_WHOLE: usize = 24;

/// A text of more chunks than this lets the browser skip what is off the screen.
const LONG: usize = 3;

/// The text of the report with everything marked in it.
#[component]
pub(super) fn DocumentPane() -> Html {
    let page = use_page();
    let node = use_node_ref();
    use_section_of_screen(&node);
    let Some(desk) = page.state.desk.clone() else { return html! {} };
    let edit = {
        let page = page.clone();
        Callback::from(move |_: MouseEvent| page.dispatch(Action::Edit(true)))
    };
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            if let Some(mark) = target.and_then(|target| mark_of(&target, page.state.tab)) {
                page.dispatch(Action::Pick(mark));
            }
        })
    };
    let count = desk.chunks().len();
    let selection = page.state.selection;
    let selected = selection.and_then(|s| desk.chunk_at(s.span.start));
    html! {
        <article ref={node} class={classes!("text", (count > LONG).then_some("text-long"))} {onclick}>
            <p class="text-tools"><button type="button" class="link" onclick={edit}>{ copy::EDIT }</button></p>
            { for (0..count).map(|index| html! {
                <Chunk key={index} desk={desk.clone()} {index} selection={selection.filter(|_| selected == Some(index))} always={count <= PAINTED_WHOLE} />
            }) }
        </article>
    }
}

/// The mark under an element of the text. Where several lie over one another, the list that is
/// shown decides; then the innermost.
fn mark_of(target: &Element, tab: Tab) -> Option<Mark> {
    let piece = target.closest("[data-metric], [data-blank], [data-finding]").ok().flatten()?;
    let index = |name: &str| piece.get_attribute(name).and_then(|value| value.parse().ok());
    let marks = [
        index("data-blank").map(Mark::Blank),
        index("data-finding").map(Mark::Finding),
        index("data-metric").map(Mark::Metric),
    ];
    let mut there = marks.into_iter().flatten();
    let shown = there.clone().find(|mark| Tab::of(*mark) == tab);
    shown.or_else(|| there.next())
}

/// Tells the outline which section is at the top of the screen.
#[hook]
fn use_section_of_screen(node: &NodeRef) {
    let page = use_page();
    let deps = (node.clone(), page.state.desk.clone());
    let dispatcher = page.state.dispatcher();
    use_effect_with(deps, move |(node, desk)| {
        let pane = node.cast::<Element>().and_then(|text| text.closest("main").ok().flatten());
        let pending: Rc<RefCell<Option<Timeout>>> = Rc::default();
        let last = Rc::new(RefCell::new(None));
        let listener = pane.zip(desk.clone()).map(|(pane, desk)| {
            let target = pane.clone();
            EventListener::new(&target, "scroll", move |_| {
                if pending.borrow().is_some() {
                    return;
                }
                let (pane, desk, last) = (pane.clone(), desk.clone(), last.clone());
                let (dispatcher, done) = (dispatcher.clone(), pending.clone());
                let look = Timeout::new(90, move || {
                    let section = section_on_top(&pane, &desk);
                    if last.replace(Some(section)) != Some(section) {
                        dispatcher.dispatch(Action::Scrolled(section));
                    }
                    done.borrow_mut().take().map(Timeout::forget);
                });
                pending.borrow_mut().replace(look);
            })
        });
        move || drop(listener)
    });
}

/// The section of the first paragraph in the upper part of `pane`.
fn section_on_top(pane: &Element, desk: &Shared) -> Option<u32> {
    let document = super::super::browser::document()?;
    let area = pane.get_bounding_client_rect();
    let middle = (area.left() + area.width() / 2.0) as f32;
    let paragraph = [64.0, 88.0, 112.0, 160.0].into_iter().find_map(|down| {
        let element = document.element_from_point(middle, (area.top() + down) as f32)?;
        element.closest("[data-paragraph]").ok().flatten()
    })?;
    let index: usize = paragraph.get_attribute("data-paragraph")?.parse().ok()?;
    desk.analysis().outline.section_at(desk.paragraphs().get(index)?.span.start)
}
