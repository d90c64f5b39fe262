use super::dialog::ModalDialog;
use super::sheet_rows::{choice_row, fill_row, plain_rows};
use crate::export::sheet::{Choices, FillPreview, FillRow};
use crate::ui::copy;
use crate::ui::page::use_page;
use crate::ui::state::Action;
use crate::ui::work::Work;
use std::rc::Rc;
use yew::prelude::*;

/// What sheets that came back would do to the draft: nothing is filled in before somebody says so.
#[component]
pub(super) fn SheetsDialog() -> Html {
    let page = use_page();
    let choices = use_state(Choices::default);
    let Some(preview) = page.state.preview.clone() else { return html! {} };
    let decide = {
        let choices = choices.clone();
        Callback::from(move |change: Rc<dyn Fn(&mut Choices)>| {
            let mut next = (*choices).clone();
            change(&mut next);
            choices.set(next);
        })
    };
    let fill = {
        let (page, preview, choices) = (page.clone(), preview.clone(), choices.clone());
        Callback::from(move |_: MouseEvent| {
            page.dispatch(Action::Work(Work::Sheets(preview.clone(), (*choices).clone())));
            page.dispatch(Action::Dialog(None));
        })
    };
    let count = filled_in(&preview, &choices);
    let refused = preview
        .refused
        .iter()
        .map(|row| [row.name.clone(), row.value.clone(), row.reason.clone(), row.source.clone()]);
    let gone = preview
        .gone
        .iter()
        .map(|row| [row.name.clone(), row.value.clone(), row.sentence.clone(), row.source.clone()]);
    let foreign = preview
        .foreign
        .iter()
        .map(|(file, error)| [file.clone(), String::new(), error.to_string(), String::new()]);
    html! {
        <ModalDialog title={copy::SHEETS_TITLE} class="dialog-wide">
            <p class="prose">{ copy::preview_summary(&preview) }{ copy::SHEETS_HINT }</p>
            { part(copy::CONFLICTS, &preview.conflicts, |row| choice_row(row, &choices, &decide)) }
            { part(copy::DIFFERING, &preview.differing, |row| choice_row(row, &choices, &decide)) }
            { part(copy::FILLS, &preview.fills, |row| fill_row(row, &choices, &decide)) }
            { plain_rows(copy::REFUSED_ROWS, refused) }
            { plain_rows(copy::GONE_ROWS, gone) }
            { plain_rows(copy::FOREIGN_FILES, foreign) }
            if is_empty(&preview) { <p class="empty">{ copy::SHEETS_EMPTY }</p> }
            <div class="export-buttons sheet-buttons">
                <button type="button" class="button button-primary" disabled={count == 0} onclick={fill}>{ copy::fill_in(count) }</button>
            </div>
        </ModalDialog>
    }
}

fn is_empty(preview: &FillPreview) -> bool {
    preview.fills.is_empty() && preview.conflicts.is_empty() && preview.differing.is_empty()
}

/// How many rows will be filled in as it is decided.
fn filled_in(preview: &FillPreview, choices: &Choices) -> usize {
    let fills = preview.fills.iter().filter(|row| !choices.skipped.contains(&row.id)).count();
    let decided = preview.conflicts.iter().chain(&preview.differing);
    fills + decided.filter(|row| row.writable && choices.chosen.contains_key(&row.id)).count()
}

fn part(name: &str, rows: &[FillRow], row: impl Fn(&FillRow) -> Html) -> Html {
    if rows.is_empty() {
        return html! {};
    }
    let rest = rows.len().saturating_sub(copy::ALL_LISTED);
    html! {
        <section class="export-part" aria-label={name.to_owned()}>
            <h3>{ copy::part_of(name, rows.len()) }</h3>
            <ul class="sheet-rows">{ for rows.iter().take(copy::ALL_LISTED).map(row) }</ul>
            if rest > 0 { <p class="prose">{ copy::more_rows(rest) }</p> }
        </section>
    }
}
