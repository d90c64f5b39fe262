use crate::ui::copy;
use crate::ui::state::{Print, Shared, State};
use crate::view::{Mark, MetricFilter, Notes, blank_row, metric_order, metric_row, section_label};
use yew::prelude::*;

/// What is printed beside the text or in place of it; there only while the page is printed.
pub(super) fn print_sheet(state: &State) -> Html {
    match (state.printing, state.desk.as_ref()) {
        (Some(Print::Text), Some(desk)) => note_list(desk),
        (Some(Print::Lists), Some(desk)) => lists(desk),
        _ => html! {},
    }
}

/// The notes to the numbers in the text.
fn note_list(desk: &Shared) -> Html {
    let notes = Notes::of(desk);
    if notes.list.is_empty() {
        return html! {};
    }
    html! {
        <section class="print-sheet">
            <h2>{ copy::NOTES }</h2>
            <ol>
                { for notes.list.iter().map(|note| html! {
                    <li>{ if matches!(note.mark, Mark::Blank(_)) { copy::blank_name(&note.text) } else { note.text.clone() } }</li>
                }) }
            </ol>
        </section>
    }
}

/// The three lists as tables.
fn lists(desk: &Shared) -> Html {
    let metrics = metric_order(desk, &MetricFilter::default(), None, &str::cmp);
    let metrics = metrics.iter().filter_map(|&index| metric_row(desk, index)).map(|row| {
        [row.name, row.value.unwrap_or_else(|| copy::MASKED.to_owned()), row.unit, row.section]
    });
    let blanks = desk.draft().open_blanks().filter_map(|(index, _)| blank_row(desk, index));
    let blanks = blanks.map(|row| {
        let sentence = row.context.concat();
        [row.label, row.value, sentence, row.section]
    });
    let findings = desk.analysis().findings.iter().filter(|f| !desk.draft().is_ignored(f));
    let findings = findings.map(|finding| {
        let section = desk.analysis().outline.section_at(finding.span.start);
        let place = finding.span.of(desk.text()).to_owned();
        let (word, _) = copy::severity(finding.severity);
        [word.to_owned(), finding.message.clone(), place, section_label(desk, section)]
    });
    html! {
        <section class="print-sheet">
            <h2>{ desk.title().unwrap_or(copy::UNTITLED).to_owned() }</h2>
            { table(copy::TAB_METRICS, copy::METRIC_COLUMNS, metrics.collect()) }
            { table(copy::TAB_BLANKS, copy::BLANK_COLUMNS, blanks.collect()) }
            { table(copy::TAB_FINDINGS, copy::FINDING_COLUMNS, findings.collect()) }
        </section>
    }
}

fn table(title: &'static str, head: [&'static str; 4], rows: Vec<[String; 4]>) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    html! {
        <table>
            <caption>{ title }{ "（" }{ copy::count(rows.len()) }{ "）" }</caption>
            <thead><tr>{ for head.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
            <tbody>
                { for rows.into_iter().map(|row| html! { <tr>{ for row.into_iter().map(|cell| html! { <td>{ cell }</td> }) }</tr> }) }
            </tbody>
        </table>
    }
}
