//! Measure words (单位, 量词): one table, longest match first. Specification §2.3.

use super::order;
use super::scanner::is_blank;
use serde::{Deserialize, Serialize};
use std::sync::LazyLock;

/// What a unit measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Dimension {
    /// 个 项 次 起
    Count,
    /// 人 名 人次
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

/// When a word after a number is its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Usage {
    /// Always (★ in the specification).
    Strict,
    /// A classifier, which may also begin a noun (家 in 家庭) or be rhetoric (四个).
    Classifier,
    /// Only behind 万 or 亿 (30万度) – alone it is some other word (20度).
    AfterMultiplier,
    /// A time: a duration in some sentences, a date in most.
    Time,
    /// 分: a score in some sentences, a minute or a part in most.
    Score,
}

/// One row of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit, without multiplier.
    pub name: &'static str,
    /// What it measures.
    pub dimension: Dimension,
    /// When it is a unit.
    pub usage: Usage,
}

/// A unit read from a text: `余万元` is 余, 万, 元.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measure<'t> {
    /// Length in bytes of everything read.
    pub len: usize,
    /// 余, 多, 来 or 几, before or behind the multiplier.
    pub approximator: Option<char>,
    /// The multiplier as written, "" if there is none.
    pub multiplier: &'static str,
    /// The power of ten it stands for.
    pub power: u8,
    /// The unit as written, without multiplier; with its denominator if it is a rate.
    pub unit: &'t str,
    /// What it measures.
    pub dimension: Dimension,
    /// When it is a unit.
    pub usage: Usage,
}

impl Measure<'_> {
    /// Unit with multiplier, as the public model has it: 万元.
    #[must_use]
    pub fn name(&self) -> String {
        [self.multiplier, self.unit].concat()
    }
}

/// Multipliers and their powers of ten, longest first.
const MULTIPLIERS: &[(&str, u8)] = &[
    ("万亿", 12),
    ("千亿", 11),
    ("百亿", 10),
    ("千万", 7),
    ("百万", 6),
    ("亿", 8),
    ("万", 4),
    ("千", 3),
    ("百", 2),
    ("十", 1),
];

/// Reads a multiplier from the start of `text`: what it is, and its power of ten.
#[must_use]
pub fn read_multiplier(text: &str) -> Option<(&'static str, u8)> {
    MULTIPLIERS.iter().find(|(name, _)| text.starts_with(name)).copied()
}

/// Reads a unit from the start of `text`, the longest there is, without multiplier; a rate takes
/// its denominator along (元/平方米, 吨标准煤/万元).
#[must_use]
pub fn read_unit(text: &str) -> Option<(&str, Unit)> {
    let unit = lookup(text)?;
    if NOUNS_NOT_UNITS.iter().any(|noun| text.starts_with(noun)) {
        return None;
    }
    let rest = &text[unit.name.len()..];
    if unit.usage == Usage::Classifier && rest.starts_with('次') && unit.name != "次" {
        // 节次, 门次, 团次: any classifier counts times so.
        return Some((&text[..unit.name.len() + '次'.len_utf8()], *unit));
    }
    match denominator(rest) {
        Some(len) => {
            let rate = Unit { dimension: Dimension::Other, usage: Usage::Strict, ..*unit };
            Some((&text[..unit.name.len() + len], rate))
        }
        None => Some((&text[..unit.name.len()], *unit)),
    }
}

/// Reads at most one blank, 余/多/来/几, a multiplier, 余/多/来/几 and a unit from the start of
/// `text`. Both orders occur: 9400余万元, 1.6万余起.
#[must_use]
pub fn read(text: &str) -> Option<Measure<'_>> {
    // A tab parts the cells of a table: 2⇥口袋公园 counts nothing.
    let blank = |c: &char| is_blank(*c) && *c != '\t';
    let mut at = text.chars().next().filter(blank).map_or(0, char::len_utf8);
    let mut approximator = None;
    at += read_approximator(&text[at..], &mut approximator);
    let (multiplier, power) = match read_multiplier(&text[at..]) {
        // 千克, 千瓦 and 百分点 begin like a multiplier.
        Some((name, _)) if starts_unit_with_multiplier(&text[at..], name) => ("", 0),
        Some(found) => found,
        None => ("", 0),
    };
    at += multiplier.len();
    if approximator.is_none() {
        at += read_approximator(&text[at..], &mut approximator);
    }
    let (unit, row) = read_unit(&text[at..])?;
    if row.usage == Usage::AfterMultiplier && power < 4 {
        return None;
    }
    let len = at + unit.len();
    let (dimension, usage) = (row.dimension, row.usage);
    Some(Measure { len, approximator, multiplier, power, unit, dimension, usage })
}

/// Takes 余, 多, 来 or 几; gives its length.
fn read_approximator(text: &str, found: &mut Option<char>) -> usize {
    *found = text.chars().next().filter(|c| matches!(c, '余' | '多' | '来' | '几'));
    found.map_or(0, char::len_utf8)
}

/// Whether `text` begins a unit that is longer than the multiplier it begins with: 千瓦时, 千米.
fn starts_unit_with_multiplier(text: &str, multiplier: &str) -> bool {
    lookup(text).is_some_and(|unit| unit.name.len() > multiplier.len())
}

/// The length of `/平方米`, `/人·月`, `/万元` at the start of `text`.
fn denominator(text: &str) -> Option<usize> {
    let slash = text.chars().next().filter(|c| matches!(c, '/' | '／'))?.len_utf8();
    let multiplier = read_multiplier(&text[slash..]).map_or(0, |(name, _)| name.len());
    let at = slash + multiplier;
    let longest =
        DENOMINATORS.iter().filter(|name| text[at..].starts_with(**name)).map(|n| n.len());
    let unit = lookup(&text[at..]).map(|unit| unit.name.len());
    longest.chain(unit).max().map(|len| at + len)
}

/// Denominators that are no units of their own.
const DENOMINATORS: &[&str] = &["人·月", "人·年", "人·天", "日", "月", "度", "床"];

/// Nouns that begin like a classifier: 12.6万家庭 is not 12.6万家.
const NOUNS_NOT_UNITS: &[&str] = &[
    "家庭", "家长", "部门", "部分", "项目", "台阶", "场馆", "场所", "场地", "门类", "层级", "层次",
    "层面", "面积", "面临", "条例", "对标", "位居", "位列", "位于", "位置", "期间", "成为", "成立",
    "成功", "成员", "成果", "成绩", "成效", "成本", "人民", "人大", "人口", "人均", "人才", "名单",
    "节约", "节点", "节能", "班子", "组织", "组团", "次产业", "道路", "车间", "车站", "车辆",
    "队伍", "队员", "股份", "股权", "案件", "案例", "单位", "单元", "集中", "集群", "集聚", "集团",
    "包括", "包含", "包保", "船舶", "件套", "张贴", "口径", "口袋", "口岸", "粒度", "支部", "支持",
    "支撑", "把手", "把关", "双方", "面向", "对外", "对接", "首次", "首创", "盘活", "批准", "批复",
    "轮换", "轮训", "类型", "类别", "种植", "种业", "款项", "片区", "头部", "根本", "员工", "回应",
    "回迁", "回收", "本级", "本地", "本科", "册封", "间接", "所有", "所在", "起来", "起步",
    "艘次级", "方面", "方案", "方式", "方向", "里程", "里面", "度假", "度汛", "度夏", "倍增",
    "倍加", "元旦", "元素", "元宇宙", "克服", "克难", "升级", "升学", "升至", "升高", "瓦解",
    "米粉", "分钟制", "分别", "分管", "分局", "分公司", "分会", "分布", "分类", "分级", "分区",
    "分批", "分期", "分院", "分厂", "分店", "分校", "分之", "分析", "分解", "分流", "分工", "分站",
    "分支", "分贝", "页面", "页岩", "页码", "分项", "分部", "分离", "分享", "分段", "天然", "天气",
    "周边", "周期", "周岁", "年级", "场景",
];

/// The longest row whose name `text` begins with.
fn lookup(text: &str) -> Option<&'static Unit> {
    let first = text.chars().next()?;
    let rows = &*BY_FIRST_CHARACTER;
    let from = rows.partition_point(|(c, _)| *c < first);
    rows[from..]
        .iter()
        .take_while(|(c, _)| *c == first)
        .map(|(_, unit)| *unit)
        .find(|unit| text.starts_with(unit.name))
}

/// The rows by first character, the longest first: a lookup tries the few that can match.
static BY_FIRST_CHARACTER: LazyLock<Vec<(char, &'static Unit)>> = LazyLock::new(|| {
    let first = |unit: &'static Unit| unit.name.chars().next().map(|c| (c, unit));
    let mut rows: Vec<_> = UNITS.iter().filter_map(first).collect();
    order::sort_by_key(&mut rows, |(c, unit)| (*c, std::cmp::Reverse(unit.name.len())));
    rows
});

macro_rules! units {
    ($($dimension:ident $usage:ident: $($name:literal)+;)+) => {
        /// Every unit there is. To add one, add its name to a row.
        pub const UNITS: &[Unit] = &[
            $($(Unit { name: $name, dimension: Dimension::$dimension, usage: Usage::$usage },)+)+
        ];
    };
}

units! {
    Ratio Strict: "个百分点" "百分点" "个千分点" "千分点" "个基点" "基点" "％" "%" "‰" "‱" "倍";
    Ratio Classifier: "成" "番";
    Money Strict: "元人民币" "元" "美元" "欧元" "日元" "港元" "港币" "澳门元" "英镑" "卢布";
    Area Strict: "平方公里" "平方千米" "平方米" "平方分米" "平方厘米" "平米" "公顷" "公亩" "亩次"
        "亩" "㎡" "km²" "hm²" "m²";
    Length Strict: "车道公里" "公里" "千米" "海里" "华里" "厘米" "毫米" "微米" "纳米" "米" "km"
        "cm" "mm";
    Length AfterMultiplier: "里";
    Volume Strict: "立方公里" "标准立方米" "立方米" "立方" "升" "毫升" "m³";
    Volume AfterMultiplier: "方";
    Mass Strict: "吨标准煤" "吨标煤" "吨公里" "吨" "公斤" "千克" "毫克" "微克" "市斤" "斤" "克";
    Mass Classifier: "担";
    Energy Strict: "千瓦时" "兆瓦时" "瓦时" "千伏安" "兆伏安" "千伏" "千瓦" "兆瓦" "吉瓦" "瓦"
        "kWh" "MWh" "GWh" "kW" "MW" "GW" "kV" "大卡";
    Energy AfterMultiplier: "度";
    Data Strict: "TB" "GB" "PB" "EB" "MB" "Mbps" "Gbps" "PFLOPS" "EFLOPS" "标准机架" "机架" "比特";
    Other Strict: "℃" "摄氏度" "人公里";
    Time Time: "个工作日" "工作日" "个小时" "小时" "分钟" "个月" "个季度" "个学期" "周年" "课时"
        "学时" "学分" "天" "周" "年" "秒";
    Other Score: "分";
    Person Strict: "人次" "人·次" "人天" "人";
    Person Classifier: "名" "位" "员";
    Count Strict: "户次" "台次" "辆次" "架次" "列次" "班次" "车次" "艘次" "场次" "件次" "家次" "批次"
        "例次" "点次" "处次" "村次" "头次" "只次" "航次" "轮次" "剂次" "标台" "人份" "标准箱" "标箱" "TEU" "台套"
        "件套" "泊位" "车位" "学位" "床位" "席位" "厕位" "岗位" "标段";
    Count Classifier: "个" "项" "条" "件" "家" "座" "处" "起" "宗" "栋" "幢" "套" "间" "户" "所" "台"
        "辆" "艘" "架" "列" "部" "本" "册" "篇" "份" "封" "张" "幅" "块" "片" "根" "棵" "株" "棒" "头"
        "只" "匹" "羽" "尾" "口" "眼" "孔" "盏" "枚" "颗" "粒" "面" "支" "把" "双" "对" "组" "批" "场"
        "次" "轮" "期" "班" "堂" "节" "门" "款" "种" "类" "例" "笔" "单" "票" "桩" "案" "卷" "盒" "箱"
        "袋" "瓶" "包" "桶" "页" "车" "船" "趟" "回" "遍" "集" "首" "股" "队" "群" "伙" "席" "床" "道" "层"
        "扇" "棚" "窝" "筐" "盘" "桌" "副" "顶" "网格";
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[track_caller]
    fn check(text: &str, name: &str, power: u8, rest: &str) {
        let measure = read(text).unwrap_or_else(|| panic!("{text} has no unit"));
        assert_eq!(
            (measure.name().as_str(), measure.power, &text[measure.len..]),
            (name, power, rest)
        );
    }

    #[test]
    fn the_longest_unit_wins() {
        check("个百分点，", "个百分点", 0, "，");
        check("平方公里", "平方公里", 0, "");
        check("余人次。", "人次", 0, "。");
        check("立方米/秒", "立方米/秒", 0, "");
        check("吨标准煤/万元，", "吨标准煤/万元", 0, "，");
        check("元/人·月", "元/人·月", 0, "");
        check("千瓦时", "千瓦时", 0, "");
        check("万千瓦时", "万千瓦时", 4, "");
        check("个人先进", "个", 0, "人先进");
        check("余节次，", "节次", 0, "，");
    }

    #[test]
    fn approximators_stand_on_either_side() {
        check("余万元", "万元", 4, "");
        check("万余起。", "万起", 4, "。");
        check("多起、", "起", 0, "、");
        check(" 亿元", "亿元", 8, "");
        check("万亿元", "万亿元", 12, "");
        check("万度", "万度", 4, "");
    }

    #[test]
    fn nouns_are_no_units() {
        for text in ["家庭", "项目", "级", "号线", "度", "里", "方面", "强", "，", "", "余", "万"]
        {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn no_unit_stands_twice() {
        let names: BTreeSet<_> = UNITS.iter().map(|unit| unit.name).collect();
        assert_eq!(names.len(), UNITS.len());
    }
}
