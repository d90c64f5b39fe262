//! What the page weighs, and the most it may weigh.

use std::fmt;

use anyhow::{Result, bail};

use crate::pack::Packed;

/// A first visit to the site, all files, brotli-11. The aim is 450 KB.
const FIRST_LOAD_CAP: usize = 600_000;
/// `dist/hegao.html` as it lies on the disk.
const FILE_CAP: usize = 1_800_000;

const SINGLE_FILE: &str = "hegao.html";

struct Row {
    name: String,
    raw: usize,
    /// Gzip and brotli, `None` for what is not sent compressed.
    compressed: Option<(usize, usize)>,
}

/// The sizes of both deliveries, in bytes.
pub(crate) struct Sizes {
    site: Vec<Row>,
    file: usize,
}

impl Sizes {
    pub(crate) fn of(packed: &Packed) -> Self {
        let site = packed.site.iter().map(|file| Row {
            name: format!("site/{}", file.name),
            raw: file.raw.len(),
            compressed: Some((file.gzip.len(), file.brotli.len())),
        });
        Self { site: site.collect(), file: packed.file.len() }
    }

    /// One line with the two sizes that have a cap.
    pub(crate) fn summary(&self) -> String {
        format!(
            "first load {} KB brotli (cap {}), single file {} KB (cap {})",
            kilobytes(self.first_load()),
            kilobytes(FIRST_LOAD_CAP),
            kilobytes(self.file),
            kilobytes(FILE_CAP)
        )
    }

    /// # Errors
    /// When a size is over its cap.
    pub(crate) fn check(&self) -> Result<()> {
        let over = [
            ("the first load of the site", self.first_load(), FIRST_LOAD_CAP),
            ("the single file", self.file, FILE_CAP),
        ];
        match over.iter().find(|(_, size, cap)| size > cap) {
            Some((what, size, cap)) => bail!("{what} is {size} bytes, and may be {cap}"),
            None => Ok(()),
        }
    }

    fn first_load(&self) -> usize {
        self.site.iter().filter_map(|row| row.compressed).map(|(_, brotli)| brotli).sum()
    }

    fn total(&self) -> Row {
        let gzip = self.site.iter().filter_map(|row| row.compressed).map(|(gzip, _)| gzip).sum();
        Row {
            name: "site, first load".to_owned(),
            raw: self.site.iter().map(|row| row.raw).sum(),
            compressed: Some((gzip, self.first_load())),
        }
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<42} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli")?;
        let file = Row { name: SINGLE_FILE.to_owned(), raw: self.file, compressed: None };
        for row in self.site.iter().chain([&self.total(), &file]) {
            let (gzip, brotli) = match row.compressed {
                Some((gzip, brotli)) => (gzip.to_string(), brotli.to_string()),
                None => ("-".to_owned(), "-".to_owned()),
            };
            writeln!(f, "{:<42} {:>10} {gzip:>10} {brotli:>10}", row.name, row.raw)?;
        }
        Ok(())
    }
}

/// Rounded up, so that a size just over a cap does not read as the cap.
fn kilobytes(bytes: usize) -> usize {
    bytes.div_ceil(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sizes(brotli: usize, file: usize) -> Sizes {
        let row = Row { name: "a".to_owned(), raw: 9, compressed: Some((5, brotli)) };
        Sizes { site: vec![row], file }
    }

    #[test]
    fn a_size_over_its_cap_is_refused_by_name() {
        assert!(sizes(FIRST_LOAD_CAP, FILE_CAP).check().is_ok());
        let error = sizes(FIRST_LOAD_CAP + 1, 1).check().unwrap_err().to_string();
        assert_eq!(error, "the first load of the site is 600001 bytes, and may be 600000");
        let error = sizes(1, FILE_CAP + 1).check().unwrap_err().to_string();
        assert_eq!(error, "the single file is 1800001 bytes, and may be 1800000");
    }
}
