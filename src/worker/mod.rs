//! L5/L6 worker
