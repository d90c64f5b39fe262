//! Real files, where they lie beside the project: each is read, or refused with the right reason,
//! and what is read says the same as an independent reader that is installed.

use crate::project::shared;
use hegao::document::Document;
use hegao::reader::{self, ReadOptions};
use regex::Regex;
use std::fs::File;
use std::io::Read;
use std::path::{Path, PathBuf};
use std::process::Command;
use zip::ZipArchive;

/// Files that cannot be read, with the reason; all others are read.
const REFUSED: &[(&str, &str)] = &[
    ("apache__57843.doc", "unsupported"),
    ("apache__Bug51944.doc", "unsupported"),
    ("apache__ShortLastBlock.wps", "unsupported"),
    ("apache__Word6_sections2.doc", "unsupported"),
    ("apache__password_password_cryptoapi.doc", "encrypted"),
    ("apache__testWORD_multi_authors.doc", "empty"),
    ("apache__testWORD_protected_drm.doc", "encrypted"),
    ("apache__testWORKS2000.wps", "unsupported"),
    ("apache__word2.doc", "unsupported"),
    ("apache__clusterfuzz-testcase-minimized-POIXWPFFuzzer-4791943399604224.docx", "damaged"),
    ("apache__comment.docx", "empty"),
    ("apache__testWORD_protected_passtika.docx", "encrypted"),
    ("billysince__A4_1.docx", "empty"),
    ("mwilliamson__empty.docx", "empty"),
    ("mwilliamson__external-picture.docx", "image-only"),
    ("mwilliamson__tiny-picture.docx", "image-only"),
    // Japanese fonts that do not tell what their glyphs are.
    ("mozilla__noembed-identity-2.pdf", "unknown-encoding"),
    ("mozilla__vertical.pdf", "unknown-encoding"),
];

/// A file whose lines say what number Word shows before them, and say it once more. `antiword` counts
/// these lists wrongly.
const SELF_EXPLAINING: &str = "apache__testWORD_override_list_numbering.doc";

/// Of 100 characters so many must be the same as another reader's.
const SAME_PER_HUNDRED: usize = 98;

/// All files in the folders of the shared fixtures that hold documents.
pub(crate) fn documents() -> Option<Vec<PathBuf>> {
    let folder = shared()?.join("fixtures");
    let mut paths: Vec<PathBuf> = ["doc", "docx", "rtf", "pdf"]
        .iter()
        .filter_map(|name| std::fs::read_dir(folder.join(name)).ok())
        .flat_map(|entries| entries.flatten().map(|entry| entry.path()))
        .collect();
    paths.sort();
    Some(paths)
}

pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

pub(super) fn read(path: &Path) -> Result<Document, reader::ReadError> {
    let bytes = std::fs::read(path).expect("readable");
    reader::read(&bytes, &ReadOptions { name: Some(name(path)), ..ReadOptions::default() })
}

#[test]
fn real_files_are_read_or_refused_with_the_right_reason() {
    let Some(paths) = documents() else {
        println!("skipped: there is no `shared` beside the project");
        return;
    };
    let mut wrong = Vec::new();
    for path in paths {
        let (name, result) = (name(&path), read(&path));
        let verdict = match &result {
            Ok(document) => {
                let blocks = document.blocks.len();
                format!("{:?}, {blocks} blocks {:?}", document.source.format, document.source.notes)
            }
            Err(error) => format!("{}: {error}", error.kind.id()),
        };
        println!("{name:<50.50} {verdict}");
        let expected = REFUSED.iter().find(|(file, _)| *file == name).map(|(_, kind)| *kind);
        if result.err().map(|error| error.kind.id()) != expected {
            wrong.push(format!("{name}: {verdict}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// The characters that two readers must agree on: blanks are set by each in its own way, automatic
/// numbers are counted by some and not by others, and signs of lists and pictures are chosen.
fn folded(text: &str) -> Vec<char> {
    let text = text.replace("[pic]", "");
    text.chars()
        .filter(|c| c.is_alphabetic() && !matches!(c, 'I' | 'V' | 'X' | 'i' | 'v' | 'x'))
        .collect()
}

/// How many of the characters of `a` occur in `b`, in groups of three and regardless of the order of
/// the groups: text boxes and notes stand in different places.
fn common(a: &[char], b: &[char]) -> usize {
    let mut groups = std::collections::BTreeMap::<&[char], usize>::new();
    for group in b.windows(3) {
        *groups.entry(group).or_default() += 1;
    }
    a.windows(3)
        .filter(|group| {
            let left = groups.get_mut(group).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some()
        })
        .count()
}

#[test]
fn real_files_say_what_another_reader_says() {
    let (Some(paths), true) = (documents(), Command::new("antiword").output().is_ok()) else {
        println!("skipped: there is no `shared` beside the project, or no `antiword`");
        return;
    };
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "doc")) {
        let Ok(document) = read(path) else { continue };
        if name(path) == SELF_EXPLAINING {
            continue;
        }
        let other = Command::new("antiword")
            .args(["-m", "UTF-8.txt", "-w", "0"])
            .arg(path)
            .output()
            .expect("it has just run");
        let (own, other) =
            (folded(&document.text), folded(&String::from_utf8_lossy(&other.stdout)));
        // What it cannot read at all it cannot judge.
        if other.len() < 10 {
            println!("{:<50.50} not read by antiword", name(path));
            continue;
        }
        let same = 100 * common(&other, &own) / (other.len() - 2);
        println!("{:<50.50} {same} % of {} characters", name(path), other.len());
        assert!(same >= SAME_PER_HUNDRED, "{}: {same} %", name(path));
    }
}

#[test]
fn numbers_of_lists_are_those_that_word_shows() {
    let path = documents().and_then(|paths| paths.into_iter().find(|p| name(p) == SELF_EXPLAINING));
    let Some(path) = path else {
        println!("skipped: there is no `shared` beside the project");
        return;
    };
    let document = read(&path).expect("it is read");
    let is_number = |line: &&str| !line.starts_with("Test ") && !line.starts_with('•');
    let lines: Vec<&str> = document.text.lines().filter(is_number).collect();
    assert_eq!(lines.len(), 43);
    for line in lines {
        let (number, text) = line.split_once(' ').unwrap_or((line, ""));
        assert_eq!(number, text, "{line}");
    }
}

/// A file with a table of contents, which is left out on purpose.
const WITH_CONTENTS: &str = "apache__testWORD_2006ml.docx";

/// The text of a docx as nothing but its tags tell, one line a paragraph: an oracle that shares no
/// code with the reader. `None` if the file does not open.
fn text_between_tags(path: &Path) -> Option<String> {
    let regex = |pattern| Regex::new(pattern).expect("a valid pattern");
    let mut archive = ZipArchive::new(File::open(path).ok()?).ok()?;
    let names: Vec<String> =
        archive.file_names().filter_map(|name| Some(name.ok()?.into_owned())).collect();
    let is_main = |name: &&String| regex("^word/document[0-9]*[.]xml$").is_match(name);
    let mut xml = String::new();
    archive.by_name(names.iter().find(is_main)?).ok()?.read_to_string(&mut xml).ok()?;
    // What is deleted, and what is there once more for older programs.
    let xml = regex(r"(?s)<w:del [^>]*[^/]>.*?</w:del>|<mc:Fallback.*?</mc:Fallback>")
        .replace_all(&xml, "");
    let pieces = regex(r"<w:t(?: [^>]*)?>([^<]*)</w:t>|(</w:p>)");
    let text: String = pieces
        .captures_iter(&xml)
        .map(|piece| piece.get(1).map_or("\n", |text| text.as_str()))
        .collect();
    Some(text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
}

#[test]
fn real_documents_lose_no_text() {
    let Some(paths) = documents() else {
        println!("skipped: there is no `shared` beside the project");
        return;
    };
    for path in paths.iter().filter(|path| path.extension().is_some_and(|end| end == "docx")) {
        let (Ok(document), Some(expected)) = (read(path), text_between_tags(path)) else {
            continue;
        };
        // Groups within one paragraph, so that numbers in front of it do not matter.
        let groups = |text: &str| -> Vec<String> {
            let lines = text.lines().map(folded);
            lines
                .flat_map(|line| line.windows(3).map(String::from_iter).collect::<Vec<_>>())
                .collect()
        };
        let mut own = std::collections::BTreeMap::<String, usize>::new();
        for group in groups(&document.text) {
            *own.entry(group).or_default() += 1;
        }
        let expected = groups(&expected);
        let found = expected.iter().filter(|group| {
            let left = own.get_mut(*group).filter(|left| **left > 0);
            left.map(|left| *left -= 1).is_some()
        });
        let same = 100 * found.count() / expected.len().max(1);
        println!("{:<50.50} {same} % of {}", name(path), expected.len());
        let judged = !expected.is_empty() && name(path) != WITH_CONTENTS;
        assert!(!judged || same >= SAME_PER_HUNDRED, "{}: {same} %", name(path));
    }
}
