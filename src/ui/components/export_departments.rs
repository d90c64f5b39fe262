use super::export_dialog::change;
use super::export_setup::value;
use crate::export::sheet::{DEPARTMENTS, SheetGroup, SheetOptions, SheetRow, sheet_model};
use crate::ui::copy;
use crate::ui::page::{Page, use_page};
use crate::ui::state::Shared;
use std::collections::BTreeMap;
use web_sys::Event;
use yew::prelude::*;

/// So many rows of a department are listed: who has more gives the whole of it another name.
const LISTED: usize = 200;

#[derive(PartialEq, Properties)]
pub(super) struct DepartmentsProps {
    /// The report.
    pub(super) desk: Shared,
}

/// Who is asked for what: departments with their rows, as suggested; each can be called otherwise.
#[component]
pub(super) fn ExportDepartments(props: &DepartmentsProps) -> Html {
    let page = use_page();
    let options = page.state.export.sheet.clone();
    let model = use_memo((props.desk.clone(), options.clone()), |(desk, options)| {
        sheet_model(desk.draft(), options)
    });
    // What a group is called at first, which is what another name for it is kept by.
    let suggested = use_memo((props.desk.clone(), options), |(desk, options)| {
        let renamed = BTreeMap::new();
        sheet_model(desk.draft(), &SheetOptions { renamed, ..options.clone() })
    });
    if model.groups.is_empty() {
        return html! { <p class="prose">{ copy::NO_ROWS }</p> };
    }
    html! {
        <details class="export-fold">
            <summary>{ copy::DEPARTMENTS }<span class="tab-count">{ model.groups.len() }</span></summary>
            <p class="prose">{ copy::DEPARTMENTS_HINT }</p>
            <datalist id="departments">{ for DEPARTMENTS.iter().map(|one| html! { <option value={one.name} /> }) }</datalist>
            { for suggested.groups.iter().map(|group| department(&page, group)) }
        </details>
    }
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
        <details key={group.department.clone()} class="department">
            <summary>
                <input type="text" class="search" list="departments" value={name.clone()} aria-label={copy::department_of(&group.department)} autocomplete="off" spellcheck="false" onchange={rename} />
                <span class="department-rows">{ copy::department_rows(group.rows.len()) }</span>
            </summary>
            <ul>{ for group.rows.iter().take(LISTED).map(|row| department_row(page, row, &name)) }</ul>
        </details>
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
