//! L6. The JavaScript API: `analyze(input, options)`.
