//! 核稿 (Hegao): the step before a report is signed.
//!
//! Bytes become a [`document::Document`] (the one step that can fail), each block of it is
//! scanned on its own, the facts are assembled to an [`analysis::Analysis`], and that becomes the
//! public [`report::Report`], the rows and runs of the page, or an export. Modules are listed in
//! reading order; imports go downwards only, which `tests/it/layers.rs` checks.

pub mod text;

pub mod document;

pub mod citation;
pub mod injected;
pub mod metric;
pub mod outline;
pub mod placeholder;
pub mod reader;

pub mod genre;
pub mod rules;

pub mod analysis;

pub mod draft;
pub mod export;
pub mod report;
pub mod view;
#[cfg(any(feature = "web", feature = "readers", test))]
pub mod worker;

#[cfg(all(feature = "api", target_arch = "wasm32"))]
pub mod api;
#[cfg(all(feature = "web", target_arch = "wasm32"))]
pub mod ui;
