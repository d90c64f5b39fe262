//! Next year's template (模板): the report with its figures blank again.

use crate::analysis::{PlacedMetric, Session};
use crate::document::Edit;
use crate::draft::Draft;
use crate::metric::MetricKind;
use crate::placeholder::{PlaceholderType, Severity};
use crate::text::Span;
use crate::text::chinese_numeral::{self, is_numeral};
use crate::text::order;
use crate::text::scanner::{self, is_digit};
use serde::{Deserialize, Serialize};
use std::rc::Rc;

/// What stands where a figure stood.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mask {
    /// The convention of [`crate::placeholder::CONVENTIONS`] that it is read by.
    pub convention: &'static str,
    /// The mask.
    pub token: &'static str,
    /// What stands for the last two digits of a year.
    pub year: &'static str,
}

/// The conventions to choose from. The first is the usual one.
pub const MASKS: &[Mask] = &[
    Mask { convention: "star", token: "*", year: "**" },
    Mask { convention: "cross", token: "××", year: "××" },
    Mask { convention: "letter-x", token: "XX", year: "XX" },
    Mask { convention: "underscore", token: "____", year: "__" },
    Mask { convention: "circle", token: "○○", year: "○○" },
    Mask { convention: "empty-bracket", token: "（　　）", year: "XX" },
];

/// What becomes blank.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct TemplateOptions {
    /// Which of [`MASKS`]; one that is not there is the first.
    pub mask: usize,
    /// Whether ranks (全市第3位) become blank too.
    pub ranks: bool,
    /// Whether the years of dates become blank too: 20**年.
    pub years: bool,
}

/// A template.
#[derive(Clone, Debug)]
pub struct Template {
    /// What is to change in the text with its values put in, see [`Draft::filled_text`].
    pub edits: Vec<Edit>,
    /// How many figures became blank.
    pub figures: usize,
    /// The template itself, on which nothing is done yet.
    pub draft: Draft,
}

/// The template of a draft: every figure that somebody has to look up again is a blank, unit and 余
/// stay. Slogans, document numbers and what is open already stay as they are.
#[must_use]
pub fn template(draft: &Draft, options: TemplateOptions) -> Template {
    let filled = filled(draft);
    let mask = MASKS.get(options.mask).unwrap_or(&MASKS[0]);
    let mut spans = figures(&filled, options);
    order::sort_by_key(&mut spans, |span| *span);
    spans.dedup();
    let figures = spans.len();
    let mask_at = |span| Edit { span, replacement: mask.token.to_owned() };
    let mut edits: Vec<Edit> = spans.into_iter().map(mask_at).collect();
    if options.years {
        edits.extend(years(&filled.document().text, mask.year));
        order::sort_by_key(&mut edits, |edit| edit.span);
        let mut end = 0;
        edits.retain(|edit| {
            let free = edit.span.start >= end;
            end = end.max(edit.span.end);
            free
        });
    }
    let draft = Draft::new(Rc::new(filled.edited(&edits)));
    Template { edits, figures, draft }
}

/// The report with its values put in.
fn filled(draft: &Draft) -> Session {
    draft.session().edited(&draft.value_edits(draft.whole()).collect::<Vec<_>>())
}

/// The places of the figures.
fn figures(session: &Session, options: TemplateOptions) -> Vec<Span> {
    let text = &session.document().text;
    let metrics = session.analysis().metrics.iter();
    let wanted = metrics.filter(|metric| {
        let fact = &metric.at.fact;
        fact.blank.is_none()
            && fact.value.is_some()
            && (options.ranks || fact.kind != MetricKind::Rank)
    });
    wanted.flat_map(|metric| numerals(text, metric)).collect()
}

/// The numerals of a measure before its unit: one, or two of a range.
fn numerals(text: &str, metric: &PlacedMetric) -> Vec<Span> {
    let span = metric.at.place(metric.at.fact.span);
    let measure = span.of(text);
    let figure = measure.strip_suffix(metric.at.fact.unit.as_str()).unwrap_or(measure);
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(c) = scanner::after(figure, at) {
        let len = numeral_len(&figure[at..]);
        if len > 0 {
            found.push(Span::new(at, at + len).shift(span.start));
        }
        at += len.max(c.len_utf8());
    }
    found
}

/// The length of the numeral that begins `text`, 0 if there is none.
fn numeral_len(text: &str) -> usize {
    let digits = scanner::run(text, |c| is_digit(c) || matches!(c, '.' | '．' | ',' | '，'));
    if text.starts_with(is_digit) {
        return text[..digits].trim_end_matches(|c| !is_digit(c)).len();
    }
    if text.starts_with(is_numeral) {
        return chinese_numeral::read(text).map_or(0, |numeral| numeral.len);
    }
    0
}

/// The years of dates: 2024年 becomes 20**年.
fn years<'t>(text: &'t str, mask: &'t str) -> impl Iterator<Item = Edit> {
    text.match_indices('年').filter_map(move |(at, _)| {
        let start = scanner::run_back(&text[..at], |c| c.is_ascii_digit());
        let year = &text[start..at];
        let dated = year.len() == 4 && (year.starts_with("19") || year.starts_with("20"));
        dated.then(|| Edit { span: Span::new(start + 2, at), replacement: mask.to_owned() })
    })
}

impl Template {
    /// How many figures of the template are blank, those that were so before among them.
    #[must_use]
    pub fn blanks(&self) -> usize {
        let blanks = self.draft.session().analysis().placeholders.iter();
        let figures = blanks.filter(|blank| {
            let fact = &blank.at.fact;
            fact.severity == Severity::Fill && fact.kind == PlaceholderType::Number
        });
        figures.count()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::{Document, Source};
    use crate::placeholder::CONVENTIONS;

    fn draft(text: &str) -> Draft {
        let document = Document::from_text(Source::default(), text.to_owned());
        Draft::new(Rc::new(Session::new(document)))
    }

    #[track_caller]
    fn check(options: TemplateOptions, text: &str, expected: &str) {
        let template = template(&draft(text), options);
        assert_eq!(template.draft.text(), expected);
        assert_eq!(template.draft.filled_text(), expected);
    }

    #[test]
    fn figures_become_blank_and_units_stay() {
        let usual = TemplateOptions::default();
        check(usual, "开展检查35余次，完成投资1,200.5万元。", "开展检查*余次，完成投资*万元。");
        check(usual, "新增就业10至20万人。", "新增就业*至*万人。");
        check(
            usual,
            "增强“四个意识”，落实“一岗双责”，2024年第3批。",
            "增强“四个意识”，落实“一岗双责”，2024年第3批。",
        );
        check(usual, "改造校舍十二栋。", "改造校舍*栋。");
        check(usual, "国发〔2022〕5号文件，完成*户。", "国发〔2022〕5号文件，完成*户。");
        check(usual, "综合考核居全市第3位。", "综合考核居全市第3位。");
    }

    #[test]
    fn ranks_and_years_become_blank_when_asked() {
        let ranks = TemplateOptions { ranks: true, ..TemplateOptions::default() };
        check(ranks, "综合考核居全市第3位。", "综合考核居全市第*位。");
        let years = TemplateOptions { years: true, mask: 2, ..TemplateOptions::default() };
        check(years, "2024年完成投资3亿元。", "20XX年完成投资XX亿元。");
    }

    #[test]
    fn values_become_blank_again() {
        let mut draft = draft("开展检查*余次。");
        draft.fill(0, "35", "").unwrap();
        assert_eq!(template(&draft, TemplateOptions::default()).draft.text(), "开展检查*余次。");
    }

    #[test]
    fn each_mask_is_read_by_its_convention() {
        for (index, mask) in MASKS.iter().enumerate() {
            assert!(CONVENTIONS.iter().any(|row| row.id == mask.convention));
            let options =
                TemplateOptions { mask: index, years: true, ..TemplateOptions::default() };
            let template = template(&draft("2024年完成投资35亿元。"), options);
            let blanks = &template.draft.session().analysis().placeholders;
            let conventions: Vec<&str> = blanks.iter().map(|b| &*b.at.fact.convention).collect();
            assert_eq!(conventions, ["year-mask", mask.convention], "{}", template.draft.text());
        }
    }
}
