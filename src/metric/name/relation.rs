//! Figures that are named by their relation to another: asides, ranks, changes, lists, growth.

use super::{Change, Namer, Naming, is_connector, plain};
use crate::metric::clause::Enclosure;
use crate::metric::grammar::Form;
use crate::metric::lexicon::{CHANGE_VERBS, GROWTH_VERBS};
use crate::metric::{phrase, rank};
use crate::text::scanner::is_blank;
use crate::text::unit::Dimension;
use crate::text::words::{Words, longest_prefix, longest_suffix, strip_suffix};

impl<'t> Namer<'t> {
    /// （**公顷） behind 用地项目: the aside measures the object before it (6).
    pub(super) fn bracketed(&mut self, index: usize, left: &str) -> Option<Naming> {
        let place = self.places[index];
        let alone = place.enclosure == Enclosure::Bracket
            && phrase::trim_trailing(phrase::trim_leading(left)).is_empty()
            && phrase::head(self.right(index).0, false).noun.is_empty();
        let own = self.before_bracket(index);
        if alone && !own.is_empty() {
            return Some(plain(own.to_owned()));
        }
        let owner = self.names.last().filter(|_| alone && index > 0)?;
        let noun = match self.found[index].dimension {
            Dimension::Area => "面积",
            Dimension::Money => "金额",
            Dimension::Length => "里程",
            Dimension::Ratio => "占比",
            _ => "",
        };
        Some(plain([&owner.name, noun].concat()))
    }

    /// The words before the bracket that measure `index` stands in, if no other measure has used
    /// them: 组织弃船演习（2次）.
    fn before_bracket(&self, index: usize) -> &'t str {
        let place = self.places[index];
        let from = (place.sentence.start as usize).max(self.state.consumed);
        let inside = place.clause.start as usize;
        let words = self.text.get(from..inside).unwrap_or_default();
        let words = words.strip_suffix(['（', '(']).unwrap_or_default();
        let words = phrase::nearest_before(words);
        let words = words.rsplit(['，', '；', '：', '。']).next().unwrap_or_default();
        phrase::trim_trailing(phrase::trim_leading(words))
    }

    /// 居全市第9位: indicator, scope, 排名 (10).
    pub(super) fn ranked(&mut self, index: usize, left: &'t str) -> Option<Naming> {
        if self.found[index].form != Form::Rank {
            return None;
        }
        let rank = rank::read(left);
        let own = phrase::trim_trailing(phrase::trim_leading(rank.indicator));
        let indicator = match own {
            "" if self.state.subject.is_empty() => {
                let place = self.places[index];
                let right =
                    &self.text[self.found[index].tail as usize..(place.sentence.end as usize)];
                rank::object_of_award(phrase::nearest_behind(right)).to_owned()
            }
            "" => self.state.subject.clone(),
            own => self.with_owner(own),
        };
        Some(plain([&indicator, rank.scope, "排名"].concat()))
    }

    /// 由2552万辆增至3230万辆: base and current share a name (1, "change").
    pub(super) fn changed(&mut self, index: usize, left: &'t str) -> Option<Naming> {
        if self.same_clause(index) && is_change(left) {
            self.state.used = 1;
            let name = self.state.group.first().cloned().unwrap_or_else(|| self.last_name());
            return Some(Naming { change: Some(Change::Current), ..plain(name) });
        }
        if let Some(naming) = self.compared_with(index, left) {
            return Some(naming);
        }
        let words = phrase::without_time_behind(left);
        let before = strip_suffix(words, &FROM)?;
        if !self.change_follows(index) && !changes_to(self.right(index).0) {
            return None;
        }
        let words = phrase::trim_trailing(phrase::trim_leading(before));
        let run = self.run_length(index);
        let naming = self.number_last(index, words, before, phrase::head("", false), run);
        self.remember(&naming);
        Some(Naming { change: Some(Change::Base), ..naming })
    }

    /// 较“十三五”末的9323.1亿元增加…: the figure that another is compared with.
    fn compared_with(&self, index: usize, left: &str) -> Option<Naming> {
        let words = left.trim_matches(is_blank);
        let compares = words.starts_with(['较', '比']) && words.ends_with('的');
        let rises = GROWTH_VERBS.iter().any(|(verb, _)| self.right(index).0.starts_with(verb));
        (compares && rises && !self.state.subject.is_empty())
            .then(|| Naming { change: Some(Change::Base), ..plain(self.state.subject.clone()) })
    }

    /// Whether the run of measures at `index` is followed by 增加到 and another measure.
    fn change_follows(&self, index: usize) -> bool {
        let next = index + self.run_length(index);
        self.found.get(next).is_some_and(|measure| {
            self.places[next].clause == self.places[index].clause && {
                let from = self.found[next - 1].tail as usize;
                is_change(&self.text[from..measure.span.start as usize])
            }
        })
    }

    /// A later figure of a parallel list: the next name of the group (9).
    pub(super) fn listed(&mut self, index: usize, left: &str) -> Option<Naming> {
        let previous =
            self.names.last().filter(|_| self.same_clause(index) && is_connector(left))?.clone();
        if !phrase::head(self.right(index).0, false).noun.is_empty() && previous.growth.is_none() {
            return None;
        }
        if let Some(name) = self.state.group.get(self.state.used) {
            let growth_verb = previous
                .name
                .strip_prefix(self.state.group[self.state.used - 1].as_str())
                .unwrap_or("");
            let name = [name, growth_verb].concat();
            self.state.used += 1;
            return Some(Naming {
                growth: previous.growth,
                change: previous.change,
                ..plain(name)
            });
        }
        Some(previous)
    }

    /// 同比增长13.3%: the change of an indicator (8).
    pub(super) fn grown(&mut self, index: usize, left: &'t str) -> Option<Naming> {
        let measure = &self.found[index];
        if matches!(measure.form, Form::Factor) {
            let subject = self.growth_subject(phrase::without_comparison(left), index);
            return Some(Naming { growth: Some(false), ..plain(subject) });
        }
        if measure.dimension == Dimension::Ratio && phrase::growth_behind(self.right(index).0) {
            let subject = self.growth_subject(left, index);
            return Some(Naming { growth: Some(false), ..plain([&subject, "增长"].concat()) });
        }
        let growth = phrase::growth(left)?;
        let follows =
            growth.subject.trim_matches(is_blank).is_empty() && !self.state.subject.is_empty();
        // 新增 and 减少 act on things; 提高 and 下降 only ever happen to amounts.
        let changes = ["提高", "增长", "下降", "提升", "上升", "回落", "净增", "净减", "再降"]
            .iter()
            .any(|verb| growth.verb.ends_with(verb));
        if measure.dimension != Dimension::Ratio && !growth.compares && !follows && !changes {
            return None;
        }
        let verb = growth.verb.replace("分别", "");
        let run = self.run_length(index);
        let own = phrase::trim_trailing(phrase::trim_leading(growth.subject));
        if own.is_empty() && run > 1 && self.state.group.len() == run {
            self.state.used = 1;
            return Some(Naming {
                growth: Some(growth.falls),
                ..plain([&self.state.group[0], verb.as_str()].concat())
            });
        }
        if own.is_empty() && run > 1 && self.state.levels.len() >= run {
            // 营业收入*亿元、利润总额*亿元，同比分别增长*%、*%: one growth for each level before.
            self.state.group = self.state.levels.split_off(self.state.levels.len() - run);
            self.state.used = 1;
            return Some(Naming {
                growth: Some(growth.falls),
                ..plain([&self.state.group[0], verb.as_str()].concat())
            });
        }
        let subject = if run > 1 && !own.is_empty() {
            let names = phrase::split_indicators(own, run);
            self.state.used = 1;
            self.state.group = names.unwrap_or_default();
            let first = self.state.group.first().cloned();
            first.unwrap_or_else(|| own.to_owned())
        } else {
            self.growth_subject(growth.subject, index)
        };
        Some(Naming { growth: Some(growth.falls), ..plain([&subject, verb.as_str()].concat()) })
    }

    /// Whose growth it is: the words before the verb, or the sentence's indicator.
    fn growth_subject(&mut self, words: &str, index: usize) -> String {
        let own = phrase::trim_light_verbs(phrase::trim_trailing(phrase::trim_leading(words)));
        if own.is_empty() {
            if self.state.subject.is_empty() {
                return self.label_before(index).to_owned();
            }
            return self.state.subject.clone();
        }
        let subject = self.with_owner(own);
        self.state.subject.clone_from(&subject);
        subject
    }
}

/// What opens a change: 由2552万辆增至3230万辆. Longer ones first.
static FROM: Words = Words::new(&[
    "由原来的", "从原来的", "由最初的", "从最初的", "由原先的", "从", "由", "自", "较", "比",
]);

/// 由2个工作日压缩至半天: a change whose end is no figure.
fn changes_to(right: &str) -> bool {
    longest_prefix(right, &CHANGE_VERBS)
        .is_some_and(|verb| right[verb.len()..].starts_with(['到', '至', '为']))
}

/// Whether `text` is 增加到, 提高至, 增至.
fn is_change(text: &str) -> bool {
    let words = phrase::without_time_behind(text).trim_matches(is_blank);
    let Some(body) =
        ["到", "至", "为", "成", "到了"].into_iter().find_map(|word| words.strip_suffix(word))
    else {
        return false;
    };
    let body = body.trim_start_matches(['，', '、', '的']);
    CHANGE_VERBS.contains(body)
        || longest_suffix(body, &CHANGE_VERBS)
            .is_some_and(|verb| body.chars().count() <= verb.chars().count() + 2)
}
