//! `cargo xtask test`: everything that must pass, in order, installing what it needs.
//!
//! A step that fails does not hide those after it. At the end stand the summary lines of the test
//! runners, as they wrote them.

use std::process::Command;
use std::time::Instant;

use anyhow::{Result, anyhow, bail};

use crate::project::Project;
use crate::{browser, build, dist, npm, shell};

/// One thing that must pass. It adds the lines worth repeating to the list it is given.
struct Step {
    name: &'static str,
    run: fn(&Project, &mut Vec<String>) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "format: cargo fmt --check", run: format },
    Step { name: "lint: cargo clippy, this machine", run: lint_native },
    Step { name: "lint: cargo clippy, wasm32", run: lint_wasm },
    Step { name: "lint: cargo clippy, fewer features", run: lint_fewer },
    Step { name: "tests: cargo test", run: tests },
    Step { name: "build: dist/ with its sizes", run: sizes },
    Step { name: "browser: both deliveries in Chromium", run: browser_tests },
];

pub(crate) fn run(project: &Project, arguments: &[String]) -> Result<()> {
    if let Some(argument) = arguments.first() {
        bail!("`test` takes no options, and got `{argument}`");
    }
    let mut report = Vec::new();
    let mut failed = Vec::new();
    for step in STEPS {
        shell::step(step.name);
        let (start, mut lines) = (Instant::now(), Vec::new());
        let result = (step.run)(project, &mut lines);
        let verdict = if result.is_ok() { "ok" } else { "FAILED" };
        report.push(format!("{verdict:<6} {} ({:.0?})", step.name, start.elapsed()));
        report.extend(lines.iter().map(|line| format!("         {line}")));
        if let Err(error) = result {
            shell::error(&error);
            report.push(format!("         {error}"));
            failed.push(step.name);
        }
    }
    println!("\n{}", report.join("\n"));
    if failed.is_empty() {
        Ok(())
    } else {
        bail!("{} of {} steps failed", failed.len(), STEPS.len())
    }
}

fn format(project: &Project, _: &mut Vec<String>) -> Result<()> {
    ensure_component(project, "fmt", "rustfmt")?;
    shell::run(shell::cargo(project.root()).args(["fmt", "--all", "--check"]))
}

fn lint_native(project: &Project, _: &mut Vec<String>) -> Result<()> {
    ensure_component(project, "clippy", "clippy")?;
    let arguments = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    shell::run(shell::cargo(project.root()).args(arguments))
}

fn lint_wasm(project: &Project, _: &mut Vec<String>) -> Result<()> {
    build::ensure_target()?;
    build::FEATURES.iter().try_for_each(|features| lint(project, features, Some(build::TARGET)))
}

/// What is offered and nothing else here builds: an import that only containers need would break it
/// unseen.
fn lint_fewer(project: &Project, _: &mut Vec<String>) -> Result<()> {
    build::ensure_target()?;
    lint(project, "", None)?;
    lint(project, "cli", None)?;
    lint(project, "api", Some(build::TARGET))
}

/// Looks at the crate with these features and no others.
fn lint(project: &Project, features: &str, target: Option<&str>) -> Result<()> {
    let mut command = shell::cargo(project.root());
    command.args(["clippy", "--locked", "--no-default-features", "--features", features]);
    command.args(target.into_iter().flat_map(|target| ["--target", target]));
    shell::run(command.args(["--", "-D", "warnings"]))
}

fn tests(project: &Project, lines: &mut Vec<String>) -> Result<()> {
    let mut command = shell::cargo(project.root());
    command.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    shell::run_watched(&mut command, |line| {
        // Most targets of a workspace have no tests; their zeros would drown the others.
        if line.starts_with("test result: ") && !line.contains(" 0 passed; 0 failed") {
            lines.push(line.to_owned());
        }
    })
}

fn sizes(project: &Project, lines: &mut Vec<String>) -> Result<()> {
    let made = dist::make(project)?;
    lines.push(made.summary);
    if !made.sizes_checked {
        bail!("sizes are not checked without wasm-opt: install Node 20 or later with npm");
    }
    Ok(())
}

fn browser_tests(project: &Project, lines: &mut Vec<String>) -> Result<()> {
    const FOLDER: &str = "tests/e2e";
    if !project.path("dist/hegao.html").is_file() {
        bail!("there is no dist/ to test");
    }
    let advice = |reason| anyhow!("{reason}: install Node 20 or later with npm");
    let node = npm::node().map_err(advice)?;
    npm::ensure(project, FOLDER).map_err(advice)?;
    let browser = browser::find_or_install()?;
    shell::note(&format!("in {}", browser.display()));
    let mut command = Command::new(node);
    command.arg("run.mjs").current_dir(project.path(FOLDER)).env("CHROME_PATH", browser);
    shell::run_watched(&mut command, |line| {
        let summary = line.trim_start_matches(['ℹ', '#', ' ']);
        if ["tests ", "pass ", "fail "].iter().any(|start| summary.starts_with(start))
            && summary.ends_with(|end: char| end.is_ascii_digit())
        {
            lines.push(summary.to_owned());
        }
    })
}

/// Adds a part of the toolchain when cargo lacks it.
fn ensure_component(project: &Project, subcommand: &str, component: &str) -> Result<()> {
    let mut probe = shell::cargo(project.root());
    if shell::output(probe.args([subcommand, "--version"])).is_ok() {
        return Ok(());
    }
    shell::step(&format!("adding {component} to the Rust toolchain"));
    shell::run(Command::new("rustup").args(["component", "add", component]))
}
