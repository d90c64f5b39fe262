//! The table of metrics (指标表): which metrics, in what order and groups, their rows, sums, pictures,
//! and the table as text for a spreadsheet.
//!
//! Everything here works on lists of indices, because a table of 150 000 metrics shows forty.

mod criterion;
mod filter;
mod group;
mod options;
mod order;
mod picture;
mod row;
mod sections;
mod total;
mod tsv;
mod unit;
mod value;

pub use criterion::{Criterion, Facet};
pub use filter::{Choice, MetricFilter, choices};
pub use group::{Group, GroupKey, Grouping, Line, groups, lines};
pub use options::{Columns, Picture, TableChange, TableOptions, Tool};
pub use order::{Column, Sort, metric_order};
pub use picture::{Bar, Bars, SeriesKey, bars, series};
pub use row::{MetricRow, metric_row};
pub use sections::{SectionBar, SectionBars, section_bars};
pub use total::{Total, total};
pub use tsv::metrics_tsv;
