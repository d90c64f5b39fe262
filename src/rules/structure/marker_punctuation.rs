//! N7. Marks behind a number: （一）、 一． 1、 第一、 (specification §5.1, §1.1).

use crate::document::Edit;
use crate::outline::{Family, Marker};
use crate::rules::{About, DocumentView, Finding, Fix, Group, Rule, Severity};
use crate::text::Span;

pub(in crate::rules) struct MarkerPunctuation;

const ABOUT: About = About {
    id: "marker-punctuation",
    title: "序号后的标点",
    group: Group::Structure,
    on: true,
    severity: Severity::Warning,
    why: "汉字序号后用顿号，阿拉伯数字后用下脚点，带括号的序号后不加标点。",
    source: "GB/T 15834 4.5.3.3；GB/T 9704 7.3.3",
    fix: Fix::Always,
    bad: &["（一）、加强学习\n（二）、抓好落实", "一．加强学习\n二．抓好落实"],
    good: &["（一）加强学习\n（二）抓好落实", "第一、二轮中央督察反馈问题全部整改。"],
};

impl Rule for MarkerPunctuation {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let numbering = document.outline.numbering.iter();
        findings.extend(numbering.filter_map(|number| judge(document.text, number.marker)));
    }
}

fn judge(text: &str, marker: Marker) -> Option<Finding> {
    let written = marker.span.of(text);
    let mark = written.chars().next_back()?;
    let last = Span { start: marker.span.end - mark.len_utf8() as u32, end: marker.span.end };
    let (message, replacement) = match (marker.family, mark) {
        (Family::ChineseBracketed | Family::ArabicBracketed, '、' | '.' | '．' | '，') => {
            (format!("带括号的序号后不加“{mark}”。"), "")
        }
        (Family::Chinese, '.' | '．') => ("汉字序号后应当用顿号“、”。".to_owned(), "、"),
        _ => return None,
    };
    let edit = Edit { span: last, replacement: replacement.to_owned() };
    Some(ABOUT.finding(marker.span, message).fixed(vec![edit]))
}
