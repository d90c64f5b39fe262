use super::paragraph_editor::ParagraphEditor;
use super::paragraph_view::{leftover, paragraph_view, plain_paragraph};
use crate::text::Span;
use crate::ui::browser;
use crate::ui::hooks::{sync_fields, use_near};
use crate::ui::page::Sheet;
use crate::ui::state::{Selection, Shared};
use crate::view::Notes;
use std::rc::Rc;
use web_sys::Element;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ChunkProps {
    /// Where the report lies. Not the report itself: what is drawn stays while its look does, and
    /// would hold on to a report of long ago.
    pub(super) sheet: Sheet,
    /// Which chunk of it.
    pub(super) index: usize,
    /// What it looks like, see `Desk::look`.
    pub(super) look: u64,
    /// What is selected in this chunk.
    pub(super) selection: Option<Selection>,
    /// What is being rewritten in this chunk.
    pub(super) region: Option<Span>,
    /// The notes to number, while the page is printed.
    pub(super) notes: Option<Rc<Notes>>,
    /// Whether it is painted wherever it is.
    pub(super) always: bool,
}

/// Some paragraphs that are painted together. Far off the screen of a long report they are plain
/// text: the browser's own search still finds it, and a million marks are never made.
#[component]
pub(super) fn Chunk(props: &ChunkProps) -> Html {
    let node = use_node_ref();
    let near = use_near(&node, props.always || props.notes.is_some());
    let painted = near || props.selection.is_some() || props.region.is_some();
    // Before anything is scrolled to: what is written after that is laid out a second time.
    {
        let (node, composing) = (node.clone(), props.sheet.clone());
        use_effect(move || {
            if let Some(chunk) = node.cast::<Element>() {
                sync_fields(&chunk, &composing);
            }
        });
    }
    {
        let deps = (node.clone(), props.selection);
        let (sheet, index) = (props.sheet.clone(), props.index);
        use_effect_with(deps, move |(node, selection)| {
            let chosen = selection.filter(|selection| !selection.in_text);
            let (chunk, desk) = (node.cast::<Element>(), sheet.desk());
            if let (Some(chunk), Some(desk), Some(selection)) = (chunk, desk, chosen) {
                reveal(&chunk, selection, &desk, index);
            }
        });
    }
    let Some(desk) = props.sheet.desk() else { return html! {} };
    let class = classes!("chunk", (!painted).then_some("chunk-far"));
    let content = if painted { paint(&desk, props) } else { plain(&desk, props.index) };
    html! { <div ref={node} {class} data-chunk={props.index.to_string()}>{ content }</div> }
}

/// The paragraphs as nothing but their text.
fn plain(desk: &Shared, chunk: usize) -> Html {
    let range = desk.chunks().get(chunk).cloned().unwrap_or_default();
    let first = range.start;
    range.map(|index| plain_paragraph(desk, index as usize, index - first)).collect()
}

/// The paragraphs with everything marked in them, and in place of what is being rewritten a field.
fn paint(desk: &Shared, props: &ChunkProps) -> Html {
    let range = desk.chunks().get(props.index).cloned().unwrap_or_default();
    let firsts = desk.firsts(props.index);
    let edited = props.region.map(|region| (region, desk.paragraphs_in(region)));
    let editor = |region: Span| html! { <ParagraphEditor key="editor" sheet={props.sheet.clone()} {region} /> };
    let last = desk.paragraphs().len();
    let mut content: Vec<Html> = Vec::new();
    for index in range.start as usize..range.end as usize {
        let here = edited.as_ref().filter(|(_, touched)| touched.contains(&index));
        if let Some((region, _)) = edited.as_ref().filter(|(_, touched)| touched.start == index) {
            content.extend(leftover(desk, index, *region, true));
            content.push(editor(*region));
        }
        match here {
            Some((region, touched)) if touched.end == index + 1 => {
                content.extend(leftover(desk, index, *region, false));
            }
            Some(_) => {}
            None => {
                let selection = props.selection.filter(|s| touches(desk, index, *s));
                content.push(paragraph_view(
                    desk,
                    index,
                    firsts,
                    selection,
                    props.notes.as_deref(),
                ));
            }
        }
    }
    if let Some((region, _)) = edited.filter(|(_, t)| t.start == last && range.end as usize == last)
    {
        content.push(editor(region));
    }
    content.into_iter().collect()
}

/// Whether the selection lies in paragraph `index`.
fn touches(desk: &Shared, index: usize, selection: Selection) -> bool {
    desk.paragraphs().get(index).is_some_and(|paragraph| {
        paragraph.span.start <= selection.span.end && selection.span.start <= paragraph.span.end
    })
}

/// Scrolls to what is selected and, unless the list keeps it, gives it the focus.
fn reveal(chunk: &Element, selection: Selection, desk: &Shared, index: usize) {
    let piece = chunk.query_selector(".selected").ok().flatten();
    let paragraph = || {
        let first = desk.firsts(index).paragraph as usize;
        let at = desk.paragraph_at(selection.span.start)?.checked_sub(first)?;
        chunk.query_selector(&format!("[data-paragraph=\"{at}\"]")).ok().flatten()
    };
    if let Some(target) = piece.or_else(paragraph) {
        browser::scroll_to(&target);
        if selection.focus {
            browser::focus(&target);
        }
    }
}
