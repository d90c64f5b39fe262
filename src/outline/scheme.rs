//! The marker families of specification §1.2 as a table.

use super::Family;
use crate::text::chinese_numeral::{self, is_numeral};
use crate::text::scanner::{self, fold, is_blank, is_digit, is_han};
use crate::text::unit;

/// A marker read from the start of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Reading {
    /// Which sequence it belongs to.
    pub(super) family: Family,
    /// Its place in that sequence.
    pub(super) number: u32,
    /// Its length in bytes.
    pub(super) len: usize,
}

/// One way of numbering.
pub(super) struct Scheme {
    /// Reads its marker from the start of a line that has no blanks in front.
    read: fn(&str) -> Option<Reading>,
    /// A line, its marker, the marker's number. Run as a test.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test of the table"))]
    examples: &'static [(&'static str, &'static str, u32)],
    /// Lines without a marker of this kind (specification §1.6). Run as a test.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test of the table"))]
    counterexamples: &'static [&'static str],
}

/// All schemes. At most one of them reads a line.
const SCHEMES: &[Scheme] = &[
    Scheme {
        read: read_chapter,
        examples: &[
            ("第一章 总则", "第一章", 1),
            ("第十二章总则", "第十二章", 12),
            ("第三节　重点工作", "第三节", 3),
            ("第2编", "第2编", 2),
            ("第一百零二条 为了规范", "第一百零二条", 102),
            ("第一部分　主要工作", "第一部分", 1),
            ("第3部分下步打算", "第3部分", 3),
        ],
        counterexamples: &[
            "第三条第二款规定",
            "第一书记",
            "第一时间响应",
            "第一章节",
            "第一条例",
            "第一、二轮督察",
            "第一部分是工作回顾",
            "第一部分学员结业，其余在训",
            "第二部门",
        ],
    },
    Scheme {
        read: read_chinese,
        examples: &[
            ("一、加强学习", "一、", 1),
            ("十一．问题", "十一．", 11),
            ("三. 打算", "三.", 3),
            ("一、三农工作", "一、", 1),
            ("一、一年接着一年干", "一、", 1),
            ("二、两违整治", "二、", 2),
            ("叁、队伍建设", "叁、", 3),
        ],
        counterexamples: &[
            "一、二、三季度完成投资", "一、二级河流", "一、三产融合", "一、二年级学生",
            "一、二号线", "一、二审案件", "十一、国庆假期", "十一、五一假期", "一把手", "一岗双责",
            "三农",
        ],
    },
    Scheme {
        read: read_chinese_bracketed,
        examples: &[
            ("（一）改革", "（一）", 1),
            ("(十二)改革", "(十二)", 12),
            ("（二）项目建设", "（二）", 2),
            ("（一）、加强学习", "（一）、", 1),
            ("（三）和谐社会", "（三）", 3),
            ("（\n三）改革开放持续深化", "（\n三）", 3),
        ],
        counterexamples: &[
            "（此件公开）", "（一）、（二）项", "（一）至（三）项", "（一）项规定", "（二○二二年）",
        ],
    },
    Scheme {
        read: read_arabic,
        examples: &[
            ("1.绩效", "1.", 1),
            ("12．绩效", "12．", 12),
            ("3、绩效", "3、", 3),
            ("１．绩效", "１．", 1),
            ("2. 绩效", "2.", 2),
        ],
        counterexamples: &[
            "2022.1.3", "2022.12.", "3.15晚会", "1.5亿元增至", "99.其他", "5G网络", "0.5",
        ],
    },
    Scheme {
        read: read_arabic_bracketed,
        examples: &[
            ("（1）做好", "（1）", 1),
            ("(12)做好", "(12)", 12),
            ("3）做好", "3）", 3),
            ("4)做好", "4)", 4),
        ],
        counterexamples: &["（2022年12月20日）", "（1）、（2）项", "（123）"],
    },
    Scheme {
        read: read_multilevel,
        examples: &[
            ("1.1 总体情况", "1.1", 1),
            ("2.3.12　做法", "2.3.12", 12),
            ("1.2主要做法", "1.2", 2),
        ],
        counterexamples: &[
            "1.5亿元", "1.2万人次", "3.15晚会", "3.8妇女节", "2022.1.3 上午", "1.2 亿元",
            "5.5%左右的目标", "0.5个百分点",
        ],
    },
    Scheme {
        read: read_circled,
        examples: &[("①加强", "①", 1), ("⑿加强", "⑿", 12), ("㈢加强", "㈢", 3), ("⒉加强", "⒉", 2)],
        counterexamples: &["ⓐ加强"],
    },
    Scheme {
        read: read_roman,
        examples: &[("Ⅳ.结论", "Ⅳ.", 4), ("III、结论", "III、", 3)],
        counterexamples: &["X、Y市", "X.结论", "Ⅱ类水质", "IT.产业", "I.e."],
    },
    Scheme {
        read: read_letter,
        examples: &[("A.结论", "A.", 1), ("b）结论", "b）", 2)],
        counterexamples: &["A股上市", "X.亿元", "X、县", "N.个", "A.I."],
    },
];

/// Reads a marker of any scheme from the start of `line`, which has no blanks in front.
pub(super) fn read(line: &str) -> Option<Reading> {
    let first = line.chars().next()?;
    let may_begin = matches!(first, '第' | '（' | '(' | 'A'..='Z' | 'a'..='z')
        || is_digit(first)
        || is_numeral(first)
        || read_formal_ordinal(line).is_some()
        || matches!(first, '\u{2160}'..='\u{217F}' | '\u{2460}'..='\u{249B}' | '\u{3220}'..='\u{3229}');
    if !may_begin {
        return None;
    }
    SCHEMES.iter().find_map(|scheme| (scheme.read)(line))
}

/// 1 to 4 by the style of the marker in GB/T 9704—2012, 7.3.3.
pub(super) fn standard_level(family: Family) -> Option<u8> {
    match family {
        Family::Chinese => Some(1),
        Family::ChineseBracketed => Some(2),
        Family::Arabic => Some(3),
        Family::ArabicBracketed => Some(4),
        _ => None,
    }
}

/// How high a family ranks; a family not seen before that outranks all open ones begins anew.
pub(super) fn rank(family: Family) -> u8 {
    match family {
        Family::Chapter('编' | '篇' | '部') => 0,
        Family::Chapter('章') => 1,
        Family::Chapter('节') => 2,
        Family::Chinese => 3,
        Family::ChineseBracketed => 4,
        Family::Chapter(_) | Family::Arabic | Family::Roman => 5,
        Family::Multilevel(parts) => 5 + parts,
        Family::ArabicBracketed => 6,
        Family::Letter => 7,
        Family::Circled => 8,
        Family::Enumerated(_) => 9,
    }
}

/// Reads a number in Chinese or Arabic digits of at most `most` characters.
fn read_number(text: &str, most: usize) -> Option<(u32, usize)> {
    if let Some(digits) = read_digits(text, most) {
        return Some(digits);
    }
    let numeral = chinese_numeral::read(text)?;
    let plain = numeral.len <= most * 3 && !text[..numeral.len].contains(['两', '○']);
    (plain && numeral.value > 0).then_some((numeral.value as u32, numeral.len))
}

/// Reads one to `most` Arabic digits that are not followed by another and do not begin with 0.
fn read_digits(text: &str, most: usize) -> Option<(u32, usize)> {
    let len = scanner::run(text, is_digit);
    let digits = &text[..len];
    if len == 0 || digits.chars().count() > most || digits.starts_with(['0', '０']) {
        return None;
    }
    digits.chars().map(fold).collect::<String>().parse().ok().map(|number| (number, len))
}

fn read_chapter(line: &str) -> Option<Reading> {
    let rest = line.strip_prefix('第')?;
    let (number, digits) = read_number(rest, 5)?;
    let sign = scanner::after(rest, digits).filter(|c| "编篇章节条部".contains(*c))?;
    let after = &rest[digits + sign.len_utf8()..];
    let part = sign == '部';
    let after = if part { after.strip_prefix('分')? } else { after };
    let next = after.chars().next();
    let separated = next.is_none_or(|c| is_blank(c) || c == '：' || c == '\n');
    // 第一章总则 loses its blank often; 第一条 and 第一节 begin sentences and other words.
    let written_together = sign == '章'
        && next.is_some_and(|c| is_han(c) && !"节程第的和与中".contains(c))
        || part && is_short_title(after);
    let len = line.len() - after.len();
    (separated || written_together).then_some(Reading {
        family: Family::Chapter(sign),
        number,
        len,
    })
}

/// Whether what follows 第一部分 without a blank is a title and no sentence: 第三部分下步打算.
fn is_short_title(after: &str) -> bool {
    let word = |c: char| is_han(c) && !"的是在由为主介包内人学".contains(c);
    after.chars().count() <= 16 && after.chars().all(|c| word(c) || c == '、')
}

/// What makes of 一、三… a list of ordinals rather than a heading (specification §1.6).
const ORDINAL_NOUNS: &str = "、和级季号期产类批审线楼轮";

/// What does so if the second number is the next one: 一、二年级, but 一、一年接着一年干.
const ORDINAL_NOUNS_IN_SEQUENCE: &str = "及与至到次等月日年组届标";

/// Holidays named after a date: 十一、国庆.
const HOLIDAYS: &[&str] = &["国庆", "五一", "元旦", "中秋", "春节", "端午", "清明"];

fn read_chinese(line: &str) -> Option<Reading> {
    let numeral = read_chinese_ordinal(line).or_else(|| read_formal_ordinal(line))?;
    let mark = scanner::after(line, numeral.1).filter(|c| "、．.".contains(*c))?;
    let len = numeral.1 + mark.len_utf8();
    let rest = &line[len..];
    let second = scanner::run(rest, is_numeral);
    let in_sequence =
        chinese_numeral::read(rest).is_some_and(|next| next.value == u64::from(numeral.0) + 1);
    let lists_ordinals = second > 0
        && scanner::after(rest, second).is_some_and(|c| {
            ORDINAL_NOUNS.contains(c) || (in_sequence && ORDINAL_NOUNS_IN_SEQUENCE.contains(c))
        });
    let names_holiday = numeral.0 == 11 && HOLIDAYS.iter().any(|day| rest.starts_with(day));
    (!lists_ordinals && !names_holiday).then_some(Reading {
        family: Family::Chinese,
        number: numeral.0,
        len,
    })
}

/// Reads 一 to 九十九.
fn read_chinese_ordinal(text: &str) -> Option<(u32, usize)> {
    let numeral = chinese_numeral::read(text)?;
    let words = &text[..numeral.len];
    let ordinal = words.chars().all(|c| "一二三四五六七八九十".contains(c));
    let counted = numeral.value < 10 || words.contains('十');
    (ordinal && counted && (1..100).contains(&numeral.value))
        .then_some((numeral.value as u32, numeral.len))
}

/// Reads 壹 to 拾, the numerals of accounts, which some number their chapters by.
fn read_formal_ordinal(text: &str) -> Option<(u32, usize)> {
    let at = "壹贰叁肆伍陆柒捌玖拾".find(text.chars().next()?)?;
    Some((at as u32 / 3 + 1, 3))
}

fn read_chinese_bracketed(line: &str) -> Option<Reading> {
    read_bracketed(line, read_chinese_ordinal, Family::ChineseBracketed)
}

/// Reads a number in brackets of either width. A line break after the bracket belongs to it:
/// 云南's report of 2026 breaks `（` / `三）改革开放持续深化`.
fn read_bracketed(
    line: &str,
    read: impl Fn(&str) -> Option<(u32, usize)>,
    family: Family,
) -> Option<Reading> {
    let inner = line.strip_prefix(['（', '('])?;
    let digits = inner.trim_start_matches(|c| c == '\n' || is_blank(c));
    let (number, len) = read(digits)?;
    let close = digits[len..].trim_start_matches(|c| c == '\n' || is_blank(c));
    let rest = close.strip_prefix(['）', ')'])?;
    // A mark after a bracket is wrong (GB/T 15834, 4.5.3.3), but it belongs to the marker.
    let mark =
        rest.chars().next().filter(|c| matches!(c, '、' | '.' | '．')).map_or(0, char::len_utf8);
    let len = line.len() - rest.len() + mark;
    (!cites(rest)).then_some(Reading { family, number, len })
}

/// Whether what follows a bracketed number makes it a citation: （一）、（二）项, （三）项规定, but
/// （一）项目建设 and （二）和谐社会 are headings.
fn cites(rest: &str) -> bool {
    let list = rest.strip_prefix(['、', '至', '和', '或', '及']);
    let clause = rest.strip_prefix(['项', '款', '目']);
    list.is_some_and(|next| next.starts_with(['（', '(']))
        || clause.is_some_and(|next| !next.starts_with(['目', '项', '标', '前', '录', '的']))
}

/// More is a year, a page or an amount: 99.其他.
const HIGHEST_ARABIC: u32 = 60;

fn read_arabic(line: &str) -> Option<Reading> {
    let (number, digits) = read_digits(line, 2).filter(|&(n, _)| n <= HIGHEST_ARABIC)?;
    let mark = scanner::after(line, digits).filter(|c| ".．、".contains(*c))?;
    let len = digits + mark.len_utf8();
    // 1、2号楼 lists two numbers; 1.5 is a figure.
    let free = !scanner::after(line, len).is_some_and(is_digit);
    free.then_some(Reading { family: Family::Arabic, number, len })
}

fn read_arabic_bracketed(line: &str) -> Option<Reading> {
    let two_digits = |text: &str| read_digits(text, 2);
    if let Some(reading) = read_bracketed(line, two_digits, Family::ArabicBracketed) {
        return Some(reading);
    }
    let (number, digits) = two_digits(line)?;
    let mark = scanner::after(line, digits).filter(|c| matches!(c, '）' | ')'))?;
    Some(Reading { family: Family::ArabicBracketed, number, len: digits + mark.len_utf8() })
}

/// Days named by their date: 3.8妇女节, 3.15晚会.
const NAMED_DAYS: &[&str] =
    &["妇女", "国际", "劳动", "青年", "儿童", "建党", "建军", "国庆", "晚会", "植树", "消防"];

fn read_multilevel(line: &str) -> Option<Reading> {
    let (_, mut len) = read_digits(line, 2)?;
    let (mut parts, mut number) = (1_u8, 0);
    while let Some(rest) = line[len..].strip_prefix(['.', '．']) {
        let Some((next, digits)) = read_digits(rest, 2) else { break };
        (parts, number) = (parts.saturating_add(1), next);
        len = line.len() - rest.len() + digits;
    }
    let rest = &line[len..];
    let next = rest.chars().next()?;
    let heading = is_blank(next) || is_han(next);
    let figure =
        unit::read(rest).is_some() || rest.starts_with(['年', '月', '日', '万', '亿', '.', '级']);
    let day = NAMED_DAYS.iter().any(|day| rest.starts_with(day));
    (heading && !figure && !day && (2..=4).contains(&parts)).then_some(Reading {
        family: Family::Multilevel(parts),
        number,
        len,
    })
}

fn read_circled(line: &str) -> Option<Reading> {
    let first = line.chars().next()?;
    let base = match first {
        '①'..='⑳' => '①',
        '⑴'..='⒇' => '⑴',
        '⒈'..='⒛' => '⒈',
        '㈠'..='㈩' => '㈠',
        _ => return None,
    };
    let number = first as u32 - base as u32 + 1;
    Some(Reading { family: Family::Circled, number, len: first.len_utf8() })
}

fn read_roman(line: &str) -> Option<Reading> {
    let (number, digits) = match line.chars().next()? {
        c @ 'Ⅰ'..='Ⅻ' => (c as u32 - 'Ⅰ' as u32 + 1, c.len_utf8()),
        'I' | 'V' => {
            let len = scanner::run(line, |c| matches!(c, 'I' | 'V' | 'X'));
            let number = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"]
                .iter()
                .position(|&numeral| numeral == &line[..len])?;
            (number as u32 + 1, len)
        }
        _ => return None,
    };
    let len = digits + marked_before_han(&line[digits..])?;
    Some(Reading { family: Family::Roman, number, len })
}

/// Letters that stand for a blank: X.亿元, N个.
const MASK_LETTERS: &str = "XxNnOo";

fn read_letter(line: &str) -> Option<Reading> {
    let letter = line.chars().next().filter(char::is_ascii_alphabetic)?;
    if MASK_LETTERS.contains(letter) {
        return None;
    }
    let number = u32::from(letter.to_ascii_uppercase() as u8 - b'A') + 1;
    let len = 1 + marked_before_han(&line[1..])?;
    Some(Reading { family: Family::Letter, number, len })
}

/// The length of the mark of a Roman or Latin marker, if Han characters follow.
fn marked_before_han(text: &str) -> Option<usize> {
    let mark = text.chars().next().filter(|c| "、.．)）".contains(*c))?.len_utf8();
    let rest = text[mark..].trim_start_matches(is_blank);
    rest.chars().next().filter(|&c| is_han(c)).map(|_| mark)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_scheme_reads_its_examples() {
        for scheme in SCHEMES {
            for &(line, marker, number) in scheme.examples {
                let own = (scheme.read)(line).map(|r| (&line[..r.len], r.number));
                assert_eq!(own, Some((marker, number)), "{line}");
                assert_eq!(read(line), (scheme.read)(line), "another scheme reads {line} first");
            }
        }
    }

    #[test]
    fn no_scheme_reads_a_counterexample() {
        for line in SCHEMES.iter().flat_map(|scheme| scheme.counterexamples) {
            assert_eq!(read(line), None, "{line}");
        }
    }

    #[test]
    fn long_runs_are_read_once() {
        for unit in ["一", "1", "1.", "（", "I", "第"] {
            let _ = read(&unit.repeat(100_000));
        }
    }
}
