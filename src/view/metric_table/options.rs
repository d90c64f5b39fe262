//! What the reader has chosen about the table: one value for the page to keep, and what can happen
//! to it.

use super::criterion::{Criterion, Facet};
use super::filter::MetricFilter;
use super::group::{GroupKey, Grouping};
use super::order::{Column, Sort};
use super::picture::SeriesKey;
use std::collections::BTreeSet;

/// What is open between the search field and the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tool {
    /// The choices of the filter.
    Filter,
    /// The choice of columns.
    Columns,
}

/// What is drawn.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Picture {
    /// Figures and blanks of the sections.
    #[default]
    Sections,
    /// Figures of one unit and kind.
    Series(SeriesKey),
}

/// Which columns are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Columns([bool; Column::ALL.len()]);

impl Default for Columns {
    fn default() -> Self {
        let usual = [Column::Name, Column::Value, Column::Unit, Column::Section];
        Self(Column::ALL.map(|column| usual.contains(&column)))
    }
}

impl Columns {
    /// Whether a column is shown.
    #[must_use]
    pub fn has(self, column: Column) -> bool {
        self.0[column as usize]
    }

    /// The columns that are shown, in the order in which they stand.
    pub fn shown(self) -> impl Iterator<Item = Column> {
        Column::ALL.into_iter().filter(move |&column| self.has(column))
    }

    /// Shows a column or hides it. The name stays: a row must say what it is.
    fn turn(&mut self, column: Column) {
        self.0[column as usize] ^= column != Column::Name;
    }
}

/// What the reader has chosen about the table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TableOptions {
    /// Which metrics are listed.
    pub filter: MetricFilter,
    /// How they are sorted.
    pub sort: Option<Sort>,
    /// How they are grouped.
    pub grouping: Grouping,
    /// The groups that are folded up.
    pub folded: BTreeSet<GroupKey>,
    /// The columns that are shown.
    pub columns: Columns,
    /// What is open above the table.
    pub tool: Option<Tool>,
    /// Whether a picture is drawn above the table.
    pub pictured: bool,
    /// What it shows.
    pub picture: Picture,
    /// How often the filter was cleared: each time the search field is set anew.
    pub clears: u32,
}

/// Something that happens to the options of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TableChange {
    /// The words to search for.
    Query(String),
    /// A choice of the filter, or none.
    Choose(Facet, Option<Criterion>),
    /// All metrics again.
    Clear,
    /// The head of a column was pressed.
    Sort(Column),
    /// The rows are grouped.
    Group(Grouping),
    /// The head of a group was pressed.
    Fold(GroupKey),
    /// A column is shown, or hidden.
    Column(Column),
    /// A tool is opened, or closed if it was open.
    Tool(Tool),
    /// A picture is drawn, or not.
    Pictured(bool),
    /// The picture shows something else.
    Picture(Picture),
}

impl TableOptions {
    /// Does what happened.
    pub fn apply(&mut self, change: TableChange) {
        match change {
            TableChange::Query(query) => self.filter.query = query,
            TableChange::Choose(facet, choice) => self.filter.choose(facet, choice),
            TableChange::Clear => self.clear(),
            TableChange::Sort(column) => self.sort = Sort::press(self.sort, column),
            TableChange::Group(grouping) => self.group(grouping),
            TableChange::Fold(key) => {
                if !self.folded.remove(&key) {
                    self.folded.insert(key);
                }
            }
            TableChange::Column(column) => self.turn(column),
            TableChange::Tool(tool) => {
                self.tool = Some(tool).filter(|_| self.tool != Some(tool));
            }
            TableChange::Pictured(on) => self.pictured = on,
            TableChange::Picture(picture) => self.picture = picture,
        }
    }

    /// What is left when another report comes: how the table looks, not what it is about.
    #[must_use]
    pub fn for_another_report(&self) -> Self {
        Self {
            grouping: self.grouping,
            columns: self.columns,
            pictured: self.pictured,
            clears: self.clears,
            ..Self::default()
        }
    }

    fn clear(&mut self) {
        self.filter = MetricFilter::default();
        self.clears += 1;
    }

    fn group(&mut self, grouping: Grouping) {
        self.grouping = grouping;
        self.folded.clear();
    }

    /// A table is not sorted by what it does not show.
    fn turn(&mut self, column: Column) {
        self.columns.turn(column);
        self.sort = self.sort.filter(|sort| self.columns.has(sort.column));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The options after some changes.
    fn after(changes: &[TableChange]) -> TableOptions {
        let mut options = TableOptions::default();
        for change in changes {
            options.apply(change.clone());
        }
        options
    }

    #[test]
    fn the_name_is_always_shown() {
        let shown =
            |changes: &[TableChange]| -> Vec<Column> { after(changes).columns.shown().collect() };
        let usual = [Column::Name, Column::Value, Column::Unit, Column::Section];
        assert_eq!(shown(&[]), usual);
        assert_eq!(shown(&[TableChange::Column(Column::Name)]), usual);
        assert_eq!(shown(&[TableChange::Column(Column::Unit)]), [usual[0], usual[1], usual[3]]);
    }

    #[test]
    fn a_hidden_column_does_not_sort() {
        let sort = TableChange::Sort(Column::Unit);
        let hide = |column| TableChange::Column(column);
        assert!(after(&[sort.clone(), hide(Column::Value)]).sort.is_some());
        assert!(after(&[sort, hide(Column::Unit)]).sort.is_none());
    }

    #[test]
    fn what_is_pressed_twice_is_as_before() {
        let key = GroupKey::Unit("元".to_owned());
        for change in [TableChange::Fold(key), TableChange::Tool(Tool::Filter)] {
            assert_ne!(after(std::slice::from_ref(&change)), after(&[]));
            assert_eq!(after(&[change.clone(), change]), after(&[]));
        }
    }

    #[test]
    fn another_report_is_not_filtered_by_what_the_last_one_was() {
        let options = after(&[
            TableChange::Group(Grouping::Unit),
            TableChange::Query("投资".to_owned()),
            TableChange::Tool(Tool::Columns),
        ]);
        let next = options.for_another_report();
        assert!(next.filter.is_empty() && next.tool.is_none());
        assert_eq!(next.grouping, Grouping::Unit);
    }
}
