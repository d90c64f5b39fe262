//! L6. Taking it away: what is made of a draft for other programs. Specification §7.
//!
//! Each export is two steps: the draft becomes a plain model, and the model becomes bytes. The page
//! runs the second step in a module that it fetches when somebody asks for a file.

#[cfg(any(feature = "web", feature = "readers", test))]
pub mod border;
mod changes;
mod diff;
mod findings;
mod html;
pub mod layout;
mod markdown;
#[cfg(feature = "documents")]
mod package;
pub mod patch;
mod sentence;
pub mod sheet;
mod template;
mod text;
mod xml;

pub use findings::{FindingRow, findings_rows};
pub use html::{to_html, to_html_fragment};
pub use markdown::to_markdown;
pub use template::{MASKS, Mask, Template, TemplateOptions, template};
pub use text::{TextOptions, to_text};
