#![allow(clippy::ignored_unit_patterns, reason = "how html! expands a tag that is computed")]

use super::piece_view::piece_view;
use crate::ui::state::{Selection, Shared};
use crate::view::{Role, pieces};
use yew::prelude::*;

#[derive(PartialEq, Properties)]
pub(super) struct ParagraphProps {
    /// The report.
    pub(super) desk: Shared,
    /// Which paragraph of it.
    pub(super) index: usize,
    /// Whether its marks are drawn.
    pub(super) painted: bool,
    /// What is selected in it.
    pub(super) selection: Option<Selection>,
}

/// One paragraph of the text.
#[component]
pub(super) fn ParagraphView(props: &ParagraphProps) -> Html {
    let desk = &props.desk;
    let Some(paragraph) = desk.paragraphs().get(props.index) else { return html! {} };
    let (tag, class) = dress(paragraph.role);
    let content = if props.painted {
        let pieces = pieces(desk, paragraph);
        let mut last_blank = None;
        pieces
            .iter()
            .filter(|piece| {
                // A blank that another mark cuts in two is still one blank.
                let repeated = piece.blank.is_some() && piece.blank == last_blank;
                last_blank = piece.blank;
                !repeated
            })
            .map(|piece| piece_view(desk, piece, props.selection))
            .collect::<Html>()
    } else {
        html! { { paragraph.span.of(desk.text()).replace('\n', "") } }
    };
    html! { <@{tag} {class} data-paragraph={props.index.to_string()} tabindex="-1">{ content }</@> }
}

/// The element and the class of a paragraph.
fn dress(role: Role) -> (&'static str, &'static str) {
    match role {
        Role::Title => ("h2", "p-title"),
        Role::Subtitle => ("p", "p-subtitle"),
        Role::Heading(1) => ("h3", "p-heading p-heading-1"),
        Role::Heading(2) => ("h4", "p-heading p-heading-2"),
        Role::Heading(3) => ("h5", "p-heading p-heading-3"),
        Role::Heading(_) => ("h6", "p-heading p-heading-3"),
        Role::SignOff => ("p", "p-sign-off"),
        Role::Salutation => ("p", "p-salutation"),
        Role::Cell => ("p", "p-cell"),
        Role::Continued => ("p", "p-continued"),
        Role::Body => ("p", "p-body"),
    }
}
