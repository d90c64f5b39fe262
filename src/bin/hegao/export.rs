//! `hegao export`: a report taken away in another format, with the values of a project file or of
//! sheets that came back.

use super::{Command, Failure, How, bytes_of, document_of, parse_analyze};
use hegao::analysis::Session;
use hegao::document::Document;
#[cfg(feature = "documents")]
use hegao::document::Format;
use hegao::draft::{Draft, Marks, Project};
use hegao::export::layout::{LayoutModel, LayoutOptions, layout_model};
#[cfg(feature = "documents")]
use hegao::export::patch::{Author, PatchOptions};
use hegao::export::sheet::{self, Choices, FillPreview, FillRow, SheetOptions};
use hegao::export::{self, TemplateOptions, TextOptions};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, Write};
use std::rc::Rc;

/// What `hegao export` is asked for.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Export {
    to: &'static Target,
    how: How,
    /// The project file (进度文件) whose values and changes count.
    project: Option<String>,
    /// Sheets (核实表) that came back.
    fill: Vec<String>,
    /// Whether a docx is laid out anew instead of filled in place.
    layout: bool,
    /// Whose tracked changes (修订) the changes become.
    author: Option<String>,
    file: String,
}

/// A format to export to.
#[derive(Debug)]
pub(super) struct Target {
    /// What it is called on the command line.
    name: &'static str,
    /// What it is, for the help.
    about: &'static str,
    make: fn(&Work) -> Result<Made, String>,
}

impl PartialEq for Target {
    fn eq(&self, other: &Self) -> bool {
        self.name == other.name
    }
}

impl Eq for Target {}

/// What a report can be made of.
const TARGETS: &[Target] = &[
    #[cfg(feature = "documents")]
    Target {
        name: "docx", about: "原文件是 docx 的写回原文件，其他的按公文格式新建", make: docx
    },
    Target {
        name: "text",
        about: "纯文本，每段空两格",
        make: |work| done(export::to_text(&work.draft, TextOptions::Indented)),
    },
    Target {
        name: "markdown",
        about: "Markdown",
        make: |work| done(export::to_markdown(&work.model())),
    },
    Target { name: "html", about: "网页", make: |work| done(export::to_html(&work.model())) },
    Target {
        name: "template",
        about: "明年的模板：数字留空的纯文本",
        make: |work| {
            let template = export::template(&work.draft, TemplateOptions::default());
            done(template.draft.filled_text())
        },
    },
    #[cfg(feature = "documents")]
    Target {
        name: "sheet",
        about: "数据核实表（xlsx）",
        make: |work| done(sheet::write_xlsx(&work.sheet())),
    },
    Target {
        name: "sheet-csv",
        about: "数据核实表（csv）",
        make: |work| done(sheet::write_csv(&work.sheet())),
    },
    #[cfg(feature = "documents")]
    Target {
        name: "metrics",
        about: "指标表（xlsx）",
        make: |work| done(sheet::write_table_xlsx(&work.metrics())),
    },
    #[cfg(feature = "documents")]
    Target {
        name: "findings",
        about: "问题清单（xlsx），附原句和改后的句子",
        make: |work| done(sheet::write_table_xlsx(&sheet::findings_table(&work.draft))),
    },
];

/// A report with all that is to be made of it.
struct Work {
    draft: Draft,
    /// The file it was read from, if it is a docx that is to be filled in place, and its text.
    #[cfg(feature = "documents")]
    original: Option<(Vec<u8>, String)>,
    author: Option<String>,
}

/// A file, and what is to be said about it.
struct Made {
    bytes: Vec<u8>,
    /// What was not done, in Chinese sentences.
    left: Vec<String>,
}

#[expect(clippy::unnecessary_wraps, reason = "a row of the table may fail")]
fn done(bytes: impl Into<Vec<u8>>) -> Result<Made, String> {
    Ok(Made { bytes: bytes.into(), left: Vec::new() })
}

impl Work {
    /// The report as it is set by default.
    fn model(&self) -> LayoutModel {
        let revision_author = self.author.clone();
        layout_model(&self.draft, &LayoutOptions { revision_author, ..LayoutOptions::default() })
    }

    fn sheet(&self) -> sheet::SheetModel {
        sheet::sheet_model(&self.draft, &SheetOptions::default())
    }

    #[cfg(feature = "documents")]
    fn metrics(&self) -> sheet::Table {
        let metrics = self.draft.session().analysis().metrics.len() as u32;
        sheet::metrics_table(&self.draft, &(0..metrics).collect::<Vec<_>>())
    }
}

/// The original with what was done to its text; a new docx if there is none.
#[cfg(feature = "documents")]
fn docx(work: &Work) -> Result<Made, String> {
    let Some((bytes, text)) = &work.original else {
        let file = export::layout::write_docx(&work.model());
        return done(file.map_err(|error| format!("无法生成 docx：{error}"))?);
    };
    let options = PatchOptions {
        revisions: work.draft.session().document().source.revisions,
        tracked: work.author.clone().map(|name| Author { name, date: None }),
    };
    let edits = export::patch::edits_from(text, &work.draft);
    let patched = export::patch::patch_docx(bytes, &edits, &options);
    let patched = patched.map_err(|error| error.to_string())?;
    let skipped = patched.skipped.iter().map(|skipped| {
        format!("“{}”：{}", skipped.edit.span.of(text).replace('\n', "↵"), skipped.reason)
    });
    let notes = patched.notes.iter().map(ToString::to_string);
    Ok(Made { left: skipped.chain(notes).collect(), bytes: patched.bytes })
}

/// The formats, one a line, for the help.
pub(super) fn help() -> String {
    TARGETS.iter().fold(String::new(), |mut lines, target| {
        // Writing to a string cannot fail.
        let _ = writeln!(lines, "  {:<32} {}", target.name, target.about);
        lines
    })
}

/// Reads the arguments after `export`: its own, and what `analyze` takes.
pub(super) fn parse(arguments: &[String]) -> Result<Command, String> {
    let (mut to, mut project, mut author, mut layout) = (None, None, None, false);
    let (mut fill, mut rest) = (Vec::new(), Vec::new());
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let (option, inline) = match word.split_once('=') {
            Some((option, value)) => (option, Some(value.to_owned())),
            None => (word.as_str(), None),
        };
        let mut value = || {
            let value = inline.clone().or_else(|| words.next().cloned());
            value.ok_or_else(|| format!("选项 {option} 后面缺少取值"))
        };
        match option {
            "--to" => to = Some(target(&value()?)?),
            "--project" => project = Some(value()?),
            "--fill" => fill.push(value()?),
            "--author" => author = Some(value()?),
            "--layout" => layout = true,
            "--" => rest.extend([word].into_iter().chain(words.by_ref()).cloned()),
            _ => rest.push(word.clone()),
        }
    }
    match parse_analyze(&rest)? {
        Command::Analyze { how, mut files, .. } if files.len() == 1 => {
            let (to, file) = (to.ok_or("没有用 --to 指定格式")?, files.remove(0));
            let export = Export { to, how, project, fill, layout, author, file };
            Ok(Command::Export(Box::new(export)))
        }
        Command::Analyze { .. } => Err("一次只能转换一个文件".to_owned()),
        other => Ok(other),
    }
}

fn target(name: &str) -> Result<&'static Target, String> {
    let known = TARGETS.iter().find(|target| target.name == name);
    let names = || TARGETS.iter().map(|target| target.name).collect::<Vec<_>>().join("、");
    known.ok_or_else(|| format!("没有“{name}”这种格式，可以用 {}", names()))
}

/// Writes one file in another format; `false` if it could not be, or something was left out.
pub(super) fn run(out: &mut impl Write, export: &Export) -> io::Result<bool> {
    let (made, mut left) = match make(export) {
        Ok(made) => made,
        Err(message) => {
            eprintln!("hegao：{message}");
            return Ok(false);
        }
    };
    left.extend(made.left);
    for sentence in &left {
        eprintln!("hegao：{sentence}");
    }
    out.write_all(&made.bytes)?;
    out.flush()?;
    Ok(left.is_empty())
}

/// What is asked for, and what of the sheets was not taken.
///
/// # Errors
/// Says in a Chinese sentence which file cannot be used, and why.
fn make(export: &Export) -> Result<(Made, Vec<String>), String> {
    let (mut work, mut left) = (begin(export)?, Vec::new());
    if !export.fill.is_empty() {
        let preview = sheet::merge(&work.draft, &sheets(&export.fill)?);
        if let Some((file, error)) = preview.foreign.first() {
            return Err(format!("{file}：{error}"));
        }
        sheet::apply(&mut work.draft, &preview, &Choices::default());
        left = untaken(&preview);
    }
    Ok(((export.to.make)(&work)?, left))
}

/// The report as it is, or as a project file says it is.
fn begin(export: &Export) -> Result<Work, String> {
    let failed = |file: &str, failure: Failure| format!("{file}：{}", failure.message);
    let bytes = bytes_of(&export.file).map_err(|failure| failed(&export.file, failure))?;
    let mut how = export.how.clone();
    let project = export.project.as_deref().map(project).transpose()?;
    let (project, marks) = project.map(Project::into_parts).unzip();
    if let Some(project) = &project {
        how.revisions = project.source.revisions;
    }
    let read = document_of(&bytes, &export.file, &how);
    let read = read.map_err(|failure| failed(&export.file, failure))?;
    if project.as_ref().is_some_and(|project| !is_same_report(&read, project)) {
        return Err(format!("{}：这份进度文件是另一份报告的，没有转换。", export.file));
    }
    #[cfg(feature = "documents")]
    let original = {
        let is_docx = read.source.format == Format::Docx && !export.layout;
        is_docx.then(|| (bytes, read.text.clone()))
    };
    let chosen = || Marks { rules: how.options.rules, ..Marks::default() };
    let session = Session::new(project.unwrap_or(read));
    let draft = Draft::with_marks(Rc::new(session), marks.unwrap_or_else(chosen));
    Ok(Work {
        draft,
        #[cfg(feature = "documents")]
        original,
        author: export.author.clone(),
    })
}

/// Whether a project was begun with this report: half of its paragraphs are those of the file.
/// Written into another report, its changes would replace all of it.
fn is_same_report(read: &Document, project: &Document) -> bool {
    let known: BTreeSet<&str> = read.blocks.iter().map(|block| read.text_of(block)).collect();
    let same = project.blocks.iter().filter(|block| known.contains(project.text_of(block)));
    same.count() * 2 >= project.blocks.len().min(read.blocks.len())
}

fn project(file: &str) -> Result<Project, String> {
    let bytes = bytes_of(file).map_err(|failure| format!("{file}：{}", failure.message))?;
    let project: Option<Project> = serde_json::from_slice(&bytes).ok();
    let project = project.filter(Project::is_known);
    project.ok_or_else(|| format!("{file}：这不是核稿的进度文件，或者是更新的版本存的。"))
}

#[cfg(feature = "documents")]
fn sheets(files: &[String]) -> Result<Vec<(String, sheet::FilledSheet)>, String> {
    let read = |file: &String| {
        let bytes = bytes_of(file).map_err(|failure| format!("{file}：{}", failure.message))?;
        let filled = sheet::read_filled(&bytes).map_err(|error| format!("{file}：{error}"))?;
        Ok((file.clone(), filled))
    };
    files.iter().map(read).collect()
}

#[cfg(not(feature = "documents"))]
fn sheets(_: &[String]) -> Result<Vec<(String, sheet::FilledSheet)>, String> {
    Err("这个版本不能读取表格。".to_owned())
}

/// What sheets say and nobody has decided on: none of it is filled in.
fn untaken(preview: &FillPreview) -> Vec<String> {
    let values = |row: &FillRow| {
        let candidates = row.candidates.iter();
        let said = candidates.map(|c| format!("{}（{}）", c.value, c.sources.join("、")));
        said.collect::<Vec<_>>().join("，")
    };
    let conflicts = preview
        .conflicts
        .iter()
        .map(|row| format!("{}：填报的数不一致，没有填入：{}", row.name, values(row)));
    let differing = preview.differing.iter().map(|row| {
        format!("{}：正文是{}，核实表是{}，正文没有改", row.name, row.current, values(row))
    });
    let refused = preview
        .refused
        .iter()
        .map(|row| format!("{} {}：“{}”没有填入。{}", row.source, row.name, row.value, row.reason));
    let gone = preview.gone.iter().map(|row| {
        format!("{} {}：“{}”没有填入，正文里已经没有这一处。", row.source, row.name, row.value)
    });
    conflicts.chain(differing).chain(refused).chain(gone).collect()
}
