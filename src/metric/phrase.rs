//! Phrases: cutting what stands beside a measure down to the words that name it.

use super::lexicon::{
    GROWTH_PREFIXES, GROWTH_VERBS, HOLLOW_ENDINGS, HOLLOW_HEADS, KEPT_BEGINNINGS, LEADING,
    LIGHT_VERBS, OPENERS, PREPOSITIONS, SCOPES, TRAILING, VERBS, longest_prefix, longest_suffix,
    starts_with_any,
};
use crate::text::scanner::{is_blank, is_digit, is_han};

/// The words that a name is looked for in, before or behind a measure; further off stands nothing
/// that names it, and a clause of a megabyte must not be read once for each of its figures.
const REACH: usize = 80;

/// At most the last [`REACH`] characters.
pub(super) fn nearest_before(text: &str) -> &str {
    text.char_indices().rev().nth(REACH).map_or(text, |(i, c)| &text[i + c.len_utf8()..])
}

/// At most the first [`REACH`] characters.
pub(super) fn nearest_behind(text: &str) -> &str {
    text.char_indices().nth(REACH).map_or(text, |(i, _)| &text[..i])
}

/// Takes times, connectives and adverbs off the front of what stands before a measure.
pub(super) fn trim_leading(mut text: &str) -> &str {
    loop {
        let trimmed = text.trim_start_matches(|c| {
            is_blank(c)
                || matches!(
                    c,
                    '、' | '，'
                        | '—'
                        | '”'
                        | '’'
                        | '）'
                        | ')'
                        | '》'
                        | '.'
                        | '．'
                        | '-'
                        | '·'
                        | '\n'
                )
        });
        let trimmed = without_aside(trimmed);
        let trimmed = trimmed.strip_prefix(time_phrase(trimmed)).unwrap_or(trimmed);
        let trimmed = match longest_prefix(trimmed, LEADING) {
            Some(word) if !starts_with_any(trimmed, KEPT_BEGINNINGS) => &trimmed[word.len()..],
            _ => trimmed,
        };
        let trimmed = without_preposition(without_categories(trimmed));
        if trimmed.len() == text.len() {
            return text;
        }
        text = trimmed;
    }
}

/// Takes an aside off that belongs to the measure before: 47.63万户（套）、老旧小区改造.
fn without_aside(text: &str) -> &str {
    let close = text.starts_with('（').then(|| text.find('）')).flatten();
    close.map_or(text, |at| &text[at + '）'.len_utf8()..])
}

/// Takes 10大类 off the front of 10大类55项民生实事.
fn without_categories(text: &str) -> &str {
    let digits = crate::text::scanner::run(text, is_digit);
    let category = longest_prefix(&text[digits..], &["大类", "大", "类"]).filter(|_| digits > 0);
    category.map_or(text, |word| &text[digits + word.len()..])
}

/// Takes a preposition off that governs the measure itself: 为12家企业…, 为全县12所学校….
fn without_preposition(text: &str) -> &str {
    let Some(rest) = longest_prefix(text, PREPOSITIONS).map(|word| &text[word.len()..]) else {
        return text;
    };
    if rest.is_empty() || SCOPES.contains(&rest) { rest } else { text }
}

/// Takes 2020年的 off the end of 从2020年的, and blanks.
pub(super) fn without_time_behind(text: &str) -> &str {
    let words = text.trim_end_matches(is_blank);
    let Some(dated) = words.strip_suffix('的').unwrap_or(words).strip_suffix(['年', '底', '末'])
    else {
        return words;
    };
    let body = dated.trim_end_matches('年').trim_end_matches(is_digit);
    if body.len() + 4 <= dated.len() { body } else { words }
}

/// Takes the words that lead up to the figure off the end.
pub(super) fn trim_trailing(mut text: &str) -> &str {
    loop {
        let trimmed = text.trim_end_matches(|c| {
            is_blank(c) || matches!(c, '“' | '（' | '(' | '—' | '：' | ':' | '、')
        });
        let trimmed = match longest_suffix(trimmed, TRAILING) {
            Some(word) if keeps_sense(trimmed, word) => &trimmed[..trimmed.len() - word.len()],
            _ => trimmed,
        };
        if trimmed.len() == text.len() {
            return text;
        }
        text = trimmed;
    }
}

/// Words that end like a filler but are none: 周边 ends in no 过, 通过 does.
fn keeps_sense(text: &str, word: &str) -> bool {
    const WHOLE_WORDS: &[&str] = &[
        "通过", "目的", "占有", "所有", "国有", "公有", "私有", "民有", "拥有", "存在", "现在",
        "内在", "做到", "收到", "接到", "得到", "找到", "看到", "行为", "作为", "认为", "直至",
        "甚至", "公共", "中共", "首都", "成都", "构成", "建成", "形成", "养成", "组成", "合成",
        "集成", "生成", "达成", "落成", "竣成", "赞成", "完成率", "发达", "到达", "传达", "下达",
        "表达", "送达", "雷达", "靠近", "附近", "临近", "最近", "签约", "节约", "制约", "契约",
        "大约", "预约", "履约", "违约", "解约", "续约", "公约", "合约", "邀约", "报到", "迟到",
        "签到", "经过", "超过", "改过", "了不起", "是非", "于是", "还是", "但是", "政府有",
    ];
    !WHOLE_WORDS
        .iter()
        .any(|whole| whole.len() > word.len() && whole.ends_with(word) && text.ends_with(whole))
}

/// The longest prefix that is a time: 2022年, 到2025年底, 1—6月份, 截至12月31日.
fn time_phrase(text: &str) -> &str {
    const OPENING: &[&str] = &["截至", "截止", "自", "到", "从", "至"];
    let opened = longest_prefix(text, OPENING).map_or(0, str::len);
    let mut end = 0;
    let mut at = opened;
    loop {
        let digits = crate::text::scanner::run(&text[at..], |c| {
            is_digit(c) || matches!(c, '—' | '-' | '－' | '~' | '～' | '至' | '.')
        });
        if digits == 0 {
            break;
        }
        const UNITS: &[&str] = &[
            "年度", "年底", "年末", "年初", "年来", "年以来", "年", "月份", "月底", "月末", "月",
            "日", "季度",
        ];
        let Some(unit) = longest_prefix(&text[at + digits..], UNITS) else { break };
        at += digits + unit.len();
        end = at;
    }
    &text[..end]
}

/// Takes light verbs (完成 实现 推进) off the front.
pub(super) fn trim_light_verbs(mut text: &str) -> &str {
    while let Some(word) = longest_prefix(text, LIGHT_VERBS) {
        let rest = text[word.len()..].trim_start_matches(['了', '的']);
        // 有机肥, 为民: the verb is part of a word.
        if starts_with_any(text, KEPT_BEGINNINGS) {
            break;
        }
        text = rest;
    }
    text
}

/// Removes 共, 累计, 已 before a verb inside a phrase: 城区共拆除 → 城区拆除.
pub(super) fn without_inner_adverbs(text: &str) -> String {
    for adverb in ["累计", "总共", "共计", "先后", "已", "共"] {
        if let Some(at) = text.find(adverb).filter(|&at| at > 0 && at <= 24) {
            let rest = &text[at + adverb.len()..];
            if verb_at(rest).is_some() || longest_prefix(rest, LIGHT_VERBS).is_some() {
                return [&text[..at], rest].concat();
            }
        }
    }
    text.to_owned()
}

/// The content verb that `text` begins with.
pub(super) fn verb_at(text: &str) -> Option<&'static str> {
    longest_prefix(text, VERBS)
}

/// The content verb of a name, behind its scope if it has one: 全县排查….
pub(super) fn leading_verb(name: &str) -> Option<&'static str> {
    verb_at(name).or_else(|| {
        let scope = longest_prefix(name, SCOPES)?;
        verb_at(&name[scope.len()..])
    })
}

/// A head noun and what is said of it: 违法建筑 | 已处理.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Head<'t> {
    /// The noun.
    pub(super) noun: &'t str,
    /// The predicate behind it, up to the end of what was given.
    pub(super) predicate: &'t str,
    /// How many bytes of what was given the noun takes up.
    pub(super) len: usize,
}

/// Reads the head noun behind a measure. `more` says that another measure follows in the clause,
/// which needs a name of its own.
pub(super) fn head(right: &str, more: bool) -> Head<'_> {
    let start = right.len() - right.trim_start_matches(is_blank).len();
    let text = &right[start..];
    let limit = noun_limit(text);
    let phrase = &text[..limit];
    // Behind 、 or 和 the next measure finds words of its own.
    let more = more && limit == text.len();
    let cut = predicate_start(phrase, more).unwrap_or(phrase.len());
    let noun = trim_noun(&phrase[..cut]);
    Head { noun, predicate: &phrase[cut..], len: start + cut }
}

/// Where the noun phrase that `text` begins with ends at the latest. A short aside is passed over
/// (省市（州）共建), one that holds the next measure is not.
fn noun_limit(text: &str) -> usize {
    let mut aside_end = 0;
    for (i, c) in text.char_indices() {
        if i < aside_end {
            continue;
        }
        match c {
            '（' => match text[i..].find('）') {
                Some(len) if i > 0 && len <= 36 => aside_end = i + len,
                _ => return i,
            },
            '、' | '(' | '—' | '\n' | '；' => return i,
            '“' if i > 0 => return i,
            _ if joins(text, i, c) => return i,
            _ => {}
        }
    }
    text.len()
}

/// Whether 和, 及 or 与 at `at` joins two nouns (and is not part of 和谐, 及时).
fn joins(text: &str, at: usize, c: char) -> bool {
    if at == 0 || !matches!(c, '和' | '及' | '与' | '以') {
        return false;
    }
    let rest = &text[at..];
    const WORDS: &[&str] = &[
        "和谐", "和平", "和睦", "和美", "和解", "及时", "及格", "与会", "以上", "以下", "以内",
        "以旧换新", "以工代赈",
    ];
    if c == '以' {
        rest.starts_with("以及")
    } else {
        !starts_with_any(rest, WORDS) && !text[..at].ends_with(['以', '涉', '普', '参', '饱'])
    }
}

/// Where the predicate begins, if there is one behind a noun.
fn predicate_start(phrase: &str, more: bool) -> Option<usize> {
    let opener = boundaries(phrase).find(|&i| {
        longest_prefix(&phrase[i..], OPENERS).is_some_and(|word| opens(phrase, i, word))
    });
    if opener.is_some() || !more {
        return opener;
    }
    boundaries(phrase)
        .filter(|&i| {
            verb_at(&phrase[i..]).is_some_and(|verb| verb.len() < phrase.len() - i || i > 6)
        })
        .last()
}

/// Character boundaries behind the first character, as long as prose goes.
fn boundaries(phrase: &str) -> impl Iterator<Item = usize> + '_ {
    phrase.char_indices().map(|(i, _)| i).take(40).filter(|&i| i != 3)
}

/// Whether an opener opens a predicate here, rather than being part of a noun (提升工程, 完成率).
fn opens(phrase: &str, at: usize, word: &str) -> bool {
    let rest = &phrase[at + word.len()..];
    // Adverbs open a predicate only before a verb: 永久基本农田 is one noun.
    const ADVERBS: &[&str] = &[
        "全部", "已经", "现已", "均已", "基本", "目前", "正在", "顺利", "按期", "如期", "按时",
        "即将", "陆续", "相继", "成功", "有序", "持续",
    ];
    const NOUN_TAILS: &[&str] = &[
        "率", "工程", "行动", "计划", "项目", "点", "量", "值", "额", "机制", "机构", "单位",
        "企业", "面", "期", "权", "证", "仪式", "方案", "办法", "中心", "基地", "资金", "类",
    ];
    match word {
        "为" => !phrase[..at].ends_with(['行', '作', '认', '人']),
        "有" => {
            !phrase[..at]
                .ends_with(['所', '国', '公', '私', '民', '拥', '占', '共', '现', '特', '富'])
                && !rest.starts_with(['限', '机', '色', '效', '关'])
        }
        "是" | "居" | "排" | "占" | "并" => {
            !rest.is_empty()
                && !rest.starts_with(['民', '住', '放', '网', '地', '购', '水', '污', '联', '家'])
                && !phrase[..at].ends_with(['移', '定', '宜', '安', '减', '邻', '侵'])
        }
        "已" | "被" | "均" => {
            !rest.starts_with(['衡', '等', '覆'])
                && !phrase[..at].ends_with(['人', '户', '日', '年', '月', '亩', '植'])
        }
        _ if ADVERBS.contains(&word) => {
            verb_at(rest).is_some()
                || longest_prefix(rest, OPENERS).is_some()
                || longest_prefix(rest, LIGHT_VERBS).is_some()
        }
        _ => !starts_with_any(rest, NOUN_TAILS),
    }
}

/// Takes 的, adverbs and hollow endings off a noun.
fn trim_noun(noun: &str) -> &str {
    let mut noun = noun.trim_start_matches('的').trim_matches(is_blank);
    loop {
        const ADVERBS: &[&str] = &[
            "全面", "顺利", "成功", "按期", "如期", "正在", "有序", "稳步", "基本", "将", "也",
            "都", "还", "又", "先后", "正式", "正", "相继", "陆续", "分别", "的", "可", "能", "共",
            "现", "仍", "等",
        ];
        match longest_suffix(noun, ADVERBS) {
            Some(word) if noun.len() > word.len() + 3 => noun = &noun[..noun.len() - word.len()],
            _ => break,
        }
    }
    if HOLLOW_HEADS.contains(&noun) {
        return "";
    }
    match longest_suffix(noun, HOLLOW_ENDINGS) {
        Some(word) if noun.len() > word.len() => &noun[..noun.len() - word.len()],
        _ => noun,
    }
}

/// What stands before a growth figure: whose growth, and how it is put.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Growth<'t> {
    /// The indicator; "" if the clause names none.
    pub(super) subject: &'t str,
    /// 同比增长, 较上年下降, 年均分别增长
    pub(super) verb: &'t str,
    /// Whether it goes down.
    pub(super) falls: bool,
    /// Whether another period is named (同比), which makes a count a growth too.
    pub(super) compares: bool,
}

/// Reads 〈subject〉同比增长 from the end of what stands before a figure.
pub(super) fn growth(left: &str) -> Option<Growth<'_>> {
    let trimmed = left.trim_end_matches(is_blank);
    let trimmed = APPROXIMATE.iter().find_map(|word| trimmed.strip_suffix(word)).unwrap_or(trimmed);
    let trimmed = trimmed.strip_suffix('了').unwrap_or(trimmed);
    let (verb, falls) = GROWTH_VERBS
        .iter()
        .filter(|(verb, _)| trimmed.ends_with(verb))
        .max_by_key(|(verb, _)| verb.len())?;
    let mut start = trimmed.len() - verb.len();
    let mut compares = false;
    while let Some(word) =
        longest_suffix(&trimmed[..start], GROWTH_PREFIXES).or_else(|| than(&trimmed[..start]))
    {
        start -= word.len();
        compares |= word.starts_with(['同', '环', '较', '比', '与']);
    }
    // 新增 and 净增 are levels; 增 inside a word is none.
    let before = &trimmed[..start];
    let single = verb.chars().count() == 1;
    if single
        && !compares
        && before.ends_with(|c: char| matches!(c, '新' | '净' | '加' | '最' | '倍' | '较' | '很'))
    {
        return None;
    }
    Some(Growth { subject: before, verb: &trimmed[start..], falls: *falls, compares })
}

/// 保持20%以上增长, 5.5%左右的增长目标: the growth stands behind its figure.
pub(super) fn growth_behind(right: &str) -> bool {
    let right = right.trim_start_matches('的');
    let right = longest_prefix(right, &["预期", "年均", "同比", "速度", "高速", "正"])
        .map_or(right, |word| &right[word.len()..]);
    right.starts_with("增长") && !right.starts_with("增长点") && !right.starts_with("增长极")
}

/// What stands before 翻一番 without the year it is compared with: 旅游收入比2020年.
pub(super) fn without_comparison(left: &str) -> &str {
    let mut words = growth(left).map_or(left, |growth| growth.subject).trim_end_matches(is_blank);
    while let Some(word) = longest_suffix(words, GROWTH_PREFIXES).or_else(|| than(words)) {
        words = &words[..words.len() - word.len()];
    }
    words
}

/// 企业数量是上年的 → 企业数量与上年之比.
pub(super) fn compared(left: &str) -> Option<String> {
    let (what, with) = trim_leading(left).strip_suffix('的')?.rsplit_once('是')?;
    (!what.is_empty() && !with.is_empty()).then(|| [what, "与", with, "之比"].concat())
}

/// Approximators that may stand between a growth verb and its figure.
const APPROXIMATE: &[&str] = &[
    "超过", "不低于", "不少于", "接近", "达到", "将近", "约", "近", "超", "逾", "达", "至少",
    "高达",
];

/// 比2020年, 较2015年 at the end of `text`.
fn than(text: &str) -> Option<&str> {
    let body = text.strip_suffix('年').or_else(|| text.strip_suffix("年底"))?;
    let digits = body.trim_end_matches(is_digit);
    let preposition = ["比", "较"].into_iter().find(|word| digits.ends_with(word))?;
    (body.len() - digits.len() >= 4).then(|| &text[digits.len() - preposition.len()..])
}

/// Splits 城镇、农村居民人均可支配收入 into as many indicators as there are figures, sharing tail
/// or front. `None` if it does not come out even.
pub(super) fn split_indicators(name: &str, count: usize) -> Option<Vec<String>> {
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
pub(super) fn split_objects(name: &str, count: usize) -> Option<Vec<String>> {
    let mut names = split_indicators(name, count)?;
    let verb = leading_verb(&names[0]).map(str::to_owned);
    for name in names.iter_mut().skip(1) {
        if let Some(verb) = verb.as_deref().filter(|_| leading_verb(name).is_none()) {
            *name = [verb, name].concat();
        }
    }
    Some(names)
}

/// Splits at 、 和 及 与 以及 outside brackets.
pub(super) fn split_list(name: &str) -> Vec<&str> {
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
const INDICATOR_ENDINGS: &[&str] = &[
    "居民人均可支配收入", "居民人均收入", "居民收入", "人均可支配收入", "产业增加值", "产业产值",
    "工业增加值", "建成区面积", "常住居民人均可支配收入", "城镇化率", "毛入学率", "毛入园率",
    "普及率", "覆盖率", "参保率", "合格率", "就业率", "办结率", "达标率", "入学率", "毕业率",
    "上线率", "贷款余额", "存款余额", "总收入", "收入", "占比", "率", "总值", "增加值", "总额",
    "投资", "产量", "面积", "产值", "人数", "数量", "余额", "支出", "比重", "消费", "销售额",
    "利润", "用地", "里程", "费用", "花费", "费", "税收", "税", "用电量", "发电量", "吞吐量",
    "客运量", "货运量", "量", "额", "出口", "进口", "进出口", "价格", "指数", "案件", "人次",
];

/// Whether `name` is an indicator by its last word, not an object that was acted on.
pub(super) fn is_indicator(name: &str) -> bool {
    longest_suffix(name, INDICATOR_ENDINGS).is_some_and(|ending| ending.chars().count() >= 2)
}

/// The tail of `last` that `first` lacks: 居民人均可支配收入 of 城镇 and 农村居民人均可支配收入, 产量 of 黄金
/// and 镍产量.
fn shared_tail<'t>(first: &str, last: &'t str) -> Option<&'t str> {
    let ending =
        longest_suffix(last, INDICATOR_ENDINGS).filter(|ending| ending.len() < last.len())?;
    let lacks = longest_suffix(first, INDICATOR_ENDINGS).is_none_or(|own| own.chars().count() < 2);
    let even = last.char_indices().nth(first.chars().count()).map_or("", |(cut, _)| &last[cut..]);
    // 石化化工、装备制造产业增加值: heads of one length; the tail then begins with a common noun.
    const TAIL_NOUNS: &[&str] =
        &["居民", "产业", "企业", "行业", "人口", "群众", "地区", "常住", "项目", "设施"];
    let longer = even.len() > ending.len() && starts_with_any(even, TAIL_NOUNS);
    lacks.then_some(if longer { even } else { ending })
}

/// The front of the first part that the others lack: 固安一中 of 固安一中本科上线率 and 强基上线率.
fn shared_front<'t>(parts: &[&'t str]) -> Option<&'t str> {
    let (first, second) = (parts[0], parts[1]);
    let same = |n: usize| first.chars().rev().take(n).eq(second.chars().rev().take(n));
    let surplus = first.chars().count().checked_sub(second.chars().count()).filter(|&n| n >= 2)?;
    (same(3) && INDICATOR_ENDINGS.iter().any(|ending| first.ends_with(ending)))
        .then(|| first.char_indices().nth(surplus).map_or("", |(i, _)| &first[..i]))
}

/// The name without asides: 主任会议（党组会议） → 主任会议.
pub(super) fn without_brackets_inside(name: &str) -> String {
    // The unit that tells two measures apart stays: 立案审查调查（件）.
    if name.ends_with('）') || !name.contains(['（', '(']) {
        return name.to_owned();
    }
    let mut depth = 0_u32;
    let mut short = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '（' | '(' => depth += 1,
            '）' | ')' => depth = depth.saturating_sub(1),
            _ if depth == 0 => short.push(c),
            _ => {}
        }
    }
    short
}

/// The last noun of N级+noun: 县、乡（镇）、村、网格四级田长 → 田长 (§2.6.12).
pub(super) fn deep_head(name: &str) -> Option<&str> {
    let (at, _) = name.char_indices().rev().find(|(_, c)| *c == '级')?;
    let counted = name[..at].ends_with(['两', '二', '三', '四', '五', '六']);
    let noun = &name[at + '级'.len_utf8()..];
    (counted && noun.chars().count() >= 2 && noun.chars().all(is_han)).then_some(noun)
}

/// Cuts a long name to its last content verb and object: …专项行动抓获犯罪嫌疑人 → 抓获犯罪嫌疑人.
/// Verbs that are nouns as often as not (服务, 发展) are no place to cut.
pub(super) fn last_verb_phrase(name: &str) -> Option<&str> {
    const NOMINAL: &[&str] = &[
        "服务", "发展", "管理", "建设", "改造", "投资", "生产", "增加", "保护", "监督", "加工",
        "运营", "利用", "种植", "就业", "创业", "交流", "开放", "开发", "投入", "治理", "减少",
        "提升", "运输", "销售", "检测", "监测", "公开", "出口", "进口", "养殖", "流转", "宣传",
        "培训", "调查", "征收", "登记", "配套", "教育", "创作", "供应", "供给", "覆盖", "带动",
        "调整", "消化",
    ];
    let whole = name.chars().count();
    name.char_indices()
        .filter(|&(i, _)| {
            i > 0
                && verb_at(&name[i..]).is_some_and(|verb| {
                    name.len() - i >= verb.len() + 6 && !NOMINAL.contains(&verb)
                })
        })
        .filter(|&(i, _)| whole - name[..i].chars().count() <= 14)
        .map(|(i, _)| &name[i..])
        .next()
}
