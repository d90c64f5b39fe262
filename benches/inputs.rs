//! The texts that are measured: the same for `analysis.rs`, for `table.rs` and for Chromium.
//!
//! The seed report and the finished ones are no part of the project. Without them (`HEGAO_SHARED`,
//! or `shared` beside the project) the sample of the page and the gold reports stand in for them.

use std::fs;
use std::path::{Path, PathBuf};

/// What one row measures.
pub(crate) struct Input {
    /// Its name in the table.
    pub(crate) name: String,
    /// Its files, analysed one after the other.
    pub(crate) files: Vec<String>,
}

impl Input {
    fn new(name: impl Into<String>, text: String) -> Self {
        Self { name: name.into(), files: vec![text] }
    }

    /// Bytes of all files.
    pub(crate) fn size(&self) -> usize {
        self.files.iter().map(String::len).sum()
    }
}

/// How often the one report stands in the rows before the folder's.
const TIMES: [usize; 3] = [1, 100, 1000];

/// Reports as people write them: one report ×1, ×100 and ×1000, and a folder of others.
pub(crate) fn reports() -> Vec<Input> {
    (0..=TIMES.len()).map(report_row).collect()
}

/// One row of [`reports`], made alone: for a process whose memory is looked at.
pub(crate) fn report_row(number: usize) -> Input {
    let Some(&times) = TIMES.get(number) else { return folder() };
    let (name, text) = report();
    Input::new(format!("{name} ×{times}"), text.repeat(times))
}

/// A report of `size` bytes or a little more.
pub(crate) fn report_of(size: usize) -> String {
    let (_, text) = report();
    text.repeat(size.div_ceil(text.len()))
}

/// A text that a careless loop is quadratic in.
pub(crate) struct Pathological {
    pub(crate) name: &'static str,
    make: fn(usize) -> String,
    /// How often its piece is repeated in the large one; the small one has a tenth.
    repeats: usize,
}

impl Pathological {
    /// The text whose growth is looked at, and the one ten times as large.
    pub(crate) fn pair(&self) -> [Input; 2] {
        [self.repeats / 10, self.repeats].map(|n| Input::new(self.name, (self.make)(n)))
    }
}

/// Each row is a shape that has been, or could be, scanned again and again from its middle.
pub(crate) const PATHOLOGICAL: &[Pathological] = &[
    Pathological { name: "one line of 10 MB", make: line, repeats: 10_000_000 },
    Pathological { name: "a million 1", make: |n| "1".repeat(n), repeats: 1_000_000 },
    Pathological { name: "a million *", make: |n| "*".repeat(n), repeats: 1_000_000 },
    Pathological { name: "a million “", make: |n| "“".repeat(n), repeats: 1_000_000 },
    Pathological { name: "nested brackets", make: nested, repeats: 500_000 },
    Pathological { name: "nested 《“（", make: nested_mixed, repeats: 200_000 },
    Pathological { name: "short clauses", make: |n| "1，".repeat(n), repeats: 1_000_000 },
    Pathological { name: "words without end", make: |n| "工作".repeat(n), repeats: 1_000_000 },
    Pathological { name: "Chinese numerals", make: |n| "万一".repeat(n), repeats: 1_000_000 },
    Pathological { name: "dense figures", make: |n| "增长5%和3个".repeat(n), repeats: 300_000 },
    Pathological { name: "dense *×", make: |n| "*×".repeat(n), repeats: 500_000 },
    Pathological { name: "dense X万元", make: |n| "X万元，".repeat(n), repeats: 300_000 },
    Pathological { name: "小编 without end", make: |n| "小编".repeat(n), repeats: 300_000 },
    Pathological { name: "adverts", make: |n| "某网www.a.cn整理".repeat(n), repeats: 100_000 },
    Pathological {
        name: "slips", make: |n| "推动推动,的的。。".repeat(n), repeats: 100_000
    },
    Pathological { name: "dots and dashes", make: |n| "1.1-".repeat(n), repeats: 500_000 },
    Pathological { name: "underscores", make: |n| "_".repeat(n), repeats: 1_000_000 },
    Pathological { name: "blanks", make: |n| " \u{3000}".repeat(n) + "1", repeats: 500_000 },
    Pathological { name: "open 《", make: |n| "《".repeat(n), repeats: 1_000_000 },
    Pathological { name: "titles 《》", make: |n| "《a》".repeat(n), repeats: 300_000 },
    Pathological { name: "slogans", make: |n| "“四个意识”".repeat(n), repeats: 200_000 },
    Pathological {
        name: "headings",
        make: |n| "一、学习\n（一）深学\n".repeat(n),
        repeats: 50_000,
    },
    Pathological {
        name: "broken lines", make: |n| "工作总结报告\n".repeat(n), repeats: 100_000
    },
    Pathological { name: "empty lines", make: |n| "\n".repeat(n) + "1", repeats: 1_000_000 },
    Pathological {
        name: "run-in headings", make: |n| "一是学习。".repeat(n), repeats: 200_000
    },
    Pathological { name: "markdown marks", make: |n| "**a** # ".repeat(n), repeats: 200_000 },
    Pathological { name: "deeper and deeper", make: deeper, repeats: 20_000 },
];

/// About `size` bytes of the report in one line, full of figures and blanks.
fn line(size: usize) -> String {
    report_of(size).replace('\n', "")
}

fn nested(depth: usize) -> String {
    "（".repeat(depth) + "1个" + &"）".repeat(depth)
}

fn nested_mixed(depth: usize) -> String {
    "《“（".repeat(depth) + "1个" + &"）”》".repeat(depth)
}

/// Numbers of ever more parts: 1.1, 1.1.1 …, each line a level below the one before.
fn deeper(lines: usize) -> String {
    (0..lines).map(|n| "1.".repeat(n % 50 + 1) + "学习\n").collect()
}

/// One report, and its name.
fn report() -> (&'static str, String) {
    let seed = shared().map(|shared| read(&shared.join("reports/seed.txt")));
    match seed {
        Some(text) => ("seed", text),
        None => ("sample", read(&root().join("www/sample/report.txt"))),
    }
}

/// Many reports.
fn folder() -> Input {
    let (name, files) = match shared() {
        Some(shared) => ("finished reports", texts(&shared.join("reports/finished"))),
        None => ("gold reports", gold_reports()),
    };
    Input { name: name.to_owned(), files }
}

fn gold_reports() -> Vec<String> {
    texts(&root().join("tests/gold")).iter().map(|gold| without_marks(gold)).collect()
}

/// The text of a gold report, see `tests/gold/README.md`: of `⟦m:12次|集中学习|12|次⟧` stays 12次.
fn without_marks(gold: &str) -> String {
    let body = gold.lines().skip_while(|line| line.starts_with("#:"));
    let body =
        body.take_while(|line| !line.starts_with("===")).flat_map(|l| l.chars().chain(['\n']));
    // Marks nest in surfaces only: fields end with the mark they belong to.
    let (mut depth, mut in_letter, mut in_fields) = (0_usize, false, false);
    let mut text = String::with_capacity(gold.len());
    for c in body {
        match c {
            '⟦' => (depth, in_letter) = (depth + 1, true),
            '⟧' => (depth, in_fields) = (depth.saturating_sub(1), false),
            '|' if depth > 0 => in_fields = true,
            ':' if in_letter => in_letter = false,
            _ if in_letter || in_fields => {}
            _ => text.push(c),
        }
    }
    text
}

/// The `.txt` files of a folder that begin with a digit, by name.
fn texts(folder: &Path) -> Vec<String> {
    let entries =
        fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    paths.retain(|path| {
        name(path).is_some_and(|name| name.starts_with(|c: char| c.is_ascii_digit()))
    });
    paths.sort();
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn shared() -> Option<PathBuf> {
    let places = [
        std::env::var_os("HEGAO_SHARED").map(PathBuf::from),
        Some(root().join("../shared")),
        Some(root().join("../../shared")),
    ];
    places.into_iter().flatten().find(|place| place.join("reports/seed.txt").exists())
}
