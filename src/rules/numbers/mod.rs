//! Numbers, dates and units (specification §5.4).

mod broken_decimal;
mod decline_multiple;
mod digit_multiplier;
mod document_number;
mod impossible_date;
mod letter_in_year;
mod misused_deadline;
mod mixed_number_style;
mod mixed_units;
mod percentage_point;
mod range_mark;
mod stacked_approximation;

pub(super) use broken_decimal::RULE as BROKEN_DECIMAL;
pub(super) use decline_multiple::RULE as DECLINE_MULTIPLE;
pub(super) use digit_multiplier::RULE as DIGIT_MULTIPLIER;
pub(super) use document_number::DocumentNumber;
pub(super) use impossible_date::RULE as IMPOSSIBLE_DATE;
pub(super) use letter_in_year::RULE as LETTER_IN_YEAR;
pub(super) use misused_deadline::RULE as MISUSED_DEADLINE;
pub(super) use mixed_number_style::MixedNumberStyle;
pub(super) use mixed_units::MixedUnits;
pub(super) use percentage_point::PercentagePoint;
pub(super) use range_mark::{RangeDash, RangeSign};
pub(super) use stacked_approximation::StackedApproximation;
