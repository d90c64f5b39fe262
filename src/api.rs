//! L7. The JavaScript API: `analyze(input, options)`.

use crate::analysis;
use crate::reader::{self, ReadError, ReadOptions, Revisions};
use crate::report::Report;
use js_sys::{Error, Reflect, TypeError, Uint8Array};
use serde::{Deserialize, Serialize};
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// The types of the public data model, for the `.d.ts` of the package.
#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("report/report.d.ts");

/// The second argument of `analyze`.
#[derive(Default, Deserialize)]
#[serde(default)]
struct Options {
    name: Option<String>,
    encoding: Option<String>,
    revisions: Revisions,
}

/// Analyses a report: a text, or the bytes of a file.
///
/// # Errors
/// An `Error` whose `kind` says why the input cannot be read, or a `TypeError` if it is neither a
/// string nor a `Uint8Array`.
#[wasm_bindgen(unchecked_return_type = "Report")]
pub fn analyze(
    #[wasm_bindgen(unchecked_param_type = "string | Uint8Array")] input: &JsValue,
    #[wasm_bindgen(
        unchecked_optional_param_type = "{ name?: string; encoding?: string; revisions?: 'accepted' | 'original' }"
    )]
    options: &JsValue,
) -> Result<JsValue, JsValue> {
    let Options { name, encoding, revisions } = read_options(options)?;
    let options = ReadOptions { name, encoding, revisions };
    let read = if let Some(text) = input.as_string() {
        reader::read_text(&text, &options)
    } else if let Some(bytes) = input.dyn_ref::<Uint8Array>() {
        reader::read(&bytes.to_vec(), &options)
    } else {
        return Err(TypeError::new("analyze 的第一个参数应为字符串或 Uint8Array。").into());
    };
    let document = read.map_err(|error| to_js_error(&error))?;
    let analysis = analysis::analyze(&document);
    let report = Report::new(&document, &analysis);
    Ok(report.serialize(&Serializer::json_compatible())?)
}

/// Reads and analyses the bytes of a file and keeps nothing but the number of facts: the work alone,
/// without the objects of [`analyze`], for `cargo xtask bench` to time.
#[wasm_bindgen(js_name = analysisWork)]
#[must_use]
pub fn analysis_work(bytes: &[u8]) -> usize {
    let document = reader::read(bytes, &ReadOptions::default());
    document.map_or(0, |document| analysis::analyze(&document).metrics.len())
}

/// `undefined` and `null` are no options at all.
fn read_options(options: &JsValue) -> Result<Options, JsValue> {
    if options.is_undefined() || options.is_null() {
        return Ok(Options::default());
    }
    Ok(serde_wasm_bindgen::from_value(options.clone())?)
}

/// An `Error` with the property `kind`.
fn to_js_error(error: &ReadError) -> JsValue {
    let js_error = Error::new(&error.message);
    // Setting a property of a new object cannot fail.
    let _ = Reflect::set(&js_error, &"kind".into(), &error.kind.id().into());
    js_error.into()
}
