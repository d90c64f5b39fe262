//! The encodings with tables: GB18030, Big5 and whatever else is chosen by hand.
//!
//! The one place with two implementations: a native build brings the tables of `encoding_rs`, a
//! page uses the browser's `TextDecoder`. Both are the WHATWG ones, under the same labels.

/// Decodes `bytes` from the encoding with this WHATWG label; what cannot be decoded becomes
/// U+FFFD. `None` if there is no such encoding.
#[cfg(not(target_arch = "wasm32"))]
pub(super) fn decode(bytes: &[u8], label: &str) -> Option<String> {
    let encoding = encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())?;
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}

/// Decodes `bytes` from the encoding with this WHATWG label; what cannot be decoded becomes
/// U+FFFD. `None` if there is no such encoding.
#[cfg(target_arch = "wasm32")]
pub(super) fn decode(bytes: &[u8], label: &str) -> Option<String> {
    browser::TextDecoder::new(label).ok()?.decode(bytes).ok()
}

#[cfg(target_arch = "wasm32")]
mod browser {
    use wasm_bindgen::prelude::*;

    #[wasm_bindgen]
    extern "C" {
        /// `TextDecoder` of the page and its workers; not fatal unless asked.
        pub(super) type TextDecoder;

        #[wasm_bindgen(constructor, catch)]
        pub(super) fn new(label: &str) -> Result<TextDecoder, JsValue>;

        #[wasm_bindgen(method, catch)]
        pub(super) fn decode(this: &TextDecoder, bytes: &[u8]) -> Result<String, JsValue>;
    }
}
