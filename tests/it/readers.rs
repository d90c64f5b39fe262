//! Reading documents of every format.

use crate::project::shared;
use hegao::reader::{self, ReadOptions};
use std::path::PathBuf;

/// All files in the folders of the shared fixtures that hold documents.
fn shared_documents() -> Option<Vec<PathBuf>> {
    let folder = shared()?.join("fixtures");
    let mut paths: Vec<PathBuf> = ["doc", "docx", "rtf", "odt"]
        .iter()
        .filter_map(|name| std::fs::read_dir(folder.join(name)).ok())
        .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
        .collect();
    paths.sort();
    Some(paths)
}

#[test]
fn every_shared_document_is_read_or_refused_with_a_reason() {
    let Some(paths) = shared_documents() else {
        println!("skipped: there is no `shared` beside the project");
        return;
    };
    for path in paths {
        let bytes = std::fs::read(&path).expect("readable");
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        match reader::read(&bytes, &ReadOptions::default()) {
            Ok(document) => {
                let (kind, notes) = (document.source.format, &document.source.notes);
                println!("{name}: {kind:?}, {} blocks {notes:?}", document.blocks.len());
            }
            Err(error) => println!("{name}: {}: {}", error.kind.id(), error.message),
        }
    }
}
