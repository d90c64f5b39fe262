//! Cited documents: titles in book marks and document numbers.

use super::{Citation, CitationKind};
use crate::text::Span;
use crate::text::order;
use crate::text::scanner::{fold, is_blank, is_digit, is_han};

/// Finds the citations of one block, in reading order.
pub(super) fn find(text: &str) -> Vec<Citation> {
    let mut found = titles(text);
    let numbers = text.char_indices().filter(|&(_, c)| closing_bracket(c).is_some());
    let mut done = 0;
    for (at, open) in numbers {
        if let Some(span) = number(text, at, open, done) {
            done = span.end as usize;
            found.push(Citation { kind: CitationKind::Number, span });
        }
    }
    order::sort_by_key(&mut found, |citation| citation.span);
    found
}

/// The outermost titles whose marks are paired. A mark without its partner is passed over:
/// `《甲《乙》` cites 乙.
fn titles(text: &str) -> Vec<Citation> {
    let (mut open, mut found) = (Vec::new(), Vec::<Citation>::new());
    for (at, mark) in text.match_indices(['《', '》']) {
        if mark == "《" {
            open.push(at);
            continue;
        }
        let Some(start) = open.pop() else { continue };
        let span = Span::new(start, at + mark.len());
        while found.last().is_some_and(|inner| span.contains(inner.span)) {
            found.pop();
        }
        found.push(Citation { kind: CitationKind::Title, span });
    }
    found
}

/// Brackets around the year: 〔〕 is right, the others are common mistakes.
fn closing_bracket(c: char) -> Option<char> {
    match c {
        '〔' => Some('〕'),
        '[' => Some(']'),
        '［' => Some('］'),
        '（' => Some('）'),
        '(' => Some(')'),
        '【' => Some('】'),
        '﹝' => Some('﹞'),
        _ => None,
    }
}

/// The longest run of digits in a document number; a longer one is something else.
const LONGEST_NUMBER: usize = 8;

/// The document number whose year stands in the bracket at byte `at`: `国发〔20XX〕X号`.
/// It takes no byte before `from`.
fn number(text: &str, at: usize, open: char, from: usize) -> Option<Span> {
    let year = at + open.len_utf8();
    let year_end =
        year + figure(&text[year..], 4, 4).or_else(|| blank_year(&text[year..], open))?;
    let close = closing_bracket(open)?;
    let mut end = year_end + text[year_end..].strip_prefix(close).map(|_| close.len_utf8())?;
    end += text[end..].strip_prefix('第').map_or(0, |_| '第'.len_utf8());
    end += figure(&text[end..], 1, LONGEST_NUMBER)?;
    text[end..].strip_prefix('号')?;
    let start = at - issuer(&text[from.min(at)..at]);
    Some(Span::new(start, end + '号'.len_utf8()))
}

/// The length of a year left empty, `〔　〕`; in other brackets that is no year.
fn blank_year(text: &str, open: char) -> Option<usize> {
    let blanks = text.chars().take(5).take_while(|&c| is_blank(c)).map(char::len_utf8).sum();
    matches!(open, '〔' | '﹝').then_some(blanks)
}

/// The length of the digits and blanks to fill in that `text` begins with, if there are
/// as many as that.
fn figure(text: &str, least: usize, most: usize) -> Option<usize> {
    let (mut len, mut count) = (0, 0);
    for c in text.chars().take(most + 1) {
        if !(is_digit(c) || matches!(fold(c), '*' | '×' | 'x' | 'X' | '_' | '□' | '○' | '△' | '█'))
        {
            break;
        }
        len += c.len_utf8();
        count += 1;
    }
    (least..=most).contains(&count).then_some(len)
}

/// The longest abbreviation of an issuing body (发文机关代字), in characters.
const LONGEST_ISSUER: usize = 8;

/// Words before a document number that do not belong to it.
const INTRODUCTIONS: &[&str] = &[
    "根据", "对照", "按照", "依据", "依照", "遵照", "关于", "印发", "转发", "下发", "出台", "发布",
    "落实", "贯彻", "执行", "详见", "参见", "文件", "以及", "即", "以", "和", "与", "及", "见",
    "由", "的", "按", "文",
];

/// How many bytes at the end of `left` are the issuing body's abbreviation: 浙政办发.
fn issuer(left: &str) -> usize {
    let accepted =
        |c: char| is_han(c) || matches!(fold(c), '*' | '×' | 'x' | 'X' | '□' | '○' | '△' | '█');
    let chars = left.chars().rev().take(LONGEST_ISSUER).take_while(|&c| accepted(c));
    let mut own = &left[left.len() - chars.map(char::len_utf8).sum::<usize>()..];
    for word in INTRODUCTIONS {
        if let Some(at) = own.rfind(word) {
            own = &own[at + word.len()..];
        }
    }
    own.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let found: Vec<&str> = find(text).iter().map(|c| c.span.of(text)).collect();
        assert_eq!(found.join("|"), expected);
    }

    #[test]
    fn titles_in_book_marks() {
        check("下达《接受调查通知》，执行《信访工作条例》", "《接受调查通知》|《信访工作条例》");
        check("《关于印发〈办法〉的通知》", "《关于印发〈办法〉的通知》");
        check("《关于印发《办法》的通知》", "《关于印发《办法》的通知》");
        check(
            "《**市**县产业开发区**工业园2022年度成片开发方案》",
            "《**市**县产业开发区**工业园2022年度成片开发方案》",
        );
        check("《未完的标题", "");
        check("《甲《乙》", "《乙》");
        check("》《甲》》", "《甲》");
    }

    #[test]
    fn document_numbers() {
        check("国发〔2022〕1号", "国发〔2022〕1号");
        check("（浙政办发〔2022〕第12号）", "浙政办发〔2022〕第12号");
        check("根据国发[2022]1号、赣府办字（2021）15号文", "国发[2022]1号|赣府办字（2021）15号");
        check("国发〔20XX〕X号", "国发〔20XX〕X号");
        check("发〔2022〕__号", "发〔2022〕__号");
        check("《意见》（国发〔2022〕1号）", "《意见》|国发〔2022〕1号");
        check("发〔　〕X号", "发〔　〕X号");
        check("（    ）1号楼", "");
        check("建成（2022）两处", "");
        check("（12345）号", "");
    }
}
