//! Corrections can be adopted in any order with one result, mend what they promise, and leave every
//! figure as it is.

use crate::project::root;
use crate::quality::gold::Gold;
use hegao::analysis::{Analysis, analyze};
use hegao::document::{Document, Edit, Source};
use hegao::rules::{About, Finding, Group, RULES};
use hegao::text::Span;
use proptest::prelude::*;
use std::collections::BTreeSet;

fn document(text: &str) -> Document {
    Document::from_text(Source::default(), text.to_owned())
}

/// The findings that are mended for certain.
fn safe(analysis: &Analysis) -> Vec<Finding> {
    let findings = analysis.findings.iter();
    findings.filter(|finding| finding.is_safe() && finding.fix.is_some()).cloned().collect()
}

/// The text after the corrections of `findings` were adopted one by one, in this order.
fn one_by_one(text: &str, findings: &[Finding], order: &[usize]) -> String {
    let mut document = document(text);
    let mut done: Vec<(Span, isize)> = Vec::new();
    for finding in order.iter().map(|&at| &findings[at]) {
        let fix = finding.fix.iter().flatten();
        let moved = |at: u32, span: Span| {
            let before = done.iter().filter(|(other, _)| *other <= span && other.end <= at);
            let shift: isize = before.map(|(_, growth)| growth).sum();
            u32::try_from((at as usize).saturating_add_signed(shift)).expect("a place of the text")
        };
        let edits: Vec<Edit> = fix
            .clone()
            .map(|edit| {
                let (start, end) =
                    (moved(edit.span.start, edit.span), moved(edit.span.end, edit.span));
                Edit { span: Span { start, end }, replacement: edit.replacement.clone() }
            })
            .collect();
        document = document.apply(&edits);
        done.extend(fix.map(|edit| {
            let growth = edit.replacement.len().cast_signed() - edit.span.len().cast_signed();
            (edit.span, growth)
        }));
    }
    document.text
}

/// The text after all of them were adopted at once.
fn at_once(text: &str, findings: &[Finding]) -> String {
    let edits: Vec<Edit> = findings.iter().filter_map(|f| f.fix.clone()).flatten().collect();
    document(text).apply(&edits).text
}

/// Every digit of a text, in their order.
fn digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}

/// What is deleted as a whole may hold figures: an advert, a second title.
fn deletes_whole(about: &About) -> bool {
    about.group == Group::Injected || about.id == "duplicate-title"
}

fn bad_examples() -> Vec<&'static str> {
    let examples = RULES.iter().flat_map(|rule| rule.about().bad);
    examples.copied().chain(["\n", "。", "\n一、", "，", "的", "”", "（", " "]).collect()
}

/// Says what does not hold of the corrections of `text`.
fn check(text: &str, order: impl Fn(usize) -> Vec<usize>) -> Result<(), String> {
    let findings = safe(&analyze(&document(text)));
    let together = at_once(text, &findings);
    let apart = one_by_one(text, &findings, &order(findings.len()));
    if together != apart {
        return Err(format!("the order counts in {text:?}: {together:?}, {apart:?}"));
    }
    let kept: Vec<Finding> = findings
        .iter()
        .filter(|finding| finding.about().is_some_and(|about| !deletes_whole(about)))
        .cloned()
        .collect();
    let mended = at_once(text, &kept);
    if digits(&mended) != digits(text) {
        return Err(format!("figures changed in {text:?}: {mended:?}"));
    }
    let adopted: BTreeSet<_> = findings.iter().map(|finding| finding.rule.clone()).collect();
    let left = safe(&analyze(&document(&together)));
    // A mended place may let another rule see its neighbour, never the same rule again. Only behind
    // an advert there may be another one.
    let is_advert = |finding: &Finding| finding.about().is_some_and(|a| a.group == Group::Injected);
    let again = left.iter().find(|f| adopted.contains(&f.rule) && !is_advert(f));
    if let Some(again) = again {
        return Err(format!("{again:?} is left of {text:?}: {together:?}"));
    }
    Ok(())
}

fn gold_texts() -> Vec<String> {
    let folder = root().join("tests/gold");
    let entries = std::fs::read_dir(folder).expect("there is gold").flatten();
    let reports = entries.filter_map(|entry| {
        let name = entry.file_name().to_string_lossy().into_owned();
        let source = std::fs::read_to_string(entry.path()).expect("gold is readable");
        let numbered = name.starts_with(|c: char| c.is_ascii_digit());
        numbered.then(|| Gold::report(&name, &source).expect("gold is sound").text)
    });
    reports.collect()
}

fn backwards(count: usize) -> Vec<usize> {
    (0..count).rev().collect()
}

#[test]
fn corrections_of_every_bad_example_and_gold_text_compose() {
    let mut texts: Vec<String> = bad_examples().iter().map(|text| (*text).to_owned()).collect();
    texts.extend(gold_texts());
    texts.push(std::fs::read_to_string(root().join("www/sample/report.txt")).expect("the sample"));
    let wrong: Vec<String> = texts.iter().filter_map(|text| check(text, backwards).err()).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn corrections_of_random_texts_compose(
        pieces in prop::collection::vec(prop::sample::select(bad_examples()), 0..8),
        seed in any::<u64>(),
    ) {
        // Any order: each place is exchanged with one that the seed names.
        let shuffled = |count: usize| {
            let mut order: Vec<usize> = (0..count).collect();
            for at in 0..count {
                order.swap(at, (seed as usize).wrapping_mul(at + 7) % count);
            }
            order
        };
        prop_assert_eq!(check(&pieces.concat(), shuffled), Ok(()));
    }
}
