//! The session says after any edits what a full analysis says.

use hegao::analysis::{AnalysisOptions, Session, analyze, analyze_with, scan_all};
use hegao::document::{Document, Edit, Source};
use hegao::rules::{Preset, RULES, Selection};
use hegao::text::Span;
use proptest::prelude::*;

/// What the texts and the edits are made of: every kind of thing that reaches beyond its own place.
const PIECES: &[&str] = &[
    "一、加强学习\n",
    "（二）抓好落实。",
    "1.绩效考核有序推进。",
    "2、",
    "\n",
    "\n\n",
    " ",
    "　",
    "整治背街小巷*条，",
    "收缴罚没款*万元。",
    "城区382起违法建筑已处理*宗，",
    "同比增长5.2%。",
    "**县",
    "全市第*",
    "笔杆儿网www.bgzjy.cn",
    "，",
    "。",
    "“",
    "”",
    "《",
    "》",
    "（",
    "）",
    "四个意识",
    "行动",
    "一是抓早，二是抓小。",
    "2022年工作总结\n",
    "——在大会上\n",
    "各位代表：\n",
    "附件：1.清单\n",
    "现将情况报告如下：\n",
    "特此报告。\n",
    "## ",
    "- ",
    "> ",
    "| 甲 | 乙 |\n",
    "**重点**",
    "名词解释\n",
    "2022年12月31日\n",
    "某县人民政府\n",
    "年月日",
    "完成亿元。",
    "严格落实安全生产责任制，组织开展隐患排查整治，守住安全底线。",
    "（以下简称“指挥部”）",
    "《信访工作条例实施办法》",
    "《信访工作条列实施办法》",
    "详见附件3",
    "增长5％",
    "“河长制”、“林长制”",
    "以下三个方面：\n",
    "全力推进；\n",
    "2021年",
    "固定资产投资52.6亿元。",
    "固定资产投资56.2亿元。",
];

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(PIECES), 0..40).prop_map(|pieces| pieces.concat())
}

/// An edit, as two places in thousandths of the text and what comes between.
fn edits() -> impl Strategy<Value = Vec<(u32, u32, String)>> {
    let piece = prop::collection::vec(prop::sample::select(PIECES), 0..3).prop_map(|p| p.concat());
    prop::collection::vec((0..1000_u32, 0..60_u32, piece), 1..6)
}

fn edit(text: &str, (from, len, replacement): &(u32, u32, String)) -> Edit {
    let at = |thousandths: u32| {
        let mut at = text.len() * thousandths.min(1000) as usize / 1000;
        while !text.is_char_boundary(at) {
            at -= 1;
        }
        at
    };
    Edit { span: Span::new(at(*from), at(from + len)), replacement: replacement.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_session_equals_a_full_analysis(text in text(), edits in edits()) {
        let document = Document::from_text(Source::default(), text);
        let mut received = Session::from_facts(document.clone(), scan_all(&document, &mut |_| {}));
        let mut session = Session::new(document);
        for step in &edits {
            let edit = edit(&session.document().text, step);
            received.edit(std::slice::from_ref(&edit));
            session.edit(&[edit]);
            let fresh = Document::from_text(Source::default(), session.document().text.clone());
            prop_assert_eq!(session.document(), &fresh);
            prop_assert_eq!(session.analysis(), &analyze(&fresh));
            prop_assert_eq!(received.analysis(), session.analysis());
        }
    }

    #[test]
    fn a_choice_of_rules_is_that_of_a_full_analysis(
        text in text(),
        edits in edits(),
        preset in prop::sample::select(&Preset::ALL[..]),
        switched in prop::collection::vec((0..RULES.len(), any::<bool>()), 0..6),
    ) {
        let rules = switched.into_iter().fold(Selection::of(preset), |rules, (at, on)| {
            rules.with(RULES[at].about(), on)
        });
        let options = AnalysisOptions { rules };
        let standard = Session::new(Document::from_text(Source::default(), text));
        let mut session = standard.with_options(options.clone());
        prop_assert_eq!(session.analysis(), &analyze_with(standard.document(), &options));
        for step in &edits {
            let edit = edit(&session.document().text, step);
            session.edit(&[edit]);
            prop_assert_eq!(session.analysis(), &analyze_with(session.document(), &options));
        }
        let back = session.with_options(AnalysisOptions::default());
        prop_assert_eq!(back.analysis(), &analyze(session.document()));
    }
}
