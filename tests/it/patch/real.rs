//! Real files, where they lie beside the project: filled, read back, and opened by the programs that
//! are installed.

use super::form::{filled, form};
use super::{edited, lines, read};
use crate::readers::mutation::{Numbers, damaged};
use crate::readers::shared::{documents, name};
use hegao::document::{Document, Edit};
use hegao::export::patch::{Author, PatchOptions, Patched, Reason, edits_from, patch_docx};
use hegao::reader::{self, ReadOptions, Revisions};
use hegao::text::Span;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The files of our own, and those beside the project, that are docx and are read.
fn files() -> Vec<(String, Vec<u8>, Document)> {
    let own = crate::project::root().join("tests/fixtures");
    let own = ["formats", "libreoffice"].map(|folder| own.join(folder));
    let own = own.iter().filter_map(|folder| std::fs::read_dir(folder).ok());
    let mut paths: Vec<PathBuf> =
        own.flat_map(|entries| entries.flatten().map(|e| e.path())).collect();
    paths.sort();
    paths.extend(documents().unwrap_or_default());
    let docx = paths.iter().filter_map(|path| {
        let bytes = std::fs::read(path).expect("readable");
        let is_zip = bytes.starts_with(b"PK");
        let document = is_zip.then(|| reader::read(&bytes, &ReadOptions::default()).ok()).flatten();
        let document = document.filter(|d| d.source.format == hegao::document::Format::Docx)?;
        Some((name(path), bytes, document))
    });
    docx.chain([("form.docx".to_owned(), form(), read(&form(), Revisions::Accepted))]).collect()
}

/// Every blank of a document filled, and a word in the middle of every paragraph that has none.
fn everywhere(document: &Document) -> Vec<Edit> {
    let text = &document.text;
    let mut edits = edits_from(text, &filled(document.clone()));
    for (number, block) in document.blocks.iter().enumerate() {
        let line = block.span;
        let middle = line.start as usize + line.len() / 2;
        let at = (0..=middle).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0) as u32;
        if edits.iter().all(|edit| edit.span.end < line.start || line.end < edit.span.start) {
            let replacement = format!("新{number}新");
            edits.push(Edit { span: Span { start: at, end: at }, replacement });
        }
    }
    edits.sort_by_key(|edit| edit.span);
    edits
}

fn patch(bytes: &[u8], edits: &[Edit], options: &PatchOptions) -> Patched {
    patch_docx(bytes, edits, options).expect("it is patched")
}

#[test]
fn a_file_without_edits_is_the_same_bytes() {
    for (name, bytes, _) in files() {
        let patched = patch(&bytes, &[], &PatchOptions::default());
        assert!(patched.bytes == bytes, "{name}");
    }
}

#[test]
fn real_files_read_as_they_were_filled() {
    let tracked = Some(Author { name: "核稿".to_owned(), date: None });
    for tracked in [None, tracked] {
        let options = PatchOptions { tracked, ..PatchOptions::default() };
        for (name, bytes, document) in files() {
            let edits = everywhere(&document);
            let patched = patch(&bytes, &edits, &options);
            let is_done = |edit: &&Edit| patched.skipped.iter().all(|skip| skip.edit != **edit);
            let done: Vec<&Edit> = edits.iter().filter(is_done).collect();
            let found = read(&patched.bytes, Revisions::Accepted).text;
            assert_eq!(lines(&found), lines(&edited(&document.text, &done)), "{name}");
            let reasons: Vec<Reason> = patched.skipped.iter().map(|skip| skip.reason).collect();
            println!("{name:<50.50} {} edits, {} skipped", edits.len(), reasons.len());
            for skip in &patched.skipped {
                let line = document.text[..skip.edit.span.start as usize].rfind('\n');
                let line = document.text[line.map_or(0, |at| at + 1)..].lines().next();
                println!("    {:?}: {line:?}", skip.reason);
            }
            assert!(reasons.iter().all(|reason| *reason != Reason::Unfaithful), "{name}");
            if options.tracked.is_some() {
                let was = read(&bytes, Revisions::Original).text;
                let is = read(&patched.bytes, Revisions::Original).text;
                // A prompt that is deleted is not shown as one any more.
                if !was.contains("【此处填写") {
                    assert_eq!(is, was, "{name}");
                }
            }
        }
    }
}

/// What the programs that are installed make of the files: `None` if a program is not there.
fn converted(folder: &Path, names: &[String]) -> Option<Vec<String>> {
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let done = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir"])
        .arg(folder)
        .args(names.iter().map(|name| folder.join(name)))
        .output();
    done.ok().filter(|done| done.status.success())?;
    let text = |name: &String| {
        let path = folder.join(name).with_extension("txt");
        std::fs::read_to_string(&path).unwrap_or_else(|_| panic!("{name} was not converted"))
    };
    Some(names.iter().map(text).collect())
}

/// Which of the files `python-docx` opens, one a line; `None` if it is not there.
fn opened(folder: &Path, names: &[String]) -> Option<String> {
    const SCRIPT: &str = "import sys, docx\n\
        for path in sys.argv[1:]:\n    \
            try:\n        docx.Document(path); print('yes')\n    \
            except Exception as error:\n        print(repr(error))\n";
    let paths = names.iter().map(|name| folder.join(name));
    let done = Command::new("python3").args(["-c", SCRIPT]).args(paths).output().ok()?;
    done.status.success().then(|| String::from_utf8_lossy(&done.stdout).into_owned())
}

/// The characters of a text that two programs agree on: bullets they draw in other shapes, and an
/// empty form field is `____` for one and blanks for the other.
fn folded(text: &str) -> String {
    let drawn = ['\u{FEFF}', '\u{AD}', '_', '•', '◦', '▪'];
    text.chars().filter(|c| !c.is_whitespace() && !drawn.contains(c)).collect()
}

/// Slow, and needs what is not everywhere:
/// `cargo test --release --test it other_programs -- --ignored --nocapture`
#[test]
#[ignore = "starts LibreOffice on every file"]
fn other_programs_read_what_was_filled() {
    let folder = std::env::temp_dir().join(format!("hegao-patch-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let mut expected = Vec::new();
    let mut names = Vec::new();
    for (number, (name, bytes, document)) in files().into_iter().enumerate() {
        let edits = everywhere(&document);
        let patched = patch(&bytes, &edits, &PatchOptions::default());
        let name = format!("{number}-{}.docx", name.replace('.', "-"));
        std::fs::write(folder.join(&name), &patched.bytes).expect("it is written");
        std::fs::write(folder.join(format!("was-{name}")), &bytes).expect("it is written");
        let is_done = |edit: &&Edit| patched.skipped.iter().all(|skip| skip.edit != **edit);
        expected.push(edited(&document.text, &edits.iter().filter(is_done).collect::<Vec<_>>()));
        names.push(name);
    }
    let was_names: Vec<String> = names.iter().map(|name| format!("was-{name}")).collect();
    let texts = converted(&folder, &names);
    let (Some(texts), Some(were)) = (texts, converted(&folder, &was_names)) else {
        println!("skipped: there is no `soffice`");
        return;
    };
    match (opened(&folder, &names), opened(&folder, &was_names)) {
        (Some(now), Some(before)) => {
            println!("python-docx opens {} of {} files", now.matches("yes").count(), names.len());
            assert_eq!(now, before);
        }
        _ => println!("skipped: there is no `python-docx`"),
    }
    let mut wrong = Vec::new();
    for (((name, expected), text), was) in names.iter().zip(&expected).zip(&texts).zip(&were) {
        let (text, was) = (folded(text), folded(was));
        let mut missing = Vec::new();
        let (mut all, mut unseen) = (0, 0);
        for line in expected.lines().filter(|line| line.contains('新')) {
            let line = folded(line);
            let Some((before, rest)) = line.split_once('新') else { continue };
            let Some((number, after)) = rest.split_once('新') else { continue };
            let before: String = before.chars().rev().take(4).collect();
            let before: String = before.chars().rev().collect();
            let after: String = after.chars().take(4).collect();
            all += 1;
            // What it does not show of the original, text boxes and numbers, it cannot show now.
            if !was.contains(&[&*before, &*after].concat()) {
                unseen += 1;
            } else if !text.contains(&[&*before, "新", number, "新", &*after].concat()) {
                missing.push(line);
            }
        }
        println!("{name:<60.60} {all} lines, {unseen} unseen before, {} missing", missing.len());
        if !missing.is_empty() {
            wrong.push(format!("{name}: {missing:?}"));
        }
        if name.contains("form-docx") {
            assert_eq!(text, folded(expected));
        }
    }
    std::fs::remove_dir_all(&folder).expect("it goes");
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn damaged_files_are_filled_or_refused() {
    let (mut all, mut done) = (0, 0);
    for (_, bytes, _) in files().iter().filter(|(_, bytes, _)| bytes.len() < 20_000) {
        for round in 1..30 {
            let broken =
                damaged(bytes, &mut Numbers(0x2545_F491_4F6C_DD1D ^ (round * 0x9E37_79B9)));
            let Ok(document) = reader::read(&broken, &ReadOptions::default()) else { continue };
            let text = &document.text;
            let Some((at, _)) = text.char_indices().nth(text.chars().count() / 2) else { continue };
            let span = Span::new(at, text.len().min(at + 1 + round as usize));
            let end = (span.end as usize..=text.len())
                .find(|end| text.is_char_boundary(*end))
                .unwrap_or(at);
            let edit = Edit { span: Span::new(at, end), replacement: "甲\n<1>".to_owned() };
            all += 1;
            let patched = patch_docx(&broken, &[edit], &PatchOptions::default());
            if patched.is_ok_and(|patched| patched.skipped.is_empty()) {
                done += 1;
            }
        }
    }
    println!("{done} of {all} damaged files are filled");
    // How many depends on the files at hand: in small ones much is numbers that the file only implies.
    assert!(done > 0);
}
