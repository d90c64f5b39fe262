//! Whether figures agree with each other (specification §5.5). All of it is exact: a printed figure
//! is an interval, so that rounding is never an error, and what is masked is not judged.

mod completion_rate;
mod contradicting_figures;
mod excessive_rate;
mod growth;
mod mixed_classifiers;
mod part_over_total;
mod respectively;
mod shares;
mod sum_of_parts;
mod year_of_title;

pub(super) use completion_rate::CompletionRate;
pub(super) use contradicting_figures::ContradictingFigures;
pub(super) use excessive_rate::ExcessiveRate;
pub(super) use growth::GrowthMismatch;
pub(super) use mixed_classifiers::MixedClassifiers;
pub(super) use part_over_total::PartOverTotal;
pub(super) use respectively::RULE as RESPECTIVELY;
pub(super) use shares::Shares;
pub(super) use sum_of_parts::SumOfParts;
pub(super) use year_of_title::YearOfTitle;

use crate::metric::{Metric, MetricKind};
use crate::rules::BlockView;

/// The unit without its multiplier: 万元 and 亿元 are both 元.
fn base_unit(unit: &str) -> &str {
    unit.trim_start_matches(['万', '亿', '百', '千', '十'])
}

/// Whether two figures can be added or compared.
fn is_same_measure(a: &Metric, b: &Metric) -> bool {
    a.dimension == b.dimension && base_unit(&a.unit) == base_unit(&b.unit)
}

/// Whether it is an amount, not a change, a limit or a rank.
fn is_amount(metric: &Metric) -> bool {
    matches!(metric.kind, MetricKind::Level | MetricKind::Share)
}

/// The text between two figures, if it is short enough to say how they belong together.
fn between<'a>(block: &BlockView<'a>, a: &Metric, b: &Metric) -> Option<&'a str> {
    const REACH: usize = 90;
    let text = block.text.get(a.span.end as usize..b.span.start as usize)?;
    (text.len() <= REACH).then_some(text)
}

/// The figures of each sentence.
fn sentences<'a>(block: &BlockView<'a>) -> impl Iterator<Item = &'a [Metric]> {
    block.metrics.chunk_by(|a, b| a.sentence == b.sentence)
}
