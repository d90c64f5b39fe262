//! L5. Analysis behind the page: what goes over the border, who answers, and who watches.
//!
//! Nothing here knows a browser. The page's end of the wire is `ui::background`, the worker's is
//! `ui::worker_thread`.

mod analyser;
mod protocol;
mod watchdog;

pub use analyser::answer;
pub use protocol::{Reading, Reply, Request, Work};
pub use watchdog::{Order, Watchdog};
