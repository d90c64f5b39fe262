//! A small report with a hand-made analysis, for the tests of the views.

use super::Desk;
use crate::analysis::{Analysis, Placed, PlacedMetric, PlacedPlaceholder, Session};
use crate::document::{Document, Edit, Source};
use crate::draft::Draft;
use crate::metric::{Approximation, Metric, MetricKind, Status, Value};
use crate::outline::{Outline, Section};
use crate::placeholder::{Placeholder, PlaceholderType, Severity};
use crate::rules::{self, Finding};
use crate::text::unit::Dimension;
use crate::text::{Decimal, Span};
use std::borrow::Cow;
use std::rc::Rc;
use std::sync::Arc;

const TEXT: &str = "某县述职报告\n\n今年以来，认真履职。\n一、学习\n撰写心得32篇,对接工作*余次。\n\
    （一）管理\n1.城区管理。共完成亿元，推进“百日行动”行动。笔杆。\n2022年12月";

/// Nothing on the desk.
pub(super) fn empty() -> Desk {
    desk_of("", Analysis::default())
}

/// A report with a hand-made analysis.
fn desk_of(text: &str, analysis: Analysis) -> Desk {
    let document = Document::from_text(Source::default(), text.to_owned());
    Desk::new(Draft::new(Rc::new(Session::with_analysis(document, analysis))))
}

/// A text on the desk with what the analysis really says of it.
pub(super) fn read(text: &str) -> Desk {
    let document = Document::from_text(Source::default(), text.to_owned());
    Desk::new(Draft::new(Rc::new(Session::new(document))))
}

/// The place of the first `needle` in the text.
fn at(needle: &str) -> Span {
    let start = TEXT.find(needle).expect(needle);
    Span::new(start, start + needle.len())
}

fn placed<T>(fact: T, section: u32) -> Placed<T> {
    Placed { fact: Arc::new(fact), offset: 0, section: Some(section) }
}

fn section(number: &str, title: &str, depth: u8, parent: Option<u32>) -> Section {
    Section {
        number: number.to_owned(),
        title: title.to_owned(),
        run_in: false,
        depth,
        standard_level: None,
        heading: at(&format!("{number}{title}")),
        body: Span::default(),
        parent,
        confidence: 100,
    }
}

fn metric(text: &str, name: &str, unit: &str, value: Option<i64>, section: u32) -> PlacedMetric {
    let span = at(text);
    let fact = Metric {
        span,
        sentence: span,
        blank: None,
        name: name.to_owned(),
        full_name: name.to_owned(),
        value: value.map(|n| Value::Figure(Decimal::whole(n))),
        power: if unit == "亿元" { 8 } else { 0 },
        unit: unit.to_owned(),
        dimension: if unit == "亿元" { Dimension::Money } else { Dimension::Count },
        kind: MetricKind::Level,
        approximation: Approximation::Exact,
        status: if unit == "亿元" { Status::Planned } else { Status::Done },
        scope: None,
        period: (unit == "亿元").then(|| "今年以来".to_owned()),
    };
    PlacedMetric { at: placed(fact, section), placeholder: None }
}

fn blank(span: Span, metric: u32, section: u32) -> PlacedPlaceholder {
    let fact = Placeholder {
        span,
        kind: PlaceholderType::Number,
        convention: Cow::Borrowed("star"),
        severity: Severity::Fill,
        label: String::new(),
        group: None,
    };
    PlacedPlaceholder { at: placed(fact, section), metric: Some(metric) }
}

fn finding(rule: &'static str, severity: rules::Severity, span: Span, fix: &str) -> Finding {
    let edit = Edit { span, replacement: fix.to_owned() };
    Finding {
        rule: Cow::Borrowed(rule),
        severity,
        span,
        message: "此处有误。".to_owned(),
        related: Vec::new(),
        fix: Some(vec![edit]),
    }
}

/// Three sections, three metrics, two open blanks (one without length), three findings.
pub(super) fn desk() -> Desk {
    let mut outline = Outline {
        sections: vec![
            section("一、", "学习", 1, None),
            section("（一）", "管理", 2, Some(0)),
            section("1.", "城区管理", 3, Some(1)),
        ],
        ..Outline::default()
    };
    outline.frame.title = Some(at("某县述职报告"));
    outline.frame.date = Some(at("2022年12月"));
    let deleted = at("亿元").start;
    let repeated = at("”行动");
    let analysis = Analysis {
        outline,
        metrics: vec![
            metric("32篇", "撰写心得", "篇", Some(32), 0),
            PlacedMetric {
                placeholder: Some(0), ..metric("*余次", "对接工作", "次", None, 0)
            },
            PlacedMetric {
                placeholder: Some(1), ..metric("亿元", "完成投资", "亿元", None, 2)
            },
        ],
        placeholders: vec![
            blank(at("*"), 1, 0),
            blank(Span { start: deleted, end: deleted }, 2, 2),
        ],
        findings: vec![
            finding("half-width-comma", rules::Severity::Warning, at(","), "，"),
            finding(
                "repeated-word",
                rules::Severity::Info,
                Span { start: repeated.start + 3, end: repeated.end },
                "",
            ),
            finding("spliced-watermark", rules::Severity::Error, at("。笔杆"), ""),
        ],
        characters: 50,
        paragraphs: 8,
        ..Analysis::default()
    };
    desk_of(TEXT, analysis)
}
