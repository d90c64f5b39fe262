//! The archive with one part replaced; all others are copied as they are compressed.

use super::reason::PatchError;
use std::io::{Cursor, Write};
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The folder of digital signatures in a package.
const SIGNATURES: &str = "_xmlsignatures/";

impl From<ZipError> for PatchError {
    fn from(_: ZipError) -> Self {
        Self::Pack
    }
}

/// The archive in `original` whose part number `index` is now `content`; and whether it is signed.
///
/// # Errors
/// If it has what cannot be copied.
pub(super) fn replace(
    original: &[u8],
    index: usize,
    content: &[u8],
) -> Result<(Vec<u8>, bool), PatchError> {
    let mut archive = ZipArchive::new(Cursor::new(original))?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(original.len())));
    let mut is_signed = false;
    for number in 0..archive.len() {
        let file = archive.by_index_raw(number)?;
        is_signed |= file.name().is_ok_and(|name| name.starts_with(SIGNATURES));
        if number != index {
            writer.raw_copy_file(file)?;
            continue;
        }
        // The time stamp stays: the export has no clock, and two exports are the same bytes.
        let time = file.last_modified().unwrap_or_default();
        let name = file.name()?.into_owned();
        let options = SimpleFileOptions::default().last_modified_time(time);
        writer.start_file(name, options.compression_method(zip::CompressionMethod::Deflated))?;
        writer.write_all(content).map_err(|_| PatchError::Pack)?;
    }
    Ok((writer.finish()?.into_inner(), is_signed))
}
