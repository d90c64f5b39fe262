//! The few npm packages that help: pinned in a `package.json` beside what uses them, installed
//! from its lock file, and only when they are not there yet.

use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::project::Project;
use crate::shell;

/// The oldest Node that the packages run on.
const OLDEST_NODE: u32 = 20;

/// Finds Node.
///
/// # Errors
/// The reason why there is none to use, as a sentence without its full stop.
pub(crate) fn node() -> Result<PathBuf, String> {
    let node = shell::find("node").ok_or("Node is not installed")?;
    let version = shell::output(Command::new(&node).arg("--version"))
        .map_err(|error| format!("Node does not run, {error}"))?;
    match major(&version) {
        Some(major) if major >= OLDEST_NODE => Ok(node),
        _ => Err(format!("Node {OLDEST_NODE} or later is needed, and here is {}", version.trim())),
    }
}

/// Installs what `folder` pins, when a part of it is not there in the pinned version.
///
/// # Errors
/// The reason why it cannot, as a sentence without its full stop.
pub(crate) fn ensure(project: &Project, folder: &str) -> Result<(), String> {
    if is_installed(project, folder) {
        return Ok(());
    }
    let npm = shell::find("npm").ok_or("npm is not installed")?;
    shell::step(&format!("installing what {folder}/package.json pins (npm ci)"));
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(project.path(folder));
    shell::run(&mut command).map_err(|error| format!("{folder} lacks its packages, {error}"))
}

fn is_installed(project: &Project, folder: &str) -> bool {
    let read = |file: &str| -> Option<Value> {
        serde_json::from_str(&project.text(&format!("{folder}/{file}")).ok()?).ok()
    };
    let Some(package) = read("package.json") else { return false };
    let Some(pinned) = package["devDependencies"].as_object() else { return false };
    pinned.iter().all(|(name, version)| {
        let installed = read(&format!("node_modules/{name}/package.json"));
        installed.is_some_and(|installed| installed["version"] == *version)
    })
}

fn major(version: &str) -> Option<u32> {
    version.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_of_node_is_read() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("not a version"), None);
    }
}
