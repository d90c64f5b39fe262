//! Spreadsheets as a wasm module of their own: the page fetches it when the first sheet comes
//! back.

#[cfg(target_arch = "wasm32")]
mod border {
    use hegao::export::sheet;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Reads a sheet that came back. The answer is a `Result<FilledSheet, SheetError>` as postcard,
    /// empty only if memory ran out.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn read_sheet(bytes: &[u8]) -> Vec<u8> {
        postcard::to_allocvec(&sheet::read_filled(bytes)).unwrap_or_default()
    }
}

fn main() {}
