//! Sheets that come back from the departments: read, compared with one another and with the draft, and
//! shown before anything is filled in.

use super::page::Page;
use super::state::Action;
use super::{browser, copy, readers};
use crate::export::sheet::{FilledSheet, merge};
use std::rc::Rc;
use web_sys::File;
use yew::platform::spawn_local;

/// What the names of spreadsheets end with.
const ENDINGS: [&str; 6] = [".xlsx", ".xlsm", ".csv", ".xls", ".et", ".ods"];

impl Page {
    /// Whether a file is taken for a sheet that comes back: a spreadsheet, while a report is on the desk.
    pub(super) fn is_sheet(&self, file: &File) -> bool {
        let name = file.name().to_lowercase();
        self.sheet.desk().is_some() && ENDINGS.iter().any(|ending| name.ends_with(ending))
    }

    /// Reads sheets and shows what they would do.
    pub(super) fn take_back(&self, files: Vec<File>) {
        let page = self.clone();
        page.dispatch(Action::Remark(copy::READING_SHEETS.into()));
        spawn_local(async move {
            browser::painted().await;
            page.dispatch(match page.read_sheets(files).await {
                Ok(preview) => preview,
                Err(why) => Action::Fail(why.into()),
            });
        });
    }

    async fn read_sheets(&self, files: Vec<File>) -> Result<Action, String> {
        readers::ready().await.map_err(|_| copy::NO_WRITER)?;
        let mut sheets: Vec<(String, FilledSheet)> = Vec::new();
        let mut refused = Vec::new();
        for file in files {
            let bytes = browser::bytes(&file).await.ok_or(copy::UNREADABLE_FILE)?;
            match readers::read_sheet(&bytes).map_err(|_| copy::CRASHED)? {
                Ok(sheet) => sheets.push((file.name(), sheet)),
                Err(error) => refused.push((file.name(), error)),
            }
        }
        if sheets.is_empty() {
            let said = refused.iter().map(|(name, error)| copy::refused_sheet(name, error));
            return Err(said.collect());
        }
        let desk = self.sheet.desk().ok_or(copy::NOTHING_THERE)?;
        let mut preview = merge(desk.draft(), &sheets);
        preview.foreign.extend(refused);
        Ok(Action::Preview(Rc::new(preview)))
    }
}
