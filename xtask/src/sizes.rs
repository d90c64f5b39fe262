//! What the page weighs, and the most it may weigh.

use std::fmt;

use anyhow::{Result, bail};

use crate::pack::Packed;

/// A first visit to the site, all files, brotli-11. The aim is 450 KB.
const FIRST_LOAD_CAP: usize = 660_000;
/// Each module that is fetched when it is needed, brotli-11.
const ON_DEMAND_CAP: usize = 400_000;
/// `dist/hegao.html` as it lies on the disk.
const FILE_CAP: usize = 2_000_000;

const SINGLE_FILE: &str = "hegao.html";

struct Row {
    name: String,
    /// Whether a first visit fetches it.
    first: bool,
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
            first: file.first,
            raw: file.raw.len(),
            compressed: Some((file.gzip.len(), file.brotli.len())),
        });
        Self { site: site.collect(), file: packed.file.len() }
    }

    /// One line with the sizes that have a cap.
    pub(crate) fn summary(&self) -> String {
        format!(
            "first load {} KB brotli (cap {}), on demand at most {} KB brotli (cap {}), single file {} KB (cap {})",
            kilobytes(self.first_load()),
            kilobytes(FIRST_LOAD_CAP),
            kilobytes(self.on_demand()),
            kilobytes(ON_DEMAND_CAP),
            kilobytes(self.file),
            kilobytes(FILE_CAP)
        )
    }

    /// # Errors
    /// When a size is over its cap.
    pub(crate) fn check(&self) -> Result<()> {
        let over = [
            ("the first load of the site", self.first_load(), FIRST_LOAD_CAP),
            ("a module that the site loads on demand", self.on_demand(), ON_DEMAND_CAP),
            ("the single file", self.file, FILE_CAP),
        ];
        match over.iter().find(|(_, size, cap)| size > cap) {
            Some((what, size, cap)) => bail!("{what} is {size} bytes, and may be {cap}"),
            None => Ok(()),
        }
    }

    /// The rows of a first visit, or those of what is fetched later.
    fn rows(&self, first: bool) -> impl Iterator<Item = &Row> {
        self.site.iter().filter(move |row| row.first == first)
    }

    /// What a first visit fetches.
    fn first_load(&self) -> usize {
        self.brotli(true).sum()
    }

    /// The largest of what is fetched later.
    fn on_demand(&self) -> usize {
        self.brotli(false).max().unwrap_or_default()
    }

    fn brotli(&self, first: bool) -> impl Iterator<Item = usize> {
        self.rows(first).filter_map(|row| row.compressed).map(|(_, brotli)| brotli)
    }

    fn total(&self) -> Row {
        let gzip = self.rows(true).filter_map(|row| row.compressed).map(|(gzip, _)| gzip).sum();
        Row {
            name: "site, first load".to_owned(),
            first: true,
            raw: self.rows(true).map(|row| row.raw).sum(),
            compressed: Some((gzip, self.first_load())),
        }
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{:<42} {:>10} {:>10} {:>10}", "bytes", "raw", "gzip", "brotli")?;
        let file =
            Row { name: SINGLE_FILE.to_owned(), first: true, raw: self.file, compressed: None };
        let total = self.total();
        for row in self.rows(true).chain([&total]).chain(self.rows(false)).chain([&file]) {
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

    fn sizes(first_load: usize, on_demand: usize, file: usize) -> Sizes {
        let row = |first, brotli| Row {
            name: "a".to_owned(),
            first,
            raw: 9,
            compressed: Some((5, brotli)),
        };
        Sizes { site: vec![row(true, first_load), row(false, on_demand)], file }
    }

    #[track_caller]
    fn check_refused(sizes: &Sizes, message: &str) {
        assert_eq!(sizes.check().unwrap_err().to_string(), message);
    }

    #[test]
    fn a_size_over_its_cap_is_refused_by_name() {
        assert!(sizes(FIRST_LOAD_CAP, ON_DEMAND_CAP, FILE_CAP).check().is_ok());
        check_refused(
            &sizes(FIRST_LOAD_CAP + 1, 1, 1),
            "the first load of the site is 660001 bytes, and may be 660000",
        );
        check_refused(
            &sizes(1, ON_DEMAND_CAP + 1, 1),
            "a module that the site loads on demand is 400001 bytes, and may be 400000",
        );
        check_refused(
            &sizes(1, 1, FILE_CAP + 1),
            "the single file is 2000001 bytes, and may be 2000000",
        );
    }
}
