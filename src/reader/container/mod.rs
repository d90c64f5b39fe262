//! The containers documents come in, opened within the limits of `limits`.

pub(super) mod archive;
pub(super) mod compound;
pub(super) mod relationships;
pub(super) mod stream;
pub(super) mod xml;
