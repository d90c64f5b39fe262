//! What sheets that came back would do to a draft, and doing it.

use super::filled::{FilledRow, FilledSheet, FilledValue, SheetError};
use super::identity::{self, Id};
use super::target::{self, Subject, Target};
use super::{value, wording};
use crate::document::Edit;
use crate::draft::{Draft, check_number};
use crate::metric::Value;
use crate::placeholder::PlaceholderType;
use crate::text::{Decimal, Span, scanner};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// A value, and who says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Candidate {
    /// The value.
    pub value: String,
    /// The files and rows that give it: 教体局.xlsx 第5行.
    pub sources: Vec<String>,
}

/// What is said of one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FillRow {
    /// The id of its row.
    pub id: String,
    /// The name of the indicator, or of what is missing.
    pub name: String,
    /// The unit of its figure.
    pub unit: String,
    /// The words before it, it, the words after it.
    pub sentence: [String; 3],
    /// What stands there now; "" for an open blank.
    pub current: String,
    /// What the sheets say, one entry for each different value.
    pub candidates: Vec<Candidate>,
    /// How many places take the value.
    pub count: usize,
    /// Whether it can be put in: a figure in Chinese numerals, a range has to be rewritten by hand.
    pub writable: bool,
    /// The blank; `None` for a figure of the text.
    blank: Option<u32>,
    /// Where the value goes.
    place: Span,
}

/// A value that is not taken.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RefusedRow {
    /// The file and the row.
    pub source: String,
    /// The name of the indicator.
    pub name: String,
    /// The sentence as it stands in the sheet.
    pub sentence: String,
    /// What was filled in.
    pub value: String,
    /// Why it is not taken, in a Chinese sentence.
    pub reason: String,
}

/// A row whose place is no longer in the report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Gone {
    /// The file and the row.
    pub source: String,
    /// The name of the indicator.
    pub name: String,
    /// The sentence as it stands in the sheet.
    pub sentence: String,
    /// What was filled in.
    pub value: String,
}

/// What sheets would do to a draft.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FillPreview {
    /// Open blanks for which all sheets say the same.
    pub fills: Vec<FillRow>,
    /// Blanks for which sheets say different things, or another one than was typed.
    pub conflicts: Vec<FillRow>,
    /// Figures of the text that a department corrects. None is rewritten unless somebody says so.
    pub differing: Vec<FillRow>,
    /// Values that are not taken.
    pub refused: Vec<RefusedRow>,
    /// Filled rows whose place is no longer in the report.
    pub gone: Vec<Gone>,
    /// Files that are no sheets of this report.
    pub foreign: Vec<(String, SheetError)>,
    /// How many figures of the text are confirmed.
    pub confirmed: usize,
    /// How many blanks have the value already.
    pub unchanged: usize,
    /// How many rows are not filled in.
    pub empty: usize,
    /// The state of the draft that it is about.
    version: u32,
}

/// What somebody decided on a preview.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choices {
    /// Rows of [`FillPreview::fills`] that are left out, by id.
    pub skipped: BTreeSet<String>,
    /// Which candidate is taken of a conflict, or of a figure that differs, by id. What is not named
    /// here stays as it is.
    pub chosen: BTreeMap<String, usize>,
}

/// What `sheets`, each with the name of its file, would do to a draft.
#[must_use]
pub fn merge(draft: &Draft, sheets: &[(String, FilledSheet)]) -> FillPreview {
    let targets = target::targets(draft);
    let places = targets.iter().enumerate().map(|(at, target)| (target.id.place.as_str(), at));
    let places: BTreeMap<&str, usize> = places.collect();
    let title = identity::of_title(&target::title(draft));
    let mut said: BTreeMap<usize, Said> = BTreeMap::new();
    let mut preview = FillPreview { version: draft.version(), ..FillPreview::default() };
    for (file, sheet) in sheets {
        if !is_of_this_report(sheet, &title, &places) {
            let error = SheetError::OtherReport(sheet.title.clone());
            preview.foreign.push((file.clone(), error));
            continue;
        }
        for row in &sheet.rows {
            let target = Id::parse(&row.id).and_then(|id| places.get(id.place.as_str()).copied());
            take(draft, &targets, target, row, file, &mut said, &mut preview);
        }
    }
    for said in said.into_values() {
        sort_in(draft, said.row, &mut preview);
    }
    preview
}

/// Does what a preview says, as one step; how many values that changed. `None` if the draft is no
/// longer the one the preview is about.
pub fn apply(draft: &mut Draft, preview: &FillPreview, choices: &Choices) -> Option<usize> {
    if draft.version() != preview.version {
        return None;
    }
    let fills = preview.fills.iter().filter(|row| !choices.skipped.contains(&row.id));
    let fills = fills.map(|row| (row, 0));
    let decided = preview.conflicts.iter().chain(&preview.differing);
    let decided = decided.filter_map(|row| Some((row, *choices.chosen.get(&row.id)?)));
    let (mut values, mut rewrites, mut count) = (Vec::new(), Vec::new(), 0);
    for (row, chosen) in fills.chain(decided).filter(|(row, _)| row.writable) {
        let Some(candidate) = row.candidates.get(chosen) else { continue };
        count += 1;
        match row.blank {
            Some(blank) => {
                values
                    .extend(draft.group(blank).into_iter().map(|at| (at, candidate.value.clone())));
            }
            None => rewrites.push(Edit { span: row.place, replacement: candidate.value.clone() }),
        }
    }
    if count > 0 {
        draft.fill_many(wording::step(count), &values, rewrites);
    }
    Some(count)
}

/// Whether a sheet was made of this report, or of what it was before some edits. Figures in the title
/// tell last year's report, whose sentences may be the same; otherwise the rows tell.
fn is_of_this_report(sheet: &FilledSheet, title: &Id, places: &BTreeMap<&str, usize>) -> bool {
    let ids: Vec<Id> = sheet.rows.iter().filter_map(|row| Id::parse(&row.id)).collect();
    let known = ids.iter().filter(|id| places.contains_key(id.place.as_str())).count();
    let most =
        |agree: &dyn Fn(&Id) -> bool| ids.iter().filter(|id| agree(id)).count() * 2 >= ids.len();
    if most(&|id| id.title == title.title) {
        // A 述职报告 of somebody else has the same title. A few rows may all have been rewritten.
        return ids.len() < 5 || known * 10 >= ids.len();
    }
    most(&|id| id.figures == title.figures) && known > 0 && known * 2 >= ids.len()
}

/// What is said of a place while sheets are read.
struct Said {
    row: FillRow,
    /// Which candidate each value is, by its [`key`]: somebody may have dragged one id down a
    /// hundred thousand rows.
    known: BTreeMap<String, usize>,
}

/// Takes in one row.
fn take(
    draft: &Draft,
    targets: &[Target],
    target: Option<usize>,
    row: &FilledRow,
    file: &str,
    said: &mut BTreeMap<usize, Said>,
    preview: &mut FillPreview,
) {
    if row.value.is_empty() {
        preview.empty += 1;
        return;
    }
    let source = source(file, row);
    let (name, sentence, value) = (row.name.clone(), row.sentence.clone(), row.value.to_string());
    let Some(at) = target else {
        preview.gone.push(Gone { source, name, sentence, value });
        return;
    };
    match value_for(draft, &targets[at], &row.value) {
        Err(reason) => preview.refused.push(RefusedRow { source, name, sentence, value, reason }),
        Ok(value) => {
            let Said { row, known } = said.entry(at).or_insert_with(|| Said {
                row: fill_row(draft, &targets[at]),
                known: BTreeMap::new(),
            });
            let next = row.candidates.len();
            let candidate = *known.entry(key(&value)).or_insert(next);
            match row.candidates.get_mut(candidate) {
                Some(candidate) => candidate.sources.push(source),
                None => row.candidates.push(Candidate { value, sources: vec![source] }),
            }
        }
    }
}

/// The file and the row: 教体局.xlsx 第5行.
fn source(file: &str, row: &FilledRow) -> String {
    match row.tab.as_str() {
        "" | wording::SHEET => format!("{file} 第{}行", row.line),
        tab => format!("{file}“{tab}”第{}行", row.line),
    }
}

fn fill_row(draft: &Draft, target: &Target) -> FillRow {
    let (blank, count, place) = match target.subject {
        Subject::Blank(index) => (Some(index), draft.group(index).len(), Some(target.span)),
        Subject::Metric(_) => (None, 1, target.figure(draft)),
    };
    FillRow {
        id: target.id.write(),
        name: target.name(draft),
        unit: target.unit(draft).to_owned(),
        sentence: target.sentence(draft),
        current: target.current(draft),
        candidates: Vec::new(),
        count,
        writable: place.is_some(),
        blank,
        place: place.unwrap_or(target.span),
    }
}

/// What a cell says for a place; why it is not taken.
fn value_for(draft: &Draft, target: &Target, value: &FilledValue) -> Result<String, String> {
    let analysis = draft.session().analysis();
    let blank = target.blank(analysis).map(|blank| blank.at.fact.kind);
    let figure = match target.subject {
        Subject::Blank(_) => blank == Some(PlaceholderType::Number),
        Subject::Metric(_) => target.figure(draft).is_some(),
    };
    if figure {
        let figure = value::figure_of(value, target.unit(draft))?;
        check_number(&figure).map_err(|refusal| refusal.to_string())?;
        return Ok(unsigned(target, draft, figure));
    }
    let after = scanner::after(draft.text(), target.span.end as usize);
    Ok(value::words_of(value, target.span.of(draft.text()), after)?)
}

/// 下降0.8 is confirmed with 0.8 or with -0.8: the word already says which way.
fn unsigned(target: &Target, draft: &Draft, figure: String) -> String {
    let metric = target.metric(draft.session().analysis());
    let falls =
        matches!(metric.and_then(|m| m.value.as_ref()), Some(Value::Figure(f)) if f.is_negative());
    match figure.strip_prefix(['-', '−']) {
        Some(rest) if falls => rest.to_owned(),
        _ => figure,
    }
}

/// Whether two values are the same figure, or the same words.
fn same(a: &str, b: &str) -> bool {
    key(a) == key(b)
}

/// What values have in common that are the same figure, 1,234.50 and 1234.5; words are themselves.
fn key(value: &str) -> String {
    let figure = value::plain_number(value).as_deref().and_then(Decimal::parse);
    figure.map_or_else(|| value.to_owned(), |figure| figure.over_power_of_ten(0).to_string())
}

/// Puts what is said of a place where it belongs.
fn sort_in(draft: &Draft, row: FillRow, preview: &mut FillPreview) {
    let agreed = row.candidates.len() == 1 && same(&row.candidates[0].value, &row.current);
    match row.blank {
        None if agreed => preview.confirmed += 1,
        None => preview.differing.push(row),
        // Of a group one blank may have the value and the others not yet.
        Some(blank) if agreed => {
            let filled = |at: &Span| draft.value(*at) == Some(row.candidates[0].value.as_str());
            let all = row.count == 1 || draft.group(blank).iter().all(filled);
            if all { preview.unchanged += 1 } else { preview.fills.push(row) }
        }
        Some(_) if row.candidates.len() == 1 && row.current.is_empty() => preview.fills.push(row),
        Some(_) => preview.conflicts.push(row),
    }
}
