//! Hooks: what components share that is not drawn.

mod use_drop;
mod use_fields;
mod use_keeping;
mod use_keys;
mod use_late;
mod use_near;
mod use_picker;
mod use_printing;
mod use_text_field;
mod use_way_back;
mod use_window;

pub(super) use use_drop::use_drop;
pub(super) use use_fields::{sync_field, sync_fields, use_fields};
pub(super) use use_keeping::use_keeping;
pub(super) use use_keys::use_keys;
pub(super) use use_late::{Pages, use_late};
pub(super) use use_near::use_near;
pub(super) use use_picker::{Picker, use_picker};
pub(super) use use_printing::use_printing;
pub(super) use use_text_field::{Typed, use_text_field};
pub(super) use use_way_back::use_way_back;
pub(super) use use_window::use_window;
