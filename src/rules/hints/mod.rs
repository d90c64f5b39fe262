//! What a kind of report usually has (specification §6). Nothing here is a fault.

mod missing_parts;

pub use missing_parts::MISSING_PARTS;
pub(super) use missing_parts::MissingParts;
