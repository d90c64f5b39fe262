//! The tests that need more than one module of the crate.

mod quality;
