//! Head nouns: what a number counts that stands before its noun.

use super::verb_at;
use crate::metric::lexicon::{HOLLOW_ENDINGS, HOLLOW_HEADS, LIGHT_VERBS, NOMINAL_VERBS, OPENERS};
use crate::text::scanner::is_blank;
use crate::text::words::{Words, longest_prefix, longest_suffix, starts_with_any};
/// A head noun and what is said of it: 违法建筑 | 已处理.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::metric) struct Head<'t> {
    /// The noun.
    pub(in crate::metric) noun: &'t str,
    /// The predicate behind it, up to the end of what was given.
    pub(in crate::metric) predicate: &'t str,
    /// How many bytes of what was given the noun takes up.
    pub(in crate::metric) len: usize,
}

/// Reads the head noun behind a measure. `more` says that another measure follows in the clause,
/// which needs a name of its own.
pub(in crate::metric) fn head(right: &str, more: bool) -> Head<'_> {
    let start = right.len() - right.trim_start_matches(is_blank).len();
    let text = &right[start..];
    let limit = noun_limit(text);
    let phrase = &text[..limit];
    // Behind 、 or 和 the next measure finds words of its own.
    let more = more && limit == text.len();
    let cut = predicate_start(phrase, more).unwrap_or(phrase.len());
    let noun = trim_noun(&phrase[..cut]);
    let predicate = if more { "" } else { &phrase[cut..] };
    Head { noun, predicate, len: start + cut }
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
            '“' => match text[i..].find('”') {
                Some(len) if len <= 48 => aside_end = i + len,
                _ if i > 0 => return i,
                _ => {}
            },
            _ if joins(text, i, c) => return i,
            _ => {}
        }
    }
    text.len()
}

/// Whether 和, 及 or 与 at `at` joins two nouns (and is not part of 和谐, 及时).
pub(in crate::metric) fn joins(text: &str, at: usize, c: char) -> bool {
    if at == 0 || !matches!(c, '和' | '及' | '与' | '以') {
        return false;
    }
    let rest = &text[at..];
    static WORDS: Words = Words::new(&[
        "和谐", "和平", "和睦", "和美", "和解", "及时", "及格", "与会", "以上", "以下", "以内",
        "以旧换新", "以工代赈",
    ]);
    if c == '以' {
        rest.starts_with("以及")
    } else {
        !starts_with_any(rest, &WORDS) && !text[..at].ends_with(['以', '涉', '普', '参', '饱'])
    }
}

/// Where the predicate begins, if there is one behind a noun.
fn predicate_start(phrase: &str, more: bool) -> Option<usize> {
    let opener = boundaries(phrase).find(|&i| {
        longest_prefix(&phrase[i..], &OPENERS).is_some_and(|word| opens(phrase, i, word))
    });
    if opener.is_some() || !more {
        return opener;
    }
    // 干部走访群众300户: the next measure needs a verb of its own. Verbs that are nouns as often
    // (建设, 服务) cut only where there is no other, and then as late as can be.
    let verbs = || {
        boundaries(phrase).filter_map(|i| {
            let verb = verb_at(&phrase[i..])?;
            (verb.len() < phrase.len() - i || i > 6).then_some((i, verb))
        })
    };
    let plain = verbs().find(|(_, verb)| !NOMINAL_VERBS.contains(verb));
    plain.or_else(|| verbs().last()).map(|(i, _)| i)
}

/// Character boundaries behind the first character, as long as prose goes.
pub(in crate::metric) fn boundaries(phrase: &str) -> impl Iterator<Item = usize> + '_ {
    phrase.char_indices().map(|(i, _)| i).take(40).filter(|&i| {
        i != 3
            || phrase
                .starts_with(['村', '镇', '乡', '县', '市', '区', '户', '人', '家', '组', '校'])
    })
}

/// Whether an opener opens a predicate here, rather than being part of a noun (提升工程, 完成率).
fn opens(phrase: &str, at: usize, word: &str) -> bool {
    let rest = &phrase[at + word.len()..];
    // Adverbs open a predicate only before a verb: 永久基本农田 is one noun.
    static ADVERBS: Words = Words::new(&[
        "全部", "已经", "现已", "均已", "基本", "目前", "正在", "顺利", "按期", "如期", "按时",
        "即将", "陆续", "相继", "成功", "有序", "持续",
    ]);
    static NOUN_TAILS: Words = Words::new(&[
        "率", "工程", "行动", "计划", "项目", "点", "量", "值", "额", "机制", "机构", "单位",
        "企业", "面", "期", "权", "证", "仪式", "方案", "办法", "中心", "基地", "资金", "类",
    ]);
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
        "被" if starts_with_any(rest, &["告", "害", "征地", "帮扶", "服", "监管人"]) => {
            false
        }
        "已" | "被" | "均" => {
            !rest.starts_with(['衡', '等', '覆'])
                && !phrase[..at].ends_with(['人', '户', '日', '年', '月', '亩', '植'])
        }
        _ if ADVERBS.contains(word) => {
            verb_at(rest).is_some()
                || longest_prefix(rest, &OPENERS).is_some()
                || longest_prefix(rest, &LIGHT_VERBS).is_some()
        }
        _ => !starts_with_any(rest, &NOUN_TAILS),
    }
}

/// Takes 的, adverbs and hollow endings off a noun.
fn trim_noun(noun: &str) -> &str {
    let mut noun = noun.trim_start_matches('的').trim_matches(is_blank);
    loop {
        static ADVERBS: Words = Words::new(&[
            "全面", "顺利", "成功", "按期", "如期", "正在", "有序", "稳步", "基本", "将", "也",
            "都", "还", "又", "先后", "正式", "正", "相继", "陆续", "分别", "的", "可", "能", "共",
            "现", "仍", "等",
        ]);
        match longest_suffix(noun, &ADVERBS) {
            Some(word) if noun.len() > word.len() + 3 => noun = &noun[..noun.len() - word.len()],
            _ => break,
        }
    }
    if HOLLOW_HEADS.contains(noun) {
        return "";
    }
    // 全村68名党员中，有…
    if let Some(members) = noun.strip_suffix('中').filter(|rest| rest.len() >= 6)
        && !members.ends_with(|c| "高初职集空市县镇一二三四五六七八九十".contains(c))
    {
        return members;
    }
    static QUALITIES: Words = Words::new(&["重点", "中心", "主要", "日常", "具体", "各项", "专项"]);
    match longest_suffix(noun, &HOLLOW_ENDINGS) {
        Some(word) if QUALITIES.contains(&noun[..noun.len() - word.len()]) => noun,
        Some(word) if noun.len() > word.len() => &noun[..noun.len() - word.len()],
        _ => noun,
    }
}
