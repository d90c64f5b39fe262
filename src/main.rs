//! The page and its worker: one wasm module, which asks which of the two it is.

#[cfg(target_arch = "wasm32")]
fn main() {
    hegao::ui::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {
    eprintln!("This is the page. Build it with `cargo xtask dist`.");
}
