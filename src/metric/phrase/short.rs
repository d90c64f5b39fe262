//! Short names: what a table has room for.

use super::{leading_verb, verb_at};
use crate::metric::lexicon::NOMINAL_VERBS;
use crate::text::scanner::is_han;
/// The name without asides: 主任会议（党组会议） → 主任会议.
pub(in crate::metric) fn without_brackets_inside(name: &str) -> String {
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

/// The class behind a list of examples: 打造贵阳“青云市集”等夜间消费聚集区 → 打造夜间消费聚集区.
pub(in crate::metric) fn without_examples(name: &str) -> Option<String> {
    let (at, _) = name.char_indices().skip(2).find(|(_, c)| *c == '等')?;
    let class = &name[at + '等'.len_utf8()..];
    let listed = name[..at].contains(['、', '”']);
    let verb = leading_verb(name).filter(|_| verb_at(class).is_none()).unwrap_or("");
    (listed && class.chars().count() >= 3).then(|| [verb, class].concat())
}

/// The last noun of N级+noun: 县、乡（镇）、村、网格四级田长 → 田长 (§2.6.12).
pub(in crate::metric) fn deep_head(name: &str) -> Option<&str> {
    let (at, _) = name.char_indices().rev().find(|(_, c)| *c == '级')?;
    let counted = name[..at].ends_with(['两', '二', '三', '四', '五', '六']);
    let noun = &name[at + '级'.len_utf8()..];
    (counted && noun.chars().count() >= 2 && noun.chars().all(is_han)).then_some(noun)
}

/// Cuts a long name to its last content verb and object: …专项行动抓获犯罪嫌疑人 → 抓获犯罪嫌疑人.
/// Verbs that are nouns as often as not (服务, 发展) are no place to cut.
pub(in crate::metric) fn last_verb_phrase(name: &str) -> Option<&str> {
    let whole = name.chars().count();
    name.char_indices()
        .filter(|&(i, _)| {
            i > 0
                && verb_at(&name[i..]).is_some_and(|verb| {
                    name.len() - i >= verb.len() + 6 && !NOMINAL_VERBS.contains(verb)
                })
        })
        .filter(|&(i, _)| whole - name[..i].chars().count() <= 14)
        .map(|(i, _)| &name[i..])
        .next()
}
