//! Lists: k indicators for k figures, 和 and 、 between them.

use super::head::joins;
use super::leading_verb;
use crate::text::words::{Words, longest_suffix, starts_with_any};
/// Splits 城镇、农村居民人均可支配收入 into as many indicators as there are figures, sharing tail
/// or front. `None` if it does not come out even.
pub(in crate::metric) fn split_indicators(name: &str, count: usize) -> Option<Vec<String>> {
    let parts = split_list(name);
    if parts.len() != count || count < 2 || parts.iter().any(|part| part.is_empty()) {
        return None;
    }
    let (first, last) = (parts[0], parts[count - 1]);
    let (front, tail) = match shared_tail(first, last) {
        Some(tail) => ("", tail),
        None => (shared_front(&parts).unwrap_or(""), ""),
    };
    let share = |(i, part): (usize, &&str)| {
        let front = if i == 0 { "" } else { front };
        let tail = if i + 1 == count { "" } else { tail };
        [front, part, tail].concat()
    };
    Some(parts.iter().enumerate().map(share).collect())
}

/// The same for counted objects, which also share the verb: 认定跨国公司地区总部、外资研发中心.
pub(in crate::metric) fn split_objects(name: &str, count: usize) -> Option<Vec<String>> {
    let mut names = split_indicators(name, count)?;
    // 销售、管理、财务费用: costs of selling, not costs that were sold.
    let verb = leading_verb(&names[0]).filter(|_| !names[0].ends_with("费用")).map(str::to_owned);
    for name in names.iter_mut().skip(1) {
        if let Some(verb) = verb.as_deref().filter(|_| leading_verb(name).is_none()) {
            *name = [verb, name].concat();
        }
    }
    Some(names)
}

/// Splits at 、 和 及 与 以及 outside brackets.
pub(in crate::metric) fn split_list(name: &str) -> Vec<&str> {
    let (mut parts, mut start, mut depth) = (Vec::new(), 0, 0_i32);
    for (i, c) in name.char_indices() {
        match c {
            '（' | '“' | '《' => depth += 1,
            '）' | '”' | '》' => depth -= 1,
            _ if depth > 0 => {}
            '、' => {
                parts.push(&name[start..i]);
                start = i + c.len_utf8();
            }
            _ if i > start && joins(name, i, c) => {
                parts.push(&name[start..i]);
                start = i + if c == '以' { "以及".len() } else { c.len_utf8() };
            }
            _ => {}
        }
    }
    parts.push(&name[start..]);
    parts
}

/// Indicators end so; what ends otherwise shares no tail. Longer ones first where one ends another.
static INDICATOR_ENDINGS: Words = Words::new(&[
    "居民人均可支配收入", "居民人均收入", "居民收入", "人均可支配收入", "产业增加值", "产业产值",
    "工业增加值", "建成区面积", "常住居民人均可支配收入", "城镇化率", "毛入学率", "毛入园率",
    "普及率", "覆盖率", "参保率", "合格率", "就业率", "办结率", "达标率", "入学率", "毕业率",
    "上线率", "贷款余额", "存款余额", "总收入", "收入", "占比", "率", "总值", "增加值", "总额",
    "投资", "产量", "面积", "产值", "人数", "数量", "余额", "支出", "比重", "消费", "销售额",
    "利润", "用地", "里程", "费用", "花费", "费", "税收", "税", "用电量", "发电量", "吞吐量",
    "客运量", "货运量", "量", "额", "数", "起数", "出口", "进口", "进出口", "价格", "指数", "案件",
    "人次",
]);

/// Whether `name` is an indicator by its last word, not an object that was acted on.
pub(in crate::metric) fn is_indicator(name: &str) -> bool {
    longest_suffix(name, &INDICATOR_ENDINGS).is_some_and(|ending| ending.chars().count() >= 2)
}

/// The tail of `last` that `first` lacks: 居民人均可支配收入 of 城镇 and 农村居民人均可支配收入, 产量 of 黄金
/// and 镍产量.
fn shared_tail<'t>(first: &str, last: &'t str) -> Option<&'t str> {
    let ending =
        longest_suffix(last, &INDICATOR_ENDINGS).filter(|ending| ending.len() < last.len())?;
    let lacks = longest_suffix(first, &INDICATOR_ENDINGS).is_none();
    let even = last.char_indices().nth(first.chars().count()).map_or("", |(cut, _)| &last[cut..]);
    // 石化化工、装备制造产业增加值: heads of one length; the tail then begins with a common noun.
    static TAIL_NOUNS: Words = Words::new(&[
        "居民", "产业", "企业", "行业", "人口", "群众", "地区", "常住", "项目", "设施",
    ]);
    // 第二产业、第三产业税收占比: both heads end alike, so the tail begins there.
    let aligned = last[..last.len() - even.len()].chars().last() == first.chars().last();
    let longer = even.len() > ending.len() && (aligned || starts_with_any(even, &TAIL_NOUNS));
    lacks.then_some(if longer { even } else { ending })
}

/// The front of the first part that the others lack: 固安一中 of 固安一中本科上线率 and 强基上线率.
fn shared_front<'t>(parts: &[&'t str]) -> Option<&'t str> {
    let (first, second) = (parts[0], parts[1]);
    let same = |n: usize| first.chars().rev().take(n).eq(second.chars().rev().take(n));
    let surplus = first.chars().count().checked_sub(second.chars().count()).filter(|&n| n >= 2)?;
    (same(3) && longest_suffix(first, &INDICATOR_ENDINGS).is_some())
        .then(|| first.char_indices().nth(surplus).map_or("", |(i, _)| &first[..i]))
}
