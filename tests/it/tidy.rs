//! What the compiler does not check: lengths, left-overs, module documentation.

use crate::project::{Source, sources};

/// A function is one screen.
const LONGEST_FUNCTION: usize = 60;

/// A component is a function whose markup counts too.
const LONGEST_COMPONENT: usize = 120;

/// A file is one subject; tests do not count.
const LONGEST_FILE: usize = 400;

/// What a comment must not begin with: work that is not done. A report may well say TODO, so the
/// words themselves are no fault.
const LEFT_OVER_COMMENTS: &[&str] = &["TODO", "FIXME", "XXX", "HACK"];

/// Macros that must not be left in the code, in two parts so that this file does not hold them.
const LEFT_OVER_MACROS: &[(&str, &str)] = &[("dbg", "!("), ("todo", "!("), ("unimplemented", "!(")];

fn all() -> Vec<Source> {
    ["src", "tests", "xtask/src"].into_iter().flat_map(sources).collect()
}

/// Whether the line begins a function: `fn` after nothing but words such as `pub(super) const`.
fn begins_function(line: &str) -> bool {
    let code = line.trim_start();
    let before = code.split_once("fn ").map(|(before, _)| before);
    before.is_some_and(|words| {
        words.split_whitespace().all(|word| {
            word.starts_with("pub") || ["const", "async", "extern", "\"C\""].contains(&word)
        })
    })
}

/// A function: its first line, from 1, how many lines it has, and how many it may have.
struct Function {
    line: usize,
    length: usize,
    limit: usize,
}

/// The functions of `code`.
fn functions(code: &str) -> Vec<Function> {
    let lines: Vec<&str> = code.lines().collect();
    let length = |start: usize| {
        let indent = lines[start].len() - lines[start].trim_start().len();
        let closes = |line: &&str| {
            line.trim_end() == format!("{}}}", " ".repeat(indent))
                || line.trim_end().ends_with("{}")
        };
        lines[start..].iter().position(closes).map_or(0, |end| end + 1)
    };
    let starts = (0..lines.len()).filter(|&at| begins_function(lines[at]));
    let is_component = |at: usize| lines[..at].last().is_some_and(|l| l.contains("component"));
    let function = |at: usize| Function {
        line: at + 1,
        length: if lines[at].ends_with(';') { 1 } else { length(at) },
        limit: if is_component(at) { LONGEST_COMPONENT } else { LONGEST_FUNCTION },
    };
    starts.map(function).collect()
}

#[track_caller]
fn check(wrong: &[String]) {
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn functions_are_short() {
    let mut wrong = Vec::new();
    for source in all() {
        for Function { line, length, limit } in functions(source.code()) {
            if length > limit {
                wrong.push(format!("{}:{line}: {length} lines", source.path));
            }
        }
    }
    check(&wrong);
}

#[test]
fn files_are_short() {
    let code = all().into_iter().filter(|source| !source.is_test());
    let long = code.filter(|source| source.code().lines().count() > LONGEST_FILE);
    let wrong: Vec<String> =
        long.map(|source| format!("{}: {}", source.path, source.code().lines().count())).collect();
    check(&wrong);
}

#[test]
fn nothing_is_left_over() {
    let macros: Vec<String> = LEFT_OVER_MACROS.iter().map(|(a, b)| format!("{a}{b}")).collect();
    let mut wrong = Vec::new();
    for source in all() {
        for (number, line) in source.text.lines().enumerate() {
            let comment = line.split_once("//").map_or("", |(_, comment)| comment);
            let comment = comment.trim_start_matches(['/', '!']).trim_start();
            let unfinished = LEFT_OVER_COMMENTS.iter().any(|word| comment.starts_with(word));
            if unfinished || macros.iter().any(|left_over| line.contains(left_over.as_str())) {
                wrong.push(format!("{}:{}: {}", source.path, number + 1, line.trim()));
            }
        }
    }
    check(&wrong);
}

#[test]
fn every_module_says_what_it_is() {
    // A file with one component says so on the component; a file of tests is named after them.
    let exempt = |source: &Source| {
        source.path.starts_with("src/ui/components/") || source.path.ends_with("/tests.rs")
    };
    let bare = all().into_iter().filter(|source| !source.text.starts_with("//! "));
    let wrong: Vec<String> =
        bare.filter(|source| !exempt(source)).map(|source| source.path).collect();
    check(&wrong);
}
