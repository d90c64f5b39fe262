//! Real files, where they lie beside the project, against what two other programs read from them:
//! `LibreOffice` for documents, `pdftotext` for PDF. Automatic numbers count like any other text.
//!
//! `cargo test --test it oracle -- --nocapture` shows a table. What is not installed is not asked, and
//! the output says so.

use super::shared::{documents, name, read};
use similar::{Algorithm, DiffOp, capture_diff_slices_deadline};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

/// Of 10 000 characters so many must be the same as the other program's.
const SAME: usize = 9_800;

/// Files in which the other program is wrong, or shows something else on purpose, with the reason.
const WRONG: &[(&str, &str)] = &[
    ("apache__endingnote.doc", "writes the mark of a note, one of 16 characters"),
    ("Sayi__554.docx", "leaves out text boxes"),
    (
        "apache__testWORD_2006ml.docx",
        "leaves out text boxes, and writes the table of contents once more",
    ),
    ("apache__testWORD_numbered_list.docx", "leaves out text boxes"),
    ("apache__testWORD_text_box.docx", "leaves out text boxes"),
    ("billysince__han_1.docx", "leaves out text boxes"),
    ("billysince__hyjy_1.docx", "leaves out text boxes"),
    ("billysince__tz_1.docx", "leaves out text boxes"),
    ("mwilliamson__footnotes.docx", "writes the marks of notes, two of seven characters"),
    ("mozilla__XiaoBiaoSong.pdf", "takes GBK for Latin, as the file states"),
    ("mozilla__noembed-jis7.pdf", "writes the number of the page, one of 12 characters"),
];

/// What each reader writes in its own way: blanks, places to be filled in, the bullets of lists.
fn folded(text: &str) -> Vec<char> {
    let text = text.replace("【此处填写：", "").replace('】', "");
    let is_own = |c: char| "_\u{FEFF}\u{200B}•◦▪●○■□-–".contains(c);
    text.chars().filter(|c| !c.is_whitespace() && !is_own(*c)).collect()
}

/// How many of 10 000 characters of two texts are the same, in the same order.
fn similarity(own: &str, other: &str) -> usize {
    let (own, other) = (folded(own), folded(other));
    let deadline = Instant::now() + Duration::from_secs(10);
    let steps = capture_diff_slices_deadline(Algorithm::Myers, &own, &other, Some(deadline));
    let same = |step: &DiffOp| match step {
        DiffOp::Equal { len, .. } => *len,
        _ => 0,
    };
    let same: usize = steps.iter().map(same).sum();
    20_000 * same / (own.len() + other.len()).max(1)
}

/// The folder that `LibreOffice` works in.
fn scratch() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("oracle")
}

/// What `LibreOffice` reads, by file; `None` if it is not installed.
fn office_texts(paths: &[PathBuf]) -> Option<BTreeMap<PathBuf, String>> {
    let mut texts = BTreeMap::new();
    // Documents of one name and two formats would be written to one file.
    for format in ["doc", "docx", "rtf"] {
        let own = paths.iter().filter(|path| path.parent().is_some_and(|p| p.ends_with(format)));
        let folder = scratch().join(format);
        let profile =
            format!("-env:UserInstallation=file://{}", scratch().join("profile").display());
        Command::new("soffice")
            .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
            .arg(&folder)
            .args(own.clone())
            .output()
            .ok()?;
        for path in own {
            let stem = path.file_stem().unwrap_or_default().to_string_lossy();
            let written = folder.join(format!("{stem}.txt"));
            if let Ok(text) = std::fs::read_to_string(written) {
                texts.insert(path.clone(), text);
            }
        }
    }
    Some(texts)
}

/// What `pdftotext` reads, by file; `None` if it is not installed.
fn printed_texts(paths: &[PathBuf]) -> Option<BTreeMap<PathBuf, String>> {
    let is_pdf = |path: &&PathBuf| path.extension().is_some_and(|end| end == "pdf");
    let text = |path: &PathBuf| {
        let output = Command::new("pdftotext").args(["-enc", "UTF-8"]).arg(path).arg("-").output();
        let text =
            output.ok().map(|output| String::from_utf8_lossy(&output.stdout).into_owned())?;
        Some((path.clone(), text))
    };
    paths.iter().filter(is_pdf).map(text).collect()
}

/// Compares what was read; returns what is wrong.
fn compare(texts: &BTreeMap<PathBuf, String>) -> Vec<String> {
    let mut wrong = Vec::new();
    for (path, other) in texts {
        let (name, result) = (name(path), read(path));
        let Ok(document) = result else {
            println!("{name:<50.50} refused, and judged elsewhere");
            continue;
        };
        let same = similarity(&document.text, other);
        let reason = WRONG.iter().find(|(file, _)| *file == name).map(|(_, reason)| *reason);
        let agrees = same >= SAME;
        println!(
            "{name:<50.50} {:>3}.{:02} %  {}",
            same / 100,
            same % 100,
            reason.unwrap_or_default()
        );
        match reason {
            None if !agrees => wrong.push(format!("{name}: {same} of 10 000")),
            Some(_) if agrees => wrong.push(format!("{name} is excused, and agrees")),
            _ => {}
        }
    }
    wrong
}

#[test]
fn oracles_agree_with_what_is_read() {
    let Some(paths) = documents() else {
        println!("skipped: there is no `shared` beside the project");
        return;
    };
    let (office, printed) = (office_texts(&paths), printed_texts(&paths));
    for (oracle, program) in [(&office, "soffice"), (&printed, "pdftotext")] {
        if oracle.is_none() {
            println!("skipped: there is no `{program}`");
        }
    }
    let texts = [office, printed].into_iter().flatten();
    let wrong: Vec<String> = texts.flat_map(|texts| compare(&texts)).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
