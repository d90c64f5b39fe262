//! The project file (进度文件): a draft on disk, to go on with another day.

use super::marks::{map, set};
use super::{Draft, Marks};
use crate::document::Document;
use crate::rules::Selection;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What the file says it is.
const FORMAT: &str = "hegao-project";

/// Files of a later version say things that this one does not know.
const VERSION: u32 = 1;

/// A draft as it is written to a file. Its history is not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Project {
    format: String,
    version: u32,
    document: Document,
    values: Vec<Value>,
    #[serde(default)]
    refused: Vec<Value>,
    #[serde(default)]
    exact: Vec<Span>,
    #[serde(default)]
    ignored: Vec<Ignored>,
    #[serde(default)]
    ignored_rules: Vec<String>,
    #[serde(default)]
    rules: Selection,
}

/// What was typed into the blank at a place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Value {
    at: Span,
    text: String,
}

/// A finding that is ignored.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Ignored {
    at: Span,
    rule: String,
}

impl Project {
    /// What is to be saved of a draft.
    #[must_use]
    pub fn of(draft: &Draft) -> Self {
        let marks = draft.marks();
        let values = |values: &std::collections::BTreeMap<Span, String>| {
            values.iter().map(|(&at, text)| Value { at, text: text.clone() }).collect()
        };
        let ignored = marks.ignored.iter();
        Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            document: draft.session().document().clone(),
            values: values(&marks.values),
            refused: values(&marks.refused),
            exact: marks.exact.iter().copied().collect(),
            ignored: ignored.map(|(at, rule)| Ignored { at: *at, rule: rule.clone() }).collect(),
            ignored_rules: marks.ignored_rules.iter().cloned().collect(),
            rules: marks.rules.clone(),
        }
    }

    /// Whether the file is one of ours, and not of a later version.
    #[must_use]
    pub fn is_known(&self) -> bool {
        self.format == FORMAT && self.version <= VERSION
    }

    /// The document, and the marks to put on it once it is analysed. Places that do not lie in its
    /// text are dropped: somebody may have changed the file.
    #[must_use]
    pub fn into_parts(self) -> (Document, Marks) {
        let text = self.document.text.clone();
        let there = |at: &Span| at.start <= at.end && text.get(at.range()).is_some();
        let values = |values: Vec<Value>| {
            let values = values.into_iter().filter(|value| there(&value.at));
            map(values.map(|value| (value.at, value.text)))
        };
        let ignored = self.ignored.into_iter().filter(|ignored| there(&ignored.at));
        let marks = Marks {
            values: values(self.values),
            refused: values(self.refused),
            exact: set(self.exact.into_iter().filter(|at| there(at))),
            ignored: set(ignored.map(|ignored| (ignored.at, ignored.rule))),
            ignored_rules: set(self.ignored_rules.into_iter()),
            rules: self.rules,
        };
        (self.document, marks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Session;
    use crate::document::Source;
    use crate::rules::{Group, Preset};
    use std::rc::Rc;

    fn reopened(project: Project) -> Draft {
        let (document, marks) = project.into_parts();
        Draft::with_marks(Rc::new(Session::new(document)), marks)
    }

    #[test]
    fn a_draft_survives_the_disk() {
        let text = "开展检查*余次,完成投资××亿元。\n";
        let document = Document::from_text(Source::default(), text.to_owned());
        let mut draft = Draft::new(Rc::new(Session::new(document)));
        draft.fill(0, "35", "").unwrap();
        draft.drop_approximator(0, true);
        assert!(draft.fill(1, "三", "").is_err());
        draft.ignore(0, true);
        draft.ignore_rule("repeated-word", true);
        draft.choose_rules(Selection::of(Preset::Strict).with_group(Group::Wording, false), "");
        let json = serde_json::to_string(&Project::of(&draft)).unwrap();
        let project: Project = serde_json::from_str(&json).unwrap();
        assert!(project.is_known());
        let again = reopened(project);
        assert_eq!(again.marks(), draft.marks());
        assert_eq!(again.session().analysis(), draft.session().analysis());
        assert_eq!(again.filled_text(), "开展检查35次,完成投资××亿元。\n");
    }

    #[test]
    fn what_was_changed_by_hand_does_no_harm() {
        let document = Document::from_text(Source::default(), "完成*次。".to_owned());
        let mut project = Project::of(&Draft::new(Rc::new(Session::new(document))));
        let value = |start, end| Value { at: Span { start, end }, text: "3".to_owned() };
        project.values = vec![value(0, 3), value(1, 2), value(9, 4), value(0, 999)];
        project.exact = vec![Span { start: 900, end: 901 }];
        assert_eq!(reopened(project.clone()).marks(), &Marks::default());
        project.version = VERSION + 1;
        assert!(!project.is_known());
    }
}
