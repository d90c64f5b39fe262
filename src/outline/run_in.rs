//! Items run into a paragraph: 一是…二是…, 一要…, 第一，…, 首先，… (specification §1.4).

use super::{Family, Marker};
use crate::text::Span;
use crate::text::chinese_numeral;
use crate::text::scanner::{self, is_blank};

/// More items than this are not counted out in prose.
const MOST_ITEMS: u64 = 20;

/// Where an item may begin: after the end of a clause.
const BOUNDARIES: &str = "。；：！？，、“（";

/// Where the first item may begin; 万一是 or 第一是 inside a clause is none.
const STRONG_BOUNDARIES: &str = "。；：！？“（";

/// Words in which a numeral and 是 or 要 are no item: 一是否, 三要素.
const NOT_AFTER: &[(char, &str)] = &[('是', "否非"), ('要', "素点件闻案领求塞职")];

/// The adverbs that count without numerals; they go on as 第三，.
const ADVERBS: &[(&str, u32)] = &[("首先，", 1), ("其次，", 2), ("再次，", 3)];

/// The items of one block, in reading order.
pub(super) fn find(text: &str) -> Vec<Marker> {
    let mut items: Vec<Marker> = Vec::new();
    for (at, sign) in text.match_indices(['是', '要', '，']) {
        let item = match sign {
            "，" => read_ordinal(text, at).or_else(|| read_adverb(text, at)),
            _ => read_numeral(text, at, sign),
        };
        items.extend(item);
    }
    items
}

/// 一是 before byte `at`, where 是 or 要 stands.
fn read_numeral(text: &str, at: usize, sign: &str) -> Option<Marker> {
    let sign_character = sign.chars().next()?;
    let (number, start) = numeral_before(text, at)?;
    let after = &text[at + sign.len()..];
    let excluded = NOT_AFTER.iter().find(|(c, _)| *c == sign_character).map_or("", |row| row.1);
    let other_word = after.starts_with(|c| excluded.contains(c));
    // 一是一、二是二: the proverb, not a list.
    let proverb = after.starts_with(&text[start..at]);
    let begins = begins_item(text, start, number);
    (begins && !other_word && !proverb).then_some(Marker {
        family: Family::Enumerated(sign_character),
        number,
        span: Span::new(start, at + sign.len()),
    })
}

/// 第一， before the comma at byte `at`.
fn read_ordinal(text: &str, at: usize) -> Option<Marker> {
    let (number, start) = numeral_before(text, at)?;
    let start = text[..start].strip_suffix('第')?.len();
    begins_item(text, start, number).then_some(Marker {
        family: Family::Enumerated('，'),
        number,
        span: Span::new(start, at + '，'.len_utf8()),
    })
}

/// 首先， before the comma at byte `at`.
fn read_adverb(text: &str, at: usize) -> Option<Marker> {
    let end = at + '，'.len_utf8();
    let &(word, number) = ADVERBS.iter().find(|(word, _)| text[..end].ends_with(word))?;
    let start = end - word.len();
    begins_item(text, start, number).then_some(Marker {
        family: Family::Enumerated('，'),
        number,
        span: Span::new(start, end),
    })
}

/// The numeral that ends at byte `at`, and where it begins.
fn numeral_before(text: &str, at: usize) -> Option<(u32, usize)> {
    let mut start = at;
    for c in text[..at].chars().rev().take(3) {
        if !"一二三四五六七八九十".contains(c) {
            break;
        }
        start -= c.len_utf8();
    }
    let numeral = chinese_numeral::read(&text[start..at])?;
    let counts = numeral.len == at - start && (1..=MOST_ITEMS).contains(&numeral.value);
    counts.then_some((numeral.value as u32, start))
}

/// Whether an item with this number may begin at byte `at`.
fn begins_item(text: &str, at: usize, number: u32) -> bool {
    let before = text[..at].trim_end_matches(|c| is_blank(c) || c == '\n');
    let boundaries = if number > 1 { BOUNDARIES } else { STRONG_BOUNDARIES };
    scanner::before(before, before.len()).is_none_or(|c| boundaries.contains(c) || c == '—')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let found: Vec<&str> = find(text).iter().map(|item| item.span.of(text)).collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn finds_items_at_boundaries() {
        check("一是抓学习；二是抓落实。三是抓作风", &["一是", "二是", "三是"]);
        check("迈上新台阶，三是全面深化改革", &["三是"]);
        check("措施：一要打好主动仗，二要守牢底线。", &["一要", "二要"]);
        check("第一，调整结构。第二，减轻负担。", &["第一，", "第二，"]);
        check("首先，感谢大家。其次，谈三点。", &["首先，", "其次，"]);
        check("十二是收官", &["十二是"]);
    }

    #[test]
    fn passes_over_other_words() {
        check("一是否到位，不二是非", &[]);
        check("一是一，二是二", &[]);
        check("安全生产三要素", &[]);
        check("万一是这样，统一是好事", &[]);
        check("第一、二轮督察", &[]);
        check("说到，一是", &[]);
    }
}
