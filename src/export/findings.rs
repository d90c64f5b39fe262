//! The findings as a table: for a sheet, or for whoever reviews the report.

use super::label;
use crate::document::{Document, Edit};
use crate::draft::Draft;
use crate::rules::Finding;
use crate::text::Span;
use crate::text::scanner::is_sentence_end;
use serde::{Deserialize, Serialize};

/// So many characters of a sentence are shown on either side.
const REACH: usize = 60;

/// One finding, in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FindingRow {
    /// What the rule is called.
    pub rule: String,
    /// How grave: 错误, 警告, 提示.
    pub severity: String,
    /// The section: 二·（一）; "" outside all sections.
    pub section: String,
    /// The paragraph, from 1.
    pub paragraph: u32,
    /// What is wrong.
    pub message: String,
    /// The sentence as it is.
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
    let outline = &draft.session().analysis().outline;
    let fix = finding.fix.as_deref().unwrap_or_default();
    // The correction may reach beyond the place that is marked: the comma before an advert.
    let touched = fix.iter().fold(finding.span, |all, edit| Span {
        start: all.start.min(edit.span.start),
        end: all.end.max(edit.span.end),
    });
    let sentence = sentence(document, touched);
    let section = outline.section_at(finding.span.start);
    let before = document.blocks.partition_point(|block| block.span.end < finding.span.start);
    FindingRow {
        rule: finding
            .about()
            .map_or_else(|| finding.rule.to_string(), |about| about.title.to_owned()),
        severity: finding.severity.title().to_owned(),
        section: label::section_path(outline, section),
        paragraph: before as u32 + 1,
        message: finding.message.clone(),
        before: sentence.of(&document.text).to_owned(),
        after: finding
            .fix
            .as_ref()
            .map_or_else(String::new, |_| mended(&document.text, sentence, fix)),
    }
}

/// The sentence around `span`, within its paragraph and the reach.
fn sentence(document: &Document, span: Span) -> Span {
    let text = &document.text;
    let before = &text[..span.start as usize];
    let stops = |c: char| c == '\n' || is_sentence_end(c);
    let start = before.char_indices().rev().take(REACH).take_while(|(_, c)| !stops(*c)).last();
    let rest = &text[span.end as usize..];
    let mut ended = text[..span.end as usize].ends_with(is_sentence_end) && !span.is_empty();
    let end = rest
        .char_indices()
        .take(REACH)
        .take_while(|(_, c)| *c != '\n' && !std::mem::replace(&mut ended, is_sentence_end(*c)));
    let end = end.last().map_or(0, |(at, c)| at + c.len_utf8());
    Span::new(start.map_or(before.len(), |(at, _)| at), span.end as usize + end)
}

/// The text at `place` after `edits`, which lie in it, in reading order.
fn mended(text: &str, place: Span, edits: &[Edit]) -> String {
    let mut mended = String::new();
    let mut from = place.start;
    for edit in edits.iter().filter(|edit| edit.span.start >= place.start) {
        let kept = Span { start: from.min(edit.span.start), end: edit.span.start };
        mended.push_str(kept.of(text));
        mended.push_str(&edit.replacement);
        from = edit.span.end;
    }
    mended.push_str(Span { start: from.min(place.end), end: place.end }.of(text));
    mended
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::Session;
    use crate::document::Source;
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
