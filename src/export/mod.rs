//! L6. What is taken away: files made of a draft.
//!
//! Each export is two functions. One makes a plain model of a draft and needs no heavy crate; the
//! other writes the model as bytes, behind a feature, so that the page can do it in a module that is
//! fetched on demand.

pub mod sheet;
