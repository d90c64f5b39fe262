//! The build driver: `cargo xtask <command>`.
//!
//! What a command does is in the file of its name; this one is the table of commands and the way
//! in. The driver builds with the crates of `Cargo.lock` alone: Node is an extra (smaller wasm,
//! browser tests), never a need.

mod bench;
mod browser;
mod build;
mod csp;
mod dist;
mod npm;
mod optimise;
mod pack;
mod project;
mod serve;
mod shell;
mod sizes;
mod test;
mod watch;

use std::process::ExitCode;

use anyhow::{Result, bail};

use project::Project;

/// One thing the driver can do. The help text is made from these rows.
struct Command {
    name: &'static str,
    /// Options as the help shows them, empty when there are none.
    options: &'static str,
    about: &'static str,
    run: fn(&Project, &[String]) -> Result<()>,
}

const COMMANDS: &[Command] = &[
    Command {
        name: "serve",
        options: "[--port N] [--open]",
        about: "build the page, serve it on this machine, build again on every change",
        run: serve::run,
    },
    Command {
        name: "test",
        options: "",
        about: "run everything that must pass, installing what it needs",
        run: test::run,
    },
    Command {
        name: "dist",
        options: "",
        about: "build dist/site/ (any static host) and dist/hegao.html (one file to double-click)",
        run: dist::run,
    },
    Command {
        name: "bench",
        options: "[--native]",
        about: "measure speed, growth and memory, here and in Chromium",
        run: bench::run,
    },
];

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            shell::error(&error);
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &[String]) -> Result<()> {
    let Some((name, rest)) = arguments.split_first() else {
        print!("{}", help());
        return Ok(());
    };
    if matches!(name.as_str(), "help" | "--help" | "-h") {
        print!("{}", help());
        return Ok(());
    }
    match COMMANDS.iter().find(|command| command.name == name) {
        Some(command) => (command.run)(&Project::find()?, rest),
        None => bail!("there is no command `{name}`\n\n{}", help()),
    }
}

fn help() -> String {
    let rows = COMMANDS.iter().map(|command| {
        let usage = format!("{} {}", command.name, command.options);
        format!("  {usage:<28} {}", command.about)
    });
    let rows: Vec<_> = rows.collect();
    format!("cargo xtask <command>\n\n{}\n", rows.join("\n"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_has_its_own_name_and_is_explained() {
        for (at, command) in COMMANDS.iter().enumerate() {
            assert!(!command.about.is_empty(), "{}", command.name);
            assert!(COMMANDS[..at].iter().all(|other| other.name != command.name));
            assert!(help().contains(command.name));
        }
    }
}
