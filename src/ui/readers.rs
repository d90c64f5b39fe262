//! The module of documents and spreadsheets, where it runs: in the worker for reading, in the page for writing, and for
//! reading too where there is no worker. Its glue is part of the page's scripts; the module itself
//! comes when it is needed.

use super::browser;
use crate::document::Document;
use crate::export::border::{self, PatchRequest, PatchedFile};
use crate::export::layout::LayoutModel;
use crate::export::sheet::{FilledSheet, SheetError, SheetModel, Table};
use crate::reader::{self, ReadError, ReadOptions};
use crate::worker::{Request, Work, decode_outcome, encode_options};
use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
use std::cell::Cell;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen_futures::JsFuture;

#[wasm_bindgen]
extern "C" {
    /// Starts the module.
    #[wasm_bindgen(catch, js_name = hegao_readers)]
    fn start_module(options: &JsValue) -> Result<Promise, JsValue>;

    /// Its one function.
    #[wasm_bindgen(catch, js_namespace = hegao_readers, js_name = read)]
    fn read_in_module(bytes: &Uint8Array, options: &[u8]) -> Result<Vec<u8>, JsValue>;

    /// Writes into an original.
    #[wasm_bindgen(catch, js_namespace = hegao_readers, js_name = patch)]
    fn patch_in_module(original: &Uint8Array, request: &[u8]) -> Result<Vec<u8>, JsValue>;

    /// Reads a sheet that came back.
    #[wasm_bindgen(catch, js_namespace = hegao_readers, js_name = read_sheet)]
    fn read_sheet_in_module(bytes: &Uint8Array) -> Result<Vec<u8>, JsValue>;

    /// Writes a verification sheet.
    #[wasm_bindgen(catch, js_namespace = hegao_readers, js_name = write_sheet)]
    fn write_sheet_in_module(model: &[u8]) -> Result<Vec<u8>, JsValue>;

    /// Writes a plain table.
    #[wasm_bindgen(catch, js_namespace = hegao_readers, js_name = write_table)]
    fn write_table_in_module(table: &[u8]) -> Result<Vec<u8>, JsValue>;

    /// Writes a new document.
    #[wasm_bindgen(catch, js_namespace = hegao_readers, js_name = write_layout)]
    fn write_in_module(model: &[u8]) -> Result<Vec<u8>, JsValue>;
}

thread_local! {
    /// Whether the module has been started here.
    static IS_STARTED: Cell<bool> = const { Cell::new(false) };
}

/// The options of a request for a file that only the module of the readers opens.
pub(super) fn needed<'r>(request: &'r Request, payload: &ArrayBuffer) -> Option<&'r ReadOptions> {
    let Work::Read(options) = &request.work else { return None };
    reader::is_elsewhere(&sample(payload)).then_some(options)
}

/// Either end of a file: so much tells its format, and a file of many megabytes need not be copied
/// for it.
fn sample(payload: &ArrayBuffer) -> Vec<u8> {
    let (bytes, end) = (Uint8Array::new(payload), reader::SAMPLE as u32);
    let length = bytes.length();
    if length <= 2 * end {
        return bytes.to_vec();
    }
    let mut sample = bytes.subarray(0, end).to_vec();
    sample.extend(bytes.subarray(length - end, length).to_vec());
    sample
}

/// Starts the module of the readers.
pub(super) async fn start(module: &JsValue) -> Result<(), JsValue> {
    let options = Object::new();
    Reflect::set(&options, &"module_or_path".into(), module)?;
    JsFuture::from(start_module(&options)?).await?;
    IS_STARTED.set(true);
    Ok(())
}

/// Fetches the module and starts it, unless that was done before.
pub(super) async fn ready() -> Result<(), JsValue> {
    if IS_STARTED.get() {
        return Ok(());
    }
    start(&browser::module("readers").await?).await
}

/// Writes into an original, in the module, which is ready. The error is a Chinese sentence.
pub(super) fn patch(
    original: &ArrayBuffer,
    request: &PatchRequest,
) -> Result<Result<PatchedFile, String>, JsValue> {
    let outcome = patch_in_module(&Uint8Array::new(original), &border::encode(request))?;
    border::decode(&outcome).ok_or_else(|| "no outcome".into())
}

/// Reads a sheet that came back, in the module, which is ready.
pub(super) fn read_sheet(bytes: &ArrayBuffer) -> Result<Result<FilledSheet, SheetError>, JsValue> {
    let outcome = read_sheet_in_module(&Uint8Array::new(bytes))?;
    border::decode(&outcome).ok_or_else(|| "no outcome".into())
}

/// Writes a verification sheet (核实表) as xlsx, in the module, which is ready.
pub(super) fn write_sheet(model: &SheetModel) -> Result<Vec<u8>, JsValue> {
    write_sheet_in_module(&border::encode(model))
}

/// Writes a plain table as xlsx, in the module, which is ready.
pub(super) fn write_table(table: &Table) -> Result<Vec<u8>, JsValue> {
    write_table_in_module(&border::encode(table))
}

/// Writes a new document, in the module, which is ready.
pub(super) fn write_layout(model: &LayoutModel) -> Result<Vec<u8>, JsValue> {
    write_in_module(&border::encode(model))
}

/// Reads a file in the module of the readers, which has been started.
///
/// # Errors
/// What the module threw, if it trapped.
pub(super) fn read(
    payload: &ArrayBuffer,
    options: &ReadOptions,
) -> Result<Result<Document, ReadError>, JsValue> {
    let outcome = read_in_module(&Uint8Array::new(payload), &encode_options(options))?;
    decode_outcome(&outcome).ok_or_else(|| "no outcome".into())
}
