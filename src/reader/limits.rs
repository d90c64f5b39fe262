//! How much is read, and why not more.

/// The largest file, in bytes. A report with pictures is at most a few dozen megabytes; a tab
/// holds the bytes, the text and the facts at once, and 32-bit wasm has 4 GB for all of them.
pub(super) const LARGEST_FILE: usize = 64 << 20;

/// The longest text, in characters. Offsets are `u32` and a Han character is three bytes, so 20
/// million stay far below the limit of 4 GB even after edits; a report has some ten thousand.
pub(super) const LONGEST_TEXT: usize = 20_000_000;

/// How much of a file is read to find out its encoding, in bytes: some ten thousand characters
/// settle the question, and a file that is half mojibake is no better known for reading it all.
pub(super) const ENCODING_SAMPLE: usize = 64 << 10;

/// How far into an archive the names of its parts are looked for, in bytes. Word and WPS write
/// `word/document.xml` among the first, pictures may come before it.
pub(super) const ARCHIVE_SAMPLE: usize = 1 << 20;

/// Of 100 characters at most so many may be undecodable; beyond that the encoding is not the right
/// one, or it is no text.
pub(super) const MOST_LOST_PER_HUNDRED: usize = 10;
