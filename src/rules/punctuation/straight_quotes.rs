//! P3. Straight and foreign quotation marks: "百日攻坚" (specification §5.3).

use crate::document::Edit;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, Site};
use crate::text::Span;
use crate::text::scanner::{after, before, is_han};

pub(in crate::rules) struct StraightQuotes;

const ABOUT: About = About {
    id: "straight-quotes",
    title: "引号写法",
    group: Group::Punctuation,
    on: true,
    severity: Severity::Warning,
    why: "中文引号分左右，直引号和外文引号排出来不分左右，也不占一格。",
    source: "GB/T 15834 4.8",
    fix: Fix::Sometimes,
    bad: &["开展\"百日攻坚\"行动，成效明显。", "开展＂百日攻坚＂行动，成效明显。"],
    good: &["购置55\"显示屏2台。", "开展“百日攻坚”行动。", "it's fine"],
};

const MARKS: [&str; 6] = ["\"", "＂", "„", "‟", "‚", "‛"];

impl Rule for StraightQuotes {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        MARKS.to_vec()
    }

    fn check_at(&self, _site: &Site<'_>, checked: &mut Checked) {
        checked.straight_quotes = true;
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        if !checked.straight_quotes {
            return;
        }
        let is_mark = |c: char| MARKS.iter().any(|mark| mark.starts_with(c));
        let places = block.text.match_indices(is_mark).map(|(at, mark)| (at, mark.len()));
        let places: Vec<(usize, usize)> =
            places.filter(|&(at, len)| is_chinese(block.text, at, at + len)).collect();
        if places.len().is_multiple_of(2) {
            for pair in places.chunks_exact(2) {
                let span = Span::new(pair[0].0, pair[1].0 + pair[1].1);
                let edit = |(at, len): (usize, usize), mark: &str| Edit {
                    span: Span::new(at, at + len),
                    replacement: mark.to_owned(),
                };
                let fix = vec![edit(pair[0], "“"), edit(pair[1], "”")];
                let message = "引号应当用“ ”，不用直引号或外文引号。";
                checked.findings.push(ABOUT.finding(span, message).fixed(fix));
            }
        } else if let Some(&(at, len)) = places.first() {
            let message = "引号应当用“ ”；此处的直引号不成对，请核对。";
            checked.findings.push(ABOUT.finding(Span::new(at, at + len), message));
        }
    }
}

/// Whether the mark touches Chinese text. A single one after a digit is inches: 55".
fn is_chinese(text: &str, at: usize, end: usize) -> bool {
    let touches =
        |c: Option<char>| c.is_some_and(|c| is_han(c) || "，。、；：（）《》".contains(c));
    let inches = before(text, at).is_some_and(|c| c.is_ascii_digit());
    (touches(before(text, at)) || touches(after(text, end))) && !inches
}
