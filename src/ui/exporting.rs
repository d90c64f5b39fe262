//! Taking files away: the draft becomes a model here, a module that is fetched for it writes the file,
//! and the browser saves it.

use super::page::Page;
use super::state::{Action, Shared};
use super::{browser, copy, readers};
use crate::document::Format;
use crate::draft::Draft;
use crate::export::border::PatchRequest;
use crate::export::layout::{LayoutOptions, layout_model};
use crate::export::patch::{PatchOptions, edits_from};
use crate::export::sheet::{
    findings_table, metrics_table, sheet_model, write_csv, write_table_csv,
};
use crate::export::{TextOptions, template, to_html, to_html_fragment, to_markdown, to_text};
use crate::reader::ReadOptions;
use wasm_bindgen::JsValue;
use yew::platform::spawn_local;

const DOCX: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// A file that can be taken away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Export {
    /// The original docx with the values put in.
    Original,
    /// A new document to GB/T 9704.
    Document,
    /// The verification sheet (核实表).
    Sheet,
    /// The same as csv.
    SheetCsv,
    /// Next year's template, in the original docx.
    TemplateOriginal,
    /// The same as a new document.
    Template,
    /// The same as text.
    TemplateText,
    /// The text as Markdown.
    Markdown,
    /// The text as a web page.
    Html,
    /// All metrics as a spreadsheet.
    Metrics,
    /// The same as csv.
    MetricsCsv,
    /// The findings as a spreadsheet.
    Findings,
    /// The same as csv.
    FindingsCsv,
}

/// What is said about a file that was saved, or why there is none.
type Outcome = Result<String, String>;

impl Page {
    /// Makes a file of the draft and saves it.
    pub(super) fn export(&self, what: Export) {
        let Some(desk) = self.sheet.desk() else { return };
        let page = self.clone();
        page.dispatch(Action::Remark(copy::EXPORTING.into()));
        spawn_local(async move {
            browser::painted().await;
            page.dispatch(match page.made(what, &desk).await {
                Ok(said) => Action::Tell(said.into()),
                Err(why) => Action::Fail(why.into()),
            });
        });
    }

    /// Whether the report came from a docx that can be filled in place.
    pub(super) fn has_original(&self) -> bool {
        let state = self.sheet.state();
        let desk = state.desk.as_ref().filter(|_| state.rereadable);
        desk.is_some_and(|desk| desk.document().source.format == Format::Docx)
    }

    /// Copies the text with its values put in: with headings and tables for a word processor, and
    /// indented text for whatever takes nothing else.
    pub(super) fn copy_rich(&self) {
        let Some(desk) = self.sheet.desk() else { return };
        let page = self.clone();
        spawn_local(async move {
            let draft = desk.draft();
            let html = to_html_fragment(&layout_model(draft, &LayoutOptions::default()));
            let text = to_text(draft, TextOptions::Indented);
            page.dispatch(if browser::copy_rich(&html, &text).unwrap_or(false) {
                Action::Tell(copy::copied_text(desk.counters().blanks).into())
            } else {
                Action::Fail(copy::COPIED_FAILED.into())
            });
        });
    }

    async fn made(&self, what: Export, desk: &Shared) -> Outcome {
        let draft = desk.draft();
        let choices = self.sheet.state().export.clone();
        let page_setup = || choices.page(copy::ANONYMOUS);
        let year = || template(draft, choices.template);
        match what {
            Export::Original => self.patched(draft, copy::FINAL, true).await,
            Export::Document => self.laid_out(draft, &page_setup(), copy::FINAL).await,
            Export::TemplateOriginal => self.patched(&year().draft, copy::TEMPLATE, false).await,
            Export::Template => self.laid_out(&year().draft, &choices.layout, copy::TEMPLATE).await,
            Export::TemplateText => {
                let year = year();
                self.text(year.draft.text(), copy::TEMPLATE, "txt", &copy::masked(year.figures))
            }
            Export::Sheet => {
                let model = sheet_model(draft, &choices.sheet);
                ready(readers::ready().await)?;
                let bytes = readers::write_sheet(&model).map_err(broken)?;
                self.saved(
                    copy::SHEET,
                    "xlsx",
                    &bytes,
                    XLSX,
                    &copy::sheet_rows(model.rows().count()),
                )
            }
            Export::SheetCsv => {
                let model = sheet_model(draft, &choices.sheet);
                let said = copy::sheet_rows(model.rows().count());
                self.saved(copy::SHEET, "csv", write_csv(&model).as_bytes(), "text/csv", &said)
            }
            Export::Markdown => {
                let text = to_markdown(&layout_model(draft, &LayoutOptions::default()));
                self.text(&text, copy::FINAL, "md", &copy::still_open(desk.counters().blanks))
            }
            Export::Html => {
                let text = to_html(&layout_model(draft, &LayoutOptions::default()));
                let said = copy::still_open(desk.counters().blanks);
                self.saved(copy::FINAL, "html", text.as_bytes(), "text/html", &said)
            }
            Export::Metrics | Export::MetricsCsv => {
                let order: Vec<u32> =
                    (0..draft.session().analysis().metrics.len() as u32).collect();
                let table = metrics_table(draft, &order);
                self.table(&table, copy::METRIC_TABLE, what == Export::MetricsCsv).await
            }
            Export::Findings | Export::FindingsCsv => {
                let table = findings_table(draft);
                self.table(&table, copy::FINDING_TABLE, what == Export::FindingsCsv).await
            }
        }
    }

    /// The original with what was done to its text written into it.
    async fn patched(&self, draft: &Draft, kind: &str, tracked: bool) -> Outcome {
        let file = self.original().ok_or(copy::NO_ORIGINAL)?;
        let bytes = browser::bytes(&file).await.ok_or(copy::UNREADABLE_FILE)?;
        ready(readers::ready().await)?;
        let source = self.source();
        let options = ReadOptions { revisions: source.revisions, ..ReadOptions::default() };
        let read = readers::read(&bytes, &options).map_err(broken)?;
        let original = read.map_err(|error| error.message)?;
        let choices = self.sheet.state().export.clone();
        let tracked = choices.author(copy::ANONYMOUS, browser::now()).filter(|_| tracked);
        let options = PatchOptions { revisions: source.revisions, tracked };
        let request = PatchRequest { edits: edits_from(&original.text, draft), options };
        let patched = readers::patch(&bytes, &request).map_err(broken)??;
        let said = copy::patched(&patched, still_open(draft));
        self.saved(kind, "docx", &patched.bytes, DOCX, &said)
    }

    /// A new document.
    async fn laid_out(&self, draft: &Draft, options: &LayoutOptions, kind: &str) -> Outcome {
        options.check().map_err(|refusal| refusal.to_string())?;
        let model = layout_model(draft, options);
        ready(readers::ready().await)?;
        let bytes = readers::write_layout(&model).map_err(broken)?;
        self.saved(kind, "docx", &bytes, DOCX, &copy::still_open(model.open_blanks()))
    }

    async fn table(&self, table: &crate::export::sheet::Table, kind: &str, csv: bool) -> Outcome {
        let said = copy::table_rows(table.rows.len());
        if csv {
            let text = write_table_csv(table);
            return self.saved(kind, "csv", text.as_bytes(), "text/csv", &said);
        }
        ready(readers::ready().await)?;
        let bytes = readers::write_table(table).map_err(broken)?;
        self.saved(kind, "xlsx", &bytes, XLSX, &said)
    }

    /// Saves text for whoever opens it on Windows: with its line breaks, and the mark that tells old
    /// editors that it is UTF-8.
    fn text(&self, text: &str, kind: &str, ending: &str, said: &str) -> Outcome {
        let text = format!("\u{feff}{}", text.replace('\n', "\r\n"));
        self.saved(kind, ending, text.as_bytes(), "text/plain", said)
    }

    fn saved(&self, kind: &str, ending: &str, bytes: &[u8], media: &str, said: &str) -> Outcome {
        let name = format!("{}.{kind}.{ending}", self.stem());
        let saved = (!bytes.is_empty()).then(|| browser::save_bytes(&name, bytes, media));
        match saved.flatten() {
            Some(()) => Ok(copy::saved(&name) + said),
            None => Err(copy::SAVE_FAILED.to_owned()),
        }
    }
}

/// How many blanks of a draft have no value.
fn still_open(draft: &Draft) -> usize {
    let progress = draft.progress();
    progress.total - progress.filled
}

/// Whether a module has come.
fn ready(outcome: Result<(), JsValue>) -> Result<(), String> {
    outcome.map_err(|_| copy::NO_WRITER.to_owned())
}

/// A module that trapped.
fn broken(_: JsValue) -> String {
    copy::SAVE_FAILED.to_owned()
}
