//! Indicator names (指标名称): which words beside a measure say what it counts.
//! Specification §2.6, whose numbers the comments cite.

mod amount;
mod relation;

use crate::metric::clause::Place;
use crate::metric::grammar::Found;
use crate::metric::phrase::{self};
use crate::text::scanner::{is_blank, is_han};
use crate::text::words::{Words, longest_suffix};

/// What the words beside a measure say of it.
#[derive(Clone, Debug, Default)]
pub(in crate::metric) struct Naming {
    /// Short name.
    pub(in crate::metric) name: String,
    /// Name with every modifier.
    pub(in crate::metric) full_name: String,
    /// Whether it is a change, and whether that goes down.
    pub(in crate::metric) growth: Option<bool>,
    /// Whether it is where a change started or ended.
    pub(in crate::metric) change: Option<Change>,
}

/// The two ends of 由…增加到….
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::metric) enum Change {
    Base,
    Current,
}

/// Names the measures of one block.
pub(in crate::metric) fn name_all(text: &str, found: &[Found], places: &[Place]) -> Vec<Naming> {
    let mut namer = Namer {
        text,
        found,
        places,
        names: Vec::with_capacity(found.len()),
        state: State::default(),
    };
    for index in 0..found.len() {
        namer.step(index);
    }
    namer.names
}

/// What is carried from measure to measure inside a sentence.
#[derive(Default)]
struct State {
    /// The indicator that growth and ranks without one of their own refer to (8, 10).
    subject: String,
    /// The head noun of the sentence's first measure, without predicate (7).
    topic: String,
    /// The verb that siblings inherit (5).
    verb: String,
    /// What stood before the last number that came before its noun: 涉及3个镇12个村.
    front: String,
    /// Names of a parallel list, which a later 分别 refers to (9).
    group: Vec<String>,
    /// The levels named so far in the sentence.
    levels: Vec<String>,
    /// How many of the group are used.
    used: usize,
    /// Where the words begin that no name has used yet.
    consumed: usize,
}

struct Namer<'t> {
    text: &'t str,
    found: &'t [Found],
    places: &'t [Place],
    names: Vec<Naming>,
    state: State,
}

impl<'t> Namer<'t> {
    /// Names the measure at `index`.
    fn step(&mut self, index: usize) {
        let place = self.places[index];
        if index == 0 || self.places[index - 1].sentence != place.sentence {
            self.state = State::default();
        }
        let left = self.left(index);
        let naming = self
            .bracketed(index, left)
            .or_else(|| self.ranked(index, left))
            .or_else(|| self.changed(index, left))
            .or_else(|| self.listed(index, left))
            .or_else(|| self.grown(index, left))
            .unwrap_or_else(|| self.counted(index, left));
        self.state.consumed = self.state.consumed.max(self.found[index].tail as usize);
        self.names.push(naming);
    }

    /// The words before a measure that are its own.
    fn left(&self, index: usize) -> &'t str {
        let start = self.places[index].clause.start as usize;
        let end = self.found[index].span.start as usize;
        let from = start.max(self.state.consumed);
        if from < end { phrase::nearest_before(&self.text[from..end]) } else { "" }
    }

    /// The words behind a measure, up to the next one or the end of the clause.
    fn right(&self, index: usize) -> (&'t str, bool) {
        let from = self.found[index].tail as usize;
        let clause_end = self.places[index].clause.end as usize;
        let next = self.found.get(index + 1).map_or(usize::MAX, |next| next.span.start as usize);
        let more = next < clause_end;
        let to = clause_end.min(next);
        if from < to { (phrase::nearest_behind(&self.text[from..to]), more) } else { ("", more) }
    }

    /// Whether measure `index` stands in the clause of the one before it.
    fn same_clause(&self, index: usize) -> bool {
        index > 0 && self.places[index - 1].clause == self.places[index].clause
    }

    /// How many measures from `index` on stand in a row with only 、 or 和 between: 4.9%、6.8%.
    fn run_length(&self, index: usize) -> usize {
        let mut end = index + 1;
        while self.same_clause(end.min(self.found.len() - 1))
            && end < self.found.len()
            && end - index < 16
        {
            let from = self.found[end - 1].tail as usize;
            let to = self.found[end].span.start as usize;
            if from > to || !is_connector(&self.text[from..to]) {
                break;
            }
            end += 1;
        }
        end - index
    }

    /// The label before a colon, or the clause before a comma: 参会人数：120人.
    fn label_before(&self, index: usize) -> &'t str {
        let place = self.places[index];
        if !matches!(place.delimiter, '：' | ':' | '，') {
            return "";
        }
        let from = place.sentence.start as usize;
        let to = (place.clause.start as usize).saturating_sub(place.delimiter.len_utf8());
        if from >= to || !self.text.is_char_boundary(to) {
            return "";
        }
        let label = phrase::nearest_before(&self.text[from..to])
            .rsplit(['，', '；', '：', '、'])
            .next()
            .unwrap_or("");
        let mut label = phrase::trim_trailing(phrase::trim_leading(label));
        if place.delimiter == '，' {
            // 最大降雨量出现在6月28日，达到97毫米: the clause before is about its noun.
            label = phrase::head(label, true).noun;
        }
        if label.chars().count() <= 20 { label } else { "" }
    }

    /// The nearest cell with words before the measure's own in a row that was pasted with tabs:
    /// 社区食堂⇥4个⇥100%.
    fn cell_before(&self, index: usize) -> &'t str {
        let start = self.places[index].clause.start as usize;
        let row = phrase::nearest_before(&self.text[..start]);
        let row = row.rsplit('\n').next().unwrap_or_default();
        let words =
            |cell: &&str| cell.chars().next().is_some_and(is_han) && cell.chars().count() > 1;
        row.rsplit('\t').skip(1).find(words).unwrap_or_default()
    }

    /// Everything to the end of the clause, measures included.
    fn right_to_clause_end(&self, index: usize) -> &'t str {
        let from = self.found[index].tail as usize;
        let to = (self.places[index].clause.end as usize).max(from);
        phrase::nearest_behind(&self.text[from..to])
    }

    fn last_name(&self) -> String {
        match self.names.last() {
            Some(naming) if naming.growth.is_none() && !naming.name.ends_with("排名") => {
                naming.name.clone()
            }
            _ => self.state.subject.clone(),
        }
    }

    /// Remembers what later measures of the sentence refer to.
    fn remember(&mut self, naming: &Naming) {
        let name = naming.name.as_str();
        if let Some(verb) = phrase::leading_verb(name) {
            let end = name.find(verb).map_or(0, |at| at + verb.len());
            name[..end].clone_into(&mut self.state.verb);
        } else {
            self.state.verb.clear();
        }
        if self.state.topic.is_empty() {
            without_state(name).clone_into(&mut self.state.topic);
        }
        if !name.is_empty() {
            name.clone_into(&mut self.state.subject);
            if self.state.levels.len() < 16 {
                self.state.levels.push(name.to_owned());
            }
        }
    }
}

/// The longest name, in bytes.
const LONGEST: usize = 400;

/// A naming with one name for both.
fn plain(name: String) -> Naming {
    // Names build on names (…增速…增速); none may grow without end.
    // A logical line may hold a soft line break with an indent behind it.
    let name = if name.contains('\n') { name.split_whitespace().collect() } else { name };
    let name = if name.len() > LONGEST { phrase::nearest_before(&name).to_owned() } else { name };
    Naming { full_name: name.clone(), name, growth: None, change: None }
}

/// Whether `text` is only 、, 和 or the like.
fn is_connector(text: &str) -> bool {
    matches!(text.trim_matches(is_blank), "、" | "和" | "及" | "与" | "以及" | "、和")
}

/// 违建存量, 案件立案: the thing without its state.
fn without_state(name: &str) -> &str {
    static STATES: Words = Words::new(&["立案", "存量", "总数", "总量", "数量", "累计"]);
    let rest =
        longest_suffix(name, &STATES).map_or(name, |state| &name[..name.len() - state.len()]);
    if rest.is_empty() { name } else { rest }
}
