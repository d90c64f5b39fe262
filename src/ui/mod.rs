//! L7. The page: the only place that names Yew or `web_sys`.
//!
//! One reducer ([`state::State`]) holds what the page shows, [`page::Page`] offers it with the
//! verbs that reach outside (open, copy, save), components draw it. Every word is in [`copy`].

mod background;
mod browser;
mod components;
mod copy;
mod exporting;
mod hooks;
mod keeping;
mod page;
mod readers;
mod returning;
mod state;
mod work;
mod worker_thread;

/// Starts the page, or, where there is no window, the worker behind it.
pub fn start() {
    if web_sys::window().is_none() {
        worker_thread::start();
    } else if let Some(root) = browser::element("app") {
        yew::Renderer::<components::App>::with_root(root).render();
    }
}
