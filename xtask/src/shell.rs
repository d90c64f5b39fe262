//! Talking to the person at the terminal, and running programs for them.

use std::ffi::OsStr;
use std::io::{BufRead as _, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// Names the step that starts now.
pub(crate) fn step(what: &str) {
    eprintln!("==> {what}");
}

/// Says one more thing about the running step.
pub(crate) fn note(what: &str) {
    eprintln!("    {what}");
}

/// Prints an error with what led to it, one cause a line.
pub(crate) fn error(error: &anyhow::Error) {
    eprintln!("error: {error}");
    for cause in error.chain().skip(1) {
        eprintln!("  because: {cause}");
    }
}

/// Runs a program to its end, its output going to the terminal.
///
/// # Errors
/// When it cannot be started or ends with a failure; the message holds the command line, so that
/// it can be repeated by hand.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status();
    let status = status.with_context(|| format!("cannot start `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a program to its end, its output going to the terminal, and shows every line of its
/// standard output to `look` as well.
pub(crate) fn run_watched(command: &mut Command, mut look: impl FnMut(&str)) -> Result<()> {
    let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
    let mut child = child.with_context(|| format!("cannot start `{}`", line(command)))?;
    if let Some(output) = child.stdout.take() {
        for text in BufReader::new(output).split(b'\n') {
            let text = text.with_context(|| format!("cannot read from `{}`", line(command)))?;
            let text = String::from_utf8_lossy(&text);
            println!("{text}");
            look(&text);
        }
    }
    let status = child.wait().with_context(|| format!("cannot wait for `{}`", line(command)))?;
    if !status.success() {
        bail!("`{}` failed ({status})", line(command));
    }
    Ok(())
}

/// Runs a program to its end and returns what it wrote to standard output; its standard error
/// goes to the terminal.
pub(crate) fn output(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).stderr(Stdio::inherit()).output();
    let output = output.with_context(|| format!("cannot start `{}`", line(command)))?;
    if !output.status.success() {
        bail!("`{}` failed ({})", line(command), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

/// The cargo that runs the driver, at the root of the checkout.
pub(crate) fn cargo(root: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(root);
    command
}

/// The full path of a program, when the PATH has it. On Windows `npm` is `npm.cmd`.
pub(crate) fn find(name: &str) -> Option<PathBuf> {
    let endings: &[&str] = if cfg!(windows) { &["exe", "cmd"] } else { &[""] };
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .flat_map(|folder| {
            endings.iter().map(move |ending| folder.join(name).with_extension(ending))
        })
        .find(|file| file.is_file())
}

/// The command line as one would type it, for messages.
pub(crate) fn line(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_stem().unwrap_or_default();
    let words = std::iter::once(program).chain(command.get_args()).map(OsStr::to_string_lossy);
    words
        .map(|word| if word.contains(' ') { format!("'{word}'") } else { word.into_owned() })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_line_reads_as_typed() {
        let mut command = Command::new("/usr/bin/cargo");
        command.args(["test", "two words"]);
        assert_eq!(line(&command), "cargo test 'two words'");
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let error = run(&mut Command::new("hegao-no-such-program")).unwrap_err();
        assert_eq!(error.to_string(), "cannot start `hegao-no-such-program`");
    }
}
