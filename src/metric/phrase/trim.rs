//! Trimming: what stands beside a measure, without the words that lead up to it.

use super::verb_at;
use crate::metric::lexicon::{
    DIMENSION_NOUNS, KEPT_BEGINNINGS, LEADING, LIGHT_VERBS, PREPOSITIONS, SCOPES, TRAILING,
};
use crate::text::scanner::{is_blank, is_digit};
use crate::text::words::{Words, longest_prefix, longest_suffix, starts_with_any};
/// Takes times, connectives and adverbs off the front of what stands before a measure.
pub(in crate::metric) fn trim_leading(mut text: &str) -> &str {
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
        let trimmed = without_enumerator(without_aside(trimmed));
        let trimmed = trimmed.strip_prefix(time_phrase(trimmed)).unwrap_or(trimmed);
        let trimmed = match longest_prefix(trimmed, &LEADING) {
            Some(word) if !starts_with_any(trimmed, &KEPT_BEGINNINGS) => &trimmed[word.len()..],
            _ => trimmed,
        };
        let trimmed = without_preposition(without_categories(trimmed));
        if trimmed.len() == text.len() {
            return text;
        }
        text = trimmed;
    }
}

/// Takes 一是 off the front of 一是台区经理人均服务.
fn without_enumerator(text: &str) -> &str {
    let numeral = crate::text::scanner::run(text, |c| "一二三四五六七八九十".contains(c));
    let short = (1..=2 * '一'.len_utf8()).contains(&numeral);
    text[numeral..]
        .strip_prefix('是')
        .filter(|rest| short && !rest.starts_with('否'))
        .unwrap_or(text)
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
    let Some(rest) = longest_prefix(text, &PREPOSITIONS).map(|word| &text[word.len()..]) else {
        return text;
    };
    if rest.is_empty() || SCOPES.contains(rest) { rest } else { text }
}

/// Takes 2020年的 off the end of 从2020年的, 上年的 of 由上年的, 每吨 of 从每吨, and blanks.
pub(in crate::metric) fn without_time_behind(text: &str) -> &str {
    static PAST: Words = Words::new(&[
        "上年", "去年", "上年末", "去年末", "上年底", "去年底", "上年同期", "去年同期", "年初",
        "上季度", "上月", "上个月", "上周", "上旬", "上学期", "上学年", "上一年", "上一季度",
        "前年", "往年", "上届", "每吨", "每亩", "每人", "每户", "每公斤", "每斤", "每度", "每月",
        "每天", "每平方米", "每立方米",
    ]);
    let words = text.trim_end_matches(is_blank);
    let stem = words.strip_suffix('的').unwrap_or(words);
    if let Some(past) = longest_suffix(stem, &PAST) {
        return &stem[..stem.len() - past.len()];
    }
    let Some(dated) = words.strip_suffix('的').unwrap_or(words).strip_suffix(['年', '底', '末'])
    else {
        return words;
    };
    let body = dated.trim_end_matches('年').trim_end_matches(is_digit);
    if body.len() + 4 <= dated.len() { body } else { words }
}

/// Takes the words that lead up to the figure off the end.
pub(in crate::metric) fn trim_trailing(mut text: &str) -> &str {
    loop {
        let trimmed = text.trim_end_matches(|c| {
            is_blank(c) || matches!(c, '“' | '（' | '(' | '—' | '：' | ':' | '、' | '▲' | '△')
        });
        let trimmed = match longest_suffix(trimmed, &TRAILING) {
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
    static WHOLE_WORDS: Words = Words::new(&[
        "通过", "目的", "占有", "所有", "国有", "公有", "私有", "民有", "拥有", "存在", "现在",
        "内在", "做到", "收到", "接到", "得到", "找到", "看到", "行为", "作为", "认为", "直至",
        "甚至", "公共", "中共", "首都", "成都", "构成", "建成", "形成", "养成", "组成", "合成",
        "集成", "生成", "达成", "落成", "竣成", "赞成", "完成率", "发达", "到达", "传达", "下达",
        "表达", "送达", "雷达", "靠近", "附近", "临近", "最近", "签约", "其中", "集中", "高中",
        "初中", "职中", "空中", "市中", "镇中", "县中", "一中", "二中", "三中", "众多", "增多",
        "许多", "过多", "全部经济", "节约", "制约", "契约", "大约", "预约", "履约", "违约", "解约",
        "续约", "公约", "合约", "邀约", "报到", "迟到", "签到", "经过", "超过", "改过", "了不起",
        "是非", "于是", "还是", "但是", "政府有",
    ]);
    longest_suffix(text, &WHOLE_WORDS).is_none_or(|whole| whole.len() <= word.len())
}

/// The longest prefix that is a time: 2022年, 到2025年底, 1—6月份, 截至12月31日.
fn time_phrase(text: &str) -> &str {
    static OPENING: Words = Words::new(&["截至", "截止", "自", "到", "从", "至"]);
    let opened = longest_prefix(text, &OPENING).map_or(0, str::len);
    let mut end = 0;
    let mut at = opened;
    loop {
        let digits = crate::text::scanner::run(&text[at..], |c| {
            is_digit(c) || matches!(c, '—' | '-' | '－' | '~' | '～' | '至' | '.')
        });
        if digits == 0 {
            break;
        }
        static UNITS: Words = Words::new(&[
            "年度", "年底前", "年底", "年末前", "年末", "年初", "年来", "年以来", "年前", "年",
            "月份", "月底前", "月底", "月末前", "月末", "月前", "月", "日前", "日", "季度",
        ]);
        let Some(unit) = longest_prefix(&text[at + digits..], &UNITS) else { break };
        at += digits + unit.len();
        end = at;
    }
    &text[..end]
}

/// Takes light verbs (完成 实现 推进) off the front.
pub(in crate::metric) fn trim_light_verbs(mut text: &str) -> &str {
    while let Some(word) = longest_prefix(text, &LIGHT_VERBS) {
        let rest = text[word.len()..].trim_start_matches(['了', '的']);
        // 有机肥, 为民: the verb is part of a word.
        if starts_with_any(text, &KEPT_BEGINNINGS) {
            break;
        }
        text = rest;
    }
    text
}

/// Takes what leads a clause in off its front where the verb says enough without it:
/// 在全市中小学生运动会上获金牌 → 获金牌, 集团公司全年实现营业收入 → 营业收入; a scope stays (全镇固定资产投资).
pub(in crate::metric) fn without_actor(text: &str) -> String {
    let place =
        text.char_indices().take(6).find(|&(_, c)| c == '在').map_or("", |(i, _)| &text[i..]);
    if !place.is_empty() {
        let verb = place
            .char_indices()
            .take(24)
            .find(|&(i, c)| matches!(c, '上' | '中' | '内') && is_act(&place[i + c.len_utf8()..]));
        if let Some((i, c)) = verb {
            return place[i + c.len_utf8()..].to_owned();
        }
    }
    // 每万人拥有公交车 is a rate, whose denominator belongs to the name.
    if text.starts_with('每') {
        return text.to_owned();
    }
    static ACTS: Words = Words::new(&[
        "完成", "实现", "担负", "现有", "共有", "拥有", "建有", "设有", "配有", "将力争", "力争",
        "计划", "将重点推进", "重点推进",
    ]);
    let act = text.char_indices().skip(2).take(10).find_map(|(i, _)| {
        longest_prefix(&text[i..], &ACTS).map(|word| (i, &text[i + word.len()..]))
    });
    let Some((at, object)) = act else { return text.to_owned() };
    let long = object.chars().count() >= 3 && !DIMENSION_NOUNS.contains(object);
    let actor = trim_trailing(&text[..at]);
    if object.is_empty() {
        return if SCOPES.contains(actor) { actor.to_owned() } else { String::new() };
    }
    match longest_prefix(actor, &SCOPES) {
        Some(scope) if long && scope == actor => [scope, object].concat(),
        _ if long && verb_at(actor).is_none() && !actor.contains('、') => object.to_owned(),
        _ => text.to_owned(),
    }
}

/// Whether a phrase begins with a verb of its own: 获一等奖.
fn is_act(phrase: &str) -> bool {
    verb_at(phrase).is_some() || phrase.starts_with('获')
}

/// What stands behind the last mask: **镇**村***带头捐款 → 带头捐款.
pub(in crate::metric) fn behind_masks(text: &str) -> &str {
    let Some((i, c)) = text
        .char_indices()
        .rev()
        .find(|(_, c)| matches!(c, '*' | '＊' | '×' | '_' | '□' | '○' | '△' | '█'))
    else {
        return text;
    };
    let rest = &text[i + c.len_utf8()..];
    static PLACES: Words = Words::new(&[
        "省", "市", "县", "区", "镇", "乡", "村", "街道", "社区", "局", "同志", "公司", "段",
    ]);
    longest_prefix(rest, &PLACES).map_or(rest, |place| &rest[place.len()..])
}

/// Removes 共, 累计, 已, 全年 before a verb inside a phrase: 城区共拆除 → 城区拆除.
pub(in crate::metric) fn without_inner_adverbs(text: &str) -> String {
    for adverb in ["累计", "总共", "共计", "先后", "全年", "至少", "已", "共"] {
        if let Some(at) = text.find(adverb).filter(|&at| at > 0 && at <= 24) {
            let rest = &text[at + adverb.len()..];
            if verb_at(rest).is_some() || longest_prefix(rest, &LIGHT_VERBS).is_some() {
                return [&text[..at], rest].concat();
            }
        }
    }
    text.to_owned()
}
