//! Where things are in the checkout.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The checkout the driver works on.
pub(crate) struct Project {
    root: PathBuf,
}

impl Project {
    /// The checkout that holds this driver.
    ///
    /// Cargo names the place when it runs the driver; the place it was compiled at would be wrong
    /// after the checkout has moved.
    pub(crate) fn find() -> Result<Self> {
        let here = std::env::var_os("CARGO_MANIFEST_DIR")
            .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root = here.parent().context("the driver is not inside a workspace")?;
        Ok(Self { root: root.to_path_buf() })
    }

    /// A path below the root, written with `/`.
    pub(crate) fn path(&self, relative: &str) -> PathBuf {
        self.root.join(relative)
    }

    pub(crate) fn root(&self) -> &Path {
        &self.root
    }

    /// The scratch folder of the driver, made when missing.
    pub(crate) fn scratch(&self) -> Result<PathBuf> {
        let path = self.path("target/xtask");
        fs::create_dir_all(&path).with_context(|| format!("cannot make {}", path.display()))?;
        Ok(path)
    }

    /// The text of a file below the root, with `\n` line ends whatever the checkout has: hashes
    /// of inline scripts are taken from it, and a browser normalises before it hashes.
    pub(crate) fn text(&self, relative: &str) -> Result<String> {
        read_text(&self.path(relative))
    }
}

/// The text of `path` with `\n` line ends.
pub(crate) fn read_text(path: &Path) -> Result<String> {
    let text =
        fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(text.replace("\r\n", "\n"))
}

/// Writes a file and the folders above it.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    }
    fs::write(path, bytes).with_context(|| format!("cannot write {}", path.display()))
}
