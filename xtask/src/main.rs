//! The build driver: `cargo xtask serve | test | dist | bench`.
fn main() {}
