//! Political set phrases (specification §5.7): off unless somebody switches them on, and never mended.

mod altered_set_phrase;
mod stripped_name;

pub(super) use altered_set_phrase::RULE as ALTERED_SET_PHRASE;
pub(super) use stripped_name::RULE as STRIPPED_NAME;
