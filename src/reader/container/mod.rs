//! The containers documents come in, opened within the limits of `limits`.

pub(super) mod archive;
pub(super) mod compound;
pub(super) mod xml;
