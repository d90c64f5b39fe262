//! L5/L6 view
