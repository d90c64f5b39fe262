//! The command line: `hegao analyze FILE…`, `hegao export FILE`, `hegao rules`.

use hegao::analysis::{self, AnalysisOptions, Session};
use hegao::document::{Document, Revisions};
use hegao::draft::Draft;
use hegao::export::layout::{LayoutModel, LayoutOptions, layout_model};
use hegao::export::{self, TemplateOptions, TextOptions};
use hegao::reader::{self, ReadOptions};
use hegao::report;
use hegao::rules::{About, Preset, RULES};
use serde_json::json;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;
use std::rc::Rc;

const HELP: &str = "\
核稿：报告签发前的最后一遍检查——待填、数据、结构、差错。

用法：
  hegao analyze [选项] 文件…       分析文件；“-” 表示从标准输入读取
  hegao export --to 格式 [选项] 文件
                                   转成另一种格式，写到标准输出
  hegao rules [选项]               列出全部检查规则
  hegao --help                     显示这段说明
  hegao --version                  显示版本

选项：
  --format json|text               每份文件一行 JSON（默认），或者便于阅读的摘要
  --to docx|text|markdown|html|template
                                   公文格式的 docx、每段空两格的文字、Markdown、网页、留空的模板
  --preset strict|standard|errors-only
                                   严格、标准（默认）或者只看错误
  --enable 规则 / --disable 规则   打开或关闭一条规则，可以重复
  --encoding 编码                  指定编码，如 GB18030、Big5；不指定则自动识别
  --original                       有修订的文件读修订前的原文；不指定则读接受修订后的文字

退出状态：0 全部读取成功；1 有文件无法读取；2 用法有误。
";

/// How the result is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Output {
    /// One report a line.
    Json,
    /// A readable summary.
    Text,
}

/// What the command line asks for.
#[derive(Debug, PartialEq, Eq)]
enum Command {
    Help,
    Version,
    Rules { output: Output },
    Analyze { output: Output, how: How, files: Vec<String> },
    Export { to: Target, how: How, file: String },
}

/// Makes the bytes of an export.
type Maker = fn(&Draft) -> io::Result<Vec<u8>>;

/// One row of [`TARGETS`].
type Target = (&'static str, Maker);

/// What a report can be made of, by the name of the format.
const TARGETS: &[Target] = &[
    ("docx", make_docx),
    ("text", |draft| Ok(export::to_text(draft, TextOptions::Indented).into_bytes())),
    ("markdown", |draft| Ok(export::to_markdown(&layout(draft)).into_bytes())),
    ("html", |draft| Ok(export::to_html(&layout(draft)).into_bytes())),
    ("template", |draft| {
        Ok(export::template(draft, TemplateOptions::default()).draft.filled_text().into_bytes())
    }),
];

/// How files are read and judged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct How {
    encoding: Option<String>,
    revisions: Revisions,
    options: AnalysisOptions,
}

fn main() -> ExitCode {
    let arguments: Vec<String> =
        std::env::args_os().skip(1).map(|word| word.to_string_lossy().into_owned()).collect();
    let mut out = io::stdout().lock();
    let result = match parse(&arguments) {
        Ok(Command::Help) => write!(out, "{HELP}").map(|()| true),
        Ok(Command::Version) => writeln!(out, "hegao {}", env!("CARGO_PKG_VERSION")).map(|()| true),
        Ok(Command::Rules { output }) => print_rules(&mut out, output),
        Ok(Command::Analyze { output, how, files }) => analyze_all(&mut out, output, &how, &files),
        Ok(Command::Export { to, how, file }) => export(&mut out, to, &how, &file),
        Err(message) => {
            eprintln!("hegao：{message}\n\n{HELP}");
            return ExitCode::from(2);
        }
    };
    // Whoever reads the output may stop early (`| head`); that is no error of ours.
    match result {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("hegao：无法输出：{error}");
            ExitCode::FAILURE
        }
    }
}

/// Reads the arguments after the program's name.
fn parse(arguments: &[String]) -> Result<Command, String> {
    let (command, rest) = arguments.split_first().ok_or("没有指定命令")?;
    match command.as_str() {
        "--help" | "-h" | "help" => Ok(Command::Help),
        "--version" | "-V" => Ok(Command::Version),
        "analyze" => parse_analyze(rest),
        "export" => parse_export(rest),
        "rules" => parse_rules(rest),
        other => Err(format!("没有“{other}”这个命令")),
    }
}

/// Reads the arguments after `rules`.
fn parse_rules(arguments: &[String]) -> Result<Command, String> {
    match arguments {
        [] => Ok(Command::Rules { output: Output::Text }),
        [option, format] if option == "--format" => {
            Ok(Command::Rules { output: parse_output(format)? })
        }
        [other, ..] => match other.strip_prefix("--format=") {
            Some(format) => Ok(Command::Rules { output: parse_output(format)? }),
            None => Err(format!("没有“{other}”这个选项")),
        },
    }
}

/// Reads the arguments after `analyze`.
fn parse_analyze(arguments: &[String]) -> Result<Command, String> {
    let (mut output, mut how, mut files) = (Output::Json, How::default(), Vec::new());
    let mut words = arguments.iter();
    while let Some(word) = words.next() {
        let (option, inline) = match word.split_once('=') {
            Some((option, value)) if option.starts_with("--") => (option, Some(value.to_owned())),
            _ => (word.as_str(), None),
        };
        let mut value = || {
            let value = inline.clone().or_else(|| words.next().cloned());
            value.ok_or_else(|| format!("选项 {option} 后面缺少取值"))
        };
        match option {
            "--help" | "-h" => return Ok(Command::Help),
            "--format" => output = parse_output(&value()?)?,
            "--encoding" => how.encoding = Some(value()?),
            "--preset" => how.options.rules.preset = parse_preset(&value()?)?,
            "--enable" | "--disable" => {
                let on = option == "--enable";
                how.options.rules.switched.insert(parse_rule(&value()?)?, on);
            }
            "--original" => how.revisions = Revisions::Original,
            "--" => files.extend(words.by_ref().cloned()),
            "-" => files.push(word.clone()),
            _ if word.starts_with('-') => return Err(format!("没有“{word}”这个选项")),
            _ => files.push(word.clone()),
        }
    }
    if files.is_empty() {
        return Err("没有指定文件".to_owned());
    }
    Ok(Command::Analyze { output, how, files })
}

/// Reads the arguments after `export`: `--to` and its format, and what `analyze` takes.
fn parse_export(arguments: &[String]) -> Result<Command, String> {
    let at = arguments.iter().position(|word| word == "--to").ok_or("没有用 --to 指定格式")?;
    let name = arguments.get(at + 1).ok_or("选项 --to 后面缺少取值")?;
    let known = TARGETS.iter().find(|(known, _)| known == name);
    let names = || TARGETS.iter().map(|(name, _)| *name).collect::<Vec<_>>().join("、");
    let to = *known.ok_or_else(|| format!("没有“{name}”这种格式，可以用 {}", names()))?;
    let rest = [&arguments[..at], &arguments[at + 2..]].concat();
    match parse_analyze(&rest)? {
        Command::Analyze { how, mut files, .. } if files.len() == 1 => {
            Ok(Command::Export { to, how, file: files.remove(0) })
        }
        Command::Analyze { .. } => Err("一次只能转换一个文件".to_owned()),
        other => Ok(other),
    }
}

fn parse_output(name: &str) -> Result<Output, String> {
    match name {
        "json" => Ok(Output::Json),
        "text" => Ok(Output::Text),
        other => Err(format!("没有“{other}”这种输出格式，可以用 json 或 text")),
    }
}

fn parse_preset(id: &str) -> Result<Preset, String> {
    let preset = Preset::ALL.into_iter().find(|preset| preset.id() == id);
    preset.ok_or_else(|| format!("没有“{id}”这种预设，可以用 strict、standard 或 errors-only"))
}

fn parse_rule(id: &str) -> Result<String, String> {
    let known = About::of(id).ok_or_else(|| format!("没有“{id}”这条规则，见 hegao rules"))?;
    Ok(known.id.to_owned())
}

/// Prints what every rule says of itself: a JSON array, or a list to read.
fn print_rules(out: &mut impl Write, output: Output) -> io::Result<bool> {
    let rules: Vec<&About> = RULES.iter().map(|rule| rule.about()).collect();
    match output {
        Output::Json => {
            serde_json::to_writer(&mut *out, &rules)?;
            writeln!(out)?;
        }
        Output::Text => {
            for about in rules {
                let off = if about.on { "" } else { "，默认关闭" };
                let (group, severity, fix) =
                    (about.group.title(), about.severity.title(), about.fix.title());
                writeln!(out, "{}  {}（{group}，{severity}，{fix}{off}）", about.id, about.title)?;
                writeln!(out, "    {}", about.why)?;
            }
        }
    }
    Ok(true)
}

/// Why one file could not be read.
struct Failure {
    kind: &'static str,
    message: String,
}

/// Analyses the files in their order; `false` if one of them could not be read.
fn analyze_all(
    out: &mut impl Write,
    output: Output,
    how: &How,
    files: &[String],
) -> io::Result<bool> {
    let mut all_read = true;
    for (index, file) in files.iter().enumerate() {
        if output == Output::Text && index > 0 {
            writeln!(out, "\n{}\n", "─".repeat(60))?;
        }
        match (read(file, how), output) {
            (Ok(document), _) => print(out, output, &document, &how.options)?,
            (Err(Failure { kind, message }), output) => {
                all_read = false;
                match output {
                    Output::Json => {
                        let error = json!({ "file": file, "kind": kind, "message": message });
                        writeln!(out, "{}", json!({ "schema": 1, "error": error }))?;
                    }
                    Output::Text => writeln!(out, "{file}：{message}")?,
                }
            }
        }
    }
    out.flush()?;
    Ok(all_read)
}

/// Writes one file in another format; `false` if it could not be read.
fn export(out: &mut impl Write, to: Target, how: &How, file: &str) -> io::Result<bool> {
    let document = match read(file, how) {
        Ok(document) => document,
        Err(Failure { message, .. }) => {
            eprintln!("{file}：{message}");
            return Ok(false);
        }
    };
    let session = Session::new(document).with_options(how.options.clone());
    let (_, make) = to;
    out.write_all(&make(&Draft::new(Rc::new(session)))?)?;
    out.flush()?;
    Ok(true)
}

/// The report as it is set by default.
fn layout(draft: &Draft) -> LayoutModel {
    layout_model(draft, &LayoutOptions::default())
}

#[cfg(feature = "documents")]
fn make_docx(draft: &Draft) -> io::Result<Vec<u8>> {
    hegao::export::layout::write_docx(&layout(draft))
}

#[cfg(not(feature = "documents"))]
fn make_docx(_: &Draft) -> io::Result<Vec<u8>> {
    Err(io::Error::other("这个版本不能生成 docx。"))
}

/// Prints what is to be said about one document.
fn print(
    out: &mut impl Write,
    output: Output,
    document: &Document,
    options: &AnalysisOptions,
) -> io::Result<()> {
    let analysis = analysis::analyze_with(document, options);
    match output {
        Output::Json => {
            serde_json::to_writer(&mut *out, &report::Report::new(document, &analysis))?;
            writeln!(out)
        }
        Output::Text => write!(out, "{}", report::summary(document, &analysis)),
    }
}

/// Reads one file, or standard input for `-`.
fn read(file: &str, how: &How) -> Result<Document, Failure> {
    let (bytes, name) = if file == "-" {
        let mut bytes = Vec::new();
        (io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes), None)
    } else {
        let name = Path::new(file).file_name().map(|name| name.to_string_lossy().into_owned());
        (std::fs::read(file), name)
    };
    let bytes = bytes.map_err(|error| describe(&error))?;
    let options = ReadOptions { name, encoding: how.encoding.clone(), revisions: how.revisions };
    reader::read(&bytes, &options)
        .map_err(|error| Failure { kind: error.kind.id(), message: error.message })
}

/// Says why a file could not be opened.
fn describe(error: &io::Error) -> Failure {
    let (kind, message) = match error.kind() {
        io::ErrorKind::NotFound => ("not-found", "找不到这个文件。".to_owned()),
        io::ErrorKind::PermissionDenied => {
            ("permission-denied", "没有读取这个文件的权限。".to_owned())
        }
        io::ErrorKind::IsADirectory => ("directory", "这是文件夹，不是文件。".to_owned()),
        _ => ("unreadable", format!("无法读取：{error}")),
    };
    Failure { kind, message }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `expected` is `None` for wrong usage.
    #[track_caller]
    fn check(arguments: &str, expected: Option<&Command>) {
        let words: Vec<String> = arguments.split_whitespace().map(str::to_owned).collect();
        assert_eq!(parse(&words).ok().as_ref(), expected, "{arguments}");
    }

    fn analyze(output: Output, files: &[&str]) -> Command {
        let files = files.iter().map(|&file| file.to_owned()).collect();
        Command::Analyze { output, how: How::default(), files }
    }

    #[test]
    fn arguments() {
        check("--help", Some(&Command::Help));
        check("analyze --help", Some(&Command::Help));
        check("--version", Some(&Command::Version));
        check("analyze a.txt -", Some(&analyze(Output::Json, &["a.txt", "-"])));
        check("analyze --format text a.txt", Some(&analyze(Output::Text, &["a.txt"])));
        let how = How {
            encoding: Some("gbk".to_owned()),
            revisions: Revisions::Original,
            ..How::default()
        };
        let files = vec!["a".to_owned()];
        let original = Command::Analyze { output: Output::Json, how, files };
        check("analyze --original --encoding gbk a", Some(&original));
        let mut strict = How::default();
        strict.options.rules.preset = Preset::Strict;
        strict.options.rules.switched.insert("long-sentence".to_owned(), false);
        let files = vec!["a".to_owned()];
        let strict = Command::Analyze { output: Output::Json, how: strict, files };
        check("analyze --preset strict --disable long-sentence a", Some(&strict));
        check("rules", Some(&Command::Rules { output: Output::Text }));
        check("rules --format json", Some(&Command::Rules { output: Output::Json }));
        let after_dashes = analyze(Output::Json, &["a.txt", "--b"]);
        check("analyze a.txt --format=json -- --b", Some(&after_dashes));
    }

    #[test]
    fn wrong_arguments() {
        let wrong = [
            "analyze --preset loud a", "analyze --enable no-such a", "rules --all", "", "fly",
            "analyze", "analyze --format", "analyze --format xml a", "analyze -x a",
        ];
        for arguments in wrong {
            check(arguments, None);
        }
    }
}
