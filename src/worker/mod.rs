//! L5. Analysis behind the page: what goes over the border, who answers, and who watches.
//!
//! Nothing here knows a browser. The page's end of the wire is `ui::background`, the worker's is
//! `ui::worker_thread`.

mod analyser;
mod elsewhere;
mod protocol;
mod watchdog;

pub use analyser::{analyse, answer};
pub use elsewhere::{decode_outcome, encode_options, read_for_page};
pub use protocol::{Reading, Reply, Request, Stage, Work};
pub use watchdog::{Order, Watchdog};
