//! Whatever is done to a draft can be taken back step by step, and done again.

use hegao::analysis::{PlacedPlaceholder, Session};
use hegao::document::{Document, Edit, Source};
use hegao::draft::{Draft, Marks};
use hegao::text::Span;
use proptest::prelude::*;
use std::rc::Rc;

const TEXT: &str = "2024年工作总结\n一、狠抓落实\n开展检查*余次,完成投资××亿元。扎实开展“百日行动”行动。\n\
    二、服务**县\n按照《**县方案》推进,年内完成亿元,。。全市第*，笔杆儿网www.bgzjy.cn有序推进。\n";

/// What is done: which operation, to which thing, with which value.
type Operation = (u8, u32, &'static str);

fn operations() -> impl Strategy<Value = Vec<Operation>> {
    let value = prop::sample::select(&["35", "青禾", "", "1,234.5", "三", "*", "\n"][..]);
    prop::collection::vec((0..13_u8, 0..10_u32, value), 0..24)
}

fn perform(draft: &mut Draft, (what, index, value): Operation) {
    match what {
        // A value that is refused changes nothing, which is one of the things that may happen.
        0 => _ = draft.fill(index, value, "名称"),
        1 => _ = draft.fill_group(index, value, "名称"),
        2 => draft.drop_approximator(index, value != "35"),
        3 => draft.adopt(index),
        4 => draft.adopt_all("half-width-punctuation"),
        5 => draft.ignore(index, value != "35"),
        6 => draft.ignore_rule("half-width-punctuation", value != "35"),
        7 => draft.pause(),
        8 => draft.replace_all(&draft.find("完成"), "完成", value),
        9 | 10 => rewrite(draft, index as usize, value),
        11 => fill_many(draft, value),
        _ => _ = draft.undo(),
    }
}

/// Fills in all blanks there are, and rewrites what stands between them.
fn fill_many(draft: &mut Draft, value: &str) {
    let blanks = &draft.session().analysis().placeholders;
    let place = |blank: &PlacedPlaceholder| blank.at.place(blank.at.fact.span);
    let values: Vec<(Span, String)> =
        blanks.iter().map(|blank| (place(blank), value.to_owned())).collect();
    let places = draft.find("完成").into_iter();
    let rewrites = places.map(|span| Edit { span, replacement: format!("完成{value}") });
    draft.fill_many("填入核实表".to_owned(), &values, rewrites.collect());
}

/// Types `value` somewhere into a line, or deletes a character there.
fn rewrite(draft: &mut Draft, index: usize, value: &str) {
    let block = draft.session().document().blocks[index % draft.session().document().blocks.len()];
    let text = draft.filled(block.span);
    let (at, _) = text.char_indices().nth(index).unwrap_or_default();
    let rest =
        if value.is_empty() { text[at..].chars().next().map_or(0, char::len_utf8) } else { 0 };
    let typed = [&text[..at], value, &text[at + rest..]].concat();
    let now = draft.rewrite(block.span, &typed);
    assert_eq!(draft.filled(now), typed, "it reads as it was typed");
}

fn state(draft: &Draft) -> (String, Marks, String) {
    let base = draft.session().document().text.clone();
    (base, draft.marks().clone(), draft.filled_text())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_step_is_taken_back_and_done_again(operations in operations()) {
        let document = Document::from_text(Source::default(), TEXT.to_owned());
        let mut draft = Draft::new(Rc::new(Session::new(document)));
        for operation in operations {
            perform(&mut draft, operation);
        }
        let mut states = vec![state(&draft)];
        while draft.undo() {
            states.push(state(&draft));
        }
        prop_assert_eq!(&states.last().expect("one at least").0, TEXT);
        prop_assert_eq!(draft.marks(), &Marks::default());
        for expected in states.iter().rev().skip(1) {
            prop_assert!(draft.redo());
            prop_assert_eq!(&state(&draft), expected);
        }
    }
}

/// A blank typed where values with line breaks stand: found by the test above.
#[test]
fn what_is_typed_among_values_of_several_lines() {
    let document = Document::from_text(Source::default(), TEXT.to_owned());
    let mut draft = Draft::new(Rc::new(Session::new(document)));
    for operation in
        [(11, 0, "青禾"), (8, 0, "\n"), (9, 2, "\n"), (9, 6, "*"), (0, 5, "1,234.5"), (9, 7, "35")]
    {
        perform(&mut draft, operation);
    }
}
