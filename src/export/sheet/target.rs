//! What rows are about: every blank that is to be filled in, every figure that could be confirmed.

use super::identity::{self, Id};
use crate::analysis::{Analysis, PlacedPlaceholder};
use crate::draft::Draft;
use crate::export::sentence;
use crate::metric::{Metric, Value};
use crate::placeholder::PlaceholderType;
use crate::text::scanner::{fold, is_digit};
use crate::text::{Decimal, Span};
use std::collections::BTreeSet;

/// What a row is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Subject {
    /// A blank, by its index; the first of its group.
    Blank(u32),
    /// A metric whose figure stands in the text, by its index.
    Metric(u32),
}

/// What a row is about, in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub(super) subject: Subject,
    /// Where it stands: the blank, or the measure.
    pub(super) span: Span,
    pub(super) id: Id,
}

/// Everything a row could be about, in reading order. Blanks that take the same value are one.
pub(super) fn targets(draft: &Draft) -> Vec<Target> {
    let analysis = draft.session().analysis();
    let document = draft.session().document();
    let mut groups = BTreeSet::new();
    let blanks = draft.open_blanks().filter(|(_, blank)| {
        let fact = &blank.at.fact;
        let group = fact.group.as_deref().filter(|_| fact.kind != PlaceholderType::Number);
        group.is_none_or(|group| groups.insert(group.to_owned()))
    });
    let mut found: Vec<(Span, Subject)> =
        blanks.map(|(index, blank)| (place(blank), Subject::Blank(index))).collect();
    let metrics = (0_u32..).zip(&analysis.metrics);
    let metrics = metrics.filter(|(_, m)| m.at.fact.value.is_some() && m.placeholder.is_none());
    found.extend(metrics.map(|(index, m)| (m.at.place(m.at.fact.span), Subject::Metric(index))));
    crate::text::order::sort_by_key(&mut found, |(span, _)| *span);
    let places: Vec<(char, Span)> = found
        .iter()
        .map(|&(span, subject)| {
            (if matches!(subject, Subject::Blank(_)) { 'b' } else { 'm' }, span)
        })
        .collect();
    let ids = identity::of_places(document, &places);
    let title = identity::of_title(&title(draft));
    let target =
        |((span, subject), place)| Target { subject, span, id: Id { place, ..title.clone() } };
    found.into_iter().zip(ids).map(target).collect()
}

/// The title of the report; "" if it has none.
pub(super) fn title(draft: &Draft) -> String {
    let title = draft.session().analysis().outline.frame.title;
    title.map(|title| title.of(draft.text()).split_whitespace().collect()).unwrap_or_default()
}

fn place(blank: &PlacedPlaceholder) -> Span {
    blank.at.place(blank.at.fact.span)
}

impl Target {
    /// The blank, if it is one.
    pub(super) fn blank<'a>(&self, analysis: &'a Analysis) -> Option<&'a PlacedPlaceholder> {
        let Subject::Blank(index) = self.subject else { return None };
        analysis.placeholders.get(index as usize)
    }

    /// The metric it is, or whose figure is missing.
    pub(super) fn metric<'a>(&self, analysis: &'a Analysis) -> Option<&'a Metric> {
        let index = match self.subject {
            Subject::Blank(_) => self.blank(analysis)?.metric?,
            Subject::Metric(index) => index,
        };
        analysis.metrics.get(index as usize).map(|metric| &*metric.at.fact)
    }

    /// The name of the indicator, or of what is missing.
    pub(super) fn name(&self, draft: &Draft) -> String {
        let analysis = draft.session().analysis();
        match self.subject {
            Subject::Blank(index) => analysis.blank_name(index),
            Subject::Metric(_) => {
                let metric = self.metric(analysis);
                let names = metric.map(|m| [m.name.as_str(), &m.full_name]).unwrap_or_default();
                let name = names.into_iter().find(|name| !name.is_empty());
                name.unwrap_or_else(|| self.span.of(draft.text())).to_owned()
            }
        }
    }

    /// The unit of its figure.
    pub(super) fn unit<'a>(&self, draft: &'a Draft) -> &'a str {
        let analysis = draft.session().analysis();
        match self.subject {
            Subject::Blank(index) => analysis.blank_unit(index),
            Subject::Metric(_) => self.metric(analysis).map_or("", |metric| &metric.unit),
        }
    }

    /// The index of its section.
    pub(super) fn section(&self, analysis: &Analysis) -> Option<u32> {
        match self.subject {
            Subject::Blank(_) => self.blank(analysis)?.at.section,
            Subject::Metric(index) => analysis.metrics.get(index as usize)?.at.section,
        }
    }

    /// The sentence: the words before it, it, the words after it. Of a measure only the figure is it.
    pub(super) fn sentence(&self, draft: &Draft) -> [String; 3] {
        let figure = self.figure(draft).unwrap_or(self.span);
        sentence::around(draft.session().document(), figure)
    }

    /// What stands there now: the value of the blank, or the figure as printed.
    pub(super) fn current(&self, draft: &Draft) -> String {
        match self.subject {
            Subject::Blank(_) => draft.value(self.span).unwrap_or_default().to_owned(),
            Subject::Metric(_) => {
                self.figure(draft).unwrap_or(self.span).of(draft.text()).replace('\n', "")
            }
        }
    }

    /// The place of the digits of a metric that is one figure: 1,234.5 of 约1,234.5万元. A range, a
    /// fraction, a figure in Chinese numerals has none.
    pub(super) fn figure(&self, draft: &Draft) -> Option<Span> {
        let Subject::Metric(_) = self.subject else { return None };
        let Some(Value::Figure(figure)) = &self.metric(draft.session().analysis())?.value else {
            return None;
        };
        let text = self.span.of(draft.text());
        let start = text.find(is_digit)?;
        let part = |c: char| is_digit(c) || matches!(fold(c), '.' | ',');
        let end = text[start..].find(|c| !part(c)).map_or(text.len(), |length| start + length);
        let digits = text[start..end].trim_end_matches(|c| !is_digit(c));
        let end = start + digits.len();
        let same = Decimal::parse(digits)?.compare(figure.magnitude()).is_eq();
        let alone = !text[end..].contains(is_digit);
        (same && alone).then(|| Span::new(start, end).shift(self.span.start))
    }
}
