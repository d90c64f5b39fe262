//! Phrases: cutting what stands beside a measure down to the words that name it.

mod growth;
mod head;
mod list;
mod short;
mod trim;

use crate::metric::lexicon::{SCOPES, VERBS};
use crate::text::words::longest_prefix;
pub(in crate::metric) use growth::{compared, growth, growth_behind, without_comparison};
pub(in crate::metric) use head::{Head, head};
pub(in crate::metric) use list::{is_indicator, split_indicators, split_objects};
pub(in crate::metric) use short::{
    deep_head, last_verb_phrase, without_brackets_inside, without_examples,
};
pub(in crate::metric) use trim::{
    behind_masks, trim_leading, trim_light_verbs, trim_trailing, without_actor,
    without_inner_adverbs, without_time_behind,
};

/// The words that a name is looked for in, before or behind a measure; further off stands nothing
/// that names it, and a clause of a megabyte must not be read once for each of its figures.
const REACH: usize = 80;

/// At most the last [`REACH`] characters.
pub(in crate::metric) fn nearest_before(text: &str) -> &str {
    text.char_indices().rev().nth(REACH).map_or(text, |(i, c)| &text[i + c.len_utf8()..])
}

/// At most the first [`REACH`] characters.
pub(in crate::metric) fn nearest_behind(text: &str) -> &str {
    text.char_indices().nth(REACH).map_or(text, |(i, _)| &text[..i])
}

/// The content verb that `text` begins with.
pub(in crate::metric) fn verb_at(text: &str) -> Option<&'static str> {
    longest_prefix(text, &VERBS)
}

/// The content verb of a name, behind its scope if it has one: 全县排查….
pub(in crate::metric) fn leading_verb(name: &str) -> Option<&'static str> {
    verb_at(name).or_else(|| {
        let scope = longest_prefix(name, &SCOPES)?;
        verb_at(&name[scope.len()..])
    })
}
