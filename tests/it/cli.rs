//! The command line, as `contract/README.md` describes it.

use crate::project::root;
use hegao::analysis::Session;
use hegao::draft::{Draft, Project};
use hegao::reader::{self, ReadOptions};
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::rc::Rc;

/// Runs `hegao` in the folder of fixtures with `input` on its standard input.
fn run(arguments: &[&str], input: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_hegao"))
        .args(arguments)
        .current_dir(root().join("tests/fixtures/text"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("it starts");
    let mut stdin = child.stdin.take().expect("it has an input");
    // A program that does not read its input closes it.
    let _ = stdin.write_all(input.as_bytes());
    drop(stdin);
    child.wait_with_output().expect("it ends")
}

fn lines(output: &Output) -> Vec<Value> {
    let text = String::from_utf8(output.stdout.clone()).expect("it prints UTF-8");
    text.lines().map(|line| serde_json::from_str(line).expect("each line is JSON")).collect()
}

#[track_caller]
fn check_status(arguments: &[&str], status: i32) -> Output {
    let output = run(arguments, "");
    assert_eq!(output.status.code(), Some(status), "{arguments:?}");
    output
}

#[test]
fn one_report_a_line_in_the_order_of_the_files() {
    let output = run(&["analyze", "summary.txt", "-"], "一、工作\n完成投资3亿元。");
    assert_eq!(output.status.code(), Some(0));
    let [file, stdin] = lines(&output).try_into().expect("two lines");
    assert_eq!(file["schema"], 1);
    assert_eq!(file["document"]["name"], "summary.txt");
    assert_eq!(file["document"]["genre"], "工作总结");
    assert_eq!(file["outline"][0]["children"][1]["title"], "农村饮水");
    assert_eq!(stdin["document"]["name"], Value::Null);
    assert_eq!(stdin["outline"][0]["number"], "一、");
}

#[test]
fn a_file_that_cannot_be_read_is_one_line_too() {
    let output = check_status(&["analyze", "missing.txt", "summary.txt", "picture.png"], 1);
    let [missing, file, picture] = lines(&output).try_into().expect("three lines");
    assert_eq!(missing["schema"], 1);
    assert_eq!(missing["error"]["file"], "missing.txt");
    assert_eq!(missing["error"]["kind"], "not-found");
    assert!(file["error"].is_null());
    assert_eq!(picture["error"]["kind"], "binary");
    assert!(picture["error"]["message"].as_str().is_some_and(|text| text.contains("图片")));
}

#[test]
fn the_summary_is_readable() {
    let output = check_status(&["analyze", "--format", "text", "summary.txt"], 0);
    let text = String::from_utf8_lossy(&output.stdout);
    for part in [
        "2023年度某县水利局工作总结", "提纲（4 节）", "  一、主要工作", "指标（", "待填（",
        "问题（",
    ] {
        assert!(text.contains(part), "{part} is missing in\n{text}");
    }
}

#[test]
fn the_catalogue_of_rules() {
    let output = check_status(&["rules", "--format", "json"], 0);
    let rules: Vec<Value> = serde_json::from_slice(&output.stdout).expect("it is JSON");
    let rule = rules.iter().find(|rule| rule["id"] == "repeated-word").expect("it is there");
    assert_eq!((&rule["group"], &rule["on"]), (&Value::from("repetition"), &Value::from(true)));
    assert_eq!((&rule["severity"], &rule["fix"]), (&"warning".into(), &"always".into()));
    assert!(rule["bad"][0].as_str().is_some_and(|text| text.contains("“百日行动”行动")));
    let text = check_status(&["rules"], 0).stdout;
    assert_eq!(String::from_utf8_lossy(&text).lines().count(), 2 * rules.len());
}

#[test]
fn rules_can_be_chosen() {
    let told = |options: &[&str]| {
        let arguments = [&["analyze"], options, &["-"]].concat();
        let report = lines(&run(&arguments, "加强与与部门的配合 ")).remove(0);
        report["findings"].as_array().expect("a list").len()
    };
    assert_eq!(told(&[]), 2);
    assert_eq!(told(&["--preset", "errors-only"]), 1);
    assert_eq!(told(&["--disable", "doubled-particle"]), 1);
}

/// The fixture of a sheet and its report.
const SHEETS: &str = "../sheets/";

/// Exports and gives what was written, as a document that is read again, and what was said.
#[track_caller]
fn check_export(arguments: &[&str], status: i32) -> (Vec<u8>, String) {
    let output = check_status(&[&["export"], arguments].concat(), status);
    (output.stdout, String::from_utf8(output.stderr).expect("it says UTF-8"))
}

fn text_of(bytes: &[u8]) -> String {
    reader::read(bytes, &ReadOptions::default()).expect("what we write we read").text
}

#[test]
fn every_target_is_written() {
    for (target, begins) in [
        ("docx", "PK"),
        ("text", "2023年度某县水利局工作总结\n"),
        ("markdown", "# 2023年度某县水利局工作总结\n"),
        ("html", "<!DOCTYPE html>"),
        ("template", "2023年度某县水利局工作总结"),
        ("sheet", "PK"),
        ("sheet-csv", "\u{FEFF}序号,章节,"),
        ("metrics", "PK"),
        ("findings", "PK"),
    ] {
        let (bytes, said) = check_export(&["--to", target, "summary.txt"], 0);
        let text = String::from_utf8_lossy(&bytes);
        let start: String = text.chars().take(40).collect();
        assert!(text.to_lowercase().starts_with(&begins.to_lowercase()), "{target}: {start}");
        assert_eq!(said, "", "{target}");
        let help = check_status(&["--help"], 0).stdout;
        assert!(String::from_utf8_lossy(&help).contains(&format!("\n  {target} ")), "{target}");
    }
}

#[test]
fn a_docx_is_filled_in_place_or_laid_out_anew() {
    let file = "../formats/report.docx";
    let original = std::fs::read(root().join("tests/fixtures/formats/report.docx")).expect("there");
    let (same, _) = check_export(&["--to", "docx", file], 0);
    assert!(same == original, "nothing was done, so not a byte changes");
    let (laid_out, _) = check_export(&["--to", "docx", "--layout", file], 0);
    assert!(laid_out != original);
    let squeezed = |bytes: &[u8]| text_of(bytes).split_whitespace().collect::<String>();
    assert_eq!(squeezed(&laid_out), squeezed(&original));
}

#[test]
fn a_project_says_what_was_filled_in() {
    let document = reader::read(
        &std::fs::read(root().join("tests/fixtures/formats/report.docx")).expect("it is there"),
        &ReadOptions::default(),
    );
    let mut draft = Draft::new(Rc::new(Session::new(document.expect("it is read"))));
    let blanks: Vec<u32> = draft.open_blanks().map(|(index, _)| index).collect();
    for index in blanks {
        draft.fill(index, "86", "").expect("a figure fits anywhere");
    }
    let folder = std::env::temp_dir().join(format!("hegao-cli-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    let path = folder.join("稿.hegao.json");
    let project = serde_json::to_vec(&Project::of(&draft)).expect("it is written");
    std::fs::write(&path, project).expect("it is written");
    let path = path.to_str().expect("it is UTF-8");
    let file = "../formats/report.docx";
    let (docx, said) = check_export(&["--to", "docx", "--project", path, file], 0);
    assert_eq!(said, "");
    assert_eq!(text_of(&docx), draft.filled_text());
    let options = ["--to=docx", "--author=张三", "--project", path, file];
    let (tracked, _) = check_export(&options, 0);
    assert_eq!(text_of(&tracked), draft.filled_text());
    assert!(tracked != docx);
    let (none, said) = check_export(&["--to", "docx", "--project", path, "summary.txt"], 1);
    assert!(none.is_empty() && said.contains("另一份报告"), "{said}");
    std::fs::remove_dir_all(&folder).expect("it goes");
}

#[test]
fn a_sheet_that_came_back_is_filled_in() {
    let (report, sheet) = (format!("{SHEETS}report.txt"), format!("{SHEETS}filled.xlsx"));
    let (text, said) = check_export(&["--to", "text", "--fill", &sheet, &report], 1);
    let text = String::from_utf8_lossy(&text);
    assert!(text.contains("地区生产总值312.5亿元"), "{text}");
    assert!(said.contains("新开工重点项目：正文是45，核实表是46"), "{said}");
    for (sheet, why) in [
        ("exported-other.xlsx", "这是另一份报告"),
        ("exported-metrics.xlsx", "不是从这里导出的核实表"),
        ("missing.xlsx", "找不到这个文件"),
        ("report.txt", "不是从这里导出的核实表"),
    ] {
        let sheet = format!("{SHEETS}{sheet}");
        let (none, said) = check_export(&["--to", "text", "--fill", &sheet, &report], 1);
        assert!(none.is_empty() && said.contains(why), "{sheet}: {said}");
    }
    let wrong = ["--to", "text", "--project", "summary.txt", "summary.txt"];
    assert!(check_export(&wrong, 1).1.contains("不是核稿的进度文件"));
}

#[test]
fn help_version_and_wrong_usage() {
    assert!(String::from_utf8_lossy(&check_status(&["--help"], 0).stdout).contains("analyze"));
    let version = check_status(&["--version"], 0).stdout;
    assert_eq!(String::from_utf8_lossy(&version), format!("hegao {}\n", env!("CARGO_PKG_VERSION")));
    for wrong in [&[][..], &["fly"], &["analyze"], &["analyze", "--format", "xml", "a.txt"]] {
        let output = check_status(wrong, 2);
        assert!(output.stdout.is_empty(), "{wrong:?}");
        assert!(String::from_utf8_lossy(&output.stderr).contains("用法"), "{wrong:?}");
    }
}
