//! Which rules somebody wants to hear: a preset, and single rules switched on or off.

use super::{About, Finding, Severity};
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
        about.on || (self == Self::Strict && about.group != super::Group::SetPhrases)
    }
}

/// Which findings are shown. All rules always run, so that a change of mind costs nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
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

    /// Whether the finding is shown.
    #[must_use]
    pub fn shows(&self, finding: &Finding) -> bool {
        let hint = self.preset == Preset::ErrorsOnly && finding.severity == Severity::Info;
        !hint && finding.about().is_none_or(|about| self.is_on(about))
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Group, RULES};
    use super::*;

    fn ids(selection: &Selection) -> Vec<&'static str> {
        let on = RULES.iter().map(|rule| rule.about()).filter(|about| selection.is_on(about));
        on.map(|about| about.id).collect()
    }

    #[test]
    fn presets_hold_more_and_more() {
        let [strict, standard, errors] =
            Preset::ALL.map(|preset| ids(&Selection { preset, ..Selection::default() }).len());
        assert!(strict > standard && standard == errors);
        let phrases = RULES.iter().filter(|rule| rule.about().group == Group::SetPhrases).count();
        assert_eq!(strict + phrases, RULES.len());
    }

    #[test]
    fn a_switch_outweighs_the_preset() {
        let mut selection = Selection::default();
        for (id, on) in [("doubled-particle", false), ("altered-set-phrase", true)] {
            assert_ne!(ids(&selection).contains(&id), on, "{id}");
            selection.switched.insert(id.to_owned(), on);
            assert_eq!(ids(&selection).contains(&id), on, "{id}");
        }
    }
}
