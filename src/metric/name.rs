//! Indicator names (指标名称): which words beside a measure say what it counts.
//! Specification §2.6, whose numbers the comments cite.

use super::clause::{Enclosure, Place};
use super::grammar::{Form, Found};
use super::lexicon::{
    CHANGE_VERBS, CONTINUING, DIMENSION_NOUNS, LIGHT_VERBS, REACHING, longest_prefix,
    longest_suffix, starts_with_any,
};
use super::phrase::{self, Head};
use super::rank;
use crate::text::scanner::{is_blank, is_han};
use crate::text::unit::Dimension;

/// What the words beside a measure say of it.
#[derive(Clone, Debug, Default)]
pub(super) struct Naming {
    /// Short name.
    pub(super) name: String,
    /// Name with every modifier.
    pub(super) full_name: String,
    /// Whether it is a change, and whether that goes down.
    pub(super) growth: Option<bool>,
    /// Whether it is where a change started or ended.
    pub(super) change: Option<Change>,
}

/// The two ends of 由…增加到….
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Change {
    Base,
    Current,
}

/// Names the measures of one block.
pub(super) fn name_all(text: &str, found: &[Found], places: &[Place]) -> Vec<Naming> {
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

    /// （**公顷） behind 用地项目: the aside measures the object before it (6).
    fn bracketed(&mut self, index: usize, left: &str) -> Option<Naming> {
        let place = self.places[index];
        let alone = place.enclosure == Enclosure::Bracket
            && phrase::trim_trailing(phrase::trim_leading(left)).is_empty()
            && phrase::head(self.right(index).0, false).noun.is_empty();
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

    /// 居全市第9位: indicator, scope, 排名 (10).
    fn ranked(&mut self, index: usize, left: &'t str) -> Option<Naming> {
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
    fn changed(&mut self, index: usize, left: &'t str) -> Option<Naming> {
        if self.same_clause(index) && is_change(left) {
            self.state.used = 1;
            let name = self.state.group.first().cloned().unwrap_or_else(|| self.last_name());
            return Some(Naming { change: Some(Change::Current), ..plain(name) });
        }
        if let Some(naming) = self.compared_with(index, left) {
            return Some(naming);
        }
        let words = phrase::without_time_behind(left);
        let before = FROM.iter().find_map(|word| words.strip_suffix(word))?;
        if !self.change_follows(index) {
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
        let rises = super::lexicon::GROWTH_VERBS
            .iter()
            .any(|(verb, _)| self.right(index).0.starts_with(verb));
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

    /// A later figure of a parallel list: the next name of the group (9).
    fn listed(&mut self, index: usize, left: &str) -> Option<Naming> {
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
    fn grown(&mut self, index: usize, left: &'t str) -> Option<Naming> {
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
        if measure.dimension != Dimension::Ratio && !growth.compares && !follows {
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

    /// An amount: the number behind or before its noun (1–7).
    fn counted(&mut self, index: usize, left: &'t str) -> Naming {
        let run = self.run_length(index);
        self.level(index, left, run)
    }

    fn level(&mut self, index: usize, left: &'t str, run: usize) -> Naming {
        if left.ends_with("连续") && !self.state.subject.is_empty() {
            let rest = self.right_to_clause_end(index);
            return plain([self.state.subject.as_str(), "连续", rest].concat());
        }
        let (right, more) = self.right(index);
        let head = phrase::head(right, more);
        let words = phrase::trim_trailing(phrase::trim_leading(left));
        let naming =
            if head.noun.is_empty() || run > 1 || right.starts_with('的') && !words.is_empty() {
                self.number_last(index, words, left, head, run)
            } else {
                self.number_first(index, words, head)
            };
        self.remember(&naming);
        naming
    }

    /// 整治背街小巷*条: the number stands behind its noun (4, POST).
    fn number_last(
        &mut self,
        index: usize,
        words: &str,
        left: &str,
        head: Head<'_>,
        run: usize,
    ) -> Naming {
        if words.is_empty() {
            return self.nameless(index, left, head);
        }
        if let Some(name) = phrase::compared(left).filter(|_| self.found[index].unit == "倍") {
            return plain(name);
        }
        if let Some(name) = self.of_subject(index, words, left) {
            return plain(name);
        }
        let adverbless = phrase::without_inner_adverbs(words);
        let object = phrase::trim_light_verbs(&adverbless);
        let object = if object.is_empty() { adverbless.as_str() } else { object };
        let mut name = self.with_owner(object);
        if left.contains("其中") {
            name = self.part_of_subject(name);
        }
        if starts_with_sibling(left) {
            name = self.inherit(name);
        }
        if run > 1 {
            self.state.group = phrase::split_objects(&name, run).unwrap_or_default();
            self.state.used = 1;
            if let Some(first) = self.state.group.first() {
                name.clone_from(first);
            }
        }
        Naming { full_name: words.to_owned(), ..plain(name) }
    }

    /// 取缔*处非法采矿点: the number stands before its noun (4, PRE).
    fn number_first(&mut self, index: usize, words: &str, head: Head<'_>) -> Naming {
        self.state.consumed = self.found[index].tail as usize + head.len;
        let bare = phrase::trim_light_verbs(words);
        // 荆州、孝感、黄冈3个城市: the enumeration is counted, not part of the name.
        let bare =
            if bare.contains('、') { phrase::leading_verb(bare).unwrap_or("") } else { bare };
        let shares_front = words.is_empty() && self.same_clause(index) && self.joined(index);
        let adverbless = if shares_front {
            self.state.front.clone()
        } else {
            phrase::without_inner_adverbs(bare)
        };
        self.state.front.clone_from(&adverbless);
        let mut name = [&adverbless, head.noun].concat();
        if adverbless.is_empty() {
            name = predicated(&head, self.found[index].form).unwrap_or(name);
        }
        if self.found[index].form == Form::Fraction && !name.ends_with("占比") {
            name.push_str("占比");
        }
        if self.state.topic.is_empty() {
            let front = if phrase::verb_at(&adverbless).is_some() { "" } else { &adverbless };
            self.state.topic = [front, head.noun].concat();
        }
        let full_name = [words, head.noun].concat();
        Naming { full_name, ..plain(name) }
    }

    /// Whether nothing but a noun and 、 or 和 lies between this measure and the one before it.
    fn joined(&self, index: usize) -> bool {
        let end = self.found[index].span.start as usize;
        let left = self.text.get(self.state.consumed..end).unwrap_or("");
        left.is_empty() || is_connector(left)
    }

    /// No word of its own: a second measure of the same thing, or a second mention.
    fn nameless(&mut self, index: usize, left: &str, head: Head<'_>) -> Naming {
        if self.same_clause(index) && self.found[index - 1].tail == self.found[index].span.start {
            return self.dual(index);
        }
        if self.same_clause(index) && left.is_empty() && !self.state.front.is_empty() {
            // 减免3544户企业税费2.67亿元: the second measures what the first did.
            return plain(self.last_name());
        }
        if !head.predicate.is_empty()
            && !self.state.topic.is_empty()
            && !starts_light(head.predicate)
        {
            // 已有*户主动申请处置: the predicate stands behind.
            return plain([self.state.topic.as_str(), head.predicate].concat());
        }
        if !head.predicate.is_empty() && !self.names.is_empty() && !self.state.subject.is_empty() {
            return plain([self.bare_topic(), head.predicate].concat());
        }
        if self.state.subject.is_empty() {
            return plain(self.label_before(index).to_owned());
        }
        plain(self.state.subject.clone())
    }

    /// 42件45人: two measures of one thing, told apart by their units.
    fn dual(&mut self, index: usize) -> Naming {
        let measure = &self.found[index];
        let first = &self.found[index - 1];
        let Some(previous) = self.names.last_mut() else { return Naming::default() };
        let base = previous.name.clone();
        let noun = match measure.dimension {
            Dimension::Length => "里程",
            Dimension::Area => "面积",
            Dimension::Money => "金额",
            _ => "",
        };
        if !noun.is_empty() {
            return plain([&base, noun].concat());
        }
        let suffixed = |unit: &str| format!("{base}（{}）", unit.trim_start_matches(['万', '亿']));
        let own = suffixed(&measure.unit);
        if !measure.unit.ends_with("人次") && !base.ends_with('）') {
            *previous = plain(suffixed(&first.unit));
        }
        plain(own)
    }

    /// The label before a colon, or the clause before a comma: 参会人数：120人.
    fn label_before(&self, index: usize) -> &'t str {
        let place = self.places[index];
        if place.delimiter != '：' && place.delimiter != ':' {
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
        let label = phrase::trim_trailing(phrase::trim_leading(label));
        if label.chars().count() <= 20 { label } else { "" }
    }

    /// A bare dimension noun or a continuing predicate gets the object it speaks of (6, 7).
    fn of_subject(&self, index: usize, words: &str, left: &str) -> Option<String> {
        if self.names.is_empty() || self.state.subject.is_empty() {
            return None;
        }
        if words.starts_with('占') && self.found[index].dimension == Dimension::Ratio {
            return Some([self.state.subject.as_str(), words].concat());
        }
        if self.found[index].form == Form::Fraction
            && starts_with_any(phrase::trim_leading(left), &["达到", "达", "约占"])
        {
            return Some(
                [self.state.subject.as_str(), "占", phrase::trim_light_verbs(words)].concat(),
            );
        }
        if REACHING.contains(&words) {
            return Some([self.last_name().as_str(), words].concat());
        }
        let noun = phrase::trim_light_verbs(words);
        if DIMENSION_NOUNS.contains(&words) || DIMENSION_NOUNS.contains(&noun) {
            let noun = if DIMENSION_NOUNS.contains(&words) || self.state.verb.is_empty() {
                words
            } else {
                noun
            };
            return Some([self.last_object(noun).as_str(), noun].concat());
        }
        let written = left.trim_start_matches(|c| is_blank(c) || matches!(c, '、' | '，'));
        let written = phrase::trim_trailing(written);
        let done = written
            .strip_prefix('已')
            .is_some_and(|rest| !rest.is_empty() && longest_prefix(rest, LIGHT_VERBS).is_none());
        (done || CONTINUING.contains(&written)).then(|| [self.bare_topic(), written].concat())
    }

    /// Everything to the end of the clause, measures included.
    fn right_to_clause_end(&self, index: usize) -> &'t str {
        let from = self.found[index].tail as usize;
        let to = (self.places[index].clause.end as usize).max(from);
        phrase::nearest_behind(&self.text[from..to])
    }

    /// A bare noun such as 增速 needs its owner even where more words stand before it.
    fn with_owner(&self, own: &str) -> String {
        if DIMENSION_NOUNS.contains(&own)
            && !self.state.subject.is_empty()
            && !self.names.is_empty()
        {
            return [self.last_object(own).as_str(), own].concat();
        }
        own.to_owned()
    }

    /// 汽车保有量…，其中新能源汽车…: a part is measured like its whole.
    fn part_of_subject(&self, part: String) -> String {
        let whole = self.state.subject.as_str();
        let shared = whole
            .char_indices()
            .map(|(i, _)| i)
            .filter(|&i| i >= 6 && part.ends_with(&whole[..i]))
            .last();
        match shared {
            Some(end) => [&part, &whole[end..]].concat(),
            None => part,
        }
    }

    /// The previous name as the object of a dimension noun.
    fn last_object(&self, noun: &str) -> String {
        let last = self.last_name();
        // 进出口总额 and its 增速: a rate is of the whole name, an area is of the object.
        let relative =
            longest_suffix(noun, &["增速", "增幅", "占比", "比重", "比例", "份额"]).is_some();
        match longest_suffix(&last, DIMENSION_NOUNS).filter(|_| !relative) {
            Some(noun) if last.len() > noun.len() => last[..last.len() - noun.len()].to_owned(),
            _ => last,
        }
    }

    fn last_name(&self) -> String {
        match self.names.last() {
            Some(naming) if naming.growth.is_none() && !naming.name.ends_with("排名") => {
                naming.name.clone()
            }
            _ => self.state.subject.clone(),
        }
    }

    /// The sentence's topic, which is the first measure's noun.
    fn bare_topic(&self) -> &str {
        if self.state.topic.is_empty() { &self.state.subject } else { &self.state.topic }
    }

    /// Gives a sibling the verb before it: 清理卫生死角、垃圾 (5).
    fn inherit(&self, name: String) -> String {
        let verb = self.state.verb.as_str();
        let own = phrase::leading_verb(&name).is_some()
            || longest_prefix(&name, LIGHT_VERBS).is_some()
            || phrase::is_indicator(&name);
        if verb.is_empty() || own || !name.chars().next().is_some_and(is_han) {
            return name;
        }
        [verb, &name].concat()
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
        }
    }
}

/// What opens a change: 由2552万辆增至3230万辆. Longer ones first.
const FROM: &[&str] =
    &["由原来的", "从原来的", "由最初的", "从最初的", "由原先的", "从", "由", "自"];

/// The longest name, in bytes.
const LONGEST: usize = 400;

/// A naming with one name for both.
fn plain(name: String) -> Naming {
    // Names build on names (…增速…增速); none may grow without end.
    let name = if name.len() > LONGEST { phrase::nearest_before(&name).to_owned() } else { name };
    Naming { full_name: name.clone(), name, growth: None, change: None }
}

/// Whether `text` is only 、, 和 or the like.
fn is_connector(text: &str) -> bool {
    matches!(text.trim_matches(is_blank), "、" | "和" | "及" | "与" | "以及" | "、和")
}

/// Whether what stands before a measure begins as the next item of a list.
fn starts_with_sibling(left: &str) -> bool {
    left.trim_start_matches(is_blank).starts_with(['、', '和', '及', '与'])
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
    CHANGE_VERBS.contains(&body)
        || longest_suffix(body, CHANGE_VERBS)
            .is_some_and(|verb| body.chars().count() <= verb.chars().count() + 2)
}

/// 违建存量, 案件立案: the thing without its state.
fn without_state(name: &str) -> &str {
    const STATES: &[&str] = &["立案", "存量", "总数", "总量", "数量", "累计"];
    let rest = longest_suffix(name, STATES).map_or(name, |state| &name[..name.len() - state.len()]);
    if rest.is_empty() { name } else { rest }
}

/// Whether a predicate adds nothing to a name: 已完成整改, 全部完成.
fn starts_light(predicate: &str) -> bool {
    const IGNORED: &[&str] = &[
        "已", "均", "全部", "被", "得到", "并", "完成", "实现", "达到", "同比", "较上年", "比上年",
        "为", "是", "占", "居", "排", "有", "现已", "目前", "正在", "顺利", "按期", "如期", "基本",
        "增长", "下降", "提高", "提升", "增加", "减少", "位居", "位列", "推进", "运行", "实施",
        "用于", "覆盖", "惠及", "带动", "取得", "进入", "通过",
    ];
    starts_with_any(predicate, IGNORED)
}

/// 干部参与 → 参与干部; 行政村建成示范村 → 建成示范村的行政村 (4, a head with a predicate).
fn predicated(head: &Head<'_>, form: Form) -> Option<String> {
    let predicate = head.predicate.trim_matches(is_blank);
    if predicate.is_empty() || starts_light(predicate) && form != Form::Fraction {
        return None;
    }
    let predicate = &predicate[..predicate.find(['、', '（', '“']).unwrap_or(predicate.len())];
    let verb = longest_prefix(predicate, super::lexicon::OPENERS).unwrap_or("");
    let object = &predicate[verb.len()..];
    let particle =
        if object.is_empty() || longest_prefix(object, super::lexicon::OPENERS) == Some(object) {
            ""
        } else {
            "的"
        };
    (predicate.chars().count() <= 16).then(|| [predicate, particle, head.noun].concat())
}
