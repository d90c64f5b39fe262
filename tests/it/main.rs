//! The tests that need more than one module of the crate.

mod circle;
mod cli;
mod draft;
mod encodings;
mod export_layout;
mod fixes;
mod layers;
mod patch;
mod project;
mod quality;
mod readers;
mod rules;
mod seed;
mod session;
mod sheets;
mod tidy;
