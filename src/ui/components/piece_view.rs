use crate::placeholder::{PlaceholderType, Severity};
use crate::rules;
use crate::text::scanner::is_blank;
use crate::ui::copy;
use crate::ui::state::{Selection, Shared};
use crate::view::{Firsts, Piece, blank_field};
use std::borrow::Cow;
use yew::prelude::*;

/// Draws one piece of a paragraph. Not a component: a report has tens of thousands of them.
pub(super) fn piece_view(
    desk: &Shared,
    firsts: Firsts,
    piece: &Piece,
    selection: Option<Selection>,
) -> Html {
    let selected = selection
        .filter(|selection| selection.span == piece.span || selection.span.overlaps(piece.span));
    // Two animations that are the same in all but name: changing the name starts it again.
    let flash =
        selected.map(|s| if s.turn % 2 == 0 { "selected flash-a" } else { "selected flash-b" });
    let marks = Marks::of(piece, firsts);
    if let Some(index) = piece.blank {
        return blank_view(desk, piece, index, &marks, flash);
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
                data-metric={marks.metric} data-finding={marks.finding}>{ text }</mark>
        }
    } else if !class.is_empty() {
        html! { <span {class} tabindex={flash.map(|_| "-1")}>{ text }</span> }
    } else {
        html! { { text } }
    }
}

/// The marks of a piece as attributes: indices that count from the first of the chunk.
struct Marks {
    metric: Option<String>,
    blank: Option<String>,
    finding: Option<String>,
}

impl Marks {
    fn of(piece: &Piece, firsts: Firsts) -> Self {
        let from = |index: Option<u32>, first: u32| {
            index.map(|index| (i64::from(index) - i64::from(first)).to_string())
        };
        Self {
            metric: from(piece.metric, firsts.metric),
            blank: from(piece.blank, firsts.blank),
            finding: from(piece.finding, firsts.finding),
        }
    }
}

/// A blank: a field to fill in, or, for a deliberate mask, the mask as it is written.
fn blank_view(
    desk: &Shared,
    piece: &Piece,
    index: u32,
    marks: &Marks,
    flash: Option<&'static str>,
) -> Html {
    let Some(blank) = desk.analysis().placeholders.get(index as usize) else { return html! {} };
    let Some(row) = blank_field(desk, index) else { return html! {} };
    let written = shown(desk, piece).into_owned();
    let label = copy::blank_name(&row.label);
    let Marks { metric, blank: at, finding } = marks;
    if blank.at.fact.severity == Severity::Info {
        return html! {
            <button type="button" class={classes!("blank", "blank-masked", flash)} title={label.clone()} aria-label={label}
                data-blank={at.clone()} data-metric={metric.clone()} data-finding={finding.clone()}>{ written }</button>
        };
    }
    let hint = match blank.at.fact.kind {
        PlaceholderType::Instruction => written,
        _ => copy::MASKED.to_owned(),
    };
    let says = if row.value.is_empty() { &hint } else { &row.value };
    let size = width(says).clamp(4, 60).to_string();
    let figure = blank.at.fact.kind == PlaceholderType::Number;
    let refused = row.refusal.is_some();
    let filled = !row.value.is_empty() && !refused;
    let class = classes!(
        "blank",
        "field",
        filled.then_some("field-filled"),
        refused.then_some("field-refused"),
        flash
    );
    let title = row.refusal.unwrap_or_else(|| label.clone());
    html! {
        <input type="text" {class} {title} aria-label={label} placeholder={hint} {size} aria-invalid={refused.then_some("true")}
            inputmode={figure.then_some("decimal")} autocomplete="off" spellcheck="false"
            data-value={row.value} data-blank={at.clone()} data-metric={metric.clone()} data-finding={finding.clone()} />
    }
}

/// How wide a text is, in digits: a Chinese character takes two.
fn width(text: &str) -> usize {
    text.chars().map(|c| if c.is_ascii() { 1 } else { 2 }).sum()
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
