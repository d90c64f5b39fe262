//! U3, U4. How a range is written: 4%—6%, with a full dash (specification §5.4).

use crate::document::Edit;
use crate::metric::{Metric, Value};
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity};
use crate::text::Span;

/// The sign stands only behind the second figure.
pub(in crate::rules) struct RangeSign;

const SIGN: About = About {
    id: "range-sign",
    title: "数值范围漏写百分号",
    group: Group::Numbers,
    on: true,
    severity: Severity::Info,
    why: "表示数值范围时，前后两个数的百分号都要写，否则前一个数成了另一个量。",
    source: "GB/T 15835 5.1.4",
    fix: Fix::Always,
    bad: &["增长目标为4—6%。"],
    good: &["增长目标为4%—6%。", "亩产100—150公斤。"],
};

/// The dash is a hyphen.
pub(in crate::rules) struct RangeDash;

const DASH: About = About {
    id: "range-dash",
    title: "数值范围的连接号",
    group: Group::Numbers,
    on: true,
    severity: Severity::Info,
    why: "数值范围用一字线“—”或浪纹线“～”，不用短的连字符。",
    source: "GB/T 15834 4.13.3",
    fix: Fix::Always,
    bad: &["每年培育3-5个重点项目。"],
    good: &["每年培育3—5个重点项目。", "每年培育3～5个重点项目。", "线路G2-3已通车。"],
};

impl Rule for RangeSign {
    fn about(&self) -> &'static About {
        &SIGN
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in ranges(block) {
            let written = metric.span.of(block.text);
            let sign = written.chars().next_back().filter(|c| matches!(c, '%' | '％'));
            let Some((sign, dash)) = sign.zip(dash(written)) else { continue };
            if written.matches(['%', '％']).count() == 1 {
                let at = metric.span.start + dash.start;
                let edit =
                    Edit { span: Span { start: at, end: at }, replacement: sign.to_string() };
                let message = format!("范围的前一个数漏写了“{sign}”。");
                checked.findings.push(SIGN.finding(metric.span, message).fixed(vec![edit]));
            }
        }
    }
}

impl Rule for RangeDash {
    fn about(&self) -> &'static About {
        &DASH
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        for metric in ranges(block) {
            let written = metric.span.of(block.text);
            let Some(dash) = dash(written) else { continue };
            if matches!(dash.of(written), "-" | "~" | "－") {
                let place = dash.shift(metric.span.start);
                let message = "数值范围应当用“—”连接。";
                checked.findings.push(DASH.finding(place, message).mended("—"));
            }
        }
    }
}

fn ranges<'a>(block: &BlockView<'a>) -> impl Iterator<Item = &'a Metric> {
    block.metrics.iter().filter(|metric| matches!(metric.value, Some(Value::Range(..))))
}

/// What joins the two figures, where that is a mark.
fn dash(written: &str) -> Option<Span> {
    let mut marks = written.match_indices(['-', '~', '－', '—', '～', '–']);
    let (at, mark) = marks.next()?;
    marks.next().is_none().then(|| Span::new(at, at + mark.len()))
}
