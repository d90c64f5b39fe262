//! What metrics can be filtered by, besides words.

use super::super::desk::Desk;
use super::value::{fact, is_missing};
use crate::metric::{MetricKind, Status};
use crate::text::unit::Dimension;

/// A side that metrics can be filtered by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// The section, with those beneath it.
    Section,
    /// What the unit measures.
    Dimension,
    /// What is measured of the indicator.
    Kind,
    /// Achieved, intended or foreseen.
    Status,
    /// Whether the value is there.
    Open,
}

impl Facet {
    /// Every facet, in the order in which they are offered.
    pub const ALL: [Self; 5] =
        [Self::Section, Self::Dimension, Self::Kind, Self::Status, Self::Open];
}

/// One choice of a facet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Criterion {
    /// Only this section and those beneath it, as an index into `Outline::sections`.
    Section(u32),
    /// Only units that measure this.
    Dimension(Dimension),
    /// Only this kind.
    Kind(MetricKind),
    /// Only what is achieved, intended or foreseen.
    Status(Status),
    /// Only what is to be filled in, or only what has its value.
    Open(bool),
}

/// Every choice that does not depend on the report, facet by facet.
pub(super) const FIXED: [Criterion; 28] = [
    Criterion::Dimension(Dimension::Money),
    Criterion::Dimension(Dimension::Count),
    Criterion::Dimension(Dimension::Person),
    Criterion::Dimension(Dimension::Area),
    Criterion::Dimension(Dimension::Length),
    Criterion::Dimension(Dimension::Volume),
    Criterion::Dimension(Dimension::Mass),
    Criterion::Dimension(Dimension::Energy),
    Criterion::Dimension(Dimension::Time),
    Criterion::Dimension(Dimension::Ratio),
    Criterion::Dimension(Dimension::Data),
    Criterion::Dimension(Dimension::Other),
    Criterion::Kind(MetricKind::Level),
    Criterion::Kind(MetricKind::Growth),
    Criterion::Kind(MetricKind::Share),
    Criterion::Kind(MetricKind::Rank),
    Criterion::Kind(MetricKind::Range),
    Criterion::Kind(MetricKind::Ratio),
    Criterion::Kind(MetricKind::Rate),
    Criterion::Kind(MetricKind::Duration),
    Criterion::Kind(MetricKind::Bound),
    Criterion::Kind(MetricKind::Base),
    Criterion::Kind(MetricKind::Current),
    Criterion::Status(Status::Done),
    Criterion::Status(Status::Planned),
    Criterion::Status(Status::Estimated),
    Criterion::Open(true),
    Criterion::Open(false),
];

impl Criterion {
    /// The side it is a choice of.
    #[must_use]
    pub fn facet(self) -> Facet {
        match self {
            Self::Section(_) => Facet::Section,
            Self::Dimension(_) => Facet::Dimension,
            Self::Kind(_) => Facet::Kind,
            Self::Status(_) => Facet::Status,
            Self::Open(_) => Facet::Open,
        }
    }

    /// Whether metric `index` meets it. `sections_end` is the section after the last one beneath
    /// the chosen one, which would be too long to look up for each metric.
    pub(super) fn is_met(self, desk: &Desk, index: u32, sections_end: u32) -> bool {
        let metric = fact(desk, index);
        match self {
            Self::Section(first) => desk.metrics()[index as usize]
                .at
                .section
                .is_some_and(|section| (first..sections_end).contains(&section)),
            Self::Dimension(dimension) => metric.dimension == dimension,
            Self::Kind(kind) => metric.kind == kind,
            Self::Status(status) => metric.status == status,
            Self::Open(open) => is_missing(desk, index) == open,
        }
    }
}
