//! Slogans: in quotation marks by their shape, outside by the lexicon.

use super::{Slogan, lexicon::SLOGANS};
use crate::text::scanner::{after, before, fold, is_digit};
use crate::text::unit::{self, Usage};
use crate::text::{Lexicon, Span};
use std::sync::LazyLock;

/// The longest quotation that is a slogan and not a statement, in characters.
const LONGEST_QUOTED: usize = 12;

/// Finds the slogans of one block; what is quoted is not looked up again.
pub(super) fn find(text: &str) -> Vec<Slogan> {
    let mut found = Vec::new();
    let mut done = 0;
    for at in LEXICON.places(text, is_opening_quote) {
        if at < done {
            continue;
        }
        if let Some(slogan) = quoted(text, at).or_else(|| unquoted(text, at)) {
            done = slogan.span.end as usize;
            found.push(slogan);
        }
    }
    found
}

static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::new(SLOGANS.iter().copied()));

fn is_opening_quote(c: char) -> bool {
    closing_quote(c).is_some()
}

fn closing_quote(c: char) -> Option<char> {
    match c {
        '“' => Some('”'),
        '‘' => Some('’'),
        '「' => Some('」'),
        '『' => Some('』'),
        _ => None,
    }
}

/// The slogan in the quotation that begins at byte `at`.
fn quoted(text: &str, at: usize) -> Option<Slogan> {
    let open = after(text, at)?;
    let close = closing_quote(open)?;
    let from = at + open.len_utf8();
    let len = text[from..]
        .char_indices()
        .take(LONGEST_QUOTED + 1)
        .take_while(|&(_, c)| c != open && c != '\n')
        .find_map(|(len, c)| (c == close).then_some(len))?;
    let inner = &text[from..from + len];
    let counts = inner.chars().any(|c| is_digit(c) || is_numeral(c));
    let span = Span::new(from, from + len);
    (counts && !states_a_measure(inner)).then_some(Slogan { span, quoted: true })
}

/// Whether `c` makes a quotation a numeric abbreviation; 双 and 零 do (“双碳”, “零容忍”).
fn is_numeral(c: char) -> bool {
    "一二三四五六七八九十百千万亿两双零〇○".contains(c)
}

/// Whether a figure or a blank with a strict unit stands in the quotation, which then is an
/// indicator: “新增绿地*公顷”. A Chinese numeral does not make it one: “最后一公里”.
fn states_a_measure(inner: &str) -> bool {
    let figure = |c: char| {
        is_digit(c) || matches!(fold(c), '*' | '×' | 'x' | 'X' | '_' | '□' | '○' | '△' | '█')
    };
    let ends = inner.char_indices().filter(|&(_, c)| figure(c)).map(|(i, c)| i + c.len_utf8());
    ends.into_iter()
        .filter(|&end| !inner[end..].starts_with(figure))
        .any(|end| unit::read(&inner[end..]).is_some_and(|m| m.usage == Usage::Strict))
}

/// The slogan of the lexicon that begins at byte `at`. Behind a numeral or 第 the characters
/// belong to something longer (二十四史, 第三农场), and so they do in 四级田长制度.
fn unquoted(text: &str, at: usize) -> Option<Slogan> {
    let word = LEXICON.longest(&text[at..])?;
    let span = Span::new(at, at + word.len());
    let numeral = |c| c == '第' || is_digit(c) || "一二三四五六七八九十百千万".contains(c);
    let (left, right) = (before(text, at), after(text, span.end as usize));
    let longer = left.is_some_and(numeral) || (word.ends_with('制') && right == Some('度'));
    let quoted = left.is_some_and(|open| right.is_some() && closing_quote(open) == right);
    (!longer).then_some(Slogan { span, quoted })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Checks the slogans of `text`, joined by `|`; those in quotation marks keep them.
    #[track_caller]
    fn check(text: &str, expected: &str) {
        let show = |s: &Slogan| {
            let word = s.span.of(text);
            if s.quoted { format!("“{word}”") } else { word.to_owned() }
        };
        assert_eq!(find(text).iter().map(show).collect::<Vec<_>>().join("|"), expected);
    }

    #[test]
    fn quoted_numeric_abbreviations() {
        check("树牢“四个意识”、坚定“四个自信”", "“四个意识”|“四个自信”");
        check("构建“1+6”应急体系和“415X”集群", "“1+6”|“415X”");
        check("“十五五”规划", "“十五五”");
        check("“23·7”流域性特大洪水", "“23·7”");
        check("“7×24小时”", "“7×24小时”");
        check("打通“最后一公里”", "“最后一公里”");
        check("实行“一周一调度、一月一督导”机制", "“一周一调度、一月一督导”");
        check("扎实开展“百日攻坚”行动", "“百日攻坚”");
        check("落实“双随机、一公开”", "“双随机、一公开”");
        check("“学习强国”平台", "");
    }

    #[test]
    fn a_quoted_measure_is_a_statement() {
        check("“新增绿地面积*公顷”考核指标", "");
        check("“新增城市公园绿地面积*公顷”考核指标", "");
        check("“增长8.5%”的目标", "");
        check("“新增××亩”", "");
    }

    #[test]
    fn the_lexicon() {
        check("落实一岗双责，推进三区三线划定", "一岗双责|三区三线");
        check("两不愁三保障", "两不愁三保障");
        check("落实“田长制”工作，完成四级田长制度建设", "“田长制”");
        check("编修二十四史，视察第三农场", "");
        check("“深入贯彻落实省委三区三线划定成果”", "三区三线");
        for slogan in SLOGANS {
            check(slogan, slogan);
        }
    }

    #[test]
    fn every_slogan_stands_once() {
        let mut sorted = SLOGANS.to_vec();
        sorted.sort_unstable();
        sorted.dedup();
        assert_eq!(sorted.len(), SLOGANS.len());
    }

    #[test]
    fn broken_quotation_marks() {
        check("“一", "");
        check("“““四史”", "“四史”");
        check("”四个全面“", "四个全面");
    }
}
