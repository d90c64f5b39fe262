use super::export_dialog::change;
use super::export_setup::value;
use crate::export::sheet::{DEPARTMENTS, SheetGroup, SheetOptions, SheetRow, sheet_model};
use crate::ui::copy;
use crate::ui::page::Page;
use crate::ui::state::Shared;
use std::collections::BTreeMap;
use web_sys::Event;
use yew::prelude::*;

/// So many rows of a department are listed: who has more gives the whole of it another name.
const LISTED: usize = 200;

/// Who is asked for what: departments with their rows, as suggested; each can be called otherwise.
/// `groups` are the suggested ones, which another name is kept by.
pub(super) fn export_departments(page: &Page, groups: &[SheetGroup]) -> Html {
    if groups.is_empty() {
        return html! { <p class="prose">{ copy::NO_ROWS }</p> };
    }
    html! {
        <details class="export-fold">
            <summary>{ copy::DEPARTMENTS }<span class="tab-count">{ groups.len() }</span></summary>
            <p class="prose">{ copy::DEPARTMENTS_HINT }</p>
            <datalist id="departments">{ for DEPARTMENTS.iter().map(|one| html! { <option value={one.name} /> }) }</datalist>
            { for groups.iter().map(|group| department(page, group)) }
        </details>
    }
}

/// The groups before anybody gave them another name.
pub(super) fn suggested(desk: &Shared, options: &SheetOptions) -> Vec<SheetGroup> {
    let renamed = BTreeMap::new();
    sheet_model(desk.draft(), &SheetOptions { renamed, ..options.clone() }).groups
}

fn department(page: &Page, group: &SheetGroup) -> Html {
    let renamed = &page.state.export.sheet.renamed;
    let suggested = group.department.clone();
    let name = renamed.get(&suggested).unwrap_or(&suggested).clone();
    let rename = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let Some(name) = value(&event) else { return };
            let suggested = suggested.clone();
            change(&page, |choices| match name.trim() {
                "" => _ = choices.sheet.renamed.remove(&suggested),
                name => _ = choices.sheet.renamed.insert(suggested, name.to_owned()),
            });
        })
    };
    html! {
        <div key={group.department.clone()} class="department">
            <div class="department-head">
                <input type="text" class="search" list="departments" value={name.clone()} aria-label={copy::department_of(&group.department)} autocomplete="off" spellcheck="false" onchange={rename} />
                <span class="department-rows">{ copy::department_rows(group.rows.len()) }</span>
            </div>
            <details>
                <summary>{ copy::ROW_BY_ROW }</summary>
                <ul>{ for group.rows.iter().take(LISTED).map(|row| department_row(page, row, &name)) }</ul>
            </details>
        </div>
    }
}

fn department_row(page: &Page, row: &SheetRow, name: &str) -> Html {
    let id = row.id.clone();
    let move_to = {
        let page = page.clone();
        Callback::from(move |event: Event| {
            let Some(name) = value(&event) else { return };
            let id = id.clone();
            change(&page, |choices| match name.trim() {
                "" => _ = choices.sheet.departments.remove(&id),
                name => _ = choices.sheet.departments.insert(id, name.to_owned()),
            });
        })
    };
    html! {
        <li key={row.id.clone()}>
            <span class="department-what">{ row.name.clone() }</span>
            <input type="text" class="search" list="departments" value={name.to_owned()} aria-label={copy::department_of(&row.name)} autocomplete="off" spellcheck="false" onchange={move_to} />
        </li>
    }
}
