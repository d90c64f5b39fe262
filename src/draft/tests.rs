use super::*;
use crate::document::{Document, Source};

const TEXT: &str = "2024年工作总结\n一、狠抓落实\n开展检查*余次,完成投资××亿元。扎实开展“百日行动”行动。\n\
    按照《**县方案》《**县规划》推进,年内完成。\n";

fn draft() -> Draft {
    Draft::new(Rc::new(Session::new(Document::from_text(Source::default(), TEXT.to_owned()))))
}

/// The index of the finding of `rule`.
fn finding(draft: &Draft, rule: &str) -> u32 {
    draft.session().analysis().findings.iter().position(|f| f.rule == rule).expect(rule) as u32
}

#[test]
fn values_go_into_the_text() {
    let mut draft = draft();
    assert_eq!(draft.progress(), Progress { filled: 0, total: 4 });
    draft.fill(0, "35", "检查（次）").unwrap();
    assert_eq!(draft.undo_name(), Some("填写：检查（次） = 35"));
    assert!(draft.filled_text().contains("检查35余次,完成投资××亿元"));
    draft.drop_approximator(0, true);
    assert!(draft.filled_text().contains("检查35次,"));
    assert_eq!(draft.fill(1, "三", ""), Err(Refusal::ChineseNumeral));
    assert_eq!(draft.fill(9, "3", ""), Err(Refusal::NoBlank));
    assert_eq!(draft.progress(), Progress { filled: 1, total: 4 });
    draft.fill(0, "", "检查（次）").unwrap();
    assert_eq!(draft.filled_text(), TEXT);
}

#[test]
fn a_group_is_filled_at_once_and_one_place_may_differ() {
    let mut draft = draft();
    draft.fill_group(2, "青禾", "县名").unwrap();
    draft.fill(3, "白水", "县名").unwrap();
    assert!(draft.filled_text().contains("《青禾县方案》《白水县规划》"));
    assert_eq!(draft.fill_group(0, "1", ""), Err(Refusal::NumberGroup));
    assert!(draft.undo() && draft.undo() && !draft.undo());
    assert_eq!(draft.filled_text(), TEXT);
}

#[test]
fn values_keep_up_with_corrections() {
    let mut draft = draft();
    draft.fill(0, "35", "").unwrap();
    draft.fill(1, "1.5", "").unwrap();
    draft.adopt(finding(&draft, "half-width-punctuation"));
    draft.adopt(finding(&draft, "repeated-word"));
    assert!(draft.filled_text().contains("检查35余次，完成投资1.5亿元。扎实开展“百日行动”。"));
    assert_eq!(draft.progress().filled, 2);
}

#[test]
fn a_rule_is_adopted_as_a_whole_without_what_is_ignored() {
    let mut draft = draft();
    let first = finding(&draft, "half-width-punctuation");
    draft.ignore(first, true);
    draft.adopt_all("half-width-punctuation");
    assert!(
        draft.filled_text().contains("余次,完成") && draft.filled_text().contains("推进，年内")
    );
    draft.undo();
    draft.ignore(first, false);
    draft.adopt_all("half-width-punctuation");
    assert!(!draft.filled_text().contains(','));
}
