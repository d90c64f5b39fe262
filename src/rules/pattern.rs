//! Rules that are a pattern: the defect is a regular expression, its correction a function of what
//! matched. The expressions are data; what cannot be said in one is a rule in Rust.

use super::{About, BlockView, Finding, Rule};
use crate::document::Edit;
use crate::text::Span;
use regex::Regex;
use std::sync::OnceLock;

/// A rule made of a pattern.
pub(super) struct PatternRule {
    pub(super) about: &'static About,
    /// The pattern is tried only on a block that holds one of these: a search for a few bytes costs
    /// a hundredth of what the expression does.
    pub(super) triggers: &'static [&'static str],
    /// A regular expression, whose group `here` is the place of the finding.
    pub(super) pattern: &'static str,
    /// What the finding says, given its text.
    pub(super) message: fn(&str) -> String,
    /// What should stand there instead, if that is beyond doubt.
    pub(super) correction: fn(&str) -> Option<String>,
    /// The expression, made when it is first needed.
    pub(super) compiled: OnceLock<Option<Regex>>,
}

impl PatternRule {
    fn regex(&self) -> Option<&Regex> {
        self.compiled.get_or_init(|| Regex::new(self.pattern).ok()).as_ref()
    }
}

impl Rule for PatternRule {
    fn about(&self) -> &'static About {
        self.about
    }

    fn check_block(&self, block: &BlockView<'_>, findings: &mut Vec<Finding>) {
        if !self.triggers.iter().any(|trigger| block.text.contains(trigger)) {
            return;
        }
        let Some(regex) = self.regex() else { return };
        for captures in regex.captures_iter(block.text) {
            let Some(here) = captures.name("here") else { continue };
            let span = Span::new(here.start(), here.end());
            if block.is_elsewhere(span) {
                continue;
            }
            let edit = |replacement| vec![Edit { span, replacement }];
            findings.push(Finding {
                fix: (self.correction)(here.as_str()).map(edit),
                ..self.about.finding(span, (self.message)(here.as_str()))
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::PATTERN_RULES;

    #[test]
    fn every_pattern_compiles_and_has_its_place() {
        for rule in PATTERN_RULES {
            let regex =
                rule.regex().unwrap_or_else(|| panic!("{} does not compile", rule.about.id));
            assert!(regex.capture_names().any(|name| name == Some("here")), "{}", rule.about.id);
        }
    }
}
