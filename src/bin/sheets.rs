//! The writers of spreadsheets as a wasm module of their own: the page fetches it when the first sheet is
//! exported.

#[cfg(target_arch = "wasm32")]
mod border {
    use hegao::export::sheet;
    use wasm_bindgen::prelude::wasm_bindgen;

    /// Writes a sheet. `model` is a `SheetModel` as postcard; the answer is the xlsx file, empty if
    /// `model` is none.
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn write_sheet(model: &[u8]) -> Vec<u8> {
        postcard::from_bytes(model).map_or_else(|_| Vec::new(), |model| sheet::write_xlsx(&model))
    }

    /// Writes a table. `table` is a `Table` as postcard; the answer is as of [`write_sheet`].
    #[wasm_bindgen]
    #[expect(unreachable_pub, reason = "wasm-bindgen exports what is public, wherever it stands")]
    pub fn write_table(table: &[u8]) -> Vec<u8> {
        postcard::from_bytes(table)
            .map_or_else(|_| Vec::new(), |table| sheet::write_table_xlsx(&table))
    }
}

fn main() {}
