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

/// The largest part of a container once inflated, in bytes. The text of a report of 20 million
/// characters with its markup fits; what is larger is a picture or a bomb.
pub(super) const LARGEST_PART: u64 = 64 << 20;

/// All inflated parts of a container together, in bytes.
pub(super) const LARGEST_TOTAL: u64 = 200 << 20;

/// A part larger than [`RATIO_FROM`] is at most so many times as large as it is compressed. Markup
/// that repeats itself reaches 50; a megabyte of zeros reaches 1000.
pub(super) const HIGHEST_RATIO: u64 = 200;

/// The ratio of a small part says nothing: an empty style sheet compresses well.
pub(super) const RATIO_FROM: u64 = 1 << 20;

/// The most parts of a container. A report with a picture on each page has some hundred.
pub(super) const MOST_PARTS: usize = 5_000;

/// The deepest nesting, of elements, groups or tables. Word nests some 30 deep; the readers walk
/// down recursively, and 2 MB of stack bear this with a margin.
pub(super) const DEEPEST: usize = 256;

/// The most elements, attributes and pieces of text of one XML part. A report of 100 pages has
/// 200 000; five million are 200 MB of memory.
pub(super) const MOST_EVENTS: usize = 5_000_000;

/// The most attributes of one element. The most crowded of Word's have some thirty; thousands are made
/// against readers that compare each with all others.
pub(super) const MOST_ATTRIBUTES: usize = 1_000;

/// The most namespaces in force at one place: each name is looked up in them. Word declares 35.
pub(super) const MOST_NAMESPACES: usize = 256;

/// Styles are based on styles; a chain longer than this goes in a circle.
pub(super) const LONGEST_STYLE_CHAIN: usize = 32;

/// Of 100 characters of a document at most so many may be control characters; more are a file read
/// in the wrong way, and would be garbage on the page.
pub(super) const MOST_GARBAGE_PER_HUNDRED: usize = 10;

/// How far into a page its declaration of an encoding is looked for, in bytes. HTML asks for 1024;
/// Word writes a long comment before it.
pub(super) const DECLARATION_SAMPLE: usize = 4 << 10;

/// How deep lists and tables of a page nest; what is deeper is read as if it were not nested.
pub(super) const DEEPEST_LIST: usize = 64;

/// How deep groups of an rtf file nest. They are read without recursion, but each open group takes
/// memory. Word nests some 20 deep.
pub(super) const DEEPEST_GROUP: usize = 4096;

/// The most objects of a PDF. A report of 300 pages has some ten thousand.
pub(super) const MOST_OBJECTS: usize = 500_000;

/// The most pages of a PDF, with the nodes of the tree they hang on.
pub(super) const MOST_PAGES: usize = 20_000;

/// A reference that leads to a reference and so on goes in a circle after so many.
pub(super) const LONGEST_REFERENCE_CHAIN: usize = 32;

/// The most filters of one stream. Two are usual; each may inflate what the one before has inflated.
pub(super) const MOST_FILTERS: usize = 4;

/// What the streams of a PDF inflate to, and what its pages are drawn with, is at most so many bytes
/// and so many more for each byte of the file: content that is deflated takes a fifth of its length.
/// Reading 20 MB takes half a second.
pub(super) const LEAST_CONTENT: usize = 24 << 20;

/// See [`LEAST_CONTENT`].
pub(super) const CONTENT_PER_BYTE: usize = 20;

/// How deep forms of a PDF are drawn within each other. Seals and headers nest three deep.
pub(super) const DEEPEST_FORM: usize = 16;

/// How many forms are drawn in all: forms that draw each other twice are a million after 20 steps.
pub(super) const MOST_FORMS: usize = 50_000;

/// The most characters on all pages of a PDF; each takes some hundred bytes while its page is laid out.
pub(super) const MOST_GLYPHS: usize = 2_000_000;

/// The most straight lines of a page; a page with more is a map, and its lines rule no table.
pub(super) const MOST_RULES: usize = 20_000;

/// How often lines and characters of a page are compared to find the cells of its tables.
pub(super) const MOST_MEETINGS: usize = 4_000_000;

/// How deep fields nest. Word's own never more than five deep.
pub(super) const DEEPEST_FIELD: usize = 64;

/// The longest name of a tab, in characters. Excel and WPS take 31.
pub(super) const LONGEST_NAME: usize = 255;
