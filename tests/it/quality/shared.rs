//! Reports that are not part of the project, used when they lie beside it: the seed with its gold,
//! and finished reports some of whose figures were masked.

use super::gold::{Answer, Gold, Value};
use super::score::Aspect;
use hegao::analysis;
use hegao::document::{Document, Source};
use hegao::injected::{self, InjectedKind};
use hegao::text::Span;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Where they lie: `HEGAO_SHARED`, or `shared` beside the project.
pub(crate) fn folder() -> Option<PathBuf> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR"));
    let places = [
        std::env::var_os("HEGAO_SHARED").map(PathBuf::from),
        Some(project.join("../shared")),
        Some(project.join("../../shared")),
    ];
    places.into_iter().flatten().find(|place| place.join("gold/domain.json").exists())
}

/// What the seed's gold says.
pub(crate) const SEED_ASPECTS: [Aspect; 11] = [
    Aspect::Outline,
    Aspect::Title,
    Aspect::Frame,
    Aspect::Genre,
    Aspect::Year,
    Aspect::Metric,
    Aspect::MetricValue,
    Aspect::MetricName,
    Aspect::Blank,
    Aspect::BlankType,
    Aspect::Watermark,
];

/// The seed with its gold.
pub(crate) fn seed(folder: &Path) -> Option<Gold> {
    let text = std::fs::read_to_string(folder.join("reports/seed.txt")).ok()?;
    let data = std::fs::read_to_string(folder.join("gold/domain.json")).ok()?;
    let data: serde_json::Value = serde_json::from_str(&data).ok()?;
    let seed = &data["seed"];
    let mut gold = Gold::plain("seed.txt", &text);
    // Offsets in the data count characters.
    let bytes: Vec<usize> = text.char_indices().map(|(i, _)| i).chain([text.len()]).collect();
    let span = |from: u64, chars: usize| {
        let from = usize::try_from(from).unwrap_or(usize::MAX);
        Some(Span::new(*bytes.get(from)?, *bytes.get(from + chars)?))
    };
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    for metric in seed["metrics"].as_array()? {
        let surface = word(&metric["surface"]);
        let also = metric["also"].as_array()?.iter().map(word);
        let answer = Answer::Metric {
            names: [word(&metric["name"])].into_iter().chain(also).collect(),
            value: value_of(&surface),
            unit: unit_of(&surface),
            kind: None,
        };
        gold.add(span(metric["offset"].as_u64()?, surface.chars().count())?, answer);
    }
    for blank in seed["placeholders"].as_array()? {
        let kind = word(&blank["type"]);
        let token = word(&blank["token"]);
        let at = span(blank["offset"].as_u64()?, token.chars().count())?;
        gold.add(at, Answer::Blank { kind });
    }
    for mark in seed["watermarks"].as_array()? {
        let chars = word(&mark["text"]).chars().count();
        gold.add(span(mark["start"].as_u64()?, chars)?, Answer::Watermark);
    }
    gold.outline = Some(headings(&seed["outline"])?);
    let header = [
        ("title", "2022年副县长个人述职报告"),
        ("duplicate", "2022年副县长述职报告"),
        ("genre", "述职报告"),
        ("year", "2022"),
    ];
    gold.header = header.map(|(key, value)| (key.into(), value.into(), 1)).to_vec();
    Some(gold)
}

/// The value of a surface of the seed: `32篇`, `*余万元`, `第*`.
fn value_of(surface: &str) -> Value {
    let masked = surface.contains('*');
    let figure = || hegao::text::Decimal::parse(surface).map_or(Value::Open, Value::Figure);
    if masked { Value::Masked } else { figure() }
}

/// Its unit.
fn unit_of(surface: &str) -> String {
    let start = surface.find(|c: char| !"第*0123456789余多".contains(c)).unwrap_or(surface.len());
    surface[start..].to_owned()
}

fn headings(outline: &serde_json::Value) -> Option<Vec<super::gold::Heading>> {
    let word = |value: &serde_json::Value| value.as_str().unwrap_or_default().to_owned();
    let heading = |entry: &serde_json::Value| super::gold::Heading {
        depth: entry["depth"].as_u64().unwrap_or_default() as u8,
        marker: word(&entry["marker"]),
        title: word(&entry["text"]),
        optional: false,
        line: entry["line"].as_u64().unwrap_or_default() as u32,
    };
    Some(outline.as_array()?.iter().map(heading).collect())
}

/// How many of one convention's masked figures were found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Masked {
    pub(crate) figures: usize,
    /// As a blank for a number (or a rank).
    pub(crate) blanks: usize,
    /// As a metric without a value whose blank it is.
    pub(crate) metrics: usize,
    /// … with the right unit.
    pub(crate) units: usize,
}

/// One figure that was masked.
struct Row<'a> {
    original: &'a str,
    unit: &'a str,
}

/// The recall of each masking convention, and what was missed.
pub(crate) fn masked(folder: &Path) -> (BTreeMap<String, Masked>, Vec<String>) {
    let reports = folder.join("reports");
    let table =
        std::fs::read_to_string(reports.join("masked/GROUND_TRUTH.tsv")).unwrap_or_default();
    let (mut recall, mut missed) = (BTreeMap::<String, Masked>::new(), Vec::new());
    let mut files: BTreeMap<&str, (&str, Vec<Row<'_>>)> = BTreeMap::new();
    for line in table.lines().skip(1) {
        if let [file, style, _, original, unit] = line.split('\t').collect::<Vec<_>>()[..] {
            files.entry(file).or_insert((style, Vec::new())).1.push(Row { original, unit });
        }
    }
    for path in text_files(&reports.join("masked")) {
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        let Some((stem, _)) = name.split_once("_mask") else { continue };
        let finished = std::fs::read_to_string(reports.join(format!("finished/{stem}.txt")));
        let masked = std::fs::read_to_string(&path);
        let (Ok(finished), Ok(masked)) = (finished, masked) else { continue };
        let Some((style, rows)) = files.get(format!("{stem}.txt").as_str()) else { continue };
        let spans = align(&masked, &finished, style, rows);
        let gold = Gold::plain(name, &masked);
        let tally = recall.entry((*style).to_owned()).or_default();
        measure(&gold, rows, &spans, tally, &mut missed);
    }
    (recall, missed)
}

/// Where the figures of `finished` stand in `masked`: the n-th row is the n-th difference that is
/// not inserted text.
fn align(masked: &str, finished: &str, style: &str, rows: &[Row<'_>]) -> Vec<Span> {
    let is_mask = |c: char| style != "空" && (style.contains(c) || c == '.');
    let (mut i, mut j, mut spans) = (0, 0, Vec::new());
    while let Some(expected) = finished[j..].chars().next() {
        if masked[i..].starts_with(expected) {
            i += expected.len_utf8();
            j += expected.len_utf8();
            continue;
        }
        let rest = &masked[i..];
        let len = rest.find(|c| !is_mask(c)).unwrap_or(rest.len());
        match rows.get(spans.len()) {
            Some(row) if finished[j..].starts_with(row.original) && (style == "空" || len > 0) => {
                spans.push(Span::new(i, i + len));
                i += len;
                j += row.original.len();
            }
            _ => match inserted(rest, &finished[j..]) {
                Some(len) => i += len,
                None => return spans,
            },
        }
    }
    spans
}

/// The length of the text that was put in front of `finished`.
fn inserted(masked: &str, finished: &str) -> Option<usize> {
    let next: String = finished.chars().take(6).collect();
    masked.char_indices().take(200).map(|(i, _)| i).find(|&i| masked[i..].starts_with(&next))
}

fn measure(
    gold: &Gold,
    rows: &[Row<'_>],
    spans: &[Span],
    tally: &mut Masked,
    missed: &mut Vec<String>,
) {
    let document = Document::from_text(Source::default(), gold.text.clone());
    let analysis = analysis::analyze(&document);
    let blanks: Vec<Span> =
        analysis.placeholders.iter().map(|p| p.at.place(p.at.fact.span)).collect();
    tally.figures += rows.len();
    for (row, span) in rows.iter().zip(spans) {
        let blank = blanks.contains(span);
        let metric = analysis.metrics.iter().find(|m| {
            m.at.fact.value.is_none() && m.at.fact.blank.map(|b| m.at.place(b)) == Some(*span)
        });
        // The table cuts units short: 万 of 万张, 元 of 元/月, 个 of 个季度.
        let unit = metric.is_some_and(|m| m.at.fact.unit.starts_with(row.unit));
        tally.blanks += usize::from(blank);
        tally.metrics += usize::from(metric.is_some());
        tally.units += usize::from(unit);
        if !unit {
            let end = span.end as usize;
            let after: String = gold.text[end..].chars().take(12).collect();
            let before: String = gold.text[..span.start as usize]
                .chars()
                .rev()
                .take(14)
                .collect::<Vec<_>>()
                .into_iter()
                .rev()
                .collect();
            let said = metric.map_or("no metric", |m| m.at.fact.unit.as_str());
            let place = gold.place(span.start);
            missed.push(
                format!(
                    "{place}: {before}【{}】{after}: unit {}, blank {blank}, said {said}",
                    span.of(&gold.text),
                    row.unit
                )
                .replace('\n', "⏎"),
            );
        }
    }
}

/// False alarms on finished reports: blanks and watermarks, of which they hold none.
pub(crate) fn false_alarms(folder: &Path) -> (usize, Vec<String>) {
    let (mut characters, mut alarms) = (0, Vec::new());
    for path in text_files(&folder.join("reports/finished")) {
        let Ok(text) = std::fs::read_to_string(&path) else { continue };
        let name = path.file_name().and_then(|n| n.to_str()).unwrap_or_default();
        characters += text.chars().count();
        alarms.extend(alarms_of(&Gold::plain(name, &text)));
    }
    (characters, alarms)
}

/// The blanks and watermarks that the analysis sees in a text that holds none.
fn alarms_of(gold: &Gold) -> Vec<String> {
    let document = Document::from_text(Source::default(), gold.text.clone());
    let analysis = analysis::analyze(&document);
    let blanks = analysis.placeholders.iter().map(|p| ("blank", p.at.place(p.at.fact.span)));
    let mut alarms: Vec<(&str, Span)> = blanks.collect();
    for block in &document.blocks {
        // The buttons of the page they were saved from are really there.
        let pieces = injected::find(document.text_of(block)).into_iter();
        let alarming = pieces.filter(|piece| piece.kind != InjectedKind::PageChrome);
        alarms.extend(alarming.map(|piece| ("watermark", piece.span.shift(block.span.start))));
    }
    let show = |(what, span): (&str, Span)| {
        let line = gold.text[..span.start as usize].rfind('\n').map_or(0, |i| i + 1);
        let before = &gold.text[line..span.start as usize];
        let skip = before.chars().count().saturating_sub(14);
        let before: String = before.chars().skip(skip).collect();
        let after: String = gold.text[span.end as usize..].chars().take(10).collect();
        let surface = span.of(&gold.text);
        format!("{}: false {what} {before}【{surface}】{after}", gold.place(span.start))
            .replace('\n', "⏎")
    };
    alarms.into_iter().map(show).collect()
}

/// The `.txt` files of a folder, by name.
pub(crate) fn text_files(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|ext| ext == "txt"))
        .collect();
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Each figure that was found, with the three characters after its mask.
    #[track_caller]
    fn check(style: &str, masked: &str, expected: &[&str]) {
        let rows = [Row { original: "5.67", unit: "亿元" }, Row { original: "3", unit: "%" }];
        let spans = align(masked, "收入5.67亿元，全年同比增长3%，好于预期目标。", style, &rows);
        let after = |span: &Span| masked[span.end as usize..].chars().take(3).collect::<String>();
        let found: Vec<String> =
            spans.iter().map(|span| format!("{}|{}", span.of(masked), after(span))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn masked_figures_are_found_in_the_text() {
        check("*", "收入*亿元，全年同比增长*%，好于预期目标。", &["*|亿元，", "*|%，好"]);
        check("xx", "收入x.xx亿元，全年同比增长x%，好于预期目标。", &["x.xx|亿元，", "x|%，好"]);
        check("空", "收入亿元，全年同比增长%，好于预期目标。", &["|亿元，", "|%，好"]);
        check(
            "*",
            "收入*亿元，某网www.a.cn全年同比增长*%，好于预期目标。",
            &["*|亿元，", "*|%，好"],
        );
    }
}
