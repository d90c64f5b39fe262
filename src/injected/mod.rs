//! L2. Text that a website spliced in: watermarks, paywall notes, jam codes. Specification §4.

use crate::document::Edit;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What kind of injected text it is (specification §4.1, W1–W8).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum InjectedKind {
    /// W1. A site's name with its address, at a sentence's end or in its midst.
    SiteWatermark,
    /// W2. A bare address in Chinese prose.
    BareAddress,
    /// W3. A paywall's truncation note: the text is incomplete.
    Paywall,
    /// W4. A sharing site's boilerplate.
    Boilerplate,
    /// W5. Bait to follow or contact.
    Bait,
    /// W6. Anti-copy jam code of a forum.
    JamCode,
    /// W7. Page chrome: 【字号：大 中 小】.
    PageChrome,
    /// W8. A page-chunk marker in the middle of a word.
    SpliceMarker,
}

/// One piece of injected text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Injected {
    /// What kind it is.
    pub kind: InjectedKind,
    /// Its place in the block.
    pub span: Span,
    /// How sure, in per cent.
    pub confidence: u8,
    /// The edits that take it out and mend the seam, on the block's text. Applied together they
    /// give the sentence back; they never touch its own punctuation, figures or quotes.
    pub repair: Vec<Edit>,
    /// What the note itself says is missing: about how many characters of the text.
    pub missing_characters: Option<u32>,
}

/// Finds the injected text of one block, merged, in reading order.
#[must_use]
pub fn find(_text: &str) -> Vec<Injected> {
    Vec::new()
}
