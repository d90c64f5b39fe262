//! What goes over the border between the page's first module, which holds the draft, and those that
//! are fetched to write a file: postcard.

#[cfg(feature = "documents")]
use super::layout::{LayoutModel, write_docx};
use super::patch::PatchOptions;
#[cfg(feature = "documents")]
use super::patch::patch_docx;
#[cfg(feature = "documents")]
use super::sheet::{SheetModel, Table, read_filled, write_table_xlsx, write_xlsx};
use crate::document::Edit;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What is to be written into an original.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatchRequest {
    /// The edits, in the text that the original reads as.
    pub edits: Vec<Edit>,
    /// How they are written.
    pub options: PatchOptions,
}

/// An original with edits written into it, and what is to be said about it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PatchedFile {
    /// The file.
    pub bytes: Vec<u8>,
    /// How many edits are in it.
    pub written: usize,
    /// How many are not, and why, in Chinese sentences.
    pub skipped: Vec<(usize, String)>,
    /// What whoever takes it should know, in Chinese sentences.
    pub notes: Vec<String>,
}

/// A value as bytes; empty only if memory ran out.
#[must_use]
pub fn encode(value: &impl Serialize) -> Vec<u8> {
    postcard::to_allocvec(value).unwrap_or_default()
}

/// The value of bytes; `None` if they are none.
#[must_use]
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Option<T> {
    postcard::from_bytes(bytes).ok()
}

/// The other module's side: writes into an original. `request` is a [`PatchRequest`]; the answer is
/// a `Result<PatchedFile, String>`, the error a Chinese sentence.
#[cfg(feature = "documents")]
#[must_use]
pub fn patch_for_page(original: &[u8], request: &[u8]) -> Vec<u8> {
    let Some(request) = decode::<PatchRequest>(request) else { return Vec::new() };
    let outcome = patch_docx(original, &request.edits, &request.options).map(|patched| {
        let mut skipped: Vec<(usize, String)> = Vec::new();
        for reason in patched.skipped.iter().map(|skipped| skipped.reason.to_string()) {
            match skipped.iter_mut().find(|(_, known)| *known == reason) {
                Some((count, _)) => *count += 1,
                None => skipped.push((1, reason)),
            }
        }
        PatchedFile {
            bytes: patched.bytes,
            written: request.edits.len() - patched.skipped.len(),
            skipped,
            notes: patched.notes.iter().map(ToString::to_string).collect(),
        }
    });
    encode(&outcome.map_err(|error| error.to_string()))
}

/// The other module's side: writes a new docx. `model` is a [`LayoutModel`]; the answer is the file,
/// empty if it cannot be written.
#[cfg(feature = "documents")]
#[must_use]
pub fn layout_for_page(model: &[u8]) -> Vec<u8> {
    let model = decode::<LayoutModel>(model);
    model.and_then(|model| write_docx(&model).ok()).unwrap_or_default()
}

/// The other module's side: reads a sheet that came back. The answer is a
/// `Result<FilledSheet, SheetError>`.
#[cfg(feature = "documents")]
#[must_use]
pub fn read_sheet_for_page(bytes: &[u8]) -> Vec<u8> {
    encode(&read_filled(bytes))
}

/// The other module's side: writes a sheet as xlsx. `model` is a [`SheetModel`]; the answer is the
/// file, empty if there is no model.
#[cfg(feature = "documents")]
#[must_use]
pub fn sheet_for_page(model: &[u8]) -> Vec<u8> {
    decode::<SheetModel>(model).map(|model| write_xlsx(&model)).unwrap_or_default()
}

/// The other module's side: writes a table as xlsx. `table` is a [`Table`]; the answer is as of
/// [`sheet_for_page`].
#[cfg(feature = "documents")]
#[must_use]
pub fn table_for_page(table: &[u8]) -> Vec<u8> {
    decode::<Table>(table).map(|table| write_table_xlsx(&table)).unwrap_or_default()
}

#[cfg(all(test, feature = "documents"))]
mod tests {
    use super::*;
    use crate::analysis::Session;
    use crate::document::{Document, Source};
    use crate::draft::Draft;
    use crate::export::layout::{LayoutOptions, layout_model};
    use crate::export::patch::edits_from;
    use crate::export::sheet::{SheetOptions, findings_table, sheet_model};
    use std::rc::Rc;

    #[test]
    fn a_file_is_written_on_the_other_side() {
        let document = Document::from_text(Source::default(), "走访*户。\n核实*人。".to_owned());
        let mut draft = Draft::new(Rc::new(Session::new(document)));
        let model = layout_model(&draft, &LayoutOptions::default());
        let original = layout_for_page(&encode(&model));
        assert!(original.starts_with(b"PK"));
        draft.fill(0, "35", "").unwrap();
        let edits = edits_from(draft.text(), &draft);
        let request = PatchRequest { edits, options: PatchOptions::default() };
        let patched = patch_for_page(&original, &encode(&request));
        let patched = decode::<Result<PatchedFile, String>>(&patched).unwrap().unwrap();
        assert_eq!((patched.written, patched.skipped.len()), (1, 0));
        let sheet = sheet_model(&draft, &SheetOptions::default());
        assert_eq!(sheet_for_page(&encode(&sheet)), write_xlsx(&sheet));
        let table = findings_table(&draft);
        assert_eq!(table_for_page(&encode(&table)), write_table_xlsx(&table));
        assert!(layout_for_page(b"").is_empty() && patch_for_page(b"", b"").is_empty());
        assert!(sheet_for_page(b"").is_empty() && table_for_page(b"").is_empty());
    }
}
