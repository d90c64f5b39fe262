//! L5. What is taken away: the report in the formats in which it goes on.

pub mod patch;
