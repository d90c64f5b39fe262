//! L2. Metrics (指标): an indicator, its value, its unit. Specification §2.
//!
//! A masked figure is a metric without a value, never a number; a numeral inside a slogan is no
//! figure at all.

mod clause;
mod context;
mod figure;
mod grammar;
mod lexicon;
mod name;
mod number;
mod phrase;
mod rank;
mod special;

use crate::text::unit::{Dimension, Usage};
use crate::text::{Decimal, Span};
use clause::Place;
use grammar::{Form, Found};
use name::{Change, Naming};
use serde::{Deserialize, Serialize};

/// The value of a metric, exactly as printed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// 32, 1.6
    Figure(Decimal),
    /// 10至20, 4.5-5
    Range(Decimal, Decimal),
    /// 1/6, 三分之一
    Fraction(Decimal, Decimal),
    /// 22.8:38.8:38.4
    Ratio(Vec<Decimal>),
}

/// What a metric measures of its indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MetricKind {
    /// An amount.
    Level,
    /// A change against another period.
    Growth,
    /// A part of a whole.
    Share,
    /// A place among others: 全市第9位.
    Rank,
    /// From … to ….
    Range,
    /// One amount to another.
    Ratio,
    /// Per something.
    Rate,
    /// A length of time.
    Duration,
    /// A limit: 不超过10%.
    Bound,
    /// Where a change started.
    Base,
    /// Where a change ended.
    Current,
}

/// How exactly the figure is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Approximation {
    /// As printed.
    Exact,
    /// 约 左右
    About,
    /// 余 多 以上
    AtLeast,
    /// 超过 突破 逾
    MoreThan,
    /// 不超过 以内
    AtMost,
    /// 近 不足
    LessThan,
    /// 几 数十
    Unknown,
}

/// Whether the figure is achieved, intended or foreseen.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Status {
    /// Achieved.
    Done,
    /// Intended.
    Planned,
    /// Foreseen.
    Estimated,
}

/// One metric of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Metric {
    /// The measure as written, in the block: `*余万元`.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// The blank its figure is, if it is masked or deleted.
    pub blank: Option<Span>,
    /// Short indicator name (指标名称).
    pub name: String,
    /// Name with every modifier.
    pub full_name: String,
    /// The figure; `None` when it is masked or missing.
    pub value: Option<Value>,
    /// The power of ten that 万, 亿 … in the unit stand for.
    pub power: u8,
    /// Unit as written, multiplier included: 万元.
    pub unit: String,
    /// What the unit measures.
    pub dimension: Dimension,
    /// What is measured of the indicator.
    pub kind: MetricKind,
    /// How exactly.
    pub approximation: Approximation,
    /// Achieved, intended or foreseen.
    pub status: Status,
    /// 全县, 城区 … as written.
    pub scope: Option<String>,
    /// 2022年, 上半年 … as written.
    pub period: Option<String>,
}

impl Metric {
    /// The value with the multiplier of its unit applied: 1.6 of 万起 is 16000.
    #[must_use]
    pub fn amount(&self) -> Option<Decimal> {
        match self.value.as_ref()? {
            Value::Figure(figure) | Value::Range(figure, _) => {
                Some(figure.times_power_of_ten(self.power))
            }
            Value::Fraction(..) | Value::Ratio(_) => None,
        }
    }
}

/// What `find` must know of the block besides its text. All in reading order.
#[derive(Clone, Copy, Debug, Default)]
pub struct Surroundings<'a> {
    /// Blanks that may stand for a figure.
    pub blanks: &'a [Span],
    /// Places that hold no figures: markers, slogans, titles, injected text.
    pub opaque: &'a [Span],
}

/// Finds the metrics of one block, in reading order.
#[must_use]
pub fn find(text: &str, surroundings: Surroundings<'_>) -> Vec<Metric> {
    let found = grammar::measures(text, surroundings);
    if found.is_empty() {
        return Vec::new();
    }
    let places = clause::places(text, &found);
    let namings = name::name_all(text, &found, &places);
    let measures = found.into_iter().zip(places).zip(namings);
    measures.map(|((found, place), naming)| metric(text, found, &place, naming)).collect()
}

/// Puts together what grammar, clause and name say of one measure.
fn metric(text: &str, found: Found, place: &Place, naming: Naming) -> Metric {
    let start = found.span.start as usize;
    let sentence_start = (place.sentence.start as usize).min(start);
    let clause_start = (place.clause.start as usize).min(start);
    let before = phrase::nearest_before(&text[sentence_start..start]);
    let clause = phrase::nearest_before(&text[clause_start..start]);
    let kind = kind(&found, &naming);
    Metric {
        span: found.span,
        sentence: place.sentence,
        blank: found.blank,
        name: short_name(&naming.name, found.dimension),
        full_name: naming.full_name,
        value: signed(
            found.value,
            naming.growth == Some(true) || found.form == Form::Half && naming.growth != Some(false),
        ),
        power: found.power,
        unit: found.unit,
        dimension: found.dimension,
        kind,
        approximation: found.approximation,
        status: context::status(clause, before),
        scope: context::scope(before).map(str::to_owned),
        period: context::period(before).map(str::to_owned),
    }
}

/// The figure below zero if its indicator goes down (下降0.8个百分点).
fn signed(value: Option<Value>, falls: bool) -> Option<Value> {
    match value {
        Some(Value::Figure(figure)) if falls => Some(Value::Figure(figure.negated())),
        Some(Value::Range(from, to)) if falls => Some(Value::Range(from.negated(), to.negated())),
        value => value,
    }
}

/// A name that a table has room for; what it loses stays in the full name.
fn short_name(name: &str, dimension: Dimension) -> String {
    const ROOM: usize = 18;
    let short = phrase::without_brackets_inside(name);
    if let Some(head) = phrase::deep_head(&short) {
        return head.to_owned();
    }
    if let Some(class) = phrase::without_examples(&short).filter(|_| short.chars().count() > 12) {
        return class;
    }
    if dimension == Dimension::Ratio || short.chars().count() <= ROOM {
        return short;
    }
    phrase::last_verb_phrase(&short).map_or(short.clone(), str::to_owned)
}

/// What is measured of the indicator.
fn kind(found: &Found, naming: &Naming) -> MetricKind {
    let per = |name: &str| name.starts_with('每') || found.unit.contains('/');
    match (found.form, naming.change, &found.value) {
        (Form::Rank, ..) => MetricKind::Rank,
        (Form::Ratio, ..) => MetricKind::Ratio,
        (_, Some(Change::Base), _) => MetricKind::Base,
        (_, Some(Change::Current), _) => MetricKind::Current,
        _ if found.range => MetricKind::Range,
        _ if naming.growth.is_some() || found.unit.ends_with("百分点") => MetricKind::Growth,
        _ if found.usage == Usage::Time => MetricKind::Duration,
        _ if found.bound => MetricKind::Bound,
        (Form::Fraction, ..) if found.approximation != Approximation::Exact => MetricKind::Bound,
        _ if found.unit == "倍" => MetricKind::Ratio,
        _ if per(&naming.name) => MetricKind::Rate,
        _ if found.dimension == Dimension::Ratio => MetricKind::Share,
        _ => MetricKind::Level,
    }
}

#[cfg(test)]
mod tests;
