use super::*;
use crate::document::{Document, Source};
use crate::rules::{About, Selection};

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

/// The line of `needle` in the base text.
fn line(draft: &Draft, needle: &str) -> Span {
    let text = draft.text();
    let at = text.find(needle).expect(needle);
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    Span::new(start, text[at..].find('\n').map_or(text.len(), |end| at + end))
}

#[test]
fn what_is_refused_is_kept() {
    let mut draft = draft();
    assert_eq!(draft.fill(0, "三十五 ", "检查（次）"), Err(Refusal::ChineseNumeral));
    let span = draft.group(0)[0];
    assert_eq!(draft.refused(span), Some(("三十五 ", Refusal::ChineseNumeral)));
    assert_eq!((draft.value(span), draft.filled_text().as_str()), (None, TEXT));
    draft.fill(0, "35", "检查（次）").unwrap();
    assert_eq!((draft.value(span), draft.refused(span)), (Some("35"), None));
}

#[test]
fn typing_in_one_blank_is_one_step() {
    let mut draft = draft();
    for typed in ["1", "12", "125"] {
        draft.fill(0, typed, "检查").unwrap();
    }
    assert_eq!(draft.history().0, ["填写：检查 = 125"]);
    draft.pause();
    draft.fill(0, "12", "检查").unwrap();
    assert_eq!(draft.history().0.len(), 2);
    draft.go_to(0);
    assert_eq!((draft.filled_text().as_str(), draft.history().1.len()), (TEXT, 2));
    draft.go_to(1);
    assert!(draft.filled_text().contains("检查125余次"));
}

#[test]
fn a_paragraph_is_rewritten_with_its_values() {
    let mut draft = draft();
    draft.fill(0, "35", "").unwrap();
    draft.fill(1, "1.5", "").unwrap();
    let mut region = line(&draft, "开展检查");
    assert!(draft.filled(region).starts_with("开展检查35余次,完成投资1.5亿元。"));
    for typed in ["全", "全面", "全面开展"] {
        let text = draft.filled(region);
        let rest = &text[text.find("检查").unwrap()..];
        region = draft.rewrite(region, &format!("{typed}{rest}"));
    }
    assert_eq!((draft.progress().filled, draft.history().0.len()), (2, 3));
    region = draft.rewrite(region, &draft.filled(region).replace("35", "365"));
    assert_eq!(draft.value(draft.group(0)[0]), Some("365"));
    draft.rewrite(region, &draft.filled(region).replace("365余次", "三百余次"));
    assert!(draft.filled_text().contains("全面开展检查三百余次,完成投资1.5亿元"));
    assert_eq!(draft.progress(), Progress { filled: 1, total: 3 });
    draft.go_to(0);
    assert_eq!(draft.filled_text(), TEXT);
}

#[test]
fn letters_and_a_value_typed_in_one_paragraph_are_one_step() {
    let mut draft = draft();
    draft.fill(0, "35", "").unwrap();
    let region = line(&draft, "开展检查");
    let region = draft.rewrite(region, &format!("全年{}", draft.filled(region)));
    draft.rewrite(region, &draft.filled(region).replace("35", "365"));
    assert!(draft.undo());
    assert!(draft.filled_text().contains("\n开展检查35余次"));
    assert!(draft.redo());
    assert!(draft.filled_text().contains("\n全年开展检查365余次"));
}

#[test]
fn a_value_whose_blank_is_gone_becomes_text() {
    let mut draft = draft();
    draft.fill(0, "35", "").unwrap();
    let region = line(&draft, "开展检查");
    // `*号` is no figure any more, but what was filled in is still there.
    draft.rewrite(region, &draft.filled(region).replace("35余次", "35号文"));
    assert!(draft.filled_text().contains("开展检查35号文"));
}

#[test]
fn finds_and_replaces_beside_values() {
    let mut draft = draft();
    draft.fill(2, "完成", "县名").unwrap();
    let found = draft.find("完成");
    assert_eq!(found.len(), 2);
    draft.replace_all(&found, "完成", "实现");
    assert!(
        draft.filled_text().contains("实现投资") && draft.filled_text().contains("《完成县方案》")
    );
    assert_eq!(draft.undo_name(), Some("替换：完成 → 实现 ×2"));
    assert!(draft.find("").is_empty());
}

#[test]
fn a_rule_is_ignored_everywhere_and_minded_again() {
    let mut draft = draft();
    let safe = draft.safe();
    draft.ignore_rule("half-width-punctuation", true);
    assert_eq!(draft.safe(), safe - 2);
    draft.adopt_safe();
    assert!(draft.filled_text().contains("推进,年内") && !draft.filled_text().contains("”行动"));
    draft.ignore_rule("half-width-punctuation", false);
    assert_eq!(draft.safe(), 2);
}

#[test]
fn a_choice_of_rules_is_a_step_and_keeps_what_was_done() {
    let mut draft = draft();
    draft.fill(0, "35", "").unwrap();
    draft.ignore(finding(&draft, "repeated-word"), true);
    let before = draft.session().analysis().clone();
    let about = About::of("half-width-punctuation").unwrap();
    draft.choose_rules(Selection::default().with(about, false), "关闭半角标点");
    let left =
        |draft: &Draft| draft.session().analysis().findings.iter().any(|f| f.rule == about.id);
    assert!(!left(&draft));
    assert_eq!(draft.undo_name(), Some("规则：关闭半角标点"));
    assert_eq!((draft.progress().filled, draft.marks().ignored.len()), (1, 1));
    // What is typed meanwhile minds the same rules.
    draft.rewrite(Span::new(0, 0), "又,又");
    assert!(!left(&draft));
    assert!(draft.undo() && draft.undo() && left(&draft));
    assert_eq!(*draft.session().analysis(), before);
    assert!(draft.redo() && !left(&draft));
}

#[test]
fn equal_findings_are_adopted_together() {
    let text = "一,二,三:四。\n五,六。\n";
    let document = Document::from_text(Source::default(), text.to_owned());
    let mut draft = Draft::new(Rc::new(Session::new(document)));
    draft.ignore(1, true);
    draft.adopt_equal(0);
    assert_eq!(draft.text(), "一，二,三:四。\n五，六。\n");
}
