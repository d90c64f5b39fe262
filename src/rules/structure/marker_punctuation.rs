//! N7. Marks behind a number: （一）、 一． 1、 第一、 (specification §5.1, §1.1).

use crate::document::Edit;
use crate::outline::{Family, Marker};
use crate::rules::{About, Checked, DocumentView, Finding, Fix, Group, Rule, Severity, Site};
use crate::text::Span;
use crate::text::chinese_numeral::is_numeral;
use crate::text::scanner::is_digit;

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
    bad: &[
        "（一）、加强学习\n（二）、抓好落实",
        "一．加强学习\n二．抓好落实",
        "主要做法：第一、加强学习。第二、抓好落实。",
    ],
    good: &["（一）加强学习\n（二）抓好落实", "第一、二轮中央督察反馈问题全部整改。"],
};

/// 1、 for 1., which is so common that only who asks for it is told.
pub(in crate::rules) struct ArabicMarker;

const ARABIC: About = About {
    id: "arabic-marker",
    title: "阿拉伯数字序号后用顿号",
    group: Group::Structure,
    on: false,
    severity: Severity::Info,
    why: "阿拉伯数字序号后用下脚点“.”，顿号是汉字序号用的。",
    source: "GB/T 15834 4.5.3.3；GB/T 9704 7.3.3",
    fix: Fix::Always,
    bad: &["1、加强学习\n2、抓好落实"],
    good: &["1.加强学习\n2.抓好落实"],
};

impl Rule for ArabicMarker {
    fn about(&self) -> &'static About {
        &ARABIC
    }

    fn check_document(&self, document: &DocumentView<'_>, findings: &mut Vec<Finding>) {
        let markers = document.outline.numbering.iter().map(|number| number.marker);
        let arabic: Vec<Marker> =
            markers.filter(|marker| marker.family == Family::Arabic).collect();
        // Where both are used, the mixture is what is told.
        if !arabic.iter().all(|marker| marker.span.of(document.text).ends_with('、')) {
            return;
        }
        for marker in arabic {
            let end = marker.span.end;
            let place = Span { start: end - '、'.len_utf8() as u32, end };
            let message = "阿拉伯数字序号后应当用“.”。";
            findings.push(ARABIC.finding(place, message).mended("."));
        }
    }
}

impl Rule for MarkerPunctuation {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn triggers(&self) -> Vec<&'static str> {
        vec!["第一、", "第二、", "第三、", "第四、", "第五、"]
    }

    fn check_at(&self, site: &Site<'_>, checked: &mut Checked) {
        // 第一、二轮督察 and 第一、第二产业 are series of ordinals.
        let begins = site.before().is_empty() || site.before().ends_with(['。', '；', '：', '\n']);
        let series = site.after().starts_with(|c: char| is_numeral(c) || is_digit(c) || c == '第');
        if begins && !series {
            let end = site.at + site.word.len();
            let mark = Span::new(end - '、'.len_utf8(), end);
            let edit = Edit { span: mark, replacement: "，".to_owned() };
            let message = format!("“{}”后应当用逗号。", site.word.trim_end_matches('、'));
            checked.findings.push(ABOUT.finding(site.span(), message).fixed(vec![edit]));
        }
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
