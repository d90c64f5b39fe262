//! The command line: `hegao analyze FILE…`, `hegao export FILE`, `hegao rules`.

#[path = "hegao/export.rs"]
mod export;

use export::Export;
use hegao::analysis::{self, AnalysisOptions};
use hegao::document::{Document, Revisions};
use hegao::reader::{self, ReadOptions};
use hegao::report;
use hegao::rules::{About, Preset, RULES};
use serde_json::json;
use std::io::{self, Read, Write};
use std::path::Path;
use std::process::ExitCode;

const USAGE: &str = "\
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
  --preset strict|standard|errors-only
                                   严格、标准（默认）或者只看错误
  --enable 规则 / --disable 规则   打开或关闭一条规则，可以重复
  --encoding 编码                  指定编码，如 GB18030、Big5；不指定则自动识别
  --original                       有修订的文件读修订前的原文；不指定则读接受修订后的文字

";

/// What `export` takes beyond that, and how all ends.
const EXPORT_OPTIONS: &str = "\
export 的选项：
  --project 进度文件               用进度文件里的填写和改动（*.hegao.json）
  --fill 核实表                    填入收回的核实表（xlsx 或 csv），可以重复；有出入的不填，逐条说明
  --layout                         docx 也按公文格式新建，不写回原文件
  --author 姓名                    docx 里的填写和改动写成这个人的修订

退出状态：0 全部成功；1 有文件无法读取或转换，或者有内容没有填入、写回；2 用法有误。
";

/// The whole help.
fn help() -> String {
    format!("{USAGE}\nexport 的格式：\n{}\n{EXPORT_OPTIONS}", export::help())
}

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
    Export(Box<Export>),
}

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
        Ok(Command::Help) => write!(out, "{}", help()).map(|()| true),
        Ok(Command::Version) => writeln!(out, "hegao {}", env!("CARGO_PKG_VERSION")).map(|()| true),
        Ok(Command::Rules { output }) => print_rules(&mut out, output),
        Ok(Command::Analyze { output, how, files }) => analyze_all(&mut out, output, &how, &files),
        Ok(Command::Export(export)) => export::run(&mut out, &export),
        Err(message) => {
            eprintln!("hegao：{message}\n\n{}", help());
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
        "export" => export::parse(rest),
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
    document_of(&bytes_of(file)?, file, how)
}

/// The bytes of one file, or of standard input for `-`.
fn bytes_of(file: &str) -> Result<Vec<u8>, Failure> {
    let bytes = if file == "-" {
        let mut bytes = Vec::new();
        io::stdin().lock().read_to_end(&mut bytes).map(|_| bytes)
    } else {
        std::fs::read(file)
    };
    bytes.map_err(|error| describe(&error))
}

/// The document in the bytes of a file.
fn document_of(bytes: &[u8], file: &str, how: &How) -> Result<Document, Failure> {
    let name = Path::new(file).file_name().filter(|_| file != "-");
    let name = name.map(|name| name.to_string_lossy().into_owned());
    let options = ReadOptions { name, encoding: how.encoding.clone(), revisions: how.revisions };
    reader::read(bytes, &options)
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
            "analyze", "analyze --format", "analyze --format xml a", "analyze -x a", "export a",
            "export --to", "export --to pdf a", "export --to text a b",
        ];
        for arguments in wrong {
            check(arguments, None);
        }
    }
}
