//! L6. What the page shows, as plain data: pieces to paint, rows of the lists, filters and sorting.
//!
//! Nothing here knows Yew or a browser, so all of it is tested natively. A [`Desk`] is made once
//! per analysis; lists of it hold indices, and a row is only put into words when it is drawn: a
//! report of 10 MB has 150 000 metrics and a screen shows forty.

mod checklist;
mod desk;
mod finding_card;
mod layout;
mod metric_table;
mod notes;
mod outline_options;
mod outline_tree;
mod overview;
mod paint;
mod paragraph;
mod rule_list;
mod window;

pub use checklist::{
    BlankField, BlankFilter, BlankRow, BlankState, blank_counts, blank_field, blank_kinds,
    blank_label, blank_order, blank_row, surroundings,
};
pub use desk::{Counters, Desk, Firsts, Mark};
pub use finding_card::{
    Correction, FindingCard, Fold, finding_card, folds, ignored_order, severity_counts,
};
pub use metric_table::{
    Bar, Bars, Choice, Column, Columns, Criterion, Facet, Group, GroupKey, Grouping, Line,
    MetricFilter, MetricRow, Picture, SectionBar, SectionBars, SeriesKey, Sort, TableChange,
    TableOptions, Tool, Total, bars, choices, groups, lines, metric_order, metric_row, metrics_tsv,
    section_bars, series, total,
};
pub use notes::{Note, Notes};
pub use outline_options::{OutlineChange, OutlineOptions};
pub use outline_tree::{Branch, RunInItem, outline_text, section_label};
pub use overview::{Overview, Stretch, StretchKind, Tally, Ticks, blank_tallies, finding_tallies};
pub use paint::{Piece, pieces};
pub use paragraph::{Paragraph, Role};
pub use rule_list::{RuleGroup, RuleRow, mended, potential, rule_groups, rules_on};
pub use window::{Window, window};

#[cfg(test)]
mod sample;
