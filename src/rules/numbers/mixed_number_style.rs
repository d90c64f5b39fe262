//! U15, U16. Numbers in two styles: ％ and %, １ and 1, 45,000 and 45000 (specification §5.4).

use crate::metric::Value;
use crate::rules::{
    About, BlockView, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site, TraceKind,
};
use crate::text::Span;

pub(in crate::rules) struct MixedNumberStyle;

const ABOUT: About = About {
    id: "mixed-number-style",
    title: "数字写法前后不一",
    group: Group::Numbers,
    on: true,
    severity: Severity::Info,
    why: "全角半角、分节不分节混着用，看上去像几份材料拼的，查找也容易漏。",
    source: "GB/T 15835 5.1",
    fix: Fix::Never,
    bad: &[
        "投资增长5%，消费增长6％。",
        "总人口45,000人，其中农村人口32000人。",
        "新建学校１２所，改造校舍15栋。",
    ],
    good: &["投资增长5％，消费增长6％。", "总人口45,000人，其中农村人口32,000人。"],
};

/// Two ways to write the same, and what is said where both are used.
const STYLES: [&str; 3] =
    ["百分号有全角也有半角", "数字有全角也有半角", "大数有的分节、有的不分节"];

const PERCENT: u64 = 0;
const WIDTH: u64 = 1;
const GROUPING: u64 = 2;

/// Shorter figures need not be grouped (digits).
const SHORTEST_GROUPED: usize = 5;

impl Rule for MixedNumberStyle {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["％", "%", "０", "１", "２", "３", "４", "５", "６", "７", "８", "９"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        let (style, wide) = match site.word {
            "%" => (PERCENT, 0),
            "％" => (PERCENT, 1),
            _ => (WIDTH, 1),
        };
        leave(checked, site.span(), style * 2 + wide);
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in block.metrics.iter().filter(|m| matches!(m.value, Some(Value::Figure(_)))) {
            let written = metric.span.of(block.text);
            let digits = written.bytes().take_while(|b| b.is_ascii_digit() || *b == b',');
            let (commas, len) = digits
                .fold((0, 0), |(commas, len), byte| (commas + usize::from(byte == b','), len + 1));
            if len > 0 {
                leave(checked, metric.span, WIDTH * 2);
            }
            if len - commas >= SHORTEST_GROUPED {
                leave(checked, metric.span, GROUPING * 2 + u64::from(commas > 0));
            }
        }
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let mut seen = [(0_u32, Span::default()); 2 * STYLES.len()];
        for trace in document.traces_of(TraceKind::NumberStyle) {
            let (count, first) = &mut seen[trace.key as usize % (2 * STYLES.len())];
            if *count == 0 {
                *first = trace.span;
            }
            *count += 1;
        }
        for (said, pair) in STYLES.iter().zip(seen.as_chunks::<2>().0) {
            let (rare, usual) =
                if pair[0].0 < pair[1].0 { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
            if rare.0 > 0 {
                let finding = ABOUT.finding(rare.1, format!("全文的{said}，宜统一。"));
                findings.push(finding.with(vec![usual.1]));
            }
        }
    }
}

/// Leaves a trace of a style, the first of each block: what is rare is told by blocks.
fn leave(checked: &mut Checked, span: Span, key: u64) {
    if checked.styles & (1 << key) == 0 {
        checked.styles |= 1 << key;
        checked.trace(TraceKind::NumberStyle, span, key);
    }
}
