//! Blanks made of signs that mean something else in most places: N, ?, … and letters like digits.

use super::PlaceholderType::Number;
use super::convention::Hit;
use super::mask::{LONGEST_RUN, Run, digits_before, is_in_quotation};
use super::measure::{self, is_delimited, is_delimiter};
use crate::text::scanner::{after, before, fold, is_han};
use crate::text::unit::{self, Usage};

/// P12: N before a unit, outside quotation marks: N个项目, N万人次, N千米. A small n only where a
/// multiplier or a word before it shows that it counts.
pub(super) fn letter_n(text: &str, at: usize) -> Option<Hit> {
    let letter = after(text, at)?;
    let (left, right) = (&text[..at], &text[at + letter.len_utf8()..]);
    let joined = |c: char| c.is_ascii_alphanumeric() || "+＋-—.=≥≤＝第加".contains(c);
    let previous = before(left, at);
    if previous.is_some_and(joined) || is_in_quotation(left) || is_mathematical(left, right) {
        return None;
    }
    let unit = measure::read(right);
    let noun = right.strip_prefix('多').unwrap_or(right);
    let counted = noun.starts_with(COUNTED) && !noun.starts_with("个1");
    let scaled = unit.is_some_and(|u| !u.multiplier.is_empty() || u.usage == Usage::Strict);
    let classified = unit.is_some() && previous.is_some_and(is_han);
    let small = fold(letter) == 'n';
    let told = if small {
        previous.is_some_and(is_han) && (counted || scaled)
    } else {
        counted || scaled || classified
    };
    told.then(|| Hit::open(at, at + letter.len_utf8()).of_kind(Number))
}

/// Classifiers that make a blank of N wherever it stands.
const COUNTED: [char; 10] = ['个', '项', '家', '次', '种', '名', '人', '条', '年', '场'];

/// Whether N is a number of mathematics: N次方, n个变量, 任取N个.
fn is_mathematical(left: &str, right: &str) -> bool {
    const BEHIND: &[&str] = &[
        "次方", "次幂", "元一次", "元二次", "元方程", "元函数", "个变量", "个元素", "个数",
        "个未知", "个方程", "个向量", "个样本", "个自变量", "个自然数", "个整数", "个字符",
        "个字节", "个参数", "个节点", "个点", "个字母",
    ];
    BEHIND.iter().any(|word| right.starts_with(word))
        || left.ends_with("任取")
        || left.ends_with("任意")
}

/// Words that make a question of the clause.
const INTERROGATIVES: &[&str] =
    &["什么", "吗", "呢", "谁", "哪", "何", "怎", "是否", "多少", "为啥"];

/// P13: question marks before a unit.
pub(super) fn question_mark(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, |c| matches!(c, '?' | '？'));
    let unit = measure::read(run.right())?;
    let strict =
        unit.usage == Usage::Strict || !unit.multiplier.is_empty() || unit.approximator.is_some();
    let clause_start =
        run.left().char_indices().rev().take(30).take_while(|&(_, c)| !is_delimiter(c)).last();
    let clause = &run.left()[clause_start.map_or(run.start, |(at, _)| at)..];
    let asks = INTERROGATIVES.iter().any(|word| clause.contains(word));
    // ？人人… begins a sentence; behind a figure's classifier comes its noun or the clause's end.
    let person = run.count == 1 && !strict && matches!(unit.unit, "人" | "家" | "个" | "名");
    let sentence = person && !is_delimited(&run.right()[unit.len..]);
    let behind_word = run.count > 1 || run.previous().is_some_and(is_han);
    (behind_word && run.count <= 3 && !asks && !sentence).then(|| run.hit().of_kind(Number))
}

/// P10: an ellipsis before a unit that cannot begin a sentence.
pub(super) fn ellipsis(text: &str, at: usize) -> Option<Hit> {
    let run = Run::at(text, at, |c| c == '…');
    let unit = measure::read(run.right()).filter(|unit| unit.usage == Usage::Strict)?;
    let clear = !unit.multiplier.is_empty()
        || unit.unit.chars().nth(1).is_some()
        || matches!(unit.unit, "%" | "％" | "亩" | "吨");
    let behind_word = run.previous().is_some_and(is_han);
    (clear && behind_word && run.count <= 6).then(|| run.hit().of_kind(Number))
}

/// P21: figures in which the recognition of characters took 1 for I or l, and 0 for O.
pub(super) fn ocr_digits(text: &str, at: usize) -> Option<Hit> {
    let part = |c: char| c.is_ascii_digit() || matches!(c, 'I' | 'l' | 'O' | 'o');
    let start = at - digits_before(&text[..at]);
    let end = at + text[at..].chars().take(LONGEST_RUN).take_while(|&c| part(c)).count();
    let token = &text[start..end];
    let bounded =
        !before(text, start).is_some_and(|c| c.is_ascii_alphanumeric() || c == '-' || c == '.');
    let unit = unit::read(&text[end..]).filter(|unit| unit.power >= 4)?;
    let figure = token.len() >= 2 && unit.usage != Usage::Time && !token.contains("oo");
    (bounded && figure)
        .then(|| Hit {
            note: Some("疑似识别错误的数字"), ..Hit::open(start, end).of_kind(Number)
        })
}
