#![allow(clippy::ignored_unit_patterns, reason = "how html! expands a tag that is computed")]

use super::piece_view::piece_view;
use crate::text::Span;
use crate::ui::copy;
use crate::ui::state::{Selection, Shared};
use crate::view::{Firsts, Mark, Notes, Piece, Role, pieces};
use yew::prelude::*;

/// One paragraph of the text, with everything marked in it. Not a component: a chunk is drawn
/// again as a whole.
pub(super) fn paragraph_view(
    desk: &Shared,
    index: usize,
    firsts: Firsts,
    selection: Option<Selection>,
    notes: Option<&Notes>,
) -> Html {
    let Some(paragraph) = desk.paragraphs().get(index) else { return html! {} };
    let (mut last_blank, mut last_note) = (None, None);
    let mut dropped = 0;
    let mut content: Vec<Html> = Vec::new();
    for mut piece in pieces(desk, paragraph, selection.map(|selection| selection.span)) {
        // A blank that another mark cuts in two is still one blank.
        let repeated = piece.blank.is_some() && piece.blank == last_blank;
        last_blank = piece.blank;
        if repeated {
            continue;
        }
        if piece.blank.is_some() {
            dropped = desk.draft().dropped_after(piece.span);
        } else if dropped > 0 {
            content.push(approximator(desk, &mut piece, dropped));
            dropped = 0;
        }
        content.push(piece_view(desk, firsts, &piece, selection));
        let marks = [piece.blank.map(Mark::Blank), piece.finding.map(Mark::Finding)];
        for mark in marks.into_iter().flatten() {
            let number = notes.and_then(|notes| notes.number(mark));
            if let Some(number) = number.filter(|number| last_note < Some(*number)) {
                content.push(html! { <sup class="note">{ number }</sup> });
                last_note = Some(number);
            }
        }
    }
    // `form=""`: no part of the form around it, or it would be one more to look through.
    content.push(html! {
        <button type="button" class="rewrite" form="" data-rewrite="" tabindex="-1" aria-label={copy::REWRITE} title={copy::REWRITE_HINT}></button>
    });
    let index = index as u32 - firsts.paragraph;
    element(paragraph.role, index, content.into_iter().collect())
}

/// The 余 at the beginning of `piece` that is not said because the figure is exact; the piece goes
/// on behind it.
fn approximator(desk: &Shared, piece: &mut Piece, length: u32) -> Html {
    let end = (piece.span.start + length).min(piece.span.end);
    let span = Span { start: piece.span.start, end };
    piece.span.start = end;
    html! { <del class="dropped">{ span.of(desk.text()).to_owned() }</del> }
}

/// One paragraph as nothing but its text: a report of 10 MB has 30 000 of them.
pub(super) fn plain_paragraph(desk: &Shared, index: usize, at: u32) -> Html {
    let Some(paragraph) = desk.paragraphs().get(index) else { return html! {} };
    let text = paragraph.span.of(desk.text()).replace('\n', "");
    element(paragraph.role, at, html! { { text } })
}

/// What of paragraph `index` stands before a region that is being rewritten, or behind it: the
/// paragraph may have grown together with its neighbour while somebody types.
pub(super) fn leftover(desk: &Shared, index: usize, region: Span, before: bool) -> Option<Html> {
    let whole = desk.paragraphs().get(index)?.span;
    let span = if before {
        Span { start: whole.start.min(region.start), end: region.start }
    } else {
        Span { start: region.end, end: whole.end.max(region.end) }
    };
    let text = desk.draft().filled(span);
    (!text.trim().is_empty()).then(|| html! { <p class="p-body">{ text.trim().to_owned() }</p> })
}

/// The element of a paragraph, by its place in the chunk.
fn element(role: Role, index: u32, content: Html) -> Html {
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
