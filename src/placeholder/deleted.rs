//! P11: figures that were deleted without a mark: 完成亿元, 增长%.
//!
//! Only the unit is left, so everything hangs on what may stand before one. Measured on 2 million
//! characters of finished reports.

use super::PlaceholderType::Number;
use super::convention::Hit;
use super::measure::{self, is_delimited};
use crate::text::scanner::{after, before, is_digit, is_han};
use crate::text::unit::{Dimension, Measure, Usage};

/// The first characters of the units whose missing figure shows.
pub(super) const STARTS: &str = "%％倍个亿万公平立千兆吨亩家项条件处所套座次元户名场辆台";

/// The place before a unit that lacks its figure.
pub(super) fn deleted_number(text: &str, at: usize) -> Option<Hit> {
    let previous = before(text, at)?;
    if is_digit(previous)
        || !(is_han(previous) || matches!(previous, '、' | '，' | '。' | '；' | '”'))
    {
        return None;
    }
    if "一二三四五六七八九十百千万亿两几多余来数〇零半双每单首第".contains(previous)
    {
        return None;
    }
    let (left, right) = (&text[..at], &text[at..]);
    // 国家, 项目 and 条件 are everywhere; most end here.
    let bare = after(text, at).is_some_and(|c| "家项条件处所套座次元户名场辆台".contains(c));
    let bound = bounded(right.strip_prefix(|_| true).unwrap_or(right));
    if bare
        && !bound
        && !matches!(previous, '从' | '由')
        && !ENDS_BEFORE_CLASSIFIER.contains(previous)
    {
        return None;
    }
    let unit = measure::read(right).filter(|unit| unit.approximator.is_none())?;
    let rest = &right[unit.len..];
    RULES.iter().any(|rule| rule(left, unit, rest)).then(|| Hit::open(at, at).of_kind(Number))
}

/// What shows that a figure is missing, from the surest sign to the weakest.
const RULES: &[fn(&str, Measure<'_>, &str) -> bool] =
    &[ratio, change, large_measure, plain_measure, classifier];

/// 增长%, 提高个百分点. A cell or a heading may name its unit: 同比增长%.
fn ratio(left: &str, unit: Measure<'_>, rest: &str) -> bool {
    let ratio = matches!(unit.unit, "%" | "％" | "个百分点" | "个千分点");
    let code = after(rest, 0).is_some_and(|c| c.is_ascii_alphanumeric());
    let sentence = !rest.is_empty() || left.contains(['，', '；', '。', '、']);
    let behind_word = before(left, left.len()).is_some_and(|c| is_han(c) || c == '、');
    ratio && !code && sentence && behind_word && !left.ends_with("百分号")
}

/// 由家增至, 从亿元增加到: between 从 and a verb of change stands a figure.
fn change(left: &str, _: Measure<'_>, rest: &str) -> bool {
    const VERBS: &[&str] = &[
        "增", "提高", "提升", "上升", "扩大", "减", "降", "下降", "压缩", "缩短", "整合", "优化",
        "发展到",
    ];
    left.ends_with(['从', '由']) && VERBS.iter().any(|verb| rest.starts_with(verb))
}

/// 完成亿元。 A multiplier may itself be the figure: 突破万亿元, 户均增收万元, 亿元以上项目.
fn large_measure(left: &str, unit: Measure<'_>, rest: &str) -> bool {
    let strict = unit.usage == Usage::Strict && unit.dimension != Dimension::Person;
    let counted = unit.multiplier == "万"
        && matches!(
            unit.unit,
            "人次"
                | "辆"
                | "件"
                | "套"
                | "台"
                | "张"
                | "头"
                | "株"
                | "只"
                | "家"
                | "户"
                | "人"
                | "个"
                | "名"
                | "场"
        );
    let multiplied = matches!(unit.multiplier, "万" | "亿" | "万亿");
    if !multiplied || !(strict || counted) || !ends_measure(rest) {
        return false;
    }
    let round = FIGURATIVE.iter().any(|verb| left.ends_with(verb))
        && (unit.multiplier == "万亿" || !strict);
    let per_head =
        unit.unit == "元" && PER_HEAD.iter().any(|word| last_clause(left).contains(word));
    let people = matches!(unit.unit, "人" | "户" | "家" | "个" | "名" | "场")
        && !COUNTED_NOUNS.iter().any(|noun| left.ends_with(noun));
    !round && !per_head && !people && !left.ends_with("单位")
}

/// Verbs behind which a multiplier is the figure: 突破万亿元, 超万人, 走进万家.
const FIGURATIVE: &[&str] = &[
    "突破", "超过", "超", "破", "近", "逾", "上", "跨", "过", "跨越", "迈上", "达到", "惠及", "进",
    "入", "惠", "暖", "助", "成", "为",
];

/// Words by which 万元 is a round sum: 户均增收万元。
const PER_HEAD: &[&str] = &["户均", "人均", "亩均", "年均", "每户", "每亩", "月均"];

/// Nouns behind which 万人 and 万户 have lost their figure, and are no phrase (千家万户).
#[rustfmt::skip]
const COUNTED_NOUNS: &[&str] = &[
    "就业", "再就业", "人口", "群众", "职工", "学生", "游客", "人员", "培训", "幼儿", "改造", "农户", "用户", "企业", "主体",
    "商户", "劳动力", "工", "毕业生", "老人", "党员", "干部", "保障", "对象", "儿童", "居民", "农民", "学位", "岗位", "机构", "活动", "项目",
];

/// 管网公里，: a unit of two characters before the end of a clause.
fn plain_measure(left: &str, unit: Measure<'_>, rest: &str) -> bool {
    let long = unit.usage == Usage::Strict
        && unit.unit.chars().nth(1).is_some()
        && unit.dimension != Dimension::Person;
    let length = matches!(
        unit.dimension,
        Dimension::Area | Dimension::Length | Dimension::Volume | Dimension::Energy
    );
    long && length
        && unit.multiplier.is_empty()
        && ends_measure(rest)
        && !left.ends_with(['方', '、', '，', '和', '每', '吨', '人'])
}

/// 新增家国家级工厂, 项目个，: a bare classifier, where no word can begin or end with it.
fn classifier(left: &str, unit: Measure<'_>, rest: &str) -> bool {
    if !unit.multiplier.is_empty() {
        return false;
    }
    let counts = unit.usage == Usage::Classifier && unit.dimension == Dimension::Count;
    if ARRIVALS.iter().any(|verb| left.ends_with(verb)) && ends_measure(rest) {
        return unit.unit.starts_with('元') || unit.unit == "倍" || counts;
    }
    if unit.unit == "倍" {
        return GROWTH.iter().any(|verb| left.ends_with(verb)) && ends_measure(rest);
    }
    // 万人次以上 ends in 次; 所左右 is a passive.
    let word = matches!(unit.unit, "次" | "所") || left.ends_with(LAST_SYLLABLES);
    if counts && bounded(rest) && !word {
        return before(left, left.len()).is_some_and(is_han);
    }
    unit.unit == "个" && individual(left, rest)
        || CLASSIFIED.iter().any(|row| row.applies(left, unit.unit, rest))
}

/// 工厂家以上: a bound stands behind a figure.
fn bounded(rest: &str) -> bool {
    ["以上", "左右"].iter().any(|bound| rest.starts_with(bound))
}

/// Characters that make a word with the classifier behind them: 国家以上, 单项以上, 文件左右.
const LAST_SYLLABLES: [char; 26] = [
    '国', '专', '大', '各', '独', '单', '事', '强', '奖', '链', '信', '文', '条', '软', '硬', '案',
    '再', '首', '农', '用', '商', '门', '账', '市', '现', '部',
];

/// Verbs before 倍.
const GROWTH: &[&str] = &["增长", "提高", "扩大", "增加", "提升", "翻"];

/// Verbs that end in a figure: 项目达项。
const ARRIVALS: &[&str] = &["达", "达到", "增至", "提高至", "提高到", "增加到", "增加至", "降至"];

/// 个 begins no clause and, behind a noun, ends none: 机构个。 个重点项目完成投资.
fn individual(left: &str, rest: &str) -> bool {
    if "这那哪各整逐某另全N个有打做开找走是搞".contains(before(left, left.len()).unwrap_or('这'))
    {
        return false;
    }
    let clause = left.ends_with(['，', '。', '；', '、']) && is_noun(rest);
    let joined = left.ends_with(['与', '和', '及']) && is_noun(rest);
    let verb = COUNTING_VERBS.iter().any(|verb| left.ends_with(verb)) && is_noun(rest);
    let noun = before(left, left.len()).is_some_and(is_han)
        && !left.ends_with('微')
        && (is_delimited(rest) || bounded(rest));
    let noun = noun && !rest.starts_with(['”', '：', '…']);
    clause || joined || verb || noun
}

/// Whether `rest` goes on with a noun or a name.
fn is_noun(rest: &str) -> bool {
    after(rest, 0).is_some_and(|c| is_han(c) || c == '“')
        && !rest.starts_with([
            '的', '了', '是', '不', '中', '人', '体', '性', '别', '案', '股', '税', '位',
        ])
}

/// Verbs that take a figure.
#[rustfmt::skip]
const COUNTING_VERBS: &[&str] = &[
    "新增", "新建", "新开工", "新开通", "建成", "完成", "实施", "培育", "组建", "打造", "促成", "达", "达到", "首批", "引进", "落地",
    "签约", "储备", "谋划", "推进", "惠及", "创建", "获评", "改造", "开工", "竣工", "投产", "设立", "布局", "认定", "入选", "化解", "整治", "等", "大类", "启动", "加快", "建设", "应对", "退出", "开展", "等", "类", "学",
];

/// The marks of a comma, and the last characters of all words of [`CLASSIFIED`] and [`ARRIVALS`].
const ENDS_BEFORE_CLASSIFIER: &str = "，。；、业事件企位体停准出利到务动募区厂厕台司员园场增处备好学定宿寓屋展市师库店建得心患成房才措改施有术构果查校格案梁梯求派点理生目研社程站章索线结续者育至行见规览训议讲访路车辆达进通造部院项题";

/// Where a classifier other than 个 lacks its figure. Only pairs that make no word together
/// (国家, 企业家, 专项, 事件 do).
struct Classified {
    classifier: &'static str,
    /// Words before it when one of `heads` follows; a comma is such a word for all.
    verbs: &'static [&'static str],
    /// What follows it then; empty for any noun.
    heads: &'static [&'static str],
    /// Nouns before it when the clause ends.
    nouns: &'static [&'static str],
}

impl Classified {
    fn applies(&self, left: &str, classifier: &str, rest: &str) -> bool {
        if self.classifier != classifier {
            return false;
        }
        let counted = is_delimited(rest) && self.nouns.iter().any(|noun| left.ends_with(noun));
        let after_comma = !self.heads.is_empty() && left.ends_with(['，', '。', '；', '、']);
        let led = after_comma || self.verbs.iter().any(|verb| left.ends_with(verb));
        let head = self.heads.iter().any(|head| rest.starts_with(head))
            || (self.heads.is_empty() && is_noun(rest));
        counted || (led && head)
    }
}

#[rustfmt::skip]
const CLASSIFIED: &[Classified] = &[
    Classified { classifier: "家", verbs: &["新增", "培育", "引进", "新培育", "建成", "共有", "各有", "达", "关停", "组建"],
        heads: &["国家级", "国家卓越", "国家重点", "省级", "市级", "企业", "规上", "上市", "高新", "医疗机构", "省属", "民营", "科技型", "外资"],
        nouns: &["公司", "工厂", "机构", "台企", "门店", "超市", "合作社", "单位", "中心", "”企业", "农场", "医院", "银行",
            "平台", "饭店", "商店", "商场", "民宿"] },
    Classified { classifier: "项", verbs: &["推出", "出台", "实施", "完成", "新增", "制定", "开展", "取得", "推进", "实施好"],
        heads: &["改革典型", "为民", "全国首创", "重点", "措施", "举措", "制度", "任务", "民生", "政策", "国家级", "省级", "成果", "标准", "两岸", "关键", "惠民", "以上"],
        nouns: &["专利", "成果", "举措", "措施", "资格", "标准", "项目", "专项", "技术", "任务"] },
    Classified { classifier: "条", verbs: &["推出", "出台", "新增", "建成", "开通"],
        heads: &["措施", "举措", "航线", "高速", "公路", "线路", "意见", "政策", "产业链", "重点", "国际"],
        nouns: &["航线", "公路", "线路", "建议", "线索", "意见", "问题", "街区"] },
    Classified { classifier: "件", verbs: &["办结", "受理", "办理", "新增", "查处", "制定"],
        heads: &["民生", "实事", "法规", "提案", "建议", "信访", "作品"],
        nouns: &["案件", "提案", "法规", "规章", "专利", "信访", "诉求", "实事"] },
    Classified { classifier: "处", verbs: &["新建", "建成", "新增", "整改", "排查"],
        heads: &["隐患", "历史", "文物", "地质灾害", "停车场", "口袋公园"],
        nouns: &["文物点", "隐患", "工程", "点位", "设施", "违建", "保护单位"] },
    Classified { classifier: "所", verbs: &["新建", "新增", "建成", "改造"],
        heads: &["高职", "高校", "学校", "中学", "小学", "院校", "幼儿园", "公办", "职业", "普通高中", "本科"],
        nouns: &["学校", "中学", "小学", "幼儿园", "高校"] },
    Classified { classifier: "套", verbs: &[], heads: &[], nouns: &["住房", "公寓", "房屋", "安置房", "设备"] },
    Classified { classifier: "户", verbs: &[], heads: &[], nouns: &["企业", "主体", "危旧房", "危房", "单位"] },
    Classified { classifier: "名", verbs: &["选派", "引进", "培育", "招募"], heads: &["干部", "农村", "医生", "教师", "高层次", "专家", "科技"],
        nouns: &["人才", "志愿者", "干部", "教师", "特派员", "党员", "学生", "医生"] },
    Classified { classifier: "场", verbs: &[], heads: &[], nouns: &["活动", "演出", "展览", "宣讲", "专场", "赛事", "培训"] },
    Classified { classifier: "辆", verbs: &[], heads: &[], nouns: &["汽车", "车辆", "公交车"] },
    Classified { classifier: "台", verbs: &[], heads: &[], nouns: &["设备", "电梯", "汽车"] },
    Classified { classifier: "座", verbs: &["新建", "建成", "改造"], heads: &["水库", "变电站", "桥梁", "充电站", "公厕"],
        nouns: &["桥梁", "变电站", "充电站", "水库", "公厕", "基站", "公园"] },
    Classified { classifier: "次", verbs: &["连续"], heads: &["获", "荣获", "被评", "入选", "蝉联"], nouns: &["会议", "活动", "检查", "调研"] },
];

/// Whether the clause ends behind a measure, or goes on as it does behind one.
fn ends_measure(rest: &str) -> bool {
    is_delimited(rest) && !rest.starts_with(['”', '：', ':', '》'])
        || ["和", "及", "用于", "左右", "以上；", "以上。", "以上，", "以上、"]
            .iter()
            .any(|word| rest.starts_with(word))
}

/// The clause that `left` ends with, up to 20 characters of it.
fn last_clause(left: &str) -> &str {
    let clause =
        left.char_indices().rev().take(20).take_while(|&(_, c)| !matches!(c, '，' | '。' | '；'));
    &left[clause.last().map_or(left.len(), |(at, _)| at)..]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefilter_lets_every_word_pass() {
        let rows = CLASSIFIED.iter().flat_map(|row| row.verbs.iter().chain(row.nouns));
        for word in rows.chain(ARRIVALS) {
            assert!(word.ends_with(|c| ENDS_BEFORE_CLASSIFIER.contains(c)), "{word}");
        }
    }
}
