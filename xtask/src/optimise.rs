//! wasm-opt, from npm's package `binaryen` as pinned in `xtask/package-lock.json`.

use std::path::PathBuf;
use std::process::Command;

use anyhow::{Context, Result, ensure};

use crate::project::Project;
use crate::{npm, shell};

/// All that the module may use: what Chromium 86 has. wasm-opt refuses a module that uses more,
/// so running it is also the check. Never `--all-features`, which makes it write an encoding of
/// imports that current Chromium refuses.
const FEATURES: &[&str] = &[
    "--mvp-features", "--enable-mutable-globals", "--enable-sign-ext", "--enable-bulk-memory",
    "--enable-bulk-memory-opt", "--enable-nontrapping-float-to-int",
];

/// Smallest size; `--converge` would save 0.2 % of it for twice the time. Not `--traps-never-happen`, which drops bounds checks, and not
/// `--low-memory-unused`, as the stack is there.
const OPTIMISATIONS: &[&str] =
    &["-Oz", "--quiet", "--strip-debug", "--strip-producers", "--strip-target-features"];

const SCRIPT: &str = "xtask/node_modules/binaryen/bin/wasm-opt";

/// A wasm-opt that can be run.
pub(crate) struct Optimiser {
    node: PathBuf,
    script: PathBuf,
}

/// Finds wasm-opt, installing it when npm is there.
///
/// # Errors
/// The reason why there is none, as a sentence without its full stop.
pub(crate) fn find(project: &Project) -> Result<Optimiser, String> {
    let node = npm::node()?;
    npm::ensure(project, "xtask")?;
    Ok(Optimiser { node, script: project.path(SCRIPT) })
}

impl Optimiser {
    /// The module made small, then validated once more as it will ship.
    pub(crate) fn run(&self, project: &Project, wasm: &[u8]) -> Result<Vec<u8>> {
        let scratch = project.scratch()?;
        let (input, output) = (scratch.join("bound.wasm"), scratch.join("optimised.wasm"));
        std::fs::write(&input, wasm)
            .with_context(|| format!("cannot write {}", input.display()))?;
        shell::run(self.command().args(OPTIMISATIONS).arg(&input).arg("-o").arg(&output))
            .context("the module does not fit the features of Chromium 86")?;
        shell::run(self.command().arg(&output).args(["--quiet", "-o", null_file()]))
            .context("the optimised module does not fit the features of Chromium 86")?;
        let wasm =
            std::fs::read(&output).with_context(|| format!("cannot read {}", output.display()))?;
        // Two builds of one checkout write to one place, and one of them reads nothing.
        ensure!(!wasm.is_empty(), "the optimised module is empty: is another build running here?");
        Ok(wasm)
    }

    fn command(&self) -> Command {
        let mut command = Command::new(&self.node);
        command.arg(&self.script).args(FEATURES);
        command
    }
}

fn null_file() -> &'static str {
    if cfg!(windows) { "NUL" } else { "/dev/null" }
}
