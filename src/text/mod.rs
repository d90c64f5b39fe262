//! L0. Strings only: spans, characters, numerals, exact figures and measure words.
//!
//! Nothing here knows what a report is.

pub mod chinese_numeral;
pub mod decimal;
pub mod lexicon;
pub mod line_index;
pub mod order;
pub mod scanner;
pub mod span;
pub mod unit;
pub mod words;

pub use decimal::Decimal;
pub use lexicon::Lexicon;
pub use span::Span;
