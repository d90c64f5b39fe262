//! What is in a sheet.

use super::target::{self, Subject, Target};
use super::{Cell, departments, wording};
use crate::draft::Draft;
use crate::export::sentence;
use crate::metric::{Metric, Status};
use crate::placeholder::PlaceholderType;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is wanted of a sheet.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetOptions {
    /// Whether the figures that stand in the text are listed too, to be confirmed.
    pub metrics: bool,
    /// Whether blanks that have a value are left out.
    pub only_open: bool,
    /// Whether each department gets a tab of its own; otherwise one tab holds all.
    pub tab_per_department: bool,
    /// The departments somebody chose for single rows, by [`SheetRow::id`].
    pub departments: BTreeMap<String, String>,
    /// What somebody calls whole groups, by their suggested department ("" for none).
    pub renamed: BTreeMap<String, String>,
}

/// A sheet to be filled in.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetModel {
    /// The title of the report.
    pub title: String,
    /// Its rows by department, those without one last.
    pub groups: Vec<SheetGroup>,
    /// Whether each group is a tab of its own.
    pub tab_per_department: bool,
}

/// The rows of one department.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetGroup {
    /// Its name; 待定 where none is suggested.
    pub department: String,
    /// Its rows, in reading order.
    pub rows: Vec<SheetRow>,
}

/// What a row takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expected {
    /// A figure.
    Figure,
    /// A date or a part of one.
    Date,
    /// Words.
    Text,
}

/// One row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetRow {
    /// What ties it to its place in the text.
    pub id: String,
    /// Its number in the sheet, from 1 (序号).
    pub number: u32,
    /// The number of its section (章节).
    pub section: String,
    /// The name of the indicator, or what is missing (指标名称).
    pub name: String,
    /// The words before the blank, the blank, the words after it (原文语句).
    pub sentence: [String; 3],
    /// What stands there now (现填数值).
    pub value: Cell,
    /// The unit (单位).
    pub unit: String,
    /// What it covers, and the period (统计口径/截止时间).
    pub scope: String,
    /// What it takes.
    pub expected: Expected,
    /// A remark beforehand (备注).
    pub note: String,
}

impl SheetModel {
    /// All rows with the department they belong to.
    pub fn rows(&self) -> impl Iterator<Item = (&str, &SheetRow)> {
        self.groups.iter().flat_map(|g| g.rows.iter().map(|row| (g.department.as_str(), row)))
    }

    /// How many rows have no value yet.
    #[must_use]
    pub fn open(&self) -> usize {
        self.rows().filter(|(_, row)| row.value.as_str().is_empty()).count()
    }
}

/// The sheet of a draft.
#[must_use]
pub fn sheet_model(draft: &Draft, options: &SheetOptions) -> SheetModel {
    let wanted = |target: &Target| match target.subject {
        Subject::Blank(_) => !options.only_open || draft.value(target.span).is_none(),
        Subject::Metric(_) => options.metrics,
    };
    let targets: Vec<Target> = target::targets(draft).into_iter().filter(wanted).collect();
    let mut groups: Vec<SheetGroup> = Vec::new();
    let mut undecided = Vec::new();
    let mut known = BTreeMap::new();
    for target in targets {
        let row = row(draft, &target);
        let department = department(draft, &target, &row, options);
        if department.is_empty() || department == wording::UNDECIDED {
            undecided.push(row);
            continue;
        }
        let at = *known.entry(department.clone()).or_insert_with(|| {
            groups.push(SheetGroup { department, rows: Vec::new() });
            groups.len() - 1
        });
        groups[at].rows.push(row);
    }
    if !undecided.is_empty() {
        groups.push(SheetGroup { department: wording::UNDECIDED.to_owned(), rows: undecided });
    }
    let rows = groups.iter_mut().flat_map(|group| &mut group.rows);
    (1..).zip(rows).for_each(|(number, row)| row.number = number);
    let title = target::title(draft);
    let title = if title.is_empty() { wording::UNTITLED.to_owned() } else { title };
    SheetModel { title, groups, tab_per_department: options.tab_per_department }
}

fn row(draft: &Draft, target: &Target) -> SheetRow {
    let analysis = draft.session().analysis();
    let expected = expected(draft, target);
    let current = target.current(draft);
    let value = match expected {
        Expected::Figure => Cell::figure(&current),
        Expected::Date | Expected::Text => Cell::Text(current),
    };
    let group = match target.subject {
        Subject::Blank(index) => draft.group(index).len(),
        Subject::Metric(_) => 1,
    };
    SheetRow {
        id: target.id.write(),
        number: 0,
        section: analysis.section_label(target.section(analysis)),
        name: target.name(draft),
        sentence: target.sentence(draft),
        value,
        unit: target.unit(draft).to_owned(),
        scope: target.metric(analysis).map(scope).unwrap_or_default(),
        expected,
        note: if group > 1 { wording::group_note(group) } else { String::new() },
    }
}

fn expected(draft: &Draft, target: &Target) -> Expected {
    let blank = target.blank(draft.session().analysis());
    match (target.subject, blank.map(|blank| blank.at.fact.kind)) {
        (Subject::Blank(_), Some(PlaceholderType::Number)) => Expected::Figure,
        (Subject::Blank(_), Some(PlaceholderType::Date)) => Expected::Date,
        (Subject::Metric(_), _) if target.figure(draft).is_some() => Expected::Figure,
        _ => Expected::Text,
    }
}

/// What a figure covers and when, with what is only intended: 全县，2024年，计划.
pub(super) fn scope(metric: &Metric) -> String {
    let status = match metric.status {
        Status::Done => None,
        Status::Planned => Some(wording::PLANNED),
        Status::Estimated => Some(wording::ESTIMATED),
    };
    let parts = [metric.scope.as_deref(), metric.period.as_deref(), status];
    parts.into_iter().flatten().collect::<Vec<_>>().join("，")
}

/// The department of a row: somebody's choice, or what the words around the blank suggest.
fn department(draft: &Draft, target: &Target, row: &SheetRow, options: &SheetOptions) -> String {
    if let Some(chosen) = options.departments.get(&row.id) {
        return chosen.trim().to_owned();
    }
    let suggested = suggested(draft, target, row);
    options.renamed.get(suggested).map_or(suggested, |name| name.trim()).to_owned()
}

/// The department that the indicator, its clause or the headings above it suggest, the nearest
/// first; "" if none does.
pub(super) fn suggested(draft: &Draft, target: &Target, row: &SheetRow) -> &'static str {
    let analysis = draft.session().analysis();
    // The name of the county is nothing to ask a department for.
    let kind = target.blank(analysis).map(|blank| blank.at.fact.kind);
    if matches!(kind, Some(PlaceholderType::Place | PlaceholderType::Person)) {
        return "";
    }
    let full_name = target.metric(analysis).map(|metric| metric.full_name.as_str());
    let mut places = vec![row.name.clone(), full_name.unwrap_or_default().to_owned()];
    places.extend(sentence::clauses(&row.sentence));
    let mut next = target.section(analysis);
    while let Some(section) = next.and_then(|at| analysis.outline.sections.get(at as usize)) {
        places.push(section.title.clone());
        // A parent has the smaller index; anything else would walk in a circle.
        next = section.parent.filter(|&parent| next.is_some_and(|at| parent < at));
    }
    places.iter().find_map(|place| departments::suggest(place)).unwrap_or_default()
}
