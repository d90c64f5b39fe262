//! The few npm packages that help: pinned in a `package.json` beside what uses them, installed
//! from its lock file, and only when they are not there yet.

use std::path::PathBuf;
use std::process::Command;

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

/// Installs what `folder` pins, when `package` is not there in the pinned version.
///
/// # Errors
/// The reason why it cannot, as a sentence without its full stop.
pub(crate) fn ensure(project: &Project, folder: &str, package: &str) -> Result<(), String> {
    if is_installed(project, folder, package) {
        return Ok(());
    }
    let npm = shell::find("npm").ok_or("npm is not installed")?;
    shell::step(&format!("installing {package} (npm ci in {folder}/)"));
    let mut command = Command::new(npm);
    command.args(["ci", "--no-audit", "--no-fund"]).current_dir(project.path(folder));
    shell::run(&mut command).map_err(|error| format!("{package} is missing, {error}"))
}

fn is_installed(project: &Project, folder: &str, package: &str) -> bool {
    let version = |file: String, pointer: &str| -> Option<String> {
        let value: serde_json::Value = serde_json::from_str(&project.text(&file).ok()?).ok()?;
        Some(value.pointer(pointer)?.as_str()?.to_owned())
    };
    let pinned = version(format!("{folder}/package.json"), &format!("/devDependencies/{package}"));
    let installed = version(format!("{folder}/node_modules/{package}/package.json"), "/version");
    pinned.is_some() && pinned == installed
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
