//! `cargo xtask bench`: what README's section "Measured" shows.
//!
//! The native half measures and leaves its texts and times in `target/bench`; the page's half runs
//! the same texts in Chromium and prints its times beside them, then opens large documents.

use std::process::Command;

use anyhow::{Result, anyhow, bail};

use crate::project::Project;
use crate::{browser, dist, npm, shell};

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    let native_only = match arguments {
        [] => false,
        [option] if option == "--native" => true,
        [argument, ..] => bail!("`bench` takes --native, and got `{argument}`"),
    };
    shell::step("measuring here (cargo bench --bench table)");
    shell::run(shell::cargo(project.root()).args(["bench", "--locked", "--bench", "table"]))?;
    if native_only {
        return Ok(());
    }
    dist::make(project)?;
    shell::step("measuring in Chromium");
    chromium(project)
}

fn chromium(project: &Project) -> Result<()> {
    const FOLDER: &str = "tests/e2e";
    let advice = |reason| anyhow!("{reason}: install Node 20 or later with npm, or say --native");
    let node = npm::node().map_err(advice)?;
    npm::ensure(project, FOLDER).map_err(advice)?;
    let browser = browser::find_or_install()?;
    for script in ["bench.mjs", "opening.mjs"] {
        let mut command = Command::new(&node);
        command.arg(script).current_dir(project.path(FOLDER)).env("CHROME_PATH", &browser);
        shell::run(&mut command)?;
    }
    Ok(())
}
