//! Documents and spreadsheets, read and written, as a wasm module of their own: the page fetches it
//! when the first such file is opened, exported or comes back.

#[cfg(target_arch = "wasm32")]
mod border {
    use hegao::export::border;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Reads a file. `options` and the outcome are postcard, see `hegao::worker::read_for_page`.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn read(bytes: &[u8], options: &[u8]) -> Vec<u8> {
        hegao::worker::read_for_page(bytes, options)
    }

    /// Writes into an original, see `hegao::export::border::patch_for_page`.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn patch(original: &[u8], request: &[u8]) -> Vec<u8> {
        border::patch_for_page(original, request)
    }

    /// Writes a new document, see `hegao::export::border::layout_for_page`.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn write_layout(model: &[u8]) -> Vec<u8> {
        border::layout_for_page(model)
    }

    /// Reads a sheet that came back, see `hegao::export::border::read_sheet_for_page`.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn read_sheet(bytes: &[u8]) -> Vec<u8> {
        border::read_sheet_for_page(bytes)
    }

    /// Writes a sheet as a workbook, see `hegao::export::border::sheet_for_page`.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn write_sheet(model: &[u8]) -> Vec<u8> {
        border::sheet_for_page(model)
    }

    /// Writes a table as a workbook, see `hegao::export::border::table_for_page`.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn write_table(table: &[u8]) -> Vec<u8> {
        border::table_for_page(table)
    }
}

fn main() {}
