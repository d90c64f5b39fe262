//! Units with and without their multiplier: 万元 and 亿元 measure in 元.

use crate::metric::Metric;
use crate::text::unit::read_multiplier;

/// The unit of a metric without multiplier: 元 of 万元. Its amounts are in this unit.
pub(super) fn base_unit(metric: &Metric) -> &str {
    let multiplier = if metric.power > 0 { read_multiplier(&metric.unit) } else { None };
    // 十 of 十堰 would be no multiplier; the power says which one was read.
    let read = multiplier.filter(|(_, power)| *power == metric.power);
    read.map_or(&metric.unit, |(name, _)| &metric.unit[name.len()..])
}
