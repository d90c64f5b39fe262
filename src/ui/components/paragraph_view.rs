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
    /// What is selected in it.
    pub(super) selection: Option<Selection>,
}

/// One paragraph of the text, with everything marked in it.
#[component]
pub(super) fn ParagraphView(props: &ParagraphProps) -> Html {
    let desk = &props.desk;
    let Some(paragraph) = desk.paragraphs().get(props.index) else { return html! {} };
    let mut last_blank = None;
    let content = pieces(desk, paragraph)
        .iter()
        .filter(|piece| {
            // A blank that another mark cuts in two is still one blank.
            let repeated = piece.blank.is_some() && piece.blank == last_blank;
            last_blank = piece.blank;
            !repeated
        })
        .map(|piece| piece_view(desk, piece, props.selection))
        .collect::<Html>();
    element(paragraph.role, props.index, content)
}

/// One paragraph as nothing but its text. Not a component: a report of 10 MB has 30 000 of them.
pub(super) fn plain_paragraph(desk: &Shared, index: usize) -> Html {
    let Some(paragraph) = desk.paragraphs().get(index) else { return html! {} };
    let text = paragraph.span.of(desk.text()).replace('\n', "");
    element(paragraph.role, index, html! { { text } })
}

/// The element of a paragraph.
fn element(role: Role, index: usize, content: Html) -> Html {
    let (tag, class) = dress(role);
    html! { <@{tag} {class} data-paragraph={index.to_string()} tabindex="-1">{ content }</@> }
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
