use super::paragraph_view::{ParagraphView, plain_paragraph};
use crate::ui::browser;
use crate::ui::hooks::use_near;
use crate::ui::state::{Selection, Shared};
use web_sys::Element;
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ChunkProps {
    /// The report.
    pub(super) desk: Shared,
    /// Which chunk of it.
    pub(super) index: usize,
    /// What is selected in this chunk.
    pub(super) selection: Option<Selection>,
    /// Whether it is painted wherever it is.
    pub(super) always: bool,
}

/// Some paragraphs that are painted together. Far off the screen of a long report they are plain
/// text: the browser's own search still finds it, and a million marks are never made.
#[component]
pub(super) fn Chunk(props: &ChunkProps) -> Html {
    let node = use_node_ref();
    let near = use_near(&node, props.always);
    let painted = near || props.selection.is_some();
    {
        let deps = (node.clone(), props.selection, props.desk.clone());
        use_effect_with(deps, |(node, selection, desk)| {
            let chosen = selection.filter(|selection| !selection.in_text);
            if let (Some(chunk), Some(selection)) = (node.cast::<Element>(), chosen) {
                reveal(&chunk, selection, desk);
            }
        });
    }
    let range = props.desk.chunks().get(props.index).cloned().unwrap_or_default();
    html! {
        <div ref={node} class={classes!("chunk", (!painted).then_some("chunk-far"))}>
            if painted {
                { for range.map(|index| html! {
                    <ParagraphView key={index} desk={props.desk.clone()} index={index as usize}
                        selection={props.selection.filter(|s| touches(&props.desk, index as usize, *s))} />
                }) }
            } else {
                { for range.map(|index| plain_paragraph(&props.desk, index as usize)) }
            }
        </div>
    }
}

/// Whether the selection lies in paragraph `index`.
fn touches(desk: &Shared, index: usize, selection: Selection) -> bool {
    desk.paragraphs().get(index).is_some_and(|paragraph| {
        paragraph.span.start <= selection.span.end && selection.span.start <= paragraph.span.end
    })
}

/// Scrolls to what is selected and gives it the focus.
fn reveal(chunk: &Element, selection: Selection, desk: &Shared) {
    let piece = chunk.query_selector(".selected").ok().flatten();
    let paragraph = || {
        let index = desk.paragraph_at(selection.span.start)?;
        chunk.query_selector(&format!("[data-paragraph=\"{index}\"]")).ok().flatten()
    };
    if let Some(target) = piece.or_else(paragraph) {
        browser::scroll_to(&target);
        browser::focus(&target);
    }
}
