//! Filtering: words and criteria, and what there is to choose from.

use super::super::desk::Desk;
use super::super::outline_tree::{section_label, section_title, subtree_end};
use super::criterion::{Criterion, FIXED, Facet};
use super::value::fact;
use crate::text::scanner::fold;

/// A filter offers the sections of the deepest level of which there are at most so many in all: a
/// list of a thousand is no help.
const MOST_SECTIONS: usize = 60;

/// Which metrics are shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MetricFilter {
    /// Words that must all occur in the name, the unit, the value or the section.
    pub query: String,
    /// At most one choice of each facet; all must be met.
    pub criteria: Vec<Criterion>,
}

impl MetricFilter {
    /// What is chosen of `facet`.
    #[must_use]
    pub fn chosen(&self, facet: Facet) -> Option<Criterion> {
        self.criteria.iter().copied().find(|criterion| criterion.facet() == facet)
    }

    /// Chooses of `facet`; `None` lifts the restriction.
    pub fn choose(&mut self, facet: Facet, choice: Option<Criterion>) {
        self.criteria.retain(|criterion| criterion.facet() != facet);
        self.criteria.extend(choice.filter(|criterion| criterion.facet() == facet));
    }

    /// Whether it lets everything through.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.criteria.is_empty() && self.query.trim().is_empty()
    }
}

/// A filter made ready for the metrics of one report.
pub(super) struct Sieve<'a> {
    desk: &'a Desk,
    filter: &'a MetricFilter,
    sections_end: u32,
    terms: Vec<Term>,
}

/// A word to search for.
struct Term {
    /// Its characters, each [`plain`].
    word: Vec<char>,
    /// Whether number or title of each section mentions it; the last one is the room before the
    /// first section. Looked up once: many metrics share a section.
    in_section: Vec<bool>,
}

impl<'a> Sieve<'a> {
    pub(super) fn new(desk: &'a Desk, filter: &'a MetricFilter) -> Self {
        let sections_end = match filter.chosen(Facet::Section) {
            Some(Criterion::Section(first)) => subtree_end(desk, first),
            _ => 0,
        };
        let terms = filter.query.split_whitespace().map(|word| Term::new(desk, word)).collect();
        Self { desk, filter, sections_end, terms }
    }

    /// Whether metric `index` is let through.
    pub(super) fn passes(&self, index: u32) -> bool {
        let met = |criterion: &Criterion| criterion.is_met(self.desk, index, self.sections_end);
        self.filter.criteria.iter().all(met) && self.mentions(index)
    }

    /// The facet that alone keeps metric `index` out: `Ok(None)` if it passes, `Err` if there are
    /// several, or a word is missing.
    fn only_obstacle(&self, index: u32) -> Result<Option<Facet>, ()> {
        let unmet = |criterion: &&Criterion| {
            let met = criterion.is_met(self.desk, index, self.sections_end);
            !met
        };
        let mut obstacles = self.filter.criteria.iter().filter(unmet);
        let first = obstacles.next().map(|criterion| criterion.facet());
        if obstacles.next().is_some() || !self.mentions(index) { Err(()) } else { Ok(first) }
    }

    /// Whether the row of metric `index` mentions every word.
    fn mentions(&self, index: u32) -> bool {
        self.terms.iter().all(|term| term.occurs_in(self.desk, index))
    }
}

impl Term {
    fn new(desk: &Desk, word: &str) -> Self {
        let word: Vec<char> = word.chars().map(plain).collect();
        let sections = desk.analysis().outline.sections.len() as u32;
        let in_section = (0..sections).map(Some).chain([None]).map(|section| {
            holds(section_title(desk, section), &word)
                || holds(&section_label(desk, section), &word)
        });
        Self { in_section: in_section.collect(), word }
    }

    fn occurs_in(&self, desk: &Desk, index: u32) -> bool {
        let metric = fact(desk, index);
        let at = &desk.metrics()[index as usize].at;
        let last = self.in_section.len() - 1;
        let section = at.section.map_or(last, |section| (section as usize).min(last));
        self.in_section[section]
            || holds(&metric.full_name, &self.word)
            || holds(&metric.name, &self.word)
            || holds(&metric.unit, &self.word)
            || holds(at.place(metric.span).of(desk.text()), &self.word)
    }
}

/// A character as the search sees it: one width, one case.
fn plain(c: char) -> char {
    fold(c).to_ascii_lowercase()
}

/// Whether `text` holds `term`, which is in [`plain`] characters.
fn holds(text: &str, term: &[char]) -> bool {
    text.char_indices().any(|(at, _)| {
        let mut rest = text[at..].chars().map(plain);
        term.iter().all(|c| rest.next() == Some(*c))
    })
}

/// Something to choose, and how many metrics it would leave.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choice {
    /// What is chosen.
    pub criterion: Criterion,
    /// How many metrics meet it and the rest of the filter.
    pub count: u32,
}

/// What there is to choose beside the rest of `filter`, facet by facet; only what occurs, and what
/// is chosen already. One pass: a metric counts for a facet if nothing but that facet's own choice
/// keeps it out.
#[must_use]
pub fn choices(desk: &Desk, filter: &MetricFilter) -> Vec<Choice> {
    let sieve = Sieve::new(desk, filter);
    let mut sections = vec![0_u32; desk.analysis().outline.sections.len()];
    let mut fixed = [0_u32; FIXED.len()];
    for index in 0..desk.metrics().len() as u32 {
        let Ok(obstacle) = sieve.only_obstacle(index) else { continue };
        let counts = |facet: Facet| obstacle.is_none_or(|only| only == facet);
        let section = desk.metrics()[index as usize].at.section.filter(|_| counts(Facet::Section));
        if let Some(count) = section.and_then(|section| sections.get_mut(section as usize)) {
            *count += 1;
        }
        for (criterion, count) in FIXED.iter().zip(&mut fixed) {
            *count += u32::from(counts(criterion.facet()) && criterion.is_met(desk, index, 0));
        }
    }
    let offered = |choice: &Choice| choice.count > 0 || filter.criteria.contains(&choice.criterion);
    let fixed = FIXED.iter().zip(fixed).map(|(&criterion, count)| Choice { criterion, count });
    section_choices(desk, sections).into_iter().chain(fixed).filter(offered).collect()
}

/// The sections to offer, where `own` counts the metrics of each section alone.
fn section_choices(desk: &Desk, mut own: Vec<u32>) -> Vec<Choice> {
    let sections = &desk.analysis().outline.sections;
    for (index, section) in sections.iter().enumerate().rev() {
        // A parent has the smaller index; anything else would count twice.
        if let Some(parent) = section.parent.filter(|&parent| (parent as usize) < index) {
            own[parent as usize] += own[index];
        }
    }
    let up_to = |depth: u8| sections.iter().filter(|section| section.depth <= depth).count();
    let depth = [3, 2].into_iter().find(|&depth| up_to(depth) <= MOST_SECTIONS).unwrap_or(1);
    (0_u32..)
        .zip(sections)
        .filter(|(_, section)| section.depth <= depth)
        .map(|(index, _)| Choice {
            criterion: Criterion::Section(index),
            count: own[index as usize],
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::super::super::sample::desk;
    use super::super::order::metric_order;
    use super::*;
    use crate::metric::Status;
    use crate::text::unit::Dimension;

    #[track_caller]
    fn check(query: &str, criteria: &[Criterion], expected: &[u32]) {
        let filter = MetricFilter { query: query.to_owned(), criteria: criteria.to_vec() };
        assert_eq!(metric_order(&desk(), &filter, None, &str::cmp), expected);
    }

    #[test]
    fn filters_by_words_of_any_column() {
        check("", &[], &[0, 1, 2]);
        check("心得", &[], &[0]);
        check("亿元", &[], &[2]);
        check("３２", &[], &[0]);
        check("城区 投资", &[], &[2]);
        check("没有", &[], &[]);
    }

    #[test]
    fn filters_by_every_facet() {
        check("", &[Criterion::Open(true)], &[1, 2]);
        check("", &[Criterion::Open(false)], &[0]);
        check("", &[Criterion::Section(0)], &[0, 1, 2]);
        check("", &[Criterion::Section(1)], &[2]);
        check("", &[Criterion::Dimension(Dimension::Money)], &[2]);
        check("", &[Criterion::Status(Status::Done)], &[0, 1]);
        check("对接", &[Criterion::Open(false)], &[]);
        check("", &[Criterion::Open(true), Criterion::Dimension(Dimension::Count)], &[1]);
    }

    #[test]
    fn a_facet_has_one_choice() {
        let mut filter = MetricFilter::default();
        filter.choose(Facet::Open, Some(Criterion::Open(true)));
        filter.choose(Facet::Open, Some(Criterion::Open(false)));
        assert_eq!(filter.criteria, [Criterion::Open(false)]);
        filter.choose(Facet::Open, None);
        assert!(filter.is_empty());
    }

    /// What is offered of `facet` with how many metrics.
    fn offered(filter: &MetricFilter, facet: Facet) -> Vec<(Criterion, u32)> {
        let choices = choices(&desk(), filter);
        let of_facet = choices.iter().filter(|choice| choice.criterion.facet() == facet);
        of_facet.map(|choice| (choice.criterion, choice.count)).collect()
    }

    #[test]
    fn offers_what_occurs_and_what_it_would_leave() {
        let all = MetricFilter::default();
        assert_eq!(
            offered(&all, Facet::Section),
            [(Criterion::Section(0), 3), (Criterion::Section(1), 1), (Criterion::Section(2), 1)]
        );
        let (count, money) =
            (Criterion::Dimension(Dimension::Count), Criterion::Dimension(Dimension::Money));
        assert_eq!(offered(&all, Facet::Dimension), [(money, 1), (count, 2)]);
        // The own choice of a facet does not empty its list, those of the others thin it out.
        let open = MetricFilter { criteria: vec![Criterion::Open(false)], ..all };
        assert_eq!(
            offered(&open, Facet::Open),
            [(Criterion::Open(true), 2), (Criterion::Open(false), 1)]
        );
        assert_eq!(offered(&open, Facet::Dimension), [(count, 1)]);
    }
}
