//! Rules that need nothing but a word and its neighbours: words that set them off, and a function
//! that judges one place.

use super::{About, Checked, Finding, Rule, Site};

/// A rule made of words and a judgement.
pub(super) struct PhraseRule {
    /// What it says of itself.
    pub(super) about: &'static About,
    /// The words at which it looks closer.
    pub(super) words: &'static [&'static str],
    /// What is to be said of one place, if anything. It reads a limited stretch around the word.
    pub(super) judge: fn(&'static About, &Site<'_>) -> Option<Finding>,
}

impl Rule for PhraseRule {
    fn about(&self) -> &'static About {
        self.about
    }

    fn triggers(&self) -> Vec<&'static str> {
        self.words.to_vec()
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        checked.findings.extend((self.judge)(self.about, site));
    }
}
