use crate::placeholder::{PlaceholderType, Severity};
use crate::rules;
use crate::text::scanner::is_blank;
use crate::ui::copy;
use crate::ui::state::{Selection, Shared};
use crate::view::{Piece, blank_row};
use std::borrow::Cow;
use yew::prelude::*;

/// Draws one piece of a paragraph. Not a component: a report has tens of thousands of them.
pub(super) fn piece_view(desk: &Shared, piece: &Piece, selection: Option<Selection>) -> Html {
    let selected = selection
        .filter(|selection| selection.span == piece.span || selection.span.overlaps(piece.span));
    // Two animations that are the same in all but name: changing the name starts it again.
    let flash =
        selected.map(|s| if s.turn % 2 == 0 { "selected flash-a" } else { "selected flash-b" });
    if let Some(index) = piece.blank {
        return blank_view(desk, piece, index, flash);
    }
    let text = AttrValue::from(shown(desk, piece).into_owned());
    let finding = piece.finding.and_then(|i| desk.analysis().findings.get(i as usize));
    let class = classes!(
        piece.metric.map(|_| "metric"),
        finding.map(finding_class),
        // The wave under a comma is hardly seen.
        (finding.is_some() && text.chars().count() == 1).then_some("tiny"),
        piece.span.is_empty().then_some("point"),
        piece.heading.then_some("run-in"),
        flash
    );
    if piece.metric.is_some() || finding.is_some() {
        html! {
            <mark {class} tabindex={flash.map(|_| "-1")} title={finding.map(|f| f.message.clone())}
                data-metric={piece.metric.map(|i| i.to_string())}
                data-finding={piece.finding.map(|i| i.to_string())}>{ text }</mark>
        }
    } else if !class.is_empty() {
        html! { <span {class} tabindex={flash.map(|_| "-1")}>{ text }</span> }
    } else {
        html! { { text } }
    }
}

/// A blank: a chip that says so, or, for a deliberate mask, the mask as it is written.
fn blank_view(desk: &Shared, piece: &Piece, index: u32, flash: Option<&'static str>) -> Html {
    let Some(blank) = desk.analysis().placeholders.get(index as usize) else { return html! {} };
    let written = shown(desk, piece);
    let masked = blank.at.fact.severity == Severity::Info;
    let label = blank_row(desk, index).map(|row| copy::blank_name(&row.label));
    let says = match blank.at.fact.kind {
        _ if masked => written.into_owned(),
        PlaceholderType::Instruction => written.into_owned(),
        _ => copy::MASKED.to_owned(),
    };
    let class = classes!("blank", masked.then_some("blank-masked"), flash);
    html! {
        <button type="button" {class} title={label.clone()} aria-label={label}
            data-blank={index.to_string()}
            data-metric={piece.metric.map(|i| i.to_string())}
            data-finding={piece.finding.map(|i| i.to_string())}>{ says }</button>
    }
}

/// The text of a piece as it is shown: without the line breaks inside a paragraph, and with blanks
/// that a finding is about made visible.
fn shown<'a>(desk: &'a Shared, piece: &Piece) -> Cow<'a, str> {
    let text = piece.span.of(desk.text());
    if piece.finding.is_some() && !text.is_empty() && text.chars().all(is_blank) {
        return Cow::Owned("␣".repeat(text.chars().count()));
    }
    if text.contains('\n') { Cow::Owned(text.replace('\n', "")) } else { Cow::Borrowed(text) }
}

/// How a finding is painted: text that a website spliced in is struck out, the rest gets a wave.
fn finding_class(finding: &rules::Finding) -> &'static str {
    match finding.severity {
        _ if finding.rule == "spliced-watermark" => "foreign",
        rules::Severity::Error => "wave wave-error",
        rules::Severity::Warning => "wave wave-warning",
        rules::Severity::Info => "wave wave-info",
    }
}
