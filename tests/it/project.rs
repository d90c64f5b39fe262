//! The project's own files, and the reports that may lie beside it.

use std::path::{Path, PathBuf};

/// A source file.
pub(crate) struct Source {
    /// Its path from the project's root, with `/`.
    pub(crate) path: String,
    /// All of it.
    pub(crate) text: String,
}

impl Source {
    /// The text before the tests at its end.
    pub(crate) fn code(&self) -> &str {
        self.text.split_once("#[cfg(test)]\nmod tests {").map_or(&self.text, |(code, _)| code)
    }

    /// The first part of the path below `src/`: `metric` of `src/metric/name.rs`.
    pub(crate) fn module(&self) -> &str {
        let path = self.path.strip_prefix("src/").unwrap_or(&self.path);
        path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
    }

    /// Whether it holds nothing but tests.
    pub(crate) fn is_test(&self) -> bool {
        self.path.starts_with("tests/") || self.path.ends_with("/tests.rs")
    }
}

/// The project's root.
pub(crate) fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// All `.rs` files under `folder`, in the order of their paths.
pub(crate) fn sources(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    let read = |path: &PathBuf| {
        let relative = path.strip_prefix(root()).expect("it lies in the project");
        let path_text = relative.to_string_lossy().replace('\\', "/");
        let text = std::fs::read_to_string(path).expect("a source file is readable");
        Source { path: path_text, text }
    };
    paths.iter().map(read).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in std::fs::read_dir(folder).expect("the folder is readable").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            paths.push(path);
        }
    }
}

/// The reports and gold data that are no part of the project: `HEGAO_SHARED`, or `shared` beside
/// the project. A test that needs them says that it is skipped where they are missing.
pub(crate) fn shared() -> Option<PathBuf> {
    let places = [
        std::env::var_os("HEGAO_SHARED").map(PathBuf::from),
        Some(root().join("../shared")),
        Some(root().join("../../shared")),
    ];
    places.into_iter().flatten().find(|place| place.join("gold/domain.json").exists())
}
