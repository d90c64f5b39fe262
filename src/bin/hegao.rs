//! The command line: `hegao analyze FILE…`.

fn main() {}
