use super::chunk::Chunk;
use super::section_on_top::use_section_on_top;
use crate::text::Span;
use crate::ui::hooks::use_fields;
use crate::ui::page::use_page;
use crate::ui::state::{Action, Print, Shared, Tab};
use crate::view::{Mark, Notes};
use gloo_events::EventListener;
use gloo_timers::callback::Timeout;
use std::cell::RefCell;
use std::ops::RangeInclusive;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

/// A report of more bytes than this is painted only where it is seen.
const PAINTED_WHOLE: usize = 288 * 1024;

/// A text of more bytes than this lets the browser skip what is off the screen.
const LONG: usize = 36 * 1024;

/// The text of the report with everything marked in it.
#[component]
pub(super) fn DocumentPane() -> Html {
    let page = use_page();
    let node = use_node_ref();
    use_section_of_screen(&node);
    use_fields(&node);
    let printed = page.state.printing == Some(Print::Text);
    let notes = use_memo((page.state.desk.clone(), printed), |(desk, printed)| {
        desk.as_ref().filter(|_| *printed).map(|desk| Rc::new(Notes::of(desk)))
    });
    let Some(desk) = page.state.desk.clone() else { return html! {} };
    let onclick = {
        let page = page.clone();
        Callback::from(move |event: MouseEvent| {
            let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
            let (Some(target), Some(desk)) = (target, page.state.desk.as_ref()) else { return };
            if target.has_attribute("data-rewrite") {
                page.dispatch(Action::Rewrite(paragraph_of(&target, desk)));
            } else if let Some(mark) = mark_of(&target, desk, page.state.tab) {
                page.dispatch(Action::Pick(mark));
            }
        })
    };
    let (count, size) = (desk.chunks().len(), desk.text().len());
    let (selection, region) = (page.state.selection, page.state.region);
    let selected = selection.and_then(|s| desk.chunk_at(s.span.start));
    let edited = region.map(|region| touched(&desk, region));
    // A form, although nothing is sent: of a field outside of one, when it gets the focus, the browser
    // looks through every button and field of the page for where 下一项 of its keyboard might lead.
    html! {
        <article ref={node} class={classes!("text", (size > LONG).then_some("text-long"))} {onclick}><form>
            { for (0..count).map(|index| html! {
                <Chunk key={index} sheet={page.sheet.clone()} {index} look={desk.look(index)} notes={(*notes).clone()} always={size <= PAINTED_WHOLE}
                    selection={selection.filter(|_| selected == Some(index))}
                    region={region.filter(|_| edited.as_ref().is_some_and(|chunks| chunks.contains(&index)))} />
            }) }
        </form></article>
    }
}

/// The chunks that a region which is being rewritten touches.
fn touched(desk: &Shared, region: Span) -> RangeInclusive<usize> {
    let paragraphs = desk.paragraphs_in(region);
    let last = desk.paragraphs().len().saturating_sub(1);
    let chunk = |paragraph: usize| {
        let paragraph = paragraph.min(last) as u32;
        desk.chunks().partition_point(|chunk| chunk.end <= paragraph)
    };
    chunk(paragraphs.start)..=chunk(paragraphs.end.saturating_sub(1).max(paragraphs.start))
}

/// The first byte of the paragraph that an element of the text lies in.
pub(crate) fn paragraph_of(target: &Element, desk: &Shared) -> Option<u32> {
    let element = target.closest("[data-paragraph]").ok().flatten()?;
    let at: u32 = element.get_attribute("data-paragraph")?.parse().ok()?;
    let first = desk.firsts(chunk_of(target)?).paragraph;
    Some(desk.paragraphs().get((first + at) as usize)?.span.start)
}

/// The chunk that an element of the text lies in.
fn chunk_of(target: &Element) -> Option<usize> {
    let chunk = target.closest("[data-chunk]").ok().flatten()?;
    chunk.get_attribute("data-chunk")?.parse().ok()
}

/// The mark under an element of the text. Where several lie over one another, the list that is
/// shown decides; then the innermost.
fn mark_of(target: &Element, desk: &Shared, tab: Tab) -> Option<Mark> {
    let piece = target.closest("[data-metric], [data-blank], [data-finding]").ok().flatten()?;
    let firsts = desk.firsts(chunk_of(&piece)?);
    let index = |name: &str, first: u32| {
        let at: i64 = piece.get_attribute(name)?.parse().ok()?;
        u32::try_from(at + i64::from(first)).ok()
    };
    let marks = [
        index("data-blank", firsts.blank).map(Mark::Blank),
        index("data-finding", firsts.finding).map(Mark::Finding),
        index("data-metric", firsts.metric).map(Mark::Metric),
    ];
    let mut there = marks.into_iter().flatten();
    let shown = there.clone().find(|mark| Tab::of(*mark) == tab);
    shown.or_else(|| there.next())
}

/// Tells the outline which section is at the top of the screen.
#[hook]
fn use_section_of_screen(node: &NodeRef) {
    let page = use_page();
    let setter = use_section_on_top().setter;
    let sheet = page.sheet.clone();
    use_effect_with((node.clone(), page.state.arrivals), move |(node, _)| {
        setter.set(None);
        let pane = node.cast::<Element>().and_then(|text| text.closest("main").ok().flatten());
        let pending: Rc<RefCell<Option<Timeout>>> = Rc::default();
        let listener = pane.map(|pane| {
            let target = pane.clone();
            EventListener::new(&target, "scroll", move |_| {
                if pending.borrow().is_some() {
                    return;
                }
                let (pane, sheet) = (pane.clone(), sheet.clone());
                let (setter, done) = (setter.clone(), pending.clone());
                let look = Timeout::new(90, move || {
                    setter.set(sheet.desk().and_then(|desk| section_on_top(&pane, &desk)));
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
    desk.analysis().outline.section_at(paragraph_of(&paragraph, desk)?)
}
