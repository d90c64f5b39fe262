//! The readers of documents in containers, as a wasm module of their own: the page fetches it when the
//! first such file is opened, or the first sheet comes back. It reads and does nothing else.

#[cfg(target_arch = "wasm32")]
mod border {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Reads a file. `options` and the outcome are postcard, see `hegao::worker::read_for_page`.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn read(bytes: &[u8], options: &[u8]) -> Vec<u8> {
        hegao::worker::read_for_page(bytes, options)
    }

    /// Reads a sheet that came back. The answer is a `Result<FilledSheet, SheetError>` as postcard,
    /// empty only if memory ran out.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn read_sheet(bytes: &[u8]) -> Vec<u8> {
        postcard::to_allocvec(&hegao::export::sheet::read_filled(bytes)).unwrap_or_default()
    }
}

fn main() {}
