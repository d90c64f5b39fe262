use super::choice_field::ChoiceField;
use super::dialog::ModalDialog;
use super::export_departments::{export_departments, suggested};
use super::export_setup::export_setup;
use crate::export::MASKS;
use crate::ui::copy;
use crate::ui::exporting::Export;
use crate::ui::hooks::use_picker;
use crate::ui::page::{Page, use_page};
use crate::ui::state::{Action, ExportChoices, NoticeKind};
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement};
use yew::prelude::*;

/// Everything that can be taken away, and what there is to choose about it.
#[component]
pub(super) fn ExportDialog() -> Html {
    let page = use_page();
    let picker = use_picker(&page);
    let deps = (page.state.desk.clone(), page.state.export.sheet.clone());
    let groups = use_memo(deps, |(desk, options)| {
        desk.as_ref().map(|desk| suggested(desk, options)).unwrap_or_default()
    });
    let Some(desk) = page.state.desk.clone() else { return html! {} };
    let choices = &page.state.export;
    html! {
        <ModalDialog title={copy::EXPORT_TITLE} class="dialog-wide">
            <p class="prose export-state">{ copy::export_state(desk.counters().blanks) }</p>
            { said(&page) }
            <section class="export-part" aria-label={copy::DOCUMENT_PART}>
                <h3>{ copy::DOCUMENT_PART }</h3>
                { original(&page) }
                <div class="export-row">
                    { button(&page, copy::NEW_DOCUMENT, Export::Document, !page.has_original()) }
                    <p>{ copy::NEW_DOCUMENT_HINT }</p>
                </div>
                { export_setup(&page) }
            </section>
            <section class="export-part" aria-label={copy::SHEET_PART}>
                <h3>{ copy::SHEET_PART }</h3>
                <p class="prose">{ copy::SHEET_HINT }</p>
                <div class="export-options">
                    { check(&page, copy::SHEET_OPEN, choices.sheet.only_open, |choices, on| choices.sheet.only_open = on) }
                    { check(&page, copy::SHEET_METRICS, choices.sheet.metrics, |choices, on| choices.sheet.metrics = on) }
                    { check(&page, copy::SHEET_TABS, choices.sheet.tab_per_department, |choices, on| choices.sheet.tab_per_department = on) }
                </div>
                { export_departments(&page, &groups) }
                <div class="export-buttons">
                    { button(&page, copy::SHEET_XLSX, Export::Sheet, true) }
                    { button(&page, copy::AS_CSV, Export::SheetCsv, false) }
                    <button type="button" class="button" onclick={picker.on_ask()}>{ copy::SHEET_BACK }</button>
                    <input ref={picker.field} type="file" hidden=true multiple=true accept=".xlsx,.csv" aria-label={copy::SHEET_BACK} onchange={picker.onpick} />
                </div>
            </section>
            { template_part(&page) }
            { data_part(&page) }
        </ModalDialog>
    }
}

/// What became of the last file: the page's own message lies under the dialog.
fn said(page: &Page) -> Html {
    let notice = page.state.notice.as_ref();
    let failed = notice.is_some_and(|notice| notice.kind == NoticeKind::Failed);
    let class = classes!("export-said", failed.then_some("export-failed"));
    html! { <div role="status">if let Some(notice) = notice { <p {class}>{ notice.text.clone() }</p> }</div> }
}

fn original(page: &Page) -> Html {
    if !page.has_original() {
        return html! { <p class="prose">{ copy::NO_ORIGINAL_HINT }</p> };
    }
    html! {
        <div class="export-row">
            { button(page, copy::IN_ORIGINAL, Export::Original, true) }
            <p>{ copy::IN_ORIGINAL_HINT }</p>
        </div>
    }
}

fn template_part(page: &Page) -> Html {
    let chosen = page.state.export.template;
    let masks = MASKS.iter().map(|mask| AttrValue::from(mask.token)).collect::<Vec<_>>();
    let onchoose = {
        let page = page.clone();
        Callback::from(move |mask| change(&page, |choices| choices.template.mask = mask))
    };
    html! {
        <section class="export-part" aria-label={copy::TEMPLATE_PART}>
            <h3>{ copy::TEMPLATE_PART }</h3>
            <p class="prose">{ copy::TEMPLATE_HINT }</p>
            <div class="export-options">
                <ChoiceField label={copy::MASK} options={masks} chosen={chosen.mask} {onchoose} />
                { check(page, copy::MASK_RANKS, chosen.ranks, |choices, on| choices.template.ranks = on) }
                { check(page, copy::MASK_YEARS, chosen.years, |choices, on| choices.template.years = on) }
            </div>
            <div class="export-buttons">
                if page.has_original() { { button(page, copy::TEMPLATE_ORIGINAL, Export::TemplateOriginal, false) } }
                { button(page, copy::TEMPLATE_NEW, Export::Template, false) }
                { button(page, copy::TEMPLATE_TEXT, Export::TemplateText, false) }
            </div>
        </section>
    }
}

fn data_part(page: &Page) -> Html {
    let act = |name: &'static str, does: fn(&Page)| {
        let page = page.clone();
        let onclick = Callback::from(move |_: MouseEvent| does(&page));
        html! { <button type="button" class="button" {onclick}>{ name }</button> }
    };
    let file = |name, what| button(page, name, what, false);
    html! {
        <section class="export-part" aria-label={copy::DATA_PART}>
            <h3>{ copy::DATA_PART }</h3>
            <dl class="export-data">
                <div><dt>{ copy::TEXT_ROW }</dt><dd>
                    { act(copy::AS_TEXT, Page::save_text) }
                    { file(copy::AS_MARKDOWN, Export::Markdown) }
                    { file(copy::AS_HTML, Export::Html) }
                    { act(copy::COPY_RICH, Page::copy_rich) }
                </dd></div>
                <div><dt>{ copy::METRIC_TABLE }</dt><dd>
                    { file("xlsx", Export::Metrics) }
                    { file(copy::AS_CSV, Export::MetricsCsv) }
                </dd></div>
                <div><dt>{ copy::FINDING_TABLE }</dt><dd>
                    { file("xlsx", Export::Findings) }
                    { file(copy::AS_CSV, Export::FindingsCsv) }
                    { act(copy::AS_JSON, Page::save_json) }
                </dd></div>
            </dl>
        </section>
    }
}

fn button(page: &Page, name: &'static str, what: Export, primary: bool) -> Html {
    let page = page.clone();
    let onclick = Callback::from(move |_: MouseEvent| page.export(what));
    let class = classes!("button", primary.then_some("button-primary"));
    html! { <button type="button" {class} {onclick}>{ name }</button> }
}

/// A choice that is on or off.
pub(super) fn check(
    page: &Page,
    name: &'static str,
    on: bool,
    set: fn(&mut ExportChoices, bool),
) -> Html {
    let page = page.clone();
    let onchange = Callback::from(move |event: Event| {
        let field = event.target().and_then(|t| t.dyn_into::<HtmlInputElement>().ok());
        if let Some(field) = field {
            change(&page, |choices| set(choices, field.checked()));
        }
    });
    html! { <label class="check"><input type="checkbox" checked={on} {onchange} />{ name }</label> }
}

/// Changes what is chosen.
pub(super) fn change(page: &Page, with: impl FnOnce(&mut ExportChoices)) {
    let mut choices = page.sheet.state().export.clone();
    with(&mut choices);
    page.dispatch(Action::Export(Box::new(choices)));
}
