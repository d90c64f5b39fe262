//! `cargo xtask bench`: one table, all of it measured in one run.
//!
//! Ratios say more than times: a slow machine is slow at both. So a loop that decodes each character
//! of the same text and takes one branch on it is the unit, and it takes turns with the analysis.
//! Times are those the thread had the processor for, which on an idle machine is all of the time
//! and on a busy one leaves the others out. Of several rounds the fastest counts.

mod inputs;

use cpu_time::ThreadTime;
use hegao::analysis::{Analysis, Session, analyze};
use hegao::citation::{self, Citation};
use hegao::document::{Block, Document, Edit, Source};
use hegao::draft::Draft;
use hegao::export::sheet::{self, SheetOptions};
use hegao::injected::{self, Injected};
use hegao::metric::Metric;
use hegao::outline::{self, LineFacts};
use hegao::placeholder;
use hegao::reader::{self, ReadOptions};
use hegao::rules::{self, BlockView, DocumentView};
use hegao::text::Span;
use inputs::{Input, PATHOLOGICAL};
use serde_json::{Value, json};
use std::fs;
use std::hint::black_box;
use std::path::Path;
use std::process::Command;
use std::rc::Rc;
use std::time::{Duration, Instant};

/// Where the texts lie for Chromium, with the times they took here.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/target/bench");
/// Set for a child that analyses one input, for the memory it takes: the input's number.
const PEAK_OF: &str = "HEGAO_BENCH_PEAK_OF";
/// A row is repeated for so long, and at least three times.
const PATIENCE: Duration = Duration::from_millis(1500);

fn main() {
    if let Some(number) = std::env::var(PEAK_OF).ok().and_then(|number| number.parse().ok()) {
        return print_peak(number);
    }
    let reports = inputs::reports();
    let mut rows = throughput(&reports);
    share_of_rules(&reports);
    edits();
    sheets();
    rows.extend(growth());
    keep_for_chromium(&rows).expect("target/bench can be written");
}

/// An input and the milliseconds its analysis took.
type Row = (Input, f64);

/// From the bytes of a file to everything Hegao says about it.
fn work(text: &str) -> (Document, Analysis) {
    let document = reader::read(text.as_bytes(), &ReadOptions::default()).expect("it is text");
    let analysis = analyze(&document);
    (document, analysis)
}

/// The unit of measure.
fn unit(text: &str) -> usize {
    text.chars().filter(|c| c.is_numeric()).count()
}

fn throughput(reports: &[Input]) -> Vec<Row> {
    println!("| input | MB | unit loop ms | analysis ms | units | MB/s | peak memory MB |");
    println!("|---|--:|--:|--:|--:|--:|--:|");
    let rows = reports.iter().enumerate().map(|(number, input)| {
        let [unit_ms, analysis_ms] = in_turns([
            &mut || input.files.iter().for_each(|text| _ = black_box(unit(black_box(text)))),
            &mut || input.files.iter().for_each(|text| _ = black_box(work(text))),
        ]);
        let size = megabytes(input.size());
        println!(
            "| {} | {size:.2} | {unit_ms:.2} | {analysis_ms:.2} | {:.1} | {:.0} | {} |",
            input.name,
            analysis_ms / unit_ms,
            size / analysis_ms * 1e3,
            peak(number).unwrap_or_else(|| "–".to_owned()),
        );
        (Input { name: input.name.clone(), files: input.files.clone() }, analysis_ms)
    });
    rows.collect()
}

/// 核实表: a thousand blanks of twenty departments, written and read back.
fn sheets() {
    const DEPARTMENTS: usize = 20;
    let blanks = sheet::DEPARTMENTS.iter().take(DEPARTMENTS).cycle().zip(0..1000);
    let text = blanks.map(|(department, number)| {
        format!("第{number}批任务中，{}*个，比上年增长*%，完成情况良好。\n", department.example)
    });
    let document = Document::from_text(Source::default(), text.collect());
    let draft = Draft::new(Rc::new(Session::new(document)));
    let options = SheetOptions { tab_per_department: true, ..SheetOptions::default() };
    let model = sheet::sheet_model(&draft, &options);
    let bytes = sheet::write_xlsx(&model);
    let filled = vec![(String::new(), sheet::read_filled(&bytes).expect("it is a sheet"))];
    let [model_ms, write_ms, read_ms, merge_ms] = in_turns([
        &mut || _ = black_box(sheet::sheet_model(&draft, &options)),
        &mut || _ = black_box(sheet::write_xlsx(&model)),
        &mut || _ = black_box(sheet::read_filled(&bytes)),
        &mut || _ = black_box(sheet::merge(&draft, &filled)),
    ]);
    let (rows, tabs) = (model.rows().count(), model.groups.len());
    println!("\n| sheet | rows | tabs | KB | model ms | written ms | read ms | merged ms |");
    println!("|---|--:|--:|--:|--:|--:|--:|--:|");
    println!(
        "| 核实表 | {rows} | {tabs} | {} | {model_ms:.1} | {write_ms:.1} | {read_ms:.1} | {merge_ms:.1} |",
        bytes.len() >> 10
    );
}

/// All rules, on facts that are already there, against the whole analysis.
fn share_of_rules(reports: &[Input]) {
    println!("\n| input | analysis ms | of it all rules ms | share |\n|---|--:|--:|--:|");
    for input in reports.iter().filter(|input| input.size() > 30_000) {
        let read: Vec<_> = input.files.iter().map(|text| work(text)).collect();
        let facts: Vec<_> =
            read.iter().map(|(document, analysis)| facts_for_rules(document, analysis)).collect();
        let [analysis_ms, rules_ms] = in_turns([
            &mut || read.iter().for_each(|(document, _)| _ = black_box(analyze(document))),
            &mut || {
                for ((document, analysis), facts) in read.iter().zip(&facts) {
                    run_rules(document, analysis, facts);
                }
            },
        ]);
        let share = rules_ms / analysis_ms * 100.0;
        println!("| {} | {analysis_ms:.2} | {rules_ms:.2} | {share:.0} % |", input.name);
    }
}

/// What the rules want to know of one block.
struct Facts {
    line: LineFacts,
    injected: Vec<Injected>,
    blanks: Vec<Span>,
    metrics: Vec<Metric>,
    citations: Vec<Citation>,
}

fn facts_for_rules(document: &Document, analysis: &Analysis) -> Vec<Facts> {
    let markdown = document.is_markdown();
    let of_block = |block: &Block| {
        let text = document.text_of(block);
        let injected = injected::find(text);
        let opaque: Vec<Span> = injected.iter().map(|piece| piece.span).collect();
        let around = placeholder::Surroundings { markdown, opaque: &opaque };
        let blanks = placeholder::find(text, around).iter().map(|blank| blank.span).collect();
        let first = analysis.metrics.partition_point(|m| m.at.offset < block.span.start);
        let metrics = analysis.metrics[first..].iter();
        let metrics = metrics.take_while(|m| m.at.offset == block.span.start);
        Facts {
            line: outline::read_line(text, block.kind),
            injected,
            blanks,
            metrics: metrics.map(|metric| (*metric.at.fact).clone()).collect(),
            citations: citation::find(text).citations,
        }
    };
    document.blocks.iter().map(of_block).collect()
}

fn run_rules(document: &Document, analysis: &Analysis, facts: &[Facts]) {
    let mut traces = Vec::new();
    for (block, facts) in document.blocks.iter().zip(facts) {
        let checked = rules::check_block(&BlockView {
            text: document.text_of(block),
            kind: block.kind,
            line: &facts.line,
            injected: &facts.injected,
            blanks: &facts.blanks,
            metrics: &facts.metrics,
            citations: &facts.citations,
        });
        traces.extend(checked.traces.iter().map(|trace| trace.shift(block.span.start)));
        black_box(checked.findings);
    }
    black_box(rules::check_document(&DocumentView {
        text: &document.text,
        blocks: &document.blocks,
        outline: &analysis.outline,
        traces: &traces,
        missing_parts: &[],
    }));
}

/// A figure in the middle of a megabyte is typed and deleted again.
fn edits() {
    let text = inputs::report_of(1_000_000);
    let size = megabytes(text.len());
    let (document, _) = work(&text);
    let middle = document.blocks[document.blocks.len() / 2].span;
    let at = middle.start + (middle.end - middle.start) / 6 * 3;
    let mut session = Session::new(document);
    let mut times: Vec<f64> = (0..200)
        .map(|turn| {
            let (end, text) = if turn % 2 == 0 { (at, "3") } else { (at + 1, "") };
            let edit = Edit { span: Span { start: at, end }, replacement: text.to_owned() };
            milliseconds(&mut || session.edit(black_box(std::slice::from_ref(&edit))))
        })
        .collect();
    times.sort_by(f64::total_cmp);
    let (median, late) = (times[times.len() / 2], times[times.len() * 95 / 100]);
    println!("\n| an edit in a document of {size:.1} MB | ms |\n|---|--:|");
    println!("| median | {median:.2} |\n| 95 of 100 are faster than | {late:.2} |");
}

/// Ten times the text may take ten times the time.
fn growth() -> Vec<Row> {
    println!("\n| pathological input | MB | a tenth, ms | all, ms | factor | units |");
    println!("|---|--:|--:|--:|--:|--:|");
    let rows = PATHOLOGICAL.iter().map(|pathological| {
        let [small, large] = pathological.pair();
        let [small_ms, large_ms, unit_ms] = in_turns([
            &mut || _ = black_box(work(&small.files[0])),
            &mut || _ = black_box(work(&large.files[0])),
            &mut || _ = black_box(unit(black_box(&large.files[0]))),
        ]);
        println!(
            "| {} | {:.1} | {small_ms:.2} | {large_ms:.2} | ×{:.1} | {:.0} |",
            large.name,
            megabytes(large.size()),
            large_ms / small_ms,
            large_ms / unit_ms,
        );
        (large, large_ms)
    });
    rows.collect()
}

/// The fastest time of each piece of work, in milliseconds; they take turns.
fn in_turns<const N: usize>(mut works: [&mut dyn FnMut(); N]) -> [f64; N] {
    let mut fastest = [f64::INFINITY; N];
    let (start, mut rounds) = (Instant::now(), 0);
    while rounds < 3 || start.elapsed() < PATIENCE {
        for (work, fastest) in works.iter_mut().zip(&mut fastest) {
            *fastest = fastest.min(milliseconds(work));
        }
        rounds += 1;
    }
    fastest
}

fn milliseconds(work: &mut dyn FnMut()) -> f64 {
    let start = ThreadTime::now();
    work();
    start.elapsed().as_secs_f64() * 1e3
}

/// Texts are at most some million bytes, which `u32` holds and `f64` holds exactly.
fn megabytes(bytes: usize) -> f64 {
    f64::from(bytes as u32) / 1e6
}

/// The peak memory of a process that analyses report `number`, in MB; Linux tells it.
fn peak(number: usize) -> Option<String> {
    let mut child = Command::new(std::env::current_exe().ok()?);
    let output = child.env(PEAK_OF, number.to_string()).output().ok()?;
    let printed = String::from_utf8(output.stdout).ok()?;
    printed.trim().parse::<f64>().ok().map(|kilobytes| format!("{:.0}", kilobytes / 1e3))
}

/// What the child prints: `VmHWM` in kB.
fn print_peak(number: usize) {
    for text in &inputs::report_row(number).files {
        black_box(work(text));
    }
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
    println!("{}", peak.unwrap_or_default().trim().trim_end_matches(" kB"));
}

/// Leaves what was measured to `tests/e2e/bench.mjs`.
fn keep_for_chromium(rows: &[Row]) -> std::io::Result<()> {
    let folder = Path::new(FOLDER);
    fs::create_dir_all(folder)?;
    let mut list: Vec<Value> = Vec::new();
    for (row, (input, ms)) in rows.iter().enumerate() {
        let names: Vec<_> = (0..input.files.len()).map(|n| format!("{row}-{n}.txt")).collect();
        for (name, text) in names.iter().zip(&input.files) {
            fs::write(folder.join(name), text)?;
        }
        list.push(json!({ "name": input.name, "files": names, "bytes": input.size(), "ms": ms }));
    }
    fs::write(folder.join("native.json"), Value::from(list).to_string())
}
