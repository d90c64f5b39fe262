//! The findings as a table: for a sheet, or for whoever reviews the report.

use super::sentence;
use crate::document::Edit;
use crate::draft::Draft;
use crate::rules::Finding;
use crate::text::Span;
use crate::text::order;
use serde::{Deserialize, Serialize};

/// One finding, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRow {
    /// What the rule is called.
    pub rule: String,
    /// How grave: 错误, 警告, 提示.
    pub severity: String,
    /// The section: 二·一; — before the first.
    pub section: String,
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// What is wrong.
    pub message: String,
    /// The sentence as it is, with its values put in.
    pub before: String,
    /// The sentence as it would be; "" if only a person can decide.
    pub after: String,
}

/// The findings of a draft that are not ignored, in reading order.
#[must_use]
pub fn findings_rows(draft: &Draft) -> Vec<FindingRow> {
    let findings = draft.session().analysis().findings.iter();
    findings
        .filter(|finding| !draft.is_ignored(finding))
        .map(|finding| row(draft, finding))
        .collect()
}

fn row(draft: &Draft, finding: &Finding) -> FindingRow {
    let document = draft.session().document();
    let analysis = draft.session().analysis();
    let fix = finding.fix.as_deref().unwrap_or_default();
    // The correction may reach beyond the place that is marked: the comma before an advert.
    let touched = fix.iter().fold(finding.span, |all, edit| Span {
        start: all.start.min(edit.span.start),
        end: all.end.max(edit.span.end),
    });
    let (sentence, cut) = sentence::place(document, touched);
    let shown = |fix: &[Edit]| {
        let dots = cut.map(|is_cut| if is_cut { "…" } else { "" });
        [dots[0], &*filled(draft, sentence, fix), dots[1]].concat().replace('\n', "")
    };
    let section = analysis.outline.section_at(finding.span.start);
    let before = document.blocks.partition_point(|block| block.span.end < finding.span.start);
    FindingRow {
        rule: finding
            .about()
            .map_or_else(|| finding.rule.to_string(), |about| about.title.to_owned()),
        severity: finding.severity.title().to_owned(),
        section: analysis.section_label(section),
        paragraph: before as u32 + 1,
        message: finding.message.clone(),
        before: shown(&[]),
        after: finding.fix.as_deref().map_or_else(String::new, shown),
    }
}

/// The text at `place` with its values put in and corrected by `fix`. A value whose blank a
/// correction changes is gone, as it is when the correction is adopted.
fn filled(draft: &Draft, place: Span, fix: &[Edit]) -> String {
    let text = draft.text();
    let free = |edit: &Edit| fix.iter().all(|fix| !fix.span.overlaps(edit.span));
    let mut edits: Vec<Edit> = draft.value_edits(place).filter(free).collect();
    edits.extend_from_slice(fix);
    order::sort_by_key(&mut edits, |edit| edit.span);
    let (mut shown, mut done) = (String::new(), place.start);
    for edit in edits {
        if edit.span.start >= done && edit.span.end <= place.end {
            shown.push_str(Span { start: done, end: edit.span.start }.of(text));
            shown.push_str(&edit.replacement);
            done = edit.span.end;
        }
    }
    shown.push_str(Span { start: done, end: place.end }.of(text));
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Session;
    use crate::document::{Document, Source};
    use std::rc::Rc;

    #[track_caller]
    fn check(text: &str, expected: &[[&str; 4]]) {
        let document = Document::from_text(Source::default(), text.to_owned());
        let rows = findings_rows(&Draft::new(Rc::new(Session::new(document))));
        let found: Vec<[&str; 4]> =
            rows.iter().map(|r| [&*r.rule, &*r.section, &*r.before, &*r.after]).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn a_row_shows_the_sentence_before_and_after() {
        check(
            "述职报告\n一、学习\n认真学习。撰写心得32篇,发言12次。认真落实。\n述职人：张三\n2024年12月1日",
            &[["半角标点", "一", "撰写心得32篇,发言12次。", "撰写心得32篇，发言12次。"]],
        );
    }
}
