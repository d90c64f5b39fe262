//! The Chromium that the browser tests run in.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Result, bail};

use crate::shell;

const NAMES: &[&str] = &[
    "chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge",
    "microsoft-edge",
];

/// Where programs lie that the PATH does not name.
const PLACES: &[&str] = &[
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
];

/// Below a version's folder of Playwright's cache.
const IN_CACHE: &[&str] = &[
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
];

/// A Chromium that is here, or that Debian has.
///
/// # Errors
/// When there is none and it cannot be installed; the message names the command that does.
pub(crate) fn find_or_install() -> Result<PathBuf> {
    if let Some(browser) = find() {
        return Ok(browser);
    }
    if !can_install() {
        bail!(
            "Chromium is missing: run `sudo apt-get install chromium` (or set CHROME_PATH to any \
             Chromium), then `cargo xtask test` again"
        );
    }
    shell::step("installing Chromium (apt-get install chromium)");
    shell::run(apt_get().arg("update"))?;
    shell::run(apt_get().args(["install", "--yes", "--no-install-recommends", "chromium"]))?;
    match find() {
        Some(browser) => Ok(browser),
        None => bail!("Chromium is installed and yet not on the PATH: set CHROME_PATH"),
    }
}

fn find() -> Option<PathBuf> {
    let named = std::env::var_os("CHROME_PATH").map(PathBuf::from);
    named
        .or_else(|| NAMES.iter().find_map(|name| shell::find(name)))
        .or_else(|| PLACES.iter().map(PathBuf::from).find(|path| path.is_file()))
        .or_else(in_cache)
}

/// The newest Chromium in Playwright's cache.
fn in_cache() -> Option<PathBuf> {
    let home = std::env::home_dir()?;
    let caches = [
        std::env::var_os("PLAYWRIGHT_BROWSERS_PATH").map(PathBuf::from),
        Some(home.join(".cache/ms-playwright")),
        Some(home.join("Library/Caches/ms-playwright")),
        Some(home.join("AppData/Local/ms-playwright")),
    ];
    let entries = caches.into_iter().flatten().filter_map(|cache| cache.read_dir().ok()).flatten();
    let mut folders: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
    folders.sort();
    let programs =
        folders.iter().rev().flat_map(|folder| IN_CACHE.iter().map(|at| folder.join(at)));
    programs.into_iter().find(|program| program.is_file())
}

/// Whether this is a Debian (or a child of it) where we may install packages.
fn can_install() -> bool {
    let user = shell::find("id").and_then(|id| shell::output(Command::new(id).arg("-u")).ok());
    shell::find("apt-get").is_some() && user.is_some_and(|user| user.trim() == "0")
}

fn apt_get() -> Command {
    let mut command = Command::new("apt-get");
    command.env("DEBIAN_FRONTEND", "noninteractive");
    command
}
