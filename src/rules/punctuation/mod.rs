//! Marks, blanks and characters that are not seen (specification §5.3).

mod blank_before_sign;
mod half_width_brackets;
mod half_width_punctuation;
mod invisible_character;
mod list_end;
mod mixed_quote_list;
mod mojibake;
mod repeated_punctuation;
mod straight_quotes;
mod stray_blank;
mod trailing_blank;
mod unpaired_mark;
mod wrong_dash;
mod wrong_ellipsis;

pub(super) use blank_before_sign::RULE as BLANK_BEFORE_SIGN;
pub(super) use half_width_brackets::RULE as HALF_WIDTH_BRACKETS;
pub(super) use half_width_punctuation::RULE as HALF_WIDTH_PUNCTUATION;
pub(super) use invisible_character::RULE as INVISIBLE_CHARACTER;
pub(super) use list_end::ListEnd;
pub(super) use mixed_quote_list::MixedQuoteList;
pub(super) use mojibake::Mojibake;
pub(super) use repeated_punctuation::RULE as REPEATED_PUNCTUATION;
pub(super) use straight_quotes::StraightQuotes;
pub(super) use stray_blank::StrayBlank;
pub(super) use trailing_blank::TrailingBlank;
pub(super) use unpaired_mark::UnpairedMark;
pub(super) use wrong_dash::RULE as WRONG_DASH;
pub(super) use wrong_ellipsis::RULE as WRONG_ELLIPSIS;
