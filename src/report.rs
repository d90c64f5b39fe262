//! L5. The public data model: what the JavaScript API, the command line and the JSON export give.
//!
//! Offsets are UTF-16 code units, figures are decimal strings. Names are fixed by the contract;
//! fields may be added, never renamed.
