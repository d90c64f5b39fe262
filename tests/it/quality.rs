//! How good the analysis is: recall and precision on texts whose right answers are known.
//!
//! `cargo test --release --test it quality -- --nocapture` prints the table; with
//! `HEGAO_GOLD=explain` it also lists every wrong answer with its file and line.

pub(crate) mod gold;
mod score;
pub(crate) mod shared;

use gold::Gold;
use hegao::analysis;
use hegao::document::{Document, Source};
use hegao::rules::Severity;
use score::{Aspect, Board};
use std::path::{Path, PathBuf};

/// What a set must reach at least, in per cent. Raise a row when the analysis gets better.
struct Floor {
    set: &'static str,
    aspect: Aspect,
    precision: f64,
    recall: f64,
}

/// The floors. An aspect that has no row may be anything.
const FLOORS: &[Floor] = &[
    Floor { set: "seed", aspect: Aspect::Outline, precision: 100.0, recall: 100.0 },
    Floor { set: "seed", aspect: Aspect::Metric, precision: 100.0, recall: 100.0 },
    Floor { set: "seed", aspect: Aspect::MetricValue, precision: 100.0, recall: 100.0 },
    Floor { set: "seed", aspect: Aspect::MetricName, precision: 100.0, recall: 100.0 },
    Floor { set: "seed", aspect: Aspect::Blank, precision: 100.0, recall: 100.0 },
    Floor { set: "seed", aspect: Aspect::BlankType, precision: 100.0, recall: 100.0 },
    Floor { set: "seed", aspect: Aspect::Watermark, precision: 100.0, recall: 100.0 },
    Floor { set: "reports", aspect: Aspect::Outline, precision: 99.0, recall: 99.0 },
    Floor { set: "reports", aspect: Aspect::Frame, precision: 95.0, recall: 95.0 },
    Floor { set: "reports", aspect: Aspect::Metric, precision: 99.0, recall: 97.5 },
    Floor { set: "reports", aspect: Aspect::MetricValue, precision: 99.0, recall: 97.5 },
    Floor { set: "reports", aspect: Aspect::MetricName, precision: 96.0, recall: 95.0 },
    Floor { set: "reports", aspect: Aspect::MetricKind, precision: 97.0, recall: 97.0 },
    Floor { set: "reports", aspect: Aspect::Blank, precision: 99.0, recall: 98.0 },
    Floor { set: "reports", aspect: Aspect::BlankType, precision: 97.0, recall: 96.0 },
    Floor { set: "reports", aspect: Aspect::Slogan, precision: 98.0, recall: 98.0 },
    Floor { set: "lines", aspect: Aspect::Metric, precision: 99.0, recall: 99.0 },
    Floor { set: "lines", aspect: Aspect::MetricValue, precision: 99.0, recall: 99.0 },
    Floor { set: "lines", aspect: Aspect::MetricName, precision: 94.0, recall: 94.0 },
    Floor { set: "lines", aspect: Aspect::Blank, precision: 98.0, recall: 98.0 },
    Floor { set: "lines", aspect: Aspect::Slogan, precision: 99.0, recall: 99.0 },
    Floor { set: "specification", aspect: Aspect::Metric, precision: 99.0, recall: 99.0 },
    Floor { set: "specification", aspect: Aspect::MetricValue, precision: 99.0, recall: 99.0 },
    Floor { set: "specification", aspect: Aspect::MetricName, precision: 95.0, recall: 95.0 },
    Floor { set: "specification", aspect: Aspect::Blank, precision: 99.0, recall: 99.0 },
    Floor { set: "specification", aspect: Aspect::BlankType, precision: 99.0, recall: 99.0 },
    Floor { set: "specification", aspect: Aspect::Watermark, precision: 99.0, recall: 99.0 },
    Floor { set: "specification", aspect: Aspect::Repair, precision: 99.0, recall: 99.0 },
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold")
}

/// The sets of the project: name and texts.
fn sets() -> Vec<(&'static str, Vec<Gold>)> {
    let read = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        (name, std::fs::read_to_string(path).expect("gold is readable"))
    };
    let sentences = |name: &str| {
        let (name, source) = read(&folder().join(name));
        Gold::sentences(&name, &source).unwrap_or_else(|wrong| panic!("{wrong}"))
    };
    let reports = shared::text_files(&folder())
        .iter()
        .map(|path| read(path))
        .filter(|(name, _)| name.starts_with(|c: char| c.is_ascii_digit()))
        .map(|(name, source)| {
            Gold::report(&name, &source).unwrap_or_else(|wrong| panic!("{wrong}"))
        })
        .collect();
    vec![
        ("reports", reports),
        ("lines", sentences("lines.txt")),
        ("specification", sentences("specification.txt")),
    ]
}

fn print(set: &str, texts: usize, board: &Board) {
    println!("\n{set} ({texts} texts)     expected  found  right  precision  recall     F1");
    for (aspect, tally) in &board.tallies {
        let (p, r, f) = (tally.precision(), tally.recall(), tally.f1());
        let (expected, found, right) = (tally.expected, tally.found, tally.right);
        let aspect = format!("{aspect:?}");
        println!("  {aspect:<20}{expected:>8}{found:>7}{right:>7}{p:>11.1}{r:>8.1}{f:>7.1}");
    }
}

/// Prints what is wrong, if that is asked for.
fn explain(wrong: &[String]) {
    if std::env::var("HEGAO_GOLD").is_ok_and(|what| what == "explain") {
        for line in wrong {
            println!("{line}");
        }
    }
}

#[track_caller]
fn check(set: &'static str, board: &Board) {
    for floor in FLOORS.iter().filter(|floor| floor.set == set) {
        let tally = board.tallies.get(&floor.aspect).copied().unwrap_or_default();
        let (precision, recall) = (tally.precision(), tally.recall());
        assert!(
            precision >= floor.precision && recall >= floor.recall,
            "{set} {:?}: precision {precision:.1}, recall {recall:.1}; HEGAO_GOLD=explain shows why",
            floor.aspect,
        );
    }
}

#[test]
fn gold_of_the_project() {
    for (set, texts) in sets() {
        let mut board = Board::default();
        for text in &texts {
            board.add(text, &Aspect::ALL);
        }
        explain(&board.wrong);
        print(set, texts.len(), &board);
        check(set, &board);
    }
}

#[test]
fn gold_beside_the_project() {
    let Some(folder) = shared::folder() else {
        println!("no shared reports beside the project: skipped");
        return;
    };
    let mut board = Board::default();
    if let Some(seed) = shared::seed(&folder) {
        board.add(&seed, &shared::SEED_ASPECTS);
    }
    explain(&board.wrong);
    print("seed", 1, &board);
    check("seed", &board);

    let (recall, missed) = shared::masked(&folder);
    explain(&missed);
    println!("\nmasked   figures  blank  metric   unit  (recall)");
    for (style, tally) in &recall {
        let share = |n: usize| score::percent(n, tally.figures);
        let (b, m, u) = (share(tally.blanks), share(tally.metrics), share(tally.units));
        println!("  {style:<7}{:>7}{b:>7.1}{m:>8.1}{u:>7.1}", tally.figures);
    }

    let (characters, alarms) = shared::false_alarms(&folder);
    explain(&alarms);
    println!("\nfinished: {} false blanks and watermarks in {characters} characters", alarms.len());
}

/// A report in which nothing is wrong gets no error and no warning; what is merely worth a look is
/// printed.
#[test]
fn clean_reports_have_no_findings() {
    let mut wrong = Vec::new();
    for (_, texts) in sets() {
        for gold in texts.iter().filter(|gold| gold.file.contains("-clean")) {
            let document = Document::from_text(Source::default(), gold.text.clone());
            for finding in analysis::analyze(&document).findings {
                let place = gold.place(finding.span.start);
                let said = format!("{place}: {} {}", finding.rule, finding.message);
                println!("{:?} {said}", finding.severity);
                if finding.severity != Severity::Info {
                    wrong.push(said);
                }
            }
        }
    }
    assert!(wrong.is_empty(), "false findings:\n{}", wrong.join("\n"));
}

/// The floors name sets and aspects that are scored, once each.
#[test]
fn floors_are_sound() {
    for (i, floor) in FLOORS.iter().enumerate() {
        assert!(["reports", "lines", "specification", "seed"].contains(&floor.set));
        assert!(
            FLOORS[..i].iter().all(|other| (other.set, other.aspect) != (floor.set, floor.aspect))
        );
    }
}
