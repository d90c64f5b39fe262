//! Measure words (单位, 量词): one table, longest match first. Specification §2.3.

use serde::{Deserialize, Serialize};

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Dimension {
    /// 个 项 次 起
    Count,
    /// 人 名 户
    Person,
    /// 元
    Money,
    /// 亩 公顷
    Area,
    /// 公里
    Length,
    /// 立方米
    Volume,
    /// 吨
    Mass,
    /// 千瓦时
    Energy,
    /// 天 个工作日
    Time,
    /// % 倍 个百分点
    Ratio,
    /// TB
    Data,
    /// 元/平方米 and all else.
    Other,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit, without multiplier.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// Whether it is a unit wherever it follows a number (★ in the specification), rather than a
    /// classifier that may be a noun.
    pub strict: bool,
}

/// A unit read from a text: `余万元` is 余, 万, 元.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Length in bytes of everything read.
    pub len: usize,
    /// Where multiplier and unit begin: after 余, 多 and blanks.
    pub start: usize,
    /// The power of ten that its multiplier stands for.
    pub power: u8,
    /// The row that matched.
    pub unit: &'static Unit,
}

/// Reads blanks, 余/多/来/几, a multiplier and a unit from the start of `text`; the longest unit
/// wins (个百分点 is not 个).
#[must_use]
pub fn read(_text: &str) -> Option<Measure> {
    None
}
