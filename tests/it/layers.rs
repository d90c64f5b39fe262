//! Imports go downwards only; modules of one level do not see each other.

use crate::project::{Source, sources};

/// The level of each module.
const LEVELS: &[(&str, u8)] = &[
    ("text", 0),
    ("document", 1),
    ("reader", 2),
    ("outline", 2),
    ("metric", 2),
    ("placeholder", 2),
    ("injected", 2),
    ("citation", 2),
    ("rules", 3),
    ("genre", 3),
    ("analysis", 4),
    ("report", 5),
    ("compare", 5),
    ("export", 6),
    ("worker", 5),
    ("draft", 5),
    ("view", 6),
    ("ui", 7),
    ("api", 7),
    ("main", 7),
    ("bin", 7),
];

/// Pairs that the levels alone would allow: what judges a text must not know where it came from.
const FORBIDDEN: &[(&str, &str)] = &[("rules", "reader"), ("analysis", "reader")];

/// Crates of the browser, and the only modules that may name them.
const BROWSER_CRATES: &[(&str, &[&str])] = &[
    ("yew", &["ui", "main"]),
    ("web_sys", &["ui", "main"]),
    ("gloo_events", &["ui"]),
    ("gloo_timers", &["ui"]),
    ("serde_wasm_bindgen", &["api", "ui"]),
];

fn level(module: &str) -> u8 {
    let row = LEVELS.iter().find(|(name, _)| *name == module);
    row.unwrap_or_else(|| panic!("src/{module} has no level: add it to LEVELS")).1
}

/// The lines of code, without comments.
fn code_lines(source: &Source) -> impl Iterator<Item = (usize, &str)> {
    let lines = source.text.lines().enumerate().map(|(i, line)| (i + 1, line));
    lines.filter(|(_, line)| !line.trim_start().starts_with("//"))
}

/// The modules of the crate that a line names: `crate::metric::Value` is `metric`.
fn named_modules(line: &str) -> impl Iterator<Item = &str> {
    line.match_indices("crate::").map(|(at, mark)| {
        let path = &line[at + mark.len()..];
        let end = path.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(path.len());
        &path[..end]
    })
}

#[test]
fn imports_go_downwards() {
    let mut wrong = Vec::new();
    for source in sources("src").iter().filter(|source| source.path != "src/lib.rs") {
        let own = source.module();
        for (number, line) in code_lines(source) {
            for other in named_modules(line).filter(|other| *other != own && !other.is_empty()) {
                let upward = level(other) >= level(own);
                if upward || FORBIDDEN.contains(&(own, other)) {
                    wrong.push(format!("{}:{number}: {own} sees {other}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn only_the_page_names_the_browser() {
    let mut wrong = Vec::new();
    for source in sources("src") {
        for (number, line) in code_lines(&source) {
            for (name, allowed) in BROWSER_CRATES {
                let named =
                    line.contains(&format!("{name}::")) || line.contains(&format!("use {name};"));
                if named && !allowed.contains(&source.module()) {
                    wrong.push(format!("{}:{number}: {name}", source.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
