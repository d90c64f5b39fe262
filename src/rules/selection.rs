//! Which rules somebody wants to hear: a preset, and single rules switched on or off.

use super::{About, Finding, Group, RULES, Severity};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A usual choice of rules.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Preset {
    /// Every rule but the set phrases (严格).
    Strict,
    /// The rules that are on by themselves (标准).
    #[default]
    Standard,
    /// The same without hints: what is wrong, or almost surely so (只看错误).
    ErrorsOnly,
}

impl Preset {
    /// All presets, the strictest first.
    pub const ALL: [Self; 3] = [Self::Strict, Self::Standard, Self::ErrorsOnly];

    /// Its name, in Chinese.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Strict => "严格",
            Self::Standard => "标准",
            Self::ErrorsOnly => "只看错误",
        }
    }

    /// Its id on the command line and in a project file.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Strict => "strict",
            Self::Standard => "standard",
            Self::ErrorsOnly => "errors-only",
        }
    }

    /// Whether it holds the rule. The set phrases are in none: they are switched on one by one, or
    /// as a group.
    #[must_use]
    pub fn holds(self, about: &About) -> bool {
        match self {
            Self::Strict => about.group != Group::SetPhrases,
            Self::Standard => about.on,
            Self::ErrorsOnly => about.on && about.severity != Severity::Info,
        }
    }
}

/// Which findings are shown. All rules always run, so that a change of mind costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Selection {
    /// What holds where nothing else is said.
    pub preset: Preset,
    /// Rules switched on (`true`) or off, by id; they outweigh the preset.
    pub switched: BTreeMap<String, bool>,
}

impl Selection {
    /// Whether the rule is on.
    #[must_use]
    pub fn is_on(&self, about: &About) -> bool {
        // Most have nothing switched: no rule is looked up then.
        let switched = (!self.switched.is_empty()).then(|| self.switched.get(about.id)).flatten();
        switched.copied().unwrap_or_else(|| self.preset.holds(about))
    }

    /// Whether the finding is shown. A hint of a graver rule is none of the errors, but whoever
    /// switched the rule on by hand wants all it says.
    #[must_use]
    pub fn shows(&self, finding: &Finding) -> bool {
        let hint = self.preset == Preset::ErrorsOnly && finding.severity == Severity::Info;
        let wanted = || self.switched.get(finding.rule.as_ref()) == Some(&true);
        (!hint || wanted()) && finding.about().is_none_or(|about| self.is_on(about))
    }

    /// The choice that everybody begins with at `preset`, nothing switched.
    #[must_use]
    pub fn of(preset: Preset) -> Self {
        Self { preset, ..Self::default() }
    }

    /// The same choice with one rule on or off. What the preset holds anyway is not written down, so
    /// that two choices are equal if they hold the same.
    #[must_use]
    pub fn with(mut self, about: &About, on: bool) -> Self {
        if self.preset.holds(about) == on {
            self.switched.remove(about.id);
        } else {
            self.switched.insert(about.id.to_owned(), on);
        }
        self
    }

    /// The same choice with all rules of a group on or off.
    #[must_use]
    pub fn with_group(self, group: Group, on: bool) -> Self {
        let rules = RULES.iter().map(|rule| rule.about()).filter(|about| about.group == group);
        rules.fold(self, |selection, about| selection.with(about, on))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ids(selection: &Selection) -> Vec<&'static str> {
        let on = RULES.iter().map(|rule| rule.about()).filter(|about| selection.is_on(about));
        on.map(|about| about.id).collect()
    }

    #[test]
    fn presets_hold_more_and_more() {
        let [strict, standard, errors] =
            Preset::ALL.map(|preset| ids(&Selection::of(preset)).len());
        assert!(strict > standard && standard > errors);
        let phrases = RULES.iter().filter(|rule| rule.about().group == Group::SetPhrases).count();
        assert_eq!(strict + phrases, RULES.len());
    }

    #[test]
    fn a_switch_outweighs_the_preset() {
        let mut selection = Selection::default();
        for (id, on) in [("doubled-particle", false), ("altered-set-phrase", true)] {
            assert_ne!(ids(&selection).contains(&id), on, "{id}");
            selection = selection.with(About::of(id).unwrap(), on);
            assert_eq!(ids(&selection).contains(&id), on, "{id}");
        }
    }

    #[test]
    fn a_group_is_switched_as_a_whole_and_back() {
        let errors = Selection::of(Preset::ErrorsOnly);
        for group in Group::ALL {
            let of_group = |ids: &[&str]| {
                ids.iter().filter(|id| About::of(id).unwrap().group == group).count()
            };
            let all = RULES.iter().filter(|rule| rule.about().group == group).count();
            let on = errors.clone().with_group(group, true);
            assert_eq!(of_group(&ids(&on)), all, "{group:?}");
            assert_eq!(of_group(&ids(&on.with_group(group, false))), 0, "{group:?}");
        }
        let about = About::of("half-width-punctuation").unwrap();
        assert_eq!(errors.clone().with(about, false).with(about, true), errors);
    }

    #[test]
    fn hints_are_no_errors_unless_they_are_asked_for() {
        let about = About::of("trailing-blank").unwrap();
        let hint = about.finding(crate::text::Span::default(), "");
        let errors = Selection::of(Preset::ErrorsOnly);
        assert!(Selection::default().shows(&hint) && !errors.shows(&hint));
        assert!(errors.with(about, true).shows(&hint));
    }
}
