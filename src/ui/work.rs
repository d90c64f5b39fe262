//! What can be done to the draft on the desk.

use super::copy;
use crate::draft::{Draft, Refusal};
use crate::export::sheet::{self, Choices, FillPreview};
use crate::rules::Selection;
use crate::text::Span;
use crate::view::{Desk, blank_label};
use std::rc::Rc;

/// One thing to do.
#[derive(Clone, Debug)]
pub(crate) enum Work {
    /// Fill in a blank with what was typed.
    Fill(u32, String),
    /// Give all blanks of a group the value of this one.
    FillGroup(u32),
    /// Whether a figure is exact, so that its 余 goes.
    Exact(u32, bool),
    /// Apply the correction of a finding.
    Adopt(u32),
    /// Apply the corrections of all findings of a rule.
    AdoptRule(String),
    /// Apply the corrections of a finding and of all that are equal to it.
    AdoptEqual(u32),
    /// Apply all corrections that are safe.
    AdoptSafe,
    /// Ignore a finding, or mind it again.
    Ignore(u32, bool),
    /// Ignore what a rule finds, or mind it again.
    IgnoreRule(String, bool),
    /// Put another text in place of what was searched for.
    Replace(Vec<Span>, String, String),
    /// Mind these rules; the words say what was chosen.
    Rules(Selection, String),
    /// Put in what sheets that came back say, as it was decided.
    Sheets(Rc<FillPreview>, Choices),
    /// The whole text was changed to this.
    RewriteAll(String),
}

impl Work {
    /// Does it. A refusal says why it was not done; what was typed is kept in the draft.
    pub(super) fn apply(&self, desk: &Desk, draft: &mut Draft) -> Result<(), Refusal> {
        match self {
            Self::Fill(index, text) => draft.fill(*index, text, &blank_label(desk, *index))?,
            Self::FillGroup(index) => {
                let value = desk.value(*index).unwrap_or_default();
                draft.fill_group(*index, value, &blank_label(desk, *index))?;
            }
            Self::Exact(index, exact) => draft.drop_approximator(*index, *exact),
            Self::Adopt(index) => draft.adopt(*index),
            Self::AdoptRule(rule) => draft.adopt_all(rule),
            Self::AdoptEqual(index) => draft.adopt_equal(*index),
            Self::AdoptSafe => draft.adopt_safe(),
            Self::Ignore(index, on) => draft.ignore(*index, *on),
            Self::IgnoreRule(rule, on) => draft.ignore_rule(rule, *on),
            Self::Replace(places, query, text) => draft.replace_all(places, query, text),
            Self::Rules(rules, name) => draft.choose_rules(rules.clone(), name),
            Self::Sheets(preview, choices) => {
                sheet::apply(draft, preview, choices).ok_or(Refusal::NoBlank)?;
            }
            Self::RewriteAll(text) => {
                draft.rewrite(Span::new(0, draft.text().len()), text);
            }
        }
        Ok(())
    }

    /// What a screen reader is told when it is done; typing says nothing.
    pub(super) fn announcement(&self, before: &Desk, after: &Desk) -> Option<String> {
        let done = |n: usize| (n > 0).then(|| copy::mended(n));
        let mended =
            before.analysis().findings.len().saturating_sub(after.analysis().findings.len());
        match self {
            Self::FillGroup(_) | Self::Sheets(..) => Some(copy::filled(after.progress())),
            Self::Adopt(_) | Self::AdoptRule(_) | Self::AdoptEqual(_) | Self::AdoptSafe => {
                done(mended)
            }
            Self::Rules(..) => Some(copy::rules_changed(after.counters().findings)),
            Self::Ignore(..) | Self::IgnoreRule(..) | Self::Replace(..) => {
                after.draft().undo_name().map(str::to_owned)
            }
            _ => None,
        }
    }
}
