//! The module of spreadsheets, which runs in the page: it writes what the departments are sent.

use super::browser;
use crate::export::border;
use crate::export::sheet::{SheetModel, Table};
use js_sys::{Object, Promise, Reflect};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Starts the module.
    #[wasm_bindgen(catch, js_name = hegao_sheets)]
    fn start_module(options: &JsValue) -> Result<Promise, JsValue>;

    /// Writes a verification sheet.
    #[wasm_bindgen(catch, js_namespace = hegao_sheets, js_name = write_sheet)]
    fn write_sheet_in_module(model: &[u8]) -> Result<Vec<u8>, JsValue>;

    /// Writes a plain table.
    #[wasm_bindgen(catch, js_namespace = hegao_sheets, js_name = write_table)]
    fn write_table_in_module(table: &[u8]) -> Result<Vec<u8>, JsValue>;
}

thread_local! {
    /// Whether the module has been started.
    static IS_STARTED: Cell<bool> = const { Cell::new(false) };
}

/// Fetches the module and starts it, unless that was done before.
pub(super) async fn ready() -> Result<(), JsValue> {
    if IS_STARTED.get() {
        return Ok(());
    }
    let options = Object::new();
    Reflect::set(&options, &"module_or_path".into(), &browser::module("sheets").await?)?;
    JsFuture::from(start_module(&options)?).await?;
    IS_STARTED.set(true);
    Ok(())
}

/// Writes a verification sheet (核实表) as xlsx; the module is ready.
pub(super) fn write_sheet(model: &SheetModel) -> Result<Vec<u8>, JsValue> {
    write_sheet_in_module(&border::encode(model))
}

/// Writes a plain table as xlsx; the module is ready.
pub(super) fn write_table(table: &Table) -> Result<Vec<u8>, JsValue> {
    write_table_in_module(&border::encode(table))
}
