//! Whether a figure belongs before a place in the text: what follows it there.

use super::lexicon::{NOT_CLASSIFIERS, RARE_CLASSIFIERS};
use crate::text::Lexicon;
use crate::text::scanner::{after, is_blank, is_digit, run};
use crate::text::unit::{self, Measure};
use std::sync::LazyLock;

/// How many figures may share one unit: 分别提高*、*、*个百分点.
const LONGEST_LIST: usize = 6;

/// Whether `right` begins with a unit, or with more figures that end in one.
pub(super) fn follows(right: &str) -> bool {
    let mut rest = right;
    for _ in 0..LONGEST_LIST {
        if read(rest).is_some() || lone_multiplier(rest) || lone_approximator(rest) {
            return true;
        }
        match next_figure(rest) {
            // A ratio needs no unit: *:*.
            Some((':' | '：' | '∶', _)) => return true,
            Some((_, len)) => rest = &rest[len..],
            None => return false,
        }
    }
    false
}

/// The measure that `right` begins with, unless its classifier begins another word there, or it
/// is a year, month or day (which makes a date of the blank).
pub(super) fn read(right: &str) -> Option<Measure<'_>> {
    let measure = unit::read(right)?;
    let plain = measure.approximator.is_none() && measure.multiplier.is_empty();
    let calendar = matches!(measure.unit, "年" | "月" | "日");
    let rest = &right[measure.len..];
    let word =
        || is_rare(measure.unit, rest) || begins_noun(&right[measure.len - measure.unit.len()..]);
    (!plain || !(calendar || word())).then_some(measure)
}

/// Whether a classifier that mostly is a word of its own counts nothing here: 对全市, 把*.
fn is_rare(unit: &str, rest: &str) -> bool {
    let row = RARE_CLASSIFIERS.iter().find(|(classifier, _)| *classifier == unit);
    row.is_some_and(|(_, nouns)| !is_delimited(rest) && !nouns.iter().any(|n| rest.starts_with(n)))
}

static NOUNS: LazyLock<Lexicon> =
    LazyLock::new(|| Lexicon::new(NOT_CLASSIFIERS.iter().map(|(noun, _)| *noun)));

static EXCEPTIONS: LazyLock<Lexicon> = LazyLock::new(|| {
    Lexicon::new(NOT_CLASSIFIERS.iter().flat_map(|(_, words)| words.iter().copied()))
});

/// Whether `right` begins with a noun that begins like a unit: 个人, 人社.
fn begins_noun(right: &str) -> bool {
    NOUNS.longest(right).is_some() && EXCEPTIONS.longest(right).is_none()
}

/// Whether `text` begins with nothing, a punctuation mark or a line break.
pub(super) fn is_delimited(text: &str) -> bool {
    after(text, 0).is_none_or(is_delimiter)
}

/// Whether `c` ends a clause or an item of a list.
pub(super) fn is_delimiter(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '；'
            | '：'
            | '、'
            | '！'
            | '？'
            | ','
            | ';'
            | ':'
            | '）'
            | ')'
            | '”'
            | '》'
            | '…'
            | '\n'
    )
}

/// 万 and 亿 without a unit: 惠及**万婴幼儿. The followers make a name of it (万达广场).
fn lone_multiplier(right: &str) -> bool {
    let at = run(right, |c| matches!(c, '余' | '多')).min('余'.len_utf8());
    let Some(rest) = ["万亿", "万", "亿"].iter().find_map(|m| right[at..].strip_prefix(m))
    else {
        return false;
    };
    !after(rest, 0).is_some_and(|c| "达科象里年华宁源载安全物岁事盛福利众能".contains(c))
}

/// 余 without a unit: *余群众.
fn lone_approximator(right: &str) -> bool {
    right
        .strip_prefix('余')
        .is_some_and(|rest| !rest.starts_with(['杭', '姚', '热', '额', '家', '震']))
}

/// What joins the blank to the next figure of a range, list or ratio, and where that one ends.
fn next_figure(right: &str) -> Option<(char, usize)> {
    let joint = after(right, 0)?;
    if !matches!(
        joint,
        '—' | '–' | '－' | '-' | '~' | '～' | '至' | '到' | '、' | '和' | '及' | ':' | '：' | '∶'
    ) {
        return None;
    }
    let from = run(right, |c| c == joint || is_blank(c));
    let len = run(&right[from..], |c| is_digit(c) || is_mask(c) || c == '.');
    (len > 0).then_some((joint, from + len))
}

/// Whether `c` is a character that blanks are made of.
pub(super) fn is_mask(c: char) -> bool {
    matches!(
        c,
        '*' | '＊'
            | '×'
            | '✕'
            | '✖'
            | '╳'
            | 'x'
            | 'X'
            | 'ｘ'
            | 'Ｘ'
            | '○'
            | '〇'
            | '◯'
            | '●'
            | '□'
            | '_'
            | '＿'
            | '△'
            | '▲'
            | '█'
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(right: &str, expected: bool) {
        assert_eq!(follows(right), expected, "{right}");
    }

    #[test]
    fn a_unit_makes_a_figure() {
        for right in [
            "余人次；", " 亿元", "%。", "—X 亿元项目", "、*个百分点", ":*:*", "万婴幼儿", "余群众",
            "所学校", "个人才项目", "人当选",
        ] {
            check(right, true);
        }
    }

    #[test]
    fn another_word_makes_none() {
        for right in [
            "个人述职报告", "位于城区", "对全市工作", "人民政府", "万达广场", "年，", "项目",
            "处置工作", "经济社会发展", "、和",
        ] {
            check(right, false);
        }
    }
}
