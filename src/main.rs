//! The page and its worker: one wasm module, which asks which of the two it is.

fn main() {}
