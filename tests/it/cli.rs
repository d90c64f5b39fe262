//! The command line, as `contract/README.md` describes it.

use crate::project::root;
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Output, Stdio};

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
