//! Words (specification §5.6).

mod confused_word;
mod long_sentence;
mod redundant_phrase;
mod repeated_abbreviation;
mod style_word;
mod template_remainder;
mod title_spelling;
mod traditional_character;

pub(super) use confused_word::ConfusedWord;
pub(super) use long_sentence::LongSentence;
pub(super) use redundant_phrase::RULE as REDUNDANT_PHRASE;
pub(super) use repeated_abbreviation::RepeatedAbbreviation;
pub(super) use style_word::RULE as STYLE_WORD;
pub(super) use template_remainder::TemplateRemainder;
pub(super) use title_spelling::TitleSpelling;
pub(super) use traditional_character::TraditionalCharacter;
