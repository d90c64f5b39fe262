//! The module of the readers, where it runs: in the worker, or in a page that has none. Its glue is
//! part of the page's scripts; the module itself comes when it is needed.

use crate::document::Document;
use crate::reader::{self, ReadError, ReadOptions};
use crate::worker::{Request, Work, decode_outcome, encode_options};
use js_sys::{ArrayBuffer, Object, Promise, Reflect, Uint8Array};
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
    Ok(())
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
