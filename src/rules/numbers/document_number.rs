//! U11. The form of document numbers: 〔2022〕1号 (specification §5.4).

use crate::citation::CitationKind;
use crate::document::Edit;
use crate::rules::{About, BlockView, Checked, Fix, Group, Rule, Severity, deletion};
use crate::text::Span;

pub(in crate::rules) struct DocumentNumber;

const ABOUT: About = About {
    id: "document-number",
    title: "发文字号写法",
    group: Group::Numbers,
    on: true,
    severity: Severity::Warning,
    why: "发文字号的年份用六角括号“〔〕”，序号前不加“第”，不编虚位。",
    source: "GB/T 9704 7.2.5",
    fix: Fix::Sometimes,
    bad: &[
        "按照国发[2022]1号文件要求",
        "按照县政发（2022）15号要求",
        "按照国发〔2022〕01号文件要求",
    ],
    good: &["按照国发〔2022〕1号文件要求"],
};

impl Rule for DocumentNumber {
    fn about(&self) -> &'static About {
        &ABOUT
    }

    fn check_block(&self, block: &BlockView<'_>, checked: &mut Checked) {
        let numbers = block.citations.iter().filter(|cited| cited.kind == CitationKind::Number);
        for span in numbers.map(|cited| cited.span) {
            let edits: Vec<Edit> = span
                .of(block.text)
                .char_indices()
                .filter_map(|(at, c)| {
                    let place = Span::new(at, at + c.len_utf8()).shift(span.start);
                    let wide = |mark: &str| Edit { span: place, replacement: mark.to_owned() };
                    match c {
                        '[' | '［' | '（' | '(' | '【' => Some(wide("〔")),
                        ']' | '］' | '）' | ')' | '】' => Some(wide("〕")),
                        '第' => Some(deletion(place)),
                        _ => None,
                    }
                })
                .collect();
            let padded = span.of(block.text).contains(['〕', ']', '）', ')', '】'])
                && serial(span.of(block.text)).starts_with('0');
            if !edits.is_empty() {
                let message = "发文字号应当写作“〔年份〕序号”，如〔2022〕1号。";
                checked.findings.push(ABOUT.finding(span, message).fixed(edits));
            } else if padded {
                checked.findings.push(ABOUT.finding(span, "发文字号的序号不编虚位，1不写作01。"));
            }
        }
    }
}

/// What stands behind the year's bracket.
fn serial(number: &str) -> &str {
    number.rsplit(['〕', ']', '）', ')', '】']).next().unwrap_or_default()
}
