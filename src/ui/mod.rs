//! L5/L6 ui
